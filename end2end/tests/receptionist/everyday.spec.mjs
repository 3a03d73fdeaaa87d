// What Grace Wambui does all day, on a phone at the door.

import { everyday, ten } from '../support/phone.mjs';

everyday('a receptionist finds ten everyday things', async (tour) => {
  const family = `Otieno${Date.now()}`.replace(/\d/g, (digit) => 'abcdefghij'[digit]);
  await ten(tour, 'receptionist', {
    'sees who asks for an account': (phone) => phone.see('heading', 'Requests'),
    'finds a patient by name and year of birth': async (phone) => {
      await phone.search('petrov 1992', /PETROV, Ivan/);
      await phone.see('heading', 'PETROV, Ivan');
    },
    'writes how the patient is reached': async (phone) => {
      await phone.tap('link', 'Add a phone number');
      await phone.choose('What it is for', { index: 1 });
      await phone.type('Phone number', '+254 700 000 556');
      await phone.tap('button', 'Add');
      await phone.read(/\+254 ?700 ?000 ?556/);
    },
    'writes whom to call in an emergency': async (phone) => {
      await phone.tap('link', 'Add a person');
      await phone.type('Name', 'Olga Petrova');
      await phone.choose('Who they are to the patient', { index: 1 });
      await phone.type('Phone number', '+254 700 000 557');
      await phone.tap('checkbox', 'Call this person in an emergency');
      await phone.tap('button', 'Add');
      await phone.read(/Olga Petrova/);
    },
    'writes the patient’s language': async (phone) => {
      await phone.in('region', 'Who they are').tap('link', 'Change');
      await phone.choose('Language', 'English');
      await phone.tap('button', 'Save what changed');
      await phone.hear('Saved. What stood there before stays below.');
      await phone.tap('link', 'To the record');
      await phone.in('region', 'Who they are').read('English');
    },
    'opens the insurance': async (phone) => {
      await phone.tap('link', /^Open insurance/i);
      await phone.see('heading', /insurance/i);
    },
    'registers somebody who just came in': async (phone) => {
      await phone.go('Patients');
      await phone.tap('link', 'Register a patient');
      await phone.type('Family name', family);
      await phone.type('Given name', 'Achieng');
      await phone.type('Date of birth', '1991-11-05');
      await phone.tap('button', /look|check|register/i);
      await phone.see('heading', 'Check for this person');
      await phone.tap('button', 'Register as a new patient');
      await phone.read(/Registered here under RG-\d{4} \d{4}/);
    },
    'finds somebody whose name is written otherwise': async (phone) => {
      await phone.go('Patients');
      await phone.type('Find a patient', 'okafur');
      await phone.tap('button', 'Find');
      await phone.see('heading', 'Perhaps you mean');
      await phone.see('link', 'OKAFOR, Amara');
    },
    'looks a colleague up': async (phone) => {
      await phone.go('Staff');
      await phone.read('anika.rao@riverbend.example');
    },
    'signs out': (phone) => phone.signOut(),
  });
});
