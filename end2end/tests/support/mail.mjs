// Mails of a demo, as its admins read them: on the outbox page.

/** The text of the newest mail to an address, and the path of its link; waits until it is there, after as many `earlier` ones with this subject. */
export async function mailTo(page, address, subject, { earlier = 0 } = {}) {
  const mails = page.locator('section.card').filter({ has: page.locator('.mail__to', { hasText: address }) }).filter({ hasText: subject });
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto('/hospital/outbox');
    if ((await mails.count()) > earlier) {
      const mail = mails.first();
      const link = mail.getByRole('link');
      return { text: await mail.innerText(), link: (await link.count()) > 0 ? await link.first().getAttribute('href') : null };
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`no mail "${subject}" to ${address} came`);
}
