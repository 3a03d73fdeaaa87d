// A patient books a chair on a phone, without a script, moves it and gives it up; the nurse sees it in the diary meanwhile. And one whose session runs reads it in plain words.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { card } from '../support/ward.mjs';

/** As the diary names whoever signs in as the patient. */
const PATIENT = 'MWANGI, Joseph';

journey('a patient books a session on a phone, moves it and gives it up, and the nurse sees it in the diary', async (tour) => {
  const patient = await tour.browse({ as: 'patient', js: false, size: 'phone' });
  await patient.goto('/my/dialysis');
  await patient.getByRole('heading', { level: 1, name: 'My dialysis' }).waitFor();
  const rows = async () => (await card(patient, 'my-sessions').getByRole('row').count());
  const before = await rows();
  await patient.getByRole('link', { name: 'Book a session' }).click();
  // A fortnight ahead there is room, and the weeks of the plan are not full.
  await patient.getByRole('link', { name: 'Later days' }).click();
  const first = patient.locator('form.act button').first();
  const label = await first.getAttribute('aria-label');
  assert.match(label, /^Take /);
  await first.click();
  await patient.getByRole('status').getByText('Your session is booked.').waitFor();
  assert.equal(await rows(), Math.max(before, 1) + 1);

  const moved = card(patient, 'my-sessions').getByRole('link', { name: 'Move' }).last();
  await moved.click();
  await patient.getByRole('heading', { level: 1, name: 'Move my session' }).waitFor();
  await patient.getByRole('link', { name: 'Later days' }).click();
  await patient.locator('form.act button').nth(1).click();
  await patient.getByRole('status').getByText('Your session is moved.').waitFor();

  // The nurse finds it on its day, at its chair.
  const booked = card(patient, 'my-sessions').getByRole('row').last();
  const at = new Date(await booked.locator('time').first().getAttribute('datetime'));
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Nairobi' }).format(at);
  const chair = (await booked.locator('td').first().innerText()).trim();
  const nurse = await tour.browse({ as: 'nurse', js: false });
  await nurse.goto('/dialysis/diary');
  await nurse.getByRole('heading', { level: 1, name: 'Chair diary' }).waitFor();
  const ward = await nurse.locator('a[href*="/dialysis/diary?ward="]').first().getAttribute('href');
  await nurse.goto(ward.replace(/&.*$/, '').concat(`&day=${day}`));
  const inDiary = card(nurse, 'day').getByRole('row').filter({ has: nurse.locator('th', { hasText: chair }) }).getByRole('link', { name: PATIENT });
  await inDiary.waitFor();

  const last = card(patient, 'my-sessions').locator('details').last();
  await last.locator('summary').click();
  await last.getByRole('button', { name: 'Give up this session' }).click();
  await patient.getByRole('status').getByText('You have given the session up.').waitFor();
  await nurse.reload();
  await card(nurse, 'day').getByRole('row').nth(1).waitFor();
  assert.equal(await inDiary.count(), 0, 'and it is gone there as well');
  assert.equal(await rows(), Math.max(before, 1));
  assert.equal(await patient.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');
});
