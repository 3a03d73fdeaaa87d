// What every page looks like, measured at a desk and on a phone, light and dark: nothing wider than the screen, nothing cut, too small or too pale. The parts that
// pages are made of are measured one by one in gallery.spec.mjs.

import assert from 'node:assert/strict';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { openPage, pages } from '../support/pages.mjs';

for (const one of pages) {
  journey(`${one.name} is well laid out at a desk and on a phone, light and dark`, async (tour) => {
    const page = await openPage(tour, one);
    const found = [];
    for (const size of ['desk', 'phone']) {
      await page.setViewportSize(sizes[size]);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(...(await faults(page)).map((line) => `${size} ${colorScheme}: ${line}`));
      }
    }
    assert.deepEqual(found, []);
  });
}
