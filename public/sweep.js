// The curves of a bedside monitor as they come: one canvas for all channels, 25 mm a second, a bar of nothing before the newest. Without it, or for whoever wants no motion, the page shows
// the paper that the server draws anew (`again.js`). `server/docs/waves.md` says what comes over the socket; the page says the rest in words and colours.
//
// `Sweep` draws and knows neither socket nor page, so that `make bench` measures what is used at the bed.

/** CSS pixels of a millimetre. */
const MILLIMETRE = 96 / 25.4;
/** How high the band of a channel is, and what stays free of it where a curve has no gain of its own; as on the server's paper. */
const BAND = 26 * MILLIMETRE;
const FREE = 6 * MILLIMETRE;
/** CSS pixels of a millivolt: 10 mm. */
const GAIN = 10 * MILLIMETRE;
/** CSS pixels of a millisecond: 25 mm a second. */
const SPEED = (25 * MILLIMETRE) / 1_000;
/** The bar before the newest. */
const BAR = 5 * MILLIMETRE;
/** Milliseconds that the drawing stays behind what has come, so that it does not halt between two batches. */
const BEHIND = 500;
/** From how many it draws a little faster; from how many it jumps. */
const FAR = 1_500;
const LOST = 5_000;
/** How long it waits for what is late before it goes on over an empty place. */
const LATE = 1_000;

class Sweep {
  /** @param gains how high a unit is in CSS pixels by the kind of channel; none: as high as fits. */
  constructor(canvas, { band = BAND, free = FREE, gains = {} } = {}) {
    Object.assign(this, { canvas, band, free, gains, pen: canvas.getContext('2d'), channels: [], by: new Map(), head: undefined, drawn: undefined, newest: undefined, last: undefined, waited: 0 });
    this.ink = getComputedStyle(canvas).color;
  }

  /** A channel in its row; those below it move down. */
  channel(name, kind, row = this.channels.length) {
    const channel = { name, kind, pieces: [], next: 0, at: 0, end: undefined, joined: undefined, middle: 0, scale: 0, fitted: false };
    this.channels.splice(row, 0, channel);
    this.by.set(name, channel);
    this.size(this.width);
    return channel;
  }

  /** How wide it is in CSS pixels; all is drawn anew. */
  size(width) {
    if (!width) return;
    this.width = width;
    this.window = width / SPEED;
    this.dots = devicePixelRatio || 1;
    this.canvas.width = Math.round(width * this.dots);
    this.canvas.height = Math.round(Math.max(1, this.channels.length) * this.band * this.dots);
    this.again();
  }

  /** Draws what is on it anew: it has another size or other colours. */
  again() {
    this.ink = getComputedStyle(this.canvas).color;
    if (this.head === undefined || !this.width) return;
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.back(this.head - this.window + BAR / SPEED);
    this.draw();
  }

  /** What was drawn from `at` on is drawn once more. */
  back(at) {
    this.drawn = at;
    for (const channel of this.channels) {
      channel.next = 0;
      channel.at = 0;
      channel.joined = undefined;
    }
  }

  /** Samples that follow each other: when the first was taken in milliseconds, how many a second, the values in the unit. */
  add(name, at, hz, values) {
    const channel = this.by.get(name);
    const step = 1_000 / hz;
    const end = at + values.length * step;
    // A new connection begins with what was told before.
    const known = channel.end === undefined ? 0 : Math.round((channel.end - at) / step);
    if (known >= values.length) return;
    if (known > 0) [at, values] = [at + known * step, values.slice(known)];
    channel.pieces.push({ at, step, values, end });
    channel.end = end;
    if (this.newest === undefined || end > this.newest) this.newest = end;
    if (!channel.fitted) fit(this, channel);
    // It is late: the drawing has passed its place.
    if (this.head !== undefined && at < this.drawn && end > this.drawn - LOST) {
      this.head = Math.max(at, this.drawn - this.window / 2);
      this.back(this.head);
    }
  }

  /** One picture; `now` in milliseconds of any steady clock. */
  frame(now) {
    const passed = this.last === undefined ? 0 : Math.min(now - this.last, LATE);
    this.last = now;
    if (this.newest === undefined || !this.width) return;
    const ahead = this.head === undefined ? Infinity : this.newest - this.head;
    if (ahead > LOST) {
      const first = this.head === undefined;
      this.head = this.newest - BEHIND;
      if (first) this.back(this.head - this.window + BAR / SPEED);
      else if (this.head - this.drawn > this.window) {
        this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
        this.back(this.head - this.window + BAR / SPEED);
      }
    } else if (ahead > 0) {
      this.head = Math.min(this.newest, this.head + passed * (ahead > FAR ? 1.1 : 1));
      this.waited = 0;
    } else {
      // Nothing comes. After a moment the bar goes on, and what is old leaves the screen.
      this.waited += passed;
      if (this.waited > LATE) this.head += passed;
    }
    this.draw();
  }

