// A patient has limits of their own: a doctor sets one with reason and end, a nurse reads it, and it is ended before its time.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { part, send } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';

const row = (page) => part(page, 'limits').getByRole('row').filter({ hasText: 'Systolic too low' });

journey('a doctor sets a limit of one patient for some days, a nurse reads it and who set it, and it ends', async (tour) => {
  const doctor = await tour.browse({ as: 'doctor' });
  await doctor.goto('/ward');
  const chart = await doctor.locator('.bed', { has: doctor.locator('.bed__number', { hasText: /^7$/ }) }).getByRole('link').getAttribute('href');
  await doctor.goto(`${chart}/limits`);
  const form = part(doctor, 'limit-new');
  await form.getByLabel('What is measured').selectOption({ label: await form.locator('option').filter({ hasText: /^Systolic/ }).innerText() });
  await form.getByLabel('Which side is wrong').selectOption({ label: 'Too low' });
  await form.getByLabel('Raises at').fill('low');
  await form.getByLabel('For how many days').fill('3');
  await form.getByLabel('Why', { exact: true }).fill('Runs low since the weekend');
  await send(doctor, form, 'Set it');
  await doctor.getByRole('alert').waitFor();
  assert.equal(await part(doctor, 'limit-new').getByLabel('Why', { exact: true }).inputValue(), 'Runs low since the weekend', 'what was typed stays');
  await part(doctor, 'limit-new').getByLabel('Raises at').fill('84');
  await send(doctor, part(doctor, 'limit-new'), 'Set it');
  await row(doctor).getByText('84 mmHg').waitFor();
  assert.deepEqual(await violations(doctor), []);

  const nurse = await tour.browse({ as: 'nurse', js: false, size: 'phone' });
  await nurse.goto(`${chart}/limits`);
  await row(nurse).getByText('Dr Anika Rao').waitFor();
  await row(nurse).getByText('Runs low since the weekend').waitFor();
  assert.equal(await nurse.getByRole('button', { name: 'Set it' }).count(), 0, 'a nurse sets none');

  await send(doctor, row(doctor), /^End/);
  await part(doctor, 'before').getByText('Runs low since the weekend').waitFor();
  assert.equal(await row(doctor).count(), 0);
});
