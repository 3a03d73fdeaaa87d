// A session of dialysis from the check-in to the doctor's signature, each person in their own browser; then what was wrong is amended, and a lot is called back.

import assert from 'node:assert/strict';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { answer, dialysisOf, fill, justSignedIn, opened, part, send, sessionIn, signedOn } from '../support/dialysis.mjs';

/** What a nurse finds before the start; a day without anything special. The weight is the dry one, and what was drunk. */
const found = {
  'Systolic, lying (mmHg)': 148,
  'Diastolic, lying (mmHg)': 82,
  'Systolic, standing (mmHg)': 138,
  'Diastolic, standing (mmHg)': 80,
  'Pulse (/min)': 76,
  'Urea (mmol/L)': '24.6',
};

/** Looks before the start: so much fluid, such conductivity. Answers the dry weight. */
async function look(nurse, fluid, conductivity) {
  const card = part(nurse, 'look');
  const dry = Number(/Dry weight ([\d.]+)/.exec(await card.innerText())[1]);
  await fill(card, { ...found, 'Weight (kg)': (dry + 1.6).toFixed(1), 'Conductivity (mS/cm)': conductivity });
  await card.getByLabel(/^Fluid to remove/).fill(`${fluid}`);
  await card.getByLabel('Asked, nothing', { exact: true }).check();
  for (const question of ['May the access be used?', 'Did the machine pass its own test?', 'Do they agree to be treated today?']) await answer(card, question, 'Yes');
  return dry;
}

/** What can still be written on this page. */
const forms = (page) => page.locator('main input[name="act"]').evaluateAll((acts) => acts.map((act) => act.value));

