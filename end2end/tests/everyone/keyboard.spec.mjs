// Keys alone: skip link, a bed, its patient, an answer to an alarm; and on main pages each stop of Tab, forwards and back: it has a ring, and no bar lies over it.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { sessionIn } from '../support/dialysis.mjs';
import { hydrated, journey } from '../support/journey.mjs';
import { openPage, pages } from '../support/pages.mjs';

/** Presses Tab until the focused element matches; fails after `most`. */
async function tabTo(page, matches, what, most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(matches)) return;
  }
  assert.fail(`${what} was not reached with ${most} presses of Tab`);
}

journey('the first key reaches the skip link, and it leads into the page', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  await page.keyboard.press('Tab');
  const link = page.locator(':focus');
  assert.equal(await link.innerText(), 'Skip to the page');
  const box = await link.boundingBox();
  assert.ok(box.y >= 0 && box.height >= 24, 'it is seen while it has the focus');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'main');
  await tabTo(page, () => document.querySelector('#main').contains(document.activeElement) && document.activeElement.id !== 'main', 'something in the page', 1);
});

journey('a bed is reached by Tab and opened by Enter, and focus is always seen', async (tour) => {
  const page = await tour.open('/ward?sort=bed', { as: 'doctor' });
  await tabTo(page, () => document.activeElement.matches('.bed__name'), 'a bed');
  const seen = await page.evaluate(() => {
    // The whole card is the link, so the ring is the card's.
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement.closest('.bed'));
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  assert.ok(seen, 'the focused bed has a ring');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/patients\//);
  await page.locator('.banner__name').waitFor();
});

journey('an alarm is answered with keys alone', async (tour) => {
  await monitor(tour.server, 1).post({ spo2: 80 }, { ahead: 90 });
  const page = await tour.open('/ward', { as: 'nurse' });
  const alarm = page.locator('.strip .alarm--high', { hasText: 'Bed 1 ·' });
  await alarm.waitFor({ state: 'attached' });
  const isMine = () => document.activeElement.matches('.alarm button') && document.activeElement.closest('.alarm--high')?.textContent.includes('Bed 1 ·');
  // When other beds' alarms stand before it, the rest of the strip is opened by keys too.
  if (!(await alarm.getByRole('button').isVisible())) {
    await tabTo(page, () => document.activeElement.matches('.strip__more > summary'), 'the rest of the strip');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, isMine, 'the button of bed 1');
  await page.keyboard.press('Enter');
  await alarm.and(page.locator('.alarm--answered')).waitFor({ state: 'attached' });
});

journey('the keys are listed under ?, lead to places after g, and can be switched off', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  const list = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await list.waitFor();
  assert.match(await list.innerText(), /w ward.* a account/s);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });

  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { level: 1, name: 'Account' }).waitFor();

  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await list.getByRole('button', { name: 'Switch ?, g and n off' }).click();
  await list.waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  assert.equal(await list.isVisible(), false, 'switched off, a key does nothing');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await list.getByRole('button', { name: 'Switch ?, g and n on' }).click();
  await page.keyboard.press('?');
  await list.waitFor();
});

journey('the rows of a table are walked with arrow keys, Enter opens one, and n does what its page is for', async (tour) => {
  const page = await tour.open('/dialysis', { as: 'nurse' });
  const ways = page.locator('[aria-labelledby="unit"] tbody tr').locator('a:first-of-type');
  const paths = await ways.evaluateAll((links) => links.map((link) => link.pathname));
  const here = () => page.evaluate(() => document.activeElement.pathname);
  await ways.first().focus();
  for (const [key, row] of [['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1], ['Shift+ArrowDown', 1], ['ArrowUp', 0], ['ArrowUp', 0], ['ArrowDown', 1]]) {
    await page.keyboard.press(key);
    assert.equal(await here(), paths[row], key);
  }
  const opens = await here();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === opens);

  const running = await sessionIn(page, 'Running');
  await page.goto(running.path);
  await page.keyboard.press('n');
  await page.waitForURL(/#readings$/);
});

journey('the drawn day is read with arrow keys', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor' });
  await page.getByRole('article', { name: 'Bed 5', exact: true }).getByRole('link').click();
  await page.locator('.day svg').first().waitFor();
  await hydrated(page);
  const time = page.getByRole('slider', { name: 'Time' });
  await time.focus();
  await page.keyboard.press('ArrowLeft');
  const said = await time.getAttribute('aria-valuetext');
  assert.match(said, /^\d\d:\d\d to \d\d:\d\d: (no )?HR/);
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await time.getAttribute('aria-valuetext'), said);
  assert.equal(await page.locator('.trend > p').innerText(), await time.getAttribute('aria-valuetext'), 'it is read and shown');
});

