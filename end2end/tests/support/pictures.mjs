// What is photographed, and how it is held still. The gallery stands still by itself, and so do the main pages, in it; of the other pages those are photographed that are the same each day.
// The first sixty are taken in every run and kept in `pictures/<program>-<major>/`; all of them by `make visual`, which keeps the rest under target/.

import { mkdirSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drawer } from './browser.mjs';
import { allowed, compare, keep } from './compare.mjs';
import { openPage, pages } from './pages.mjs';

const parts = ['basics', 'acts', 'answers', 'more-answers', 'signs', 'numbers', 'lists', 'frames', 'talk'];
/** Main pages, drawn of records that stand still by the functions that draw the real ones. What is another for each reader (the bell, the search) is not in them. */
const still = ['ward', 'chart', 'my', 'today', 'conversation', 'chair', 'console'];
/** Every page of the gallery. */
export const groups = [...parts, ...still];

/** Pages on which nothing is another at each look. */
const settled = ['sign-in', 'register', 'patient-register', 'emergency'];
/** More of them, at a desk: a role's home, what is looked for, what is filled in. */
const atDesk = ['pharmacy', 'accounts', 'my-search', 'dialysis-lots'];
/** Those of them that `make visual` alone takes: the places of a run are for what many read. */
const seldom = ['accounts', 'dialysis-lots'];
/** What is taken of the gallery at a desk alone in every run: colours and type, a chair and its machine. */
const deskAlone = ['basics', 'chair', 'console'];
/** Those of them that are taken on a phone, too. */
const onPhone = ['pharmacy'];

/** In every run a part is taken in the dark where its colours say something, and from right to left where its order does; `make visual` takes all. */
const often = {
  desk: { dark: ['basics', 'acts', 'signs', 'numbers', 'ward', 'chart', 'conversation'], rtl: ['lists', 'frames', 'talk', 'numbers', 'ward', 'chart'] },
  // What is read in bed, and on a round at night.
  phone: { dark: ['my', 'ward'], rtl: ['my'] },
  tablet: { dark: [], rtl: [] },
};

const looks = (group) => {
  const all = [];
  for (const size of ['desk', 'phone', 'tablet']) {
    for (const theme of ['light', 'dark', 'contrast']) {
      for (const dir of ['ltr', 'rtl']) {
        const here = size === 'desk' || (size === 'phone' ? !deskAlone.includes(group) : ['ward', 'lists'].includes(group));
        const plain = theme === 'light' && dir === 'ltr' && here;
        const dark = theme === 'dark' && dir === 'ltr' && often[size].dark.includes(group);
        const rtl = theme === 'light' && dir === 'rtl' && often[size].rtl.includes(group);
        all.push({ name: `gallery-${group}-${size}-${theme}-${dir}`, group, size, theme, dir, often: plain || dark || rtl });
      }
    }
  }
  return all;
};

const frames = (name) => {
  const all = [];
  for (const size of ['desk', 'phone', 'tablet']) {
    for (const theme of ['light', 'dark']) {
      for (const dir of ['ltr', 'rtl']) {
        const taken = !seldom.includes(name) && (size === 'desk' || (size === 'phone' && (settled.includes(name) || onPhone.includes(name))));
        const plain = dir === 'ltr' && theme === 'light' && taken;
        const signIn = name === 'sign-in' && ((theme === 'dark' && dir === 'ltr' && size === 'desk') || (dir === 'rtl' && theme === 'light' && size === 'phone'));
        all.push({ name: `page-${name}-${size}-${theme}-${dir}`, page: name, size, theme, dir, often: plain || signIn });
      }
    }
  }
  return all;
};

/** Every picture there is. `often`: in every run. */
export const pictures = [...groups.flatMap(looks), ...[...settled, ...atDesk].flatMap(frames)];

/** Opens what the picture shows, and holds it still. */
export async function pose(tour, one) {
  if (one.group) {
    const page = await tour.browse({ size: one.size });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/gallery/${one.group}?theme=${one.theme}&dir=${one.dir}`);
    // A window as high as the page: what stands at its edge stands where a reader at the end of it finds it, over nothing.
    if (still.includes(one.group)) await page.setViewportSize({ width: page.viewportSize().width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    return hold(page);
  }
  const known = pages.find(({ name }) => name === one.page);
  // Arabic is what is read from right to left.
  const lang = one.dir === 'rtl' ? 'ar' : undefined;
  const page = await openPage(tour, known, { size: one.size, dark: one.theme === 'dark', lang });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  // How much waits to be read, how many alarms are open and what the hospital says is another thing after each journey; a code holds the address of this server.
  return hold(page, '.bell__count, .qr > * { visibility: hidden !important } .alarm-counts, .standing { display: none !important }');
}

/** Nothing moves any more: the program keeps hold of elements that are shown no longer. */
async function hold(page, hidden = '') {
  await page.evaluate(async (hidden) => {
    await document.fonts.ready;
    document.body.replaceWith(document.body.cloneNode(true));
    document.activeElement?.blur();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { animation: none !important; transition: none !important; caret-color: transparent !important } ${hidden}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    scrollTo(0, 0);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, hidden);
  return page;
}

/** Every sign of the sprite that is shown is drawn: until its symbol has come, a `<use>` has no box. What does not come stays away from the picture, and is seen there. */
async function drawn(page) {
  const all = () => [...document.querySelectorAll('svg use')].every((use) => !use.checkVisibility() || use.getBBox().width + use.getBBox().height > 0);
  await page.waitForFunction(all, undefined, { timeout: 5_000 }).catch(() => {});
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The picture: all of a gallery, the first screen of a page. Signs of the sprite come late: they are awaited, and it is taken when two in a row are the same. */
export async function take(page, one) {
  await drawn(page);
  const shoot = () => page.screenshot({ fullPage: Boolean(one.group), animations: 'disabled', scale: 'css' });
  let last = await shoot();
  for (let tries = 0; tries < 8; tries += 1) {
    await page.waitForTimeout(150);
    const next = await shoot();
    if (next.equals(last)) break;
    last = next;
  }
  return last;
}

/** Kept pictures, of one program and one major of Chromium. */
export class Album {
  constructor(folder, browser) {
    this.folder = folder;
    this.by = `${drawer}-${browser.version().split('.')[0]}`;
    const there = existsSync(folder) ? readdirSync(folder).sort() : [];
    /** Another Chromium draws letters otherwise: then it is told, and nothing fails. */
    this.of = there.includes(this.by) ? this.by : (there.at(-1) ?? this.by);
    this.same = this.of === this.by;
  }

  path(one, by = this.of) {
    return join(this.folder, by, `${one.name}.webp`);
  }

  has(one) {
    return existsSync(this.path(one));
  }

  async write(blank, one, picture) {
    const path = this.path(one, this.by);
    mkdirSync(resolve(path, '..'), { recursive: true });
    writeFileSync(path, await keep(blank, picture));
  }

  /** One line when it looks otherwise; `undefined` when it is as it was. Pictures of both go to `results`. */
  async fault(blank, one, picture, results) {
    if (!this.has(one)) return `${one.name}: no picture is kept; \`make visual WRITE=1\` keeps it`;
    const { differing, where, seen } = await compare(blank, readFileSync(this.path(one)), picture);
    if (differing <= allowed) return undefined;
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, `${one.name}-now.png`), picture);
    if (seen) writeFileSync(join(results, `${one.name}-seen.png`), seen);
    return `${one.name}: ${differing} pixels differ, ${where}`;
  }
}

/** The album of the repository. */
export const kept = (browser) => new Album(resolve(import.meta.dirname, '../../pictures'), browser);
