// A ward in alarm is clean for axe in light and in dark, and so is every page (layout.spec.mjs); night, high contrast and less motion are there for who asks for them.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { alarmOf, card } from '../support/ward.mjs';

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
  await page.locator('html[data-theme=dark]').waitFor();
  const answer = await page.goto('/devices');
  assert.match(await answer.text(), /<html[^>]* data-theme="dark"/, 'the server sends it dark');
  await page.getByRole('button', { name: 'Day' }).click();
  await page.locator('html[data-theme=light]').waitFor();
});

journey('high contrast is chosen before anybody has signed in, holds on the next page and on the account page, and goes again', async (tour) => {
  const page = await tour.open('/sign-in', { size: 'phone' });
  const theme = () => page.locator('html').getAttribute('data-theme');
  const button = (pressed) => page.getByRole('button', { name: 'High contrast', pressed });
  await button(false).tap();
  await button(true).waitFor();
  assert.equal(await theme(), 'contrast');
  assert.match(await (await page.goto('/recover')).text(), /<html[^>]* data-theme="contrast"/, 'the server sends it so');
  assert.deepEqual(await faults(page, { text: 7 }), []);
  await button(true).tap();
  await button(false).waitFor();
  assert.equal(await theme(), null);
  await page.goto('/sign-in');
  assert.equal(await theme(), null);

  // What is saved holds for the account: it is one that no other journey reads in another language.
  const account = await tour.open('/account', { as: 'responder' });
  const looks = account.getByRole('region', { name: 'How it looks' });
  await looks.getByRole('checkbox', { name: 'High contrast' }).check();
  await looks.getByRole('button', { name: 'Save' }).click();
  await account.getByText('How the pages look is saved').waitFor();
  await account.goto('/emergency');
  assert.equal(await account.locator('html').getAttribute('data-theme'), 'contrast');
  assert.deepEqual(await faults(account, { text: 7 }), []);
});

journey('who asks for less motion sees nothing move on a ward in alarm', async (tour) => {
  await monitor(tour.server, 9).post({ spo2: 80, heart_rate: 190 }, { ahead: 60 });
  const ward = await tour.browse({ as: 'doctor' });
  await tour.go(ward, '/ward');
  await alarmOf(ward, 9).first().waitFor({ state: 'attached' });
  const moves = (wanted) => ward.waitForFunction((wanted) => document.getAnimations().some(({ playState }) => playState === 'running') === wanted, wanted, { polling: 100 });
  await moves(true);
  await ward.emulateMedia({ reducedMotion: 'reduce' });
  // The frame in which the browser learns of it may still show the last of what moved; an alarm that went on pulsing would never end here. Asked by the clock: a page
  // that lies behind others draws no frames to be asked in.
  await moves(false);
});
