// Keys alone: skip link, a bed, its patient, an answer to an alarm.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { hydrated, journey } from '../support/journey.mjs';

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
  await list.getByRole('button', { name: 'Switch ? and g off' }).click();
  await list.waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  assert.equal(await list.isVisible(), false, 'switched off, a key does nothing');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await list.getByRole('button', { name: 'Switch ? and g on' }).click();
  await page.keyboard.press('?');
  await list.waitFor();
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
