// Somebody was registered twice: reception is warned while it types, an admin joins the two records and takes them apart again. No name is ever in an address or a title.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { people, signIn } from '../support/people.mjs';

const letters = (number) => `${number}`.replace(/\d/g, (digit) => 'abcdefghij'[digit]);

/** Registers somebody without a script; answers the number that they got and the address of their record. */
async function register(page, family, given) {
  await page.goto('/patients/register');
  await page.getByLabel('Family name').fill(family);
  await page.getByLabel('Given name').fill(given);
  await page.getByLabel('Date of birth').fill('1988-03-04');
  await page.getByRole('button', { name: 'Check for this person' }).click();
  await page.getByRole('button', { name: 'Register as a new patient' }).click();
  const said = await page.getByText(/Registered here under/).textContent();
  return { number: /RG-\d{4} \d{4}/.exec(said)[0], record: new URL(page.url()).pathname };
}

journey('an admin joins the two records of one person, both numbers lead to one, and takes them apart again', async (tour) => {
  const desk = await tour.browse({ as: 'receptionist', js: false });
  const family = `Wanjala${letters(Date.now())}`;
  const first = await register(desk, family, 'Njeri');
  const second = await register(desk, family, 'Njerri');

  // Fresh: what joins records asks who sits there.
  const page = await tour.browse({ js: false });
  await page.goto('/sign-in');
  await signIn(page, people.admin.login);
  await page.goto(first.record);
  await page.getByRole('link', { name: 'Another record?' }).click();
  await page.getByLabel('Number of the other record').fill(second.number);
  await page.getByRole('button', { name: 'Compare the two' }).click();
  await page.getByRole('cell', { name: 'Njerri' }).waitFor();
  assert.equal(new URL(page.url()).pathname, `${first.record}/join`);
  assert.doesNotMatch(page.url() + (await page.title()), /wanjala|RG-/i);
  await page.getByLabel(`${first.number} stays`).check();
  await page.getByLabel('How you know that they are one person').fill('The same card, asked on the telephone.');
  await page.getByRole('button', { name: 'Join the two records' }).click();
  await page.getByText('The two records are joined.').waitFor();

  await desk.goto(second.record);
  assert.equal(new URL(desk.url()).pathname, first.record, 'the old address leads to the one that stays');
  await desk.getByText('Two records were joined on').waitFor();
  await desk.goto('/patients');
  await desk.getByLabel('Find a patient', { exact: true }).fill(second.number);
  await desk.getByRole('button', { name: 'Find' }).click();
  await desk.getByText(`Also ${second.number}`).waitFor();

  await page.getByText('Take apart', { exact: true }).click();
  await page.getByLabel('Why they are two people').fill('Two sisters, as their mother says.');
  await page.getByRole('button', { name: 'Take them apart' }).click();
  await page.getByText('They are two records again.').waitFor();
  await desk.goto(second.record);
  assert.equal(new URL(desk.url()).pathname, second.record);
});

journey('while reception types, who may be the same stands beside the form', async (tour) => {
  const page = await tour.open('/patients/register', { as: 'receptionist', size: 'phone' });
  await page.getByLabel('Family name').fill('Okafor');
  await page.getByLabel('Given name').fill('Amarra');
  const found = page.getByRole('region', { name: 'Registered here already?' });
  await found.getByRole('link', { name: /^OKAFOR, Amara/ }).waitFor();
  await page.getByLabel('Given name').fill('Zebedee');
  await found.waitFor({ state: 'detached' });
  assert.doesNotMatch(page.url(), /okafor/i);
});
