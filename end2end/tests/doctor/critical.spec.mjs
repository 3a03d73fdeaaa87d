// A critical value: a nurse reports it, a doctor mishears it, reads it back and writes what was done, with keys alone; the nurse reads it on a phone without a program.
//
// Whom it uses: the patient in bed 6, of whom no other journey reports anything; nothing waits there at the end.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { fill, part, send } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';

const test = 'Troponin T, high sensitivity';

/** The card of the one that waits. */
const waiting = (page) => page.locator('[aria-labelledby^="loop-"]').filter({ hasText: test });
const moving = (page) => part(page, 'waiting').getByRole('row').filter({ hasText: test });

/** Presses Tab until this is in focus. */
async function tabTo(page, target, what, most = 120) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
  }
  assert.fail(`${what} was not reached with ${most} presses of Tab`);
}

/** Enter, and the page that it leads to. */
async function enter(page) {
  const next = page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() === 200);
  await Promise.all([next, page.keyboard.press('Enter')]);
  await page.waitForLoadState('domcontentloaded');
}

journey('a nurse reports a critical value, a doctor mishears it, reads it back with keys alone and closes it', async (tour) => {
  const nurse = await tour.browse({ as: 'nurse', js: false, size: 'phone' });
  await nurse.goto('/ward');
  const chart = await nurse.locator('.bed', { has: nurse.locator('.bed__number', { hasText: /^6$/ }) }).getByRole('link').getAttribute('href');
  await nurse.goto(`${chart}/critical`);
  const form = part(nurse, 'report');
  assert.match(await form.getByLabel('Measured on').inputValue(), /^\d{4}-\d\d-\d\d$/, 'today stands there');
  await fill(form, { Test: test, Value: '52' });
  await send(nurse, form, 'Report it');
  await nurse.getByRole('alert').getByText('Say why somebody must act now.').first().waitFor();
  assert.equal(await form.getByLabel('Test', { exact: true }).inputValue(), test, 'what was typed stays');
  await form.getByLabel('Unit').fill('ng/L');
  await form.getByLabel('Why somebody must act now').fill('Was 12 two hours ago, with pain');
  await send(nurse, form, 'Report it', 'It is reported');
  await waiting(nurse).getByText('You reported it: somebody else reads it back.').waitFor();
  assert.equal(await waiting(nurse).getByRole('button', { name: 'Read it back' }).count(), 0);
  assert.equal(await nurse.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');

  const doctor = await tour.browse({ as: 'doctor' });
  await doctor.goto('/critical');
  await moving(doctor).getByText('Not read back').waitFor();
  assert.deepEqual(await violations(doctor), []);
  assert.deepEqual(await faults(doctor), []);
  await tabTo(doctor, moving(doctor).getByRole('link'), 'the patient on the board');
  await enter(doctor);
  const field = () => waiting(doctor).getByLabel(/^Type the value again/);
  assert.equal(await field().inputValue(), '', 'it is typed, never confirmed');
  await tabTo(doctor, field(), 'the field of reading back');
  await doctor.keyboard.type('25');
  await enter(doctor);
  await doctor.getByRole('alert').getByText('That is not the value that was reported.').waitFor();
  await waiting(doctor).getByText(/read 25/).waitFor();
  assert.equal(await field().inputValue(), '');
  await tabTo(doctor, field(), 'the field again');
  await doctor.keyboard.type('52');
  await enter(doctor);
  await doctor.getByRole('status').filter({ hasText: 'it is read back' }).waitFor();
  await moving(doctor).getByText('Read back, nothing written yet').waitFor();
  await tabTo(doctor, waiting(doctor).getByLabel('What was done, or why nothing'), 'what was done');
  await doctor.keyboard.type('Cardiology called, ECG drawn');
  await enter(doctor);
  await doctor.getByRole('status').filter({ hasText: 'It is closed.' }).waitFor();
  assert.equal(await waiting(doctor).count(), 0);
  assert.deepEqual(await violations(doctor), []);

  await nurse.goto(`${chart}/critical`);
  const over = part(nurse, 'over').getByRole('row').filter({ hasText: test }).first();
  for (const words of ['Cardiology called, ECG drawn', 'read 25', 'Dr Anika Rao', 'Closed']) await over.getByText(words).first().waitFor();
});
