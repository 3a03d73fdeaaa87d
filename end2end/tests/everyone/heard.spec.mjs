// What somebody hears who does not see the page: the main journeys, compared exactly with the texts in `heard/`. What moves is a dot; alarms and beds come and go
// and are held to their grammar instead.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { heard, sameAsBefore } from '../support/heard.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { signIn } from '../support/people.mjs';
import { alarmOf, bed, card } from '../support/ward.mjs';

/** Those that stand still. */
const lines = (text, still) => `${text.split('\n').filter((line) => still.test(line)).join('\n')}\n`;

journey('what is heard while signing in: the page, a refusal, and the page after it', async (tour) => {
  const page = await tour.open('/sign-in');
  await sameAsBefore('sign-in', await heard(page.locator('body')));
  await signIn(page, 'nobody.at.all@example.org', 'not the password');
  await sameAsBefore('sign-in-refused', await heard(page.locator('main')));
});

journey('what is heard of the ward: where one is, a bed, and an alarm', async (tour) => {
  await monitor(tour.server, 4).post({ spo2: 80, heart_rate: 72, systolic: 120, diastolic: 70 }, { ahead: 75 });
  const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
  await alarmOf(page, 4).first().waitFor({ state: 'attached' });
  await sameAsBefore('ward-head', (await heard(page.locator('header').first())).replace(/^ *- (link|text|img).*[Aa]larm.*$\n?/gm, '').replace(/^ *- text: ·$\n?/gm, ''));
  await sameAsBefore('ward-places', await heard(page.getByRole('navigation', { name: 'Main' })));
  await sameAsBefore('ward-order', await heard(page.getByRole('navigation', { name: 'Order of the beds' })));
  const beds = await heard(page.getByRole('region', { name: 'Beds' }));
  const numbers = [...beds.matchAll(/^- article|^ {2}- article/gm)];
  assert.equal(numbers.length, 12, 'twelve beds, each by its number');
  await sameAsBefore('ward-bed', lines(await heard(bed(page, 4)), /article|link|term/));
  await page.locator('.strip__more > summary').click().catch(() => {});
  await sameAsBefore('ward-alarm', await heard(alarmOf(page, 4).filter({ hasText: 'SpO₂' }).first()));
});

journey('what is heard of a chart: who, and what is measured', async (tour) => {
  const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
  await bed(page, 5).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'FERREIRA, Ana' }).waitFor();
  await page.locator('.day svg').first().waitFor();
  await hydrated(page);
  await sameAsBefore('chart-who', await heard(page.locator('.banner')));
  await sameAsBefore('chart-measured', lines(await heard(card(page, 'now')), /heading|button|term/));
  const day = lines(await heard(page.locator('.day')), /- '?img "(HR|SpO|RR|BP|Temp)/);
  await sameAsBefore('chart-day', day.replace(/(img "[^"]*").*$/gm, '$1'));
  const table = await heard(page.getByRole('table', { name: /^Readings/ }).getByRole('row').first());
  await sameAsBefore('chart-readings', table);
});

journey('what is heard of my home', async (tour) => {
  const page = await tour.open('/my', { as: 'patient' });
  // How many messages wait, and what is next at the dialysis unit, is another on each day.
  const places = await heard(page.getByRole('navigation', { name: 'Main' }));
  await sameAsBefore('my-places', lines(places.replace(/(link "Messages)[^"]*"/, '$1"'), /link|button/));
  await page.locator('#my-day').evaluateAll((days) => days.forEach((day) => day.remove()));
  // What is noticed, and since when somebody is signed in, is another at each look.
  await sameAsBefore('my-home', lines(await heard(page.locator('main')), /heading (?!"What was)|link|term|button|call your nurse|columnheader/));
});

journey('what is heard of registering a patient, in the portal and at the desk', async (tour) => {
  const visitor = await tour.open('/register');
  await sameAsBefore('register', await heard(visitor.locator('body')));
  const desk = await tour.open('/patients/register', { as: 'receptionist' });
  await sameAsBefore('register-at-the-desk', await heard(desk.locator('main')));
  for (const [label, words] of [['Family name', 'Wairimu'], ['Given name', 'Njeri'], ['Date of birth', '1988-03-04'], [/^Health ID/, '12']]) await desk.getByLabel(label).fill(words);
  await desk.getByRole('button', { name: 'Check for this person' }).click();
  await desk.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await sameAsBefore('register-with-a-problem', await heard(desk.locator('main')));
});
