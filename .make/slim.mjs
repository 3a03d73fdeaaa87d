// What wasm-bindgen leaves in a program that nobody asks for, and how its two halves call each other.
//   node slim.mjs drop NAME.wasm NAME.js          before wasm-opt: takes away the exports of the streams of a library that no page uses, and what is never hydrated in waiting, so that wasm-opt finds their code unused
//   node slim.mjs rename NAMES.json NAME.js       after it: the glue calls what wasm-opt renamed by its short name, and loses its comments, margins and long names, what no page calls, and its detours
// The glue is generated, one statement a line, so that it is read line by line. Whatever does not look as expected is an error: better a broken build than a page that does not start.
import { readFileSync, writeFileSync } from 'node:fs';
import { withoutExports, withoutWaiting } from './slim_wasm.mjs';

const [what, first, glue] = process.argv.slice(2);
const fail = (sentence) => {
  console.error(`slim.mjs: ${sentence}`);
  process.exit(1);
};

/** What the glue names for itself alone, at the margin, gets a short name. What also stands in a string, behind a point or before a colon may be asked for by that name: it keeps it. */
function shortNames(text) {
  const exported = text.match(/^export \{(.*)\};$/m)?.[1].split(',').map(name => name.trim()) ?? fail('the glue does not say what it exports');
  const own = new Set([...text.matchAll(/^(?:async )?(?:function|let|const) (\w+)/gm)].map(([, name]) => name));
  let short = 0;
  for (const name of own) {
    if (name.length < 4 || name === 'wasm' || exported.includes(name) || new RegExp(`["'\`.]${name}\\b|\\b${name}\\s*:`).test(text)) continue;
    const letters = `$${(short++).toString(36)}`;
    text = text.replace(new RegExp(`\\b${name}\\b`, 'g'), () => letters);
  }
  text = text.replace(/\barg(\d+)\b/g, 'a$1');
  if (short < 20) fail(`only ${short} names of the glue could be shortened: it has another form than before`);
  return text;
}

/** `text` with `pattern` replaced, as often as it should be at least. */
function replaced(text, pattern, by, least = 1) {
  const found = text.match(pattern)?.length ?? 0;
  if (found < least) fail(`${pattern} is ${found} times in the glue, not ${least}: it has another form than before`);
  return text.replace(pattern, by);
}

/** Our pages load the program in one way: by its address, from a server that says what it is, in a browser that compiles while it loads. The other ways of the glue are for who does not. */
const loader = `async function load({ module_or_path }) {
const { instance, module } = await WebAssembly.instantiateStreaming(fetch(module_or_path), __wbg_get_imports());
__wbg_finalize_init(instance, module);
}
export { load as default };`;

/** The same glue in fewer words. */
function withoutDetours(text) {
  text = replaced(text, /^async function __wbg_load\([\s\S]*?^export \{ initSync, __wbg_init as default \};$/gm, loader);
  // What the program asks for has a short name by now; nobody asks for the rest.
  text = text.replace(/^ {8}__\w+: function[\s\S]*?^ {8}\}(, arguments\); \})?,\n/gm, '');
  // A type that a browser does not have would be an error here; ours have them all.
  text = replaced(text, /let result;\n\s*try \{\n\s*result = (.*);\n\s*\} catch \(_\) \{\n\s*result = false;\n\s*\}\n\s*const ret = result;\n/g, 'const ret = $1;\n');
  text = replaced(text, /const ret = (.*);\n\s*return ret;/g, 'return $1;', 20);
  text = replaced(text, /function handleError\(f, args\) \{\n\s*try \{\n\s*return f\.apply\(this, args\);([\s\S]*?)^\}$/gm, 'const handleError = (f) => (...args) => {\ntry {\nreturn f(...args);$1};');
  text = replaced(text, /function\(\) \{ return handleError\(function \(([\s\S]*?)\}, arguments\); \}/g, 'handleError(function ($1})', 5);
  const tells = /const ret = (.*);\n\s*const ptr1 = passStringToWasm0\(ret, wasm\.(\w+), wasm\.(\w+)\);\n\s*const len1 = WASM_VECTOR_LEN;\n\s*getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 1, len1, true\);\n\s*getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 0, ptr1, true\);/g;
  const [, , malloc, realloc] = tells.exec(text) ?? fail('the glue tells the program no text');
  text = replaced(text, tells, 'tellText(arg0, $1);', 5);
  return `${text}
function tellText(at, text) {
const ptr = passStringToWasm0(text, wasm.${malloc}, wasm.${realloc});
getDataViewMemory0().setInt32((at >>> 0) + 4, WASM_VECTOR_LEN, true);
getDataViewMemory0().setInt32(at >>> 0, ptr, true);
}
`;
}

/** No space around signs, but where a line holds a string. */
const tight = (line) => (/["'`/]/.test(line) ? line : line.replace(/ ?([=,?:*|&<>]+) ?/g, '$1'));

let text = readFileSync(glue, 'utf8');
if (what === 'drop') {
  const [smaller, dropped] = withoutExports(readFileSync(first), (name) => /^(__wbg_)?intounderlying/.test(name));
  const smallest = withoutWaiting(smaller);
  if (!smallest) console.log('slim.mjs: the second way to hydrate a view stays in the program');
  const classes = /^export class IntoUnderlying\w+ \{\n[\s\S]*?^\}\nif \(Symbol\.dispose\) IntoUnderlying.*\n/gm;
  const ends = /^const IntoUnderlying\w+Finalization = [\s\S]*?\);\n/gm;
  if (dropped > 0 && (text.match(classes)?.length ?? 0) < 1) fail(`${dropped} exports were dropped, and the glue has no class for them`);
  text = text.replace(classes, '').replace(ends, '');
  if (/IntoUnderlying/.test(text)) fail('the glue still names a class that was dropped');
  writeFileSync(first, smallest ?? smaller);
} else if (what === 'rename') {
  const { imports, exports } = JSON.parse(readFileSync(first, 'utf8'));
  const module = JSON.stringify(imports[0][0]);
  if (!text.includes(`${module}: import0`)) fail(`the glue does not offer ${module}`);
  // wasm-opt puts everything under one module of this name.
  text = text.replace(`${module}: import0`, '"a": import0');
  for (const [, long, short] of imports) {
    const before = text;
    text = text.replace(`        ${long}: function`, `"${short}":function`);
    if (text === before) fail(`the glue does not offer ${long}`);
  }
  const shorts = new Map(exports);
  text = text.replace(/\bwasm\.(\w+)/g, (whole, name) => (shorts.has(name) ? `wasm.${shorts.get(name)}` : fail(`${whole} is no export`)));
  text = text.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '');
  text = shortNames(withoutDetours(text)).replace(/^[ \t]+/gm, '').replace(/\) \{$/gm, '){').replace(/\n{2,}/g, '\n');
  text = text.split('\n').map(tight).join('\n');
} else fail('it knows drop and rename');
writeFileSync(glue, text);
