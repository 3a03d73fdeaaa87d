// The patient's own home.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';
import { card } from '../support/ward.mjs';

journey('a patient reads their own values in plain words, and opens no page of staff', async (tour) => {
  const page = await tour.open('/my', { as: 'patient' });
  await page.getByRole('heading', { level: 1, name: 'Hello, Joseph' }).waitFor();
  const values = await card(page, 'my-values').locator('.well__value').allInnerTexts();
  assert.ok(values.filter((value) => /^\d/.test(value.trim())).length >= 3, `values: ${values}`);
  const text = await page.locator('main').innerText();
  for (const word of ['NEWS2', 'systolic', 'alarm', 'SpO₂']) assert.equal(text.toLowerCase().includes(word.toLowerCase()), false, `${word} is no plain word`);
  assert.match(text, /This page is not for emergencies\./);
  for (const path of ['/ward', '/devices', '/pharmacy', '/hospital', '/account']) {
    const answer = await page.goto(path);
    assert.equal(new URL(page.url()).pathname, '/sign-in', `a patient is nobody at ${path}`);
    assert.equal(answer.status(), 200);
  }
});

journey('a patient reads their values without JavaScript', async (tour) => {
  const page = await tour.open('/my', { as: 'patient', js: false });
  const values = await card(page, 'my-values').locator('.well__value').allInnerTexts();
  assert.ok(values.filter((value) => /^\d/.test(value.trim())).length >= 3, `values: ${values}`);
});

journey("a patient's values move", async (tour) => {
  const page = await tour.open('/my', { as: 'patient' });
  await card(page, 'my-values').locator('.live:not(.live--off)').waitFor();
  await monitor(tour.server, 2).post({ heart_rate: 143 }, { ahead: 30 });
  await page.locator('.well__value', { hasText: /^143$/ }).waitFor({ timeout: 2_000 });
});
