// Signs are symbols of one sprite. It is fetched by a name that lasts, so that a browser keeps it over all pages, and a sign that comes later is there at once.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';
import { alarmOf } from '../support/ward.mjs';

journey('the signs of a page are fetched once and for ever, also those that its program draws later', async (tour) => {
  const page = await tour.browse({ as: 'doctor' });
  const asked = [];
  page.on('response', (answer) => new URL(answer.url()).pathname.startsWith('/icons') && asked.push(answer));
  await tour.go(page, '/ward');
  await page.getByRole('link', { name: /^FERREIRA/ }).first().waitFor();
  await monitor(tour.server, 6).post({ spo2: 83 }, { ahead: 60 });
  await alarmOf(page, 6).first().locator('svg.icon').first().waitFor();
  await page.getByRole('button', { name: 'Pause updates' }).click();
  assert.deepEqual([...new Set(asked.map((answer) => answer.status()))], [200]);
  assert.match(new URL(asked[0].url()).pathname, /^\/icons\.[0-9a-f]{10}\.svg$/);
  assert.match(asked[0].headers()['cache-control'], /immutable/);
  const names = new Set(await page.locator('use').evaluateAll((all) => all.map((use) => use.getAttribute('href').split('#')[0])));
  assert.deepEqual([...names], [new URL(asked[0].url()).pathname]);
  assert.equal(asked.filter((answer) => !answer.fromServiceWorker()).length, 1, asked.map((answer) => answer.url()).join(' '));
});
