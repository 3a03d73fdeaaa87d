// The page of one patient: who, how now, how over the day, which alarms, every reading.

import assert from 'node:assert/strict';
import { hydrated, journey } from '../support/journey.mjs';
import { bed, card } from '../support/ward.mjs';

/** Bed 5 has a value every second. */
async function open(tour, options) {
  const page = await tour.open('/ward', { as: 'doctor', ...options });
  await bed(page, 5).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'FERREIRA, Ana' }).waitFor();
  // Without JavaScript it is a new document, and its end is still on the way when its title is there.
  await page.waitForLoadState();
  return page;
}

journey('banner, numbers, drawn day, alarms and readings are there without JavaScript', async (tour) => {
  const page = await open(tour, { js: false });
  assert.equal(await page.title().then((title) => title.includes('FERREIRA')), false, 'no name in the title');
  const banner = await page.locator('.banner').innerText();
  for (const words of [/Born\s+28 Jun 1966/, /RG-208 4726/, /Female/, /91-7796-0997-3911/, /Allergies not recorded/]) assert.match(banner, words);
  const numbers = await card(page, 'now').locator('.tile .vital__value').allInnerTexts();
  assert.ok(numbers.filter((text) => /^\d/.test(text.trim())).length >= 3, `numbers: ${numbers}`);
  const lanes = page.locator('.day svg[role=img]:not([aria-label^="Time"])');
  const said = await lanes.evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute('aria-label')));
  assert.deepEqual(said.map((sentence) => sentence.split(':')[0]), ['HR', 'SpO₂', 'RR', 'BP', 'Temp']);
  assert.match(said[0], /^HR: between \d+ and \d+ \/min, last \d+ \/min\.$/);
  assert.ok((await lanes.first().locator('path, polyline').count()) > 0, 'a line is drawn');
  assert.match(await page.locator('.day').textContent(), /replay begins/);
  await card(page, 'alarms').waitFor();
  assert.ok((await card(page, 'readings').locator('tbody tr').count()) > 5);
});

journey('readings are paged by links without JavaScript', async (tour) => {
  const page = await open(tour, { js: false });
  const times = () => card(page, 'readings').locator('tbody th time').evaluateAll((times) => times.map((time) => time.dateTime));
  const first = await times();
  assert.deepEqual(first, [...first].sort().reverse(), 'newest first');
  await page.getByRole('navigation', { name: 'Pages of readings' }).getByRole('link', { name: 'Older' }).click();
  assert.match(page.url(), /\?before=\d+\.\d+/);
  await page.waitForLoadState();
  const second = await times();
  assert.ok(second.length > 0 && second[0] < first.at(-1), 'older than everything on the page before');
  await page.getByRole('link', { name: 'Newest' }).click();
  assert.doesNotMatch(page.url(), /before=/);
  await page.waitForLoadState();
  assert.ok((await times())[0] >= first[0]);
});

journey('readings are paged while the values move on', async (tour) => {
  const page = await open(tour);
  const first = await card(page, 'readings').locator('tbody th').first().innerText();
  await page.getByRole('link', { name: 'Older' }).click();
  await page.waitForFunction((first) => document.querySelector('[aria-labelledby="readings"] tbody th')?.textContent !== first, first);
  await page.getByRole('link', { name: 'Newest' }).waitFor();
  await card(page, 'now').locator('.live', { hasText: 'Live' }).waitFor();
});

journey('numbers move, and the last half hour moves on a canvas', async (tour) => {
  const page = await open(tour);
  await card(page, 'now').locator('.live', { hasText: 'Live' }).waitFor();
  await page.waitForFunction(() => {
    const value = document.querySelector('.tiles .tile .vital__value').textContent;
    window.firstValue ??= value;
    return value !== window.firstValue;
  });
  // Something is drawn, and what is drawn changes.
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.moving__lane canvas');
    if (!canvas || canvas.width === 0) return false;
    // Read from a copy: reading the canvas itself would change how the browser draws it.
    const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height }).getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const pixels = copy.getImageData(0, 0, canvas.width, canvas.height).data;
    let ink = 0;
    let sum = 0;
    for (let at = 3; at < pixels.length; at += 4) {
      if (pixels[at] > 0) ink += 1;
      sum = (sum * 31 + pixels[at] + pixels[at - 1] * 7) % 1_000_003;
    }
    window.firstDrawing ??= sum;
    return ink > 50 && sum !== window.firstDrawing;
  });
  assert.equal(await page.locator('.moving__lane canvas').count(), 4);
});

journey('a patient is opened from the ward and left again, and each page moves at once', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  await bed(page, 3).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'KHAN, Imran' }).waitFor();
  await page.locator('.day svg').first().waitFor();
  await card(page, 'now').locator('.live', { hasText: 'Live' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Ward 4 · Renal' }).waitFor();
  await hydrated(page);
  await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
});
