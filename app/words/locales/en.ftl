### English. Every other file is compared with this one; how to add a message or a language: src/lib.rs.

-language-name = English
-direction = ltr
# Unicode CLDR 46, cardinal rules of English.
-plurals = one: i = 1 and v = 0
-decimal = .
-group = ,

## The frame of every page

skip-to-page = Skip to the page
sign-out = Sign out
theme-day = Day
theme-night = Night
second-display = The monitor at the bed keeps the primary alarm.

## Time

age-seconds = { $n } s
age-minutes = { $n } min
age-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

# Time

months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
weekdays = Thursday Friday Saturday Sunday Monday Tuesday Wednesday
date-long = { $day } { $month } { $year }
date-clock = { $day } { $month } { $clock }
date-spoken = { $weekday } { $day } { $month }, { $clock }
age-hours = { $n } h
age-hours-minutes = { $h } h { $m }
ago = { $age } ago

# The frame of every page

main = Main
language = Language
page-title = { $title } · Wardlight
error-title = Error: { $title }
wardlight-home = Wardlight, home
problem = There is a problem
optional = (optional)
loading = Loading
did-not-load = { $what } did not load.
rest-is-current = The rest of the page is current.
reference-short = ref { $reference }
reference = Reference { $reference }
try-again = Try again
try-now = Try now
undo = Undo
no-connection-since = No connection since { $at }.
last-known-state = You see the last known state. It is tried again by itself.
signed-out-at = You are signed out at { $at }.
press-to-stay = Press a key or touch the page to stay.
save-and-sign-in = Save what you are writing, and sign in again.
stay-signed-in = Stay signed in
needs-script = { $what } needs JavaScript, which is switched off in this browser. What you see is as of when the page was loaded.

# How live a page is

as-loaded = As loaded
live = Live
not-connected = Not connected
pause-updates = Pause updates
resume = Resume
paused = Paused { $clock }, { $age } ago. Alarms still come.

# Roles

role-doctor = Doctor
role-nurse = Nurse
role-technician = Technician
role-pharmacist = Pharmacist
role-receptionist = Receptionist
role-billing-clerk = Billing clerk
role-lab-technician = Laboratory technician
role-emergency-responder = Emergency responder
role-hospital-admin = Administrator
role-super-admin = Platform administrator
role-patient = Patient
role-proxy = Carer

# Places in the navigation

place-my-patients = My patients
place-patients = Patients
place-home = Home
place-record = Record
place-sharing = Sharing
place-account = Account
place-people = People
place-ward = Ward
place-devices = Devices
place-pharmacy = Pharmacy
place-hospital = Hospital
place-registrations = Requests
place-platform = Hospitals

# Sign in

calm-ward = A calm ward stays grey.
one-light = One light means someone is needed.
second-display-for = A second display for the ward
sign-in = Sign in
sign-in-with = Email or phone number
password = Password
shared-computer = Shared computer: sign me out after 10 minutes
forgot-password = I do not know my password
ask-for-account-patients = Patients: ask for an account
show-password = Show password
show = Show
hide = Hide
demo-accounts = Demo hospital: accounts to try
demo-people = The people are invented; the values are real recordings that play again. A hospital asks its staff for a second factor; this one does not, so that you can look around.

# Pages that refuse

go-to-my-page = Go to my page
prove-who-you-are = Prove who you are
refused-sign-in = You are signed out
refused-step-up = Prove who you are first
refused-denied = You may not open this page
refused-not-found = There is nothing at this address for you
refused-invalid = That was not possible
refused-busy = Too much at once
refused-away = Wardlight is being looked after
refused-fault = Something went wrong on our side
refused-unreachable = The server did not answer
session-is-over = The session is over. Sign in again, and you come back to this page.
needs-right = It needs the right to { $right }, which your account does not have here.
admin-can-give-right = The administrator of your hospital can give it. Nothing is wrong with your account.
portal-off = While a portal is off, its patient can still { $consents } and { $access }.
take-back-consents = take back what they agreed to
see-who-looked = see who looked at their record
somebody-in-danger = Somebody is in danger? { $door }.
open-in-emergency = Open the record in an emergency
address-is-not-yours = The address may be mistyped or old, or it is not one of yours. Check it, or begin at your own page.
database-away = The database is not reachable. Monitors at the beds keep measuring and keep their alarms; nothing they sent is lost.
go-to-the-bed = Go to the bed for values. Paper charts are in the downtime folder at the nurses’ station of each ward.
server-is-starting = There is no connection, or the server is starting. Monitors at the beds keep their alarms.
page-not-made = The page could not be made. Try again; when it happens twice, tell the help desk the reference below.
holds-nothing = It holds nothing about a patient.
error-step-up = Prove who you are first: it has been more than five minutes.
error-invalid = Something typed is not right.
error-busy = Too much at once. Try again in a moment.

# The patient's home

