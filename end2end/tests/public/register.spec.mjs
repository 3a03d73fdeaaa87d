// A patient asks for an account: from the form over the mail and reception to their own values.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../support/axe.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { mailTo } from '../support/mail.mjs';
import { people, signIn } from '../support/people.mjs';

const path = (page) => new URL(page.url()).pathname;
const chosen = 'rain on a tin roof';

/** Who lies in a bed of the demo, as server/demo/people.csv has them. */
function whoLiesIn(bed) {
  const [head, ...rows] = readFileSync(join(import.meta.dirname, '../../../server/demo/people.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
  const found = rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]]))).find((row) => row.hospital === 'riverbend' && row.bed === String(bed));
  assert.ok(found, `nobody lies in bed ${bed}`);
  return found;
}

journey('a patient registers, reception confirms who it is, and only then anything is shown', async (tour) => {
  const person = whoLiesIn(6);
  const page = await tour.browse();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Patients: ask for an account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ask for an account' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Given name').fill(person.given_name);
  await page.getByLabel('Family name').fill(person.family_name);
  await page.getByLabel('Date of birth').fill(person.born_on);
  await page.getByLabel('Email').fill('bed6@example.org');
  await page.getByLabel('Health ID').fill('12 34');
  await page.getByRole('button', { name: 'Ask for an account' }).click();
  assert.match(await page.getByRole('alert').innerText(), /Choose your hospital\.[\s\S]*Enter the 14 digits/);
  assert.equal(await page.getByLabel('Family name').inputValue(), person.family_name, 'what was typed is there still');
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('Hospital').selectOption('Riverbend General');
  await page.getByLabel('Health ID').fill(person.health_id);
  await page.getByRole('button', { name: 'Ask for an account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();

  const admin = await tour.browse({ as: 'admin' });
  const { link } = await mailTo(admin, 'bed6@example.org', 'Confirm your e-mail address');
  await page.goto(link);
  assert.equal(page.url(), `${tour.server.url}/register/verify`);
  assert.deepEqual(await violations(page), []);
  await page.getByLabel('New password').fill(chosen);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { level: 1, name: 'What happens next' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.goto('/sign-in');
  await signIn(page, 'bed6@example.org', chosen);
  assert.equal(path(page), '/register/waiting', 'what happens next, and nothing else');

  const reception = await tour.browse();
  await reception.goto('/sign-in');
  await signIn(reception, people.receptionist.login);
  assert.equal(path(reception), '/registrations');
  assert.deepEqual(await violations(reception), []);
  const chart = reception.getByRole('row').filter({ hasText: person.hospital_number });
  assert.equal((await chart.innerText()).includes('differs'), false);
  await chart.locator('summary', { hasText: 'Confirm' }).click();
  await chart.getByRole('button', { name: `Confirm that this is chart ${person.hospital_number}` }).click();
  await reception.getByText('The account is open. The person is told by mail.').waitFor();

  await page.goto('/sign-in');
  await signIn(page, 'bed6@example.org', chosen);
  assert.equal(path(page), '/my');
  await hydrated(page);
});

journey('a hospital asks to be taken in, and its first administrator comes in by an invitation', async (tour) => {
  const page = await tour.browse({ js: false });
  await page.goto('/register/hospital');
  const answers = {
    'Name of the hospital': 'Nyeri Hill',
    Address: '1 Hill Road, Nyeri',
    'Phone number': '+254 700 000 777',
    'Registration number': 'KE-4711',
    'Time zone': 'Africa/Nairobi',
    'Name of the first administrator': 'Joyce Kariuki',
    'Email of the first administrator': 'joyce.kariuki@nyeri.example',
  };
  for (const [label, answer] of Object.entries(answers)) await page.getByLabel(label, { exact: true }).fill(answer);
  await page.getByRole('button', { name: 'Send the application' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
  const admin = await tour.browse({ as: 'admin', js: false });
  const proof = await mailTo(admin, 'joyce.kariuki@nyeri.example', 'Confirm your e-mail address');
  await page.goto(proof.link);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { level: 1, name: 'What happens next' }).waitFor();

  const platform = await tour.browse();
  await platform.goto('/sign-in');
  await signIn(platform, people.platform.login);
  assert.equal(path(platform), '/platform/hospitals');
  assert.deepEqual(await violations(platform), []);
  const card = platform.getByRole('region', { name: 'Nyeri Hill' });
  await card.locator('summary', { hasText: 'Approve' }).click();
  await card.getByRole('button', { name: 'Approve Nyeri Hill' }).click();
  await platform.getByText('The hospital is set up; its first administrator is invited.').waitFor();
  const invitation = await mailTo(admin, 'joyce.kariuki@nyeri.example', 'You are invited');
  await page.goto(invitation.link);
  await page.getByLabel('New password').fill(chosen);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  assert.match(await page.locator('main').innerText(), /ADM-0001/);
});
