// Staff: invited by an admin, in by the link of a mail, and out within a second when the admin switches them off. In a hospital of its own, because it ends
// with one person more.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { mailTo } from '../support/mail.mjs';
import { password, people, signIn } from '../support/people.mjs';
import { code, setUp } from '../support/totp.mjs';

const path = (page) => new URL(page.url()).pathname;
const chosen = 'grey herons wade at dawn';

async function asAdmin(tour, js) {
  const admin = await tour.browse({ js });
  await admin.goto('/sign-in');
  await signIn(admin, people.admin.login, password);
  return admin;
}

async function invite(admin, name, email) {
  await admin.goto('/hospital/staff');
  await admin.getByLabel('Name', { exact: true }).fill(name);
  await admin.getByLabel('Email', { exact: true }).fill(email);
  await admin.getByLabel('Role', { exact: true }).selectOption('Nurse');
  await admin.getByLabel('Ward that they open first').selectOption('Ward 4 · Renal');
  await admin.getByRole('button', { name: 'Send the invitation', exact: true }).click();
  await admin.getByText('The invitation is on its way.').waitFor();
}

journey('a nurse is invited, chooses a password, sets up a second factor, signs in with both, and is out within a second when made inactive', async (tour) => {
  const admin = await asAdmin(tour, true);
  await invite(admin, 'Amina Otieno', 'amina.otieno@riverbend.example');
  assert.deepEqual(await violations(admin), []);
  const mail = await mailTo(admin, 'amina.otieno@riverbend.example', 'You are invited');
  assert.deepEqual(await violations(admin), []);

  const nurse = await tour.browse();
  await nurse.goto(mail.link);
  assert.equal(nurse.url(), `${tour.server.url}/invitation`, 'the secret of the link leaves the address at once');
  assert.match(await nurse.locator('main').innerText(), /Work at Riverbend General/);
  assert.deepEqual(await violations(nurse), []);
  await nurse.getByLabel('New password').fill('too short');
  await nurse.getByRole('button', { name: 'Accept the invitation' }).click();
  assert.match(await nurse.getByRole('alert').innerText(), /This password is too short/);
  await nurse.getByLabel('New password').fill(chosen);
  await nurse.getByRole('button', { name: 'Accept the invitation' }).click();
  await nurse.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
  assert.match(await nurse.locator('main').innerText(), /NUR-0002/);
  await nurse.getByRole('link', { name: 'Sign in' }).click();

  await signIn(nurse, 'amina.otieno@riverbend.example', chosen);
  assert.equal(path(nurse), '/ward');
  await nurse.goto('/account/factor');
  const phone = await setUp(nurse);
  await nurse.getByRole('button', { name: 'Sign out' }).click();
  await signIn(nurse, 'amina.otieno@riverbend.example', chosen);
  assert.equal(path(nurse), '/sign-in/code');
  await nurse.getByLabel('Code from your app').fill(code(phone.key, Date.now() + 30_000));
  await nurse.getByRole('button', { name: 'Sign in' }).click();
  await nurse.waitForURL(/\/ward/);
  await hydrated(nurse);
  await nurse.locator('.live', { hasText: 'Live' }).first().waitFor();

  // What was a live ward is the sign-in page, in the other browser, without anybody touching it.
  tour.gate.expect(/WebSocket/, /401/, /403/);
  await admin.goto('/hospital/staff');
  const row = admin.getByRole('row').filter({ hasText: 'Amina Otieno' });
  await row.locator('summary', { hasText: 'Make inactive' }).click();
  await row.getByRole('button', { name: 'Make inactive: Amina Otieno' }).click();
  await admin.getByText('The account is inactive.').waitFor();
  const since = performance.now();
  await nurse.waitForURL(/\/sign-in/);
  const took = performance.now() - since;
  // The session is dead within a second (server/tests/accounts.rs measures that alone); the page then has to notice and to load another.
  assert.ok(took < 3_000, `it took ${Math.round(took)} ms`);
  await signIn(nurse, 'amina.otieno@riverbend.example', chosen);
  assert.match(await nurse.getByRole('alert').innerText(), /do not match/);
});

journey('an invitation is sent, not again within the minute, and withdrawn without JavaScript, and on a phone', async (tour) => {
  const admin = await asAdmin(tour, false);
  await invite(admin, 'Kofi Boateng', 'kofi.boateng@riverbend.example');
  await admin.getByRole('button', { name: 'Send again: the invitation of Kofi Boateng' }).click();
  await admin.getByText('This invitation went out just now. Wait a minute.').waitFor();
  const { link } = await mailTo(admin, 'kofi.boateng@riverbend.example', 'You are invited');
  await admin.goto('/hospital/staff');
  await admin.getByRole('button', { name: 'Withdraw the invitation of Kofi Boateng' }).click();
  await admin.getByText('The invitation is withdrawn.').waitFor();
  const late = await tour.browse({ js: false, size: 'phone' });
  tour.gate.expect(/410/);
  await late.goto(link);
  await late.getByRole('heading', { level: 1, name: 'This link does not work' }).waitFor();
  const wide = await late.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0);
  assert.ok(wide <= 0, 'the page fits a phone');
});
