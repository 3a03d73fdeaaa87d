// The server dies under an open ward: the page says so, what it shows grows old, and all goes on by itself. It has a hospital of its own.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { serverGone } from '../support/gate.mjs';
import { journey } from '../support/journey.mjs';
import { Server } from '../support/server.mjs';
import { alarmOf, bed, card, mark, stillTheSame, watchValues } from '../support/ward.mjs';

journey(
  'a killed server is told, resumes by itself, and loses nothing',
  async (tour) => {
    const server = await Server.start();
    try {
      const page = await tour.open('/ward?sort=bed', { as: 'doctor', server });
      await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
      await mark(page);
      const device = monitor(server, 9);
      const alarm = alarmOf(page, 9).filter({ hasText: 'SpO₂' });
      await device.post({ spo2: 79 }, { ahead: 90 });
      await alarm.waitFor({ state: 'attached' });
      // Acknowledged in the very moment before: durable, or the answer was a lie.
      await device.post({ heart_rate: 137 }, { ahead: 91 });

      tour.gate.expect(...serverGone);
      await server.kill();
      const bar = page.locator('.offline');
      await bar.waitFor();
      assert.match(await bar.innerText(), /No connection since \d\d:\d\d/);
      assert.match(await page.locator('.page__head .live').innerText(), /^Not connected/);
      // The monitor of bed 5 promises a value every second: it is the first to be old.
      await bed(page, 5).and(page.locator('.bed--stale')).waitFor();
      assert.match(await bed(page, 5).locator('.chip--stale').innerText(), /Last data .* ago/s);

      await server.run();
      await bar.waitFor({ state: 'detached', timeout: 25_000 });
      await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
      await watchValues(page);
      await page.waitForFunction(() => window.walked.changes.length > 0, null, { timeout: 10_000 });
      await bed(page, 5).and(page.locator(':not(.bed--stale)')).waitFor();
      await stillTheSame(page);

      // Nothing is lost: the alarm stands, and so does the reading that was acknowledged last.
      await alarm.and(page.locator('.alarm--raised')).waitFor({ state: 'attached' });
      await bed(page, 9).locator('.vital__value', { hasText: '137' }).waitFor();
      const reader = await tour.open('/ward', { as: 'doctor', server, js: false });
      await bed(reader, 9).getByRole('link').click();
      await reader.getByRole('heading', { level: 1, name: 'NAIR, Priya' }).waitFor();
      await reader.waitForLoadState();
      const rows = (await card(reader, 'readings').locator('tbody tr').allInnerTexts()).join('\n');
      assert.match(rows, /\b137\b/);
      assert.match(rows, /\b79\b/);
    } finally {
      tour.server.said += `\n--- the hospital that was killed ---\n${server.said}`;
      await server.stop();
    }
  },
  { long: true },
);

journey('a network that goes and comes back is told and resumed', async (tour) => {
  const page = await tour.open('/ward', { as: 'nurse' });
  await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
  await mark(page);
  tour.gate.expect(/net::ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await page.locator('.offline').waitFor();
  await page.context().setOffline(false);
  await page.locator('.offline').waitFor({ state: 'detached' });
  await page.locator('.page__head .live', { hasText: 'Live' }).waitFor();
  await stillTheSame(page);
});
