// Mails of a demo, as its admins read them: on the outbox page.

/** The text of the newest mail to an address, and the path of its link; waits until it is there. */
export async function mailTo(page, address, subject) {
  const mail = page.locator('section.card').filter({ has: page.locator('.mail__to', { hasText: address }) }).filter({ hasText: subject }).first();
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto('/hospital/outbox');
    if ((await mail.count()) > 0) {
      const link = mail.getByRole('link');
      return { text: await mail.innerText(), link: (await link.count()) > 0 ? await link.first().getAttribute('href') : null };
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`no mail "${subject}" to ${address} came`);
}
