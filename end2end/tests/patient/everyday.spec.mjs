// What Joseph Mwangi does with his phone, in bed 2.

import { everyday, ten } from '../support/phone.mjs';

everyday('a patient finds ten everyday things', async (tour) => {
  // His doctor has been on the ward.
  await tour.open('/ward', { as: 'doctor', js: false });
  await ten(tour, 'patient', {
    'reads how he is': async (phone) => {
      await phone.see('heading', 'Hello, Joseph');
      await phone.read('Heartbeat');
    },
    'knows what to do when he feels unwell': (phone) => phone.read(/call your nurse with the bell at your bed/),
    'reads his last day and his score': async (phone) => {
      await phone.go('Record');
      await phone.see('heading', 'My last day');
      await phone.see('heading', 'My early warning score');
    },
    'reads when his dialysis is, and when there is room': async (phone) => {
      await phone.go('Home');
      await phone.tap('link', /^My dialysis/);
      await phone.see('heading', 'My dialysis');
      await phone.tap('link', 'Book a session');
      await phone.see('heading', 'Book a session');
    },
    'writes to his doctor': async (phone) => {
      await phone.go(/^Messages/);
      await phone.tap('link', /Dr Anika Rao/);
      await phone.writes('I slept well, and my legs are quiet.');
    },
    'sees who looked at his record': async (phone) => {
      await phone.go('Home');
      await phone.tap('link', /^Who looked at your record/);
      await phone.see('heading', 'Who looked at your record');
      await phone.read(/Dr Anika Rao, doctor at Riverbend General/);
    },
    'lets research use his record, and takes that back': async (phone) => {
      await phone.go('Sharing');
      await phone.tap('button', 'I agree: Research');
      await phone.read(/It holds from now on/);
      const research = phone.in('region', 'Research');
      await research.unfold(/Take it back|Withdraw|End/i);
      await research.tap('button', /Take it back|Withdraw|End/i);
      await phone.read(/It has ended/);
    },
    'lets his sister see his values': async (phone) => {
      await phone.tap('link', 'People who may see my record');
      await phone.type('Their e-mail address', 'sister@example.org');
      await phone.type('Who they are to you', 'my sister');
      await phone.tap('checkbox', 'Values now');
      await phone.choose('For how long', 'One week');
      await phone.tap('button', 'Let them see it');
      await phone.read('They may see it from now on');
      const row = phone.in('row', /my sister/);
      await row.unfold(/End/);
      await row.tap('button', /^End/);
      await phone.read('It has ended');
    },
    'makes the text larger': async (phone) => {
      await phone.go('Account');
      await phone.enlargesText();
    },
    'signs out': (phone) => phone.signOut(),
  });
});