my-home = My home
hello = Hello, { $name }
not-for-emergencies = If you feel unwell, call your nurse with the bell at your bed. This page is not for emergencies.
who-looked-link = Who looked at your record
where-signed-in = Where you are signed in
ward-and-bed = { $ward }, bed { $bed }
your-values = Your values
no-monitor = No monitor is measuring you now. Your values come here when one is.
what-was-noticed = What was noticed
following-values = Following your values
measured = Measured for you
measured-in = Measured for you in { $place }
noted = Noted { $age }.
not-measured = not measured
unit-then-age = { $unit },
blood-pressure = Blood pressure
heartbeat = Heartbeat
beats-a-minute = beats a minute
oxygen-in-your-blood = Oxygen in your blood
percent = percent
breathing = Breathing
breaths-a-minute = breaths a minute
temperature = Temperature
degrees-celsius = degrees Celsius
nothing-unusual-now = Nothing unusual is noticed just now. Your nurses see these values too.
not-shown = Your hospital does not show this part here. Your doctor or nurse can tell you about it.
on-whose-behalf = On whose behalf you read
on-behalf = You are reading the record of { $name }, who knows you as “{ $known }” and lets you read until { $until }. “You” on this page means them. Parts that are missing are not shown to you.
whose-records = Whose records I may read
noticed-machine = Your machine asks for somebody to look at it.
noticed-silent = Your monitor is not sending values just now.
noticed-heartbeat = Your heartbeat is { $how ->
       [slow] slow
       [very-slow] very slow
       [very-fast] very fast
      *[fast] fast
   }.
noticed-breathing = Your breathing is { $how ->
       [slow] slow
       [very-slow] very slow
       [very-fast] very fast
      *[fast] fast
   }.
noticed-oxygen = The oxygen in your blood is { $how ->
       [low] low
       [very-low] very low
       [very-high] very high
      *[high] high
   }.
noticed-pressure = Your blood pressure is { $how ->
       [low] low
       [very-low] very low
       [very-high] very high
      *[high] high
   }.
noticed-temperature = Your temperature is { $how ->
       [low] low
       [very-low] very low
       [very-high] very high
      *[high] high
   }.
nurses-told = Your nurses have been told.
looked-after = Somebody is looking after it.
extra-oxygen = You are given extra oxygen.
ordinary-air = You breathe ordinary air.

# Sessions

device = Device
address = Address
since = Since
last-used = Last used
this-one = This one
place-today = Today
place-staff = Staff
chart-limit = limit { $value }
saving = Saving

# The ward

alarm-high = High alarm
alarm-medium = Medium alarm
alarm-low = Low alarm
no-data = No data
no-alarms = No alarms
alarms = Alarms
title-ward = { $before }Ward · Wardlight
title-patient = { $before }Patient · Wardlight
before-title = { $n } { $what ->
       [high] high
       [medium] medium
       [low] low
      *[silent] without data
   } ·
following-the-values = Following the values
ward-and-patients = { $ward }, { $n } patients. Wardlight is a second display: the monitor at the bed keeps the primary alarm.
news2-source = NEWS2: Royal College of Physicians, 2017.
beds-of-ward = { $taken } patients, { $free ->
       [0] no bed free
       [one] { $free } bed free
      *[other] { $free } beds free
   }
replay = Replay
of-recorded-values = of recorded values
replay-of-values = Replay of recorded values
order-of-beds = Order of the beds
by-need = By need
by-bed = By bed
wards = Wards
beds = Beds
of-twenty = of 20
bed-free = Bed { $n }, free
free = Free
nobody-in-bed = Nobody is measured in this bed
bed-number = Bed { $n }
age-and-sex = { $years } y { $sex }
no-fresh-values = no fresh values
too-young = NEWS2 is not made for people under 16
incomplete = incomplete
missing = { $what } missing
no-score-because = No score: { $why }
no-score-spoken = no score: { $why }
score-of-twenty = { $n } of 20
score-three-spoken = { $n } of 20, three in one parameter
three-in-one = 3 in one
up = up
down = down
oldest-part = Oldest part of the score { $age }
last-data = Last data { $at }, { $age }
device-silent = Device silent, last heard { $age }
parameter = { $of ->
       [systolic] Systolic
       [diastolic] Diastolic
       [mean_pressure] Mean pressure
       [oxygen] Oxygen
       [consciousness] Consciousness
       [temperature] Temp
       [blood_flow] Blood flow
       [dialysate_flow] Dialysate flow
       [arterial_pressure] Arterial pressure
       [venous_pressure] Venous pressure
      *[else] { $label }
   }

# Alarms

acknowledge = Acknowledge
seen-verb = Seen
act-of = { $act }: { $of }
note-optional = Note (optional)
of-last-day = of the last 24 hours
alarms-come = New alarms come here by themselves.
bed-and-name = Bed { $bed } · { $name }
device-without-patient = A device without a patient
spoken-bed = bed { $bed }
spoken-device = a device without a patient
more-alarms = { $n } more
no-data-for = No data for { $age }
since-clock = since { $at }
measured-ago = measured { $age }
not-answered-for = Not answered for
not-seen-yet = Not seen yet
the-machine = the machine
spoken-no-data = no data
spoken-alarm = { $severity }, { $place }, { $what }.
spoken-limit = { $label } { $side ->
       [low] low
      *[high] high
   }
