// The ward board: whole at first paint, moving by itself.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { alarmOf, bed, mark, stillTheSame, watchValues } from '../support/ward.mjs';

journey('a doctor sees twelve occupied beds with values before any JavaScript', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor', js: false });
  const cards = page.locator('.board__beds > article');
  const taken = cards.filter({ has: page.locator('.bed__about') });
  assert.equal(await taken.count(), 12);
  for (const card of await taken.all()) {
    const values = await card.locator('.bed__vitals .vital__value').allInnerTexts();
    assert.equal(values.length, 3);
    assert.ok(values.some((value) => /^\d+(\/\d+)?$/.test(value.trim())), `no number in ${await card.getAttribute('aria-label')}: ${values}`);
    assert.match(await card.locator('.news__square').innerText(), /\d|–/);
    assert.match(await card.locator('.bed__name').innerText(), /^[A-Z]+, /);
  }
  assert.ok((await page.locator('.spark').count()) >= 12, 'the trends are drawn');
  assert.match(await page.locator('noscript').first().innerText(), /needs JavaScript/);
});

journey('a value changes within ten seconds in its own text, and nothing is drawn anew', async (tour) => {
  const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
  await mark(page);
  await watchValues(page);
  await page.waitForFunction(() => window.walked.changes.length > 0, null, { timeout: 10_000 });
  const { changes, drawnAnew } = await page.evaluate(() => ({
    changes: window.walked.changes,
    drawnAnew: window.walked.cards.filter((card) => !card.isConnected).length,
  }));
  assert.equal(changes[0].kind, 'characterData', 'the text of a node changes');
  assert.equal(drawnAnew, 0);
  await stillTheSame(page);
  assert.match(await page.locator('.page__head .live').innerText(), /^Live, \d+ s$/);
});

journey(
  'a value changes on every bed within 60 s',
  async (tour) => {
    const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
    await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
    await watchValues(page);
    // Two seconds more: the last minute of a recording and the way to the page.
    const moved = page.waitForFunction(() => window.walked.unmoved().length === 0, null, { timeout: 62_000 });
    await moved.catch(async (error) => assert.fail(`nothing changed on ${(await page.evaluate(() => window.walked.unmoved())).join(', ')}: ${error.message}`));
  },
  { long: true },
);

journey('beds stand by need or by number, and the address keeps which', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  const order = page.getByRole('navigation', { name: 'Order of the beds' });
  await order.getByRole('link', { name: 'By bed' }).click();
  await page.waitForURL(/\?sort=bed$/);
  await page.locator('.segmented__option[aria-current]', { hasText: 'By bed' }).waitFor();
  const numbers = async () => (await page.locator('.bed__number').allInnerTexts()).map(Number);
  const byBed = await numbers();
  assert.deepEqual(byBed, [...byBed].sort((a, b) => a - b));
  await order.getByRole('link', { name: 'By need' }).click();
  await page.waitForURL(/\?sort=need$/);
  await page.locator('.segmented__option[aria-current]', { hasText: 'By need' }).waitFor();
  await hydrated(page);
  // Read in one go, because the ward moves: urgency of the alarm, then score.
  const needs = await page.evaluate(() =>
    [...document.querySelectorAll('.board__beds > .bed')].map((card) => ({
      free: card.matches('.bed--free'),
      urgency: ['.bed--low', '.bed--medium', '.bed--high'].findIndex((look) => card.matches(look)),
    })),
  );
  const ranks = needs.map(({ free, urgency }) => (free ? -2 : urgency));
  assert.deepEqual(ranks, [...ranks].sort((a, b) => b - a), 'the most urgent stand first, free beds last');
});

journey('the order works without JavaScript', async (tour) => {
  const page = await tour.open('/ward', { as: 'nurse', js: false });
  await page.getByRole('link', { name: 'By bed' }).click();
  const numbers = (await page.locator('.bed__number').allInnerTexts()).map(Number);
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));
});

journey('the score is spoken, and leads with its parts on the page of the patient', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  const spoken = await page.locator('.news__square .visually-hidden').allInnerTexts();
  assert.ok(spoken.length >= 12);
  for (const words of spoken) assert.match(words, /^\d+ of 20(, three in one parameter)?$|^no score: .+/);
  // Bed 5 has no temperature, consciousness or oxygen in its recording: no score, and the page says what is missing.
  const five = bed(page, 5);
  assert.match(await five.locator('.bed__foot').innerText(), /No score: .*Temp|Last data|silent/);
  await five.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'FERREIRA, Ana' }).waitFor();
  assert.match(await page.locator('.score-line').innerText(), /No score: .*missing/);
});

journey('a held ward keeps its values, says since when, lets alarms come, and goes on', async (tour) => {
  const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
  const live = page.locator('.page__head .live');
  await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
  await page.getByRole('button', { name: 'Pause updates' }).click();
  assert.match(await live.innerText(), /^Paused \d\d:\d\d, \d+ s ago\. Alarms still come\.$/);
  await watchValues(page);
  const device = monitor(tour.server, 4);
  await device.post({ spo2: 79, heart_rate: 141 }, { ahead: 90 });
  await alarmOf(page, 4).filter({ hasText: 'SpO₂' }).waitFor({ state: 'attached' });
  // Two seconds in which the ward moves elsewhere; that nothing moves here has no moment to wait for.
  await page.waitForFunction((since) => performance.now() - since > 2_000, await page.evaluate(() => performance.now()));
  assert.deepEqual(await page.evaluate(() => window.walked.changes), []);
  await page.getByRole('button', { name: 'Resume' }).click();
  await bed(page, 4).locator('.vital__value', { hasText: '141' }).waitFor();
  assert.match(await live.innerText(), /^Live, \d+ s$/);
});