/** Runs in the page: the stop at which the focus is. `null` outside of the page; `again` where this walk has been. */
function lookAt(key) {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const walked = ((globalThis.walked ??= {})[key] ??= new WeakSet());
  if (walked.has(at)) return { again: true };
  walked.add(at);
  const words = (at.getAttribute('aria-label') ?? at.textContent).trim().replace(/\s+/g, ' ').slice(0, 30);
  const name = `${at.localName}.${(at.getAttribute('class') ?? '').replaceAll(' ', '.')} "${words}"`;
  // What has its ring around more than itself.
  const frame = at.closest('.bed, .field__box, .segmented__option, .drop, .palette__ask');
  const ringed = (element) => {
    const { opacity, outlineColor, outlineStyle, outlineWidth } = getComputedStyle(element);
    return opacity !== '0' && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^transparent$|^rgba\(.*, 0\)$|\/ 0\)$/.test(outlineColor);
  };
  const faults = [];
  if (![at, frame].some((element) => element && ringed(element))) faults.push(`no ring: ${name}`);

  // The middle of what of it is on the screen; of a link over two lines, of its first.
  const [box] = at.getClientRects();
  const { clientWidth, clientHeight } = document.documentElement;
  const [left, right] = [Math.max(box?.left ?? 0, 0), Math.min(box?.right ?? 0, clientWidth)];
  const [top, bottom] = [Math.max(box?.top ?? 0, 0), Math.min(box?.bottom ?? 0, clientHeight)];
  if (right - left < 1 || bottom - top < 1) return { faults: [...faults, `not on the screen: ${name}`] };
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const own = [at, frame, at.closest('label')].some((element) => element?.contains(over));
  // What is told stands over the page for a while, wherever somebody is.
  if (!own && !over?.contains(at) && !over?.closest('.toasts')) faults.push(`under ${over?.localName}.${over?.getAttribute('class') ?? ''}: ${name}`);
  return { faults };
}

/** Presses the key until the walk comes to where it was. */
async function walk(page, key) {
  const most = 300;
  const found = [];
  let [stops, outside] = [0, 0];
  while (stops < most && outside < 2) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(lookAt, key);
    if (stop?.again) break;
    if (stop === null) outside += 1;
    else {
      stops += 1;
      found.push(...stop.faults.map((line) => `${key} ${stops}: ${line}`));
    }
  }
  return { stops, found };
}

/** A ward, a chart, a list, the patient's home, a chair, a machine, a week, a home. */
const walked = ['ward', 'patient', 'my-patients', 'my', 'dialysis-running', 'machine', 'diary-week', 'pharmacy'];

for (const one of walked.map((name) => pages.find((page) => page.name === name))) {
  for (const size of ['desk', 'phone']) {
    journey(`each stop of Tab on ${one.name} is seen, and nothing lies over it (${size})`, async (tour) => {
      const page = await openPage(tour, one, { size });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const [on, back] = [await walk(page, 'Tab'), await walk(page, 'Shift+Tab')];
      assert.ok(on.stops >= 5 && back.stops >= 5, `${on.stops} stops on, ${back.stops} back`);
      assert.deepEqual([...on.found, ...back.found], []);
    });
  }
}

journey('a stop without a ring and one under a bar are found when they are there', async (tour) => {
  const page = await openPage(tour, pages.find(({ name }) => name === 'pharmacy'), { size: 'phone' });
  await page.evaluate(() => {
    const add = (words, styles) => {
      const button = document.createElement('button');
      button.textContent = words;
      for (const [property, value] of Object.entries(styles)) button.style.setProperty(property, value);
      document.querySelector('main').append(button);
    };
    add('bare', { outline: 'none' });
    add('below', { position: 'fixed', 'inset-block-end': '0', 'inset-inline-start': '0', 'z-index': '0' });
  });
  const { found } = await walk(page, 'Tab');
  assert.ok(found.some((line) => /no ring: button\. "bare"/.test(line)), found.join('; '));
  assert.ok(found.some((line) => /under .*: button\. "below"/.test(line)), found.join('; '));
  assert.equal(found.length, 2, found.join('; '));
});
