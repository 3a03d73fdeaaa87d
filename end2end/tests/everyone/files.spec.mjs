// A file on its way: how much of it is sent is seen, it can be stopped, and who has no connection is told what to do. Without a script the form sends it (chat/talk.spec.mjs).

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { openPage, pages } from '../support/pages.mjs';

/** A document of 2.5 MB: as much as a photograph of a telephone. */
const manual = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(2_500_000, 'How it is kept. ')]);

journey('a file of some megabytes is seen on its way, is stopped, finds no connection, and arrives once', async (tour) => {
  const page = await openPage(tour, pages.find(({ name }) => name === 'machine-documents'));
  const name = `how it is kept ${Date.now()}.pdf`;
  const [bar, stop, news] = [page.getByRole('progressbar', { name: 'How much of the file is sent' }), page.getByRole('button', { name: 'Stop sending' }), page.locator('.drop__says')];
  const send = page.getByRole('button', { name: 'Keep this document' });
  const sent = () => page.locator('.drop__bar').evaluate((bar) => bar.value);
  const beyond = (percent) => page.waitForFunction((percent) => document.querySelector('.drop__bar').value > percent, percent);
  assert.equal(await bar.count(), 0, 'nothing is sent');
  await page.getByLabel('What it is', { exact: true }).selectOption('manual');
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer: manual });
  await page.evaluate(() => {
    globalThis.said = [];
    const says = document.querySelector('.drop__says');
    new MutationObserver(() => says.textContent && globalThis.said.push(says.textContent)).observe(says, { childList: true });
  });

  // Over 1.6 Mbit/s: half of it takes six seconds.
  const devtools = await page.context().newCDPSession(page);
  const slow = (uploadThroughput) => devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput });
  await devtools.send('Network.enable');
  await slow(200_000);
  await send.click();
  await bar.waitFor();
  await beyond(2);
  const before = await sent();
  assert.ok(before < 100, `${before} % at once`);
  await beyond(before);
  await stop.click();
  await news.filter({ hasText: 'Sending was stopped, and nothing of the file was kept.' }).waitFor();
  assert.deepEqual([await bar.count(), await stop.count()], [0, 0]);
  assert.equal(await page.evaluate(() => document.activeElement.type), 'file', 'who stopped it stands on the file');
  const said = await page.evaluate(() => globalThis.said);
  assert.ok(said.length <= 3, `it is said once for each state: ${said.join(' ')}`);
  assert.equal(said[0], 'The file is being sent.');

  await slow(-1);
  tour.gate.expect(/net::ERR_INTERNET_DISCONNECTED/);
  const cut = (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue());
  await page.route('**/documents', cut);
  await send.click();
  await news.filter({ hasText: 'The file was not sent. See that you are connected, then send it again.' }).waitFor();
  await page.unroute('**/documents', cut);

  // What was chosen is still chosen, and what was stopped did not arrive.
  await send.click();
  await page.getByText('The document is kept.').waitFor();
  assert.equal(await page.getByRole('link', { name }).count(), 1);
});
