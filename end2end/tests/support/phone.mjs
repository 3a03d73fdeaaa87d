// A person with a phone, and nothing else: 390 × 844, touch, taps. Or the same person at a desk: 1440 × 900, and a mouse. They open the hospital's address once; from there
// on they find everything by what they see, a role and a name, never by an address. Each role has one walk of ten things that it does every day
// (`<role>/everyday.spec.mjs`), walked once on the phone and once at the desk.
//
//   everyday('a nurse finds ten everyday things', (tour) => ten(tour, 'nurse', {
//     'signs in and sees the ward': async (phone) => { await phone.see('heading', 'Ward 4 · Renal'); },
//     …nine more
//   }));

import assert from 'node:assert/strict';
import { hydrated, journey } from './journey.mjs';
import { password, people } from './people.mjs';

/** A thumb does not hit less, in CSS pixels (WCAG 2.5.8). */
const leastTarget = 24;

/** The same walk with a thumb and with a mouse. What was done on the phone is done, so the desk stands in a hospital of its own. */
export function everyday(what, walk, { own = false } = {}) {
  journey(`${what} on a phone`, (tour) => walk(tour), { own });
  journey(`${what} at a desk`, (tour) => walk(Object.assign(tour, { size: 'desk' })), { own: true });
}

/** Walks the ten things in their order; what fails says which it was. A role of [`people`] signs in first, or whoever has this `login` and `secret`; `visitor` does not. */
export async function ten(tour, role, things, { login = people[role]?.login, secret = password, ...options } = {}) {
  assert.equal(Object.keys(things).length, 10, 'ten things');
  const { size = 'phone' } = tour;
  const page = await tour.browse({ size, ...options });
  const phone = new Phone(page);
  await page.goto('/');
  if (role !== 'visitor') await phone.signIn(login, secret);
  let place = 0;
  for (const [what, walk] of Object.entries(things)) {
    place += 1;
    await walk(phone).catch((error) => {
      error.message = `${place}. ${role} ${what}: ${error.message}`;
      throw error;
    });
  }
}

export class Phone {
  constructor(page, within = page) {
    Object.assign(this, { page, within });
  }

  /** Something by its role and its name; the first of them, as a reader takes it. */
  find(role, name, { exact = typeof name === 'string' } = {}) {
    return this.within.getByRole(role, { name, exact }).first();
  }

  /** The same phone, looking at one part of the page. */
  in(role, name) {
    return new Phone(this.page, this.find(role, name));
  }

  /** It is there and can be seen. */
  async see(role, name) {
    await this.find(role, name).waitFor();
  }

  /** What the page answers to what was just done. */
  async hear(words) {
    await this.within.getByRole('status').filter({ hasText: words }).first().waitFor();
  }

