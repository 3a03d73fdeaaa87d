// What somebody was told: the bell counts it on every page, by itself in another tab, and the list leads on. Without a script everything works but the counting.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { journey } from '../support/journey.mjs';
import { proveIfAsked, signIn } from '../support/people.mjs';

const bell = (page) => page.locator('#bell');
const count = (page) => bell(page).locator('[data-count]').getAttribute('data-count').then(Number);

/** Somebody changes the number with which they sign in, of which they are always told; another number each time. */
async function changeNumber(page) {
  const number = `+254 700 ${String(Date.now()).slice(-6)}`;
  for (const again of [true, false]) {
    await page.goto('/account');
    await page.getByLabel('Phone number to sign in with').fill(number);
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Save the number' }).click()]);
    if (!again || !(await proveIfAsked(page))) return;
  }
}

const shows = (page, wanted) => page.waitForFunction((wanted) => Number(document.querySelector('#bell [data-count]').dataset.count) === wanted, wanted);
/** What brings a tab into view asks at once; nobody waits a minute here. */
const look = (page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

journey('what is told counts in the bell of every open tab, leads to its page, and reading it in one tab is seen in the other', async (tour) => {
  const list = await tour.open('/notifications', { as: 'platform' });
  const other = await list.context().newPage();
  await other.goto('/platform/hospitals');
  // Whoever proves who they are gets a new session, so the other browser signs in afterwards.
  await proveIfAsked(other);
  const elsewhere = await tour.browse({ as: 'platform' });
  const before = await count(other);
  // In another browser: this one learns of it by asking.
  await changeNumber(elsewhere);
  await look(other);
  await shows(other, before + 1);
  await other.getByRole('link', { name: `Notifications, ${before + 1} unread` }).waitFor();
  assert.match(await other.locator('#bell-says').textContent(), /unread/, 'and it is said politely');
  // The tab beside it hears of it by itself.
  await shows(list, before + 1);

  await bell(list).click();
  await list.getByText('The phone number of your account was changed or taken away.').first().waitFor();
  assert.deepEqual(await violations(list), []);
  await list.getByRole('button', { name: 'Open: Account' }).first().click();
  await list.waitForURL('**/account');
  assert.equal(await count(list), before);
  await shows(other, before);
});

journey('who has signed out is asked for no more', async (tour) => {
  // In a session of its own: the one that all journeys share would end.
  const page = await tour.open('/sign-in');
  await signIn(page, 'laila.haddad@riverbend.example');
  await page.goto('/account');
  const other = await page.context().newPage();
  await other.goto('/account');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  for (let times = 0; times < 3; times += 1) {
    const answer = times === 0 ? page.waitForResponse(/notifications\/count/) : undefined;
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await answer;
  }
  await page.waitForFunction(() => true);
  assert.equal(asked.filter((url) => new URL(url).pathname === '/notifications/count').length, 1);
});

journey('without a script a patient reads what they were told, marks it as read and chooses', async (tour) => {
  const page = await tour.browse({ as: 'patient', js: false, size: 'phone' });
  await page.goto('/my');
  await bell(page).click();
  await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor();
  const all = page.getByRole('button', { name: 'Mark all as read' });
  if (await all.count()) {
    await all.click();
    await page.getByRole('status').filter({ hasText: 'Everything is marked as read.' }).waitFor();
  }
  assert.equal(await count(page), 0);
  const choice = page.getByRole('group', { name: 'Who may see a record' });
  await choice.getByRole('radio', { name: 'Here and by mail' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').filter({ hasText: 'How you want to hear is saved.' }).waitFor();
  assert.ok(await choice.getByRole('radio', { name: 'Here and by mail' }).isChecked());
});
