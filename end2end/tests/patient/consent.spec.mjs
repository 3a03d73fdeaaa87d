// What a patient decides: another hospital reads the record while she lets it, and no longer.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { people } from '../support/people.mjs';
import { card } from '../support/ward.mjs';

journey('a patient lets another hospital read the record and takes it back, and its page loses the record', async (tour) => {
  const doctor = await tour.browse({ as: 'elsewhere' });
  // The address of the chart, as a doctor of the large hospital knows it.
  const rao = await tour.browse({ as: 'doctor', js: false });
  await rao.goto('/ward');
  const chart = await rao.locator('.bed', { has: rao.locator('.bed__number', { hasText: /^2$/ }) }).getByRole('link').getAttribute('href');

  tour.gate.expect(/404/);
  assert.equal((await doctor.goto(chart)).status(), 404, 'before');

  const patient = await tour.browse({ as: 'patient' });
  await patient.goto('/my/consents');
  const treatment = card(patient, 'consent-treatment');
  await treatment.getByText('Doctors of the hospital that I name may read my record wherever it is held').waitFor();
  await treatment.getByLabel('Which hospital may read my record').selectOption({ label: 'Hillside Clinic' });
  await treatment.getByRole('button', { name: 'I agree' }).click();
  await patient.getByRole('status').getByText('It holds from now on').waitFor();

  const opened = await doctor.goto(chart);
  assert.equal(opened.status(), 200, 'while it holds');
  await card(doctor, 'now').locator('.live:not(.live--off)').waitFor();

  // By keyboard: the button opens what it means, the second one does it.
  const withdraw = card(patient, 'consent-treatment').locator('summary');
  await withdraw.focus();
  await patient.keyboard.press('Enter');
  await patient.keyboard.press('Tab');
  await patient.keyboard.press('Enter');
  await patient.getByRole('status').getByText('It has ended').waitFor();
  await card(patient, 'past-consents').getByText('Hillside Clinic').waitFor();

  // The doctor's open page loses the record by itself, and has none when it is loaded again.
  await doctor.getByRole('heading', { name: 'There is nothing at this address for you' }).waitFor({ timeout: 5_000 });
  assert.equal((await doctor.reload()).status(), 404, 'afterwards');
});

journey('a patient names somebody who may see the record, without JavaScript and on a phone', async (tour) => {
  const page = await tour.browse({ as: 'patient', js: false, size: 'phone' });
  await page.goto('/my/proxies');
  await page.getByLabel('Their e-mail address').fill('chidi@example.org');
  await page.getByLabel('Who they are to you').fill('my son');
  await page.getByRole('button', { name: 'Let them see it' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  assert.equal(await page.getByLabel('Who they are to you').inputValue(), 'my son', 'what was typed stays');
  await page.getByLabel('Values now').check();
  await page.getByLabel('For how long').selectOption({ label: 'One month' });
  await page.getByRole('button', { name: 'Let them see it' }).click();
  await page.getByRole('status').getByText('They may see it from now on').waitFor();
  const row = page.getByRole('row', { name: /my son/ });
  assert.match(await row.innerText(), /Values now/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');
  await row.locator('summary').click();
  await row.getByRole('button', { name: /^End/ }).click();
  await page.getByRole('status').getByText('It has ended').waitFor();
});

journey('the record says what it shows, and a nurse previews the same', async (tour) => {
  assert.equal(people.patient.home, '/my');
  const page = await tour.browse({ as: 'patient' });
  await page.goto('/my/record');
  const readings = await card(page, 'readings').getByRole('row').count();
  assert.ok(readings > 10, `${readings} rows`);
  await card(page, 'my-day').locator('svg').first().waitFor();
  const nurse = await tour.browse({ as: 'nurse', js: false });
  await nurse.goto('/ward');
  const chart = await nurse.locator('.bed', { has: nurse.locator('.bed__number', { hasText: /^2$/ }) }).getByRole('link').getAttribute('href');
  await nurse.goto(`${chart}/portal/preview`);
  await nurse.getByRole('heading', { level: 1, name: 'Preview of the portal' }).waitFor();
  await card(nurse, 'my-values').waitFor();
  await card(nurse, 'my-score').waitFor();
});
