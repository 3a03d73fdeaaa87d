// How soon a page is there and how calmly it comes, told by Chromium itself (G14), and what of a program it loads (G12): `node vitals.mjs [word…]`. Called by
// `make bench`; the table goes to the terminal, the same as JSON to WARDLIGHT_VITALS, and into the file WARDLIGHT_RESULTS.
//
// A phone in the lab as Lighthouse has it: 390 × 844, a quarter of this machine's speed, 1.6 Mbit/s and 150 ms. Each of the five rounds is a cold visit; the middle
// one counts. To add a page: a line in `subjects`. The figures are those of design/performance.md.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { launch } from './tests/support/browser.mjs';
import { Tour } from './tests/support/journey.mjs';
import { openPage, pages } from './tests/support/pages.mjs';
import { Server } from './tests/support/server.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const words = process.argv.slice(2);
/** What is found, seen and focused before; then a finger or a key comes, and nothing of the tests' own runs in the page meanwhile. */
const tap = (find) => async (page) => {
  const target = find(page);
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await target.boundingBox();
  await settled(page);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
};
const press = (role, name) => tap((page) => page.getByRole(role, { name }).first());
/** What opens the rest of a phone's bar: the theme lies there. It stays open, so it is pressed last. */
const more = tap((page) => page.locator('.rail__button'));
const type = (find, keys) => async (page) => {
  await find(page).focus();
  await settled(page);
  for (const key of keys) await page.keyboard.press(key);
};
const settled = (page) => page.waitForTimeout(400);

/** `weight`: floor and target of WASM and JavaScript in kB; sign-in has to work with none, and is told. `acts`: what is pressed while it moves. */
const subjects = [
  { name: 'sign-in', page: 'sign-in', acts: [press('button', 'Show password'), press('checkbox', /^Shared computer/), type((page) => page.getByLabel('Email or phone number'), 'anika')] },
  { name: 'ward', page: 'ward', weight: [300, 220], acts: [press('link', 'By bed'), press('button', 'Pause updates'), more, press('button', 'Night')] },
  { name: 'chart', page: 'patient', weight: [300, 220], acts: [press('button', 'Pause updates'), type((page) => page.getByRole('slider', { name: 'Time' }), ['ArrowLeft']), more, press('button', 'Night')] },
  { name: 'my home', page: 'my', weight: [180, 140], acts: [press('button', 'Pause updates'), more, press('button', 'Night')] },
].filter(({ name }) => words.length === 0 || words.includes(name));

/** Floor and target of each; less is better. */
const figures = {
  LCP: { unit: 'ms', bounds: [2000, 1500] },
  TBT: { unit: 'ms', bounds: [200, 100] },
  CLS: { unit: '', bounds: [0.05, 0.02] },
  INP: { unit: 'ms', bounds: [150, 100] },
};

/** Runs in the page, before anything of it. */
function listen() {
  const seen = (window.vitals = { LCP: 0, FCP: 0, CLS: 0, shifts: [0, 0, 0], tasks: [], events: new Map() });
  const on = (type, take, more = {}) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  on('paint', (entry) => entry.name === 'first-contentful-paint' && (seen.FCP = entry.startTime));
  on('largest-contentful-paint', (entry) => (seen.LCP = entry.startTime));
  // As Lighthouse counts: the worst run of shifts that are less than a second apart and last five seconds at most.
  on('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    const [first, last, sum] = seen.shifts;
    const goesOn = entry.startTime - last < 1_000 && entry.startTime - first < 5_000;
    seen.shifts = goesOn ? [first, entry.startTime, sum + entry.value] : [entry.startTime, entry.startTime, entry.value];
    seen.CLS = Math.max(seen.CLS, seen.shifts[2]);
  });
  on('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]));
  on('event', (entry) => entry.interactionId && seen.events.set(entry.interactionId, Math.max(entry.duration, seen.events.get(entry.interactionId) ?? 0)), { durationThreshold: 16 });
}

