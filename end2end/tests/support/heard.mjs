// What a screen reader hears of a page, as text: Chromium's accessibility tree, one line a thing. What is another at each look (numbers, times) stands as a
// dot, so that texts can be compared exactly. Written anew with WRITE_HEARD=1.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../everyone/heard');

/** What is heard of a part of the page, without what moves. */
export async function heard(part) {
  const text = await part.ariaSnapshot();
  return `${text
    // Where a link leads is not heard.
    .replace(/^ *- \/url:.*$\n?/gm, '')
    .replace(/(?<!level=)\b\d+(?:[.:/,]\d+)*/g, '·')
    .replace(/\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b/g, '·')
    .replace(/· (s|min|h ·|h|days?)(?= ago|\b)/g, '·')
    // How often it came depends on what other journeys did before.
    .replace(/, ·(?:st|nd|rd|th) time (?:this hour|in ·(?: h)?)/g, '')
    .replace(/"·"|–/g, '·')}\n`;
}

/** Holds what is heard against the file of this name. */
export async function sameAsBefore(name, text) {
  const file = join(folder, `${name}.txt`);
  if (process.env.WRITE_HEARD) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
    return;
  }
  assert.ok(existsSync(file), `${name} was never heard: WRITE_HEARD=1 writes it`);
  assert.equal(text, readFileSync(file, 'utf8'), `what is heard of ${name} has changed; if that is right, WRITE_HEARD=1 writes it anew`);
}
