// Every page there is, for the journeys that look at all of them. To add one: a line here.

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
  { name: 'notifications', path: '/notifications', as: 'admin' },
  { name: 'my-notifications', path: '/my/notifications', as: 'patient' },
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
  { name: 'search', path: '/search', as: 'doctor' },
  { name: 'my-search', path: '/my/search', as: 'patient' },
  { name: 'devices', path: '/devices', as: 'technician' },
  { name: 'pharmacy', path: '/pharmacy', as: 'pharmacist' },
  { name: 'hospital', path: '/hospital', as: 'admin' },
  { name: 'staff', path: '/hospital/staff', as: 'admin' },
  { name: 'registrations', path: '/registrations', as: 'receptionist' },
  { name: 'clients', path: '/hospital/clients', as: 'admin' },
  { name: 'device-tokens', path: '/hospital/devices/tokens', as: 'admin' },
  { name: 'audit', path: '/hospital/audit', as: 'admin' },
  { name: 'outbox', path: '/hospital/outbox', as: 'admin' },
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
  { name: 'portal', path: async (tour) => `${await patientPath(tour, 2)}/portal`, as: 'admin' },
  { name: 'portal-preview', path: async (tour) => `${await patientPath(tour, 2)}/portal/preview`, as: 'nurse' },
  { name: 'forbidden', path: '/ward', as: 'technician', status: 403 },
  { name: 'not-found', path: '/nowhere', as: 'doctor', status: 404 },
  { name: 'api', path: '/api/v1/docs' },
];

/** The address of the patient in a bed, as the ward links it. */
async function patientPath(tour, number) {
  const page = await tour.browse({ as: 'doctor', js: false });
  await page.goto('/ward');
  const path = await page.locator('.bed', { has: page.locator('.bed__number', { hasText: new RegExp(`^${number}$`) }) }).getByRole('link').getAttribute('href');
  await page.close();
  return path;
}

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