alarm-too = { $label } too { $side ->
       [low] low
      *[high] high
   }
alarm-value-limit = { $label } { $value }, limit { $limit }
alarm-value-too = { $label } { $value }, too { $side ->
       [low] low
      *[high] high
   }
alarm-was-now = { $label } was { $value }, now { $now }
alarm-was-unmeasured = { $label } was { $value }, no longer measured
machine-danger = Machine reports danger
machine-warning = Machine reports a warning
machine-was-danger = Machine reported danger, now normal
machine-was-warning = Machine reported a warning, now normal
no-data-now-back = No data for a while, now back
repeats-this-hour = { $nth } time this hour
repeats-in-hours = { $nth } time in { $hours } h
ordinal = { $n }{ $ending ->
       [st] st
       [nd] nd
       [rd] rd
      *[th] th
   }
danger = Danger
warning = Warning

# The page of a patient

vital-signs = Vital signs
no-device-measures = No device measures this patient now
values-come-here = Values come here when a monitor is connected.
last-24-hours = Last 24 hours
table = Table
what-patient-sees-link = What the patient sees in the portal
last-30-minutes = Last 30 minutes
readings = Readings
born-and-years = { $date } ({ $years } y)
born-about-and-years = about { $year } ({ $years } y)
sex = { $sex ->
       [female] Female
       [male] Male
       [another] Other
      *[unknown] Not recorded
   }
comma-bed = , bed { $bed }
care-team = Care team
record = Record
born = Born
hospital-number = Hospital no.
gender-head = Gender
health-id-head = Health ID
allergies = Allergies
allergies-not-recorded = Allergies not recorded
ask-the-patient = ask the patient
no-known-allergies = No known allergies
readings-older = Older
readings-newest = Newest
no-readings-here = No readings here
readings-of-day = Readings of the last 24 hours are listed as devices send them.
pages-of-readings = Pages of readings
readings-count = { $n } readings, as of when the page was loaded
time = Time
oxygen = Oxygen
consciousness = Consciousness
machine = Machine
readings-newest-first = Readings, newest first
not-recorded-value = not recorded
oldest-part-measured = Oldest part measured { $age }.
rcp-news2 = Royal College of Physicians, NEWS2, 2017.
news2-response = { $what ->
       [high] High risk. Emergency assessment by the critical care team. Measure continuously.
       [medium] Medium risk. Urgent review by a clinician or the acute team. Measure every hour.
       [low-medium] Low to medium risk. The nurse informs the medical team, which reviews. Measure every hour.
       [low] Low risk. The nurse assesses and decides on more frequent monitoring. Measure every 4 to 6 h.
      *[none] Low risk. Routine monitoring continues. Measure every 12 h.
   }
opened-by-consent = The patient lets your hospital see this record. You may read it and change nothing in it.
opened-in-emergency = Opened in an emergency.
closes-in = It closes in { $left }. The hospital tells the patient; somebody looks at it afterwards.
close-now = Close now
air = Air
oxygen-vent = Vent
oxygen-niv = NIV
oxygen-high-flow = High flow
oxygen-cannula = , nasal cannula
oxygen-mask = , face mask
oxygen-other = , another device
oxygen-not-recorded = O₂ not recorded
alert = Alert
new-confusion = New confusion
answers-voice = Answers to voice
answers-pain = Answers to pain
unresponsive = Unresponsive
list-comma = { ", " }
list-and = { $first } and { $last }

## For the server alone

beds-free = { $free ->
    [0] No bed is free.
    [one] One bed of { $all } is free.
   *[other] { $free } beds of { $all } are free.
}

# The account

language-of-pages = The language of these pages
save = Save
language-saved = Your language is saved.

# What the portal remembers of alarms

remembered-heartbeat = Heartbeat: { $how ->
       [slow] slow
       [very-slow] very slow
       [very-fast] very fast
      *[fast] fast
   }
remembered-breathing = Breathing: { $how ->
       [slow] slow
       [very-slow] very slow
       [very-fast] very fast
      *[fast] fast
   }
remembered-oxygen = Oxygen in the blood: { $how ->
       [low] low
       [very-low] very low
       [very-high] very high
      *[high] high
   }
remembered-pressure = Blood pressure: { $how ->
       [low] low
       [very-low] very low
       [very-high] very high
      *[high] high
   }
remembered-temperature = Temperature: { $how ->
       [low] low
       [very-low] very low
       [very-high] very high
      *[high] high
   }
