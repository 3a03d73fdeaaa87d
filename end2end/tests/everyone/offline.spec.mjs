// The network goes: an honest page instead of the browser's own, drawn from what was kept; and what was kept is nothing of a patient's. It has a hospital of its own.

import assert from 'node:assert/strict';
import { serverGone } from '../support/gate.mjs';
import { journey } from '../support/journey.mjs';
import { Server } from '../support/server.mjs';

/** Every address in every cache of the browser's. */
const keptBy = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)));
    return all.flat();
  });

journey(
  'without a network there is an honest page, and no page of a patient was kept for it',
  async (tour) => {
    const server = await Server.start();
    try {
      const page = await tour.open('/ward', { as: 'doctor', server });
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      // Pages of patients, loaded whole while the worker watches.
      const chart = await page.locator('.bed').first().getByRole('link').getAttribute('href');
      for (const path of [chart, `${chart}/care`, '/ward', '/account']) {
        assert.equal((await page.goto(path)).status(), 200, path);
      }
      const kept = await keptBy(page);
      assert.ok(kept.includes('/offline.html'), 'the page for when the network is gone');
      for (const path of kept) assert.match(path, /^\/(offline\.html|pkg\/wardlight\.\w+\.css|fonts\/[\w.-]+\.woff2|favicon\.\w+\.svg)$/, 'nothing else is kept');

      tour.gate.expect(...serverGone);
      await server.kill();
      await page.goto(chart);
      await page.getByRole('heading', { level: 1, name: 'Wardlight cannot be reached' }).waitFor();
      assert.equal(await page.title(), 'Not connected · Wardlight');
      // It is drawn with our own styles, and says nothing of the patient whose page it stands in for.
      const action = page.getByRole('link', { name: /^Try again/ });
      for (const [lang, dir, words] of [['fr', 'ltr', 'Wardlight est injoignable'], ['ar', 'rtl', 'تعذّر الوصول إلى Wardlight']]) await page.locator(`section[lang=${lang}][dir=${dir}]`).getByRole('heading', { name: words }).waitFor();
      assert.notEqual(await action.evaluate((it) => getComputedStyle(it).backgroundColor), 'rgba(0, 0, 0, 0)');

      await server.run();
      await action.click();
      await page.getByRole('heading', { level: 1, name: 'Wardlight cannot be reached' }).waitFor({ state: 'detached' });
      assert.equal(new URL(page.url()).pathname, chart);
    } finally {
      await server.stop();
    }
  },
  { long: true },
);

journey(
  'alarm counts that nobody can ask for say since when they are not current, until they are',
  async (tour) => {
    const server = await Server.start();
    try {
      const page = await tour.open('/account', { as: 'nurse', server });
      const counts = page.locator('#standing');
      await counts.getByRole('link').waitFor();
      assert.doesNotMatch(await counts.getAttribute('class'), /stale/);

      tour.gate.expect(...serverGone);
      await server.kill();
      // It asks every few seconds, and says it after two misses; nothing else of the page has to happen.
      await page.locator('#standing.alarm-counts--stale').waitFor({ timeout: 45_000 });
      assert.match(await page.locator('#standing-says').textContent(), /^Alarms not current since \d\d:\d\d\. Look at the ward\.$/);
      assert.equal(await page.locator('#standing-says').getAttribute('aria-live'), 'assertive');
      assert.match(await counts.evaluate((it) => getComputedStyle(it, '::after').content), /not current since/, 'it is seen, too');
      assert.ok(await counts.getByRole('link').isVisible(), 'the way to the ward stays');

      await server.run();
      await page.locator('#standing:not(.alarm-counts--stale)').waitFor({ timeout: 60_000 });
      assert.doesNotMatch(await page.locator('#standing-says').textContent(), /not current/);
    } finally {
      await server.stop();
    }
  },
  { long: true },
);

journey('a phone that installs Wardlight finds its name, its icons and where it begins', async (tour) => {
  const page = await tour.open('/sign-in', { size: 'phone' });
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const read = (path) => page.evaluate(async (path) => {
    const answer = await fetch(path);
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  }, path);
  const manifest = await read(href);
  assert.match(manifest.type, /^application\/manifest\+json/);
  const { name, short_name, start_url, scope, display, icons } = JSON.parse(manifest.text);
  assert.deepEqual([name, short_name, start_url, scope, display], ['Wardlight', 'Wardlight', '/', '/', 'standalone']);
  for (const size of ['192x192', '512x512']) assert.ok(icons.some((icon) => icon.sizes === size && icon.type === 'image/png'), size);
  assert.ok(icons.some(({ purpose }) => purpose === 'maskable'), 'one may be cut round');
  for (const { src, sizes, type } of icons) {
    const drawn = await page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (type === 'image/png') assert.equal(drawn, sizes, src);
  }
});
