// Accessibility: axe-core on the page as it stands, WCAG 2.0 to 2.2, A and AA.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Every violation as one line: rule, element, why. Empty when the page is clean. */
export async function violations(page) {
  // Evaluated, not added as a script: the page's own policy forbids foreign scripts, and keeps doing so.
  await page.evaluate(source);
  const { violations: found } = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }), tags);
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}
