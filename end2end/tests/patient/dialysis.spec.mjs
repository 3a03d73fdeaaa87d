// A patient books a chair on a phone, without a script, moves it and gives it up; the nurse sees it in the diary meanwhile. And one whose session runs reads it in plain words.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { card } from '../support/ward.mjs';

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

  const nurse = await tour.browse({ as: 'nurse', js: false });
  await nurse.goto('/dialysis/diary');
  await nurse.getByRole('heading', { level: 1, name: 'Chair diary' }).waitFor();
  await card(nurse, 'day').getByRole('row').nth(1).waitFor();

  const last = card(patient, 'my-sessions').locator('details').last();
  await last.locator('summary').click();
  await last.getByRole('button', { name: 'Give up this session' }).click();
  await patient.getByRole('status').getByText('You have given the session up.').waitFor();
  assert.equal(await rows(), Math.max(before, 1));
  assert.equal(await patient.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');
});