/** One cold visit. */
async function visit(browser, server, subject) {
  const tour = new Tour(browser, server, '');
  try {
    const slow = async (page) => {
      await page.addInitScript(listen);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 });
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    };
    const page = await openPage(tour, pages.find(({ name }) => name === subject.page), { size: 'phone', before: slow });
    await page.waitForLoadState('load');
    // Two quiet seconds: what still comes late is counted. A ward on which alarms come and go has none on a slow telephone: then all of its first ten seconds count.
    await page.waitForFunction(() => {
      const last = Math.max(0, ...window.vitals.tasks.map(([at, took]) => at + took));
      return (performance.now() - last > 2_000 && performance.now() > 3_000) || performance.now() > 10_000;
    });
    const loaded = await page.evaluate(() => {
      const { LCP, FCP, CLS, tasks } = window.vitals;
      const programs = performance.getEntriesByType('resource').filter(({ name }) => /\.(js|wasm)$/.test(new URL(name).pathname));
      return {
        LCP,
        CLS,
        TBT: tasks.filter(([at]) => at >= FCP).reduce((sum, [, took]) => sum + took - 50, 0),
        bytes: programs.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        plain: programs.filter(({ encodedBodySize, decodedBodySize }) => decodedBodySize > 2_000 && encodedBodySize >= decodedBodySize).map(({ name }) => name),
      };
    });
    if (loaded.plain.length > 0) throw new Error(`not compressed: ${loaded.plain}`);
    for (const act of subject.acts) {
      await act(page);
      await settled(page);
    }
    // Below 16 ms nothing is told: then it is at most that.
    const INP = await page.evaluate(() => Math.max(16, ...window.vitals.events.values()));
    return { ...loaded, INP };
  } finally {
    await Promise.all(tour.contexts.map((context) => context.close()));
  }
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const judge = (value, [floor, target]) => (value <= target ? 'pass' : value <= floor ? 'short (floor held)' : 'short');

const [browser, server] = await Promise.all([launch(), Server.start()]);
const rows = [];
try {
  for (const subject of subjects) {
    const seen = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await visit(browser, server, subject));
    for (const [name, { unit, bounds }] of Object.entries(figures)) {
      const values = seen.map((one) => one[name]);
      const value = middle(values);
      rows.push({ goal: 'G14', page: subject.name, what: name, unit, value, least: Math.min(...values), most: Math.max(...values), floor: bounds[0], target: bounds[1], verdict: judge(value, bounds) });
    }
    const weight = middle(seen.map(({ bytes }) => bytes)) / 1000;
    const bounds = subject.weight ?? [];
    rows.push({ goal: 'G12', page: subject.name, what: 'WASM and JavaScript', unit: 'kB', value: weight, least: weight, most: weight, floor: bounds[0] ?? null, target: bounds[1] ?? null, verdict: subject.weight ? judge(weight, bounds) : 'works with none (journeys without JavaScript)' });
  }
} finally {
  await Promise.allSettled([browser.close(), Server.stopAll()]);
}

const number = (value) => (value === null ? '–' : Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(value % 1 === 0 ? 0 : 3));
const line = ({ goal, page, what, unit, value, least, most, floor, target, verdict }) =>
  `| ${goal} | ${page} | ${what} | ${number(value)}${unit && ` ${unit}`} (${number(least)} to ${number(most)}) | ${number(floor)} | ${number(target)} | ${verdict} |`;
const machine = `Chromium ${browser.version()}, ${rounds} cold visits each, the middle one counts; 390 × 844, CPU slowed 4 times, 1.6 Mbit/s, 150 ms; a demo ward of 12 beds.`;
const table = ['| Goal | Page | What | Measured | Floor | Target | Reached |', '| --- | --- | --- | --- | --- | --- | --- |', ...rows.map(line)].join('\n');
console.log(`${table}\n\n${machine}`);
if (process.env.WARDLIGHT_VITALS) writeFileSync(process.env.WARDLIGHT_VITALS, `${JSON.stringify({ chromium: browser.version(), rounds, rows }, null, 2)}\n`);
const file = process.env.WARDLIGHT_RESULTS;
if (file && words.length === 0) {
  const head = '\n## In the browser\n';
  const rest = existsSync(file) ? readFileSync(file, 'utf8').split(head)[0].trimEnd() : '# Results of `make bench`';
  writeFileSync(file, `${rest}\n${head}\n${machine}\n\n${table}\n`);
}
