// Whatever somebody looks for is one key away: by the keyboard alone, by a thumb, and without a script. Nothing that is typed stands in an address.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { journey } from '../support/journey.mjs';

const field = (page) => page.getByRole('combobox', { name: 'Find a patient or a page' });
const hit = (page, name) => page.getByRole('option', { name });
/** The first hit of the answer to the whole word, not to its beginning. */
const marked = (page, name) => hit(page, name).and(page.locator('[aria-selected=true]'));
/** The name of what has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('href') ?? document.activeElement.localName);

for (const [where, path] of [
  ['a page with a program', '/ward'],
  ['a form page', '/account'],
]) {
  journey(`on ${where} a doctor finds a patient with keys alone, and comes back to where they were`, async (tour) => {
    const page = await tour.open(path, { as: 'doctor' });
    await page.locator('.rail__items a').first().focus();
    const before = await focused(page);
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.type('oka');
    await marked(page, /OKAFOR, Amara/).waitFor();
    assert.equal(await field(page).getAttribute('aria-activedescendant'), await hit(page, /OKAFOR/).getAttribute('id'));
    await page.getByRole('status').filter({ hasText: 'found' }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), before, 'the focus is back');

    await page.keyboard.press('/');
    await page.keyboard.type('factor');
    await marked(page, /Second factor/).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account/factor');
    assert.doesNotMatch(page.url(), /factor.+factor|words|search/);
  });
}

journey('whom a doctor saw stands in the empty list, and nothing typed is in an address', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('oka');
  await marked(page, /OKAFOR/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  assert.match(page.url(), /\/patients\/[0-9a-f-]{36}$/);
  await page.keyboard.press('Control+k');
  await page.getByRole('group', { name: 'Seen lately' }).getByRole('option', { name: /OKAFOR/ }).waitFor();
});

journey('on a phone of 390 px the list fills the screen, is opened by a thumb and closed by one', async (tour) => {
  const page = await tour.open('/patients', { as: 'receptionist', size: 'phone' });
  const button = page.getByRole('link', { name: 'Search', exact: true });
  const box = await button.boundingBox();
  assert.ok(box.height >= 44 && box.width >= 44, `${box.width} × ${box.height}`);
  await button.tap();
  await field(page).fill('okafor 1943');
  await hit(page, /OKAFOR, Amara/).waitFor();
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= 390));
  await page.getByRole('button', { name: 'Close' }).tap();
  await field(page).waitFor({ state: 'hidden' });
  await button.tap();
  await field(page).fill('okafor');
  await hit(page, /OKAFOR, Amara/).tap();
  await page.getByRole('heading', { level: 1, name: 'OKAFOR, Amara' }).waitFor();
});

journey('without a script the button leads to the same search, and back leads to what was found', async (tour) => {
  const page = await tour.open('/account', { as: 'doctor', js: false });
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Search' }).waitFor();
  const question = page.getByRole('searchbox', { name: 'Find a patient or a page' });
  await question.fill('oka');
  await question.press('Enter');
  await page.getByRole('link', { name: /OKAFOR, Amara/ }).click();
  assert.match(page.url(), /\/patients\/[0-9a-f-]{36}$/);
  await page.goBack();
  await page.getByRole('link', { name: /OKAFOR, Amara/ }).waitFor();
  assert.doesNotMatch(page.url(), /oka/i);
});

journey('a patient finds pages of the portal and nobody else', async (tour) => {
  const page = await tour.open('/my', { as: 'patient' });
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  const mine = page.getByRole('combobox', { name: 'Find a page' });
  await mine.fill('okafor');
  await page.getByText('Nothing is called so that you may open.').last().waitFor();
  await mine.fill('research');
  await hit(page, /Sharing/).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/my/consents');
});
