// Reception finds and registers people without a script, on a desk and on a phone; no name is ever in an address or a title.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';

const named = /okafor|wairimu|amara|njeri/i;

/** Nothing of a person in what a browser keeps. */
async function keepsSecret(page) {
  assert.doesNotMatch(page.url(), named);
  assert.doesNotMatch(await page.title(), named);
}

for (const size of ['desk', 'phone']) {
  journey(`on a ${size}, reception finds Mrs Okafor however her name is written, and goes back to what was found`, async (tour) => {
    const page = await tour.open('/patients', { as: 'receptionist', size });
    for (const words of ['RG-204 4178', 'amara oka', 'okafor 1943']) {
      await page.getByRole('searchbox', { name: 'Find a patient' }).fill(words);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByRole('link', { name: 'OKAFOR, Amara' }).waitFor();
      await keepsSecret(page);
    }
    await page.getByRole('link', { name: 'OKAFOR, Amara' }).click();
    await page.getByRole('heading', { level: 1, name: 'OKAFOR, Amara' }).waitFor();
    await keepsSecret(page);
    await page.goBack();
    await page.getByRole('link', { name: 'OKAFOR, Amara' }).waitFor();
    await page.getByRole('searchbox', { name: 'Find a patient' }).fill('okafur');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('heading', { name: 'Perhaps you mean' }).waitFor();
  });
}

journey('reception registers somebody by the keyboard, is shown who may be the same, and decides', async (tour) => {
  const page = await tour.open('/patients/register', { as: 'receptionist', js: false });
  const family = `Wairimu${Date.now()}`.replace(/\d/g, (digit) => 'abcdefghij'[digit]);
  const fill = async (given) => {
    await page.getByLabel('Family name').fill(family);
    await page.getByLabel('Given name').fill(given);
    await page.getByLabel('Date of birth').fill('1991-11-23');
    await page.getByLabel('Date of birth').press('Enter');
  };
  await fill('Njeri');
  await page.getByRole('heading', { level: 1, name: 'Check for this person' }).waitFor();
  await page.getByText('Nobody here is like this').waitFor();
  await keepsSecret(page);
  await page.getByRole('button', { name: 'Register as a new patient' }).click();
  await page.getByText(/Registered here under RG-\d{4} \d{4}/).waitFor();
  await keepsSecret(page);

  await page.goto('/patients/register');
  await fill('Njerri');
  await page.getByText('Name alike').waitFor();
  await page.getByRole('button', { name: 'Change what was typed' }).click();
  assert.equal(await page.getByLabel('Given name').inputValue(), 'Njerri', 'nothing typed is lost');
});

journey('a nurse asks about allergies, and every chart page says what she wrote', async (tour) => {
  const page = await tour.open('/ward', { as: 'nurse', js: false });
  await page.getByRole('link', { name: 'MENDES, Clara', exact: true }).click();
  await page.getByText('Allergies not recorded').waitFor();
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('link', { name: 'Open Allergies' }).click();
  await page.getByRole('button', { name: 'No known allergies: state it for this patient' }).click();
  await page.locator('.banner').getByText('No known allergies').waitFor();
  await page.getByLabel('To what').fill('Penicillin');
  await page.getByLabel('What it does').fill('anaphylaxis');
  await page.getByLabel('How bad').selectOption('Life-threatening');
  await page.getByRole('button', { name: 'Add this allergy' }).click();
  await page.locator('.banner').getByText('Penicillin (anaphylaxis)').waitFor();
  await page.getByText('One became known').waitFor();
  await page.getByRole('link', { name: 'To the record' }).click();
  await page.getByRole('link', { name: 'Chart', exact: true }).click();
  const known = page.locator('.banner').getByText('Penicillin (anaphylaxis)');
  await known.waitFor();
  const parts = ['allergies', 'flags', 'conditions', 'medicines', 'surgeries', 'identity', 'contacts', 'documents', 'insurance'];
  const chart = page.url().split(/[?#]/)[0];
  for (const place of ['/record', ...parts.map((part) => `/record/${part}`), '/care', '/portal/preview']) {
    await page.goto(chart + place);
    await known.waitFor();
  }
});

journey('a nurse writes that an arm is spared, and the banner says it until it ends', async (tour) => {
  const page = await tour.open('/ward', { as: 'nurse', js: false });
  await page.getByRole('link', { name: 'MENDES, Clara', exact: true }).click();
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('link', { name: 'Open Warnings' }).click();
  await page.getByLabel('What it is about').selectOption('Spare the right arm');
  await page.getByLabel('Why, with what, in which language').fill('lymphoedema');
  await page.getByRole('button', { name: 'Add this warning' }).click();
  const spared = page.locator('.banner').getByText('Spare the right arm');
  await spared.waitFor();
  await page.getByRole('link', { name: 'To the record' }).click();
  await page.getByRole('link', { name: 'Chart', exact: true }).click();
  await spared.waitFor();
  await page.getByRole('link', { name: 'Record', exact: true }).click();
  await page.getByRole('link', { name: 'Open Warnings' }).click();
  await page.locator('summary', { hasText: 'End' }).click();
  await page.getByLabel('Why it ends').selectOption('It is over');
  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByText('It holds no longer').waitFor();
  assert.equal(await spared.count(), 0);
});
