// Reads aloud what the page shows (app::widgets::aloud), sentence by sentence, and marks where it is.
(() => {
  const [bar, main, speech] = [document.getElementById('aloud'), document.querySelector('main'), window.speechSynthesis];
  if (!bar || !main || !speech) return;
  const { lang } = document.documentElement;
  const silent = 'nav, thead, button, input, select, textarea, dialog, script, style, template, noscript, svg, canvas, [aria-hidden=true], [inert], #aloud';
  const rates = { usual: 1, fast: 1.4, slow: 0.7 };
  let parts = [];
  let at = 0;
  let voiced;
  let marked;

  // The text of a patient never leaves this device, and many voices of browsers are a server elsewhere that is sent each sentence. `localService` says which are not: no other speaks.
  function voice(tag) {
    const tongue = (of) => of.toLowerCase().split(/[-_]/)[0];
    const near = speech.getVoices().filter((one) => one.localService === true && tongue(one.lang) === tongue(tag));
    return near.find((one) => one.lang === navigator.language) ?? near.find((one) => one.default) ?? near[0];
  }

  // A name that the browser counts in its language, or words. The number stays as it is written.
  const units = Object.fromEntries(bar.dataset.units.split('|').map((unit) => unit.split('=').map((half) => half.trim())));
  const measured = new RegExp(`(\\d+(?:[.,]\\d+)*)[\\s,]*(${Object.keys(units).join('|')})(?![\\p{L}\\p{N}/'’])`, 'gu');
  function inWords(_, number, sign) {
    const unit = units[sign];
    try {
      const counted = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).formatToParts(number.replace(/\D/g, ''));
      return `${number} ${counted.find(({ type }) => type === 'unit').value}`;
    } catch {
      return `${number} ${unit}`;
    }
  }
  const spoken = (text) => text.replace(/[\u00ad\u200b-\u200f\u2066-\u2069]/g, '').replace(measured, inWords).replace(/\s*[·•→]\s*/g, ', ').replace(/\s+/g, ' ').trim();

  function block(element) {
    while (/^(inline|contents)$/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  }

  const joined = (text, sign) => (/[^.!?؟:;,،]\s*$/.test(text) ? `${text}${sign} ` : `${text} `);

  function column(cell) {
    const head = cell.localName === 'td' && cell.colSpan === 1 && cell.closest('table').tHead?.rows[0]?.cells[cell.cellIndex]?.textContent.trim();
    return head ? joined(head, ':') : '';
  }

  // The sentences, each with the pieces in which it stands. A row of a table, a term with what is said of it, else each block is a text of its own.
  function gather() {
    const texts = [];
    let [text, box, cell] = [];
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.data !== undefined ? NodeFilter.FILTER_ACCEPT : node.matches(silent) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const { data, parentElement } = node;
      const here = block(parentElement);
      if ((!data.trim() && here !== box) || here.checkVisibility?.({ visibilityProperty: true }) === false) continue;
      const [whole, tag] = [here.closest('tr, dl > div') ?? here, parentElement.closest('[lang]').lang];
      if (whole !== text?.whole || tag !== text.tag) {
        texts.push((text = { whole, tag, words: '', pieces: [] }));
        box = cell = undefined;
      }
      const its = here.closest('td, th');
      if (its && its !== cell) text.words = joined(text.words, '.') + column(its);
      else if (box && here !== box) text.words = joined(text.words, box.localName === 'dt' ? ':' : ',');
      [box, cell] = [here, its];
      text.pieces.push({ node, data, at: text.words.length });
      text.words += data.replace(/\s/g, ' ');
    }
    return texts.flatMap(sentences).filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  }

  function sentences({ tag, words, pieces }) {
    return [...new Intl.Segmenter(tag, { granularity: 'sentence' }).segment(words)].map(({ index, segment }) => {
      const to = index + segment.length;
      return { tag, from: index, to, words: spoken(segment), pieces: pieces.filter((piece) => piece.at < to && piece.at + piece.data.length > index) };
    });
  }

  function unmark() {
    CSS.highlights?.delete('aloud');
    marked?.classList.remove('aloud__now');
  }

  function mark({ from, to, pieces }) {
    unmark();
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first) return;
    marked = block(first.node.parentElement);
    if (CSS.highlights) {
      const range = new Range();
      range.setStart(first.node, Math.max(0, from - first.at));
      range.setEnd(last.node, Math.min(last.data.length, to - last.at));
      CSS.highlights.set('aloud', new Highlight(range));
    } else marked.classList.add('aloud__now');
    marked.scrollIntoView({ block: 'nearest' });
  }

  function say() {
    // What moved since is read as it stands now.
    if (parts[at]?.pieces.some(({ node, data }) => !node.isConnected || node.data !== data)) parts = gather();
    const part = parts[at];
    const chosen = part && (voice(part.tag) ?? voice(lang));
    if (!chosen) return stop();
    bar.dataset.state = 'on';
    const mine = (voiced = new SpeechSynthesisUtterance(part.words));
    Object.assign(mine, { voice: chosen, lang: chosen.lang.replace('_', '-'), rate: rates[bar.dataset.rate] });
    mine.onend = () => {
      if (voiced !== mine) return;
      at += 1;
      say();
    };
    mine.onerror = () => voiced === mine && stop();
    mark(part);
    speech.speak(mine);
  }

  // Not the browser's own pause, which some phones forget: the sentence is begun anew.
  function quiet(state) {
    voiced = undefined;
    speech.cancel();
    bar.dataset.state = state;
  }

  function stop() {
    if (bar.dataset.state === 'off') return;
    quiet('off');
    unmark();
    // What had the focus may be hidden now.
    if (bar.contains(document.activeElement)) bar.querySelector('button').focus();
  }

  function read() {
    parts = gather();
    at = 0;
    say();
  }

  // From the next sentence on, and on the pages after this one.
  function pace() {
    const names = Object.keys(rates);
    bar.dataset.rate = names[(names.indexOf(bar.dataset.rate) + 1) % names.length];
    document.cookie = `wl_rate=${bar.dataset.rate}; Path=/; Max-Age=31536000; SameSite=Lax; Secure`;
  }

  const acts = {
    aloud: () => (bar.dataset.state === 'off' ? read() : stop()),
    'aloud-pause': () => (bar.dataset.state === 'on' ? quiet('paused') : say()),
    'aloud-rate': pace,
  };
  document.addEventListener('click', ({ target }) => acts[target.closest?.('#aloud [data-does]')?.dataset.does]?.());
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && stop());
  addEventListener('pagehide', stop);

  // Browsers learn their voices after the page is there.
  function look() {
    bar.hidden = !voice(lang) || !Intl.Segmenter;
    if (bar.hidden) stop();
  }
  speech.onvoiceschanged = look;
  const kept = document.cookie.match(/wl_rate=(\w+)/)?.[1];
  if (kept in rates) bar.dataset.rate = kept;
  look();
})();