  /** These words are on the page, seen. */
  async read(words) {
    await this.within.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** The same of a page that is loaded again until it says so: what it shows becomes true in a while. */
  async readSoon(words) {
    const seen = () => this.within.getByText(words).filter({ visible: true }).count();
    for (let tries = 0; tries < 20 && (await seen()) === 0; tries += 1) {
      await this.page.waitForTimeout(1_000);
      await this.page.reload();
    }
    await this.read(words);
  }

  /** One tap on what is seen; it must be large enough. A page that comes of it is awaited. */
  async tap(role, name) {
    await this.press(this.find(role, name), `${role} ${name}`);
  }

  /** Opens what is folded under these words: browsers give the line that opens it no role of its own. */
  async unfold(words) {
    await this.press(this.within.locator('summary').filter({ hasText: words }).first(), words);
  }

  async press(target, what) {
    await target.waitFor();
    await target.scrollIntoViewIfNeeded();
    const box = await target.evaluate((element) => {
      const { content, position } = getComputedStyle(element, '::after');
      const hit = content !== 'none' && position === 'absolute' ? element.offsetParent : (element.closest('label, .checkbox, .radio, .switch') ?? element);
      const { width, height } = hit.getBoundingClientRect();
      return { width, height, sentence: getComputedStyle(element).display === 'inline' };
    });
    assert.ok(box.sentence || Math.min(box.width, box.height) >= leastTarget - 0.5, `${what} is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
    await this.touch(target);
    await this.page.waitForLoadState();
  }

  /** With a thumb, or with the mouse of a desk. */
  async touch(target) {
    const mouse = this.page.viewportSize().width > 1000;
    await (mouse ? target.click() : target.tap());
  }

  /** Types into the field of this label. */
  async type(label, words) {
    const field = this.within.getByLabel(label, { exact: typeof label === 'string' }).first();
    await this.touch(field);
    await field.fill(words);
  }

  /** Chooses in the phone's own list. */
  async choose(label, option) {
    await this.within.getByLabel(label, { exact: typeof label === 'string' }).first().selectOption(typeof option === 'string' ? { label: option } : option);
  }

  /** Goes to a place of the bar: at the bottom of a phone, where some lie behind More, at the side of a desk. */
  async go(place) {
    await this.bar('link', place);
    await hydrated(this.page).catch(() => {});
  }

  /** Taps something of the bar, behind More where it does not stand at the bottom. */
  async bar(role, name) {
    await (await this.opened(role, name)).tap(role, name);
  }

  /** The bar, with what lies behind More where this does not stand at the bottom. */
  async opened(role, name) {
    await this.see('navigation', 'Main');
    const bar = this.in('navigation', 'Main');
    if (!(await bar.find(role, name).isVisible())) await bar.more();
    return bar;
  }

  /** Makes the pages dark, or light again, and waits until they are: the colours come a frame after the press. */
  async colours(name, theme) {
    await this.bar('button', name);
    await this.page.locator(`html[data-theme=${theme}]`).waitFor();
  }

  /** Finds somebody or a page by the search of every page, opened by a thumb or by its keys, and goes there. */
  async search(words, hit) {
    if (this.page.viewportSize().width > 1000) await this.page.keyboard.press('Control+k');
    else await this.tap('link', 'Search');
    await this.page.getByRole('combobox', { name: /^Find a / }).fill(words);
    // One is marked once the list answers what was typed; what stood there before goes away under the thumb.
    await this.page.locator('[role=option][aria-selected=true]').waitFor();
    await this.tap('option', hit);
  }

  async signIn(login, secret) {
    await this.see('heading', 'Sign in');
    await this.type('Email or phone number', login);
    await this.type('Password', secret);
    await this.tap('button', 'Sign in');
    await this.see('navigation', 'Main');
    await hydrated(this.page);
  }

  /** On the account page: the text larger, and as it was again. */
  async enlargesText() {
    const looks = this.in('region', 'How it looks');
    await looks.tap('radio', 'Larger text');
    await looks.tap('button', 'Save');
    await this.hear(/How the pages look is saved/);
    assert.equal(await this.page.locator('html').getAttribute('data-text'), 'large');
    await looks.tap('radio', 'Usual text');
    await looks.tap('button', 'Save');
  }

  /** On the account page: the pages in French, and in English again. */
  async readsFrench() {
    const looks = this.in('region', 'How it looks');
    await looks.tap('radio', 'Français');
    await looks.tap('button', 'Save');
    await this.see('heading', 'Compte');
    await this.tap('radio', 'English');
    await this.in('region', 'Apparence').tap('button', 'Enregistrer');
    await this.see('heading', 'Account');
  }

  /** In a conversation: writes, and sees it stand there. */
  async writes(words) {
    const field = this.find('textbox', 'Your message');
    await this.touch(field);
    await field.fill(words);
    await this.tap('button', 'Send');
    await this.page.locator('.bubble', { hasText: words }).first().waitFor();
  }

  /** On a phone opens what the bar has no room for. */
  async more() {
    const more = this.page.locator('.rail__button');
    if (await more.isVisible()) await this.touch(more);
  }

  async signOut() {
    await this.more();
    await this.tap('button', 'Sign out');
    await this.see('heading', 'Sign in');
  }
}
