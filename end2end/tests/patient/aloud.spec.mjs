// Pages that are read aloud. The browser of the tests has no voice: each page gets an engine that writes down what it is given (`support/speech.mjs`), so the sound itself is never heard
// here, and how a real voice says the words is not tested.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { sizes } from '../support/browser.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';
import { far, finish, hearOut, near, said, speaks } from '../support/speech.mjs';

const button = (page, name = 'Read aloud') => page.getByRole('button', { name, exact: true });
const words = (sentences) => sentences.map((sentence) => sentence.words);

async function open(tour, path, { voices = [far, near.english], lang, ...options } = {}) {
  const page = await tour.browse(options);
  await speaks(page, voices);
  if (lang) await page.context().addCookies([{ name: 'wl_lang', value: lang, url: tour.server.url }]);
  await tour.go(page, path);
  return page;
}

journey('a patient has their home read aloud: all that is shown, in its order, and nothing else', async (tour) => {
  const page = await open(tour, '/my', { as: 'patient' });
  await page.locator('main').evaluate((main) => {
    const put = (html) => main.querySelector('.page').insertAdjacentHTML('beforeend', html);
    put('<p hidden>Hidden by its attribute.</p><p aria-hidden="true">For eyes alone.</p><nav><p>A way elsewhere.</p></nav>');
    put('<details><summary>What is folded</summary><p>Folded away.</p></details>');
    put('<p>The first one. Then <b>the second</b> one? It weighs 1 kg, not 1,250 mL.</p>');
  });
  await button(page).click();
  const heard = await hearOut(page);
  const text = words(heard);
  assert.ok(text.indexOf('Hello, Joseph') >= 0 && text.indexOf('Hello, Joseph') < text.findIndex((one) => one.startsWith('Heartbeat')), 'first of all the title');
  assert.ok(text.some((one) => /^Heartbeat: \d+, beats a minute/.test(one)), `a term and what is said of it: ${text.join(' | ')}`);
  assert.ok(text.some((one) => /^Blood pressure: \d+\/\d+ millimetres of mercury/.test(one)), `units in words: ${text.join(' | ')}`);
  const emergencies = text.findIndex((one) => one === 'This page is not for emergencies.');
  assert.ok(emergencies > text.findIndex((one) => one.startsWith('Heartbeat')), 'below the values');
  assert.ok(emergencies < text.findIndex((one) => one.startsWith('Who looked at your record')), 'above the ways');
  const last = text.indexOf('The first one.');
  assert.deepEqual(text.slice(last - 1, last + 3), ['What is folded', 'The first one.', 'Then the second one?', 'It weighs 1 kilogram, not 1,250 milliliters.']);
  for (const unwanted of ['Hidden by', 'eyes alone', 'elsewhere', 'Folded away', 'Sign out', 'Skip to page', 'JavaScript', 'Pause updates', 'Stop reading'])
    assert.equal(text.some((one) => one.includes(unwanted)), false, `${unwanted} was read`);
  assert.deepEqual([...new Set(heard.map(({ voice, lang }) => `${voice} ${lang}`))], ['Near English en-GB'], 'the voice of this device alone');
  await button(page).waitFor();
});

journey('what is being read is marked, and Escape, the button and leaving the page end it', async (tour) => {
  const page = await open(tour, '/my', { as: 'patient' });
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('aloud') ?? [])].map((range) => String(range).trim()));
  const cancelled = () => page.evaluate(() => Number(sessionStorage.getItem('cancelled')));
  await button(page).click();
  const [first] = words(await said(page));
  assert.deepEqual(await marked(), [first]);
  await finish(page);
  const [, second] = words(await said(page));
  assert.notEqual(second, first);
  assert.equal((await marked()).length, 1);
  await page.keyboard.press('Escape');
  await button(page).waitFor();
  assert.equal(await cancelled(), 1);
  assert.deepEqual(await marked(), []);
  await finish(page);
  assert.equal((await said(page)).length, 2, 'nothing more is said');

  await button(page).click();
  assert.equal(words(await said(page)).at(-1), first, 'from the beginning');
  await button(page, 'Stop reading').click();
  await button(page).waitFor();
  assert.equal(await cancelled(), 2);

  await button(page).click();
  await page.goto('/my/record');
  assert.equal(await cancelled(), 3, 'nobody hears a page that they left');
  assert.deepEqual(await said(page), []);
});

