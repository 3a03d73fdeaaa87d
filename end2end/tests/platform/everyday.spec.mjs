// What Ines Carvalho does for every hospital of the house, on a phone.

import { mailTo } from '../support/mail.mjs';
import { everyday, ten } from '../support/phone.mjs';

/** A hospital that asks to be taken in, and has answered the mail. */
async function asks(tour, name, admin) {
  const page = await tour.browse({ js: false });
  await page.goto('/register/hospital');
  const answers = {
    'Name of the hospital': name,
    Address: '2 Shore Road',
    'Phone number': '+254 700 000 778',
    'Registration number': 'KE-4712',
    'Time zone': 'Africa/Nairobi',
    'Name of the first administrator': 'Daniel Odhiambo',
    'Email of the first administrator': admin,
  };
  for (const [label, answer] of Object.entries(answers)) await page.getByLabel(label, { exact: true }).fill(answer);
  await page.getByRole('button', { name: 'Send the application' }).click();
  const reader = await tour.browse({ as: 'admin', js: false });
  const proof = await mailTo(reader, admin, 'Confirm your e-mail address');
  await page.goto(proof.link);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { level: 1, name: 'What happens next' }).waitFor();
}

everyday('who runs the platform finds ten everyday things', async (tour) => {
  await asks(tour, 'Lake Clinic', 'd.odhiambo@lake.example');
  await asks(tour, 'Shore Clinic', 'd.odhiambo@shore.example');
  await ten(tour, 'platform', {
    'sees which hospitals ask to be taken in': async (phone) => {
      await phone.see('heading', 'Hospitals that wait');
      await phone.see('region', 'Lake Clinic');
    },
    'reads who would be its first administrator': (phone) => phone.in('region', 'Lake Clinic').read(/d\.odhiambo@lake\.example/),
    'reads under which number it is registered': (phone) => phone.in('region', 'Shore Clinic').read('KE-4712'),
    'refuses one with its reason': async (phone) => {
      const shore = phone.in('region', 'Shore Clinic');
      await shore.type(/reason/i, 'The registration number is that of another house.');
      await shore.tap('button', 'Refuse');
      await phone.hear(/refused/i);
    },
    'takes one in': async (phone) => {
      const lake = phone.in('region', 'Lake Clinic');
      await lake.unfold('Approve');
      await lake.tap('button', 'Approve Lake Clinic');
      await phone.hear('The hospital is set up; its first administrator is invited.');
    },
    'signs an account out everywhere': async (phone) => {
      await phone.tap('link', 'Close or open an account');
      await phone.see('heading', 'Accounts');
      await phone.type(/^Email or phone number/, 'yusuf.demir@riverbend.example');
      await phone.choose('What to do', 'Sign it out everywhere');
      await phone.tap('button', 'Do it');
      await phone.hear('The account is signed out everywhere.');
    },
    'closes it': async (phone) => {
      await phone.type(/^Email or phone number/, 'yusuf.demir@riverbend.example');
      await phone.choose('What to do', 'Close it');
      await phone.tap('button', 'Do it');
      await phone.hear('The account is closed. What was open has ended.');
    },
    'opens it again': async (phone) => {
      await phone.type(/^Email or phone number/, 'yusuf.demir@riverbend.example');
      await phone.choose('What to do', 'Open it again');
      await phone.tap('button', 'Do it');
      await phone.hear('The account is open.');
    },
    'sees where she is signed in': async (phone) => {
      await phone.search('signed in', /^Account\b/);
      await phone.in('region', 'Where you are signed in').read('This one');
    },
    'signs out': (phone) => phone.signOut(),
  });
});
