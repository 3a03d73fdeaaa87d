// A second factor as somebody with a phone has it.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

/** What an authenticator app shows (RFC 6238): the code of the key at a time in milliseconds. */
export function code(key, at = Date.now()) {
  const bits = [...key.replaceAll(' ', '')].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const tag = createHmac('sha1', secret).update(step).digest();
  const place = tag[19] & 15;
  return String((tag.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Sets an app up on the page where the browser is; answers its key and the recovery codes. */
export async function setUp(page) {
  await page.getByRole('button', { name: /Set up an app|Begin anew/ }).click();
  const key = await page.locator('#factor-key').innerText();
  assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  assert.ok((await page.locator('.qr svg').boundingBox()).width > 100, 'the picture is large enough for a camera');
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Finish' }).click();
  assert.match(await page.getByRole('alert').innerText(), /This code is not right/);
  await page.getByLabel('Code', { exact: true }).fill(code(key));
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByText('Your second factor is set up.').waitFor();
  const codes = await page.locator('.once__value').allInnerTexts();
  assert.equal(codes.length, 10);
  await page.reload();
  assert.equal(await page.locator('.once__value').count(), 0, 'they are shown once');
  return { key, codes };
}
