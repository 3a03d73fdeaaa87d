// What a picture of 100 live curves costs the main thread, against uPlot on the same data in one run of Chromium (G15): `node sweep.mjs`. Called by `make bench`; the table goes to the
// terminal and into the file WARDLIGHT_RESULTS.
//
// Ours is `public/sweep.js`, as it draws at the bed: new columns alone. uPlot (WARDLIGHT_UPLOT: its `uPlot.iife.min.js`) draws the same 12 s whole in each picture, once as one chart of
// 100 series and once as 100 charts; the faster of both counts. The samples are the recorded alarm of the demo, shifted from curve to curve. Both get a quarter of a second at a time, as it
// comes over the socket, and draw a sixtieth further each picture. The main thread's time is Chromium's own (`TaskDuration`): all of a task, not what a script sees of it. Rounds
// take turns; the middle ratio counts. Floor and target are those of design/performance.md.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { launch } from './tests/support/browser.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const root = resolve(import.meta.dirname, '..');
const peer = process.env.WARDLIGHT_UPLOT;
const hasPeer = Boolean(peer) && existsSync(peer);
const [TRACES, WIDTH, BAND, HZ] = [100, 1_134, 32, 125];
const [floor, target] = [1.2, 0.8];

/** The columns of the record, each from 0 to 1. */
function record() {
  const rows = readFileSync(`${root}/server/demo/curves/a103l.csv`, 'utf8').trim().split('\n').slice(1).map((line) => line.split(',').map(Number));
  return [0, 1, 2].map((column) => {
    const values = rows.map((row) => row[column]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (value - low) / (high - low));
  });
}

/** Runs in the page: makes the curves, and what each of the drawers does in one picture. */
function prepare({ columns, TRACES, WIDTH, BAND, HZ }) {
  const length = columns[0].length;
  const traces = Array.from({ length: TRACES }, (_, trace) => Float64Array.from({ length }, (_, place) => columns[trace % 3][(place + trace * 131) % length]));
  const step = 1_000 / HZ;
  const times = Float64Array.from({ length }, (_, place) => place * step);
  // 25 mm a second, in CSS pixels.
  const shown = WIDTH / ((25 * 96) / 25.4 / 1_000);
  const first = 20_000;
  const place = (time) => Math.floor(time / step);

  const sweep = () => {
    const canvas = document.createElement('canvas');
    document.body.replaceChildren(canvas);
    const drawn = new Sweep(canvas, { band: BAND, free: 4 });
    for (let trace = 0; trace < TRACES; trace += 1) drawn.channel(`${trace}`, 'any');
    drawn.size(WIDTH);
    let told = place(first - shown);
    return (time) => {
      // A quarter of a second at a time.
      const until = place(Math.floor(time / 250) * 250 + 750);
      if (until > told) {
        for (let trace = 0; trace < TRACES; trace += 1) drawn.add(`${trace}`, told * step, HZ, traces[trace].subarray(told, until));
        told = until;
      }
      drawn.frame(time);
      return drawn.head;
    };
  };

  const calm = { legend: { show: false }, cursor: { show: false }, axes: [{ show: false }, { show: false }], padding: [0, 0, 0, 0], pxAlign: 0 };
  const line = { stroke: '#151b26', width: 1.5, points: { show: false } };
  const scales = (now, low, high) => ({ x: { time: false, range: () => [now.time - shown, now.time] }, y: { range: [low, high] } });
  const oneChart = () => {
    const now = { time: first };
    const shifted = traces.map((values, trace) => values.map((value) => TRACES - 1 - trace + value));
    const cut = () => [times, ...shifted].map((values) => values.subarray(place(now.time - shown), place(now.time)));
    document.body.replaceChildren();
    const chart = new uPlot({ ...calm, width: WIDTH, height: BAND * TRACES, scales: scales(now, 0, TRACES), series: [{}, ...shifted.map(() => line)] }, cut(), document.body);
    return (time) => {
      now.time = time;
      chart.setData(cut());
      return time;
    };
  };
  const manyCharts = () => {
    const now = { time: first };
    const cut = (values) => [times, values].map((all) => all.subarray(place(now.time - shown), place(now.time)));
    document.body.replaceChildren();
    const charts = traces.map((values) => new uPlot({ ...calm, width: WIDTH, height: BAND, scales: scales(now, 0, 1), series: [{}, line] }, cut(values), document.body));
    return (time) => {
      now.time = time;
      charts.forEach((chart, trace) => chart.setData(cut(traces[trace])));
      return time;
    };
  };

  /** So many pictures, a sixtieth of a second of samples each, however long a picture takes. */
  window.draws = (count) =>
    new Promise((done) => {
      let left = count;
      const next = () => {
        window.time += 1_000 / 60;
        const at = window.picture(window.time);
        left -= 1;
        if (left > 0) requestAnimationFrame(next);
        else requestAnimationFrame(() => done(at));
      };
      requestAnimationFrame(next);
    });
  window.begins = (who) => {
    window.time = first;
    window.picture = { sweep, oneChart, manyCharts }[who]();
  };
}

