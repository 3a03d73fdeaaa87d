// Every component in every state (`/gallery`), at every width, in every theme, in both directions: nothing wider than the screen, nothing cut, too small, too pale.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { groups } from '../support/pictures.mjs';

const widths = [1440, 1024, 390, 320];
const themes = ['light', 'dark', 'contrast'];

/** The form page of a group as the address says; motion would show colours half-way. */
async function look(tour, page, group, words) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const answer = await tour.go(page, `/gallery/${group}?${words}`);
  assert.equal(answer.status(), 200);
  await page.evaluate(() => document.fonts.ready);
}

for (const group of groups) {
  journey(`the gallery of ${group} is well laid out at every width, in every theme and direction`, async (tour) => {
    const page = await tour.browse();
    const found = [];
    for (const theme of themes) {
      for (const dir of ['ltr', 'rtl']) {
        await page.setViewportSize({ width: widths[0], height: 900 });
        await look(tour, page, group, `theme=${theme}&dir=${dir}`);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const here = await faults(page, { text: theme === 'contrast' ? 7 : 4.5 });
          found.push(...here.map((line) => `${theme} ${dir} ${width}: ${line}`));
        }
      }
    }
    assert.deepEqual(found, []);
  });

  journey(`axe finds nothing in the gallery of ${group}, in every theme and direction`, async (tour) => {
    const page = await tour.browse();
    const found = [];
    for (const words of ['theme=light', 'theme=dark', 'theme=contrast', 'theme=light&dir=rtl', 'theme=dark&dir=rtl', 'theme=contrast&dir=rtl']) {
      await look(tour, page, group, words);
      found.push(...(await violations(page)).map((line) => `${words}: ${line}`));
    }
    assert.deepEqual(found, []);
  });
}

journey('thumbs find their targets in the gallery, and compact is for mice alone', async (tour) => {
  const page = await tour.browse({ size: 'phone' });
  const control = () => page.locator('.btn').first().evaluate((button) => button.getBoundingClientRect().height);
  await look(tour, page, 'acts', 'density=compact');
  assert.ok((await control()) >= 44, 'a phone stays comfortable');
  const desk = await tour.browse();
  for (const [density, height] of [['compact', 28], ['', 36], ['comfortable', 48]]) {
    await look(tour, desk, 'acts', `density=${density}`);
    const drawn = await desk.locator('.btn--primary').first().evaluate((button) => button.getBoundingClientRect().height);
    assert.equal(Math.round(drawn), height, density);
  }
});

journey('who asks the machine for more contrast gets it, at night on black', async (tour) => {
  const page = await tour.browse();
  for (const [colorScheme, ground] of [['light', 'rgb(255, 255, 255)'], ['dark', 'rgb(0, 0, 0)']]) {
    await page.emulateMedia({ colorScheme, contrast: 'more', reducedMotion: 'reduce' });
    for (const group of groups) {
      await tour.go(page, `/gallery/${group}`);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), ground);
      assert.deepEqual((await faults(page, { text: 7 })).map((line) => `${colorScheme} ${group}: ${line}`), []);
    }
  }
});

journey('without a program a menu opens and closes by keys, and a row opens', async (tour) => {
  const page = await tour.browse({ js: false });
  await look(tour, page, 'acts', '');
  const menu = page.locator('#menu-more');
  await page.getByRole('button', { name: 'More acts' }).focus();
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'visible' });
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Print label\nP', 'Tab goes into what opened');
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
  assert.equal(await page.locator(':focus').getAttribute('popovertarget'), 'menu-more', 'and Esc comes back');

  await look(tour, page, 'lists', '');
  const more = page.locator('#batch-3');
  assert.equal(await more.isVisible(), false);
  await page.getByText('HEP-23B1').click();
  await more.waitFor({ state: 'visible' });
});
