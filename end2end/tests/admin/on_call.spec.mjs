// Who is called when nobody answers: an administrator adds a shift and ends it, a nurse reads who is on call now. And how many alarms there are, with keys alone.
//
// Whom it uses: the third rank of the dialysis ward, which has nobody of its own in the demo; it is as before at the end.

import assert from 'node:assert/strict';
import { violations } from '../support/axe.mjs';
import { fill, part, send } from '../support/dialysis.mjs';
import { journey } from '../support/journey.mjs';
import { faults } from '../support/layout.mjs';

const ward = 'Dialysis';
const who = 'Dr Anika Rao';

/** Who is third on call there now. */
const third = (page) => part(page, 'now').getByRole('row').filter({ has: page.getByRole('rowheader', { name: ward, exact: true }) }).getByRole('cell').last();
/** The shift in the week of the ward. */
const shift = (page) => page.getByRole('table', { name: `Week of ${ward}` }).getByRole('row').filter({ hasText: 'Third' }).filter({ hasText: who });

journey('an administrator puts somebody on call, a nurse reads it, and it ends', async (tour) => {
  const admin = await tour.browse({ as: 'admin' });
  await admin.goto('/hospital/on-call');
  await admin.getByRole('heading', { level: 1, name: 'On call' }).waitFor();
  const before = (await third(admin).innerText()).trim();
  assert.notEqual(before, who);

  const form = part(admin, 'add-shift');
  const choose = async () => {
    for (const [label, option] of Object.entries({ Ward: ward, 'Is told': 'Third', Who: `${who} · Doctor`, Days: 'Every day' })) await form.getByLabel(label, { exact: true }).selectOption({ label: option });
  };
  await choose();
  await fill(form, { From: 'dawn', Until: '07:00' });
  await send(admin, form, 'Add a shift');
  await admin.getByRole('alert').waitFor();
  assert.equal(await form.getByLabel('From', { exact: true }).inputValue(), 'dawn', 'what was typed stays');
  assert.equal(await shift(admin).count(), 0);

  // The same time at both ends is the whole day, so whatever the hour is they are on call now.
  await choose();
  await fill(form, { From: '07:00', Until: '07:00' });
  await send(admin, form, 'Add a shift');
  await shift(admin).getByText('Every day').waitFor();
  await shift(admin).getByText('24 h from 07:00').waitFor();
  assert.equal((await third(admin).innerText()).trim(), who);
  assert.deepEqual(await violations(admin), []);

  // Two are never on call in one rank, place and time.
  await choose();
  await fill(form, { From: '20:00', Until: '06:00' });
  await send(admin, form, 'Add a shift');
  await admin.getByRole('alert').getByText('Somebody is on call in this rank at that time.').first().waitFor();

  const nurse = await tour.browse({ as: 'nurse', js: false, size: 'phone' });
  await nurse.goto('/hospital/on-call');
  await third(nurse).getByText(who).waitFor();
  assert.equal(await part(nurse, 'add-shift').count(), 0, 'a nurse sets nothing');
  assert.equal(await shift(nurse).getByRole('button').count(), 0, 'and ends nothing');
  assert.equal(await nurse.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), true, 'no sideways scrolling');

  await send(admin, shift(admin), /^End: /);
  await third(admin).waitFor();
  assert.equal(await shift(admin).count(), 0);
  assert.equal((await third(admin).innerText()).trim(), before);
});

/** Presses Tab until this is in focus. */
async function tabTo(page, target, what, most = 120) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))) return;
  }
  assert.fail(`${what} was not reached with ${most} presses of Tab`);
}

journey('the alarm budget is read with keys alone: of a week, of thirty days, and what alarms watch for', async (tour) => {
  const page = await tour.browse({ as: 'admin' });
  await page.goto('/hospital/alarm-budget');
  const whole = part(page, 'whole');
  for (const tile of ['Alarms', 'How often', 'Nobody answered', 'Time to answer']) await whole.getByText(tile, { exact: true }).first().waitFor();
  // The demo has alarms: the night before it, and the recorded one.
  assert.ok(Number(await whole.locator('.stat__value').first().innerText().then((text) => text.replace(/\D.*$/s, ''))) > 0, 'alarms are counted');
  await part(page, 'wards').getByRole('rowheader').first().waitFor();

  await tabTo(page, page.getByRole('link', { name: '30 days', exact: true }), '30 days');
  await page.keyboard.press('Enter');
  await page.waitForURL(/days=30$/);
  assert.equal(await page.getByRole('link', { name: '30 days', exact: true }).first().getAttribute('aria-current'), 'page');
  assert.deepEqual(await faults(page), []);
  await tabTo(page, part(page, 'sources').getByRole('link', { name: 'What alarms watch for' }), 'what alarms watch for');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'What alarms watch for' }).waitFor();
});