remembered-machine = The machine asked for somebody to look at it
remembered-silent = The monitor sent no values
choose-new-password = Choose a new password
set-new-password = Set a new password
recover-how = Tell us how you sign in. If there is an account, a link goes to its e-mail address. It works once, for 30 minutes.
send-link = Send the link
back-to-sign-in = Back to sign in
look-into-mail = Look into your mail
recover-asked = If what you typed belongs to an account, a mail with a link is on its way to the e-mail address of that account. It can take a minute.
recover-nothing-came = Nothing came? Look into the folder for spam, or ask the help desk of your hospital.
recover-signs-out = Every device that is signed in to your account is signed out by this. A second factor stays as it is.
set-password = Set the password
password-is-set = Your password is set
every-device-signed-out = Every device was signed out. Sign in with the new password.
link-does-not-work = This link does not work
ask-for-link = Ask for a new link
new-password = New password
new-password-hint = At least 15 characters. A few words that only you would put together are easy to remember.
choose-your-hospital = Choose your hospital
ask-for-account = Ask for an account
register-why = With an account you see your own values and who looked at them. The hospital compares what you write here with your chart before it opens anything.
health-id = Health id
health-id-hint = The 14 digits on your health card.
given-name = Given name
family-name = Family name
date-of-birth = Date of birth
email = Email
phone-number = Phone number
phone-hint = With its country code, such as +254 700 000 001.
have-account = I have one: sign in
register-sent = A mail is on its way to the address that you gave. It says what comes next; a link in it works once, for 24 hours.
register-nothing-came = Nothing came? Look into the folder for spam, and check that you wrote the address as it is.
confirm-email = Confirm your e-mail address
register-choose = Somebody asked for an account with this address. If it was not you, close this page: without a password no account is made.
name = Name
e-mail = E-mail
confirm = Confirm
address-is-yours = Press the button to say that this address is yours.
register-prove-and-choose = Somebody asked for an account with this address. If it was you, choose the password with which you will sign in. If it was not, close this page: nothing happens.
the-hospital = the hospital
what-happens-next = What happens next
email-is-confirmed = Your e-mail address is confirmed.
you-get-a-mail = You get a mail. Then you can sign in with your e-mail address and your password.
nothing-to-do-yet = Until then there is nothing to see here, and nothing for you to do. If it is urgent, call the hospital.
register-hospital = Register a hospital
register-hospital-why = The platform looks at every application. Until it has approved yours, nothing is set up and nobody can sign in.
hospital-name = Name of the hospital
registration-number = Registration number
registration-number-hint = The number under which the health authority knows the hospital.
time-zone = Time zone
time-zone-hint = Continent and city, such as Africa/Nairobi. Type the city and choose.
first-admin-name = Name of the first administrator
first-admin-email = Email of the first administrator
send-application = Send the application
platform-looks = The platform looks at the application.
hospital-mail = You get a mail: an invitation as the first administrator, or the answer that it was not accepted.
invitation-known = There is an account with this address already. Enter its password to add this work to it.
password-of-account = Password of your account
do-not-remember = I do not remember it
role = Role
accept-invitation = Accept the invitation
welcome = Welcome
shown-once = Shown once
keep-it-safe = Keep it where it is safe before you go on.
code-from-app = Code from your app
code-hint = Six digits. A recovery code works too.
how-page-looks = How this page looks
larger-text = Larger text on my home and my record
spoken-language = The language in which you wish to be spoken to
spoken-language-hint = Your hospital’s staff read it. The language of the pages is chosen on your account.
my-record = My record
portal-preview = Preview of the portal
preview = Preview
preview-is = This is what the patient sees in the portal, as of now. They do not see that you look at it here; the audit does.
preview-nothing = The portal is switched off, or every part of it is hidden: the patient sees none of this record.
back-to-chart = Back to the chart
what-patient-sees = What the patient sees
my-last-day = My last day
my-score = My early warning score
noticed-last-day = What was noticed in the last day
my-readings = My readings
score-low = Low: your nurses measure you as usual.
score-three = One of your values needs a closer look.
score-raised = Raised: your nurses and a doctor look at you more often.
score-high = High: doctors look after you closely.
score-is = The score adds up how far your values are from the usual ones. It helps the staff to see early who needs them.
no-score = There is no score just now: not all of its values are measured.
nothing-unusual = Nothing unusual
noticed-listed = What your monitor notices is listed here for a day.
when = When
what = What
since-then = Since then
it-is-over = It is over.
over-will-look = It is over. Somebody will look at it.
older-readings = Older readings
no-readings = No readings
readings-listed = What your monitor measures is listed here for a day.
head-heartbeat = Heartbeat, a minute
head-oxygen = Oxygen in the blood, %
head-breathing = Breathing, a minute
head-pressure = Blood pressure, mmHg
head-temperature = Temperature, °C
readings-caption = My readings of the last day, newest first
consents-portal-off = Your hospital has switched your portal off. What you agreed to you can take back; to agree to more, ask your hospital.
sharing-my-record = Sharing my record
consents-why = You decide who may use your record, and for what. Each choice is yours alone: neither staff nor anybody who cares for you can make it for you, and your treatment here does not depend on it.
people-may-see = People who may see my record
not-agreed = You have not agreed to this.
choose-hospital = Choose a hospital
which-hospital = Which hospital may read my record
choose-data = Choose a kind of data
which-data = Which data my hospital may read
i-agree = I agree
agreed = Agreed
withdraw = Withdraw
withdraw-means = It ends at once. Pages that are open close for those whom you let in. You can agree again at any time.
from = From
until = Until
agreed-before = What I agreed to before
every-purpose = Every purpose
older = Older
consents = Consents
consents-here = Consents of this hospital’s patients that hold now. Only the patient gives and withdraws them, in the portal.
purpose = Purpose
patient-number = Patient number
no-consent = No consent holds
consents-come-from = Patients give them in the portal, under Sharing.
to-whom-or-what = To whom or what
version-of-words = Version of the words
consents-hold = Consents that hold
one-week = One week
one-month = One month
three-months = Three months
half-a-year = Half a year
one-year = One year
my-own-record = My own record
open-now = Open now
open = Open
named-nobody = You have named nobody.
who = Who
what-they-may-see = What they may see
change = Change
end = End
proxy-end-means = They see nothing of your record any more, from this moment on. You can name them again.
ended = Ended
let-see = Let somebody see my record
let-see-how = They read it in this portal, signed in to an account of their own with this address, and can change nothing. You can end it at any time.
their-email = Their e-mail address
who-they-are = Who they are to you
who-they-are-hint = Such as “my son”. They read it too.
for-how-long = For how long
let-them-see = Let them see it
earlier = Earlier
nobody-looked = Nobody looked
do-you-not-know = Do you not know why somebody looked? Ask the hospital: they can see more, and must tell you.
emergency = Emergency
another-hospital = Another hospital
seen-vitals = your measured values
seen-alarms = your alarms
seen-demographics = your name and numbers
seen-scores = your scores
seen-limits = your limits
seen-sessions = when you were measured
seen-account = your account
seen-devices = your devices
seen-audit = this list
seen-access = who may see your record
seen-contact = how you are reached
seen-papers = your papers and your insurance
seen-background = your allergies, conditions and medicines
programs-for-you = Programs that act for you
sign-ins = Sign-ins
last-fifty = the last 50 in 90 days
have-read = I have read this
should-know = What you should know
factor-none = There is none: your password alone opens this account.
second-factor = Second factor
manage-it = Manage it
set-one-up = Set one up
how-we-reach-you = How we reach you
phone = Phone
emergency-name = Emergency contact: name
emergency-phone = Emergency contact: phone
password-now = Password now
others-end = Every other session of yours ends.
change-password = Change the password
session-ends = A session ends by itself when it is left alone, and after a while in any case.
sign-out-everywhere = Sign out everywhere
hear-by-mail = What you hear by mail
mail-unusual = Unusual sign-ins
mail-messages = That a message waits here
mails-always = A new password, another email or phone number, a removed second factor and a locked account are always told. A mail never says anything about your health.
proved-by = Proved by
program = Program
last-renewed = Last renewed
person = Person
programs = Programs
no-sign-ins = No sign-ins
no-sign-ins-text = Nobody has tried to sign in to this account in the last 90 days.
outcome = Outcome
network = Network
unusual = Unusual
new = New
how-you-sign-in = How you sign in
none = None
new-email = New email
new-email-hint = A link goes there. The address changes when you open the link within 30 minutes.
sign-in-phone = Phone number to sign in with
sign-in-phone-hint = With its country code, such as +254 700 000 001. A number that signs in somebody else already goes on doing so.
save-number = Save the number
password-asked-first = When you last typed your password more than five minutes ago, it is asked for first. Each change is told to your email.
keep-old = Keep the old one
keep-old-label = Keep the old one: the new email waits no longer
confirm-new-email = Confirm your new email
new-email-is-yours = Press the button to say that this address is yours. From then on you sign in with it, and mails to you go there.
email-is-changed = Your email is changed
email-changed-text = Sign in with the new address from now on. Where you are signed in already you stay so.
go-to-wardlight = Go to Wardlight
employee-id = Employee id
name-stands-staff = Your name stands on what you do here. An admin of your hospital can write it anew.
name-stands = Your name stands on what you do here.
who-you-are-here = Who you are here
sign-in-noun = Sign-in
something-wrong = Something here is wrong
something-wrong-hint = Write what it is, and what would be right. The reception may ask you to show something that says so.
tell-hospital = Tell the hospital
who-in-chart = Who you are in your chart
gender = Gender
female = Female
male = Male
other = Other
not-recorded = Not recorded
back-to-account = Back to your account
set-up-factor = Set up a second factor
factor-why = Your hospital asks its staff for a second factor: a code from an app on your phone, beside the password. Until it is set up, nothing else opens.
set-up-app-verb = Set up an app
factor-pending = An app is being set up. It counts when its first code was right.
begin-anew = Begin anew
factor-asked = A code from your app is asked for when you sign in.
move-app = Move to another app
factor-required = Your hospital asks its staff for it.
your-factor = Your second factor
set-up-your-app = Set up your app
scan-picture = Scan this picture with your authenticator app.
qr-label = QR code with the key below
type-code = Type the code that the app shows now.
code = Code
finish = Finish
recovery-codes = Recovery codes
make-new-ones = Make new ones
remove-required = Your hospital asks for it, so you will have to set up another at once.
remove-free = Your password alone opens your account then, so choose a longer one.
remove-factor = Remove the second factor
new-password-hint-short = At least 15 characters; a few words that only you would put together.
remove-it = Remove it
still-you = Is it still you?
still-you-why = What you are about to do asks for a proof that is at most five minutes old.
your-password = Your password
go-on = Go on
leave-it = Leave it
enter-code = Enter your code
code-or-recovery = Code from your app, or a recovery code
code-long-hint = Six digits that change every 30 seconds. Without your phone, type one of the recovery codes that you kept.
begin-again = Begin again
no-phone = No phone and no recovery code? Call the help desk of your hospital: the account stays closed until they have helped you.

