// What Chidi Eze does on the phone in the ambulance.

import { everyday, ten } from '../support/phone.mjs';

everyday('an emergency responder finds ten everyday things', (tour) =>
  ten(tour, 'responder', {
    'comes to the door of emergencies': (phone) => phone.see('heading', 'Open a record in an emergency'),
    'reads how long a record stays open, and who is told': (phone) => phone.read(/You may read the record for 60 minutes/),
    'is told what is missing when something is': async (phone) => {
      await phone.type(/^Hospital number/, 'RG-204 4178');
      await phone.choose('Reason', 'The person cannot be asked');
      await phone.type('What has happened', 'help');
      await phone.tap('button', 'Open the record');
      await phone.see('heading', 'There is a problem');
    },
    'opens the record of somebody who cannot be asked': async (phone) => {
      await phone.type('What has happened', 'Found on the stairs, answers nobody.');
      await phone.tap('button', 'Open the record');
      await phone.see('heading', 'OKAFOR, Amara');
    },
    'sees how long it is open': (phone) => phone.see('timer'),
    'sees what she does not bear, and her values': async (phone) => {
      await phone.read(/Allerg/);
      await phone.see('region', 'Vital signs');
    },
    'closes it when it is over': async (phone) => {
      await phone.tap('button', 'Close now');
      await phone.see('navigation', 'Main');
    },
    'sees whom he may read when nothing is open': async (phone) => {
      await phone.go('My patients');
      await phone.see('heading', 'My patients');
    },
    'sees where he is signed in': async (phone) => {
      await phone.search('signed in', /^Account\b/);
      await phone.in('region', 'Where you are signed in').read('This one');
    },
    'signs out': (phone) => phone.signOut(),
  }),
);
