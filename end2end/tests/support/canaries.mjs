// What must stand in no server's log: the people of the demo, their numbers and addresses, passwords, tokens of devices, session cookies, and whatever a
// journey plants with [`plant`]. Each server's whole log is searched when it stops; what is found fails the run (`run.mjs`).

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { password, people } from './people.mjs';

const demo = resolve(import.meta.dirname, '../../../server/demo');

const words = new Map([[password, 'the password of the demo accounts']]);
for (const [role, { login }] of Object.entries(people)) words.set(login, `the login of the ${role}`);
const [head, ...lines] = readFileSync(join(demo, 'people.csv'), 'utf8').trim().split('\n').map((line) => line.split(','));
const column = (name) => head.indexOf(name);
for (const line of lines) {
  words.set(line[column('health_id')], 'a health id');
  words.set(line[column('hospital_number')], 'a hospital number');
  words.set(`${line[column('family_name')]}, ${line[column('given_name')]}`, "a person's name");
  words.set(`${line[column('given_name')]} ${line[column('family_name')]}`, "a person's name");
}

/** A word to type into a field; from now on it must stand in no log. */
export function plant(place) {
  const word = `wlcanary${String(words.size).padStart(4, '0')}`;
  words.set(word, `what was typed into ${place}`);
  return word;
}

/** What of all that stands in this log; `more` are secrets of this server: `[word, what it is]`. */
export function foundIn(log, more = []) {
  return [...words, ...more].filter(([word]) => word && log.includes(word)).map(([, what]) => what);
}
