// Each role has a home, sees there what exists, and opens nobody else's pages.

import assert from 'node:assert/strict';
import { journey } from '../support/journey.mjs';
import { people, signIn } from '../support/people.mjs';
import { bed, card } from '../support/ward.mjs';

/** What stands on each home, and where else its role may go. */
const homes = {
  doctor: { title: 'Ward 4 · Renal', holds: /12 patients/, also: ['/account'] },
  nurse: { title: 'Ward 4 · Renal', holds: /12 patients/, also: ['/account'] },
  technician: { title: 'Machines', holds: /Monitor bed 1/, also: ['/devices', '/account'] },
  pharmacist: { title: 'Pharmacy', holds: /Nothing has been prescribed/, also: ['/account'] },
  admin: { title: 'Today', holds: /Beds taken/, also: ['/devices', '/account'] },
  clerk: { title: 'Home', holds: /Billing is not built here yet/, also: ['/account'] },
};
const pages = ['/ward', '/devices', '/pharmacy', '/hospital', '/account'];

for (const [role, home] of Object.entries(homes)) {
  journey(`a ${role} lands at home, and no other role's page opens`, async (tour) => {
    const page = await tour.open('/', { as: role });
    assert.equal(new URL(page.url()).pathname, people[role].home);
    await page.getByRole('heading', { level: 1, name: home.title }).waitFor();
    assert.match(await page.locator('main').innerText(), home.holds);
    tour.gate.expect(/403/);
    for (const path of pages) {
      const answer = await page.goto(path);
      const mine = path === people[role].home || home.also.includes(path);
      assert.equal(answer.status(), mine ? 200 : 403, `${role} at ${path}`);
      if (!mine) {
        await page.getByRole('heading', { level: 1, name: 'You may not open this page' }).waitFor();
        assert.match(await page.locator('.error-page').innerText(), /needs the right to .+, which your account does not have here\.\s+The administrator/);
        assert.equal(await page.getByRole('link', { name: 'Go to my page' }).getAttribute('href'), '/');
      }
    }
    // The portal is another realm, with another cookie: staff is nobody there.
    await page.goto('/my');
    assert.equal(new URL(page.url()).pathname, '/sign-in');
  });
}

journey('a page that is none, a patient who is none and another hospital are all answered alike', async (tour) => {
  const page = await tour.browse({ as: 'doctor' });
  tour.gate.expect(/404/);
  const said = [];
  for (const path of ['/nowhere', '/patients/0190a5e4-7b8c-7def-8123-456789abcdef', '/patients/nonsense', '/ward/0190a5e4-7b8c-7def-8123-456789abcdef']) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 404, path);
    said.push(await page.locator('.error-page').innerText());
  }
  assert.equal(new Set(said).size, 1);
  assert.match(said[0], /There is nothing at this address for you/);
});

journey('the technician sees how devices report, and no patient', async (tour) => {
  const page = await tour.open('/devices', { as: 'technician' });
  // C17: the one device that is theirs.
  assert.equal(await card(page, 'devices').locator('tbody tr').count(), 1);
  const text = await page.locator('main').innerText();
  for (const name of ['FERREIRA', 'Okafor', 'OKAFOR', 'RG-20']) assert.equal(text.includes(name), false, name);
});

journey('a doctor of another hospital sees their own ward only', async (tour) => {
  const foreign = await tour.browse({ as: 'doctor', js: false });
  await foreign.goto('/ward');
  const path = await bed(foreign, 5).getByRole('link').getAttribute('href');

  const page = await tour.open('/ward', { as: 'elsewhere' });
  await page.getByRole('heading', { level: 1, name: 'Ward A' }).waitFor();
  const main = await page.locator('main').innerText();
  assert.match(main, /LINDQVIST/);
  assert.doesNotMatch(main, /FERREIRA|OKAFOR/);
  assert.match(await page.getByRole('article', { name: 'Bed 3, free' }).innerText(), /Free/);
  tour.gate.expect(/404/);
  assert.equal((await page.goto(path)).status(), 404, "another hospital's patient is nobody");
});

// In a hospital of its own, because all sessions of the account end, and are counted.
journey('somebody signs out everywhere', async (tour) => {
  const technician = 'yusuf.demir@riverbend.example';
  const isIn = (url) => url.pathname !== '/sign-in';
  const page = await tour.open('/sign-in');
  await signIn(page, technician);
  await page.waitForURL(isIn);
  const second = await tour.open('/sign-in');
  await signIn(second, technician);
  await second.waitForURL(isIn);
  await page.goto('/account');
  const sessions = card(page, 'your-sessions');
  assert.equal(await sessions.locator('tbody tr').count(), 2);
  assert.match(await sessions.locator('tbody').innerText(), /This one/);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.waitForURL(/\/sign-in/);
  await second.reload();
  await second.waitForURL(/\/sign-in\?next=/);
}, { own: true });