const PICTURES = 300;

async function measure(page, devtools, who) {
  await page.evaluate((who) => window.begins(who), who);
  const before = await page.evaluate(() => window.draws(60));
  const spent = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
  const began = await spent();
  const after = await page.evaluate((count) => window.draws(count), PICTURES);
  const took = (await spent()) - began;
  const moved = after - before;
  if (Math.abs(moved - (PICTURES * 1_000) / 60) > 300) throw new Error(`${who} drew ${Math.round(moved)} ms of ${Math.round((PICTURES * 1_000) / 60)}`);
  return took / PICTURES;
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const browser = await launch();
const seen = { sweep: [], oneChart: [], manyCharts: [] };
try {
  const page = await browser.newPage({ viewport: { width: 1_200, height: 900 }, deviceScaleFactor: 1 });
  await page.setContent('<!doctype html><meta charset="utf-8"><title>Curves</title><body style="margin:0;color:#151b26">');
  await page.addScriptTag({ path: `${root}/public/sweep.js` });
  if (hasPeer) await page.addScriptTag({ path: peer });
  await page.evaluate(prepare, { columns: record(), TRACES, WIDTH, BAND, HZ });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  for (let round = 0; round < rounds; round += 1) {
    for (const who of hasPeer ? ['sweep', 'oneChart', 'manyCharts'] : ['sweep']) seen[who].push(await measure(page, devtools, who));
  }
} finally {
  await browser.close();
}

const number = (value) => value.toFixed(value < 10 ? 2 : 0);
const lines = [`| Drawer | main thread, ms a picture: the middle of ${rounds} (least to most) |`, '| --- | --- |'];
for (const [who, name] of [['sweep', 'sweep'], ['oneChart', 'uPlot, one chart of 100 series'], ['manyCharts', 'uPlot, 100 charts']]) {
  if (seen[who].length > 0) lines.push(`| ${name} | ${number(middle(seen[who]))} (${number(Math.min(...seen[who]))} to ${number(Math.max(...seen[who]))}) |`);
}
let verdict = 'G15 is not measured: uPlot is not here. Set WARDLIGHT_UPLOT to its uPlot.iife.min.js, or let `make bench` fetch it from the registry of npm.';
if (hasPeer) {
  const ratio = middle(seen.sweep.map((ours, round) => ours / Math.min(seen.oneChart[round], seen.manyCharts[round])));
  verdict = `G15: ${number(ratio)} of uPlot's time (floor ${floor}, target ${target}): ${ratio <= target ? 'pass' : ratio <= floor ? 'short (floor held)' : 'short'}.`;
}
const machine = `Chromium ${browser.version()}, ${TRACES} curves of ${HZ} Hz, ${WIDTH} × ${BAND * TRACES} px, ${PICTURES} pictures a round, in turns.`;
const report = `${machine}\n\n${lines.join('\n')}\n\n${verdict}`;
console.log(report);
const file = process.env.WARDLIGHT_RESULTS;
if (file) {
  const head = '\n## Curves in the browser\n';
  const rest = existsSync(file) ? readFileSync(file, 'utf8').split(head)[0].trimEnd() : '# Results of `make bench`';
  writeFileSync(file, `${rest}\n${head}\n${report}\n`);
}
