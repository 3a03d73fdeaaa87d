// A record is opened in an emergency, from the reason to the review.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';

/** Okafor of Riverbend, whom a doctor of Hillside finds without a word. */
const okafor = { healthId: '91-7754-2081-3393', bornOn: '1943-08-12', name: 'OKAFOR, Amara' };

/** And Mwangi, for the journey that walks beside the other. */
const mwangi = { healthId: '91-7764-6810-3523', bornOn: '1967-05-23', name: 'MWANGI, Joseph' };

async function fill(page, words, who = okafor) {
  await page.getByLabel('Health ID').fill(who.healthId);
  await page.getByLabel('Date of birth').fill(who.bornOn);
  await page.getByLabel('Reason').selectOption({ label: 'The person cannot be asked' });
  await page.getByLabel('What has happened').fill(words);
  await page.getByRole('button', { name: 'Open the record' }).click();
}

const toReview = 'Somebody opened a record in an emergency. It waits among the emergency openings until somebody has reviewed it.';
const ofMine = 'Somebody opened your record in an emergency. The page of who looked at your record says who, and somebody reviews it.';

/** How often somebody was told so: other journeys open records too. */
async function timesTold(page, list, words) {
  await page.goto(list);
  return page.locator('.notices__item').filter({ hasText: words }).count();
}

/** Loads a page until `holds`: whoever must know is told in seconds, a minute at the most. */
async function within(page, holds) {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`nobody was told on ${page.url()}`);
}

journey('a doctor of another hospital opens a record in an emergency, whoever must know is told, and somebody reviews it', async (tour) => {
  const officer = await tour.browse({ as: 'admin' });
  const before = await timesTold(officer, '/notifications', toReview);
  const page = await tour.open('/emergency', { as: 'elsewhere' });
  await fill(page, 'help');
  await page.getByRole('alert').getByText('at least ten characters').waitFor();
  assert.equal(await page.getByLabel('Health ID').inputValue(), okafor.healthId, 'what was typed is still there');
  await fill(page, 'Found in the street, no papers but a bracelet.');
  await page.getByRole('heading', { level: 1, name: okafor.name }).waitFor();
  const bar = page.locator('.opened--emergency');
  const left = () => bar.getByRole('timer').innerText();
  assert.match(await left(), /^(60:00|59:\d\d)$/);
  const first = await left();
  await page.waitForFunction((first) => document.querySelector('.opened--emergency [role=timer]').textContent !== first, first);

  const desk = await tour.open('/hospital/emergencies', { as: 'admin' });
  const opening = desk.getByRole('region', { name: /Opened by/ }).filter({ hasText: 'Found in the street, no papers but a bracelet.' });
  // Whoever reviews finds it on their own page, and there that Okafor, who has no account, is to be told by letter.
  await within(officer, async () => (await timesTold(officer, '/notifications', toReview)) > before);
  await within(desk, async () => {
    await desk.reload();
    return (await opening.getByText('The patient has no account: tell them by letter. One person of this hospital was told to review it.').count()) === 1;
  });
  await opening.getByRole('button', { name: 'Close as justified' }).click();
  await desk.getByText('The review is closed.').waitFor();
  await opening.getByText('Justified', { exact: true }).waitFor();

  // Closed before its time: the page that is open elsewhere loses the record by itself.
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByRole('heading', { level: 1, name: okafor.name }).waitFor();
  tour.gate.expect(/404/);
  await bar.getByRole('button', { name: 'Close now' }).click();
  await page.waitForURL(/\/ward/);
  await second.getByRole('heading', { name: 'There is nothing at this address for you' }).waitFor();
});

journey('who does not treat a patient is shown the emergency door, the form works without JavaScript, and the patient is told', async (tour) => {
  const patient = await tour.browse({ as: 'patient' });
  const before = await timesTold(patient, '/my/notifications', ofMine);
  const page = await tour.browse({ as: 'elsewhere', js: false });
  await page.goto('/emergency');
  await fill(page, 'Brought in by ambulance, cannot speak.', mwangi);
  await page.getByRole('heading', { level: 1, name: mwangi.name }).waitFor();
  await within(patient, async () => (await timesTold(patient, '/my/notifications', ofMine)) > before);
  await patient.goto('/my/access');
  await patient.getByText(/Dr Marta Silva, doctor at Hillside Clinic/).first().waitFor();
  await page.getByRole('button', { name: 'Close now' }).click();
  await page.waitForURL(/\/ward/);
});
