// Find anything: opens the list that the server drew beside the page (app::finding), asks while somebody types, and marks one hit with the arrow keys. What is typed is
// posted and stands in no address. Without a script the button leads to a page.
(() => {
  const dialog = document.getElementById('find');
  if (!dialog) return;
  const [field, found, says, form] = ['[role=combobox]', '.palette__found', '[role=status]', '.palette__ask'].map((part) => dialog.querySelector(part));
  let asked;
  let waits;

  const hits = () => [...found.querySelectorAll('[role=option]')];
  const marked = () => found.querySelector('[aria-selected=true]');

  function mark(hit) {
    marked()?.setAttribute('aria-selected', 'false');
    hit?.setAttribute('aria-selected', 'true');
    hit?.scrollIntoView({ block: 'nearest' });
    if (hit) field.setAttribute('aria-activedescendant', hit.id);
    else field.removeAttribute('aria-activedescendant');
  }

  function show(html, words) {
    found.innerHTML = html;
    says.textContent = words ?? found.querySelector('[data-says]')?.dataset.says ?? '';
    field.setAttribute('aria-expanded', String(hits().length > 0));
    mark(field.value.trim() ? hits()[0] : undefined);
  }

  async function ask() {
    asked?.abort();
    const mine = (asked = new AbortController());
    try {
      const answer = await fetch(`${form.getAttribute('action')}/hits`, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: mine.signal, redirect: 'manual' });
      // Who has to sign in first is led there by the page.
      if (answer.type === 'opaqueredirect') return form.submit();
      if (!answer.ok) throw new Error(answer.status);
      const html = await answer.text();
      if (!mine.signal.aborted) show(html);
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      show('', dialog.dataset.failed);
      found.textContent = dialog.dataset.failed;
    }
  }

  function open() {
    if (document.querySelector('dialog[open]')) return;
    field.value = '';
    show('', '');
    dialog.showModal();
    field.focus();
    ask();
  }

  field.addEventListener('input', () => {
    // What is shown answers another question.
    mark();
    clearTimeout(waits);
    asked?.abort();
    waits = setTimeout(ask, 150);
  });

  field.addEventListener('keydown', (event) => {
    const all = hits();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && all.length > 0) {
      event.preventDefault();
      const at = all.indexOf(marked());
      mark(all[at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length]);
    } else if (event.key === 'Enter' && marked()) {
      event.preventDefault();
      marked().click();
    } else if (event.key === 'Escape') {
      // A search field would empty itself first.
      event.preventDefault();
      dialog.close();
    }
  });

  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    clearTimeout(waits);
    asked?.abort();
    found.replaceChildren();
  });

  document.addEventListener('click', (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest?.('a.find, a.topbar__place')) return;
    event.preventDefault();
    open();
  });

  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.shiftKey && event.key !== '/') return;
    if (event.ctrlKey || event.metaKey ? event.code === 'KeyK' || event.key === 'k' : slash(event)) {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else open();
    }
  });

  // Keys of one letter can be switched off, and never take a letter out of a field.
  function slash({ key, target }) {
    return key === '/' && 'slash' in dialog.dataset && !document.cookie.includes('wl_keys=off') && !target.closest?.('input, textarea, select, dialog, [contenteditable]');
  }
})();
