// How the parts and the main pages look, beside the pictures that are kept of them (`pictures/`; renewed by `make visual WRITE=1`). Where another program or major
// of Chromium draws, what differs is told and fails nothing.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { allowed, compare, keep } from '../support/compare.mjs';
import { journey } from '../support/journey.mjs';
import { kept, pictures, pose, take } from '../support/pictures.mjs';

const results = join(import.meta.dirname, '../../results');
const often = pictures.filter((one) => one.often);
const subjects = [...new Set(often.map((one) => one.group ?? one.page))];

for (const subject of subjects) {
  journey(`the pictures of ${subject} are as they were`, async (tour) => {
    const album = kept(tour.browser);
    const blank = await (await tour.browser.newContext()).newPage();
    tour.contexts.push(blank.context());
    const found = [];
    for (const one of often.filter(({ group, page }) => (group ?? page) === subject)) {
      const page = await pose(tour, one);
      const fault = await album.fault(blank, one, await take(page, one), results);
      if (fault) found.push(fault);
      await page.context().close();
    }
    if (album.same) assert.deepEqual(found, []);
    else for (const line of found) console.log(`          told    ${line} (${album.by}; the pictures are of ${album.of})`);
    // A patient's page counts the messages that wait for them, which other journeys read.
  }, { own: subject === 'my-search' });
}

journey('at most sixty pictures are taken in a run', async () => {
  assert.ok(often.length <= 60, `${often.length} pictures`);
});

journey('a picture of a button that moved by three pixels is seen to differ, and of one that did not is not', async (tour) => {
  const blank = await (await tour.browser.newContext()).newPage();
  tour.contexts.push(blank.context());
  const one = often.find(({ group, size, theme }) => group === 'acts' && size === 'desk' && theme === 'light');
  const page = await pose(tour, one);
  const before = await keep(blank, await take(page, one));
  assert.ok((await compare(blank, before, await take(page, one))).differing <= allowed, 'the same');
  const button = page.locator('.btn--primary').first();
  const move = (property, value) => button.evaluate((element, [property, value]) => element.style.setProperty(property, value), [property, value]);
  for (const [property, value] of [['translate', '3px 0'], ['translate', '0 3px'], ['padding-inline', '24px'], ['border-radius', '0'], ['background', 'rgb(200, 32, 47)'], ['font-weight', '400'], ['visibility', 'hidden']]) {
    await move(property, value);
    const { differing } = await compare(blank, before, await take(page, one));
    assert.ok(differing > allowed, `${property} ${value}: ${differing} pixels`);
    await move(property, '');
  }
  // An eye does not see it.
  await move('background', 'rgb(66, 78, 192)');
  assert.ok((await compare(blank, before, await take(page, one))).differing <= allowed, 'a shade');
});

journey('a pale fill that is gone is seen: of a band, of the place where the reader is, of the canvas', async (tour) => {
  const blank = await (await tour.browser.newContext()).newPage();
  tour.contexts.push(blank.context());
  const one = often.find(({ group, size, theme, dir }) => group === 'chart' && size === 'desk' && theme === 'light' && dir === 'ltr');
  const page = await pose(tour, one);
  const before = await keep(blank, await take(page, one));
  assert.equal((await compare(blank, before, await take(page, one))).differing, 0, 'the same');
  const wear = (rule) =>
    page.evaluate((rule) => {
      const sheet = (globalThis.worn ??= new CSSStyleSheet());
      sheet.replaceSync(rule);
      if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, rule);
  for (const rule of [':root { --band: #fff !important }', '[aria-current] { background: none !important }', ':root { --canvas: #fff !important }', '.card { background: rgb(250, 250, 250) !important }']) {
    await wear(rule);
    const { differing } = await compare(blank, before, await take(page, one));
    assert.ok(differing > allowed, `${rule}: ${differing} pixels`);
  }
  await wear('');
  assert.equal((await compare(blank, before, await take(page, one))).differing, 0, 'as it was');
});
