// Every page there is, for the journeys that look at all of them. To add one: a line here.

import { dialysisOf, sessionIn, signedOn } from './dialysis.mjs';

/** `path` may be a function of the tour. `status`: when it is not 200. */
export const pages = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'recover', path: '/recover' },
  { name: 'register', path: '/register' },
  { name: 'register-waiting', path: '/register/waiting' },
  { name: 'register-hospital', path: '/register/hospital' },
  { name: 'ward', path: '/ward', as: 'doctor' },
  { name: 'ward-by-bed', path: '/ward?sort=bed', as: 'nurse' },
  { name: 'patient', path: (tour) => patientPath(tour, 5), as: 'doctor' },
  { name: 'account', path: '/account', as: 'doctor' },
  { name: 'factor', path: '/account/factor', as: 'doctor' },
  { name: 'messages', path: '/messages', as: 'doctor' },
  { name: 'my-messages', path: '/my/messages', as: 'patient' },
  { name: 'conversation', path: (tour) => roomPath(tour, 'doctor', '/messages'), as: 'doctor' },
  { name: 'my-conversation', path: (tour) => roomPath(tour, 'patient', '/my/messages'), as: 'patient' },
  { name: 'notifications', path: '/notifications', as: 'admin' },
  { name: 'my-notifications', path: '/my/notifications', as: 'patient' },
  { name: 'system-alerts', path: '/system-alerts', as: 'technician' },
  { name: 'my-system-alerts', path: '/my/system-alerts', as: 'patient' },
  { name: 'system-alerts-set', path: '/hospital/system-alerts', as: 'admin' },
  { name: 'prove', path: '/account/prove?next=/ward', as: 'doctor' },
  { name: 'sessions', path: '/hospital/sessions', as: 'admin' },
  { name: 'my-account', path: '/my/account', as: 'patient' },
  { name: 'my-patients', path: '/patients', as: 'doctor' },
  { name: 'patients', path: '/patients', as: 'receptionist' },
  { name: 'patient-register', path: '/patients/register', as: 'receptionist' },
  { name: 'patient-record', path: async (tour) => `${await patientPath(tour, 5)}/record`, as: 'receptionist' },
  { name: 'patient-record-nurse', path: async (tour) => `${await patientPath(tour, 5)}/record`, as: 'nurse' },
  { name: 'patient-identity', path: async (tour) => `${await patientPath(tour, 5)}/record/identity`, as: 'receptionist' },
  { name: 'patient-join', path: async (tour) => `${await patientPath(tour, 5)}/record/join`, as: 'admin' },
  { name: 'patient-allergies', path: async (tour) => `${await patientPath(tour, 5)}/record/allergies`, as: 'nurse' },
  { name: 'patient-flags', path: async (tour) => `${await patientPath(tour, 1)}/record/flags`, as: 'nurse' },
  { name: 'patient-conditions', path: async (tour) => `${await patientPath(tour, 5)}/record/conditions`, as: 'doctor' },
  { name: 'patient-medicines', path: async (tour) => `${await patientPath(tour, 5)}/record/medicines`, as: 'nurse' },
  { name: 'patient-person', path: async (tour) => `${await patientPath(tour, 5)}/record/contacts?kind=person`, as: 'receptionist' },
  { name: 'patient-insurance', path: async (tour) => `${await patientPath(tour, 5)}/record/insurance`, as: 'receptionist' },
  { name: 'patient-documents', path: async (tour) => `${await patientPath(tour, 5)}/record/documents`, as: 'receptionist' },
  { name: 'patient-contacts', path: async (tour) => `${await patientPath(tour, 5)}/record/contacts`, as: 'receptionist' },
  { name: 'patient-surgeries', path: async (tour) => `${await patientPath(tour, 5)}/record/surgeries`, as: 'nurse' },
  { name: 'search', path: '/search', as: 'doctor' },
  { name: 'my-search', path: '/my/search', as: 'patient' },
  { name: 'devices', path: '/devices', as: 'technician' },
  { name: 'machines', path: '/hospital/machines', as: 'admin' },
  { name: 'data-quality', path: '/hospital/data-quality', as: 'admin' },
  { name: 'machine-register', path: '/hospital/machines/register', as: 'admin' },
  { name: 'alarm-rules', path: '/hospital/alarms', as: 'admin' },
  { name: 'on-call', path: '/hospital/on-call', as: 'admin' },
  { name: 'on-call-read', path: '/hospital/on-call', as: 'nurse' },
  { name: 'alarm-budget', path: '/hospital/alarm-budget', as: 'admin' },
  { name: 'places', path: '/hospital/places', as: 'admin' },
  { name: 'places-of-ward', path: (tour) => placesPath(tour), as: 'admin' },
  { name: 'calls', path: '/calls', as: 'nurse' },
  { name: 'critical', path: '/critical', as: 'doctor' },
  { name: 'critical-of-house', path: '/critical', as: 'admin' },
  { name: 'critical-of-patient', path: (tour) => criticalPath(tour), as: 'doctor' },
  { name: 'curves', path: async (tour) => `${await patientPath(tour, 7)}/curves`, as: 'doctor' },
  { name: 'curve', path: (tour) => stripPath(tour), as: 'doctor' },
  { name: 'minutes', path: async (tour) => `${await patientPath(tour, 7)}/minutes`, as: 'doctor' },
  { name: 'minutes-around', path: async (tour) => (await stripPath(tour)).replace('/curves/', '/minutes/'), as: 'doctor' },
  { name: 'monitor', path: async (tour) => `${await patientPath(tour, 7)}/monitor`, as: 'doctor' },
  { name: 'patient-limits', path: async (tour) => `${await patientPath(tour, 1)}/limits`, as: 'doctor' },
  { name: 'water', path: '/hospital/machines/water', as: 'nurse' },
  { name: 'machine', path: (tour) => machinePath(tour), as: 'admin' },
  { name: 'machine-of-technician', path: (tour) => monitorPath(tour), as: 'technician' },
  { name: 'machine-maintenance', path: async (tour) => `${await machinePath(tour)}/maintenance`, as: 'admin' },
  { name: 'machine-disinfection', path: async (tour) => `${await machinePath(tour)}/disinfection`, as: 'nurse' },
  { name: 'machine-gaps', path: async (tour) => `${await machinePath(tour)}/gaps`, as: 'doctor' },
  { name: 'machine-log', path: async (tour) => `${await machinePath(tour)}/log`, as: 'doctor' },
  { name: 'machine-messages', path: async (tour) => `${await monitorPath(tour)}/messages`, as: 'technician' },
  { name: 'machine-message', path: (tour) => messagePath(tour), as: 'technician' },
  { name: 'machine-limits', path: async (tour) => `${await machinePath(tour)}/limits`, as: 'admin' },
  { name: 'machine-documents', path: async (tour) => `${await machinePath(tour)}/documents`, as: 'admin' },
  { name: 'machine-label', path: async (tour) => `${await machinePath(tour)}/label`, as: 'admin' },
  { name: 'machine-edit', path: async (tour) => `${await machinePath(tour)}/edit`, as: 'admin' },
  { name: 'machine-work', path: (tour) => workPath(tour), as: 'admin' },
  { name: 'pharmacy', path: '/pharmacy', as: 'pharmacist' },
  { name: 'home-of-clerk', path: '/home', as: 'clerk' },
  { name: 'hospital', path: '/hospital', as: 'admin' },
  { name: 'staff', path: '/hospital/staff', as: 'admin' },
  { name: 'registrations', path: '/registrations', as: 'receptionist' },
  { name: 'clients', path: '/hospital/clients', as: 'admin' },
  { name: 'device-tokens', path: '/hospital/devices/tokens', as: 'admin' },
  { name: 'gateways', path: '/hospital/gateways', as: 'admin' },
  { name: 'audit', path: '/hospital/audit', as: 'admin' },
  { name: 'outbox', path: '/hospital/outbox', as: 'admin' },
  { name: 'accounts', path: '/platform/accounts', as: 'platform' },
  { name: 'platform', path: '/platform/hospitals', as: 'platform' },
  { name: 'duties', path: '/hospital/duties', as: 'admin' },
  { name: 'access', path: '/hospital/access', as: 'admin' },
  { name: 'access-of-a-role', path: '/hospital/access?role=nurse', as: 'admin' },
  { name: 'rights', path: '/hospital/rights', as: 'admin' },
  { name: 'hand-over', path: '/devices/hand-over', as: 'technician' },
  { name: 'care-team', path: async (tour) => `${await patientPath(tour, 5)}/care`, as: 'doctor' },
  { name: 'care-team-assigned', path: async (tour) => `${await patientPath(tour, 5)}/care`, as: 'admin' },
  { name: 'emergency', path: '/emergency', as: 'doctor' },
  { name: 'emergencies', path: '/hospital/emergencies', as: 'admin' },
  { name: 'my', path: '/my', as: 'patient' },
  { name: 'my-record', path: '/my/record', as: 'patient' },
  { name: 'my-access', path: '/my/access', as: 'patient' },
  { name: 'my-consents', path: '/my/consents', as: 'patient' },
  { name: 'my-proxies', path: '/my/proxies', as: 'patient' },
  { name: 'my-preferences', path: '/my/preferences', as: 'patient' },
  { name: 'consents', path: '/hospital/consents', as: 'admin' },
  { name: 'dialysis', path: '/dialysis', as: 'doctor' },
  { name: 'dialysis-lots', path: '/dialysis/lots', as: 'nurse' },
  { name: 'dialysis-forecast', path: '/dialysis/forecast', as: 'admin' },
  { name: 'dialysis-patient', path: async (tour) => dialysisOf(await sessionOf(tour, 'Running')), as: 'doctor' },
  { name: 'dialysis-prescription', path: async (tour) => `${dialysisOf(await sessionOf(tour, 'Running'))}/prescription`, as: 'doctor' },
  { name: 'dialysis-access', path: async (tour) => `${dialysisOf(await sessionOf(tour, 'Running'))}/access`, as: 'nurse' },
  { name: 'dialysis-updates', path: async (tour) => dialysisOf(await sessionOf(tour, 'Running')).replace(/dialysis$/, 'updates'), as: 'doctor' },
  { name: 'dialysis-running', path: async (tour) => (await sessionOf(tour, 'Running')).path, as: 'nurse' },
  { name: 'dialysis-booked', path: async (tour) => (await notBegun(tour)).path, as: 'nurse' },
  { name: 'dialysis-signed', path: (tour) => signedPath(tour), as: 'doctor' },
  { name: 'dialysis-hand-over', path: async (tour) => `${(await sessionOf(tour, 'Running')).path}/hand-over`, as: 'nurse' },
  { name: 'diary', path: '/dialysis/diary', as: 'nurse' },
  { name: 'diary-week', path: '/dialysis/diary?view=week', as: 'nurse' },
  { name: 'diary-plan', path: '/dialysis/plan', as: 'nurse' },
  { name: 'diary-waiting', path: '/dialysis/waiting', as: 'nurse' },
  { name: 'diary-missed', path: '/dialysis/missed', as: 'nurse' },
  { name: 'diary-figures', path: '/hospital/dialysis', as: 'admin' },
  { name: 'my-call', path: '/my/call', as: 'patient' },
  { name: 'my-dialysis', path: '/my/dialysis', as: 'patient' },
  { name: 'my-dialysis-book', path: '/my/dialysis/book', as: 'patient' },
  { name: 'portal', path: async (tour) => `${await patientPath(tour, 2)}/portal`, as: 'admin' },
  { name: 'portal-preview', path: async (tour) => `${await patientPath(tour, 2)}/portal/preview`, as: 'nurse' },
  { name: 'home', path: '/' },
  // Pages behind a link that somebody was sent, as they are without one.
  { name: 'recover-new', path: '/recover/new', status: 410 },
  { name: 'register-verify', path: '/register/verify', status: 410 },
  { name: 'register-hospital-verify', path: '/register/hospital/verify', status: 410 },
  { name: 'invitation', path: '/invitation', status: 410 },
  { name: 'verify-email', path: '/verify/email', status: 410 },
  { name: 'offline', path: '/offline.html' },
  { name: 'forbidden', path: '/ward', as: 'technician', status: 403 },
  { name: 'not-found', path: '/nowhere', as: 'doctor', status: 404 },
  { name: 'api', path: '/api/v1/docs' },
];

