// A technician hands the device they keep to a colleague, who sees it and its patient until it ends.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';

journey('K. Mensah hands a device to J. Boateng, who has it until he gives it back', async (tour) => {
  const mensah = await tour.open('/devices', { as: 'technician' });
  await mensah.getByRole('link', { name: 'Hand over' }).click();
  await mensah.getByRole('heading', { level: 1, name: 'Hand over a device' }).waitFor();
  const device = await mensah.locator('#device option').first().innerText();
  const colleague = await tour.open('/devices', { as: 'colleague' });
  assert.equal(await colleague.getByText(device, { exact: true }).count(), 0);

  await mensah.getByLabel('Technician').selectOption({ label: 'J. Boateng · Technician' });
  await mensah.getByRole('button', { name: 'Ask', exact: true }).click();
  await mensah.getByText('They have been asked.').waitFor();
  assert.match(await mensah.locator('main').innerText(), /Waits for an answer/);

  await colleague.goto('/devices/hand-over');
  await colleague.getByRole('button', { name: `Accept ${device}` }).focus();
  await colleague.keyboard.press('Enter');
  await colleague.getByText('The device is yours for this time.').waitFor();
  const chart = await colleague.getByRole('link', { name: `Patient on ${device}` }).getAttribute('href');
  assert.equal((await colleague.goto(chart)).status(), 200);
  await colleague.goto('/devices');
  await colleague.getByText(device, { exact: true }).waitFor();

  await colleague.goto('/devices/hand-over');
  await colleague.getByRole('button', { name: `End the hand-over of ${device} now` }).click();
  await colleague.getByText('It has ended.').waitFor();
  tour.gate.expect(/403/);
  assert.equal((await colleague.goto(chart)).status(), 403);
  await mensah.reload();
  assert.match(await mensah.locator('main').innerText(), /Nothing/);
});
