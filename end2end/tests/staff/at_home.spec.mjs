// What a billing clerk and a laboratory technician find so far: their home says what is not there yet, and leads to what they may open.

import { everyday, ten } from '../support/phone.mjs';

const walk = (role, { login, name, missing }) => (tour) =>
  ten(tour, role, {
    'reads what is not there yet': async (phone) => {
      await phone.see('heading', 'Home');
      await phone.read(missing);
    },
    'reads what the hospital says of its systems': async (phone) => {
      await phone.in('region', 'What works for you').tap('link', /^System alerts/);
      await phone.see('heading', 'System alerts');
      await phone.go('Home');
    },
    'looks for a page, and finds no patient': async (phone) => {
      await phone.in('region', 'What works for you').tap('link', /^Search/);
      const main = phone.in('main');
      await main.type(/^Find a /, 'okafor');
      await main.tap('button', 'Search');
      await main.read('Nothing is called so that you may open.');
      await phone.go('Home');
    },
    'reads what they were told, and says how they want to hear of sign-ins': async (phone) => {
      await phone.in('region', 'What works for you').tap('link', /^Notifications/);
      const choices = phone.in('region', 'Tell me about');
      await choices.tap('radio', 'Here');
      await choices.tap('button', 'Save');
      await phone.hear(/saved/);
    },
    'makes the page dark for the night, and light again': async (phone) => {
      await phone.colours('Night', 'dark');
      await phone.colours('Day', 'light');
      await (await phone.opened('button', 'Night')).see('button', 'Night');
    },
    'sees under which name they work': async (phone) => {
      await phone.search('name, password', /^Account\b/);
      await phone.in('region', 'Who you are here').read(name);
    },
    'writes the number under which they are reached': async (phone) => {
      await phone.type('Phone (optional)', '+254 700 000 448');
      await phone.in('region', 'How we reach you').tap('button', 'Save');
      await phone.hear('How we reach you is saved.');
    },
    'sees where they are signed in': (phone) => phone.in('region', 'Where you are signed in').read('This one'),
    'reads the pages in French, and goes back to English': (phone) => phone.readsFrench(),
    'signs out': (phone) => phone.signOut(),
  }, { login });

const clerk = { login: 'peter.lindqvist@riverbend.example', name: 'Peter Lindqvist', missing: /^Billing is not built here yet/ };
const technician = { login: 'yusuf.demir@riverbend.example', name: 'Yusuf Demir', missing: /^The laboratory is not built here yet/ };

// Other journeys read the clerk's home in English, and the platform's administrator signs the technician out everywhere (platform/everyday.spec.mjs): these have hospitals of their own.
everyday('a billing clerk finds ten everyday things', walk('clerk', clerk), { own: true });
everyday('a laboratory technician finds ten everyday things', walk('laboratory technician', technician), { own: true });