/** The address of the patient in a bed, as the ward links it. */
async function patientPath(tour, number) {
  tour.paths ??= new Map();
  if (!tour.paths.has(number)) tour.paths.set(number, await findPath(tour, number));
  return tour.paths.get(number);
}

async function findPath(tour, number) {
  const page = await tour.browse({ as: 'doctor', js: false });
  await page.goto('/ward');
  const path = await page.locator('.bed', { has: page.locator('.bed__number', { hasText: new RegExp(`^${number}$`) }) }).getByRole('link').getAttribute('href');
  await page.close();
  return path;
}

/** Looks something up once for a journey. */
async function once(tour, key, look) {
  tour.known ??= new Map();
  if (!tour.known.has(key)) tour.known.set(key, await look());
  return tour.known.get(key);
}

/** What stands on a page without a program, to whoever reads it. */
async function onPage(tour, as, path, look) {
  const page = await tour.browse({ as, js: false });
  await page.goto(path);
  const found = await look(page);
  await page.close();
  return found;
}

/** A session of today in the dialysis unit. */
const sessionOf = (tour, stage) => once(tour, `session ${stage}`, () => onPage(tour, 'nurse', '/dialysis', (page) => sessionIn(page, stage)));

/** One that has not begun. The long journeys receive whoever is booked: then somebody waits at a chair. */
const notBegun = (tour) => once(tour, 'session not begun', () => onPage(tour, 'nurse', '/dialysis', (page) => sessionIn(page, 'Booked').catch(() => sessionIn(page, 'Checked in'))));