# Lists

# Registering and invitations

reception-compares = The reception of { $hospital } compares what you wrote with its charts. This takes a day or two.
work-at = Work at { $hospital }
your-employee-id = Your employee id is { $id }. It stands on your account page, too.
this-is-shown-once = This is shown once.

# The record

score-at = { $score } of 20, at { $at }.
has-seen-it = { $name } has seen it.

# Consents and carers

agree-to = I agree: { $what }
withdraw-from = Withdraw: { $what }
since-when = since { $at }
open-whose = Open: { $whose }
comma-until = , until { $at }
end-what = End what { $name } may see

# Who looked

machines-worked = Your monitors and Wardlight’s own programs worked with your record { $n ->
       [one] once
       [2] twice
      *[other] { $n } times
   }. Nobody reads it then.
nobody-since = Since { $since } nobody opened your record.
everybody-since = Everybody who opened your record since { $since }, in any hospital, and why. What you open yourself is not listed.
times-on-this-day = { $n ->
       [one] Once
       [2] Twice
      *[other] { $n } times
   } on this day, the first at { $clock }.
seen = Seen: { $what }.
looked-program = A program
looked-somebody-let-in = Somebody whom you let see your record
looked-account-gone = Somebody whose account is gone
looked-carer = { $who }, who cares for you,
looked-role-at = { $who }, { $role } at { $hospital },
looked-role = { $who }, { $role },
looked-of = { $who } of { $hospital }
role-within = { $role ->
       [doctor] doctor
       [nurse] nurse
       [technician] technician
       [pharmacist] pharmacist
       [receptionist] receptionist
       [billing_clerk] billing clerk
       [lab_technician] lab technician
       [emergency_responder] emergency responder
       [hospital_admin] hospital admin
       [super_admin] super admin
       [proxy] proxy
      *[patient] patient
   }

