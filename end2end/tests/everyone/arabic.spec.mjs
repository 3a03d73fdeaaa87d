// Every page in Arabic, read from right to left: clean for axe, and well laid out on phones of 390, 360 and 320 px and as wide as a desk. The browser is a
// phone's (touch, and a screen that zooms out of what is too wide): the pages' own words at a desk are measured in layout.spec.mjs.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { openPage, pages } from '../support/pages.mjs';

const widths = { phone: sizes.phone, small: sizes.small, '320 px': { width: 320, height: 640 }, desk: sizes.desk };
/** One file for all languages; and a page for those who write programs. */
const same = ['offline', 'api'];

for (const one of pages.filter(({ name }) => !same.includes(name))) {
  journey(`${one.name} is read in Arabic from right to left, clean for axe and well laid out`, async (tour) => {
    const page = await openPage(tour, one, { lang: 'ar', size: 'phone' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    const found = [];
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize(width);
      found.push(...(await faults(page)).map((line) => `${size}: ${line}`));
    }
    found.push(...(await violations(page)));
    assert.deepEqual(found, []);
  });
}

journey('what is too wide for a phone is found, though the phone zooms out of it', async (tour) => {
  const page = await tour.open('/recover', { size: 'phone' });
  assert.deepEqual(await faults(page), []);
  await page.locator('main').evaluate((main) => main.style.setProperty('min-inline-size', '400px'));
  const found = await faults(page);
  assert.ok(found.some((line) => /the page is \d+ wide on 390/.test(line)), found.join('; '));
});
