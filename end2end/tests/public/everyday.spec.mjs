// What somebody without an account finds on a phone.

import assert from 'node:assert/strict';
import { everyday, ten } from '../support/phone.mjs';

everyday('a visitor finds ten everyday things', (tour) =>
  ten(tour, 'visitor', {
    'finds where one signs in': (phone) => phone.see('heading', 'Sign in'),
    'reads the page in Arabic, and in English again': async (phone) => {
      await phone.tap('button', 'العربية');
      await phone.see('heading', 'تسجيل الدخول');
      await phone.tap('button', 'English');
      await phone.see('heading', 'Sign in');
    },
    'sees what she types as a password': async (phone) => {
      await phone.type('Password', 'not my password');
      await phone.tap('button', 'Show password');
      assert.equal(await phone.page.getByLabel('Password', { exact: true }).getAttribute('type'), 'text');
    },
    'says that others use this phone too': async (phone) => {
      await phone.tap('checkbox', /^Shared computer/);
      assert.ok(await phone.find('checkbox', /^Shared computer/).isChecked());
    },
    'is told that a password is wrong': async (phone) => {
      await phone.type('Email or phone number', 'nobody.of.here@example.org');
      await phone.tap('button', 'Sign in');
      await phone.read(/do not match/);
    },
    'gets a link when the password is forgotten': async (phone) => {
      await phone.tap('link', 'I do not know my password');
      await phone.see('heading', 'Set a new password');
      await phone.type('Email or phone number', 'nobody.of.here@example.org');
      await phone.tap('button', 'Send the link');
      await phone.see('heading', 'Look into your mail');
    },
    'finds back to where one signs in': async (phone) => {
      await phone.tap('link', /sign in/i);
      await phone.see('heading', 'Sign in');
    },
    'sees which accounts there are to try': async (phone) => {
      await phone.unfold('Demo hospital: accounts to try');
      await phone.read('anika.rao@riverbend.example');
    },
    'finds how a patient asks for an account, and what is asked': async (phone) => {
      await phone.tap('link', 'Patients: ask for an account');
      await phone.see('heading', 'Ask for an account');
      await phone.choose('Hospital', 'Riverbend General');
      await phone.read('The 14 digits on your health card.');
    },
    'is told what is missing in the form': async (phone) => {
      await phone.type('Given name', 'Zawadi');
      await phone.tap('button', 'Ask for an account');
      const missing = await phone.page.evaluate(() => document.querySelector(':invalid:not(form, fieldset)')?.labels[0].textContent ?? '');
      assert.ok(missing.includes('Health ID') || (await phone.find('heading', 'There is a problem').isVisible()), `missing: ${missing}`);
    },
  }),
);
