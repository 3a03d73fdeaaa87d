// The house is set up by page: a ward, a bed, a chair, and a machine that stands there, is moved and is taken away; what is held is not retired. And the same ward read on a phone.
//
// Whom it uses: a ward and a machine of its own, which are out of use at the end.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { fill, part, send } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';

const mark = Date.now() % 100_000;
const ward = `West ${mark}`;
const chair = `W-${mark}`;
const machine = `Zenit ${mark}`;

/** Opens what a button of a row asks, and answers it. */
async function retire(page, within, name, reason, said) {
  const summary = within.locator(`summary[aria-label="Retire ${name}"]`);
  const sheet = within.locator('details', { has: page.locator(`summary[aria-label="Retire ${name}"]`) });
  if (!(await sheet.getByLabel('Why', { exact: true }).isVisible())) await summary.click();
  await fill(sheet, { Why: reason });
  await send(page, sheet, 'Retire', said);
}

journey('an administrator makes a ward with a bed and a chair, puts a machine there, moves it, and ends it all', async (tour) => {
  const page = await tour.browse({ as: 'admin' });
  await page.goto('/hospital/places');
  await page.getByRole('heading', { level: 1, name: 'Wards, beds and chairs' }).waitFor();
  await part(page, 'wards').getByRole('link', { name: 'Ward 4 · Renal', exact: true }).waitFor();
  await fill(part(page, 'another-ward'), { Name: ward });
  await send(page, part(page, 'another-ward'), 'Add the ward', 'The ward is made.');
  await page.getByRole('heading', { level: 1, name: ward }).waitFor();
  const here = new URL(page.url()).pathname;

  await send(page, part(page, 'beds'), 'Add a bed', 'The bed is there, and on the board of the ward.');
  await part(page, 'beds').getByRole('rowheader', { name: 'Bed 1', exact: true }).waitFor();
  await fill(part(page, 'chairs'), { 'Name of the new chair': chair });
  await part(page, 'chairs').getByLabel(/^Kept apart/).last().check();
  await send(page, part(page, 'chairs'), 'Add a chair', 'The chair is there, and in the diary.');
  const row = () => part(page, 'chairs').getByRole('row').filter({ has: page.getByRole('rowheader', { name: chair, exact: true }) });
  await row().getByText('Isolation', { exact: true }).waitFor();
  assert.deepEqual(await violations(page), []);

  // A machine that waits for its first check is out of service, and stands where it is put all the same.
  await page.goto('/hospital/machines/register');
  await fill(part(page, 'papers'), { Name: machine, Model: 'Zenit 1', 'Serial number': `${mark}` });
  await part(page, 'papers').getByLabel('Sort', { exact: true }).selectOption({ label: 'Dialysis machine' });
  await send(page, part(page, 'papers'), 'Register a machine');
  const console = new URL(page.url()).pathname;
  assert.match(console, /^\/devices\/[0-9a-f-]+$/, 'its console');
  const service = part(page, 'service');
  await service.locator('summary').filter({ hasText: 'Take out of service' }).click();
  await fill(service, { Why: 'Waits for its first check' });
  await send(page, service, 'Take out of service', 'The machine is out of service.');

  // At the chair from the page of the ward, to the bed from its own.
  await page.goto(here);
  const put = part(page, 'machines');
  await put.getByLabel('Machine', { exact: true }).selectOption({ label: machine });
  await put.getByLabel('Put it where', { exact: true }).selectOption({ label: `Chair ${chair}` });
  await send(page, put, 'Place it there', 'The machine stands there from now on.');
  await row().getByRole('link', { name: machine, exact: true }).waitFor();
  await retire(page, part(page, 'chairs'), chair, 'Broken');
  await page.getByRole('alert').getByText('A machine stands there. Take it away first.').waitFor();
  await page.goto(console);
  const stands = part(page, 'stands');
  await stands.getByText(`${ward}, chair ${chair}`, { exact: true }).first().waitFor();
  await stands.getByLabel('Put it where', { exact: true }).selectOption({ label: `${ward}, bed 1` });
  await send(page, stands, 'Place it there', 'The machine stands there from now on.');
  await page.goto(`${console}/log`);
  for (const line of [`Placed: ${ward}, chair ${chair}`, `Placed: ${ward}, bed 1`]) await part(page, 'lines').getByText(line, { exact: true }).waitFor();
  await page.goto(here);
  await retire(page, part(page, 'chairs'), chair, 'Broken', 'It is retired.');
  await send(page, part(page, 'beds'), `Take it away: ${machine}`, 'The machine stands nowhere now.');
  await retire(page, part(page, 'ward'), ward, 'Never opened');
  await page.getByRole('alert').getByText('This ward still has beds. Retire them first.').waitFor();
  await retire(page, part(page, 'beds'), 'Bed 1', 'Never used', 'It is retired.');
  await retire(page, part(page, 'ward'), ward, 'Never opened', 'It is retired.');
  assert.equal(await part(page, 'wards').getByRole('link', { name: ward, exact: true }).count(), 0);
  await part(page, 'done').getByRole('row').filter({ hasText: ward }).filter({ hasText: 'Never opened' }).waitFor();
});

journey('the places of a ward are read on a phone without JavaScript, and by nobody who does not run the hospital', async (tour) => {
  const phone = await tour.browse({ as: 'admin', js: false, size: 'phone' });
  await phone.goto('/hospital/places');
  await part(phone, 'wards').getByRole('link', { name: 'Ward 4 · Renal', exact: true }).click();
  await part(phone, 'beds').getByRole('rowheader', { name: 'Bed 1', exact: true }).waitFor();
  await part(phone, 'beds').getByText('measures somebody').first().waitFor();
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');
  // A number that another bed has comes back with what was typed.
  await part(phone, 'beds').getByLabel(/^Number of the new bed/).fill('1');
  await send(phone, part(phone, 'beds'), 'Add a bed');
  await phone.getByRole('alert').getByText('Another bed of this ward has this number.').waitFor();
  assert.equal(await part(phone, 'beds').getByLabel(/^Number of the new bed/).inputValue(), '1');

  tour.gate.expect(/403/);
  const nurse = await tour.browse({ as: 'nurse' });
  const answer = await nurse.goto('/hospital/places');
  assert.equal(answer.status(), 403);
});

journey('the pages of places keep their form at every size', async (tour) => {
  for (const size of ['small', 'phone', 'desk']) {
    const page = await tour.browse({ as: 'admin', size });
    await page.goto('/hospital/places');
    assert.deepEqual(await faults(page), [], `all wards, ${size}`);
    await part(page, 'wards').getByRole('link').first().click();
    await part(page, 'ward').waitFor();
    assert.deepEqual(await faults(page), [], `one ward, ${size}`);
  }
});
