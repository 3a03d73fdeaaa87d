// What Samuel Ortiz does every day, on a phone between two meetings.

import { everyday, ten } from '../support/phone.mjs';

everyday('a hospital admin finds ten everyday things', (tour) =>
  ten(tour, 'admin', {
    'sees whether there is room today': async (phone) => {
      await phone.see('heading', 'Today');
      await phone.in('region', 'Beds').read('No bed is free.');
    },
    // A hospital that has just begun has not heard all of its machines yet.
    'sees whether every device is heard': (phone) => phone.readSoon(/Every device was heard/),
    'sees who is on duty': async (phone) => {
      await phone.search('rota', /^Duties/);
      await phone.see('heading', 'Duties');
      await phone.in('table', 'On duty now').read('Dr Anika Rao');
      await phone.go('Today');
    },
    'invites a nurse': async (phone) => {
      await phone.tap('link', /^Staff/);
      await phone.type('Name', 'Wanjiru Kamau');
      await phone.type('Email', 'wanjiru.kamau@riverbend.example');
      await phone.choose('Role', 'Nurse');
      await phone.choose('Ward that they open first', 'Ward 4 · Renal');
      await phone.tap('button', 'Send the invitation');
      await phone.read('The invitation is on its way.');
    },
    'takes an invitation back': async (phone) => {
      await phone.tap('button', 'Withdraw the invitation of Wanjiru Kamau');
      await phone.read('The invitation is withdrawn.');
      await phone.go('Today');
    },
    'asks why somebody may read a patient': async (phone) => {
      await phone.tap('link', /^Who may do what/);
      await phone.choose('Person', 'Dr Anika Rao · Doctor');
      await phone.choose('May they', 'Read this patient’s values');
      await phone.choose('About', 'A patient, by number');
      await phone.type(/^Number or name/, 'RG-204 4178');
      await phone.tap('button', 'Ask');
      await phone.read(/because they are on duty on the ward where this patient lies/);
      await phone.go('Today');
    },
    'sees who did what': async (phone) => {
      await phone.tap('link', /^Audit/);
      await phone.choose('Outcome', 'Allowed');
      await phone.tap('button', 'Search');
      await phone.in('table', /^Entries of the audit/).read(/Samuel Ortiz/);
      await phone.go('Today');
    },
    'looks whether a record was opened in an emergency': async (phone) => {
      await phone.tap('link', /^Emergency openings/);
      await phone.see('heading', 'Emergency openings');
      await phone.go('Today');
    },
    'finds a patient': async (phone) => {
      await phone.go('Patients');
      await phone.type('Find a patient', 'okafor 1943');
      await phone.tap('button', 'Find');
      await phone.see('link', 'OKAFOR, Amara');
    },
    'signs out': (phone) => phone.signOut(),
  }),
);
