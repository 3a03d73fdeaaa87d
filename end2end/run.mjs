// Runs the browser journeys: every `tests/<portal>/<journey>.spec.mjs`, or those whose path or name holds a word of the command line.
//
//   node run.mjs                  all of them
//   node run.mjs patient alarm    those with "patient" or "alarm" in path or name
//
// Settings: WARDLIGHT_BIN (the server; target/debug/wardlight), WARDLIGHT_SITE_ROOT (the page's files; target/site), CHROMIUM
// (see support/browser.mjs), WARDLIGHT_AT_ONCE (journeys at a time; 2). The last line is `N passed, N failed`. A journey that fails leaves
// a picture and the log of its server in `results/`.
//
// To add a journey: a file `tests/<portal>/<what>.spec.mjs` that calls `journey('what is true', async tour => …)`; see support/journey.mjs.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './tests/support/browser.mjs';
import { Server } from './tests/support/server.mjs';
import { Tour, journeys } from './tests/support/journey.mjs';

const here = import.meta.dirname;
const results = join(here, 'results');
const words = process.argv.slice(2);
const atOnce = Number(process.env.WARDLIGHT_AT_ONCE ?? 2);
/** No journey takes longer than this, in milliseconds. */
const longest = 100_000;
/** So many journeys may be walked once more; when more fail, it is no matter of time. */
const mostAgain = 5;

const specs = readdirSync(join(here, 'tests'), { recursive: true }).filter((name) => name.endsWith('.spec.mjs')).sort();
for (const spec of specs) {
  const before = journeys.length;
  await import(pathToFileURL(join(here, 'tests', spec)));
  for (const [place, one] of journeys.slice(before).entries()) {
    Object.assign(one, { spec, picture: `${spec.replaceAll('/', '-').replace('.spec.mjs', '')}-${place + 1}` });
  }
}
const chosen = journeys
  .filter((one) => words.length === 0 || words.some((word) => `${one.spec} ${one.name}`.includes(word)))
  // A hospital of its own is a copy of one that was filled as this began: those come early, while its day is still fresh.
  .sort((a, b) => early(b) - early(a));

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const begun = performance.now();
const server = await Server.start().catch(async (error) => {
  await Server.stopAll();
  console.log(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
});
const browser = await launch();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.allSettled([browser.close(), Server.stopAll()]);
    process.exit(130);
  });
}

let passed = 0;
const failed = [];

async function walk(one, hospital = server) {
  const from = performance.now();
  const tour = new Tour(browser, hospital, join(results, one.picture));
  let late;
  const tooLong = new Promise((_, reject) => {
    const most = one.long ? 2 * longest : longest;
    late = setTimeout(() => reject(new Error(`not finished after ${most / 1000} s`)), most);
  });
  try {
    await Promise.race([one.walk(tour), tooLong]);
    await tour.end();
    passed += 1;
    console.log(`  ok      ${one.spec} · ${one.name} (${seconds(from)})`);
  } catch (error) {
    failed.push(one);
    const said = await tour.leave(error).catch((more) => [`(what the pages said is lost: ${more.message})`]);
    console.log(`  FAILED  ${one.spec} · ${one.name} (${seconds(from)})`);
    console.log([error.stack ?? String(error), ...said].join('\n').replace(/^/gm, '          '));
  } finally {
    clearTimeout(late);
  }
}

/** How early a journey begins. */
function early({ long, own }) {
  return long ? 2 : Number(own);
}

/** Takes one journey after the other. */
async function worker(queue) {
  for (let one = queue.shift(); one; one = queue.shift()) await (one.own ? walkAlone(one) : walk(one));
}

/** In a new hospital. */
async function walkAlone(one) {
  const fresh = await Server.start();
  await walk(one, fresh);
  await fresh.stop();
}

try {
  const queue = [...chosen];
  await Promise.all(Array.from({ length: atOnce }, () => worker(queue)));
  // Beside others a journey can starve on a small machine. The few that failed walk once more, alone and in a new hospital: a real fault
  // fails there too.
  const starved = failed.length <= mostAgain ? failed.splice(0) : [];
  for (const one of starved) {
    console.log(`  again   ${one.spec} · ${one.name}`);
    await walkAlone(one);
  }
} finally {
  await Promise.allSettled([browser.close(), Server.stopAll()]);
}
for (const what of Server.leaks) console.log(`  FAILED  ${what} stands in a server's log`);
if (Server.searched === 0) console.log("  FAILED  no server logged anything, so nothing was searched for what must not stand in a log");
const leaked = Server.leaks.size + Number(Server.searched === 0);
if (chosen.length === 0) console.log(`No journey is called ${words.join(' or ')}.`);
console.log(`The browser journeys took ${seconds(begun)}.`);
console.log(`${Server.searched} lines of log searched for what must not stand in one.`);
console.log(`${passed} passed, ${failed.length + leaked} failed`);
process.exit(failed.length + leaked > 0 || chosen.length === 0 ? 1 : 0);

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
