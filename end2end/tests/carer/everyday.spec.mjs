// What Sara Lindqvist sees of her father's record on her phone: what he let her see, and nothing else.

import { mailTo } from '../support/mail.mjs';
import { everyday, ten } from '../support/phone.mjs';

const login = 'sara.lindqvist@example.org';
const secret = 'seven boats on the lake';

/** He lets her in; she asks for an account and answers the mail. */
async function letIn(tour) {
  const patient = await tour.browse({ as: 'patient', js: false });
  await patient.goto('/my/proxies');
  await patient.getByLabel('Their e-mail address').fill(login);
  await patient.getByLabel('Who they are to you').fill('my daughter');
  for (const part of ['Values now', 'List of readings']) await patient.getByLabel(part).check();
  await patient.getByLabel('For how long').selectOption({ label: 'One month' });
  await patient.getByRole('button', { name: 'Let them see it' }).click();
  await patient.getByRole('status').getByText('They may see it from now on').waitFor();
  const page = await tour.browse({ js: false });
  await page.goto('/register');
  await page.getByLabel('Hospital').selectOption('Riverbend General');
  await page.getByLabel('Health id').fill('91-7879-8829-4957');
  await page.getByLabel('Given name').fill('Sara');
  await page.getByLabel('Family name').fill('Lindqvist');
  await page.getByLabel('Date of birth').fill('1969-02-04');
  await page.getByLabel('Email').fill(login);
  await page.getByRole('button', { name: 'Ask for an account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
  const reader = await tour.browse({ as: 'admin', js: false });
  const { link } = await mailTo(reader, login, 'Confirm your e-mail address');
  await page.goto(link);
  await page.getByLabel('New password').fill(secret);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('heading', { level: 1, name: 'What happens next' }).waitFor();
}

everyday('a carer finds ten everyday things', async (tour) => {
  await letIn(tour);
  await ten(
    tour,
    'carer',
    {
      'reads whose record is open': (phone) => phone.read(/You are reading the record of/),
      'reads how he is': (phone) => phone.read('Heartbeat'),
      'reads what he does not share': (phone) => phone.read(/does not show this part/),
      'reads older values': async (phone) => {
        await phone.go('Record');
        await phone.see('heading', 'My readings');
      },
      'sees whose records her account opens, and until when': async (phone) => {
        await phone.go('People');
        await phone.read(/Joseph Mwangi/);
        await phone.read('Open now');
      },
      'goes back to how he is': async (phone) => {
        await phone.go('Home');
        await phone.read('Heartbeat');
      },
      'makes the text larger': async (phone) => {
        await phone.go('Account');
        await phone.enlargesText();
      },
      'reads the pages in French, and goes back to English': (phone) => phone.readsFrench(),
      'sees where she is signed in': (phone) => phone.in('region', 'Where you are signed in').read('This one'),
      'signs out': (phone) => phone.signOut(),
    },
    { login, secret },
  );
});
