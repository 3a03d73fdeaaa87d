// What every page looks like, measured at a desk, on a phone, at 320 px and at 200 % zoom, light and dark: nothing wider than the screen, nothing cut, nothing over another,
// too small or too pale; then what axe says of it at the desk, light and dark, and the sheet that a printer makes of it. One opening
// for all of that: to open a page takes as long as to measure it. The parts that pages are made of are measured one by one in gallery.spec.mjs.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { openPage, pages } from '../support/pages.mjs';
import { sheet } from '../support/paper.mjs';

/** A desk of 1280 px at 200 %, and the narrowest screen that must hold everything (WCAG 1.4.10). */
const widths = { desk: sizes.desk, phone: sizes.phone, 'zoomed to 200 %': { width: 640, height: 450 }, '320 px': { width: 320, height: 640 } };

for (const one of pages) {
  journey(`${one.name} is well laid out at a desk, on a phone, zoomed and narrow, light and dark, clean for axe and on paper`, async (tour) => {
    const page = await openPage(tour, one);
    const found = [];
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize(width);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // By night only the colours are others.
        const axe = size === 'desk' ? await violations(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {}) : [];
        const said = [...(await faults(page)), ...axe];
        found.push(...said.map((line) => `${size} ${colorScheme}: ${line}`));
      }
    }
    if (one.path !== '/api/v1/docs') found.push(...(await sheet(page)).map((line) => `paper: ${line}`));
    assert.deepEqual(found, []);
  });
}

/** The page without a connection knows nothing of its reader, and that for programs is no page of theirs. */
const ofNobody = ['/api/v1/docs', '/offline.html'];
for (const one of pages.filter(({ path, as }) => as === undefined ? !ofNobody.includes(path) : as === 'patient')) {
  journey(`${one.name} holds larger text, on a phone, zoomed and at 320 px`, async (tour) => {
    const page = await openPage(tour, one, { text: 'large' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '20px');
    const found = [];
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize(width);
      found.push(...(await faults(page)).map((line) => `${size}: ${line}`));
    }
    assert.deepEqual(found, []);
  });
}

journey('text is made larger before anybody has signed in, and stays so on the next page', async (tour) => {
  const page = await tour.open('/sign-in', { size: 'phone' });
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('label')).fontSize));
  const before = await size();
  const larger = page.getByRole('button', { name: 'Larger text' });
  await larger.tap();
  assert.equal(await larger.getAttribute('aria-pressed'), 'true');
  assert.ok((await size()) >= before * 1.24, `${before} became ${await size()}`);
  await page.goto('/recover');
  const text = () => page.locator('html').getAttribute('data-text');
  assert.equal(await text(), 'large');
  await page.getByRole('button', { name: 'Larger text', pressed: true }).tap();
  assert.equal(await text(), 'largest');
  assert.ok((await size()) >= before * 1.49, `${before} became ${await size()}`);
  assert.deepEqual(await faults(page), []);
  await page.getByRole('button', { name: 'Larger text', pressed: true }).tap();
  await page.goto('/sign-in');
  assert.equal(await page.locator('html').getAttribute('data-text'), null);
});

journey('what lies over another, is cut, or stands out is found when it is there', async (tour) => {
  const page = await tour.open('/patients/register', { as: 'receptionist' });
  assert.deepEqual(await faults(page), []);
  const harm = (query, property, value) => page.locator(query).first().evaluate((element, [property, value]) => element.style.setProperty(property, value), [property, value]);
  for (const [query, property, value, said] of [
    ['main label', 'translate', '0 -30px', /over each other/],
    ['main p', 'translate', '0 -40px', /over each other/],
    ['main form', 'min-inline-size', '2000px', /the page is \d+ wide/],
    ['main p', 'font-size', '11px', /text of 11/],
    ['main p', 'color', '#aaaaaa', /contrast 2/],
    ['h1', 'font-size', '18px', /a title of 18/],
    ['main button', 'zoom', '0.3', /a target of/],
  ]) {
    await harm(query, property, value);
    assert.ok((await faults(page)).some((line) => said.test(line)), `${query} with ${property} ${value}: ${(await faults(page)).join('; ')}`);
    await harm(query, property, '');
  }
});
