// What K. Mensah does every day, on a phone at the machines. In a hospital of its own, because another journey hands the same device over.

import { justSignedIn, part, send } from '../support/dialysis.mjs';
import { everyday, ten } from '../support/phone.mjs';

/** An administrator lets Dr Rao read the technician's monitor: about a machine the two who have it write to each other. */
async function isRead(tour) {
  const admin = await justSignedIn(tour, 'admin', { js: false });
  await admin.goto('/hospital/duties');
  const devices = part(admin, 'devices');
  await devices.getByLabel('Who', { exact: true }).selectOption({ label: 'Dr Anika Rao · Doctor' });
  await devices.getByLabel('Device', { exact: true }).selectOption({ label: 'Monitor bed 1' });
  await send(admin, devices, 'Assign the device');
}

everyday(
  'a technician finds ten everyday things',
  async (tour) => {
    await isRead(tour);
    await ten(tour, 'technician', {
      'sees whether her device may be used': async (phone) => {
        await phone.see('heading', 'Machines');
        await phone.in('region', 'Your devices').read('Fit for use');
      },
      'sees that it is well, where it stands, and its serial number': async (phone) => {
        await phone.go('Devices');
        await phone.in('row', /Monitor bed 1/).read('normal');
        await phone.in('row', /Monitor bed 1/).read(/Ward 4 · Renal, bed 1/);
        await phone.in('row', /Monitor bed 1/).read(/LM4-26-1037/);
      },
      'finds its console by the search, and sees how it reports': async (phone) => {
        await phone.search('maintenance', /^Machines/);
        await phone.in('region', 'Your devices').tap('link', 'Monitor bed 1');
        await phone.see('heading', 'Monitor bed 1');
        await phone.in('region', 'How it reports').read('Online');
      },
      'begins a repair': async (phone) => {
        await phone.tap('link', 'Maintenance');
        const repair = phone.in('region', 'A repair');
        await repair.type('What is done', 'Change the cable of the cuff');
        await repair.tap('button', 'Begin the work');
        await phone.hear('The work has begun.');
      },
      'tests the water of the dialysis machines': async (phone) => {
        await phone.go('Machines');
        await phone.tap('link', 'Water for dialysis');
        await phone.see('region', 'Another test');
        const test = phone.in('region', 'Another test');
        const wards = await test.within.getByLabel('Ward', { exact: true }).locator('option').allInnerTexts();
        await test.choose('Ward', wards.find((name) => /dialysis/i.test(name)));
        await test.choose('Measure', 'Total chlorine (mg/L)');
        await test.type('Value', '0.03');
        await test.type('Where it was drawn', 'After the carbon tank');
        await test.tap('button', 'Write the test down');
        await phone.hear('The test is written down.');
      },
      'looks at the patient on it': async (phone) => {
        await phone.go('Devices');
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
      'writes to the doctor who reads it': async (phone) => {
        await phone.tap('link', /^Messages/);
        await phone.tap('button', /^Write to Dr Anika Rao/);
        await phone.writes('The cuff has another cable since this morning.');
      },
      'signs out': (phone) => phone.signOut(),
    });
  },
  { own: true },
);
