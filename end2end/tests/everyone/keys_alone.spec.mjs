// Whole tasks with keys alone: nothing is clicked, nothing is filled in but what is typed.

import assert from 'node:assert/strict';
import { hydrated, journey } from '../support/journey.mjs';
import { password, people } from '../support/people.mjs';

/** Presses Tab until what is meant has the focus; a field or a button by the words that a reader hears. */
async function tabTo(page, target, what, most = 120) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${what} was not reached with ${most} presses of Tab`);
}

async function type(page, label, words, within = page) {
  await tabTo(page, within.getByLabel(label, { exact: true }).first(), label);
  await page.keyboard.type(words);
}

async function press(page, role, name, key = 'Enter') {
  await tabTo(page, page.getByRole(role, { name }).first(), String(name));
  await page.keyboard.press(key);
  await page.waitForLoadState();
}

journey('a doctor signs in with keys alone', async (tour) => {
  const page = await tour.open('/sign-in');
  await type(page, 'Email or phone number', people.doctor.login);
  await type(page, 'Password', password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ward/);
  await page.getByRole('heading', { level: 1, name: 'Ward 4 · Renal' }).waitFor();
});

journey('a receptionist registers somebody with keys alone', async (tour) => {
  const page = await tour.open('/patients/register', { as: 'receptionist' });
  const family = `Ouma${Date.now()}`.replace(/\d/g, (digit) => 'abcdefghij'[digit]);
  await type(page, 'Family name', family);
  await type(page, 'Given name', 'Lilian');
  await tabTo(page, page.getByLabel('Date of birth'), 'Date of birth');
  await page.keyboard.type('05171984');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Register as a new patient' }).waitFor();
  await press(page, 'button', 'Register as a new patient');
  await page.getByRole('heading', { level: 1, name: `${family.toUpperCase()}, Lilian` }).waitFor();
});

journey('a nurse writes down an allergy with keys alone', async (tour) => {
  const page = await tour.open('/ward?sort=bed', { as: 'nurse' });
  const bed = page.getByRole('article', { name: 'Bed 10', exact: true }).getByRole('link');
  await tabTo(page, bed, 'bed 10');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/patients\//);
  await press(page, 'link', 'Record');
  await page.waitForURL(/\/record$/);
  await press(page, 'link', 'Open Allergies');
  await page.waitForURL(/\/allergies$/);
  await type(page, 'To what', 'Kiwi');
  await type(page, 'What it does', 'itching');
  await type(page, 'How bad', 'Mild');
  await press(page, 'button', 'Add this allergy');
  await page.locator('.banner').getByText(/Kiwi/).waitFor();
});

journey('a patient reaches their record, who looked at it and their account with keys alone', async (tour) => {
  const page = await tour.open('/my', { as: 'patient' });
  for (const [name, heading] of [[/^My record/, 'My record'], [/^Who looked/, 'Who looked at your record']]) {
    await press(page, 'link', name);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await press(page, 'link', 'Home');
    await page.waitForURL(/\/my$/);
    await hydrated(page);
  }
  await press(page, 'link', 'Account');
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();
});
