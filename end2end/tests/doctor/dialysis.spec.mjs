// A doctor reads the unit's board, revises what is prescribed with a reason, sets the dry weight, and reads how the last sessions went.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { journey } from '../support/journey.mjs';
import { dialysisOf, fill, justSignedIn, part, send, sessionIn, sessions, signOut } from '../support/dialysis.mjs';

/** The order of the board: who needs somebody first. A danger that somebody wrote stands before alarms that are not of the highest priority. */
const needs = ['Alarm', 'Something happened', 'Alarm that can wait', 'Blood pressure is low', 'Look at the access', 'The time is over', 'Has not come', 'Second look', 'Witness wanted', 'Waits to start', 'Look afterwards', 'To be signed', ''];

journey('a doctor reads all chairs of the unit, whoever needs somebody first', async (tour) => {
  const page = await tour.open('/dialysis', { as: 'doctor' });
  await page.getByRole('heading', { level: 1, name: 'Dialysis' }).waitFor();
  const all = await sessions(page);
  const places = all.map((one) => needs.indexOf(one.need === 'Alarm' && !one.isUrgent ? 'Alarm that can wait' : one.need));
  assert.ok(places.every((place) => place >= 0), `needs: ${all.map((one) => one.need).join(', ')}`);
  assert.deepEqual(places, [...places].sort((one, other) => one - other), 'by need');
  assert.ok(all.some((one) => one.stage === 'Running') && all.some((one) => ['Booked', 'Checked in'].includes(one.stage)), all.map((one) => one.stage).join(', '));
  // At one chair of the demo a needle has turned: the venous pressure stands past the limit that the hospital set.
  const pressed = part(page, 'unit').getByRole('row').filter({ has: page.getByText('D-07', { exact: true }) }).filter({ has: page.getByText('Running', { exact: true }) });
  assert.match(await pressed.innerText(), /Alarm[\s\S]*enous pressure/);
  // Whoever runs: how long and how much, said in words beside the bar.
  const running = part(page, 'unit').getByRole('row').filter({ has: page.getByText('Running', { exact: true }) }).first();
  assert.match(await running.innerText(), /of \d+ h \d+/);
  assert.match(await running.innerText(), /of [\d.]+\s+L removed/);
  const name = await running.getByRole('link').innerText();
  await running.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('Prescribed and delivered').first().waitFor();
  await part(page, 'circuit').waitFor();
  await page.getByRole('link', { name: 'To all chairs' }).click();
  await part(page, 'unit').waitFor();
  // One is on haemodiafiltration: what is given into the blood stands in the prescription.
  await page.goto(all.find((one) => one.chair === 'D-03' && one.stage === 'Running').path);
  await page.getByText(/21\.5\s+L/).first().waitFor();
});

journey('a doctor revises a prescription with the reason, and what held before stays to be read', async (tour) => {
  const page = await justSignedIn(tour, 'doctor');
  const session = await sessionIn(page, 'Running');
  await page.goto(session.path);
  const ofSession = /Version \d+/.exec(await part(page, 'delivered').innerText())[0];
  await page.goto(`${dialysisOf(session)}/prescription`);
  const now = part(page, 'versions').getByRole('row').filter({ hasText: 'Holds now' });
  const before = Number(/Version (\d+)/.exec(await now.innerText())[1]);

  const form = part(page, 'revise');
  const field = form.getByLabel('Dialysate temperature (°C)');
  const [was, wanted] = [await field.inputValue(), (await field.inputValue()) === '35.5' ? '36.0' : '35.5'];
  await field.fill(wanted);
  await send(page, form, 'Prescribe this');
  await page.getByRole('alert').getByText('Say why it is prescribed so.').waitFor();
  assert.equal(await field.inputValue(), wanted, 'what was typed stays');
  const reason = `Pressure falls in the third hour ${Date.now()}`;
  await fill(form, { 'Why it is so': reason });
  await send(page, form, 'Prescribe this', 'It is prescribed. What held before stays to be read.');

  const versions = part(page, 'versions');
  await versions.getByRole('row').filter({ hasText: reason }).getByText('Holds now').waitFor();
  assert.match(await versions.getByRole('row').filter({ hasText: reason }).innerText(), new RegExp(`Version ${before + 1}`));
  assert.equal(await versions.getByText('Holds now').count(), 1, 'one holds');
  assert.notEqual(was, wanted);

  // The session that runs keeps what it was started with.
  await page.goto(session.path);
  await part(page, 'delivered').getByText(ofSession, { exact: true }).waitFor();

  // A nurse reads it and changes nothing.
  const nurse = await tour.open(`${dialysisOf(session)}/prescription`, { as: 'nurse' });
  await part(nurse, 'versions').getByText(reason).first().waitFor();
  assert.equal(await nurse.locator('main input[name="act"]').count(), 0);
  await signOut(page);
});

journey('a doctor sets the dry weight with the reason, and sees how well the blood was cleaned, each figure with its formula', async (tour) => {
  const page = await justSignedIn(tour, 'doctor');
  const session = await sessionIn(page, 'Running');
  const reason = `Ankles are swollen ${Date.now()}`;
  await page.goto(`${dialysisOf(session)}/prescription`);
  const form = part(page, 'dry-weight');
  const kg = await form.getByLabel('Dry weight (kg)').inputValue();
  await fill(form, { 'Dry weight (kg)': (Number(kg) - 0.5).toFixed(1), 'Why it is so': reason });
  await send(page, form, 'Set this weight', 'The dry weight is set.');
  await page.goto(dialysisOf(session));
  await part(page, 'dry').getByRole('row').filter({ hasText: reason }).waitFor();
  const figures = part(page, 'adequacy');
  for (const figure of ['Urea reduction (URR)', 'Kt/V, single pool', 'Kt/V of a week (standard)']) await figures.getByRole('rowheader', { name: figure }).waitFor();
  assert.match(await figures.innerText(), /urea before \d/);
  assert.deepEqual(await violations(page), []);
  await signOut(page);
});
