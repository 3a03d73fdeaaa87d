// An alarm: raised by a device, seen at once on every open ward, answered by one of them. Each journey has a bed of its own.

import assert from 'node:assert/strict';
import { plant } from '../support/canaries.mjs';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';
import { alarmOf, answerButton, bed, card, mark, stillTheSame } from '../support/ward.mjs';

/** Nobody survives it for long; the replay's own readings are older by then and do not end it. */
const dangerous = { systolic: 70, diastolic: 40, spo2: 80 };
const standing = { ahead: 90 };

journey('a dangerous value alarms the open ward within 2 s, and an answer shows on every page', async (tour) => {
  const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
  const other = await tour.open('/ward?sort=bed', { as: 'nurse' });
  for (const one of [page, other]) await one.locator('.page__head .live', { hasText: 'Live' }).waitFor();
  await mark(page);
  const raised = page.locator('.strip .alarm--high.alarm--raised', { hasText: 'Bed 9 ·' });
  assert.equal(await raised.count(), 0);

  const since = performance.now();
  await monitor(tour.server, 9).post(dangerous, standing);
  await raised.first().waitFor({ state: 'attached', timeout: 2_000 });
  const took = performance.now() - since;
  assert.ok(took <= 2_000, `the alarm was there after ${Math.round(took)} ms`);

  // Its bed: the border, the number, and the two offending values; the others stay ink.
  const card = bed(page, 9);
  await card.and(page.locator('.bed--high')).waitFor();
  await card.locator('.pill--high', { hasText: '80' }).waitFor();
  await card.locator('.pill--high', { hasText: '70/40' }).waitFor();
  // And says why it stands where it stands, with the value.
  await card.locator('.bed__why b', { hasText: /\d+\s\S+, limit \d+\./ }).waitFor();
  assert.match(await page.title(), /^\d+ high · Ward · Wardlight$/);
  assert.equal(await page.locator('#favicon').getAttribute('href'), '/favicon-alarm.svg');
  // A high alarm is said aloud.
  await page.getByRole('alert').filter({ hasText: /bed 9/i }).waitFor({ state: 'attached', timeout: 2_000 });

  // Answered here, outlined on both pages, with who and when.
  const mine = alarmOf(page, 9).filter({ hasText: 'SpO₂' });
  assert.match(await mine.textContent(), /80\s%/);
  await (await answerButton(page, mine)).click();
  for (const one of [page, other]) {
    const answered = alarmOf(one, 9).filter({ hasText: 'SpO₂' }).and(one.locator('.alarm--answered'));
    await answered.waitFor({ state: 'attached' });
    assert.match(await answered.textContent(), /Dr Anika Rao/);
    assert.equal(await answered.getByRole('button', { includeHidden: true }).count(), 0);
  }
  await stillTheSame(page);
});

journey('an alarm is answered without JavaScript, and the reader comes back to the same ward', async (tour) => {
  await monitor(tour.server, 6).post({ spo2: 81 }, standing);
  const page = await tour.open('/ward?sort=bed', { as: 'nurse', js: false });
  const alarm = alarmOf(page, 6);
  const before = page.url();
  await (await answerButton(page, alarm)).click();
  await page.waitForLoadState();
  assert.equal(new URL(page.url()).search, new URL(before).search);
  await alarm.and(page.locator('.alarm--answered')).waitFor({ state: 'attached' });
  assert.match(await alarm.textContent(), /B\. Achieng/);
});

journey('a high alarm whose value is well again stays until somebody has seen it', async (tour) => {
  const device = monitor(tour.server, 10);
  await device.post({ spo2: 82 }, { ahead: 60 });
  const page = await tour.open('/ward', { as: 'doctor' });
  const alarm = alarmOf(page, 10).filter({ hasText: 'SpO₂' });
  await alarm.waitFor({ state: 'attached' });
  await device.post({ spo2: 97 }, { ahead: 61 });
  await alarm.and(page.locator('.alarm--gone')).waitFor({ state: 'attached' });
  assert.match(await alarm.textContent(), /was 82.*now 97/);
  const button = await answerButton(page, alarm);
  assert.equal((await button.innerText()).trim(), 'Seen');
  await button.click();
  await alarm.waitFor({ state: 'detached' });
});

journey('an alarm is answered with a note on the page of the patient', async (tour) => {
  await monitor(tour.server, 8).post({ spo2: 83 }, standing);
  const page = await tour.open('/ward', { as: 'doctor' });
  await bed(page, 8).getByRole('link').click();
  const alarm = card(page, 'alarms').locator('.alarm', { hasText: 'SpO₂' });
  const note = `Mask had slipped, ${plant('the note at an alarm')}.`;
  await alarm.getByLabel('Note (optional)').fill(note);
  // The page shows the answer before the server has said yes.
  const stored = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok());
  await alarm.getByRole('button').click();
  await alarm.and(page.locator('.alarm--answered')).waitFor();
  await stored;
  const text = await alarm.innerText();
  assert.match(text, /Dr Anika Rao/);
  assert.ok(text.includes(`“${note}”`), text);
  await page.reload();
  assert.ok((await alarm.innerText()).includes(`“${note}”`), 'it is stored');
});

journey('an alarm of the machine says why, on the ward and on the page of the patient', async (tour) => {
  const device = monitor(tour.server, 7);
  await device.post({ heart_rate: 80, system_status: 'danger', alarm_codes: ['ART_LOW'] }, { ahead: 60 });
  const page = await tour.open('/ward', { as: 'doctor' });
  const alarm = alarmOf(page, 7).filter({ hasText: 'Machine' });
  await alarm.waitFor({ state: 'attached' });
  assert.match(await alarm.textContent(), /Machine reports danger: ART_LOW/);
  await bed(page, 7).getByRole('link').click();
  await card(page, 'now').locator('.tile', { hasText: 'Danger: ART_LOW' }).waitFor();
  await (await answerButton(page, card(page, 'alarms').locator('.alarm', { hasText: 'ART_LOW' }))).click();
  await device.post({ heart_rate: 80, system_status: 'normal' }, { ahead: 61 });
  await card(page, 'now').locator('.tile', { hasText: 'Machine' }).waitFor({ state: 'detached' });
});
