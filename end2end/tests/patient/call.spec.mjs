// A patient calls their nurse: without a script on a phone, with one press; the nurse reads it on her ward and says that she comes; the patient's page says who, and that it is done.
//
// It has a hospital of its own: a call rings for everybody who is on duty there.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { part } from '../support/dialysis.mjs';

const press = 'Call my nurse';

journey(
  'a patient calls with one press without a script, the nurse comes, and the page says who',
  async (tour) => {
    const patient = await tour.browse({ as: 'patient', js: false, size: 'phone' });
    await patient.goto('/my');
    await patient.getByRole('button', { name: press, exact: true }).click();
    await patient.getByRole('status').getByText('Your call is stored, and the ward is told.').waitFor();
    await part(patient, 'my-call').getByText('Nobody has said yet that they come.').waitFor();
    // The button stays, and a second press is the same call: the ward counts one.
    await patient.getByRole('button', { name: press, exact: true }).click();
    await patient.getByRole('status').getByText('Your call is stored, and the ward is told.').waitFor();
    assert.equal(await patient.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');

    const nurse = await tour.browse({ as: 'nurse' });
    await nurse.goto('/ward');
    await nurse.getByRole('link', { name: '1 patient calls' }).click();
    await nurse.getByRole('heading', { level: 1, name: 'Calls of patients' }).waitFor();
    await part(nurse, 'calls').getByRole('row').filter({ hasText: 'Nobody has taken it' }).filter({ hasText: 'as they called' }).filter({ hasText: 'If nobody comes' }).waitFor();
    assert.deepEqual(await violations(nurse), []);
    assert.deepEqual(await faults(nurse), []);
    await nurse.getByRole('button', { name: /^I am coming/ }).click();
    await nurse.getByRole('status').getByText('The patient reads that you are coming.').waitFor();

    await patient.goto('/my');
    const comes = patient.getByRole('link', { name: / is coming/ });
    await comes.waitFor();
    await comes.click();
    await part(patient, 'my-call').getByText(/ is coming/).first().waitFor();

    await nurse.getByRole('button', { name: /^I cannot come/ }).click();
    await nurse.getByRole('status').getByText(/^The call waits again/).waitFor();
    await patient.goto('/my/call');
    await part(patient, 'my-call').getByText(/Nobody has said yet|nobody could be told/).waitFor();
    await nurse.getByRole('button', { name: /^I am coming/ }).click();
    await nurse.getByRole('status').getByText('The patient reads that you are coming.').waitFor();
    await patient.goto('/my/call');
    await patient.getByRole('button', { name: 'Nobody has come: call again' }).waitFor();

    await nurse.getByLabel('What came of it').selectOption({ label: 'Somebody helped' });
    await nurse.getByRole('button', { name: /^Close the call/ }).click();
    await nurse.getByRole('status').getByText('The call is closed.').waitFor();
    await part(nurse, 'calls').getByText('Nobody calls').waitFor();
    await patient.goto('/my/call');
    await part(patient, 'my-call').getByText('Done: somebody was there.').waitFor();
  },
  { own: true },
);

journey(
  'an open page of a patient says by itself that somebody comes, and that of the ward that somebody calls',
  async (tour) => {
    const nurse = await tour.browse({ as: 'nurse' });
    await nurse.goto('/calls');
    await part(nurse, 'calls').getByText('Nobody calls').waitFor();
    const doctor = await tour.browse({ as: 'doctor' });
    await doctor.goto('/ward');
    // It stands there always, and asks every ten seconds.
    const counted = (words) => doctor.locator('#ward-calls').getByRole('link', { name: words }).waitFor({ timeout: 25_000 });
    await counted('No patient calls');
    const patient = await tour.browse({ as: 'patient' });
    await patient.goto('/my/call');
    assert.deepEqual(await violations(patient), []);
    assert.deepEqual(await faults(patient), []);
    await patient.getByRole('button', { name: `${press}: Pain` }).click();
    await patient.getByRole('status').getByText('Your call is stored').waitFor();
    const row = part(nurse, 'calls').getByRole('row').filter({ hasText: 'Pain' });
    await row.waitFor();
    await counted('1 patient calls');
    assert.deepEqual(await violations(doctor), []);
    await row.getByRole('link').click();
    await nurse.getByRole('button', { name: /^I am coming/ }).click();
    await part(patient, 'my-call').getByText(/ is coming/).first().waitFor();
    await counted('Somebody is coming to 1 patient');
    await patient.getByRole('button', { name: 'I no longer need help' }).click();
    await patient.getByRole('status').getByText('Your call is taken back.').waitFor();
    await part(nurse, 'calls').getByText('Nobody calls').waitFor();
  },
  { own: true },
);
