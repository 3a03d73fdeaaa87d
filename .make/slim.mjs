// What wasm-bindgen leaves in a program that nobody asks for, and how its two halves call each other.
//   node slim.mjs drop NAME.wasm NAME.js          before wasm-opt: takes away the exports of the streams of a library that no page uses, so that wasm-opt finds their code unused
//   node slim.mjs rename NAMES.json NAME.js       after it: the glue calls what wasm-opt renamed by its short name, and loses its comments, margins and long names
// The glue is generated, one statement a line, so that it is read line by line. Whatever does not look as expected is an error: better a broken build than a page that does not start.
import { readFileSync, writeFileSync } from 'node:fs';

const [what, first, glue] = process.argv.slice(2);
const fail = (sentence) => {
  console.error(`slim.mjs: ${sentence}`);
  process.exit(1);
};

/** The export section without those whose name `unwanted` says. Names and numbers in WebAssembly stand behind their length (LEB128). */
function withoutExports(bytes, unwanted) {
  const number = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
      value |= (bytes[at] & 127) << shift;
      if (bytes[at] < 128) return [value >>> 0, at + 1];
    }
  };
  const written = (value) => {
    const out = [];
    do {
      out.push((value & 127) | (value > 127 ? 128 : 0));
      value >>>= 7;
    } while (value > 0);
    return out;
  };
  const parts = [bytes.subarray(0, 8)];
  let dropped = 0;
  for (let at = 8; at < bytes.length; ) {
    const [length, begin] = number(at + 1);
    const end = begin + length;
    if (bytes[at] === 7) {
      let [count, place] = number(begin);
      const kept = [];
      for (; count > 0; count -= 1) {
        const from = place;
        const [size, text] = number(place);
        const name = Buffer.from(bytes.subarray(text, text + size)).toString();
        place = number(text + size + 1)[1];
        if (unwanted(name)) dropped += 1;
        else kept.push(bytes.subarray(from, place));
      }
      const body = Buffer.concat([Buffer.from(written(kept.length)), ...kept]);
      parts.push(Buffer.from([7, ...written(body.length)]), body);
    } else parts.push(bytes.subarray(at, end));
    at = end;
  }
  return [Buffer.concat(parts), dropped];
}

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

let text = readFileSync(glue, 'utf8');
if (what === 'drop') {
  const [smaller, dropped] = withoutExports(readFileSync(first), (name) => /^(__wbg_)?intounderlying/.test(name));
  const classes = /^export class IntoUnderlying\w+ \{\n[\s\S]*?^\}\nif \(Symbol\.dispose\) IntoUnderlying.*\n/gm;
  const ends = /^const IntoUnderlying\w+Finalization = [\s\S]*?\);\n/gm;
  if (dropped > 0 && (text.match(classes)?.length ?? 0) < 1) fail(`${dropped} exports were dropped, and the glue has no class for them`);
  text = text.replace(classes, '').replace(ends, '');
  if (/IntoUnderlying/.test(text)) fail('the glue still names a class that was dropped');
  writeFileSync(first, smaller);
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
  text = shortNames(text).replace(/^[ \t]+/gm, '').replace(/\) \{$/gm, '){').replace(/\n{2,}/g, '\n');
} else fail('it knows drop and rename');
writeFileSync(glue, text);
