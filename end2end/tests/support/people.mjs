// The people of the demo hospital and how they sign in. Most journeys begin signed in: each role signs in once through the form, and
// its cookies are handed to the pages that follow.

/** One account per role, as the terminal lists them. */
export const people = {
  doctor: { login: 'anika.rao@riverbend.example', home: '/ward' },
  nurse: { login: 'b.achieng@riverbend.example', home: '/ward' },
  technician: { login: 'k.mensah@riverbend.example', home: '/hospital/machines' },
  colleague: { login: 'j.boateng@riverbend.example', home: '/hospital/machines' },
  pharmacist: { login: 'laila.haddad@riverbend.example', home: '/pharmacy' },
  admin: { login: 'samuel.ortiz@riverbend.example', home: '/hospital' },
  elsewhere: { login: 'marta.silva@hillside.example', home: '/ward' },
  receptionist: { login: 'grace.wambui@riverbend.example', home: '/registrations' },
  clerk: { login: 'peter.lindqvist@riverbend.example', home: '/home' },
  responder: { login: 'chidi.eze@riverbend.example', home: '/emergency' },
  platform: { login: 'ines.carvalho@wardlight.example', home: '/platform/hospitals' },
  patient: { login: 'bed2@riverbend.example', home: '/my' },
};
/** Nobody real: every demo account has it, and the sign-in page shows it. */
export const password = 'calm-ward-tonight';

/** Fills in the form of the page and sends it. */
export async function signIn(page, login, secret = password) {
  await page.getByLabel('Email or phone number').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  // The answer is a redirect, and its page has to be there before anybody looks.
  await Promise.all([page.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.status() === 200), page.getByRole('button', { name: 'Sign in' }).click()]);
  await page.waitForLoadState('domcontentloaded');
}

/** Says who sits there, when a page asks for it: the sign-in that journeys share may be older than five minutes. Answers whether it did. */
export async function proveIfAsked(page) {
  if (!new URL(page.url()).pathname.endsWith('/prove')) return false;
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/prove'));
  return true;
}

/** Cookies of a role, by a sign-in that happens once for each server. */
export async function cookiesOf(browser, server, role) {
  const kept = server.signedIn.get(role);
  // Whoever signs in for the sixth time ends their oldest session, and journeys sign in too.
  if (!kept || !(await holds(server, role, await kept))) server.signedIn.set(role, fetchCookies(browser, server, role));
  return server.signedIn.get(role);
}

async function holds(server, role, { cookies }) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await fetch(server.url + people[role].home, { headers: { cookie }, redirect: 'manual' });
  return answer.status === 200 || !answer.headers.get('location')?.startsWith('/sign-in');
}

async function fetchCookies(browser, server, role) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${server.url}/sign-in`);
    await signIn(page, people[role].login);
    const at = new URL(page.url()).pathname;
    if (!`${at}/`.startsWith(`${people[role].home}/`)) throw new Error(`The ${role} came to ${at} after signing in.`);
    return await context.storageState();
  } finally {
    await context.close();
  }
}
