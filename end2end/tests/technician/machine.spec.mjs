// A technician keeps a dialysis machine in order, from the water to the log book; what is out of service is booked by nobody.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { fill, justSignedIn, part, send } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';

/** A machine at a chair on which nobody sits for the rest of the day. An administrator gives it to J. Boateng in place of the monitor that he keeps, unless it is his already. */
async function ownMachine(tour, page) {
  const admin = await justSignedIn(tour, 'admin', { js: false });
  await admin.goto('/hospital/duties');
  const devices = part(admin, 'devices');
  // A device that somebody else has lent him names him, too: his own are told by their name.
  const his = (device) => devices.getByRole('row').filter({ hasText: device }).filter({ hasText: 'J. Boateng' });
  if ((await his('Machine D-10').count()) === 0) {
    if (await his('Monitor bed 2').count()) await send(admin, his('Monitor bed 2'), /^End/);
    await devices.getByLabel('Who', { exact: true }).selectOption({ label: 'J. Boateng · Technician' });
    await devices.getByLabel('Device', { exact: true }).selectOption({ label: 'Machine D-10' });
    await send(admin, devices, 'Assign the device');
  }
  await page.goto('/hospital/machines');
  const link = part(page, 'machines').getByRole('link', { name: 'Machine D-10', exact: true });
  return { path: await link.getAttribute('href'), name: await link.innerText() };
}

journey('a technician tests the water, disinfects, plans and does work, and the log book tells it', async (tour) => {
  const page = await tour.browse({ as: 'colleague' });
  const machine = await ownMachine(tour, page);

  await page.goto('/hospital/machines/water');
  const test = part(page, 'test-new');
  const point = `After the carbon tank ${Date.now() % 10_000}`;
  const ward = (await test.getByLabel('Ward', { exact: true }).locator('option').allInnerTexts()).find((name) => /dialysis/i.test(name));
  await test.getByLabel('Ward', { exact: true }).selectOption({ label: ward });
  await test.getByLabel('Measure', { exact: true }).selectOption({ label: await test.locator('option').filter({ hasText: 'Total chlorine' }).innerText() });
  await fill(test, { Value: 'little', 'Where it was drawn': point });
  await send(page, test, 'Write the test down');
  await page.getByRole('alert').getByText('Enter the value as a number, such as 0.02.').waitFor();
  await fill(test, { Value: '0.03' });
  await send(page, test, 'Write the test down', 'The test is written down.');
  await part(page, 'tests').getByRole('row').filter({ hasText: point }).getByText('In order').waitFor();

  await page.goto(`${machine.path}/disinfection`);
  const disinfection = part(page, 'disinfection-new');
  await disinfection.getByLabel('With what').selectOption({ label: 'Heat' });
  await disinfection.getByLabel(/^Degrees Celsius/).fill('85');
  await disinfection.getByLabel('How it ended').selectOption({ label: 'Passed' });
  await send(page, disinfection, 'Write it down', 'The disinfection is written down.');
  await part(page, 'disinfections').getByRole('row').filter({ hasText: 'Heat' }).first().getByText('J. Boateng').waitFor();

  const work = `Change of the ultrafilter ${Date.now() % 10_000}`;
  await page.getByRole('link', { name: 'Maintenance', exact: true }).click();
  const plan = part(page, 'plan-new');
  await fill(plan, { 'What is done': work, 'Every so many days': 90, 'Every so many hours run': 1_000 });
  await plan.getByLabel(/^Checklist/).fill('Ultrafilter changed\nPressure held');
  await send(page, plan, 'Add this plan', 'The work comes again from now on.');
  await part(page, 'plans').getByRole('row').filter({ hasText: work }).waitFor();
  await send(page, page, `Begin the work: ${work}`, 'The work has begun.');
  const close = part(page, 'close');
  await close.getByLabel('How it ended').selectOption({ label: 'Done, and passed' });
  await close.getByLabel('Ultrafilter changed').check();
  await send(page, close, 'Close the work');
  await page.getByRole('alert').getByText('A machine passes when every line of the list has passed.').waitFor();
  await close.getByLabel('Ultrafilter changed').check();
  await close.getByLabel('Pressure held').check();
  await close.getByLabel(/^Parts built in/).fill('Ultrafilter; U-8000; 1');
  await send(page, close, 'Close the work', 'The work is closed, and its plan counts anew.');
  await part(page, 'parts').getByText('U-8000').waitFor();

  await page.goto(`${machine.path}/log`);
  await part(page, 'lines').getByRole('row').filter({ hasText: work }).first().waitFor();
  await part(page, 'lines').getByText('Disinfected: Heat').first().waitFor();
  await page.goto(`${machine.path}/label`);
  await page.getByRole('img', { name: 'QR code that opens the console of this machine' }).waitFor();
  await page.goto(machine.path);
  await page.getByRole('heading', { level: 1, name: machine.name }).waitFor();
  await part(page, 'upkeep').getByRole('row').filter({ hasText: work }).waitFor();
  assert.deepEqual(await violations(page), []);
});

