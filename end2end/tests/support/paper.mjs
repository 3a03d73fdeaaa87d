// A page on paper: who printed it and when, that it does not change, and whose it is; nothing to press, nothing cut; a code that opens it, where that says nothing of a patient.

/** A4 between its margins, in CSS pixels. */
const paper = { width: 688, height: 1017 };

/** What is wrong with the sheet, printed at night. It is left as paper: what looks at the screen looks before. */
export async function sheet(page) {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  return page.evaluate(onPaper);
}

/** Runs in the page. */
function onPaper() {
  const found = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const name = (element) => `${element.localName}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}"`;
  const all = [...document.querySelectorAll('body *')].filter((element) => shown(element) && !element.closest('.visually-hidden, .skip, [hidden]'));
  for (const element of all) {
    if (element.matches('button, .btn, .rail, nav.pager, .segmented, input[type=submit]')) found.push(`to press: ${name(element)}`);
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (right > innerWidth + 1 || left < -1)) found.push(`beyond the sheet: ${name(element)} from ${Math.round(left)} to ${Math.round(right)}`);
    const { overflowX, color } = getComputedStyle(element);
    if (/hidden|clip|auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) found.push(`cut: ${name(element)}`);
    // Ink is dark: what is light on the screen at night would not be seen.
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
    const light = color.match(/[\d.]+/g)?.slice(0, 3).every((part) => Number(part) > 170);
    if (own && light && color.startsWith('rgb')) found.push(`light ink ${color}: ${name(element)}`);
  }
  // Who has not signed in has a sheet without a name.
  if (!document.querySelector('.shell')) return found;
  const text = (query) => [...document.querySelectorAll(query)].filter(shown).map((element) => element.innerText).join(' ');
  const who = document.querySelector('.who__name').textContent;
  if (!text('.print-foot').includes(`Printed by ${who}`)) found.push(`the foot does not say who printed it: ${text('.print-foot')}`);
  if (!/does not change/.test(text('.print-foot'))) found.push('it does not say that paper does not change');
  if (!/\d{1,2} \w{3} \d{4} \d\d:\d\d, \w+ time \(\w+\)/.test(text('.print-head'))) found.push(`the head does not say when: ${text('.print-head')}`);
  // A machine's page is opened again by its code; whose a chart is stands in its address, so its paper has none.
  const code = document.querySelector('.print-head__code');
  const path = location.pathname;
  if (/^\/devices\/[\da-f-]{36}$/.test(path) && !(code && shown(code) && code.querySelector('svg')?.getBoundingClientRect().width > 70)) found.push('the machine has no code on paper');
  if (/^\/(patients|my)\//.test(path) && code) found.push('a code leads to somebody');
  const banner = document.querySelector('.banner');
  if (banner && !shown(banner)) found.push('it does not say whose it is');
  return found;
}