# The account

factor-and-codes = A code from your app is asked for when you sign in. Recovery codes left: { $n }.
new-password-at-least = At least { $n } characters. A few words that only you would put together are easy to remember.
end-session-of = End the session of { $name } with { $device }
end-session-with = End the session with { $device }
end-program-of = End the program of { $name }: { $device }
end-program = End the program: { $device }
email-waits = Waits for its link to be opened: { $email }. Until then nothing has changed.
wrong-asked = You wrote on { $at } that something here is wrong. The hospital has yet to look at it.
wrong-done = The hospital looked at what you wrote on { $at }.
set-up-at = Set up { $at }
or-type-key = Or type the key: { $key }
each-opens-once = Each opens your account once, for the day your phone is gone.
codes-left = { $n ->
       [0] None is left: make new ones now.
       [one] One is left.
      *[other] { $n } are left.
   }

# Titles of form pages. What the rules say in English is found here by its English (`ui::lang::of_english`), and so are these.

title-people = People
title-invitation = Invitation

# Words of the rules: parts of a record, purposes, kinds of data

section-values = Values now
section-trend = The last day, drawn
section-score = Early warning score
section-alarms = Alarms
section-readings = List of readings
purpose-treatment = Treatment in another hospital
purpose-wearables = Data of my own devices
purpose-research = Research
purpose-insurer = My insurer
data-heart-rate = Heart rate
data-spo2 = Oxygen in the blood
data-glucose = Blood sugar
data-weight = Weight
data-activity = Steps and movement
data-sleep = Sleep
level-password = password
level-factor = password and code
outcome-entered = Signed in
outcome-code = Right password, wrong code
outcome-locked = Refused: the account is locked
outcome-waiting = Right password; this account may not enter yet
outcome-blocked = Right password, refused as unusual
outcome-wrong = Wrong password
signal-device = new device
signal-network = new network
signal-accounts = others were tried from there
signal-networks = tried from several networks
signal-failures = several failures before

# Words of the rules: what somebody did with a record, and why

did-alarm = answered an alarm of yours
did-chart = opened your chart
did-board = saw you on the board of a ward
did-list = saw your name in a list of patients
did-trace = looked up who opened your record
did-consents = looked at your consents
did-registration = compared your name and numbers with those of somebody who asked for an account
did-hand-over = looked at which monitors are on whom
did-right = asked who may see your record
did-portal = looked after what your portal shows
did-emergency = opened your record in an emergency
did-review = looked into an emergency opening of your record
did-something = worked with your record
why-treat = to treat you
why-emergency = because of an emergency
why-billing = for the billing
why-hospital = to run the hospital
why-let = because you let them
why-asked = because you asked
why-system = to keep the system running

