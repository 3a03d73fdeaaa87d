// The curves of a bed as they come: a doctor opens them from the chart, sees the sweep go on, a gap stay empty, and is told when nothing comes. Who wants no motion has the paper.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { violations } from '../support/axe.mjs';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';

/** Samples a second, and of one batch. */
const HZ = 125;
const BATCH = 32;
const STALE = 'Nothing came for more than 10 s: these curves are not of now.';

/** A beat a second: a flat line with a spike of a millivolt. */
const beats = (at, count) => Array.from({ length: count }, (_, place) => (Math.round(at / 8 + place) % HZ < 3 ? 200 : 0));

/** A monitor that draws as one at the bed does, four times a second, until it is told to stop. */
class Drawing {
  constructor(device) {
    Object.assign(this, { device, at: Date.now() - 13_000, goes: false });
  }

  /** What it drew before anybody looked: a whole screen. */
  async before() {
    for (const count of [10 * HZ, 2 * HZ]) await this.one(count);
  }

  async one(count) {
    this.at = await this.device.draw('ecg_ii', beats(this.at, count), { at: this.at, hz: HZ });
  }

  begin() {
    this.goes = true;
    this.over = this.run();
  }

  async run() {
    while (this.goes) {
      while (this.goes && this.at < Date.now()) await this.one(BATCH);
      await sleep(Math.max(10, this.at - Date.now()));
    }
  }

  async stop() {
    this.goes = false;
    await this.over;
  }
}

/** What stands on the canvas: its columns with ink, and the longest run without. Read from a copy: to read the canvas itself again and again is warned of. */
const ink = (page) =>
  page.locator('.sweep__canvas').evaluate((canvas) => {
    const { width, height } = canvas;
    const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    pen.drawImage(canvas, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    const columns = Array.from({ length: width }, (_, x) => {
      for (let y = 0; y < height; y += 1) if (data[4 * (y * width + x) + 3] > 0) return true;
      return false;
    });
    let [run, longest] = [0, 0];
    for (const inked of [...columns, ...columns]) {
      run = inked ? 0 : run + 1;
      longest = Math.max(longest, run);
    }
    return { width, columns: columns.map(Number).join(''), longest: Math.min(longest, width) / devicePixelRatio };
  });

/** Looks until it is so. */
async function until(page, what, is) {
  const end = Date.now() + 15_000;
  for (;;) {
    const seen = await ink(page);
    if (is(seen)) return seen;
    assert.ok(Date.now() < end, `${what}: ${seen.longest} px without ink of ${seen.width}`);
    await sleep(150);
  }
}

journey(
  'a doctor watches the curves of a bed as they come, a gap stays empty, and what is old is said to be',
  async (tour) => {
    const drawing = new Drawing(monitor(tour.server, 5));
    await drawing.before();
    drawing.begin();
    try {
      const page = await tour.open('/ward', { as: 'doctor' });
      const chart = await page.locator('.bed', { has: page.locator('.bed__number', { hasText: /^5$/ }) }).getByRole('link').first().getAttribute('href');
      await tour.go(page, chart);
      await page.getByRole('link', { name: 'Curves of now', exact: true }).click();
      await page.locator('.sweep__canvas').waitFor();
      await page.locator('.sweep__names li:not([hidden])').getByText('ECG II', { exact: true }).waitFor();
      assert.equal(await page.locator('.mm-strip').count(), 1, 'the paper is there');
      assert.ok(!(await page.locator('.mm-strip').isVisible()), 'and does not say the same once more');

      // 5 mm of bar are 19 px; all else is drawn.
      const whole = await until(page, 'a whole screen', ({ longest }) => longest > 8 && longest < 70);
      await until(page, 'it goes on', ({ columns }) => columns !== whole.columns);
      assert.deepEqual(await violations(page), []);

      // A second and a half is missing: 142 px.
      await drawing.stop();
      drawing.at += 1_500;
      drawing.begin();
      await until(page, 'the gap', ({ longest }) => longest > 110 && longest < 400);
      await sleep(2_500);
      assert.ok((await ink(page)).longest > 110, 'and nothing is put into it afterwards');

      await drawing.stop();
      const said = page.getByRole('status').filter({ hasText: STALE });
      await said.waitFor({ timeout: 25_000 });
      assert.equal(await said.count(), 1, 'it is said once');
      drawing.at = Date.now();
      drawing.begin();
      await said.waitFor({ state: 'detached' });

      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.locator('.sweep__canvas').waitFor({ state: 'hidden' });
      await page.locator('.mm-strip').waitFor();
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.locator('.sweep__canvas').waitFor();
    } finally {
      await drawing.stop();
    }
  },
  { long: true },
);

journey('without a script, and without motion, the curves of now stand on paper', async (tour) => {
  const drawing = new Drawing(monitor(tour.server, 11));
  await drawing.before();
  const ward = await tour.browse({ as: 'doctor', js: false });
  await ward.goto('/ward');
  const chart = await ward.locator('.bed', { has: ward.locator('.bed__number', { hasText: /^11$/ }) }).getByRole('link').first().getAttribute('href');
  await ward.goto(`${chart}/monitor`);
  await ward.locator('.mm-strip').waitFor();
  assert.ok(!(await ward.locator('.sweep__canvas').isVisible()));

  const calm = await tour.browse({ as: 'doctor' });
  await calm.emulateMedia({ reducedMotion: 'reduce' });
  await calm.goto(`${chart}/monitor`);
  await calm.locator('.mm-strip').waitFor();
  assert.ok(!(await calm.locator('.sweep__canvas').isVisible()));
});