  /** The columns between what is drawn and the head. */
  draw() {
    const { pen, drawn, head, width, dots, canvas } = this;
    if (!(head > drawn)) return;
    this.clear(drawn, head);
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    pen.strokeStyle = this.ink;
    pen.lineWidth = 1.5;
    pen.lineJoin = 'round';
    pen.beginPath();
    for (let row = 0; row < this.channels.length; row += 1) this.line(this.channels[row], (row + 0.5) * this.band, head);
    pen.stroke();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    // At the left edge each curve is fitted to what it drew last.
    if (Math.floor((head * SPEED) / width) !== Math.floor((drawn * SPEED) / width)) for (const channel of this.channels) fit(this, channel);
    this.drawn = head;
  }

  clear(from, to) {
    const { width, dots, canvas, pen } = this;
    const long = Math.min(width, (to - from) * SPEED + BAR);
    const begins = (from * SPEED) % width;
    // Whole dots, so that no column stays grey; the last line keeps its end.
    const [left, right] = [Math.floor(begins * dots) + 1, Math.ceil((begins + long) * dots)];
    pen.clearRect(left, 0, right - left, canvas.height);
    if (right > canvas.width) pen.clearRect(0, 0, right - canvas.width, canvas.height);
  }

  /** One channel from where it stands up to `head`. A gap is never bridged, and a line never goes back over the screen. */
  line(channel, middle, head) {
    const { pen, width, band, drawn } = this;
    const { pieces, scale } = channel;
    let { next, at, joined } = channel;
    while (next < pieces.length) {
      const piece = pieces[next];
      const { values, step } = piece;
      if (piece.end <= drawn - step) at = values.length;
      else if (at === 0 && piece.at < drawn) at = Math.max(0, Math.floor((drawn - piece.at) / step));
      for (; at < values.length; at += 1) {
        const time = piece.at + at * step;
        if (time > head) break;
        const x = (time * SPEED) % width;
        const up = (values[at] - channel.middle) * scale;
        const y = middle - Math.max(-band / 2 + 1, Math.min(band / 2 - 1, up));
        const isNext = joined && time - joined.time < 1.5 * step && x >= joined.x;
        if (isNext) {
          if (!joined.here) pen.moveTo(joined.x, joined.y);
          pen.lineTo(x, y);
        } else pen.moveTo(x, y);
        if (joined) {
          joined.time = time;
          joined.x = x;
          joined.y = y;
          joined.here = true;
        } else joined = { time, x, y, here: true };
      }
      if (at < values.length) break;
      next += 1;
      at = 0;
    }
    if (joined) joined.here = false;
    // What has left the screen is let go of.
    let gone = 0;
    while (gone < next && pieces[gone].end < head - 2 * this.window) gone += 1;
    if (gone > 0) pieces.splice(0, gone);
    Object.assign(channel, { next: next - gone, at, joined });
  }
}

/** Its middle and its height: the gain of its kind around its mean, or as high as fits. */
function fit(sweep, channel) {
  let [low, high, sum, count] = [Infinity, -Infinity, 0, 0];
  const from = channel.end - sweep.window;
  for (const { values, end } of channel.pieces) {
    if (end < from) continue;
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      sum += value;
    }
    count += values.length;
  }
  if (count === 0) return;
  const gain = sweep.gains[channel.kind];
  channel.middle = gain ? sum / count : (low + high) / 2;
  channel.scale = gain ?? (high > low ? (sweep.band - sweep.free) / (high - low) : 0);
  // A first batch of a moment says little of how high a curve is.
  channel.fitted = count > 250;
}

/** The samples of a piece: differences of one to three bytes, seven bits each, the low ones first, the sign in the lowest. */
function unpack(bytes, step) {
  const values = new Float64Array(bytes.length);
  let [count, before, number, read] = [0, 0, 0, 0];
  for (const byte of bytes) {
    number |= (byte & 0x7f) << (7 * read);
    read += 1;
    if (byte & 0x80) continue;
    before += (number >>> 1) ^ -(number & 1);
    values[count] = before * step;
    [count, number, read] = [count + 1, 0, 0];
  }
  return values.subarray(0, count);
}

