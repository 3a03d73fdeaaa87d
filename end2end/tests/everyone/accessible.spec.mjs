// Every page is clean for axe in light and in dark, and the gate of each journey hears its console.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';
import { openPage, pages } from '../support/pages.mjs';
import { alarmOf, card } from '../support/ward.mjs';

for (const one of pages) {
  journey(`axe finds nothing on ${one.name}, light and dark`, async (tour) => {
    const page = await openPage(tour, one);
    const found = [];
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await violations(page)).map((line) => `${colorScheme}: ${line}`));
    }
    assert.deepEqual(found, []);
  });
}

journey('axe finds nothing on a ward and a patient in alarm, light and dark', async (tour) => {
  await monitor(tour.server, 11).post({ spo2: 80, heart_rate: 190, temperature: 41.5 }, { ahead: 60 });
  const ward = await tour.open('/ward', { as: 'doctor' });
  await alarmOf(ward, 11).first().waitFor({ state: 'attached' });
  const found = [];
  const look = async (page) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await violations(page)).map((line) => `${colorScheme}: ${line}`));
    }
  };
  await look(ward);
  await ward.getByRole('article', { name: 'Bed 11', exact: true }).getByRole('link').click();
  await card(ward, 'alarms').locator('.alarm').first().waitFor();
  await look(ward);
  assert.deepEqual(found, []);
});

journey('night is chosen with a button, comes with the next page at once, and is kept', async (tour) => {
  const page = await tour.open('/devices', { as: 'technician' });
  await page.getByRole('button', { name: 'Night' }).click();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  const answer = await page.goto('/devices');
  assert.match(await answer.text(), /<html[^>]* data-theme="dark"/, 'the server sends it dark');
  await page.getByRole('button', { name: 'Day' }).click();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'light');
});
