// What journeys look for on the ward board.

import assert from 'node:assert/strict';

/** A card of a page, by the id of its title. */
export const card = (page, id) => page.locator(`[aria-labelledby="${id}"]`);

/** The card of a bed. */
export const bed = (page, number) => page.getByRole('article', { name: `Bed ${number}`, exact: true });

/** The alarm of a bed in the strip, wherever in the strip it stands. */
export const alarmOf = (page, number) => page.locator('.strip .alarm').filter({ has: page.locator('.alarm__title', { hasText: new RegExp(`^Bed ${number} ·`) }) });

/** Its button; the strip is opened when the alarm is not among the first three. */
export async function answerButton(page, alarm) {
  const button = alarm.getByRole('button');
  const more = page.locator('.strip__more > summary');
  if (!(await button.isVisible()) && (await more.count()) > 0) await more.click();
  return button;
}

/**
 * Watches the texts of values from now on, without their ages: `window.walked` then holds `{ bed, text, kind }` for each change,
 * the cards themselves, so that it can be told whether one was drawn anew, and the beds on which nothing changed yet.
 */
export async function watchValues(page) {
  await page.evaluate(() => {
    const board = document.querySelector('.board__beds');
    const walked = { changes: [], cards: [...board.querySelectorAll('.bed')] };
    const values = '.vital__value, .bed__minor b, .bed__minor > span:last-child, .news__square > [aria-hidden]';
    new MutationObserver((mutations) => {
      for (const mutation of mutations) {
        const element = mutation.target.nodeType === Node.TEXT_NODE ? mutation.target.parentElement : mutation.target;
        if (!element?.closest(values)) continue;
        walked.changes.push({ bed: element.closest('.bed')?.getAttribute('aria-label'), text: mutation.target.textContent, kind: mutation.type });
      }
    }).observe(board, { subtree: true, characterData: true, childList: true });
    walked.unmoved = () => {
      const moved = new Set(walked.changes.map((change) => change.bed));
      return walked.cards.map((card) => card.getAttribute('aria-label')).filter((bed) => !bed.includes('free') && !moved.has(bed));
    };
    window.walked = walked;
  });
}

/** Marks the document, so that [`stillTheSame`] can tell whether it was loaded anew. */
export const mark = (page) => page.evaluate(() => { window.sameDocument = true; });

export async function stillTheSame(page) {
  assert.equal(await page.evaluate(() => window.sameDocument === true), true, 'the page was loaded anew');
}
