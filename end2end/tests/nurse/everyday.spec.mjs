// What B. Achieng does in every shift, on the ward's phone.

import { monitor } from '../support/devices.mjs';
import { everyday, ten } from '../support/phone.mjs';

everyday('a nurse finds ten everyday things', async (tour) => {
  await monitor(tour.server, 10).post({ heart_rate: 190 }, { ahead: 45 });
  await ten(tour, 'nurse', {
    'sees her ward': async (phone) => {
      await phone.see('heading', 'Ward 4 · Renal');
      await phone.in('region', 'Beds').see('article', 'Bed 12');
    },
    'answers an alarm': async (phone) => {
      const alarms = phone.in('region', 'Alarms');
      const button = alarms.find('button', 'Acknowledge: Bed 10 · PETROV, Ivan');
      if (!(await button.isVisible())) await alarms.unfold(/more$/);
      await alarms.tap('button', 'Acknowledge: Bed 10 · PETROV, Ivan');
      await alarms.read(/B\. Achieng/);
    },
    'sees by when whom to measure again': (phone) => phone.in('region', /^Next full set of observations/).read(/by |overdue|within the hour|Without/),
    'opens the patient whose bell rings': async (phone) => {
      await phone.in('region', 'Beds').tap('link', /^NAIR/);
      await phone.see('heading', 'NAIR, Priya');
      await phone.see('region', 'Vital signs');
    },
    'asks about allergies and writes what she hears': async (phone) => {
      await phone.tap('link', 'Record');
      await phone.tap('link', 'Open Allergies');
      await phone.type('To what', 'Penicillin');
      await phone.type('What it does', 'Rash');
      await phone.choose('How bad', 'Moderate');
      await phone.tap('button', 'Add this allergy');
      await phone.in('region', 'Allergies').read(/Penicillin/);
      await phone.tap('link', 'To the record');
    },
    'writes what the patient takes at home': async (phone) => {
      await phone.tap('link', 'Open Medicines');
      await phone.type('Medicine and strength', 'Metformin 500 mg');
      await phone.type('How much at a time', '1 tablet');
      await phone.type('How often', 'morning and evening');
      await phone.tap('button', 'Add this medicine');
      await phone.in('region', 'Medicines').read(/Metformin 500 mg/);
      await phone.tap('link', 'To the record');
    },
    'writes whom to call in an emergency': async (phone) => {
      await phone.tap('link', 'Add a person');
      await phone.type('Name', 'Arjun Nair');
      await phone.choose('Who they are to the patient', { index: 1 });
      await phone.type('Phone number', '+254 700 000 231');
      await phone.tap('checkbox', 'Call this person in an emergency');
      await phone.tap('button', 'Add');
      await phone.read(/Arjun Nair/);
    },
    'writes a reading down at a chair whose session runs': async (phone) => {
      await phone.go('Dialysis');
      await phone.tap('link', 'BARASA, Peter');
      await phone.tap('link', 'Record reading');
      const readings = phone.in('region', 'Readings');
      for (const [what, value] of [['Systolic (mmHg)', '132'], ['Diastolic (mmHg)', '76'], ['Pulse (/min)', '74']]) await readings.type(what, value);
      await readings.tap('button', 'Record reading');
      await phone.hear('It is written down.');
    },
    'finds a patient by number': async (phone) => {
      await phone.search('RG-204 4178', /OKAFOR, Amara/);
      await phone.see('heading', 'OKAFOR, Amara');
    },
    'signs out': (phone) => phone.signOut(),
  });
});
