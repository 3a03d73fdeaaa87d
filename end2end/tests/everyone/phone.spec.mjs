// Two phones: the ward as rows, targets that a thumb hits. That no page scrolls sideways on a phone is measured in arabic.spec.mjs (touch) and layout.spec.mjs.

import assert from 'node:assert/strict';
import { monitor } from '../support/devices.mjs';
import { journey } from '../support/journey.mjs';
import { proveIfAsked } from '../support/people.mjs';
import { alarmOf, answerButton } from '../support/ward.mjs';

for (const size of ['phone', 'small']) {
  journey(`the ward is a list of rows at ${size === 'phone' ? 390 : 360} px, and its targets are large enough`, async (tour) => {
    await monitor(tour.server, 12).post({ spo2: 81 }, { ahead: 60 });
    const page = await tour.open('/ward', { as: 'doctor', size });
    await page.locator('.board__head').waitFor();
    const rows = await page.locator('.board__beds > .bed').evaluateAll((beds) => beds.map((bed) => bed.getBoundingClientRect().toJSON()));
    assert.ok(rows.length >= 12);
    for (const [place, row] of rows.entries()) {
      assert.ok(row.height >= 44 && row.height <= 120, `row ${place} is ${row.height} px high`);
      if (place > 0) assert.ok(row.top >= rows[place - 1].bottom - 1 && row.left === rows[place - 1].left, `row ${place} stands under the one before`);
    }
    const due = await page.locator('[aria-labelledby="due"]').evaluate((section) => section.getBoundingClientRect().top);
    assert.ok(due >= rows.at(-1).bottom - 1, 'who is measured next stands below the beds');
    await answerButton(page, alarmOf(page, 12).first());
    const small = await page.evaluate(() => {
      const main = [...document.querySelectorAll('.rail__link, .alarm__act button, .segmented__option')];
      const rects = main.filter((element) => element.checkVisibility()).map((element) => [element.textContent.trim(), element.getBoundingClientRect()]);
      return rects.filter(([, rect]) => rect.height < 44 || rect.width < 44).map(([text, rect]) => `${text}: ${Math.round(rect.width)} × ${Math.round(rect.height)}`);
    });
    assert.deepEqual([...new Set(small)], []);
  });
}

journey('a nurse reads who is measured next above the beds at a desk, and below them on a phone', async (tour) => {
  for (const [size, above] of [['desk', true], ['phone', false]]) {
    const page = await tour.open('/ward', { as: 'nurse', size });
    await page.locator('.board__beds').waitFor();
    const top = (query) => page.locator(query).first().evaluate((it) => it.getBoundingClientRect().top);
    assert.equal((await top('[aria-labelledby="due"]')) < (await top('.board__beds')), above, size);
    assert.ok((await top('.ward > p:last-child')) > (await top('.board__beds')), 'what leads on stays below the beds');
  }
});

journey('what the tabs under a banner lead to is high enough for a finger, a choice shows that it opens, and a record is opened in an emergency from the bar', async (tour) => {
  const page = await tour.open('/ward', { as: 'doctor', size: 'phone' });
  await page.getByRole('link', { name: /^FERREIRA/ }).first().tap();
  for (const name of ['Record', 'Care team']) {
    const box = await page.locator('.tabs').getByRole('link', { name, exact: true }).boundingBox();
    assert.ok(box.height >= 44 && box.width >= 44, `${name}: ${box.width} × ${box.height}`);
  }
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Emergency' }).tap();
  await page.waitForURL(/emergency/);
  await proveIfAsked(page);
  await page.getByRole('heading', { level: 1, name: /emergency/i }).waitFor();
  const arrow = page.locator('.field__box:has(select) .field__chevron');
  assert.ok(await arrow.isVisible());
});

journey('a technician’s devices are rows on a phone, each value under its name', async (tour) => {
  const page = await tour.open('/devices', { as: 'technician', size: 'phone' });
  const row = page.locator('[aria-labelledby="devices"] tbody tr').first();
  const { width } = await row.boundingBox();
  assert.ok(width <= 390, `${width} px`);
  const heads = await row.locator('td').evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  assert.ok(heads.length >= 5 && heads.every((head) => head.length > 4), heads.join(' '));
});

journey('the chosen day of the diary is in sight on a phone, whichever it is', async (tour) => {
  const page = await tour.open('/dialysis/diary', { as: 'nurse', size: 'phone' });
  const days = page.getByRole('navigation', { name: 'Day', exact: true });
  const addresses = await days.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.equal(addresses.length, 8, 'seven days and the whole week');
  for (const address of addresses) {
    await page.goto(address);
    const [frame, chosen] = [await days.boundingBox(), await days.locator('[aria-current="true"]').boundingBox()];
    assert.ok(chosen.x >= frame.x - 1 && chosen.x + chosen.width <= frame.x + frame.width + 1, `${address}: from ${chosen.x} to ${chosen.x + chosen.width} of ${frame.x} to ${frame.x + frame.width}`);
  }
});

journey('of a whole week a phone shows the chosen day first of each chair, from either side', async (tour) => {
  const page = await tour.open('/dialysis/diary', { as: 'nurse', size: 'phone' });
  const days = page.getByRole('navigation', { name: 'Day', exact: true });
  const sunday = await days.getByRole('link').nth(6).getAttribute('href');
  await page.goto(`${sunday}&view=week`);
  for (const dir of ['ltr', 'rtl']) {
    await page.evaluate((dir) => document.documentElement.setAttribute('dir', dir), dir);
    const cells = page.locator('[aria-labelledby="week"] tbody tr').first().locator('td');
    const tops = await cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top));
    assert.equal(tops.length, 7);
    assert.equal(tops.indexOf(Math.min(...tops)), 6, `${dir}: ${tops}`);
  }
});

journey('signing in on a phone: fields and buttons for a thumb, the form on the first screen', async (tour) => {
  const page = await tour.open('/sign-in', { size: 'small' });
  for (const target of [page.getByLabel('Email or phone number'), page.getByLabel('Password', { exact: true }), page.getByRole('button', { name: 'Sign in' })]) {
    const box = await target.boundingBox();
    assert.ok(box.height >= 44, `${box.height} px high`);
    assert.ok(box.y + box.height <= 780, 'on the first screen');
  }
});
