// The browser: the system's own Chromium, with an empty profile, that asks nobody for anything. The tests take its headless shell where it is installed: the same
// engine without the windows around it, which opens a page for half the processor time.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const inPath = (name) => (process.env.PATH ?? '').split(':').map((folder) => join(folder, name)).find((path) => existsSync(path));
const program = process.env.CHROMIUM || inPath('chromium-headless-shell') || inPath('chromium');

/** What draws: `chromium` or `headless-shell`. They set letters differently. */
export const drawer = program?.includes('headless-shell') ? 'headless-shell' : 'chromium';

export const launch = () =>
  chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--disable-dev-shm-usage',
    ],
  });

/** The sizes that count: a desk, a tablet, two phones. */
export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  small: { width: 360, height: 780 },
};
