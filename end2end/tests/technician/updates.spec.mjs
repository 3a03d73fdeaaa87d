// A technician notes what was seen of the patient on the machine; the doctor is told, reads what was there before and takes it back with a reason, and the technician sees that.
//
// Whom it uses: K. Mensah and Machine D-02, on which Peter Barasa is, in a hospital of its own: a technician keeps one device, and other journeys have K. Mensah at the monitor of
// bed 1 and J. Boateng at Machine D-10.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { fill, justSignedIn, part, send } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';
import { Server } from '../support/server.mjs';

const device = 'Machine D-02';
const who = 'K. Mensah';
const field = 'Gauge of the needles';

/** An administrator takes the monitor from the technician and gives the machine. */
async function givesMachine(tour, server) {
  const admin = await justSignedIn(tour, 'admin', { js: false, server });
  await admin.goto('/hospital/duties');
  const devices = part(admin, 'devices');
  await send(admin, devices.getByRole('row').filter({ hasText: /Monitor bed 1(?!\d)/ }).filter({ hasText: who }), /^End/);
  await devices.getByLabel('Who', { exact: true }).selectOption({ label: `${who} · Technician` });
  await devices.getByLabel('Device', { exact: true }).selectOption({ label: device });
  await send(admin, devices, 'Assign the device');
  await devices.getByRole('row').filter({ hasText: device }).getByText(who).first().waitFor();
}

const line = (page, id, words) => part(page, id).getByRole('row').filter({ hasText: words });

journey(
  'a technician notes the gauge of the needles, the doctor is told and takes it back with a reason, and the technician sees it',
  async (tour) => {
    const server = await Server.start();
    try {
      await givesMachine(tour, server);
      const doctor = await tour.browse({ as: 'doctor', server });
      await doctor.goto('/ward');
      const counted = () => doctor.locator('#bell [data-count]').getAttribute('data-count').then(Number);
      const before = await counted();

      // From the machine to who is on it. The technician reads the name and no more of who they are.
      const technician = await tour.browse({ as: 'technician', server });
      await technician.goto('/hospital/machines');
      await technician.getByRole('link', { name: device, exact: true }).first().click();
      await technician.getByRole('link', { name: 'Notes on who is on this machine' }).click();
      await technician.getByRole('heading', { level: 1, name: 'BARASA, Peter' }).waitFor();
      assert.equal(await technician.getByText('1975').count(), 0, 'no date of birth');
      assert.deepEqual(await violations(technician), []);

      // What cannot be is refused, and what was typed stays.
      const row = line(technician, 'now', field);
      const reason = `The thicker ones bled ${Date.now() % 10_000}`;
      await row.locator('summary').filter({ hasText: 'Change' }).click();
      await fill(row, { [`${field} (G)`]: '13', Why: reason });
      await send(technician, row, 'Note this');
      await technician.getByRole('alert').getByText(/Enter 14 to 17\s+G\./).waitFor();
      assert.equal(await row.getByLabel('Why', { exact: true }).inputValue(), reason);
      await fill(row, { [`${field} (G)`]: '15' });
      await send(technician, row, 'Note this', 'It is noted, and who treats them is told.');
      await row.getByText(/^15\s+G$/).first().waitFor();
      await line(technician, 'trail', reason).getByText('Holds', { exact: true }).waitFor();
      assert.equal(await part(technician, 'trail').getByRole('button', { name: 'Take back' }).count(), 0, 'who notes does not take back');

      // The bell of the doctor counts it, and leads there.
      await doctor.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await doctor.waitForFunction((before) => Number(document.querySelector('#bell [data-count]').dataset.count) > before, before);
      await doctor.locator('#bell').click();
      const told = doctor.locator('.notices__item--new').filter({ hasText: `${who} changed what is noted at the machine of a patient whom you treat.` }).first();
      await told.getByRole('button', { name: 'Open: Noted at the machine' }).click();
      await doctor.waitForURL(/\/patients\/[0-9a-f-]{36}\/updates$/);
      const noted = line(doctor, 'trail', reason);
      await noted.getByText(device).waitFor();
      await noted.getByText(who).first().waitFor();
      assert.equal(await doctor.getByRole('button', { name: 'Note this' }).count(), 0, 'a doctor notes nothing here');
      assert.deepEqual(await violations(doctor), []);

      // Taken back: what was there before is noted again, and both lines stay.
      const why = `They were 16, I looked ${Date.now() % 10_000}`;
      await noted.locator('summary').filter({ hasText: 'Take back' }).click();
      await fill(noted, { Why: why });
      await send(doctor, noted, 'Take back', 'It is taken back. Both lines stay to be read.');
      await line(doctor, 'trail', why).getByText('Taken back', { exact: true }).waitFor();
      await line(doctor, 'trail', reason).waitFor();

      await technician.reload();
      await line(technician, 'trail', why).getByText('Dr Anika Rao').waitFor();
      await line(technician, 'now', field).getByText('Nothing', { exact: true }).waitFor();
      await technician.goto('/notifications');
      await technician.getByText('Dr Anika Rao took back something that you noted at a machine.').first().waitFor();
    } finally {
      await Promise.all(tour.contexts.map((context) => context.close()));
      await server.stop();
    }
  },
  { long: true },
);
