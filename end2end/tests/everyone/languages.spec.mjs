// Languages: chosen before signing in, kept afterwards, and read from right to left where they are written so.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { password, people, signIn } from '../support/people.mjs';
import { card } from '../support/ward.mjs';

const written = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

for (const js of [true, false]) {
  const how = js ? '' : ', without JavaScript';

  journey(`a visitor chooses Français, signs in, and it stays${how}`, async (tour) => {
    const page = await tour.open('/sign-in', { js });
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
    assert.deepEqual(await written(page), ['fr', 'ltr']);
    await page.getByLabel('E-mail ou numéro de téléphone').fill(people.patient.login);
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bonjour Joseph' }).waitFor();
    if (js) await hydrated(page);
    await page.goto('/my/record');
    await page.getByRole('heading', { level: 1, name: 'Mon dossier' }).waitFor();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Se connecter' }).waitFor();
  });

  journey(`a patient reads their home in Arabic, from right to left${how}`, async (tour) => {
    const page = await tour.browse({ as: 'patient', js, size: 'phone' });
    await page.context().addCookies([{ name: 'wl_lang', value: 'ar', url: tour.server.url }]);
    await tour.go(page, '/my', { js });
    assert.deepEqual(await written(page), ['ar', 'rtl']);
    await page.getByRole('heading', { level: 1, name: 'مرحبًا' }).waitFor();
    const values = await card(page, 'my-values').locator('.well__value').allInnerTexts();
    assert.ok(values.filter((value) => /^\d/.test(value.trim())).length >= 3, `values: ${values}`);
    // Axe is a script.
    if (js) assert.deepEqual(await violations(page), []);
    assert.deepEqual(await faults(page), []);
    const rail = await page.locator('.rail').boundingBox();
    assert.ok(rail.width > 0);
    await page.setViewportSize(sizes.desk);
    const [side, main] = [await page.locator('.rail').boundingBox(), await page.locator('main').boundingBox()];
    assert.ok(side.x > main.x, 'the navigation stands at the right');
  });
}

journey('the program of a page says what the server said, in every language', async (tour) => {
  for (const language of ['fr', 'ar']) {
    const page = await tour.browse({ as: 'patient' });
    await page.context().addCookies([{ name: 'wl_lang', value: language, url: tour.server.url }]);
    await tour.go(page, '/my');
    const after = await page.locator('main').innerText();
    assert.doesNotMatch(after, /Hello|Heartbeat|Measured for you|beats a minute/);
    // What only the program draws.
    await page.getByRole('button', { name: language === 'fr' ? /^(Jour|Nuit)$/ : /^(نهار|ليل)$/ }).waitFor();
  }
});

// Somebody who walks in no other journey: what an account says holds wherever it is signed in.
const clerk = 'yusuf.demir@riverbend.example';

journey('a language is kept in the account, and holds in another browser', async (tour) => {
  const page = await tour.open('/sign-in');
  await signIn(page, clerk);
  await page.goto('/account');
  await page.getByRole('radio', { name: 'العربية' }).check();
  await page.locator('form', { has: page.getByRole('radio') }).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').filter({ hasText: 'حُفظ مظهر الصفحات.' }).waitFor();
  assert.deepEqual(await written(page), ['ar', 'rtl']);
  assert.deepEqual(await faults(page), []);
  const other = await tour.open('/sign-in');
  assert.deepEqual(await written(other), ['en', 'ltr'], 'another browser has not chosen');
  await signIn(other, clerk);
  await other.goto('/account');
  assert.deepEqual(await written(other), ['ar', 'rtl']);
  // And back: their mails would be Arabic in every journey after this one.
  await other.getByRole('radio', { name: 'English' }).check();
  await other.locator('form', { has: other.getByRole('radio') }).getByRole('button', { name: 'حفظ' }).click();
  await other.waitForFunction(() => document.documentElement.lang === 'en');
});
