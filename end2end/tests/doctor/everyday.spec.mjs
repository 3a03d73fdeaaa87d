// What Dr Rao does every day, on her phone.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { everyday, ten } from '../support/phone.mjs';

everyday('a doctor finds ten everyday things', async (tour) => {
  await monitor(tour.server, 3).post({ spo2: 80 }, { ahead: 45 });
  await ten(tour, 'doctor', {
    'sees who needs her first': async (phone) => {
      await phone.see('heading', 'Ward 4 · Renal');
      await phone.see('link', /^High alarm \d+/);
      await phone.in('region', 'Alarms').see('button', /^Acknowledge: Bed/);
      await phone.in('region', 'Beds').see('article', /^Bed \d+$/);
    },
    'answers an alarm': async (phone) => {
      const alarms = phone.in('region', 'Alarms');
      const button = alarms.find('button', 'Acknowledge: Bed 3 · KHAN, Imran');
      if (!(await button.isVisible())) await alarms.unfold(/more$/);
      await alarms.tap('button', 'Acknowledge: Bed 3 · KHAN, Imran');
      // Who is answered stands behind who is not: perhaps among those that are folded.
      await phone.page.locator('.strip .alarm--answered', { hasText: 'KHAN, Imran' }).filter({ hasText: 'Dr Anika Rao' }).first().waitFor({ state: 'attached' });
    },
    'opens a patient and sees the numbers with their age': async (phone) => {
      await phone.tap('link', /^FERREIRA/);
      await phone.see('heading', 'FERREIRA, Ana');
      assert.match(await phone.find('region', 'Vital signs').innerText(), /HR\s+\/min\s+\d+\s+\d+ s ago/);
    },
    'looks at the last day': async (phone) => {
      await phone.in('region', 'Last 24 hours').see('img', /^HR: between \d+ and \d+ \/min/);
    },
    'reads what is known of allergies, conditions and medicines': async (phone) => {
      await phone.tap('link', 'Record');
      for (const part of ['Allergies', 'Conditions', 'Medicines', 'Operations']) await phone.see('heading', part);
    },
    'writes down a condition, found by its name': async (phone) => {
      await phone.tap('link', 'Open Conditions');
      await phone.type('Condition or code', 'chronic kidney disease');
      await phone.tap('button', 'Find');
      await phone.read(/N18/);
      await phone.tap('radio', /stage 3/i);
      await phone.tap('button', /^Add|^Write/);
      await phone.in('region', 'Conditions').read(/N18\.3/);
    },
    'looks at the dialysis chairs, and at one whose session runs': async (phone) => {
      await phone.go('Dialysis');
      await phone.in('row', /Running/).tap('link', /, /);
      await phone.read('Prescribed and delivered');
    },
    'reads what a patient wrote, and answers': async (phone) => {
      await phone.tap('link', /^Messages/);
      await phone.see('heading', 'Messages');
      await phone.in('main').tap('link', /mwangi/i);
      await phone.writes('Weigh yourself in the morning, before breakfast.');
    },
    'takes a patient over, found by the search': async (phone) => {
      await phone.search('benali', /BENALI, Fatima/);
      await phone.tap('link', 'Care team');
      await phone.tap('button', 'Take over this patient');
      await phone.read('You treat this patient from now on.');
      await phone.tap('button', 'Step back from this patient');
      await phone.read('The treatment has ended.');
    },
    'signs out': (phone) => phone.signOut(),
  });
});
