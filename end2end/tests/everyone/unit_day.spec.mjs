// A day of the dialysis unit at two chairs, each role in its own browser: reception opens the patient's portal, a technician tests the water, an administrator gives one machine its token,
// a nurse runs the sessions to the values afterwards, a doctor prescribes, confirms, witnesses and signs, and meanwhile the doctor watches the board and the chair, a patient reads
// it on a phone, and the administrator looks at how full the unit is.
//
// It has a hospital of its own, because it takes two chairs: Rui Lopes is booked at D-12 and Grace Kamau at D-11. The machines of the demo send what a machine shows; one value of D-12 is posted here, so that it is known which one has to arrive.

import assert from 'node:assert/strict';
import { machine } from '../support/devices.mjs';
import { answer, bookedOf, dialysisOf, fill, justSignedIn, opened, part, send, sessionOf, signOut } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';
import { mailTo } from '../support/mail.mjs';
import { signIn } from '../support/people.mjs';

/** As server/demo/dialysis.csv has him. */
const lopes = { given: 'Rui', family: 'Lopes', born: '1956-08-24', number: 'RG-312 2507' };
const staffName = 'LOPES, Rui';
const secret = 'rain on a tin roof';

/** A health id that nobody has, with its digit of Luhn. */
function healthId() {
  const digits = `${Date.now()}`.padStart(13, '9').slice(-13);
  const sum = [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** He asks for an account on his phone, and reception says which chart is his. */
async function opensPortal(tour, admin) {
  const email = `lopes.${Date.now()}@example.org`;
  const patient = await tour.browse({ size: 'phone' });
  await patient.goto('/register');
  await patient.getByLabel('Hospital').selectOption('Riverbend General');
  await patient.getByLabel('Health id').fill(healthId());
  await patient.getByLabel('Given name').fill(lopes.given);
  await patient.getByLabel('Family name').fill(lopes.family);
  await patient.getByLabel('Date of birth').fill(lopes.born);
  await patient.getByLabel('Email').fill(email);
  await patient.getByRole('button', { name: 'Ask for an account' }).click();
  await patient.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
  const { link } = await mailTo(admin, email, 'Confirm your e-mail address');
  await patient.goto(link);
  await patient.getByLabel('New password').fill(secret);
  await patient.getByRole('button', { name: 'Confirm' }).click();
  await patient.getByRole('heading', { level: 1, name: 'What happens next' }).waitFor();

  const reception = await justSignedIn(tour, 'receptionist');
  await reception.goto('/registrations');
  const chart = reception.getByRole('row').filter({ hasText: lopes.number });
  await chart.locator('summary', { hasText: 'Confirm' }).click();
  await chart.getByRole('button', { name: `Confirm that this is chart ${lopes.number}` }).click();
  await reception.getByText('The account is open. The person is told by mail.').waitFor();

  await patient.goto('/sign-in');
  await signIn(patient, email, secret);
  await patient.goto('/my/dialysis');
  await patient.getByRole('heading', { level: 1, name: 'My dialysis' }).waitFor();
  return patient;
}

/** The water is tested by a technician, the machine disinfected by the nurse. */
async function makesReady(tour, nurse, path) {
  const technician = await tour.browse({ as: 'colleague' });
  await technician.goto('/hospital/machines/water');
  const test = part(technician, 'test-new');
  const point = `Loop of the chair apart ${Date.now() % 10_000}`;
  const option = async (label, words) => test.getByLabel(label, { exact: true }).selectOption({ label: (await test.getByLabel(label, { exact: true }).locator('option').filter({ hasText: words }).first().innerText()).trim() });
  await option('Ward', /dialysis/i);
  await option('Measure', 'Total chlorine');
  await fill(test, { Value: '0.02', 'Where it was drawn': point });
  await send(technician, test, 'Write the test down', 'The test is written down.');
  await part(technician, 'tests').getByRole('row').filter({ hasText: point }).getByText('In order').waitFor();

  await nurse.goto(`${path}/disinfection`);
  const disinfection = part(nurse, 'disinfection-new');
  await disinfection.getByLabel('With what').selectOption({ label: 'Heat' });
  await disinfection.getByLabel(/^Degrees Celsius/).fill('85');
  await disinfection.getByLabel('How it ended').selectOption({ label: 'Passed' });
  await send(nurse, disinfection, 'Write it down', 'The disinfection is written down.');
  await part(nurse, 'disinfections').getByRole('row').filter({ hasText: 'Heat' }).first().getByText('B. Achieng').waitFor();
}

/** Where the machine's page is, and the machine with a token that is shown once. */
async function givesToken(tour, admin) {
  await admin.goto('/hospital/machines');
  const path = await part(admin, 'machines').getByRole('link', { name: 'Machine D-12', exact: true }).getAttribute('href');
  await admin.goto('/hospital/devices/tokens');
  await admin.getByLabel('Device', { exact: true }).fill('Machine D-12');
  await send(admin, part(admin, 'new-token'), 'Make a token', 'A token for Machine D-12 is made.');
  const token = await admin.locator('.once__value').first().innerText();
  return { path, device: machine(tour.server, 'Machine D-12', path.split('/').pop(), token.trim()) };
}

/** Looks before the start, and answers the dry weight: nothing stands in the way. */
async function looks(nurse) {
  const look = part(nurse, 'look');
  const dry = Number(/Dry weight ([\d.]+)/.exec(await look.innerText())[1]);
  await fill(look, {
    'Weight (kg)': (dry + 1.6).toFixed(1),
    'Systolic, lying (mmHg)': 136,
    'Diastolic, lying (mmHg)': 76,
    'Systolic, standing (mmHg)': 130,
    'Diastolic, standing (mmHg)': 74,
    'Pulse (/min)': 72,
    'Conductivity (mS/cm)': '14.0',
  });
  await look.getByLabel(/^Fluid to remove/).fill('1500');
  for (const question of ['May the access be used?', 'Did the machine pass its own test?', 'Do they agree to be treated today?']) await answer(look, question, 'Yes');
  await send(nurse, look, 'Write it down', 'A second person confirms it.');
  return dry;
}

/** From where the session stands to the start: received, looked at, confirmed by the doctor. Answers the dry weight. */
async function connects(nurse, doctor, session) {
  await nurse.goto(session.path);
  if (session.stage === 'Booked') await send(nurse, part(nurse, 'next'), 'They are here', 'They are checked in.');
  const dry = await looks(nurse);
  assert.equal(await nurse.getByRole('button', { name: 'Start the session' }).count(), 0, 'nobody starts what nobody confirmed');
  await doctor.goto(session.path);
  await send(doctor, part(doctor, 'second'), 'Confirm what was found', 'It is confirmed. The session may start.');
  await nurse.goto(session.path);
  await send(nurse, part(nurse, 'start'), 'Start the session', 'The session runs.');
  return dry;
}

/** What a machine says stands on the page by itself: the blood flow that it measures. */
const measures = (page) => part(page, 'delivered').getByRole('row').filter({ hasText: 'Blood flow' }).locator('b').filter({ hasText: /^\d{3}$/ }).waitFor();

/** Blood runs no longer, and what is found then. */
async function disconnects(nurse, session, dry, between = async () => {}) {
  await nurse.goto(session.path);
  const end = part(nurse, 'end');
  await end.locator('summary').filter({ hasText: 'End the session' }).click();
  await send(nurse, end, 'End the session', 'The session has ended.');
  await between();
  const after = part(nurse, 'look-after');
  await fill(after, { 'Weight (kg)': (dry + 0.2).toFixed(1), 'Systolic, lying (mmHg)': 124, 'Diastolic, lying (mmHg)': 70, 'Fluid removed (mL)': 1_400, 'Pulse (/min)': 72 });
  await after.getByLabel('How the blood came back').selectOption({ label: 'Clear' });
  await send(nurse, after, 'Write it down', 'A doctor signs it.');
}

/** The doctor's name stands under it, and nothing is left to fill in. */
async function signs(doctor, nurse, session) {
  await doctor.goto(session.path);
  await send(doctor, part(doctor, 'sign'), 'Sign', 'It is signed: what was written stays as it is.');
  await nurse.goto(session.path);
  await part(nurse, 'signed').waitFor();
  assert.deepEqual(await nurse.locator('main input[name="act"]').evaluateAll((acts) => acts.map((act) => act.value)), ['urea'], 'nothing is left but what the laboratory answers');
}

journey(
  'sessions at two chairs go through the unit from the check-in to the signature, each role in its own browser',
  async (tour) => {
    const admin = await justSignedIn(tour, 'admin');
    const doctor = await justSignedIn(tour, 'doctor');
    const nurse = await tour.browse({ as: 'nurse' });
    const session = await bookedOf(nurse, staffName);
    assert.equal(session.chair, 'D-12');
    // Whoever waits already: nobody has to come first.
    const others = [await sessionOf(nurse, 'KAMAU, Grace', 'Booked')];
    assert.deepEqual(others.map((one) => one.chair), ['D-11']);
    const { path, device } = await givesToken(tour, admin);
    await makesReady(tour, nurse, path);
    const patient = await opensPortal(tour, admin);

    // The doctor prescribes for today, and leaves the board open.
    await doctor.goto(`${dialysisOf(session)}/prescription`);
    const reason = `Cooler, for the pressure ${Date.now() % 10_000}`;
    await fill(part(doctor, 'revise'), { 'Dialysate temperature (°C)': '35.5', 'Why it is so': reason });
    await send(doctor, part(doctor, 'revise'), 'Prescribe this', 'It is prescribed. What held before stays to be read.');
    const board = await tour.open('/dialysis', { as: 'doctor' });
    const rowOf = (one) => part(board, 'unit').getByRole('row').filter({ hasText: one.name });
    const onBoard = rowOf(session);
    for (const one of others) await rowOf(one).getByText(one.stage, { exact: true }).waitFor();

    // Received, looked at and connected, one after the other; then both run at once, each on its machine.
    await nurse.goto(session.path);
    assert.doesNotMatch((await nurse.title()) + nurse.url(), /lopes/i, 'no name in title or address');
    const dry = await connects(nurse, doctor, session);
    const drys = [];
    for (const one of others) {
      drys.push(await connects(nurse, doctor, one));
      await measures(nurse);
    }
    for (const one of [session, ...others]) await rowOf(one).getByText('Running', { exact: true }).waitFor();

    // The machine posts. Nobody loads anything again: the chair that the doctor watches and the board move by themselves.
    await doctor.goto(session.path);
    await doctor.locator('#chair-now-mark').filter({ hasText: /^Live, / }).waitFor();
    await device.post({ blood_flow: 322, dialysate_flow: 500, arterial_pressure: -172, venous_pressure: 141, transmembrane_pressure: 61, uf_rate: 375, uf_removed: 0.62, conductivity: 14.1, dialysate_temperature: 35.5 }, { ahead: 100 });
    await part(doctor, 'delivered').getByRole('row').filter({ hasText: 'Blood flow' }).getByText('322', { exact: true }).waitFor();
    await part(doctor, 'circuit').getByText(/141/).first().waitFor();
    await onBoard.getByText(/0\.62\s+L of 1\.50\s+L removed/).first().waitFor();

    // He reads the same in plain words.
    await patient.goto('/my/dialysis');
    await part(patient, 'my-session-now').getByText(/^0\.6 of 1\.5 litres removed, [34] h \d\d left\.$/).first().waitFor();
    assert.equal(await patient.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');

    // What the nurse writes meanwhile, and who saw the medicine given.
    await nurse.goto(session.path);
    const readings = part(nurse, 'readings');
    await fill(readings, { 'Systolic (mmHg)': 128, 'Diastolic (mmHg)': 70 });
    // The pulse was 72 before the start: the first tap puts it there, two more and one there and back by the keys. What the machine shows is not typed at all.
    const pulse = readings.getByLabel('Pulse (/min)', { exact: true });
    await readings.getByRole('button', { name: 'More: Pulse (/min)' }).click({ clickCount: 3, delay: 20 });
    assert.equal(await pulse.inputValue(), '74');
    await readings.getByRole('status').filter({ hasText: '74' }).waitFor();
    await pulse.press('ArrowUp');
    assert.equal(await pulse.inputValue(), '75');
    await pulse.press('ArrowDown');
    assert.equal(await readings.getByLabel('Take what the machine shows as this is written').isChecked(), true);
    await send(nurse, readings, 'Record reading', 'It is written down.');
    const line = readings.getByRole('row').filter({ hasText: '128/70' }).first();
    for (const value of [/^74$/, /^322$/, /^−172$/, /^141$/]) await line.getByRole('cell', { name: value }).waitFor();
    await line.getByText("The machine’s values as it showed them").waitFor();
    const medicine = `Iron sucrose 50 mg, ${Date.now() % 10_000}`;
    const medicines = await opened(nurse, 'medicines');
    await fill(medicines, { 'Medicine and strength': medicine, Dose: '1 ampoule' });
    await medicines.getByLabel('Way', { exact: true }).selectOption({ label: 'Into the circuit' });
    await send(nurse, medicines, 'It was given', 'Another person witnesses it.');
    await doctor.goto(session.path);
    await send(doctor, part(doctor, 'medicines'), `I saw ${medicine} given`, 'It is witnessed.');

    // The end, and what is found afterwards.
    await disconnects(nurse, session, dry, async () => {
      // Before the next one is connected the machine is disinfected: in one step, where the chair leads.
      await nurse.getByRole('link', { name: 'Write a disinfection down' }).click();
      await send(nurse, part(nurse, 'disinfections'), 'Disinfected now, and it passed', 'The disinfection is written down.');
      await nurse.goto(session.path);
      assert.equal(await nurse.getByRole('link', { name: 'Write a disinfection down' }).count(), 0, 'it is done');
    });
    await patient.reload();
    await patient.getByRole('heading', { level: 1, name: 'My dialysis' }).waitFor();
    assert.equal(await part(patient, 'my-session-now').count(), 0, 'it runs no longer');
    // The others run on meanwhile.
    for (const one of others) await rowOf(one).getByText('Running', { exact: true }).waitFor();
    for (const [place, one] of others.entries()) await disconnects(nurse, one, drys[place]);

    // The signatures, and the board has them.
    for (const one of [session, ...others]) await signs(doctor, nurse, one);
    for (const one of others) await rowOf(one).getByText('Signed', { exact: true }).waitFor();

    // How full the unit is; nobody is named.
    await admin.goto('/hospital/dialysis');
    await admin.getByRole('heading', { level: 1, name: 'Dialysis in figures' }).waitFor();
    await admin.getByRole('columnheader', { name: 'How full' }).first().waitFor();
    assert.doesNotMatch(await admin.locator('main').innerText(), /lopes/i);
    for (const page of [admin, doctor]) await signOut(page);
  },
  { long: true, own: true },
);
