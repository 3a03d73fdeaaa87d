// All pictures, beside those that are kept: `node visual.mjs [word…]`; with WRITE=1 they are kept anew. The sixty of every run lie in `pictures/`, the others in
// WARDLIGHT_PICTURES (target/wardlight/pictures): take them on the commit you compare with, then look again on yours.

import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from './tests/support/browser.mjs';
import { Tour } from './tests/support/journey.mjs';
import { Album, kept, pictures, pose, take } from './tests/support/pictures.mjs';
import { Server } from './tests/support/server.mjs';

const words = process.argv.slice(2);
const write = Boolean(process.env.WRITE);
const results = join(import.meta.dirname, 'results/pictures');
rmSync(results, { recursive: true, force: true });
const [browser, server] = await Promise.all([launch(), Server.start()]);
const albums = { often: kept(browser), rest: new Album(resolve(process.env.WARDLIGHT_PICTURES || join(import.meta.dirname, '../target/wardlight/pictures')), browser) };
const blank = await (await browser.newContext()).newPage();
let [same, written] = [0, 0];
const faults = [];
try {
  for (const one of pictures.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))) {
    if (process.env.OFTEN && !one.often) continue;
    const album = one.often ? albums.often : albums.rest;
    const tour = new Tour(browser, server, '');
    const picture = await take(await pose(tour, one), one);
    await Promise.all(tour.contexts.map((context) => context.close()));
    // What was never kept here is kept now, so that the next look has something to compare with.
    if (write || (!one.often && !album.has(one))) {
      await album.write(blank, one, picture);
      written += 1;
      continue;
    }
    const fault = await album.fault(blank, one, picture, results);
    if (fault) faults.push([album, fault]);
    else same += 1;
  }
} finally {
  await Promise.allSettled([browser.close(), Server.stopAll()]);
}
for (const [album, line] of faults) console.log(`${album.same ? 'differs' : `told (pictures of ${album.of})`}  ${line}`);
console.log(`${same} pictures as they were, ${written} kept, ${faults.length} differ${existsSync(results) ? `; see ${results}` : ''}`);
process.exit(faults.some(([album]) => album.same) ? 1 : 0);
