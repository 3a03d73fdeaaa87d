// Pictures of every page, for people to look at: `node shots.mjs FOLDER [word…]`. Desk, tablet and phone, light and dark, with an alarm on
// the ward. Not part of the gate.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './tests/support/browser.mjs';
import { monitor } from './tests/support/devices.mjs';
import { Tour } from './tests/support/journey.mjs';
import { openPage, pages } from './tests/support/pages.mjs';
import { Server } from './tests/support/server.mjs';

const [folder, ...words] = process.argv.slice(2);
if (!folder) {
  console.error('Say where the pictures go: node shots.mjs FOLDER');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const [browser, server] = await Promise.all([launch(), Server.start()]);
const said = new Set();
try {
  await monitor(server, 7).post({ spo2: 84 }, { ahead: 540 });
  for (const one of pages.filter(({ name }) => words.length === 0 || words.includes(name))) {
    for (const size of ['desk', 'tablet', 'phone', 'small']) {
      for (const dark of [false, true]) {
        const tour = new Tour(browser, server, '');
        const page = await openPage(tour, one, { size, dark });
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(folder, `${one.name}-${size}-${dark ? 'dark' : 'light'}.png`), fullPage: size !== 'desk' });
        tour.gate.faults().forEach((line) => said.add(line));
        await Promise.all(tour.contexts.map((context) => context.close()));
      }
    }
    console.log(one.name);
  }
} finally {
  await Promise.allSettled([browser.close(), Server.stopAll()]);
}
for (const line of said) console.log(`said: ${line}`);
