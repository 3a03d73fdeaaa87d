// A journey is a sentence that is true and the walk that shows it. It opens pages with [`Tour.open`]; what they say is gated, and they are
// closed at its end.
//
//   journey('a doctor sees the ward', async (tour) => {
//     const page = await tour.open('/ward', { as: 'doctor' });
//     await page.getByRole('heading', { name: 'Ward 4' }).waitFor();
//   });
//
// Wait for what must become true (`locator.waitFor`, `page.waitForFunction`), never for a time.

import { sizes } from './browser.mjs';
import { Gate } from './gate.mjs';
import { cookiesOf } from './people.mjs';

export const journeys = [];

/** `long: true` lets a journey that waits for the ward itself begin first; `own: true` gives it a hospital that no other journey has. */
export function journey(name, walk, { long = false, own = false } = {}) {
  journeys.push({ name, walk, long, own });
}

export class Tour {
  constructor(browser, server, picture) {
    Object.assign(this, { browser, server, picture, gate: new Gate(), contexts: [] });
  }

  /**
   * A browser of its own (no cookies shared with other journeys but those of the sign-in).
   * `as`: a role; `size`: of `sizes`; `dark`; `js: false`: without JavaScript; `server`: another hospital than the shared one.
   */
  async browse({ as, size = 'desk', dark = false, js = true, server = this.server } = {}) {
    const phone = size === 'phone' || size === 'small';
    const context = await this.browser.newContext({
      baseURL: server.url,
      viewport: sizes[size],
      hasTouch: phone,
      isMobile: phone,
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: js,
      storageState: as ? await cookiesOf(this.browser, server, as) : undefined,
    });
    context.setDefaultTimeout(15_000);
    this.contexts.push(context);
    context.on('page', (page) => this.gate.watch(page));
    if (js) await context.addInitScript(reportBreaches);
    // A browser that runs no scripts refuses to fetch the page's program, and calls that a matter of policy.
    else this.gate.expect(/^request failed: GET \S+\/(pkg\/\S+|(find|suggest|bell|chat|again|sweep|aloud|upload)\S*)\.js csp /);
    return context.newPage();
  }

  /** Opens a page, and with JavaScript waits until its program has taken it over. */
  async open(path, options = {}) {
    const page = await this.browse(options);
    await this.go(page, path, options);
    return page;
  }

  async go(page, path, { js = true } = {}) {
    const answer = await page.goto(path);
    if (js) await hydrated(page);
    return answer;
  }

  /** Closes everything; throws when a page said something. */
  async end() {
    const faults = this.gate.faults();
    if (faults.length > 0) throw new Error(`The pages were not silent:\n${faults.join('\n')}`);
    await Promise.all(this.contexts.map((context) => context.close()));
  }

  /** After a failure: pictures, and what the pages said. */
  async leave() {
    this.server.keepLog(`${this.picture}.log`);
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [place, page] of pages.entries()) {
      await page.screenshot({ path: `${this.picture}-${place}.png`, timeout: 5_000 }).catch(() => {});
    }
    const said = this.gate.faults().map((line) => `said: ${line}`);
    const open = pages.map((page) => `open: ${page.url()}`);
    await Promise.all(this.contexts.map((context) => context.close()));
    return [...open, ...said];
  }
}

/** The program has taken over what moves on the page, and its effects have run (`widgets::hydrated`). Most pages have none. */
export async function hydrated(page) {
  await page.waitForFunction(() => document.querySelector('link[rel=modulepreload]') === null || document.documentElement.dataset.program === 'runs');
}

function reportBreaches() {
  document.addEventListener('securitypolicyviolation', (breach) => console.error(`content security policy: ${breach.violatedDirective} ${breach.blockedURI}`));
}
