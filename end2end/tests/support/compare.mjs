// Two pictures of a page, compared in a blank page of the same browser: no library, no network. What an eye does not see is let pass: a shade, an edge that falls
// one pixel beside. What moved by more than a pixel is seen, and so is a flat area of another colour, however pale: `everyone/pictures.spec.mjs` shifts a button, takes
// the fill of a band away, and expects to be told.

/** A channel may differ so much, of 255, where something has an edge; kept pictures are rounded there by half a [`step`]. */
const shade = 24;
/** And so much within a flat area: the palest fill lies 5 beside what it lies on. */
const tint = 4;
/** So many joined pixels of one colour are an area; its rim, where colours mix, is not counted. */
const area = 150;
/** Kept pictures round each channel to this: half of the bytes. A colour that fills so many pixels, their neighbours with them, stays itself. */
const step = 16;
const fills = 64;
/** So many pixels may differ nevertheless. */
export const allowed = 24;

/**
 * How many pixels of `now` are found nowhere within a pixel in `before`, or the other way round, with a picture of them (PNG) and where they lie.
 * Another size is Infinity.
 */
export async function compare(page, before, now) {
  const found = await page.evaluate(differences, { before: before.toString('base64'), now: now.toString('base64'), shade, tint, area });
  return { ...found, seen: found.seen && Buffer.from(found.seen, 'base64') };
}

/** A picture as it is kept: its fills as they are, fewer colours at edges, and WebP without loss, a third of the bytes of PNG. */
export async function keep(page, picture) {
  return Buffer.from(await page.evaluate(quantised, { picture: picture.toString('base64'), step, fills }), 'base64');
}

/** Runs in the page. */
async function quantised({ picture, step, fills }) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/*;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  context.drawImage(bitmap, 0, 0);
  const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const { data, width, height } = image;
  const pixels = new Uint32Array(data.buffer.slice(0));
  const filled = new Map();
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) {
      const colour = pixels[at];
      const flat = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1].every((by) => pixels[at + by] === colour);
      if (flat) filled.set(colour, (filled.get(colour) ?? 0) + 1);
    }
  }
  // White and black stay themselves, too.
  for (let at = 0; at < data.length; at += 1) {
    if (at % 4 !== 3 && !((filled.get(pixels[at >> 2]) ?? 0) >= fills)) data[at] = Math.min(255, Math.round(data[at] / step) * step);
  }
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 1 })).arrayBuffer());
  return bytes.toBase64();
}

/** Runs in the page. */
async function differences({ before, now, shade, tint, area }) {
  const read = async (picture) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/*;base64,${picture}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [old, young] = [await read(before), await read(now)];
  const { width, height } = young;
  if (old.width !== width || old.height !== height) return { differing: Infinity, where: `${old.width} × ${old.height} became ${width} × ${height}` };
  const near = (one, at, other, beside) => {
    for (let channel = 0; channel < 3; channel += 1) if (Math.abs(one[at + channel] - other[beside + channel]) > shade) return false;
    return true;
  };
  const around = [0];
  for (const row of [-1, 0, 1]) for (const column of [-1, 0, 1]) if (row !== 0 || column !== 0) around.push((row * width + column) * 4);
  const lost = (one, at, other) => !around.some((by) => at + by >= 0 && at + by < other.length && near(one, at, other, at + by));
  const tinted = areas();
  const seen = new ImageData(width, height);
  const box = { left: width, top: height, right: 0, bottom: 0 };
  let differing = 0;
  for (let at = 0; at < young.data.length; at += 4) {
    const differs = tinted[at / 4] === 2 || (!near(old.data, at, young.data, at) && (lost(young.data, at, old.data) || lost(old.data, at, young.data)));
    const grey = 160 + (young.data[at] + young.data[at + 1] + young.data[at + 2]) / 8;
    seen.data.set(differs ? [200, 0, 40, 255] : [grey, grey, grey, 255], at);
    if (!differs) continue;
    differing += 1;
    const [column, row] = [(at / 4) % width, Math.floor(at / 4 / width)];
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column);
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row);
  }
  if (differing === 0) return { differing, where: 'nowhere' };
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').putImageData(seen, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return { differing, where: `from ${box.left}, ${box.top} to ${box.right}, ${box.bottom}`, seen: bytes.toBase64() };

  /** For each pixel 2 where it lies in an area that was flat, is flat, and has another colour now. */
  function areas() {
    const [was, is] = [new Uint32Array(old.data.buffer), new Uint32Array(young.data.buffer)];
    const marks = new Uint8Array(width * height);
    const flat = (pixels, at) => {
      for (const by of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) if (pixels[at + by] !== pixels[at]) return false;
      return true;
    };
    const other = (at) => [0, 1, 2].some((channel) => Math.abs(old.data[at * 4 + channel] - young.data[at * 4 + channel]) > tint);
    for (let row = 1; row < height - 1; row += 1) {
      for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) if (was[at] !== is[at] && other(at) && flat(was, at) && flat(is, at)) marks[at] = 1;
    }
    // Joined pixels of one colour that became one other: 3 while they are counted, then 2 when they are enough.
    for (let begin = 0; begin < marks.length; begin += 1) {
      if (marks[begin] !== 1) continue;
      const joined = [begin];
      marks[begin] = 3;
      for (let place = 0; place < joined.length; place += 1) {
        for (const by of [-width, -1, 1, width]) {
          const next = joined[place] + by;
          if (marks[next] !== 1 || was[next] !== was[begin] || is[next] !== is[begin]) continue;
          marks[next] = 3;
          joined.push(next);
        }
      }
      if (joined.length > area) for (const at of joined) marks[at] = 2;
    }
    return marks;
  }
}