# Sentences of the rules and of doors: what was wrong with what was typed. They are found by their English, so they stand here as the code has them

rule-login = Enter your e-mail address or phone number.
rule-password = Enter your password.
rule-no-match = The e-mail or phone number and the password do not match. Check both and try again.
rule-yet-to-confirm = The hospital has yet to confirm this account. You will get a mail.
rule-email = Enter an e-mail address, such as name@example.org.
rule-phone = Enter the phone number with its country code, such as +254 700 000 001.
rule-phone-digits = Enter a phone number with 5 to 15 digits, such as +254 700 000 001.
rule-neither = Nobody signs in with this. Enter an e-mail address or a phone number.
rule-health-id = Enter the 14 digits of the health id, such as 91-7754-2081-3393.
rule-health-id-check = These digits do not fit together. Compare them with the card once more.
rule-born-on = Enter the date of birth as year, month and day, such as 1969-04-02.
rule-born-on-far = This date of birth lies in the future or too far back. Check the year.
rule-name = Enter your name.
rule-hospital = Choose your hospital.
rule-zone = Enter the time zone as continent and city, such as Africa/Nairobi.
rule-signs = Some of these signs cannot be seen. Type it anew.
rule-printable = Use letters, digits and signs that can be seen.
rule-password-used = This password is one of the most used in the world, so it is tried first. Choose words that only you would put together.
rule-password-long = This password is too long. Use at most 250 characters.
rule-password-guessed = This password would be guessed soon. Leave out your name, your e-mail, the hospital, dates and keyboard rows, and add another word or two.
rule-password-now = This is the password you have now. Choose another one.
rule-password-not = This is not the password of this account.
rule-code = Enter the code that your app shows now.
rule-code-wrong = This code is not right, or it was used already. Wait for the next one in your app, or use one of your recovery codes.
rule-code-late = That took more than five minutes, or five codes were wrong. Begin again with your password.
rule-link = This link does not work any more: it was used, it is too old, or a part of it is missing. Ask for a new one.
rule-account-known = There is an account with this address already. Sign in with it.
rule-address-taken = Another account has this address by now.
rule-address-same = This is your address already.
rule-address-own = This is your own address. Write the address of who cares for you.
rule-their-email = Write their e-mail address, such as name@example.org.
rule-known-as = Write who they are to you in at most 60 letters, such as “my son”.
rule-one-part = Choose at least one part that they may see.
rule-how-long = Choose for how long, a year at most.
rule-ten-people = Ten people may see your record already. End one of them first.
rule-named-already = You have named this address already. End that first to change it.
rule-agree-what = Choose what you agree to.
rule-agree-hospital = Choose the hospital that may read your record.
rule-agree-other = Choose another hospital from the list.
rule-agree-data = Choose which data your hospital may read.
rule-agreed-already = You have agreed to this already.
rule-words-changed = The words have changed since you opened this page. Read them again before you agree.
rule-withdrawn-already = This was withdrawn already.
rule-spoken-language = Write the name of the language in at most 60 letters.
rule-language = Choose one of the languages in the list.
rule-number-alone = You sign in with this number alone. Add an e-mail address first.
rule-at-the-same-moment = Something else of this account was changed at the same moment. Try again.
rule-correction-waits = The hospital has yet to look at what you wrote before. Call the reception if it is urgent.
rule-no-factor = This account has no second factor.
rule-app-set-up = This app was set up already, or not begun.
rule-wait = Too much at once. Wait a few seconds and try again.

# Sentences of doors: what was done

done-saved = Saved.
done-contact = How we reach you is saved.
done-mails = What you hear by mail is saved.
done-password = Your password is changed, and every other session of yours has ended.
done-session-ended = That session has ended.
done-program-ended = That program is signed out.
done-correction = The hospital will look at what you wrote.
done-email-stays = Your email stays as it is.
done-email-link = A link is on its way to the new address. Open it within 30 minutes; until then nothing has changed.
done-phone = Your phone number is saved.
done-factor = Your second factor is set up. These are your recovery codes.
done-codes = These are your new recovery codes. The old ones no longer work.
done-factor-removed = The second factor is removed, your new password counts, and every other session of yours has ended.
done-agreed = You have agreed. It holds from now on.
done-withdrawn = You have taken it back. It has ended.
done-let-in = They may see it from now on, in an account of theirs with this address. Tell them to sign in or to register.
done-let-out = It has ended. They see nothing of your record any more.

# Notices about the safety of an account

