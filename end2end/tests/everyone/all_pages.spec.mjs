// No page is forgotten: what the server's tables and the page's routes name stands in `support/pages.mjs`, so that every journey over all pages sees it.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { journey } from '../support/journey.mjs';
import { pages } from '../support/pages.mjs';

const root = resolve(import.meta.dirname, '../../..');

/** No page of its own: for programs, a drawing, the gallery, or seen in another journey. */
const others = [/^\/(api|health|gallery|charts|my\/charts|dev|\.well-known)\//, /^\/(metrics|live|my\/live|gallery)$/, /^\/(my\/)?ws\//, /\/(count|lines|now)$/, /\/(files|documents)\/\{id\}$/, /^\/sign-in\/code$/, /^\/my\/account\/factor$/, /^\/my\/account\/prove$/];

const read = (folder) => readdirSync(join(root, folder), { recursive: true }).filter((name) => name.endsWith('.rs')).map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n');

/** Every path that answers a GET. A name stands for the path that `app/src/routes` gives it. */
function served() {
  const source = read('server/src');
  const routes = `${readFileSync(join(root, 'app/src/routes.rs'), 'utf8')}\n${read('app/src/routes')}`;
  const known = new Map([...routes.matchAll(/const (\w+): (?:&str|\w+) =\s*(?:\w+!\()?"([^"]+)"/g)].map(([, name, path]) => [name, path]));
  // Paths that stand together: `const STAFF_CHAT: ChatPaths = ChatPaths { page: "/messages", … }`.
  for (const [, name, fields] of routes.matchAll(/const (\w+): \w+ = \w+ \{([^}]*(?:\{\w+\}[^}]*)*)\};/g)) {
    for (const [, field, path] of fields.matchAll(/(\w+): "([^"]+)"/g)) known.set(`${name}.${field}`, path);
  }
  const named = [...source.matchAll(/Endpoint::get\(\s*(?:"([^"]+)"|(?:\w+::)*(\w+)(\.\w+)?)/g)].map(([, path, name, field = '']) => path ?? known.get(name + field) ?? known.get(name) ?? name);
  const drawn = [...routes.matchAll(/path=path!\("([^"]+)"\)/g)].map(([, path]) => path.replace(/:\w+/g, '{id}'));
  const account = ['/account', '/account/factor', '/account/prove', '/my/account'];
  return [...new Set([...named, ...drawn, ...account])].map((path) => path.replace(/\{\w+\}/g, '{id}'));
}

journey('every page that the server has is looked at by the journeys over all pages', async (tour) => {
  const looked = new Set();
  for (const { path } of pages) looked.add((typeof path === 'function' ? await path(tour) : path).split('?')[0].replace(/[0-9a-f-]{36}/g, '{id}'));
  looked.add('/ward/{id}');
  const there = served();
  assert.ok(there.length > 50, `${there.length} paths were found`);
  assert.deepEqual(there.filter((path) => !looked.has(path) && !others.some((one) => one.test(path))), []);
});
