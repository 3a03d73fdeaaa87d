// The pictures of the README, from a running demo: `node for_readme.mjs`. Each stays under 150 kB: WebP, as good as fits.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './tests/support/browser.mjs';
import { monitor } from './tests/support/devices.mjs';
import { hydrated, Tour } from './tests/support/journey.mjs';
import { signIn } from './tests/support/people.mjs';
import { Server } from './tests/support/server.mjs';
import { bed } from './tests/support/ward.mjs';

const folder = join(import.meta.dirname, '../server/docs/pictures');
const most = 150_000;
const [browser, server] = await Promise.all([launch(), Server.start()]);
const blank = await (await browser.newContext()).newPage();

/** As good as fits; with its letters and the signs of the sprite, which come last. */
async function save(page, name) {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
  for (const quality of [0.95, 0.9, 0.8, 0.7]) {
    const small = Buffer.from(await blank.evaluate(webp, { picture, quality }), 'base64');
    if (small.length > most) continue;
    writeFileSync(join(folder, name), small);
    console.log(`${name}: ${Math.round(small.length / 1000)} kB`);
    return;
  }
  throw new Error(`${name} does not fit into ${most} bytes`);
}

/** Runs in the page. */
async function webp({ picture, quality }) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d', { alpha: false }).drawImage(bitmap, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
  return bytes.toBase64();
}

try {
  await monitor(server, 7).post({ spo2: 84 }, { ahead: 540 });
  const tour = new Tour(browser, server, '');
  const ward = await tour.open('/ward', { as: 'doctor' });
  await ward.locator('.page__head .live', { hasText: 'Live' }).waitFor();
  await save(ward, 'ward.webp');
  const chart = await tour.open('/ward?sort=bed', { as: 'doctor' });
  await bed(chart, 5).getByRole('link').click();
  await chart.locator('.day svg').first().waitFor();
  await hydrated(chart);
  await save(chart, 'patient.webp');
  const unit = await tour.open('/dialysis', { as: 'nurse' });
  await unit.locator('.main tbody tr', { hasText: 'Alarm' }).first().getByRole('link').first().click();
  await unit.locator('#circuit').waitFor();
  await save(unit, 'chair.webp');
  const phone = await tour.open('/sign-in', { size: 'phone', dark: true });
  await signIn(phone, 'b.achieng@riverbend.example');
  await phone.locator('.board__head').waitFor();
  await hydrated(phone);
  await save(phone, 'phone.webp');
  const my = await tour.open('/my', { as: 'patient', size: 'phone' });
  await hydrated(my);
  await save(my, 'my.webp');
  await save(await tour.open('/hospital', { as: 'admin' }), 'hospital.webp');
} finally {
  await Promise.allSettled([browser.close(), Server.stopAll()]);
}
