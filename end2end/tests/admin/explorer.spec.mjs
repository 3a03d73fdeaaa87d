// An administrator asks who may do what, and why; makes an exception and sees it hold; says who is on duty. By keyboard, and without JavaScript.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { bed } from '../support/ward.mjs';

/** A day from now, as a date field takes it. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** The number of the patient in a bed, as their banner says it, and the address of their page. */
async function patientIn(tour, number) {
  const page = await tour.browse({ as: 'doctor', js: false });
  await page.goto('/ward');
  const path = await bed(page, number).getByRole('link').getAttribute('href');
  await page.goto(path);
  return { path, number: await page.locator('.banner__fact', { hasText: 'Hospital no.' }).locator('dd').innerText() };
}

async function ask(page, { who, may, about, named }) {
  await page.goto('/hospital/access');
  await page.getByLabel('Person', { exact: true }).selectOption({ label: who });
  await page.getByLabel('May they', { exact: true }).selectOption({ label: may });
  await page.getByLabel('About', { exact: true }).selectOption({ label: about });
  if (named) await page.getByLabel('Number or name').fill(named);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}

journey('an administrator asks why Dr Rao may read a patient, and grants a pharmacist the same until it is ended', async (tour) => {
  const { path, number } = await patientIn(tour, 3);
  const admin = await tour.open('/hospital', { as: 'admin' });
  await admin.getByRole('link', { name: 'Who may do what' }).click();
  await admin.getByRole('heading', { level: 1, name: 'Who may do what' }).waitFor();
  const question = { who: 'Dr Anika Rao · Doctor', may: 'Read this patient’s values', about: 'A patient, by number', named: number };
  await ask(admin, question);
  const answer = admin.locator('section', { has: admin.getByRole('heading', { name: 'Answer' }) });
  assert.match(await answer.innerText(), /Dr Anika Rao may read this patient’s values, because they are on duty on the ward where this patient lies\./);
  assert.equal(new URL(admin.url()).search, '', 'no number in the address');
  assert.equal(await admin.getByLabel('Number or name').inputValue(), number, 'the question stands in the form still');

  // A number that nobody has is said at its field.
  await ask(admin, { ...question, named: 'RG-000' });
  await admin.getByText('There is a problem').waitFor();
  assert.match(await admin.locator('#named-error').innerText(), /No patient of this hospital has this number/);

  // By a pharmacist, whose rights no other journey needs.
  await admin.goto('/hospital/rights');
  await admin.getByLabel('Person', { exact: true }).selectOption({ label: 'Laila Haddad · Pharmacist' });
  await admin.getByLabel('Right', { exact: true }).selectOption({ label: 'Read this patient’s values' });
  await admin.getByLabel('What', { exact: true }).selectOption({ label: 'Grant it' });
  await admin.getByLabel('Last day').fill(day(3));
  await admin.getByLabel('Reason', { exact: true }).fill('Covers the ward round on Friday');
  await admin.getByRole('button', { name: 'Make the exception' }).click();
  await admin.getByText('The exception holds from now on.').waitFor();

  const pharmacist = await tour.browse({ as: 'pharmacist', js: false });
  assert.equal((await pharmacist.goto(path)).status(), 200, 'granted');
  await ask(admin, { ...question, who: 'Laila Haddad · Pharmacist' });
  assert.match(await answer.innerText(), /A grant for them alone holds/);

  await admin.goto('/hospital/rights');
  await admin.getByRole('button', { name: 'End the exception of Laila Haddad' }).click();
  await admin.getByText('The exception has ended.').waitFor();
  tour.gate.expect(/403/);
  await pharmacist.waitForTimeout(1_100);
  assert.equal((await pharmacist.goto(path)).status(), 403, 'ended');
});

journey('a nurse is taken off a ward and put on duty again, by keyboard', async (tour) => {
  const page = await tour.browse({ as: 'admin', js: false });
  await page.goto('/hospital/duties?by=person');
  const row = page.locator('#wards').locator('xpath=ancestor::section').locator('tbody tr', { hasText: 'B. Achieng' }).filter({ hasText: 'Ward 4' });
  await row.getByRole('button', { name: /^End the duty of B\. Achieng/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Their duty has ended.').waitFor();
  assert.equal(await row.count(), 0);
  const ward = page.getByLabel('Ward', { exact: true });
  await page.getByLabel('Doctor or nurse').selectOption({ label: 'B. Achieng · Nurse' });
  await ward.selectOption({ label: 'Ward 4 · Renal' });
  await page.getByLabel('For').selectOption({ label: '12 hours' });
  await page.getByRole('button', { name: 'Put on duty' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('They are on duty from now on.').waitFor();
  assert.equal(await row.count(), 1);
  // Twice is said in words.
  await page.getByLabel('Doctor or nurse').selectOption({ label: 'B. Achieng · Nurse' });
  await ward.selectOption({ label: 'Ward 4 · Renal' });
  await page.getByRole('button', { name: 'Put on duty' }).click();
  await page.getByText('They are on duty on this ward already.').waitFor();
});

journey('Dr Rao takes a patient of her ward over, and steps back', async (tour) => {
  const { path } = await patientIn(tour, 6);
  const page = await tour.open(path, { as: 'doctor' });
  await page.getByRole('link', { name: 'Care team' }).click();
  await page.getByRole('heading', { level: 1, name: 'Care team' }).waitFor();
  await page.getByRole('button', { name: 'Take over this patient' }).click();
  await page.getByText('You treat this patient from now on.').waitFor();
  await page.getByRole('button', { name: 'Step back from this patient' }).click();
  await page.getByText('The treatment has ended.').waitFor();
  const before = page.locator('section', { has: page.getByRole('heading', { name: 'Treated before' }) });
  assert.match(await before.innerText(), /Dr Anika Rao/);
});
