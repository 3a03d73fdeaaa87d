// Who here may be the one who is being typed: posts the form while somebody types and puts the answer beside it. Nothing typed stands in an address, and without a script the step
// before saving looks.
(() => {
  const region = document.getElementById('suggested');
  const form = region?.closest('main, body').querySelector('form[data-suggests]');
  if (!form) return;
  let asked;
  let waits;

  async function ask() {
    asked?.abort();
    const mine = (asked = new AbortController());
    try {
      const answer = await fetch(form.dataset.suggests, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: mine.signal, redirect: 'error' });
      if (!answer.ok) throw new Error(answer.status);
      const html = await answer.text();
      // The same answer is not read aloud again.
      if (!mine.signal.aborted && region.dataset.says !== html) {
        region.innerHTML = html;
        region.dataset.says = html;
      }
    } catch (fault) {
      // What is shown would answer another question: better nothing than that.
      if (fault.name === 'AbortError') return;
      region.replaceChildren();
      delete region.dataset.says;
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(waits);
    asked?.abort();
    waits = setTimeout(ask, 400);
  });
})();