/** The pieces of a batch; before them stands when it left, in milliseconds. */
function* pieces(buffer) {
  const view = new DataView(buffer);
  for (let at = 8; at < buffer.byteLength; ) {
    const length = view.getUint32(at + 20, true);
    const values = unpack(new Uint8Array(buffer, at + 24, length), view.getFloat64(at + 12, true));
    yield { place: view.getUint8(at), channel: view.getUint8(at + 1), hz: view.getUint16(at + 2, true), at: view.getFloat64(at + 4, true), values };
    at += 24 + length;
  }
}

(() => {
  const box = document.getElementById('sweep');
  if (!box?.dataset.socket) return;
  const [canvas, stale] = [box.querySelector('canvas'), box.querySelector('[role=status]')];
  const paper = document.getElementById('monitor');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const gains = { ecg_ii: GAIN, ecg_v: GAIN };
  let sweep;
  let socket;
  let timer;
  let over;
  let moving;
  let came;
  let wait = 1_000;

  /** The sweep, or the paper that the server draws. */
  function shows(is) {
    box.hidden = !is;
    paper.classList.toggle('swept', is);
    if (is) sweep.size(canvas.parentElement.clientWidth);
  }

  function tells(words) {
    if (stale.textContent !== words) stale.textContent = words;
  }

  /** The row of a channel; it is made when the first of it comes, in the order of the names on the page. */
  function row(place, number) {
    const names = [...box.querySelectorAll('[data-channel]')];
    const of = names.filter((name) => !name.dataset.place)[number];
    if (!of) return undefined;
    const name = `${place}/${number}`;
    if (sweep.by.has(name)) return name;
    const line = of.cloneNode(true);
    line.dataset.place = place;
    line.hidden = false;
    of.before(line);
    const lines = [...box.querySelectorAll('[data-place]')];
    sweep.channel(name, of.dataset.channel, lines.indexOf(line));
    return name;
  }

  function hear({ data }) {
    wait = 1_000;
    if (data === 'ping') return socket.send('pong');
    const before = sweep.newest;
    for (const { place, channel, hz, at, values } of pieces(data)) {
      const name = row(place, channel);
      if (name) sweep.add(name, at, hz, values);
    }
    // What a new connection repeats has not come now, and what it begins with is as old as it is.
    if (sweep.newest === before) return;
    const age = came === undefined ? Math.max(0, new DataView(data).getFloat64(0, true) - sweep.newest) : 0;
    came = performance.now() - age;
    tells('');
    if (box.hidden) shows(true);
    if (moving === undefined) moving = requestAnimationFrame(move);
  }

  function move(now) {
    if (performance.now() - came > 10_000) tells(box.dataset.stale);
    sweep.frame(now);
    moving = requestAnimationFrame(move);
  }

  function begin() {
    if (over || socket || document.hidden || still.matches) return;
    clearTimeout(timer);
    if (!sweep) sweep = new Sweep(canvas, { gains });
    const door = new URL(box.dataset.socket, location.href);
    door.protocol = door.protocol.replace('http', 'ws');
    const mine = new WebSocket(door);
    socket = mine;
    mine.binaryType = 'arraybuffer';
    mine.onmessage = (event) => socket === mine && hear(event);
    mine.onclose = ({ code }) => {
      if (socket !== mine) return;
      socket = undefined;
      // Signed out, or it is theirs no longer: nothing of it stays.
      over = code === 4001;
      if (over || code === 4003) end();
      if (over) return;
      timer = setTimeout(begin, wait * (0.9 + Math.random() / 5));
      wait = Math.min(wait * 2, 60_000);
    };
  }

  /** The paper is there again, and nothing of the sweep. */
  function end() {
    pause();
    for (const line of box.querySelectorAll('[data-place]')) line.remove();
    tells('');
    if (!box.hidden) shows(false);
    sweep = came = undefined;
    canvas.width = canvas.height = 0;
  }

  /** Nobody looks. */
  function pause() {
    clearTimeout(timer);
    cancelAnimationFrame(moving);
    moving = undefined;
    const mine = socket;
    socket = undefined;
    mine?.close();
  }

  const look = () => sweep?.again();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return pause();
    if (sweep && came !== undefined && !still.matches) moving ??= requestAnimationFrame(move);
    begin();
  });
  addEventListener('pagehide', pause);
  addEventListener('pageshow', ({ persisted }) => persisted && begin());
  still.addEventListener('change', () => (still.matches ? end() : begin()));
  for (const wish of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) matchMedia(wish).addEventListener('change', look);
  new MutationObserver(look).observe(document.documentElement, { attributes: true });
  new ResizeObserver(() => {
    const width = canvas.parentElement.clientWidth;
    if (sweep && !box.hidden && (width !== sweep.width || devicePixelRatio !== sweep.dots)) sweep.size(width);
  }).observe(canvas.parentElement);
  begin();
})();
