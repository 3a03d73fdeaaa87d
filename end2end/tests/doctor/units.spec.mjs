// In which units a doctor reads what moves: her choice holds in what the server draws and in what the browser draws anew.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { Server } from '../support/server.mjs';
import { alarmOf, bed } from '../support/ward.mjs';

journey('a doctor reads the ward in Fahrenheit, as the server drew it and as it moves', async (tour) => {
  // A hospital of its own: other journeys read the same account in °C meanwhile.
  const server = await Server.start();
  try {
    const page = await tour.open('/account', { as: 'doctor', server });
    const looks = page.getByRole('region', { name: 'How it looks' });
    await looks.getByRole('radio', { name: '°F' }).check();
    await looks.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').filter({ hasText: 'How the pages look is saved.' }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.className), 'done', 'what was done has the focus, so that it is read out');
    const device = monitor(server, 9);
    await device.post({ temperature: 39.4 }, { ahead: 90 });
    await page.goto('/ward?sort=bed');
    await hydrated(page);
    await bed(page, 9).getByText('102.9').first().waitFor();
    await alarmOf(page, 9).filter({ hasText: /102\.9\s°F, limit 102\.4/ }).first().waitFor({ state: 'attached' });
    // What comes over the socket is written by the browser.
    await device.post({ temperature: 38.9 }, { ahead: 150 });
    await bed(page, 9).getByText('102.0').first().waitFor();
    assert.match(await bed(page, 9).innerText(), /102\.0\s+°F/);
    assert.doesNotMatch(await page.getByRole('main').innerText(), /°C/);
    await bed(page, 9).getByRole('link').click();
    await hydrated(page);
    const values = page.getByRole('region', { name: 'Vital signs' });
    await values.getByText('102.0').waitFor();
    await page.locator('.day svg').first().waitFor();
    assert.match(await page.getByRole('region', { name: 'Last 24 hours' }).innerText(), /°F/);
  } finally {
    await Promise.all(tour.contexts.map((context) => context.close()));
    await server.stop();
  }
});
