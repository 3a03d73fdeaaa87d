// A forgotten password: from the sign-in page to a new one.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { journey } from '../support/journey.mjs';
import { mailTo } from '../support/mail.mjs';
import { password, people, signIn } from '../support/people.mjs';

const path = (page) => new URL(page.url()).pathname;
// In a hospital of its own: the billing clerk's password is another one from here on.
const login = 'peter.lindqvist@riverbend.example';
const passwords = [password, 'lamps over a quiet ward', 'windows over a quiet ward'];

journey('a forgotten password is set anew by a link, which works once, with and without JavaScript', async (tour) => {
  for (const [round, js] of [true, false].entries()) {
    const [before, after] = passwords.slice(round);
    const page = await tour.browse({ js });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'I do not know my password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Set a new password' }).waitFor();
    if (js) assert.deepEqual(await violations(page), []);
    await page.getByLabel('Email or phone number').fill(login);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
    assert.equal((await page.locator('main').innerText()).includes(login), false, 'the answer repeats nothing');

    const admin = await tour.browse({ as: 'admin', js });
    const { link } = await mailTo(admin, login, 'Set a new password', { earlier: round });
    await page.goto(link);
    assert.equal(page.url(), `${tour.server.url}/recover/new`);
    if (js) assert.deepEqual(await violations(page), []);
    await page.getByLabel('New password').fill(after);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your password is set' }).waitFor();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await signIn(page, login, before);
    assert.match(await page.getByRole('alert').innerText(), /do not match/, 'the old one is gone');
    await signIn(page, login, after);
    assert.equal(path(page), '/home');
    await mailTo(admin, login, 'was changed', { earlier: round });

    tour.gate.expect(/410/);
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'This link does not work' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Ask for a new link' }).getAttribute('href'), '/recover');
  }
}, { own: true });

journey('whoever nobody knows gets the same page', async (tour) => {
  const said = [];
  for (const login of [people.technician.login, 'nobody@riverbend.example']) {
    const page = await tour.browse();
    await page.goto('/recover');
    await page.getByLabel('Email or phone number').fill(login);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
    said.push(await page.locator('main').innerText());
  }
  assert.equal(said[0], said[1]);
});