journey('a machine out of service is refused to whoever books, until it is back', async (tour) => {
  const technician = await tour.browse({ as: 'colleague' });
  const nurse = await tour.browse({ as: 'nurse' });
  const machine = await ownMachine(tour, technician);
  // A Sunday weeks ahead: the weekly plan of the demo has nobody on it.
  const ahead = new Date(Date.now() + 21 * 86_400_000);
  const day = new Date(ahead.getTime() + ((7 - ahead.getUTCDay()) % 7) * 86_400_000).toISOString().slice(0, 10);
  const unusable = async () => {
    await nurse.goto(`/dialysis/diary?day=${day}`);
    const rows = part(nurse, 'day').getByRole('row').filter({ hasText: 'Machine not usable' });
    return rows.getByRole('rowheader').evaluateAll((heads) => heads.map((head) => head.firstChild.textContent.trim()));
  };
  const before = await unusable();

  const reason = `Air detector rings without air ${Date.now() % 10_000}`;
  await technician.goto(machine.path);
  const service = part(technician, 'service');
  await service.locator('summary').filter({ hasText: 'Take out of service' }).click();
  await fill(service, { Why: reason });
  await send(technician, service, 'Take out of service', 'The machine is out of service.');
  await technician.getByText(reason).first().waitFor();

  const [chair] = (await unusable()).filter((chair) => !before.includes(chair));
  assert.ok(chair, 'the diary marks the chair of the machine');
  const row = () => part(nurse, 'day').getByRole('row').filter({ has: nurse.getByRole('rowheader', { name: chair }) });
  const book = async (name, said) => {
    await nurse.goto(`/dialysis/diary?day=${day}`);
    await row().getByRole('link', { name: `Book ${chair}` }).first().click();
    const form = part(nurse, 'book');
    await form.getByLabel('Patient', { exact: true }).selectOption({ label: name });
    await send(nurse, form, 'Book', said);
  };
  await row().getByRole('link', { name: `Book ${chair}` }).first().click();
  const names = (await part(nurse, 'book').getByLabel('Patient', { exact: true }).locator('option').allInnerTexts()).slice(1);
  // Some cannot sit there for a reason of their own; whoever can is refused for the machine.
  let who;
  for (const name of names) {
    await book(name);
    if (await nurse.getByRole('alert').getByText('The machine at this chair may not be used. Choose another chair.').count()) {
      who = name;
      break;
    }
  }
  assert.ok(who, 'somebody was refused because of the machine');

  await technician.reload();
  await send(technician, service, 'Bring back into service', 'The machine is back in service.');
  await book(who, 'The place is booked.');
  await row().getByRole('link', { name: who }).first().click();
  const session = part(nurse, 'session');
  await session.getByLabel('Why it is called off').selectOption({ label: 'There are not enough people' });
  await send(nurse, session, 'Call off', 'The session is called off.');
});
