// What a page looks like, measured: nothing wider than the screen, nothing cut, nothing over another, no word broken inside, no word of a drawing under a line, no text too small or too
// pale to read, no target too small to hit. It reads what the browser drew, so it finds what no rule of a sheet says by itself. `faults(page)` is empty when the page is well.
//
// `text`: the least contrast of text (4.5; 7 with high contrast). `target`: the least side of a target in CSS pixels (24; 44 for thumbs).

/** Every fault as one line. */
export const faults = (page, { text = 4.5, target = 24 } = {}) => page.evaluate(measure, { text, target });

/** Runs in the page. */
function measure({ text: leastContrast, target: leastSide }) {
  const found = [];
  const name = (element) => {
    const id = element.id ? `#${element.id}` : '';
    const words = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30);
    return `${element.localName}${id}.${(element.getAttribute('class') ?? '').replaceAll(' ', '.')} "${words}"`;
  };
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // What only readers hear is one pixel large.
  const heard = (element) => element.closest('.visually-hidden, .skip, [hidden]') !== null;
  const scroller = (element) => element.closest('.table-frame, .tabs__links, .segmented, pre');
  const scrolls = (element) => scroller(element) !== null;

  const inner = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > inner) found.push(`the page is ${document.scrollingElement.scrollWidth} wide on ${inner}`);
  for (const element of document.querySelectorAll('body *')) {
    if (!shown(element) || heard(element) || scrolls(element)) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.height > 0 && (box.right > inner + 1 || box.left < -1)) found.push(`beyond the screen: ${name(element)} from ${Math.round(box.left)} to ${Math.round(box.right)} of ${inner}`);
    const style = getComputedStyle(element);
    if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1) found.push(`cut: ${name(element)}`);
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === '' || seen.has(element) || !shown(element) || heard(element)) continue;
    seen.add(element);
    if (['script', 'style', 'option', 'datalist', 'title'].includes(element.localName)) continue;
    const size = drawnSize(element);
    if (size < 11.95) found.push(`text of ${size.toFixed(1)} px: ${name(element)}`);
    if (element.closest(':disabled, [aria-disabled="true"]')) continue;
    const ratio = contrastOf(element);
    if (ratio !== null && ratio < leastContrast - 0.05) found.push(`contrast ${ratio.toFixed(2)} of ${leastContrast}: ${name(element)}`);
  }

  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, label:has(input)';
  for (const element of document.querySelectorAll(targets)) {
    if (!shown(element) || heard(element) || element.closest('fieldset:disabled') || element.matches(':disabled')) continue;
    // A link in a sentence is as high as its line (WCAG 2.5.8, exception "inline"); what fills its frame or row is measured by it.
    const sentence = element.localName === 'a' && getComputedStyle(element).display === 'inline';
    if (sentence) continue;
    const box = hit(element).getBoundingClientRect();
    if (box.width < leastSide - 0.5 || box.height < leastSide - 0.5) found.push(`a target of ${Math.round(box.width)} × ${Math.round(box.height)}: ${name(element)}`);
  }
  found.push(...overlaps(), ...broken(), ...under());
  // The banner of a chart has a size of its own.
  for (const title of document.querySelectorAll('h1:not(.banner__name)')) if (shown(title) && !heard(title) && drawnSize(title) < 21.9) found.push(`a title of ${drawnSize(title).toFixed(1)} px of 22: ${name(title)}`);
  return found;

  /**
   * Lines of text that lie over each other. What stands above the page on purpose (bars, what opens) is none of them. In what scrolls, lines are held against those that scroll
   * with them: to each other they stand as they do however far it is scrolled, and what of them lies beyond its frame covers nothing.
   */
  function overlaps() {
    const above = new Map();
    const floats = (element) => {
      if (!element || element === document.body) return false;
      if (!above.has(element)) above.set(element, ['fixed', 'sticky', 'absolute'].includes(getComputedStyle(element).position) || element.matches('[popover], dialog') || floats(element.parentElement));
      return above.get(element);
    };
    const lines = [];
    for (const element of seen) {
      if (element.ownerSVGElement || element.closest('svg, option') || floats(element)) continue;
      const within = scroller(element);
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || node.data.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) lines.push({ element, box, within });
      }
    }
    lines.sort((one, other) => one.box.top - other.box.top);
    const said = [];
    for (const [place, { element, box, within }] of lines.entries()) {
      for (let next = place + 1; next < lines.length && lines[next].box.top < box.bottom - 4; next += 1) {
        const other = lines[next];
        if (other.element === element || other.within !== within) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
        // Lines are set closer than their letters' boxes are high.
        if (wide > 3 && high > Math.min(box.height, other.box.height) / 2) said.push(`over each other: ${name(element)} and ${name(other.element)}`);
      }
    }
    return said;
  }

  /** Words that begin on one line and end on the next. Addresses and codes may; so may what is long and breaks where its language does. */
  function broken() {
    const said = [];
    const range = document.createRange();
    for (const element of seen) {
      if (element.ownerSVGElement || element.closest('svg, option, pre, code, .code')) continue;
      // What is only heard stands in a box of one pixel.
      if (element.getBoundingClientRect().width < 2) continue;
      const { hyphens } = getComputedStyle(element);
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || node.data.trim() === '') continue;
        range.selectNodeContents(node);
        if (range.getClientRects().length < 2) continue;
        for (const { 0: run, index } of node.data.matchAll(/\S+/g)) {
          if (/[@\d_]|[/.]\p{L}/u.test(run)) continue;
          for (const word of run.matchAll(/[\p{L}\p{M}]{2,}/gu)) {
            if (hyphens === 'auto' && word[0].length > 11) continue;
            range.setStart(node, index + word.index);
            range.setEnd(node, index + word.index + word[0].length);
            const [first, ...rest] = range.getClientRects();
            if (first && rest.some((box) => box.top >= first.bottom - 2)) said.push(`broken inside: ${word[0]} in ${name(element)}`);
          }
        }
      }
    }
    return said;
  }

  /** Words of a drawing over which a line or a fill was drawn: what is drawn later lies above. */
  function under() {
    const said = [];
    for (const text of seen) {
      if (!text.ownerSVGElement || text.localName !== 'text') continue;
      let root = text.ownerSVGElement;
      while (root.ownerSVGElement) root = root.ownerSVGElement;
      const whole = text.getBoundingClientRect();
      // Letters are less high than their line.
      const box = { left: whole.left + 1, right: whole.right - 1, top: whole.top + whole.height / 4, bottom: whole.bottom - whole.height / 4 };
      for (const mark of root.querySelectorAll('path, line, polyline, polygon, circle, rect')) {
        if (!(text.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) || mark.closest('defs, pattern, clipPath') || !shown(mark)) continue;
        const around = mark.getBoundingClientRect();
        if (around.left > box.right || around.right < box.left || around.top > box.bottom || around.bottom < box.top) continue;
        const { fill, stroke } = getComputedStyle(mark);
        const [filled, lined] = [fill, stroke].map((paint) => paint !== 'none' && (colour(paint)?.[3] ?? 1) > 0.05);
        const solid = filled && ['circle', 'rect'].includes(mark.localName) && around.left <= box.left && around.right >= box.right;
        if (solid || ((lined || filled) && passes(mark, box))) said.push(`under a ${mark.localName}.${mark.getAttribute('class') ?? ''}: ${name(text)}`);
      }
    }
    return said;
  }

  /** Whether the outline of a mark goes through a box of the screen. */
  function passes(mark, box) {
    const matrix = mark.getScreenCTM();
    const long = mark.getTotalLength();
    if (!matrix || long === 0) return false;
    const steps = Math.min(500, Math.max(40, Math.ceil(long / 3)));
    for (let step = 0; step <= steps; step += 1) {
      const { x, y } = mark.getPointAtLength((long * step) / steps).matrixTransform(matrix);
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
    }
    return false;
  }

  /** What a press on it may miss by: its frame, or the card that its `::after` covers. */
  function hit(element) {
    const frame = element.closest('.switch, .radio, .checkbox, .segmented__option, .field__box');
    const { content, position } = getComputedStyle(element, '::after');
    return frame ?? (content !== 'none' && position === 'absolute' ? element.offsetParent : null) ?? element;
  }

  /** In SVG a text may be scaled. */
  function drawnSize(element) {
    const size = parseFloat(getComputedStyle(element).fontSize);
    const matrix = element.ownerSVGElement ? element.getScreenCTM?.() : null;
    return matrix ? size * Math.hypot(matrix.b, matrix.d) : size;
  }

  /** Of its text to what lies under it; `null` where that is a picture or a pattern. */
  function contrastOf(element) {
    const style = getComputedStyle(element);
    const ink = colour(element.ownerSVGElement ? style.fill : style.color);
    let ground = [0, 0, 0, 0];
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== 'none') return null;
      if (!(at instanceof SVGElement)) ground = over(ground, colour(backgroundColor));
      else if (at === element) ground = over(ground, shapeUnder(element));
      if (ground[3] >= 0.999) break;
    }
    if (!ink) return null;
    if (ground[3] < 0.999) ground = over(ground, [255, 255, 255, 1]);
    const [one, other] = [luminance(over(ink, ground)), luminance(ground)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** What a text of SVG lies on: its own halo, else the fill of the last shape drawn before it that holds its middle. */
  function shapeUnder(text) {
    const { paintOrder, stroke, strokeWidth } = getComputedStyle(text);
    if (paintOrder.startsWith('stroke') && parseFloat(strokeWidth) >= 2) return colour(stroke) ?? [0, 0, 0, 0];
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    let fill = [0, 0, 0, 0];
    for (const shape of text.ownerSVGElement?.querySelectorAll('rect, circle') ?? []) {
      if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      const box = shape.getBoundingClientRect();
      if (box.left <= x && x <= box.right && box.top <= y && y <= box.bottom) fill = colour(getComputedStyle(shape).fill) ?? fill;
    }
    return fill;
  }

  /** As red, green, blue, alpha. A canvas knows every way to write a colour. */
  function colour(text) {
    const simple = text.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
    if (simple) return [Number(simple[1]), Number(simple[2]), Number(simple[3]), Number(simple[4] ?? 1)];
    if (text === 'none') return null;
    const context = (colour.context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }));
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  /** `top` painted over `under`. */
  function over(top, under) {
    const alpha = top[3] + under[3] * (1 - top[3]);
    if (alpha === 0) return [0, 0, 0, 0];
    return [0, 1, 2].map((part) => (top[part] * top[3] + under[part] * under[3] * (1 - top[3])) / alpha).concat(alpha);
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