/** A session of somebody whose next one runs now, that was signed. */
const signedPath = (tour) => once(tour, 'signed', async () => onPage(tour, 'nurse', dialysisOf(await sessionOf(tour, 'Running')), (page) => signedOn(page)));

/** The conversation that stands first in somebody's list. */
const roomPath = (tour, as, list) => once(tour, `room ${as}`, () => onPage(tour, as, list, (page) => page.locator('main .rows__link').first().getAttribute('href')));

/** The recorded alarm of bed 7, as the demo was filled with it: the oldest of those with curves. */
const stripPath = (tour) =>
  once(tour, 'strip', async () =>
    onPage(tour, 'doctor', `${await patientPath(tour, 7)}/curves`, (page) => page.locator('[aria-labelledby="curves"]').getByRole('link', { name: 'Alarm of the machine', exact: true }).last().getAttribute('href')),
  );

/** Of whom a critical value waits in the demo. */
const criticalPath = (tour) => once(tour, 'critical', () => onPage(tour, 'doctor', '/critical', (page) => page.locator('[aria-labelledby="waiting"] tbody a').first().getAttribute('href')));

/** A dialysis machine. */
const machinePath = (tour) =>
  once(tour, 'machine', () =>
    onPage(tour, 'admin', '/hospital/machines', (page) => page.locator('[aria-labelledby="machines"]').getByRole('link', { name: /^Machine D-/ }).first().getAttribute('href')),
  );