journey('reading aloud pauses and goes on with the same sentence, and how fast it is stays for the next page', async (tour) => {
  const page = await open(tour, '/my', { as: 'patient', size: 'phone' });
  await button(page).tap();
  await finish(page);
  const before = words(await said(page));
  await button(page, 'Pause').tap();
  await finish(page);
  assert.deepEqual(words(await said(page)), before, 'silence');
  await button(page, 'Speed: usual').tap();
  await button(page, 'Speed: fast').waitFor();
  await button(page, 'Read on').tap();
  const [again] = (await said(page)).slice(before.length);
  assert.deepEqual([again.words, again.rate], [before.at(-1), 1.4]);
  await tour.go(page, '/my/record');
  await button(page).tap();
  assert.equal((await said(page))[0].rate, 1.4);
});

journey('a row of a table is read as column and value', async (tour) => {
  const page = await open(tour, '/my/record', { as: 'patient' });
  const table = page.locator('[aria-labelledby=readings] table');
  const heads = await table.locator('thead th').allTextContents();
  await button(page).click();
  const text = words(await hearOut(page));
  const [, heartbeat] = heads;
  const rows = await table.locator('tbody tr').count();
  const read = text.filter((one) => one.startsWith(`${heartbeat}: `));
  assert.ok(rows > 0 && read.length === rows, `${read.length} of ${rows}: ${text.join(' | ')}`);
  assert.match(read[0], /: (\d+|not measured)\.?$/i);
});

journey('a public page is read in the language of the page, and what was typed is not', async (tour) => {
  for (const [lang, voice, name] of [['fr', near.french, 'Lire à voix haute'], ['ar', near.arabic, 'اقرأ بصوت عالٍ']]) {
    const page = await open(tour, '/register', { lang, voices: [far, near.english, near.french, near.arabic] });
    await page.locator('[name=family_name]').fill('Zanzibar');
    await button(page, name).click();
    const heard = await hearOut(page);
    assert.equal(heard[0].words, await page.getByRole('heading', { level: 1 }).innerText());
    assert.equal(heard.some((one) => /Zanzibar|Français|English/.test(one.words)), false);
    // A sentence that stands there in another language is said by a voice of that one; here there is none.
    assert.deepEqual([...new Set(heard.map((one) => one.voice))], [voice.name]);
  }
});

journey('a page is never read by a voice that is not on this device, nor in another language', async (tour) => {
  for (const [voices, why] of [[[], 'no voice'], [[far], 'a server elsewhere'], [[{ ...near.english, localService: undefined }], 'it does not say where'], [[near.french], 'another language']]) {
    for (const [path, as] of [['/my', 'patient'], ['/sign-in', undefined]]) {
      const page = await open(tour, path, { as, voices });
      await page.locator('#aloud').waitFor({ state: 'attached' });
      assert.equal(await page.locator('#aloud').isVisible(), false, `${path}: ${why}`);
      // Browsers learn their voices late.
      await page.evaluate((voice) => {
        speechSynthesis.voices = [voice];
        speechSynthesis.onvoiceschanged();
      }, near.english);
      await button(page).waitFor();
    }
  }
});

for (const [path, as] of [['/my', 'patient'], ['/my/record', 'patient'], ['/sign-in', undefined], ['/register', undefined]]) {
  journey(`the buttons that read ${path} aloud are clean for axe and well laid out, before and while it is read`, async (tour) => {
    const page = await open(tour, path, { as });
    await button(page).waitFor();
    const found = [];
    for (const when of ['before', 'while']) {
      if (when === 'while') await button(page).click();
      for (const [size, width] of Object.entries({ desk: sizes.desk, phone: sizes.phone, '320 px': { width: 320, height: 640 } })) {
        await page.setViewportSize(width);
        found.push(...(await faults(page)).map((line) => `${when} ${size}: ${line}`));
      }
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        found.push(...(await violations(page)).map((line) => `${when} ${colorScheme}: ${line}`));
      }
    }
    assert.deepEqual(found, []);
  });
}

journey('without JavaScript nothing offers to read aloud', async (tour) => {
  const page = await tour.open('/my', { as: 'patient', js: false });
  assert.equal(await button(page).count(), 0);
});
