// What every page hears, whether a program runs in it or not: the theme, the size of the text, the keys of staff, a password that is shown, the time on paper, and the worker that keeps the page for when the
// network is gone. What is pressed says in `data-does` what it does. Without a script those buttons are not shown (style/base.css).

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

// The keys: `?` lists them, `g` and then a letter goes to a place of the rail. The portal has no list and no keys.
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

addEventListener('keydown', (event) => {
  const since = event.timeStamp - begun;
  begun = -Infinity;
  const taken = event.target.closest?.('input, textarea, select, [contenteditable], dialog');
  if (!list || taken || event.ctrlKey || event.metaKey || event.altKey || off()) return;
  if (event.key === '?') show();
  else if (since < patience && /^[a-z]$/.test(event.key)) document.querySelector(`.rail__items [href^="/${event.key}"]`)?.click();
  else if (event.key === 'g') begun = event.timeStamp;
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
