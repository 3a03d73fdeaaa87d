// Every page in Arabic, read from right to left: clean for axe, and well laid out at a desk, on a phone and at 320 px.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { openPage, pages } from '../support/pages.mjs';

const widths = { desk: sizes.desk, phone: sizes.phone, '320 px': { width: 320, height: 640 } };
/** One file for all languages; and a page for those who write programs. */
const same = ['offline', 'api'];

for (const one of pages.filter(({ name }) => !same.includes(name))) {
  journey(`${one.name} is read in Arabic from right to left, clean for axe and well laid out`, async (tour) => {
    const page = await openPage(tour, one, { lang: 'ar' });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    const found = await violations(page);
    for (const [size, width] of Object.entries(widths)) {
      await page.setViewportSize(width);
      found.push(...(await faults(page)).map((line) => `${size}: ${line}`));
    }
    assert.deepEqual(found, []);
  });
}
