// What slim.mjs takes out of the program itself: its sections are read and written again, byte for byte but for what is taken away.

/** Numbers in WebAssembly: seven bits in a byte, the lowest first (LEB128). What stands at `at`, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value >>> 0, at + 1];
  }
}

function written(value) {
  const out = [];
  do {
    out.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(out);
}

/** A text behind its length, and where it ends. */
function text(bytes, at) {
  const [size, from] = number(bytes, at);
  return [bytes.subarray(from, from + size).toString(), from + size];
}

const EXPORTS = 7;
const IMPORTS = 2;
const CODE = 10;

/** Every section: which, the name of one that is none of the standard's, and what is in it. */
function* sections(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const [length, begin] = number(bytes, at + 1);
    const [name, from] = bytes[at] === 0 ? text(bytes, begin) : ['', begin];
    yield { id: bytes[at], name, body: bytes.subarray(from, begin + length), whole: bytes.subarray(at, begin + length) };
    at = begin + length;
  }
}

const section = (id, body) => Buffer.concat([Buffer.from([id]), written(body.length), body]);

/** The program without the exports whose name `unwanted` says, and without what only says how to split it: ours are not split. How many were dropped. */
export function withoutExports(bytes, unwanted) {
  const parts = [bytes.subarray(0, 8)];
  let dropped = 0;
  for (const { id, name, body, whole } of sections(bytes)) {
    if (name === '__wasm_split_unstable') continue;
    if (id !== EXPORTS) {
      parts.push(whole);
      continue;
    }
    let [count, place] = number(body, 0);
    const kept = [];
    for (; count > 0; count -= 1) {
      const from = place;
      const [exported, after] = text(body, place);
      place = number(body, after + 1)[1];
      if (unwanted(exported)) dropped += 1;
      else kept.push(body.subarray(from, place));
    }
    parts.push(section(EXPORTS, Buffer.concat([written(kept.length), ...kept])));
  }
  return [Buffer.concat(parts), dropped];
}

/** How many functions are imported: they are counted before those of the program. wasm-bindgen imports nothing else. */
function imported(body) {
  let [count, place] = number(body, 0);
  let functions = 0;
  for (; count > 0; count -= 1) {
    place = text(body, text(body, place)[1])[1];
    if (body[place] !== 0) throw new Error('something is imported that is no function');
    place = number(body, place + 1)[1];
    functions += 1;
  }
  return functions;
}

/** What each function is called, by its number. */
function* names(body) {
  for (let at = 0; at < body.length; ) {
    const [size, begin] = number(body, at + 1);
    if (body[at] === 1) {
      let [count, place] = number(body, begin);
      for (; count > 0; count -= 1) {
        const [index, from] = number(body, place);
        const [name, after] = text(body, from);
        yield [index, name];
        place = after;
      }
    }
    at = begin + size;
  }
}

/** A function that ends the program: no locals, `unreachable`, `end`. */
const UNREACHABLE = Buffer.from([3, 0, 0, 11]);

/** Leptos can hydrate each view at once or while it waits for others, and holds both ways of each. Our parts are hydrated at once (`app::program`), so the other way is emptied: its functions are asked for through a
 * table alone, which wasm-opt cannot know to be unused. It stays, and `undefined` is answered, where something of the program waits, where the two ways of some view are one function, and where a compiler calls them otherwise. */
export function withoutWaiting(bytes) {
  const all = [...sections(bytes)];
  const first = imported(all.find(({ id }) => id === IMPORTS).body);
  const [unused, counts] = [new Set(), {}];
  for (const [index, name] of names(all.find(({ name }) => name === 'name')?.body ?? Buffer.alloc(0))) {
    if (/\bhydrate_(lazy|from_async)\b/.test(name)) return undefined;
    const way = /^<T as tachys::view::any_view::IntoAny>::into_any::(hydrate_from_server|hydrate_async|hydrate_async::\{\{closure\}\})(::h[0-9a-f]+)?$/.exec(name)?.[1];
    if (!way) continue;
    counts[way] = (counts[way] ?? 0) + 1;
    if (way !== 'hydrate_from_server') unused.add(index - first);
  }
  const views = counts.hydrate_from_server ?? 0;
  if (views === 0 || unused.size !== 2 * views || counts.hydrate_async !== views) return undefined;
  const parts = all.map(({ id, body, whole }) => {
    if (id !== CODE) return whole;
    const [count, begin] = number(body, 0);
    const bodies = [written(count)];
    for (let index = 0, place = begin; index < count; index += 1) {
      const [size, from] = number(body, place);
      bodies.push(unused.has(index) ? UNREACHABLE : body.subarray(place, from + size));
      place = from + size;
    }
    return section(CODE, Buffer.concat(bodies));
  });
  return Buffer.concat([bytes.subarray(0, 8), ...parts]);
}
