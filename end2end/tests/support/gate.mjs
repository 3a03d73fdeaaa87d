// The gate of every page: a console error or warning, an error of the program, a request that fails or is refused, or a breach of the content
// security policy fails the journey. What a journey causes on purpose it names beforehand with `expect`.

/** What browsers say without anything being wrong. */
const harmless = [
  // A page that is left gives up what it was still loading.
  /net::ERR_ABORTED/,
  // A page without a program, or one left at once, does not use what its head fetched ahead.
  /was preloaded using link preload but not used/,
];

/** What a page says when its server was killed, or the way to it is cut. */
export const serverGone = [/net::ERR_CONNECTION_REFUSED/, /net::ERR_EMPTY_RESPONSE/, /net::ERR_CONNECTION_RESET/, /net::ERR_SOCKET_NOT_CONNECTED/, /WebSocket connection to .* failed/];

export class Gate {
  constructor() {
    this.seen = [];
    this.expected = [];
  }

  /** Watches a page from now on. */
  watch(page) {
    // A panic brings a stack of numbered functions that says nothing.
    const say = (what) => this.seen.push(`${what.split('\n\nStack:')[0].replace(/\s+/g, ' ')}  (on ${page.url()})`);
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) say(`console ${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => say(`page error: ${error.message}`));
    page.on('crash', () => say('the page crashed'));
    page.on('requestfailed', (request) => say(`request failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (answer) => {
      if (answer.status() >= 400) say(`answer ${answer.status()}: ${answer.request().method()} ${answer.url()}`);
    });
  }

  /** This will be seen, and is right in this journey. */
  expect(...patterns) {
    this.expected.push(...patterns);
  }

  /** What nobody expected. */
  faults() {
    const known = [...harmless, ...this.expected];
    return [...new Set(this.seen)].filter((line) => !known.some((pattern) => pattern.test(line)));
  }
}
