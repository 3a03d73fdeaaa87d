// The recorded alarm of bed 7: a monitor that called asystole while the heart went on. A doctor finds it in the list, goes back and forth along the curves, reads them on a phone by day
// and by night, and prints them at their size.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { part } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';

/** The oldest of the alarms with curves is the one with which the demo was filled. */
async function opensStrip(page) {
  await page.goto('/ward');
  const chart = await page.locator('.bed', { has: page.locator('.bed__number', { hasText: /^7$/ }) }).getByRole('link').getAttribute('href');
  await page.goto(`${chart}/curves`);
  const list = part(page, 'curves');
  const row = list.getByRole('row').filter({ has: page.getByRole('link', { name: 'Alarm of the machine', exact: true }) }).last();
  assert.match(await row.innerText(), /ECG II, ECG V, Pleth/);
  await row.getByRole('link').click();
  await part(page, 'curve').getByRole('img', { name: 'Alarm of the machine' }).waitFor();
}

/** The paper: how wide it is against its card, and how many curves are drawn on it. */
const paper = (page) =>
  page.locator('.mm-strip').evaluate((svg) => ({
    width: svg.getBoundingClientRect().width,
    card: svg.closest('.card__body').getBoundingClientRect().width,
    curves: [...svg.querySelectorAll('.mm-strip__curve')].filter((path) => path.getAttribute('d').length > 1_000).length,
    alarm: svg.querySelectorAll('.mm-strip__alarm').length,
  }));

journey('a doctor reads the curves around a false alarm, earlier and at the alarm, with the same in figures', async (tour) => {
  const page = await tour.browse({ as: 'doctor' });
  await opensStrip(page);
  const at = await paper(page);
  assert.equal(at.curves, 3, 'three channels are drawn');
  assert.ok(at.alarm > 0, 'and the line of the alarm');
  const figures = part(page, 'curve').getByRole('table', { name: 'These curves in figures' });
  for (const channel of ['ECG II', 'ECG V', 'Pleth']) await figures.getByRole('rowheader', { name: channel, exact: true }).waitFor();
  assert.match(await figures.innerText(), /125/);
  assert.match(await figures.innerText(), /mV/);
  // 18 s before, the alarm is not on the sheet.
  await page.getByRole('link', { name: 'Earlier', exact: true }).click();
  await page.getByRole('link', { name: 'At the alarm', exact: true }).waitFor();
  const earlier = await paper(page);
  assert.equal(earlier.curves, 3);
  assert.equal(earlier.alarm, 0);
  await page.getByRole('link', { name: 'At the alarm', exact: true }).click();
  // An upright line has no width, which is hidden to whoever waits for a box.
  await page.locator('.mm-strip__alarm').first().waitFor({ state: 'attached' });
  assert.deepEqual(await violations(page), []);
});

journey('the curves fit a phone by day and by night, and paper shows them at their size', async (tour) => {
  const page = await tour.browse({ as: 'doctor', size: 'phone' });
  await opensStrip(page);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    assert.deepEqual(await faults(page), [], colorScheme);
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), sizes.phone.width, `${colorScheme}: nothing sideways`);
    const { width, card } = await paper(page);
    assert.ok(width <= card && width > 0.8 * card, `${colorScheme}: ${width} of ${card} px`);
  }

  // On paper 25 mm a second: six seconds are 150 mm, and a CSS millimetre is 96 / 25.4 px.
  await page.setViewportSize({ width: 688, height: 1017 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const printed = await paper(page);
  assert.ok(Math.abs(printed.width - (150 * 96) / 25.4) < 1, `${printed.width} px on paper`);
  await page.locator('.banner').waitFor();
  // Ink on white: what is light on the screen at night would not be seen.
  const stroke = await page.locator('.mm-strip__curve').first().evaluate((path) => getComputedStyle(path).stroke);
  assert.ok(stroke.match(/[\d.]+/g).slice(0, 3).every((part) => Number(part) < 90), `the curve is ${stroke}`);
});
