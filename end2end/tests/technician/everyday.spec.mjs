// What K. Mensah does every day, on a phone at the machines. In a hospital of its own, because another journey hands the same device over.

import { everyday, ten } from '../support/phone.mjs';

everyday(
  'a technician finds ten everyday things',
  (tour) =>
    ten(tour, 'technician', {
      'sees whether her device is well': async (phone) => {
        await phone.see('heading', 'Devices');
        await phone.in('row', /Monitor bed 1/).read('normal');
      },
      'sees where it stands, and its serial number': async (phone) => {
        await phone.in('row', /Monitor bed 1/).read(/Ward 4 · Renal, bed 1/);
        await phone.in('row', /Monitor bed 1/).read(/LM4-26-1037/);
      },
      'asks again how it is': async (phone) => {
        await phone.tap('link', 'Load again');
        await phone.in('row', /Monitor bed 1/).read('normal');
      },
      'makes the page dark for the night': async (phone) => {
        await phone.tap('button', 'Night');
        await phone.see('button', 'Day');
      },
      'looks at the patient on it': async (phone) => {
        await phone.tap('link', 'Hand over');
        await phone.tap('link', 'Patient on Monitor bed 1');
        await phone.see('heading', 'OKAFOR, Amara');
        await phone.see('region', 'Vital signs');
      },
      'asks a colleague to take it for the shift': async (phone) => {
        await phone.go('Devices');
        await phone.tap('link', 'Hand over');
        await phone.choose('Technician', 'J. Boateng · Technician');
        await phone.choose('For', '8 hours');
        await phone.tap('button', 'Ask');
        await phone.read('They have been asked.');
      },
      'sees that the question waits, and takes it back': async (phone) => {
        await phone.in('region', 'Open').read(/Waits for an answer/);
        await phone.in('region', 'Open').tap('button', /Monitor bed 1/);
        await phone.in('region', 'Over').read(/Monitor bed 1/);
      },
      'writes the number under which she is reached': async (phone) => {
        await phone.go('Account');
        await phone.type('Phone (optional)', '+254 700 000 812');
        await phone.in('region', 'How we reach you').tap('button', 'Save');
        await phone.hear('How we reach you is saved.');
      },
      'sees where she is signed in': (phone) => phone.in('region', 'Where you are signed in').read('This one'),
      'signs out': (phone) => phone.signOut(),
    }),
  { own: true },
);
