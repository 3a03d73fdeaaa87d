// Signing in and out, with and without JavaScript.

import assert from 'node:assert/strict';
import { plant } from '../support/canaries.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { people, signIn } from '../support/people.mjs';

const path = (page) => new URL(page.url()).pathname;

for (const js of [true, false]) {
  const how = js ? '' : ', without JavaScript';

  journey(`a wrong password keeps what was typed and says so${how}`, async (tour) => {
    const page = await tour.open('/sign-in', { js });
    await signIn(page, 'Anika.Rao@riverbend.example', plant('a wrong password'));
    assert.equal(page.url(), `${tour.server.url}/sign-in`, 'nothing that was typed stands in the address');
    assert.equal(await page.getByLabel('Email or phone number').inputValue(), 'Anika.Rao@riverbend.example');
    assert.equal(await page.getByLabel('Password', { exact: true }).inputValue(), '');
    assert.match(await page.getByRole('alert').innerText(), /There is a problem\s+The e-mail or phone number and the password do not match\. Check both and try again\./);
    assert.match(await page.title(), /^Error: Sign in/);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'alert', 'what was wrong has the focus');
    await page.reload();
    assert.equal(await page.getByRole('alert').count(), 0, 'a refusal is told once');
  });

  journey(`signing in leads home, signing out leads back, and the session is over${how}`, async (tour) => {
    const page = await tour.open('/sign-in', { js });
    await signIn(page, people.doctor.login);
    assert.equal(path(page), '/ward');
    await page.getByRole('heading', { level: 1, name: 'Ward 4 · Renal' }).waitFor();
    if (js) await hydrated(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.goto('/ward');
    assert.equal(path(page), '/sign-in');
  });

  journey(`who is not signed in comes to the wanted page after signing in${how}`, async (tour) => {
    const page = await tour.open('/ward?sort=bed', { js });
    assert.equal(path(page), '/sign-in');
    await signIn(page, people.doctor.login, plant('a wrong password'));
    await signIn(page, people.doctor.login);
    assert.equal(page.url(), `${tour.server.url}/ward?sort=bed`);
  });
}

journey('a session that is over returns to the same page', async (tour) => {
  const page = await tour.open('/ward', { js: false });
  await signIn(page, people.doctor.login);
  await page.getByRole('article', { name: 'Bed 5', exact: true }).getByRole('link').click();
  const patient = page.url();
  assert.match(patient, /\/patients\/[0-9a-f-]{36}$/);
  await page.context().clearCookies();
  await page.reload();
  assert.equal(path(page), '/sign-in');
  await signIn(page, people.doctor.login);
  assert.equal(page.url(), patient);
});

journey('signing out in one tab ends the live page in another', async (tour) => {
  const page = await tour.open('/sign-in', { js: true });
  await signIn(page, people.nurse.login);
  await hydrated(page);
  await page.locator('.live', { hasText: 'Live' }).first().waitFor();
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  const since = performance.now();
  await page.waitForURL(/\/sign-in\?next=/);
  assert.ok(performance.now() - since < 5_000, 'it took over five seconds');
});

journey('the password can be shown and hidden', async (tour) => {
  const page = await tour.open('/sign-in');
  const field = page.getByLabel('Password', { exact: true });
  await field.fill('seen');
  await page.getByRole('button', { name: 'Show password' }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await page.getByRole('button', { name: 'Show password' }).click();
  assert.equal(await field.getAttribute('type'), 'password');
});
