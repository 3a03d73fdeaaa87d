// What Laila Haddad finds on her phone so far: the pharmacy says honestly what it does not do yet, and her account is whole.

import { everyday, ten } from '../support/phone.mjs';

everyday('a pharmacist finds ten everyday things', (tour) =>
  ten(tour, 'pharmacist', {
    'sees who waits for a medicine': async (phone) => {
      await phone.see('heading', 'Pharmacy');
      await phone.see('heading', 'Open prescriptions');
      await phone.read('Nothing has been prescribed');
    },
    'reads what to do until prescribing begins': (phone) => phone.read(/Work with the hospital’s present orders/),
    'makes the page dark for the night, and light again': async (phone) => {
      await phone.colours('Night', 'dark');
      await phone.colours('Day', 'light');
      await (await phone.opened('button', 'Night')).see('button', 'Night');
    },
    'sees under which name she works': async (phone) => {
      await phone.search('name, password', /^Account\b/);
      await phone.in('region', 'Who you are here').read('Laila Haddad');
    },
    'writes the number under which she is reached': async (phone) => {
      await phone.type('Phone (optional)', '+254 700 000 447');
      await phone.in('region', 'How we reach you').tap('button', 'Save');
      await phone.hear('How we reach you is saved.');
    },
    'sees where she is signed in': (phone) => phone.in('region', 'Where you are signed in').read('This one'),
    'sees when she signed in before': (phone) => phone.see('table', 'Sign-ins'),
    'says how she wants to hear of sign-ins': async (phone) => {
      await phone.in('region', 'Notifications').tap('link', 'Notifications');
      const choices = phone.in('region', 'Tell me about');
      await choices.tap('radio', 'Here');
      await choices.tap('button', 'Save');
      await phone.hear(/saved/);
      await phone.go('Account');
    },
    'reads the pages in French, and goes back to English': (phone) => phone.readsFrench(),
    'signs out': (phone) => phone.signOut(),
  }),
);
