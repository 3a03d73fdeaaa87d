// The second factor, as somebody with a phone walks it. In a hospital of its own, because it changes what its people need.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { password, people, signIn } from '../support/people.mjs';
import { Server } from '../support/server.mjs';
import { code, setUp } from '../support/totp.mjs';

const path = (page) => new URL(page.url()).pathname;

for (const js of [true, false]) {
  const how = js ? '' : ', without JavaScript';

  journey(`a hospital asks for a second factor: its admin and a nurse set it up and sign in with it${how}`, async (tour) => {
    const server = await Server.start();
    try {
      const admin = await tour.browse({ js, server });
      await admin.goto('/sign-in');
      await signIn(admin, people.admin.login);
      const nurse = await tour.browse({ js, server });
      await nurse.goto('/sign-in');
      await signIn(nurse, people.nurse.login);
      assert.equal(path(nurse), '/ward');

      await admin.goto('/hospital/sessions');
      assert.match(await admin.locator('main').innerText(), /B\. Achieng/);
      await admin.getByRole('button', { name: 'Ask for a second factor' }).click();
      await admin.getByRole('heading', { level: 1, name: 'Set up a second factor' }).waitFor();
      const hers = await setUp(admin);
      await admin.goto('/hospital/sessions');
      assert.match(await admin.locator('main').innerText(), /password and code/);

      tour.gate.expect(/WebSocket/, /401/, /403/);
      await nurse.goto('/ward');
      assert.equal(path(nurse), '/account/factor', 'nothing else opens');
      const phone = await setUp(nurse);
      await nurse.goto('/ward');
      assert.equal(path(nurse), '/ward');
      await nurse.getByRole('button', { name: 'Sign out' }).click();

      await signIn(nurse, people.nurse.login);
      assert.equal(path(nurse), '/sign-in/code', 'the password alone opens nothing');
      await nurse.getByLabel('Code from your app').fill('000000');
      await nurse.getByRole('button', { name: 'Sign in' }).click();
      assert.match(await nurse.getByRole('alert').innerText(), /This code is not right/);
      // The code of the step in which it was set up is spent; the next one is taken a step early.
      await nurse.getByLabel('Code from your app').fill(code(phone.key, Date.now() + 30_000));
      await nurse.getByRole('button', { name: 'Sign in' }).click();
      await nurse.waitForURL(/\/ward/);

      const other = await tour.browse({ js, server });
      await other.goto('/sign-in');
      await signIn(other, people.admin.login);
      await other.getByLabel('Code from your app').fill(hers.codes[0].toLowerCase());
      await other.getByRole('button', { name: 'Sign in' }).click();
      await other.waitForURL(/\/hospital/);

      // The admin ends the nurse's session from another browser: her open page is closed.
      await other.goto('/hospital/sessions');
      await other.locator('tr', { hasText: 'B. Achieng' }).getByRole('button', { name: /^End the session of B\. Achieng/ }).first().click();
      await other.getByText('That session has ended.').waitFor();
      if (js) await nurse.waitForURL(/\/sign-in\?next=/);
      else {
        await nurse.reload();
        assert.equal(path(nurse), '/sign-in');
      }
    } finally {
      // The browsers go first: a page that still fetches its icon would call the end of its server a fault.
      await Promise.all(tour.contexts.map((context) => context.close()));
      await server.stop();
    }
  });
}

journey('who sits there proves it again with the password, and a wrong one is told', async (tour) => {
  const page = await tour.open('/account/prove?next=/account/factor', { as: 'doctor' });
  await page.getByLabel('Your password').fill('not-my-password');
  await page.getByRole('button', { name: 'Go on' }).click();
  assert.match(await page.getByRole('alert').innerText(), /This is not the password of this account/);
  assert.equal(await page.getByLabel('Your password').inputValue(), '');
  // A session of its own: the others keep the cookie that they share.
  const own = await tour.open('/sign-in', { js: false });
  await signIn(own, people.doctor.login);
  await own.goto('/account/prove?next=/account/factor');
  await own.getByLabel('Your password').fill(password);
  await own.getByRole('button', { name: 'Go on' }).click();
  await own.getByRole('heading', { level: 1, name: 'Second factor' }).waitFor();
});
