// Empties functions of the page's program that nobody calls, so that wasm-opt drops them and all that only they call.
//   node never-called.mjs IN OUT NAME…     a function goes when its Rust path ends in one of the names
// Leptos keeps with every view a pointer to each way of drawing it; a pointer to a function keeps it, called or not. What is
// emptied traps when it is called after all: the journeys in the browser would stop there. Name only what no living function can
// share its body with (the compiler keeps equal bodies once, under one name): an `async` body knows its own line, so it is alone.
import { readFileSync, writeFileSync } from 'node:fs';

const [input, output, ...endings] = process.argv.slice(2);
const wasm = readFileSync(input);

/** Reads an unsigned LEB128 number: the value and where it ends. */
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (wasm[at] & 0x7f) * 2 ** shift;
    if (wasm[at] < 0x80) return [value, at + 1];
  }
}

/** Writes one. */
function leb(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
  return Buffer.from([...bytes, value]);
}

function* sections() {
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = number(at + 1);
    yield { id: wasm[at], from: at, start, end: start + size };
    at = start + size;
  }
}

function word(at) {
  const [length, start] = number(at);
  return [wasm.toString('utf8', start, start + length), start + length];
}

/** How many functions come from outside; they are numbered first. */
function imported({ start }) {
  let [count, at] = number(start);
  let functions = 0;
  for (; count > 0; count -= 1) {
    for (let names = 0; names < 2; names += 1) [, at] = word(at);
    const kind = wasm[at];
    if (kind !== 0) throw new Error(`an import of kind ${kind} is not known here`);
    functions += 1;
    [, at] = number(at + 1);
  }
  return functions;
}

/** The numbers of the functions whose name ends in one of `endings`. */
function found({ start, end }) {
  const numbers = new Set();
  let [name, at] = word(start);
  if (name !== 'name') return numbers;
  while (at < end) {
    const kind = wasm[at];
    const [size, inside] = number(at + 1);
    at = inside + size;
    if (kind !== 1) continue;
    let [count, entry] = number(inside);
    for (; count > 0; count -= 1) {
      let index;
      [index, entry] = number(entry);
      [name, entry] = word(entry);
      const path = name.replace(/::h[0-9a-f]{16}$/, '');
      if (endings.some(ending => path.endsWith(ending))) numbers.add(index);
    }
  }
  return numbers;
}

const all = [...sections()];
const outside = all.filter(section => section.id === 2).reduce((sum, section) => sum + imported(section), 0);
const never = new Set(all.filter(section => section.id === 0).flatMap(section => [...found(section)]));
if (never.size === 0) throw new Error(`no function is called ${endings.join(' or ')}`);
const unreachable = Buffer.from([3, 0, 0x00, 0x0b]); // its length, then: no locals, `unreachable`, `end`

const parts = [wasm.subarray(0, 8)];
for (const { id, from, start, end } of all) {
  if (id !== 10) {
    parts.push(wasm.subarray(from, end));
    continue;
  }
  let [count, at] = number(start);
  const bodies = [leb(count)];
  for (let index = outside; index < outside + count; index += 1) {
    const [size, inside] = number(at);
    bodies.push(never.has(index) ? unreachable : wasm.subarray(at, inside + size));
    at = inside + size;
  }
  const code = Buffer.concat(bodies);
  parts.push(Buffer.from([10]), leb(code.length), code);
}
writeFileSync(output, Buffer.concat(parts));
console.log(`${never.size} functions emptied`);