journey(
  'a nurse runs a session from the check-in to the end, a second person confirms and witnesses, and a doctor signs and amends',
  async (tour) => {
    const nurse = await tour.browse({ as: 'nurse' });
    const session = await sessionIn(nurse, 'Booked');
    const doctor = await justSignedIn(tour, 'doctor');
    const medicine = `Iron sucrose 100 mg, ${Date.now() % 10_000}`;
    const lot = `FX80-${Date.now()}`;
    const reload = (page) => page.goto(session.path);

    // Check in.
    await reload(nurse);
    assert.doesNotMatch((await nurse.title()) + nurse.url(), new RegExp(session.name.split(',')[0], 'i'), 'no name in title or address');
    await send(nurse, part(nurse, 'next'), 'They are here', 'They are checked in.');

    // What was looked at does not fit: nobody is connected.
    await look(nurse, 6_000, '12.1');
    await send(nurse, part(nurse, 'look'), 'Write it down', 'A second person confirms it.');
    await part(nurse, 'found').getByText(/Needs.+to stay under/).waitFor();
    await part(nurse, 'found').getByText('The conductivity is not between 12.5 and 15.5 mS/cm.').waitFor();
    await part(nurse, 'found').getByText('Nothing when asked').waitFor();
    await part(nurse, 'look').getByRole('link', { name: /^Assess: / }).first().waitFor();
    await part(nurse, 'second').getByText('Another person than you confirms what you found').waitFor();
    const dry = await look(nurse, 1_500, '14.0');
    await send(nurse, part(nurse, 'look'), 'Write down the newer look', 'A second person confirms it.');
    assert.equal(await part(nurse, 'found').getByText(/Needs.+to stay under/).count(), 0);
    assert.equal(await nurse.getByRole('button', { name: 'Confirm what was found' }).count(), 0, 'nobody confirms what they found themselves');
    assert.equal(await nurse.getByRole('button', { name: 'Start the session' }).count(), 0, 'nobody starts what nobody confirmed');

    // Another person looks, too.
    await reload(doctor);
    await send(doctor, part(doctor, 'second'), 'Confirm what was found', 'It is confirmed. The session may start.');
    await reload(nurse);
    await send(nurse, part(nurse, 'start'), 'Start the session', 'The session runs.');
    await nurse.getByText('Prescribed and delivered').first().waitFor();

    // While blood runs.
    const readings = await opened(nurse, 'readings');
    await fill(readings, { 'Systolic (mmHg)': 88, 'Diastolic (mmHg)': 52, 'Pulse (/min)': 92, 'Venous pressure (mmHg)': 150, 'Fluid removed (mL)': 400 });
    await send(nurse, readings, 'Record reading', 'It is written down.');
    await readings.getByRole('row').filter({ hasText: '88/52' }).getByText('Pressure fell').waitFor();
    const done = part(nurse, 'interventions');
    await done.getByLabel('What', { exact: true }).selectOption({ label: 'Saline given' });
    await send(nurse, done, 'Write it down');
    await nurse.getByRole('alert').waitFor();
    await done.getByLabel('Saline, how much (mL)').fill('2,000');
    await send(nurse, done, 'Write it down');
    await done.getByText('A comma before three digits can be read in two ways.').first().waitFor();
    // A finger that comes down twice gives it once.
    await done.getByLabel('Saline, how much (mL)').fill('200');
    await done.getByRole('button', { name: 'Write it down' }).evaluate((button) => {
      button.click();
      setTimeout(() => button.click(), 40);
    });
    await nurse.getByRole('status').filter({ hasText: 'It is written down.' }).first().waitFor();
    await reload(nurse);
    assert.equal(await part(nurse, 'log').getByText(/Saline given\s+200/).count(), 1, 'pressed twice, written once');
    const events = await opened(nurse, 'events');
    await events.getByLabel('What', { exact: true }).selectOption({ label: 'The pressure fell' });
    await send(nurse, events, 'Write it down', 'It is written down.');
    await part(nurse, 'log').getByText(/Saline given\s+200/).waitFor();

    // The access is in sight, and nothing is wrong with it.
    const access = await opened(nurse, 'access-look');
    await answer(access, 'Are place and line in sight?', 'Yes');
    await access.getByLabel('What was found', { exact: true }).selectOption({ label: 'Nothing wrong' });
    await send(nurse, access, 'Write it down', 'It is written down.');
    await part(nurse, 'checks').getByRole('row').filter({ hasText: 'Look at the access' }).getByText('Nothing wrong').waitFor();

    // A medicine, and who saw it given.
    const medicines = await opened(nurse, 'medicines');
    await fill(medicines, { 'Medicine and strength': medicine, Dose: '1 ampoule' });
    await medicines.getByLabel('Way', { exact: true }).selectOption({ label: 'Into the circuit' });
    await send(nurse, medicines, 'It was given', 'Another person witnesses it.');
    await medicines.getByRole('row').filter({ hasText: medicine }).getByText('Witness wanted').waitFor();
    await reload(doctor);
    await send(doctor, part(doctor, 'medicines'), `I saw ${medicine} given`, 'It is witnessed.');

    // What touched the blood.
    const lots = await opened(nurse, 'lots');
    await lots.getByLabel('What', { exact: true }).selectOption({ label: 'Dialyser' });
    await fill(lots, { Product: 'FX 80', 'Lot number': lot });
    await send(nurse, lots, 'Add this lot', 'It is written down.');
    // It is due no longer, and waits under its title.
    await (await opened(nurse, 'lots')).getByRole('row').filter({ hasText: lot }).waitFor();

    // The hand-over is made from what was written.
    await nurse.getByRole('link', { name: 'Hand-over', exact: true }).click();
    const handed = (words) => part(nurse, 'assessment').getByText(words).first().waitFor();
    for (const words of [new RegExp(`${medicine} 1 ampoule`), `${medicine}: witnessed`, /Saline given\s+200\s+mL/]) await handed(words);
    await part(nurse, 'assessment').getByText('88 mmHg').waitFor();
    await nurse.getByRole('link', { name: 'To the chair' }).click();

    // The end, and what is looked at afterwards.
    const end = part(nurse, 'end');
    await end.locator('summary').filter({ hasText: 'End the session' }).click();
    await send(nurse, end, 'End the session', 'The session has ended.');
    const after = part(nurse, 'look-after');
    await fill(after, {
      'Weight (kg)': (dry + 0.2).toFixed(1),
      'Systolic, lying (mmHg)': 124,
      'Diastolic, lying (mmHg)': 70,
      'Fluid removed (mL)': 1_500,
      'Pulse (/min)': 74,
      'Urea (mmol/L)': '7.9',
    });
    await after.getByLabel('How the blood came back').selectOption({ label: 'Clear' });
    await send(nurse, after, 'Write it down', 'A doctor signs it.');
    assert.equal(await part(nurse, 'sign').count(), 0, 'a nurse does not sign');

    // The signature: nothing changes any more.
    await reload(doctor);
    await part(doctor, 'after').getByText('Fell to 88').waitFor();
    await send(doctor, part(doctor, 'sign'), 'Sign', 'It is signed: what was written stays as it is.');
    await reload(nurse);
    await part(nurse, 'signed').waitFor();
    assert.deepEqual(await forms(nurse), ['urea'], 'nothing is left to fill in but what the laboratory answers');

    // What was wrong is amended, and both texts stay.
    const amend = part(doctor, 'amendments');
    await fill(amend, { 'What was wrong': 'Pulse 74/min', 'What is right': 'Pulse 47/min', Why: 'The digits were turned.' });
    await send(doctor, amend, 'Add the amendment', 'The amendment is added. Both texts stay.');
    await reload(nurse);
    for (const text of ['Pulse 74/min', 'Pulse 47/min', 'The digits were turned.']) await part(nurse, 'amendments').getByText(text).first().waitFor();

    // A number is amended: every figure goes by the right one, beside the one that was signed.
    const number = part(doctor, 'amend-number');
    await number.getByLabel('Which number is wrong').selectOption({ label: 'Weight after (kg)' });
    await fill(number, { 'What is right': (dry + 0.1).toFixed(1), Why: 'Shoes on.' });
    await send(doctor, number, 'Amend the number', 'The amendment is added. Both numbers stay.');
    await part(doctor, 'after').getByText(/amended, was/).waitFor();

    // The laboratory has read it wrong, and says so after the signature.
    await reload(nurse);
    const urea = part(nurse, 'urea');
    await urea.getByLabel('Blood taken').selectOption({ label: 'After the session' });
    await urea.getByLabel(/^Urea \(empty/).fill('7.5');
    await urea.getByLabel(/^Why another value/).fill('Read wrong.');
    await send(nurse, urea, 'Write it down', 'The urea is written down.');
    for (const text of ['7.5 mmol/L', '7.9 mmol/L', 'Read wrong.']) await part(nurse, 'urea').getByText(text).first().waitFor();

    // A maker calls the lot back.
    await doctor.goto('/dialysis/lots');
    await doctor.getByLabel('Lot number').fill(lot.toLowerCase().replace('-', ' '));
    await doctor.getByRole('button', { name: 'Find', exact: true }).click();
    const touched = part(doctor, 'found');
    await touched.getByRole('link', { name: session.name }).waitFor();
    assert.equal(await touched.locator('tbody tr').count(), 1);
  },
  { long: true },
);

journey('what is signed is read on a phone, and takes nothing more', async (tour) => {
  const nurse = await tour.browse({ as: 'nurse', size: 'phone' });
  await nurse.goto(dialysisOf(await sessionIn(nurse, 'Running')));
  await nurse.goto(await signedOn(nurse));
  await part(nurse, 'signed').waitFor();
  await part(nurse, 'after').getByText('Fluid removed').waitFor();
  assert.deepEqual(await forms(nurse), ['urea']);
});

journey('the chair moves by itself, says that it is live, and takes nothing from who is typing', async (tour) => {
  const nurse = await tour.browse({ as: 'nurse' });
  const session = await sessionIn(nurse, 'Running');
  await nurse.goto(session.path);
  const mark = nurse.locator('#chair-now-mark');
  await mark.filter({ hasText: /^Live, / }).waitFor();
  assert.equal(await nurse.locator('#chair-now form, #chair-course form').count(), 0, 'nothing that is typed into stands in what moves');
  const field = nurse.locator('input[name="systolic"]').first();
  await field.fill('117');
  const before = await mark.textContent();
  await nurse.waitForFunction((text) => document.getElementById('chair-now-mark').textContent !== text, before);
  assert.match(await mark.textContent(), /^Live, /);
  assert.equal(await field.inputValue(), '117');
  // The server is away: the page says so, and has its link.
  await nurse.route('**/now?**', (route) => route.fulfill({ status: 204, body: '' }));
  await mark.filter({ hasText: /^Not live: as it stood at / }).waitFor();
  await nurse.locator('#chair-now-link').waitFor();
  // Without a script it stands as it was drawn, with the same link.
  const plain = await tour.browse({ as: 'nurse', js: false });
  await plain.goto(session.path);
  await plain.locator('#chair-now-mark').filter({ hasText: /^As of / }).waitFor();
  await plain.locator('#chair-now-link').waitFor();
});

for (const size of ['desk', 'phone']) {
  journey(`a reading is within reach wherever a nurse stands on the page of the chair (${size})`, async (tour) => {
    const nurse = await tour.browse({ as: 'nurse', size });
    const session = await sessionIn(nurse, 'Running');
    await nurse.goto(session.path);
    const bar = nurse.locator('.at-hand');
    const way = bar.getByRole('link', { name: 'Record reading', exact: true });
    const foot = size === 'phone' ? await nurse.locator('.rail').evaluate((rail) => rail.getBoundingClientRect().top) : sizes.desk.height;
    // At the head and at the end of the page it stands at the foot of the screen, and above the bar of places.
    for (const where of ['head', 'end']) {
      await nurse.evaluate((where) => window.scrollTo(0, where === 'head' ? 0 : document.body.scrollHeight), where);
      const box = await way.boundingBox();
      assert.ok(box.y + box.height <= foot && box.y >= foot - 120, `${where}: from ${box.y} to ${box.y + box.height}, above ${foot}`);
    }
    const { y: top } = await bar.boundingBox();
    const last = await nurse.locator('.main').evaluate((main) => Math.max(...[...main.querySelectorAll('.page > *, .zone-line')].filter((part) => !part.matches('.at-hand')).map((part) => part.getBoundingClientRect().bottom)));
    assert.ok(last <= top + 1, `the page ends at ${last}, the bar begins at ${top}`);
    // It leads to the form: the next key reaches its first field.
    await nurse.evaluate(() => window.scrollTo(0, 0));
    await way.click();
    const title = await part(nurse, 'readings').getByRole('heading').boundingBox();
    const above = await nurse.locator('.banner').evaluate((banner) => banner.getBoundingClientRect().bottom);
    assert.ok(title.y >= above - 1 && title.y < top, `the title stands at ${title.y}, between ${above} and ${top}`);
    await nurse.keyboard.press('Tab');
    assert.equal(await nurse.evaluate(() => document.activeElement.name), 'systolic');
    // Paper has no use for it.
    await nurse.emulateMedia({ media: 'print' });
    assert.equal(await bar.isVisible(), false);
  });
}