notice-unusual = Somebody signed in to your account in an unusual way. If it was not you, change your password.
notice-blocked = Somebody knew your password, and we refused them because the try looked stolen. Change your password; if it was you, try from a device that you have used before.
notice-locked = Your account is locked, because somebody tried a hundred wrong passwords. Reset your password to open it.
notice-password = Your password was changed. If it was not you, reset it now.
notice-factor-added = A second factor was set up for your account.
notice-factor-removed = The second factor of your account was removed. If it was not you, reset your password now.
notice-recovery-used = One of your recovery codes was used to sign in. If it was not you, change your password and make new codes.
notice-recovery-renewed = New recovery codes were made for your account. The old ones no longer work.
notice-account-tried = Somebody tries to get into your account from several networks. Nobody got in by it; a second factor keeps it so.
notice-token-reused = A program that acts for you showed a token that had been used already. It may have been copied, so the program was signed out. Sign in there again; if you do not know the program, change your password.
notice-email-asked = Another e-mail address was asked for your account. It takes the place of this one when the link that was sent to it is opened. If it was not you, change your password: that stops it.
notice-email-changed = Your account has another e-mail address now. If it was not you, tell the help desk of your hospital.
notice-phone-changed = The phone number of your account was changed or taken away. If it was not you, change your password.
notice-phone-elsewhere = Somebody gave your phone number as that of another account. Nothing has changed: it signs in you alone.
notice-emergency-mine = Somebody opened your record in an emergency. The page of who looked at your record says who, and somebody reviews it.
notice-other = Something about the safety of your account has changed.

# The drawn day

chart-no-data = No data { $age }
chart-between = { $title }: between { $low } and { $high } { $unit }.
chart-between-last = { $title }: between { $low } and { $high } { $unit }, last { $last } { $unit }.
chart-not-measured = { $title }: not measured in this time.
chart-quarter = { $from } to { $to }: { $what }.
chart-none = no { $title }
chart-range = { $title } { $low } to { $high } { $unit }
chart-axis = Time axis.
chart-leaves-scale = Values leave the usual scale.
chart-score = NEWS2: highest { $most }, last { $last }.
chart-no-score = NEWS2: no complete score in this time.
chart-at = at { $clock }
chart-replay = replay begins
chart-not-drawn = The chart could not be drawn. The table below has the same values.
chart-did-not-load = The chart did not load. The rest of the page is current; load the page again to try.
you-are-here = You are here
go-there = Go there
go-there-to = Go there: { $hospital }
where-you-work = Where you work
their-email-hint = One that they do not sign in with to work in a hospital: that opens their work and not your record.

# Finding anything

find = Search
find-anything = Find a patient or a page
find-page = Find a page
find-pages = Pages
find-alike = Perhaps you mean
find-found = What was found
find-close = Close
find-failed = The search does not answer. Try again in a moment.
find-none = Nothing is called so that you may open.
find-none-hint = Check the spelling, or try fewer letters.
find-count = { $n ->
    [one] { $n } found
   *[other] { $n } found
}
find-ward = The board of the beds, with values and alarms
find-patients = Whom you may read, and whom the hospital knows: name, number, date of birth
find-register-name = Register a patient
find-register = Somebody who is new here: admission desk, reception
find-emergency-name = Open a record in an emergency
find-emergency = Somebody whose record you do not have: break glass
find-devices = Monitors and machines, and what each says of itself
find-hand-over-name = Devices handed over
find-hand-over = What technicians lend each other for a while
find-pharmacy = Prescriptions, medicines, stock
find-registrations = Who asked for an account in the portal and waits to be matched to a chart
find-hospital = The hospital in figures: beds, occupancy, today
find-staff = Who works here, colleagues, their roles, invitations
find-duties-name = Duties
find-duties = Who is on duty where, rota, and whose each device is
find-access-name = Who may do what
find-access = And why: permissions by role, relation and exception
find-rights-name = Exceptions
find-rights = One right, granted or denied to one person until a day
find-audit-name = Audit
find-audit = Who did or looked at what, log, and a file of it
find-reviews-name = Emergency openings
find-reviews = Who opened a record in an emergency, and what the review found
find-consents-name = Consents
find-consents = What patients of this hospital let others do with their record
find-sessions-name = Sessions
find-sessions = Who is signed in where, and the second factor
find-clients-name = Programs
find-clients = What uses the API for the hospital, and its secrets
find-tokens-name = Device tokens
find-tokens = What lets each device post its readings
find-platform = Hospitals that asked to be taken in
find-account = Name, password, language, where you are signed in
find-factor-name = Second factor
find-factor = The app with codes, and recovery codes
find-my-home = How you are now: your values and your next steps
find-my-record = Your day drawn, alarms and every reading
find-my-access-name = Who looked at your record
find-my-access = Names, times and why
find-my-consents = What you let others do with your record: consents, research, insurance
find-my-proxies = Who cares for you and may see your record, family
find-my-preferences = Larger text and the language you speak
find-recent = Seen lately
find-wards = Your wards
find-work = Where you also work

# What is new of a patient

news = Since you looked
news-since = You looked last { $at }.
news-none = Nothing that you may read has changed since, but by yourself.
news-all = { $n ->
    [one] { $n } new
   *[other] { $n } new
}
news-came = { $n ->
    [one] { $n } new
   *[other] { $n } new
}
news-ended = { $n ->
    [one] { $n } ended
   *[other] { $n } ended
}
news-alarms = Alarms
news-allergies = Allergies
news-conditions = Conditions
news-medicines = Medicines
news-surgeries = Operations
news-identity = Who they are
news-contacts = How they are reached
news-documents = Identity documents
news-insurance = Who pays
