// Lays out what the server serves as files: the page's program, its styles (one file), everything under public/.
//   node site.mjs PAGE OUT QUALITY     QUALITY is brotli's, 1 to 11; 0 writes no compressed copies (make dev)
// Beside each file lies a copy named by its content (`pkg/wardlight.1a2b3c4d5e.js`), which may be cached for ever, and that copy's
// `.br` and `.zst`. OUT/manifest.json says which: { "pkg/wardlight.js": { "file": "pkg/wardlight.….js", "raw": 1, "br": 1, "zst": 1 } }
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [page, out, qualityText] = process.argv.slice(2);
const quality = Number(qualityText);
const next = `${out}.next`;
const manifest = {};
// Already compressed, or fetched too seldom to be worth a copy.
const packed = new Set(['.woff2', '.png', '.jpg', '.webp', '.avif', '.gz', '.ico']);

function walk(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter(entry => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]));
}

/** Replaces each `@import "file" layer(name);` by the file itself, so that the browser asks once. A file is taken in once. */
function inlineCss(file, seen = new Set()) {
  if (seen.has(file)) return '';
  seen.add(file);
  if (!existsSync(file)) throw new Error(`${file} is imported by a style sheet but does not exist`);
  return readFileSync(file, 'utf8').replace(
    /^[ \t]*@import\s+(?:url\()?["']([^"']+)["']\)?\s*(?:layer\(([\w.-]+)\))?\s*;/gm,
    (_, path, layer) => {
      const body = inlineCss(posix.join(dirname(file), path), seen);
      return layer ? `@layer ${layer} {\n${body}\n}` : body;
    },
  );
}

/** Comments and needless white space go; strings stay as they are. */
function smallerCss(css) {
  return css
    .replace(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\/\*[\s\S]*?\*\//g, (_, string) => string ?? '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n+/g, '\n');
}

/** Lines that only explain go: they are for who reads the source. What stands in the lines of a text over several lines would go too, so no script has one. */
function smallerScript(js) {
  if (/`[^`]*\n[^`]*`/.test(js.replace(/`[^`\n]*`/g, ''))) throw new Error('a script has a text over several lines: write it in one');
  return js.replace(/^[ \t]*(?:\/\/.*|\/\*\*.*\*\/)\n/gm, '');
}

function put(name, bytes, { hashed = true } = {}) {
  const plain = join(next, name);
  mkdirSync(dirname(plain), { recursive: true });
  writeFileSync(plain, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const ext = extname(name);
  const entry = { file: hashed ? `${name.slice(0, name.length - ext.length)}.${hash}${ext}` : name, raw: bytes.length };
  const copy = join(next, entry.file);
  writeFileSync(copy, bytes);
  if (quality > 0 && !packed.has(ext)) {
    const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
    writeFileSync(`${copy}.br`, br);
    execFileSync('zstd', ['-19', '--quiet', '--force', copy, '-o', `${copy}.zst`]);
    entry.br = br.length;
    entry.zst = readFileSync(`${copy}.zst`).length;
  }
  manifest[name] = entry;
}

rmSync(next, { recursive: true, force: true });
mkdirSync(next, { recursive: true });

// The page for when the network is gone, and the worker that keeps it: they name other files, so they come last.
const last = new Set(['offline.html', 'sw.js']);
for (const file of walk('public')) {
  const name = relative('public', file);
  if (!last.has(name)) put(name, extname(name) === '.js' ? Buffer.from(smallerScript(readFileSync(file, 'utf8'))) : readFileSync(file));
}

if (existsSync('style/main.css')) {
  // Fonts and pictures are asked for by their lasting names, so that they too are fetched once and kept.
  const css = smallerCss(inlineCss('style/main.css')).replace(/url\(\s*["']?\/([^"')]+)["']?\s*\)/g, (whole, name) => {
    if (!manifest[name]) throw new Error(`the styles ask for /${name}, which is not under public/`);
    return `url("/${manifest[name].file}")`;
  });
  put('pkg/wardlight.css', Buffer.from(css));
}

for (const file of walk(page)) {
  const name = relative(page, file);
  // Snippets are imported by their own names from the glue; those names already carry a hash.
  put(`pkg/${name}`, readFileSync(file), { hashed: !name.startsWith('snippets/') });
}

if (existsSync('public/sw.js')) {
  const lasting = name => `/${manifest[name].file}`;
  const text = name => readFileSync(join('public', name), 'utf8');
  const offline = text('offline.html').replace(/(href|src)="\/([^"]+)"/g, (_, what, name) => `${what}="${lasting(name)}"`);
  put('offline.html', Buffer.from(offline), { hashed: false });
  // What that page needs, and nothing else: the rest is cached by the browser itself under lasting names.
  const kept = ['/offline.html', ...['pkg/wardlight.css', 'fonts/inter-wardlight.woff2', 'favicon.svg'].map(lasting)];
  const build = createHash('sha256').update(offline).update(kept.join()).digest('hex').slice(0, 10);
  put('sw.js', Buffer.from(smallerScript(text('sw.js')).replace('{{build}}', build).replace('{{kept}}', JSON.stringify(kept))), { hashed: false });
}
writeFileSync(join(next, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
// In one move, so that a running server never sees half a site.
rmSync(`${out}.old`, { recursive: true, force: true });
if (existsSync(out)) renameSync(out, `${out}.old`);
renameSync(next, out);
rmSync(`${out}.old`, { recursive: true, force: true });
const kilo = bytes => `${(bytes / 1000).toFixed(1)} kB`;
for (const [name, { raw, br }] of Object.entries(manifest).filter(([name]) => name.startsWith('pkg/')))
  console.log(`  ${name}  ${kilo(raw)}${br ? `, brotli ${kilo(br)}` : ''}`);
