// The dialysis unit as a reader sees it: the sessions of today on `/dialysis`, and what a page says after a form was sent.

import { people, signIn } from './people.mjs';

/** A browser of somebody who has just signed in: to prescribe, to sign or to assign asks who sits there, when the sign-in is older than five minutes. */
export async function justSignedIn(tour, role, options = {}) {
  const page = await tour.browse(options);
  await page.goto('/sign-in');
  await signIn(page, people[role].login);
  return page;
}

/** Ends what [justSignedIn] began: a person has five sessions at most, and the oldest is the one that all journeys share. */
export async function signOut(page) {
  await page.goto('/account');
  // On a phone it lies behind More.
  const more = page.locator('.rail__button');
  if (await more.isVisible()) await more.click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

/** The sessions of the board: `{ path, name, chair, stage, need, isUrgent }`, in its order. The page stands on `/dialysis`. */
export async function sessions(page) {
  await page.goto('/dialysis');
  return page.locator('[aria-labelledby="unit"] tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const [, chair, who, stage] = [...row.children].map((cell) => cell.textContent.trim());
      // Behind the word stands which alarm it is.
      const chip = row.children[0].querySelector('.chip');
      const [need, isUrgent] = [chip?.textContent.trim() ?? '', chip?.matches('.chip--high') ?? false];
      return { path: new URL(row.querySelector('a').href).pathname, name: who, chair, stage, need, isUrgent };
    }),
  );
}

/** The first session of a stage ("Booked", "Running", "Ended"). One that is booked stands at a chair on which nobody sits, as long as there is one; whoever only reads finds another. */
export async function sessionIn(page, stage) {
  const all = await sessions(page);
  const taken = new Set(all.filter((one) => ['Running', 'Checked in'].includes(one.stage)).map((one) => one.chair));
  const found = all.find((one) => one.stage === stage && (stage !== 'Booked' || !taken.has(one.chair))) ?? all.find((one) => one.stage === stage);
  if (!found) throw new Error(`No session is ${stage}: ${all.map((one) => `${one.chair} ${one.stage}`).join(', ')}`);
  return found;
}

/** The session of somebody by their name, which must still be at this stage: a journey that moves it says whom it uses. */
export async function sessionOf(page, name, stage) {
  const all = await sessions(page);
  const found = all.find((one) => one.name === name && one.stage === stage);
  if (!found) throw new Error(`${name} is not ${stage}: ${all.map((one) => `${one.chair} ${one.name} ${one.stage}`).join(', ')}`);
  return found;
}

/** The session for which somebody is booked, wherever it is found: one that begins after midnight does not stand on today's board, and is read on their own page. */
export async function bookedOf(page, name) {
  const found = (await sessions(page)).find((one) => one.name === name && one.stage === 'Booked');
  if (found) return found;
  await page.goto('/search');
  const question = page.locator('main').getByLabel('Find a patient or a page');
  await question.fill(name.split(',')[0]);
  await question.press('Enter');
  await page.locator('main').getByRole('link', { name: new RegExp(name) }).first().click();
  await page.waitForURL(/\/patients\/[0-9a-f-]{36}/);
  await page.goto(`${new URL(page.url()).pathname}/dialysis`);
  const row = part(page, 'sessions').getByRole('row').filter({ has: page.getByText('Booked', { exact: true }) }).last();
  const path = await row.getByRole('link').first().getAttribute('href');
  return { path, name, chair: (await row.locator('td').nth(1).innerText()).trim(), stage: 'Booked', need: '' };
}

/** The dialysis page of whoever's session this is. */
export const dialysisOf = (session) => session.path.replace(/\/sessions\/.*$/, '');

/** The newest signed session on somebody's dialysis page. */
export const signedOn = (page) => part(page, 'sessions').getByRole('row').filter({ has: page.getByText('Signed', { exact: true }) }).first().getByRole('link').getAttribute('href');

/** One part of the page, by the id of its title. */
export const part = (page, id) => page.locator(`[aria-labelledby="${id}"]`);

/** The same of a card that may be folded: opened, as whoever wants to write there does. */
export async function opened(page, id) {
  const card = part(page, id);
  const head = card.locator('.fold:not([open]) > summary');
  if (await head.count()) await head.click();
  return card;
}

/** Answers a question of yes or no. */
export const answer = (within, question, words) => within.getByRole('group', { name: question }).getByLabel(words, { exact: true }).check();

/** Fills fields by their labels, as they stand there word for word. */
export async function fill(within, values) {
  for (const [label, value] of Object.entries(values)) await within.getByLabel(label, { exact: true }).fill(`${value}`);
}

/** Presses a button of a part and waits for what the next page says: the same may stand on this one. */
export async function send(page, within, button, said) {
  const next = page.waitForResponse((one) => one.request().isNavigationRequest() && one.status() === 200);
  await Promise.all([next, within.getByRole('button', { name: button, exact: typeof button === 'string' }).click()]);
  await page.waitForLoadState('domcontentloaded');
  if (said) await page.getByRole('status').filter({ hasText: said }).first().waitFor();
}
