// What every page hears, whether a program runs in it or not: the theme, the size of the text, the keys of staff, the rows of tables, a password that is shown, a form that is pressed twice, the time on paper,
// and the worker that keeps the page for when the network is gone. What is pressed says in `data-does` what it does. Without a script those buttons are not shown (style/base.css).

const root = document.documentElement;
const keep = (name, value, age) => {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${age}; SameSite=Lax; Secure`;
};
const year = 31_536_000;

// Night or day: the server reads the cookie, so that the next page comes in the right colours at once.
function theme() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  keep('wl_theme', root.dataset.theme, year);
  press();
}

// High contrast, or again what the machine asks for.
const contrast = () => root.dataset.theme === 'contrast';
const press = () => document.querySelectorAll('[data-does=contrast]').forEach((button) => button.setAttribute('aria-pressed', String(contrast())));
function contrasted() {
  if (contrast()) delete root.dataset.theme;
  else root.dataset.theme = 'contrast';
  keep('wl_theme', root.dataset.theme ?? 'usual', year);
  press();
}
press();

// Larger text before anybody has signed in, and with each press the next size; afterwards the account page has it.
const sizes = ['usual', 'large', 'largest'];
function text(button) {
  const size = sizes[(sizes.indexOf(root.dataset.text ?? 'usual') + 1) % sizes.length];
  if (size === 'usual') delete root.dataset.text;
  else root.dataset.text = size;
  button.setAttribute('aria-pressed', String(size !== 'usual'));
  keep('wl_text', size, year);
}

// The keys: `?` lists them, `g` and then a letter goes to a place of the rail, `n` does what the page is for. The portal has no list and none of these.
const list = document.getElementById('keys');
const patience = 2_000;
let begun = -Infinity;
const off = () => document.cookie.split('; ').includes('wl_keys=off');

function show() {
  list.classList.toggle('keys--off', off());
  if (!list.open) list.showModal();
}

function turn() {
  keep('wl_keys', 'off', off() ? 0 : year);
}

// From a row of a table to the next that is seen and leads somewhere.
function walk(row, step, event) {
  const next = row[step];
  const way = [...(next?.querySelectorAll('a') ?? [])].find((one) => one.checkVisibility());
  if (next && !way) return walk(next, step, event);
  if (way) event.preventDefault();
  way?.focus();
}

addEventListener('keydown', (event) => {
  const since = event.timeStamp - begun;
  begun = -Infinity;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const row = step && !event.shiftKey && event.target.matches?.('tbody a') && event.target.closest('tr');
  if (row) return walk(row, step, event);
  const taken = event.target.closest?.('input, textarea, select, [contenteditable], dialog');
  if (!list || taken || off()) return;
  if (event.key === '?') show();
  else if (since < patience && /^[a-z]$/.test(event.key)) document.querySelector(`.rail__items [href^="/${event.key}"]`)?.click();
  else if (event.key === 'g') begun = event.timeStamp;
  else if (event.key === 'n') document.querySelector('main a.btn--primary')?.click();
});

function password(button) {
  const shown = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(shown));
  button.closest('.field').querySelector('input').type = shown ? 'text' : 'password';
}

// What draws the whole page anew comes after the frame that shows what was pressed: a slow phone needs a fifth of a second for all its colours.
const then = (act) => () => requestAnimationFrame(() => setTimeout(act));

addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-does]');
  const acts = { theme: then(theme), contrast: then(contrasted), keys: show, 'keys-off': turn, show: () => password(button), text: then(() => text(button)) };
  acts[button?.dataset.does]?.();
});

// Two presses of one button are one act: for five seconds a form that is on its way is not sent once more. A page that the browser had kept is anew.
const sent = new Set();
addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), 5e3);
});
addEventListener('pageshow', () => sent.clear());

// Paper says when it was printed, by the hospital's clock: that of the page, as much later as it is now.
const loaded = Date.now();
addEventListener('beforeprint', () => {
  for (const at of document.querySelectorAll('time[data-zone]')) {
    const written = { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', numberingSystem: 'latn', timeZone: at.dataset.zone || 'UTC' };
    at.textContent = new Intl.DateTimeFormat(root.lang === 'en' ? 'en-GB' : root.lang, written).format(Date.parse(at.dateTime) + Date.now() - loaded);
  }
});

// How many a choice holds, while what it holds moves.
setInterval(() => {
  for (const at of document.querySelectorAll('[data-counts]')) {
    const { length } = document.querySelectorAll(at.dataset.counts);
    if (+at.textContent !== length) at.textContent = length;
  }
}, 1e3);

// Browsers know it in secure places only.
navigator.serviceWorker?.register('/sw.js');
