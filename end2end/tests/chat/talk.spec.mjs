// A doctor and a patient write to each other: each sees that the other is here and writes, that a message came and that it was seen. Without a script it works by form.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';

const field = (page) => page.getByRole('textbox', { name: 'Your message' });
const bubble = (page, text) => page.locator('.bubble', { hasText: text });

/** The doctor treats the patient of bed 2 from now on; nothing happens when they do already. */
async function treats(tour) {
  const doctor = await tour.browse({ as: 'doctor', js: false });
  await doctor.goto('/ward');
  const chart = await doctor.locator('.bed', { has: doctor.locator('.bed__number', { hasText: /^2$/ }) }).getByRole('link').getAttribute('href');
  await doctor.goto(`${chart}/care`);
  const take = doctor.locator('form', { has: doctor.locator('input[value="take-over"]') }).getByRole('button');
  if (await take.count()) await take.first().click();
}

/** The conversation of the patient with the doctor, begun when there is none yet; its address for both. */
async function room(tour) {
  await treats(tour);
  const page = await tour.browse({ as: 'patient', js: false });
  await page.goto('/my/messages');
  const [write, open] = [page.getByRole('button', { name: /^Write to / }), page.locator('.rows__link')];
  await ((await write.count()) ? write : open).first().click();
  await page.getByRole('heading', { name: 'Find in this conversation' }).waitFor();
  return new URL(page.url()).pathname;
}

/** Without a script the patient writes and corrects what was wrong; both stand, and the doctor is told that something was not read. */
async function still(tour, mine) {
  const page = await tour.browse({ as: 'patient', js: false, size: 'phone' });
  await page.goto(mine);
  const [wrong, right] = [`I weigh 92 kg. ${Date.now()}`, `I weigh 72 kg. ${Date.now()}`];
  await field(page).fill(wrong);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await bubble(page, wrong).first().getByRole('link', { name: 'Correct' }).click();
  assert.equal(await field(page).inputValue(), wrong);
  await field(page).fill(right);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await bubble(page, right).getByText('Corrects:').waitFor();
  await page.getByText('Corrected below').first().waitFor();
  assert.equal(await page.locator('.bubble__text', { hasText: wrong }).count(), 1, 'what was written stays');

  const doctor = await tour.browse({ as: 'doctor', js: false });
  await doctor.goto('/account');
  await doctor.getByRole('link', { name: /^Messages, \d+ not read$/ }).click();
  await doctor.getByText(/not read/).first().waitFor();
}

/** A picture of 2 × 1 pixels. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4zwAE/wEHAAH/4iOeWQAAAABJRU5ErkJggg==', 'base64');

/** The patient sends a picture of the arm; a program is refused, and nobody else reads the picture. */
async function files(tour, mine) {
  const page = await tour.browse({ as: 'patient', js: false, size: 'phone' });
  await page.goto(mine);
  const attach = async (name, buffer) => {
    if (!(await page.getByLabel('File', { exact: true }).isVisible())) await page.locator('summary').filter({ hasText: 'Attach a picture or a document' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Send the file' }).click();
  };
  await attach('arm.png', Buffer.from('MZ, a program'));
  await page.getByText('Choose a picture (PNG, JPEG, WebP) or a PDF. Nothing else is taken.').first().waitFor();
  const name = `arm ${Date.now()}.png`;
  await attach(name, picture);
  const shown = (page) => page.getByRole('img', { name });
  await shown(page).waitFor();

  const doctor = await tour.browse({ as: 'doctor', js: false });
  await doctor.goto(mine.replace('/my', ''));
  await shown(doctor).waitFor();
  assert.equal(await shown(doctor).evaluate((image) => image.decode().then(() => image.naturalWidth)), 2);
  const admin = await tour.browse({ as: 'admin', js: false });
  const answer = await admin.request.get(new URL(await shown(doctor).getAttribute('src'), tour.server.url).href, { maxRedirects: 0 });
  assert.ok([403, 404].includes(answer.status()), `an administrator is answered ${answer.status()}`);
}

/** Each sees that the other is here and writes, that a message came and that it was read. */
async function live(tour, mine) {
  const patient = await tour.browse({ as: 'patient', size: 'phone' });
  await patient.goto(mine);
  const doctor = await tour.browse({ as: 'doctor' });
  await doctor.goto(mine.replace('/my', ''));
  await patient.getByText('Doctor · here now').waitFor();
  await doctor.getByText('Patient · here now').waitFor();
  await patient.getByText('Not for emergencies.').waitFor();

  const question = `Can I drink a bit more on Friday? ${Date.now()}`;
  await field(patient).fill(question);
  await doctor.locator('#writing:not([hidden])').waitFor();
  await patient.getByRole('button', { name: 'Send', exact: true }).click();
  await bubble(doctor, question).waitFor();
  assert.equal(await doctor.locator('#writing:not([hidden])').count(), 0, 'what was written has come');
  // The doctor looks at it, so it was seen.
  await bubble(patient, question).getByText(/^Read /).waitFor();
  assert.equal(await field(patient).inputValue(), '');

  await bubble(doctor, question).getByRole('link', { name: 'Reply' }).click();
  await doctor.getByText('In reply to:').first().waitFor();
  const answer = `One cup, not more. ${Date.now()}`;
  await field(doctor).fill(answer);
  await patient.locator('#writing:not([hidden])').waitFor();
  await doctor.getByRole('button', { name: 'Send', exact: true }).click();
  await bubble(patient, answer).waitFor();
  await bubble(patient, answer).getByText('In reply to:').waitFor();
  await bubble(doctor, answer).getByText(/^Read /).waitFor();

  // The script sends a file, too: the page comes anew at its message, and the other sees it at once.
  const name = `drinks ${Date.now()}.png`;
  await doctor.locator('summary').filter({ hasText: 'Attach a picture or a document' }).click();
  await doctor.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer: picture });
  await doctor.getByRole('button', { name: 'Send the file' }).click();
  await doctor.waitForURL(/#m-/);
  await doctor.getByRole('img', { name }).waitFor();
  await patient.getByRole('img', { name }).waitFor();
}

// One after the other, because they share the conversation: whoever has it open has read it.
journey('a doctor and a patient write to each other, without a script and live', async (tour) => {
  const mine = await room(tour);
  await still(tour, mine);
  await files(tour, mine);
  await live(tour, mine);
});
