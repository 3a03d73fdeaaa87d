// A file on its way: how much of it is sent, a way to stop it, and what to do when it did not arrive. The door answers a script by where to go on (`server/src/forms/files.rs`), so the page
// comes anew as it does without one. What is heard is said once for each state, not for each percent.
for (const way of document.querySelectorAll('.drop__way:not([data-follows])')) {
  // A page with two such fields names the script twice.
  way.dataset.follows = '';
  const form = way.closest('form');
  const [bar, stop, news] = ['.drop__bar', '.drop__stop', 'p'].map((one) => way.querySelector(one));
  let sends;

  function says(state) {
    const [moves, ended] = [['running', 'half'].includes(state), !['running', 'half', 'whole'].includes(state)];
    // Who stood on the button that goes stands on the file, to send it again.
    if (!moves && stop.contains(document.activeElement)) form.querySelector('[type=file]').focus();
    [bar.hidden, stop.hidden] = [ended, !moves];
    if (ended) sends = undefined;
    way.dataset.state = state;
    news.classList.toggle('field__error', ended);
    news.textContent = way.dataset[state];
  }

  function goOn(to) {
    const { pathname, search, hash } = new URL(to, location);
    if (!hash || pathname + search !== location.pathname + location.search) return location.assign(to);
    // To another line of the same page a browser only scrolls.
    history.replaceState(null, '', to);
    location.reload();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sends) return;
    const request = (sends = new XMLHttpRequest());
    let whole = false;
    request.upload.onprogress = ({ loaded, total }) => {
      bar.value = (100 * loaded) / total;
      if (way.dataset.state === 'running' && loaded * 2 >= total) says('half');
    };
    request.upload.onload = () => {
      whole = true;
      bar.value = 100;
      says('whole');
    };
    request.onload = () => {
      const to = request.getResponseHeader('wardlight-to');
      if (to) goOn(to);
      else says('refused');
    };
    // What was sent whole may have arrived: nobody is told that it did not.
    request.onerror = () => says(whole ? 'unsure' : 'failed');
    request.onabort = () => says('stopped');
    request.open('POST', form.getAttribute('action'));
    request.setRequestHeader('wardlight-sends', 'script');
    request.send(new FormData(form, event.submitter));
    bar.value = 0;
    says('running');
  });
  stop.addEventListener('click', () => sends?.abort());
}