/** The bedside monitor that K. Mensah keeps, and what it sent as HL7. */
const monitorPath = (tour) => once(tour, 'monitor', () => onPage(tour, 'technician', '/hospital/machines', (page) => page.getByRole('link', { name: 'Monitor bed 1', exact: true }).first().getAttribute('href')));
const messagePath = (tour) =>
  once(tour, 'message', async () => onPage(tour, 'technician', `${await monitorPath(tour)}/messages`, (page) => page.locator('[aria-labelledby="messages"] tbody th a').first().getAttribute('href')));

/** The places of the first ward. */
const placesPath = (tour) => once(tour, 'places', () => onPage(tour, 'admin', '/hospital/places', (page) => page.locator('[aria-labelledby="wards"] tbody th a').first().getAttribute('href')));

/** A piece of work on it that is open; it is begun when there is none. */
const workPath = (tour) =>
  once(tour, 'work', async () =>
    onPage(tour, 'admin', `${await machinePath(tour)}/maintenance`, async (page) => {
      const open = page.locator('[aria-labelledby="open"] tbody th a');
      if (await open.count()) return open.first().getAttribute('href');
      const form = page.locator('[aria-labelledby="repair-new"]');
      await form.getByLabel('What is done').fill('Look at the pump');
      await form.getByRole('button').click();
      await page.getByText('The work has begun.').waitFor();
      return new URL(page.url()).pathname;
    }),
  );

/** Opens one of them; `lang`: in another language than the browser's; `text`: `large`; `before`: done with the empty page. */
export async function openPage(tour, one, options = {}) {
  const path = typeof one.path === 'function' ? await one.path(tour) : one.path;
  const page = await tour.browse({ as: one.as, ...options });
  await options.before?.(page);
  if (options.lang) await page.context().addCookies([{ name: 'wl_lang', value: options.lang, url: tour.server.url }]);
  if (options.text) await page.context().addCookies([{ name: 'wl_text', value: options.text, url: tour.server.url }]);
  if (one.status) tour.gate.expect(new RegExp(`${one.status}`));
  const answer = await tour.go(page, path, options);
  if (answer.status() !== (one.status ?? 200)) throw new Error(`${path} answered ${answer.status()}`);
  return page;
}
