// Two pictures of a page, compared in a blank page of the same browser: no library, no network. What an eye does not see is let pass: a shade, an edge that falls
// one pixel beside. What moved by more than a pixel is seen: `everyone/pictures.spec.mjs` shifts a button and expects to be told.

/** A channel may differ so much, of 255; kept pictures are rounded by half a [`step`]. */
const shade = 24;
/** Kept pictures round each channel to this: half of the bytes. */
const step = 16;
/** So many pixels may differ nevertheless. */
export const allowed = 24;

/**
 * How many pixels of `now` are found nowhere within a pixel in `before`, or the other way round, with a picture of them (PNG) and where they lie.
 * Another size is Infinity.
 */
export async function compare(page, before, now) {
  const found = await page.evaluate(differences, { before: before.toString('base64'), now: now.toString('base64'), shade });
  return { ...found, seen: found.seen && Buffer.from(found.seen, 'base64') };
}

/** A picture as it is kept: fewer colours, and WebP without loss, a third of the bytes of PNG. */
export async function keep(page, picture) {
  return Buffer.from(await page.evaluate(quantised, { picture: picture.toString('base64'), step }), 'base64');
}

/** Runs in the page. */
async function quantised({ picture, step }) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/*;base64,${picture}`)).blob());
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  context.drawImage(bitmap, 0, 0);
  const image = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const { data } = image;
  // White and black stay themselves.
  for (let at = 0; at < data.length; at += 1) if (at % 4 !== 3) data[at] = Math.min(255, Math.round(data[at] / step) * step);
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 1 })).arrayBuffer());
  return bytes.toBase64();
}

/** Runs in the page. */
async function differences({ before, now, shade }) {
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
  const seen = new ImageData(width, height);
  const box = { left: width, top: height, right: 0, bottom: 0 };
  let differing = 0;
  for (let at = 0; at < young.data.length; at += 4) {
    const differs = !near(old.data, at, young.data, at) && (lost(young.data, at, old.data) || lost(old.data, at, young.data));
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
}
