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
no-connection-since = No connection since { $at }.
last-known-state = You see the last known state. It is tried again by itself.
signed-out-at = You are signed out at { $at }.
press-to-stay = Press a key or touch the page to stay.
save-and-sign-in = Save what you are writing, and sign in again.
stay-signed-in = Stay signed in
needs-script = { $what } needs JavaScript, which is switched off in this browser. What you see is as of when the page was loaded.
step-more = More: { $what }
step-less = Less: { $what }

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
error-denied = This account may not do this.
error-away = The database is away. Try again in a moment.
error-fault = Something went wrong on our side. Reference { $reference }.
error-unreachable = The server did not answer. Nothing was changed. Try again.

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
degrees-fahrenheit = degrees Fahrenheit
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
no-score-last = No score: { $why }; the last one was { $n }
score-points = Points: { $parts }
no-score-spoken = no score: { $why }
score-of-twenty = { $n } of 20
score-three-spoken = { $n } of 20, three in one parameter
three-in-one = 3 in one
up = up
down = down
oldest-part = Score { $age } old
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
       [uf_rate] UF rate
       [uf_removed] UF removed
       [conductivity] Conductivity
       [dialysate_temperature] Dialysate temp
       [total_volume] Blood processed
       [substitution_rate] Substitution rate
       [substitution_volume] Substitution volume
       [heparin_total] Anticoagulant given
       [blood_volume_change] Blood volume change
       [recirculation] Recirculation
       [remaining_time] Time left
      *[else] { $label }
   }
pressure-short = BP

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
alarm-was-unmeasured = { $label } was { $value }, not seen well since
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

# The devices, the pharmacy, the hospital today

hand-over-verb = Hand over
load-again = Load again
how-they-report = How they report
no-devices = No devices
devices-appear-here-when = Devices appear here when the hospital registers them.
place-of-device = Place
heard = Heard
says = Says
waiting-readings = Waiting readings
firmware = Firmware
model-and-serial-number = Model and serial number
devices-by-name = Devices by name
in-store = in store
device-never = never
nothing-yet = nothing yet
device-normal = normal
not-told = not told
next = Next
first-page = First page
pages-of-devices = Pages of devices
fifty-on-a-page = 50 on a page, by name
open-prescriptions = Open prescriptions
nothing-has-been-prescribed = Nothing has been prescribed
prescribing-in-wardlight-has = Prescribing in Wardlight has not begun in this hospital. Work with the hospital’s present orders.
every-device-was-heard = Every device was heard in the last ten seconds.
beds-taken = Beds taken
devices-heard = Devices heard
accounts = Accounts
people-within = people
who-may-sign-in = Who may sign in to this hospital, staff and patients.
no-bed-is-free = No bed is free.
accounts-by-role = Accounts by role
people-and-rights = People and rights
hospital-and-machines = Hospital and machines
who-works-here-their = Who works here, their roles, invitations
registrations = Requests
who-registered-in-the = Who registered in the portal and waits to be matched to a chart
sessions = Sessions
who-is-signed-in = Who is signed in where, and the second factor
desk-programs = Programs
what-uses-the-api = What uses the API for the hospital, and its secrets
device-tokens = Device tokens
what-lets-each-device = What lets each device post its readings
emergency-openings = Emergency openings
who-opened-a-record = Who opened a record in an emergency, and what was found
audit = Audit
who-did-or-looked = Who did or looked at what, and a file of it
duties = Duties
who-is-on-duty = Who is on duty where, and whose each device is
who-may-do-what = Who may do what
and-why-by-role = And why: by role, relation and exception
exceptions = Exceptions
one-right-granted-or = One right, granted or denied to one person until a day
devices-handed-over = Devices handed over
what-technicians-lend-each = What technicians lend each other for a while
desk-consents = Consents
what-patients-of-this = What patients of this hospital let others do with their record

# The list of keys

keys = Keys
this-list = This list
on-the-time-of = On the time of a drawn day: a quarter of an hour
closes-this-list = Closes this list
keys-new = Follows the highlighted button of a page, where it has one
keys-rows = From row to row of a table; Enter opens
switch-and-g-off = Switch ?, g and n off
switch-and-g-on = Switch ?, g and n on
close = Close
role = Role
previous = Previous

# The same, with what they take

of-count = of { $n }
devices-silent = { $n ->
       [one] { $n } device is silent.
      *[other] { $n } devices are silent.
   }
beds-are-free = { $n ->
       [one] { $n } bed is free.
      *[other] { $n } beds are free.
   }
as-of = As of { $at }
devices-all-heard = { $n } on this page, all heard in the last ten seconds
devices-some-silent = { $n } on this page, { $silent } silent
silent-last = Silent, last { $at }
keys-and-letter = { $g } and a letter
keys-places = A place of your rail: { $w } ward, { $d } devices, { $p } pharmacy, patients or platform, { $h } hospital or home, { $r } requests, { $e } emergency, { $a } account
gateways = Gateways
gateways-desk = What speaks for many machines, as JSON or HL7
machines = Machines
machines-desk = What stands in the hospital, whether it may be used, what is due
water-of-dialysis = Water for dialysis
water-desk = What it was tested for in each ward, and its limits
dialysis-in-figures = Dialysis in figures
how-full-the-shifts-were = How full the shifts were, missed sessions, machines that stood

## For the server alone

# The parts of the design system.
part-drop-it = or drop it here
part-file-sends = How much of the file is sent
part-file-running = The file is being sent.
part-file-half = Half of the file is sent.
part-file-whole = All of the file is sent. It is being looked at.
part-file-stop = Stop sending
part-file-stopped = Sending was stopped, and nothing of the file was kept. Send it again when you want to.
part-file-failed = The file was not sent. See that you are connected, then send it again.
part-file-unsure = The connection broke before an answer came. Load the page again, and send the file once more if it is not there.
part-file-refused = The file was not taken. Load the page again, then send it once more.
part-not-for-emergencies = Not for emergencies. Press the call bell, or phone the ward.
part-sending-now = Sending
part-sent = Sent
part-delivered = Delivered
part-read-at = Read { $at }
part-not-sent = Not sent
part-is-writing = { $who } is writing
part-shown-of = { $from } to { $to } of { $total }
part-shown = { $from } to { $to }
part-done = done:
part-now = now:
part-to-come = to come:
part-step-of = { $way }: step { $n } of { $total }
part-other-window = (opens another window)
part-amended = Amended

# Alarms at the top of a page
alarms-on-duty = Alarms where you are on duty: { $high } high, { $medium } medium, { $low } low, { $silent } without data
alarms-not-current = Alarms not current since { $at }. Look at the ward.

beds-free = { $free ->
    [0] No bed is free.
    [one] One bed of { $all } is free.
   *[other] { $free } beds of { $all } are free.
}

# The account

language-of-pages = The language of these pages
save = Save
looks-saved = How the pages look is saved.
how-it-looks = How it looks
larger-text-language-units = Larger text, language and units
units-are-for-reading = The units are for reading and typing alone: what is kept, and what alarms go by, stays the same.
unit-of-the-list = Choose one of the units in the list.

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
health-id = Health ID
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
accept-invitation = Accept the invitation
welcome = Welcome
shown-once = Shown once
keep-it-safe = Keep it where it is safe before you go on.
code-from-app = Code from your app
code-hint = Six digits. A recovery code works too.
language-you-speak = The language you speak
larger-text = Larger text
largest-text = Largest text
text-usual = Usual text
size-of-text = The size of the text
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
head-temperature = Temperature, { $unit }
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
section-background = Allergies, illnesses, medicines and operations
section-contacts = Contacts and insurance
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
rule-health-id = Enter the 14 digits of the Health ID, such as 91-7754-2081-3393.
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
chart-range = { $title } { $low } to { $high }
chart-axis = Time axis.
chart-leaves-scale = Values leave the usual scale.
chart-score = NEWS2: highest { $most }, last { $last }.
chart-no-score = NEWS2: no complete score in this time.
chart-at = at { $clock }
chart-replay = replay begins
chart-not-drawn = The chart could not be drawn. The table below has the same values.
chart-did-not-load = The chart did not load. The rest of the page is current; load the page again to try.
range = Range of the chart
range-hour = Last hour
range-six-hours = Last 6 hours
range-three-days = Last 3 days
range-week = Last 7 days
range-hour-short = 1 h
range-six-hours-short = 6 h
range-day-short = 24 h
range-three-days-short = 3 days
range-week-short = 7 days
range-reaches = Reaches until { $until } and does not go on by itself. Scores stand in charts of a day or less.
range-again = Draw it again
ward-which = Beds that are shown
ward-show-all = All
ward-show-alarm = In alarm
ward-show-score = NEWS2 5 or more
ward-show-old = No fresh data
ward-show-mine = I treat
ward-show-changed = Changed since I looked
ward-show-none = No bed now: { $which }
ward-show-hides = This choice hides all { $n } beds of the ward. Alarms stand above, of all beds.
ward-show-all-again = Show all beds
ward-of-reader = Whom you treat, and what is new to you
obs-due = Next full set of observations
obs-due-over-count = { $n ->
    [one] { $n } full set of observations overdue, as of { $at }
   *[other] { $n } full sets of observations overdue, as of { $at }
}
obs-due-by = by { $by }
obs-due-over = overdue since { $by }
obs-due-continuous = continuous monitoring asked for
obs-due-none = Nobody is due within the hour.
obs-due-later = Later: { $n }, the first by { $by }
obs-due-never = Without a full set so far: { $n }
obs-due-source = As often as the score asks for: NEWS2, chart 4 (Royal College of Physicians, 2017), from the oldest of its seven parts.
obs-due-chart = The next full set is due by { $by }.
obs-due-chart-over = A full set has been overdue since { $by }.
obs-due-chart-never = No full set of the seven parts is known so far.
obs-due-chart-continuous = Chart 4 asks for continuous monitoring; this time is for what people measure.
you-are-here = You are here
go-there = Go there
go-there-to = Go there: { $hospital }
where-you-work = Where you work
their-email-hint = One that they do not sign in with to work in a hospital: that opens their work and not your record.

# The list of patients, registering one, and the record

register-a-patient = Register a patient
name-number-health-id = Name, number, Health ID or date of birth, such as Okafor 1943.
among-your-patients-name = Among your patients: name, number or date of birth.
show-all = Show all
find-a-patient = Find a patient
find = Find
none-of-yours = None of yours
check-the-spelling-or = Check the spelling, or try fewer letters. Who is not your patient is not found here.
nobody-now = Nobody now
whom-you-treat-who = Whom you treat, who lies on a ward where you are on duty, who is on a device of yours, whom you opened in an emergency and who lets your hospital read their record stands here.
number = Number
why-you-may-read = Why you may read
whom-you-may-read = Whom you may read
you-treat-them = You treat them
lets-your-hospital-read = Lets your hospital read
patients-of-the-hospital = Patients of the hospital
registered-last-first = Registered last first
found-by-number = Found by number
found = Found
perhaps-you-mean = Perhaps you mean
no-name-begins-so = No name begins so; these are alike
nobody-found = Nobody found
check-the-spelling-try = Check the spelling, try fewer letters, or look for the date of birth. Who is not found anywhere can be registered.
no-patients-yet = No patients yet
who-is-registered-here = Who is registered here stands in this list.
sex-x = Sex
where = Where
pages-of-patients = Pages of patients
no-longer-a-patient = No longer a patient here
on-no-ward = On no ward
to-the-patients = To the patients
first-it-is-looked = We first look whether this person is registered already. Nothing is kept before you have seen the answer.
check-for-this-person = Check for this person
all-of-them-as = All of them, as on the card.
title = Title
such-as-mrs-or = Such as Mrs or Dr.
year-of-birth-when = Year of birth, when the day is not known
an-estimate-will-do = An estimate will do.
the-14-digits-on = The 14 digits on the health card. Leave it open when there is no card.
in-which-to-talk = In which to talk with them.
not-asked = Not asked
marital-status = Marital status
blood-group = Blood group
only-as-a-card = Only as a card or a laboratory says.
not-known = Not known
nobody-here-is-like = Nobody here is like this
no-name-date-of = No name, date of birth or number of this hospital’s patients fits.
this-health-id-belongs = This Health ID belongs to somebody who is registered here. Open their record; or change what was typed, when the id was copied wrong.
compare-each-with-the = Compare each with the person at your desk. When it is one of them, open that record: two records of one person are a danger.
register-as-a-new = Register as a new patient
to-be-registered = To be registered
registered-here-already = Registered here already?
change-what-was-typed = Change what was typed
what-is-alike = What is alike
who-may-be-the = Who may be the same
same-health-id = Same Health ID
same-name = Same name
name-alike = Name alike
born-the-same-day = Born the same day
day-and-month-exchanged = Day and month exchanged
born-near = Born near
who-they-are-x = Who they are
save-what-changed = Save what changed
patient-here = Patient here
what-was-changed = What was changed
they-are-a-patient = They are a patient of this hospital no longer. Their record stays.
a-patient-here-again = A patient here again
they-are-a-patient-here = They are a patient here again
choose = Choose
they-are-a-patient-of = They are a patient of this hospital. Who is one no longer is marked so in every list; nothing of the record is lost, and it can be undone.
why-they-are-a = Why they are a patient here no longer
nothing-was-changed = Nothing was changed
each-change-stays-here = Each change stays here with what stood there before, and who made it.
somebody-of-another-hospital = somebody of another hospital
before = Before
changed = Changed
a-patient-here = A patient here
no-longer = No longer
now = Now
patient-there = Patient there
where-they-are-registered = Where they are registered
registered = Registered
open-identity-documents = Open identity documents
open-insurance = Open insurance
nobody-has-asked-that = Nobody has asked. That is not the same as none.
no-known-allergies-x = No known allergies.
to-the-record = To the record
portal = Portal

# Allergies, conditions, medicines, operations

no-known-allergies-state = No known allergies: state it for this patient
only-after-asking-the = Only after asking the patient, or who knows them.
one-became-known = One became known
nobody-has-asked = Nobody has asked
that-is-not-the = That is not the same as none. Ask the patient, or who knows them.
what-it-does = What it does
how-bad = How bad
written = Written
to-what = To what
another-allergy = Another allergy
the-medicine-food-or = The medicine, food or material, such as penicillin.
such-as-rash-swelling = Such as rash, swelling, anaphylaxis. "Not known" is an answer.
add-this-allergy = Add this allergy
conditions = Conditions
nothing-is-written = Nothing is written
what-the-patient-lives = What the patient lives with stands here once somebody has written it.
note = Note
condition = Condition
another-condition = Another condition
condition-or-code = Condition or code
such-as-chronic-kidney = Such as chronic kidney disease, or N18. A misspelt word is found too.
no-such-condition = No such condition
try-fewer-or-other = Try fewer or other words, or the beginning of the code.
which-of-these = Which of these
what-the-code-does = What the code does not say
such-as-the-side = Such as the side, the stage, how it shows.
year-in-which-it = Year in which it began
add-this-condition = Add this condition
why-it-ends = Why it ends
end-it = End it
why = Why
what-no-longer-holds = What no longer holds
another-medicine = Another medicine
medicine-and-strength = Medicine and strength
such-as-metformin-500 = Such as Metformin 500 mg.
how-much-at-a = How much at a time
such-as-1-tablet = Such as 1 tablet.
how-often = How often
such-as-morning-and = Such as morning and evening, with food.
dated-since = Since when
add-this-medicine = Add this medicine
medicines = Medicines
what-the-patient-takes = What the patient takes by their own word or a letter stands here once somebody has written it.
how-much = How much
medicine = Medicine
another-operation = Another operation
what-was-operated = What was operated
such-as-appendix-removed = Such as appendix removed, fistula of the left arm.
what-else-is-to = What else is to be known
add-this-operation = Add this operation
operations = Operations
operations-of-the-past = Operations of the past stand here once somebody has written them.
operation = Operation
mild = Mild
moderate = Moderate
severe = Severe
life-threatening = Life-threatening
it-was-written-by = It was written by mistake
a-test-or-a = A test or a doctor has shown that it is none
it-is-over-x = It is over
it-turned-out-to = It turned out to be something else
they-take-it-no = They take it no longer
the-dose-has-changed = The dose has changed

# How a patient is reached

add-a-phone-number = Add a phone number
add-an-e-mail = Add an e-mail address
add-an-address = Add an address
add-a-person = Add a person
nothing-is-known = Nothing is known
ask-how-this-person = Ask how this person is reached, and whom to call in an emergency.
for-or-who = For, or who
how = How
how-they-are-reached = How they are reached
erased = Erased
try-first = Try first
in-an-emergency = In an emergency
a-phone-number = A phone number
an-e-mail-address = An e-mail address
an-address = An address
a-person-to-be = A person to be reached
e-mail-address = E-mail address
house-and-street-place = House and street, place, region, country.
who-they-are-to = Who they are to the patient
what-it-is-for = What it is for
try-this-first = Try this first
call-this-person-in = Call this person in an emergency
add = Add
mobile = Mobile
at-home = At home
at-work = At work
for-a-time = For a time
for-post = For post
wife-or-husband = Wife or husband
partner = Partner
mother = Mother
father = Father
daughter = Daughter
son = Son
sister = Sister
brother = Brother
guardian = Guardian
friend = Friend
family-or-other-person = Family or other person

# Papers and insurance

another-document = Another document
identity-documents = Identity documents
another-policy = Another policy
insurance = Insurance
no-end-known = No end known
no-paper-is-written = No paper is written
what-says-who-this = What says who this person is stands here once somebody has written it.
nobody-saw-the-paper = Nobody saw the paper
i-saw-the-paper = I saw the paper
country = Country
valid-until = Valid until
paper = Paper
no-policy-is-written = No policy is written
who-pays-stands-here = Who pays stands here once somebody has written it.
rank = Rank
covers = Covers
who-pays = Who pays
what-kind-of-paper = What kind of paper
as-the-paper-has = As the paper has it.
country-that-issued-it = Country that issued it
two-letters-such-as = Two letters, such as KE.
add-this-document = Add this document
the-insurer-or-the = The insurer or the fund.
number-of-the-policy = Number of the policy
what-it-covers = What it covers
such-as-dialysis-three = Such as dialysis three times a week, 80 %.
today-when-it-stays = Today, when it stays open.
last-day = Last day
add-this-policy = Add this policy
identity-card = Identity card
passport = Passport
driving-licence = Driving licence
birth-certificate = Birth certificate
paper-of-a-refugee = Paper of a refugee
residence-permit = Residence permit
another-paper = Another paper
asked-first = Asked first
pays-what-is-left = Pays what is left

# Words of the rules about a person

single = Single
married = Married
in-a-partnership = In a partnership
separated = Separated
divorced = Divorced
widowed = Widowed
amharic = Amharic
arabic = Arabic
bengali = Bengali
chinese = Chinese
dutch = Dutch
language-english = English
language-french = French
german = German
gujarati = Gujarati
hausa = Hausa
hindi = Hindi
igbo = Igbo
italian = Italian
japanese = Japanese
kikuyu = Kikuyu
luo = Luo
oromo = Oromo
persian = Persian
polish = Polish
portuguese = Portuguese
punjabi = Punjabi
russian = Russian
somali = Somali
spanish = Spanish
swahili = Swahili
tamil = Tamil
turkish = Turkish
ukrainian = Ukrainian
urdu = Urdu
vietnamese = Vietnamese
yoruba = Yoruba
zulu = Zulu
they-have-moved-away = They have moved away
they-have-died = They have died
they-have-asked-for = They have asked for it
they-were-registered-by = They were registered by mistake

# The care team

take-over-this-patient = Take over this patient
treating-now = Treating now
treated-before = Treated before
nobody-is-named = Nobody is named
people-on-duty-on = People on duty on the patient’s ward care for them; a doctor can take them over.
step-back = Step back
step-back-from-this = Step back from this patient
nobody-before = Nobody before
who-treated-this-patient = Who treated this patient stays listed here.
lies-on-no-ward = Lies on no ward of this hospital.
discharge = Discharge
discharge-from-the-ward = Discharge from the ward
whoever-is-on-duty = Whoever is on duty there then no longer sees this patient by their duty, and who began to treat them in this stay treats them no longer. Devices stay as they are.
doctor-or-nurse = Doctor or nurse
assign = Assign
transfer = Transfer
admit = Admit
to-the-ward = To the ward
choose-somebody = Choose somebody

# Emergencies

you-open-the-record = You open the record of the patient whose page you came from.
n-14-digits-as-on = 14 digits, as on the identity card or the bracelet. Blanks and hyphens do not count.
or-for-a-patient = Or, for a patient of this hospital:
emergency-who-how = Give the Health ID and the date of birth, or the hospital number.
hospital-number-long = Hospital number
as-on-the-chart = As on the chart, such as RG-204 4178.
open-a-record-in = Open a record in an emergency
the-hospital-tells-the = The hospital tells the patient, in the portal or by letter, who opened it and why, and somebody looks at it afterwards.
reason = Reason
what-has-happened = What has happened
in-your-own-words = In your own words, ten characters at least. No diagnosis is needed.
open-the-record = Open the record
nobody-every-administrator-is = Nobody: every administrator is told
privacy-officer = Privacy officer
is-told-of-each = Is told of each emergency opening and reviews it, whatever their role. Of what the officer opens, the administrators are told.
name-the-officer = Name the officer
nothing-waits-for-a = Nothing waits for a review.
no-record-was-opened = No record was opened in an emergency
when-somebody-does-it = When somebody does, it stands here until it was looked at.
not-registered-here = not registered here
the-record-was-not = The record was not read.
this-is-your-own = This is your own opening: somebody else must look at it.
opened-by = Opened by
opened = Opened
open-until = Open until
told = Told
reading = Reading
within-the-minute = Within the minute.
the-patient-was-told = The patient was told in the portal.
the-patient-has-no = The patient has no account: tell them by letter.
what-you-found = What you found
needed-when-it-was = Needed when it was not justified
close-as-justified = Close as justified
close-as-not-justified = Close as not justified
danger-to-life = Danger to life
the-person-cannot-be = The person cannot be asked
i-stand-in-for = I stand in for a colleague who treats them
the-person-is-being = The person is being brought here
another-reason-told-below = Another reason, told below
justified = Justified
not-justified = Not justified
emergencies = Emergencies

# Devices handed over

n-4-hours = 4 hours
n-8-hours = 8 hours
n-12-hours = 12 hours
n-24-hours = 24 hours
n-1-day = 1 day
n-2-days = 2 days
n-4-days = 4 days
n-7-days = 7 days
for = For
ask = Ask
your-devices = Your devices
open-in-this-hospital = Open in this hospital
hand-over-a-device = Hand over a device
for-seven-days-at = For seven days at most; it ends by itself
to-the-devices = To the devices
hand-overs-over = Over
no-device-is-yours = No device is yours
an-administrator-assigns-the = An administrator assigns the device that you keep. A colleague can hand theirs over to you.
you-keep-it = You keep it
handed-over-to-you = Handed over to you
nobody = nobody
on-it = On it
what-is-asked-for = What is asked for or handed over stands here.
what-was-handed-over = What was handed over stays listed here.
nothing = Nothing
asked-for-or-handed = Asked for or handed over now
to = To
state = State
waits-for-an-answer = Waits for an answer
not-accepted = Not accepted
you = You
accept = Accept
refuse = Refuse
take-back = Take back
end-now = End now

# Staff

who-works-here = Who works here
more = More
outbox = outbox
active = Active
this-is-you = This is you
roles = Roles
status = Status
make-active = Make active
lost-factor = Lost factor
for-somebody-who-has = For somebody who has lost both phone and recovery codes, and whom you have before you. The second factor and the password go, every page and program in this name is signed out, and a link to a new password goes to their own e-mail address.
make-inactive = Make inactive
every-page-and-device = Every page and device that is open in this name closes within a second, and duties, care and hand-overs end. You can make the account active again; what it had you then assign anew.
sent = Sent
send-again = Send again
open-invitations = Open invitations
choose-a-role = Choose a role
invite-somebody = Invite somebody
ward-that-they-open = Ward that they open first
send-the-invitation = Send the invitation

# Duties

no-end-yet = No end yet
no-end-yet-within = no end yet
its-name-as-the = Its name, as the list of devices has it
these-are-the-first = These are the first 200 of each. A part of a name narrows them.
part-of-a-name = Part of a name
search-verb = Search
order-of-list = Order
ward-duty = Ward duty
put-on-duty = Put on duty
doctors-and-nurses-read = Doctors and nurses read a device, a technician keeps one
assign-the-device = Assign the device
by-place = By place
by-person = By person
nobody-is-on-duty = Nobody is on duty
doctors-and-nurses-see = Doctors and nurses see a ward while they are on duty there.
on-duty-now = On duty now
no-device-is-anybodys = No device is anybody’s
assign-a-device-to = Assign a device to the technician who keeps it, or to a doctor who reads it.
reads-it = Reads it
keeps-it = Keeps it
whose-each-device-is = Whose each device is

# Exceptions and rights

choose-a-right = Choose a right
right-deny = Deny it
right-grant = Grant it
hold-now = Hold now
make-an-exception = Make an exception
a-denial-beats-whatever = A denial beats whatever else holds. A grant reaches within this hospital and no further.
right = Right
it-ends-by-itself = It ends by itself after this day
why-in-one-line = Why, in one line. It is kept with the exception.
make-the-exception = Make the exception
held-before = Held before
everybody-has-the-rights = Everybody has the rights of their roles.
what-held-stays-listed = What held stays listed here.
no-exception = No exception
exceptions-that-hold-now = Exceptions that hold now
exceptions-that-held = Exceptions that held
made-by = Made by
a-right-of-another = A right of another version
granted = Granted
denied = Denied
the-hospital-capital = The hospital
a-patient-by-number = A patient, by number
a-device-by-name = A device, by name
everybody-who-works-here = Everybody who works here
may-they = May they
about = About
number-or-name = Number or name
the-rights-of-each = The rights of each role
each-cell-names-the = Each cell names the relations of which one suffices; an empty one means never.
nobody-title = Nobody
nobody-who-works-here = Nobody who works here may do that now.
who-may = Who may
answer = Answer
no-role-now = No role now
yes = Yes
no = No
their-account-is-switched = Their account is switched off: they may do nothing.
all = All
asks-for-proof = asks for proof
rights-of-roles = Rights of roles
relation-own = own
relation-proxy = proxy
relation-treating = treating
relation-ward = ward
relation-device = assigned device
relation-hospital = same hospital
relation-consent = consent
relation-break-glass = break-glass
relation-platform = platform
it-is-their-own = it is their own
the-patient-has-let = the patient has let them into the record
they-treat-this-patient = they treat this patient
they-are-on-duty = they are on duty on this ward
they-are-on-duty-on = they are on duty on the ward where this patient lies
this-device-is-theirs = this device is theirs now
a-device-that-is = a device that is theirs now measures this patient
they-work-in-this = they work in this hospital
this-patient-is-registered = this patient is registered in their hospital
it-belongs-to-their = it belongs to their hospital
this-patient-lets-their = this patient lets their hospital see what others hold
they-have-opened-this = they have opened this record in an emergency
they-run-the-platform = they run the platform
the-denial-beats-whatever = The denial beats whatever else holds.
no-role-of-theirs = No role of theirs has this right, whatever the relation.
they-stand-in-no = They stand in no relation to it now.
no-exception-holds-for = No exception holds for them.
a-grant-for-them = A grant for them alone holds: it reaches within their hospital.
a-denial-for-them = A denial for them alone holds.
they-are-asked-to = They are asked to prove who they are first, when that is more than five minutes ago.

# What one may do, as the end of "may …"

see-the-live-board = see the live board of a ward
read-this-patients-values = read this patient’s values
find-any-patient-of = find any patient of the hospital
register-patients = register patients
see-who-this-patient = see who this patient is
change-who-this-patient = change who this patient is and how they are reached
read-allergies-conditions-and = read allergies, conditions and medicines
write-allergies-conditions-and = write allergies, conditions and medicines
answer-alarms = answer alarms
see-the-devices = see the devices
see-the-hospital-in = see the hospital in figures
see-this-account = see this account
change-this-account = change this account
post-readings = post readings
manage-the-tokens-of = manage the tokens of devices
manage-the-programs-that = manage the programs that use the API
see-who-works-here = see who works here
manage-staff-and-their = manage staff and their roles
see-and-end-sessions = see and end sessions of others
grant-or-deny-single = grant or deny single rights
see-who-may-do = see who may do what
see-who-is-on = see who is on duty, and whose each device is
assign-doctors-devices-and = assign doctors, devices and wards
see-who-treats-a = see who treats a patient
take-over-a-patient = take over a patient of one’s ward
answer-and-end-hand = answer and end hand-overs of devices
lend-the-device-they = lend the device they keep
search-the-audit = search the audit
export-the-audit = export the audit
may-open-in-emergency = open a record in an emergency
review-emergency-openings = review emergency openings
see-consents = see consents
see-and-withdraw-their = see and withdraw their consents
give-consent = give consent
see-and-end-who = see and end who may see their record
name-people-who-may = name people who may see their record
see-who-looked-at = see who looked at a record
manage-a-patients-portal = manage a patient’s portal
preview-a-patients-portal = preview a patient’s portal
close-and-open-accounts = close and open accounts of patients
confirm-registrations = confirm registrations
approve-hospitals = approve hospitals
erase-a-record = erase a record
read-the-demos-mails = read the demo’s mails
fill-a-demo-hospital = fill a demo hospital
open-a-session = open a session
read-placements = read placements
keep-and-drop-readings = keep and drop readings
seal-the-audit = seal the audit
keep-the-keys = keep the keys
run-jobs = run jobs
work-in-the-pharmacy = work in the pharmacy
see-this-part-of = see this part of the record in the portal
do-this = do this

# The audit

any = Any
allowed = Allowed
audit-refused = Refused
failed = Failed
older-entries = Older entries
data = Data
who-did-or-looked-at = Who did or looked at what in this hospital
no-entries = No entries
nothing-fits-what-you = Nothing fits what you are looking for. Choose a longer time, or leave something out.
entries-of-the-audit = Entries of the audit, newest first
anybody = Anybody
begin-to-follow-live = Begin to follow live
end-to-follow-live = End to follow live
end-a-session = End a session
anything = Anything
about-the-patient-with = About the patient with number
take-it-out = Take it out
a-file-of-everything = A file of everything that fits the search above, at most 20,000 entries. That you took it out is an entry too.
export-as-csv = Export as CSV
nobody-signed-in = Nobody signed in
treatment = Treatment
billing = Billing
running-the-hospital = Running the hospital
the-patients-own-request = The patient’s own request
care-by-family = Care by family
running-wardlight = Running Wardlight

# Programs and tokens of devices

may = May
last-seen = Last seen
no-programs = No programs
a-program-that-uses = A program that uses the API for this hospital is made below.
older-ones = Older ones
never = Never
new-secret = New secret
the-new-secret-is = The new secret is shown once. The old one works until the new one is first used, for a day at the most.
revoke = Revoke
the-program-can-do = The program can do nothing any more, within a second. This cannot be undone: make a new program instead.
new-program = New program
who-reads-this-list = Who reads this list should know it again, such as “Laboratory gateway”.
what-it-may-do = What it may do
so-far-a-programs = So far a program's token opens one door, GET /api/v1/auth/me, which answers who it is and what you choose here. The choice holds for the doors that follow.
make-the-program = Make the program
made = Made
no-tokens = No tokens
a-device-gets-its = A device gets its token below.
tokens-of-devices = Tokens of devices
new-token = New token
its-name-as-the-list = Its name, as the list of devices has it, such as “Monitor 07”.
make-a-token = Make a token
not-used-yet = Not used yet
in-use-older-than = In use, older than a year: replace it
in-use = In use
a-device-that-uses = A device that uses this token is not heard any more, within a second, and its bed raises an alarm. Give it a new token first.
token-shown = Token

# The settings of a patient's portal

wishes-to-be-spoken = Wishes to be spoken to in
has-an-account = Has an account
has-an-account-which = Has an account, which is closed
has-no-account-yet = Has no account yet
last-changed = Last changed
portal-of-a-patient = Portal of a patient
the-patient-and-whoever = While it is off, the patient, and whoever they let in, see nothing: within a second. They can still sign in and read why.
the-portal = The portal
open-nobody-is-signed = Open. Nobody is signed in.
sign-out-everywhere-with = Sign out everywhere with this account
every-browser-and-program = Every browser and program that is signed in with this account is out within a second. Whoever knows the password can sign in again.
close-the-account = Close the account
nobody-signs-in-with = Nobody signs in with this account any more, and what is open ends within a second. You can open it again.
closed-nobody-can-sign = Closed. Nobody can sign in with it.
open-the-account = Open the account
the-person-can-sign = The person can sign in again, with the password that they have. If somebody else may know it, ask them to set a new one first.
the-account = The account
what-the-portal-shows = What the portal shows
parts-of-the-record = Parts of the record
a-part-that-is = A part that is not ticked is not sent to the patient at all. The page says that the hospital does not show it here.
no-records = No records
records-of-the-last = Records of the last day are listed here.
shown-to-the-patient = Shown to the patient
records-of-the-last-day = Records of the last day
single-records = Single records
no-closed-here = No, closed here
current = Current
draft = Draft
record-completed = Completed
reviewed = Reviewed
approved = Approved

# Mails of a demo

outbox-x = Outbox
this-is-a-demo = This is a demo: mails stay on this machine, and every admin of the demo reads them all. Elsewhere they go by a mail server, and this page is not there.
no-mail-was-written = No mail was written yet
every-mail-of-the = Every mail of the demo comes here by itself.

# Registrations

nobody-waits = Nobody waits
who-registers-in-the = Who registers in the portal and has confirmed the e-mail address comes here by themselves.
chart = Chart
number-here = Number here
in-their-words = In their words
looked-at = Looked at
something-is-wrong-in = Something is wrong in a chart
what-people-say-is = What people say is wrong in their charts
as-typed = As typed
charts-that-could-be = Charts that could be theirs
no-chart-of-this = No chart of this hospital has this Health ID, or this date of birth with this family name.
has-an-account-already = Has an account already
from-now-on-this = From now on this account shows everything of this chart that the portal shows. Be sure that it is the same person.
reason-to-refuse = Reason to refuse
in-words-stays-in = In words (stays in the hospital)
differs = (differs)
no-chart-of-this-hospital = No chart of this hospital fits
the-details-belong-to = The details belong to somebody else
the-person-could-not = The person could not be reached to make sure
something-else = Something else

# The platform

hospitals-that-wait = Hospitals that wait
close-or-open-an = Close or open an account
no-hospital-waits = No hospital waits
a-hospital-that-asks = A hospital that asks to be taken in comes here once its e-mail address is confirmed.
first-administrator = First administrator
address-confirmed = Address confirmed
approve = Approve
the-hospital-is-set = The hospital is set up, and its first administrator gets an invitation.
sign-it-out-everywhere = Sign it out everywhere
close-it = Close it
open-it-again = Open it again
for-an-account-that = For an account that somebody took over, or that must open nothing any more, in every hospital at once. What somebody may do in one hospital is switched in its list of staff.
email-or-phone-number = Email or phone number that the account signs in with
what-to-do = What to do
do-it = Do it

# Sessions of the hospital's people

who-is-signed-in-x = Who is signed in
sessions-of-the-hospitals = Sessions of the hospital’s people
the-newest-50-a = the newest 50; a name narrows them
end-all-of-theirs = End all of theirs
every-browser-and-every = Every browser and every program that is signed in here in this name is out within a second.
staff-need-a-second = Staff need a second factor to sign in.
stop-asking-for-it = Stop asking for it
staff-sign-in-with = Staff sign in with a password alone. Asking for a second factor sends everybody without one to set it up at once, and opens nothing else to them until then.
ask-for-a-second = Ask for a second factor
suspicious-sign-ins = Suspicious sign-ins
no-network-tries-many = No network tries many names in this hour, and no account of the hospital’s people was locked or blocked in a week.
names-tried-within-the = Names tried within the hour
last = Last
names-tried = Names tried
networks-that-try-many = Networks that try many names
failures-in-a-row = Failures in a row
failures = Failures
score = Score
accounts-that-were-locked = Accounts that were locked or blocked
locked-until-the-password = Locked until the password is new
a-try-was-refused = A try was refused as stolen

# Titles

change-a-record = Change a record
contacts = Contacts

# Sentences of the rules for staff: what was wrong

choose-the-reason-from = Choose the reason from the list.
say-in-a-few = Say in a few words what has happened: at least ten characters. The patient and the privacy officer read it.
the-explanation-is-longer = The explanation is longer than 1,000 characters. Shorten it.
the-explanation-holds-signs = The explanation holds signs that cannot be shown. Type it anew.
choose-what-it-is = Choose what it is.
choose-who-they-are = Choose who they are to the patient.
choose-what-it-is-for = Choose what it is for.
use-at-most-20 = Use at most 20 letters for the title, such as Mrs or Dr.
choose-a-language-of = Choose a language of the list.
choose-one-of-the = Choose one of the list.
choose-a-blood-group = Choose a blood group of the list.
enter-a-year-of = Enter a year of four digits that has begun, such as 1943.
enter-a-year-2019 = Enter a year of four digits that has begun, such as 2019.
enter-the-date-of = Enter the date of birth or the year alone, not both.
enter-the-date-of-birth = Enter the date of birth. When nobody knows it, enter the year below, estimated.
enter-the-number-as = Enter the number as the paper has it, at most 40 signs.
enter-a-day-as = Enter a day as year, month and day, such as 2029-12-31.
choose-what-kind-of = Choose what kind of paper it is.
enter-the-two-letters = Enter the two letters of the country, such as KE.
choose-whether-it-is = Choose whether it is asked first.
the-last-day-lies = The last day lies before the first one.
enter-a-name-a = Enter a name, a number, or a date of birth.
enter-at-most-120 = Enter at most 120 letters and digits that can be seen.
enter-at-least-two = Enter at least two letters of the name.
choose-how-bad-the = Choose how bad the reaction is.
use-at-most-500 = Use at most 500 characters here.
nobody-makes-an-exception = Nobody makes an exception for themselves. Ask another administrator.
choose-somebody-who-works = Choose somebody who works in this hospital.
choose-a-right-from = Choose a right from the list.
say-why-in-one = Say why, in one line of at most 500 characters.
choose-a-day-between = Choose a day between today and a year from now, as year-month-day.
an-exception-of-this = An exception of this right holds for them already. End that one first.
nobody-ends-an-exception = Nobody ends an exception of their own. Ask another administrator.
this-exception-is-over = This exception is over already.
no-patient-of-this = No patient of this hospital has this number.
no-device-of-this = No device of this hospital has this name.
choose-a-ward-of = Choose a ward of this hospital.
the-note-is-longer = The note is longer than 500 characters. Shorten it.
the-note-holds-signs = The note holds signs that cannot be shown. Type it anew.
this-alarm-has-been = This alarm has been answered already.
this-alarm-is-over = This alarm is over: it makes no sound.
this-is-more-than = This is more than 20,000 entries. Choose a shorter time.
nobody-in-this-hospital = Nobody in this hospital has this number. Check it, or leave it out.
you-are-on-duty = You are on duty on this ward, so the record would open for you. Ask another administrator.
the-patient-lies-on = The patient lies on this ward already.
somebody-else-has-just = Somebody else has just moved this patient. Look again.
the-patient-lies-on-no = The patient lies on no ward.
no-device-has-this-name-list = No device of this hospital has this name. It stands on the list of devices.
choose-a-doctor-a = Choose a doctor, a nurse or a technician of this hospital.
this-device-is-theirs-already = This device is theirs already.
a-technician-keeps-one = A technician keeps one device at a time. End that one first, or let it be handed over for a while.
choose-a-device-of = Choose a device of this hospital.
this-device-is-not = This device is not theirs now.
nobody-assigns-anything-to = Nobody assigns anything to themselves. Ask another administrator.
choose-a-doctor-or = Choose a doctor or a nurse of this hospital.
choose-an-end-that = Choose an end that lies ahead.
they-are-on-duty-on-this = They are on duty on this ward already.
they-are-not-on = They are not on duty on this ward now.
they-treat-this-patient-already = They treat this patient already.
they-do-not-treat = They do not treat this patient now.
this-no-longer-waits = This no longer waits for an answer.
you-have-a-device = You have a device of a colleague already. Give that back first.
this-is-over-already = This is over already.
choose-another-technician-of = Choose another technician of this hospital.
choose-a-time-of = Choose a time of seven days at most.
this-device-is-asked = This device is asked for or handed over already. End that first.
no-device-bears-this = No device bears this name. Write it as the list of devices has it.
the-text-is-longer = The text is longer than 1,000 characters. Shorten it.
say-why-it-was = Say why it was not justified: whoever reads this later needs to know.
somebody-has-closed-this = Somebody has closed this review already.
this-is-your-own-account = This is your own account. Ask somebody else to change it.
this-account-works-in = This account works in a hospital, too. Ask the platform to change it.
set-up-a-second = Set up a second factor first.
there-is-a-hospital = There is a hospital of this name already.
choose-a-role-rule = Choose a role.
choose-a-ward-of-the = Choose a ward of the list.
this-address-is-invited = This address is invited already. Send that invitation once more, or withdraw it.
this-invitation-went-out = This invitation went out just now. Wait a minute.
this-invitation-went-out-five = This invitation went out five times today. Ask whether the address is right, or try tomorrow.
this-account-has-no = This account has no e-mail address, so no link to a new password can reach its owner.
this-is-your-own-account-admin = This is your own account. Ask another admin to change it.
this-account-is-more = This account is more than that of a colleague here: it works in another hospital, too, or runs the platform. Ask the platform to change it.
choose-at-least-one = Choose at least one role. To take away all of them, make the account inactive.
this-account-is-inactive = This account is inactive. Make it active first.
this-account-is-inactive-already = This account is inactive already.
this-account-runs-the = This account runs the platform. Ask the platform to change it.
this-account-is-active = This account is active already.
somebody-has-an-account = Somebody has an account for this chart already. Ask an admin to look into it.
choose-a-reason = Choose a reason.
say-in-a-few-words = Say in a few words what the reason is.
somebody-else-has-just-changed = Somebody else has just changed this. Look at what stands there now.
this-health-id-belongs-to = This Health ID belongs to somebody else. Compare it with the card once more.
choose-why = Choose why.
they-are-a-patient-here-no = They are a patient here no longer already.
they-are-a-patient-here-already = They are a patient here already.
there-are-many-ways = There are many ways already. End those that hold no longer first.
somebody-else-has-just-said = Somebody else has just said which is tried first. Look again.
another-policy-of-this = Another policy of this rank holds on one of these days. End it first, or choose other days.
this-health-id-does = This Health ID does not go with this name and date of birth. Compare all three with the card once more.
this-allergy-stands-here = This allergy stands here already.
that-none-is-known = That none is known stands here already.
an-allergy-stands-here = An allergy stands here. End it first, with the reason why it is none.
this-condition-stands-here = This condition stands here already.
choose-a-condition-of = Choose a condition of the list.
choose-why-it-ends = Choose why it ends.
this-medicine-stands-here = This medicine stands here already. End it first when its dose has changed.
this-operation-stands-here = This operation stands here already.
another-program-bears-this = Another program bears this name. Choose another, or revoke that one.
enter-a-name-of = Enter a name of 1 to 80 printable characters.
choose-at-least-one-thing = Choose at least one thing that the program may do, from the list.
write-the-day-as = Write the day as 2026-11-24.
this-is-no-person = This is no person of the hospital.
this-is-no-patient = This is no patient of the hospital.
choose-an-outcome-of = Choose an outcome of the list.
choose-an-action-of = Choose an action of the list.
nobody-is-known-under = Nobody is known under what you typed. Check each digit and the date of birth.
write-the-14-digits = Write the 14 digits of the health ID, or the hospital number below.
write-the-date-of = Write the date of birth, such as 1969-04-02.
this-form-cannot-be = This form cannot be understood. Load the page again.
choose-what-to-do = Choose what to do.
this-is-the-name = This is the name of no device. Begin at the first page.

# Sentences of doors for staff: what was done

staff-need-a-second-factor = Staff need a second factor from now on.
staff-sign-in-with-a = Staff sign in with a password alone from now on.
they-are-signed-out = They are signed out everywhere in this hospital.
they-treat-this-patient-from = They treat this patient from now on.
you-treat-this-patient = You treat this patient from now on.
the-treatment-has-ended = The treatment has ended.
the-patient-lies-on-this = The patient lies on this ward from now on.
the-patient-has-left = The patient has left the ward.
the-program-is-made = The program is made.
the-program-has-a = The program has a new secret.
the-program-is-revoked = The program is revoked.
the-token-is-revoked = The token is revoked.
they-are-on-duty-from = They are on duty from now on.
their-duty-has-ended = Their duty has ended.
the-device-is-theirs = The device is theirs from now on.
the-device-is-theirs-no = The device is theirs no longer.
the-review-is-closed = The review is closed.
nobody-is-named-every = Nobody is named: every administrator is told.
they-have-been-asked = They have been asked.
the-device-is-yours = The device is yours for this time.
you-have-refused = You have refused.
it-has-ended = It has ended.
the-allergy-stands-in = The allergy stands in the record, and on every chart page.
that-no-allergies-are = That no allergies are known stands in the record, with your name.
it-holds-no-longer = It holds no longer; that it did stays to be seen.
the-condition-stands-in = The condition stands in the record.
added = Added.
this-is-tried-first = This is tried first from now on.
it-holds-no-longer-x = It holds no longer.
saved-what-stood-there = Saved. What stood there before stays below.
nothing-differs-from-what = Nothing differs from what stands there.
done-patient-no-longer = They are a patient of this hospital no longer.
they-are-a-patient-of-this = They are a patient of this hospital again.
the-medicine-stands-in = The medicine stands in the record.
the-document-stands-in = The document stands in the record. Look at the paper itself, and say that you did.
that-you-saw-the = That you saw the paper stands in the record.
the-document-holds-no = The document holds no longer.
the-policy-stands-in = The policy stands in the record.
the-policy-holds-no = The policy holds no longer.
the-operation-stands-in = The operation stands in the record.
the-hospital-is-set-up = The hospital is set up; its first administrator is invited.
the-application-is-refused = The application is refused. Its writer is told by mail.
the-portal-is-on = The portal is on.
the-portal-is-off = The portal is off.
saved-pages-that-are = Saved. Pages that are open begin anew with it.
the-record-is-open = The record is open to the patient.
the-record-is-closed = The record is closed to the patient.
the-account-is-closed = The account is closed. What was open has ended.
the-account-is-open = The account is open.
the-account-is-signed = The account is signed out everywhere.
the-person-sees-that = The person sees that somebody has looked.
done-account-open-mailed = The account is open. The person is told by mail.
the-registration-is-refused = The registration is refused. The person is told by mail.
the-exception-holds-from = The exception holds from now on.
the-exception-has-ended = The exception has ended.
the-invitation-is-on = The invitation is on its way.
done-invited-again = The invitation is on its way once more.
the-invitation-is-withdrawn = The invitation is withdrawn.
the-account-is-active = The account is active.
the-account-is-inactive = The account is inactive.
the-second-factor-is = The second factor is gone. The link to a new password is on its way to their e-mail address.
the-name-is-saved = The name is saved.
the-roles-are-saved = The roles are saved.
notice-factor-lost = An admin of your hospital took your second factor away, because somebody said that you had lost it. The password went with it: set a new one by the link that we mailed, then set the factor up anew. If it was not you, tell the help desk of your hospital.
notice-names-tried = Somebody tries a list of names from one network. It is slowed and refused; the page of sign-ins says from where, and which accounts of your hospital it met.
notice-renamed = An admin of your hospital wrote your name anew. It stands on what you do from now on.
notice-emergency-review = Somebody opened a record in an emergency. It waits among the emergency openings until somebody has reviewed it.
this-hospital-asks-its = This hospital asks its staff for a second factor. Sign in to Wardlight in a browser, set it up there, and come back.

# Sentences of staff pages that take something

on-your-ward = On your ward, { $ward }
on-your-device = On { $device }
opened-until = Opened in an emergency, until { $at }
patients-shown = { $n ->
       [one] { $n } patient
      *[other] { $n } patients
   }
about-year = about { $year }
no-longer-because = No longer. { $why }
end-of-what = End: { $what }
end-of-both = End: { $what } and { $who }
try-first-whom = Try first: { $who }, { $label }
saw-paper-itself = I saw the paper itself: { $kind }
open-part = Open { $what }
employee-id-hint = Their employee id, such as DOC-0012. { $more }
end-treatment-by = End the treatment by { $name }
lies-on-since = Lies on { $ward } since { $at }
emergency-minutes = You may read the record for { $n } minutes, and change nothing in it.
wait-for-review = { $n ->
       [one] { $n } waits for a review.
      *[other] { $n } wait for a review.
   }
record-was-read = { $n ->
       [one] The record was read once.
      *[other] The record was read { $n } times.
   }
opened-by-whom = Opened by { $name }
told-to-review = { $n ->
       [0] Nobody of this hospital could be told: name a privacy officer.
       [one] One person of this hospital was told to review it.
      *[other] { $n } people of this hospital were told to review it.
   }
hand-overs-open = Open
hand-over-from = From
patient-on-device = Patient on { $device }
state-since = Since { $at }
state-from = From { $at }
accept-device = Accept { $device }
refuse-device = Refuse { $device }
take-back-device = Take back the question about { $device }
end-hand-over-of = End the hand-over of { $device } now
demo-outbox = This is a demo: mails wait in the { $outbox }.
inactive-since = Inactive since { $at }
make-active-whom = Make active: { $name }
roles-of = Roles of { $name }
name-of = Name of { $name }
save-name-of = Save the name of { $name }
save-roles-of = Save the roles of { $name }
lost-factor-of = Lost factor: { $name }
make-inactive-whom = Make inactive: { $name }
send-again-of = Send again: the invitation of { $name }
withdraw-of = Withdraw the invitation of { $name }
end-duty-of = End the duty of { $name } on { $ward }
handed-to-until = Handed to { $name } until { $at }
the-ward-named = The ward { $ward }
who-may-do = Who may { $what }
because-why = Because { $why }
and-because = { $first }, and because { $next }
may-because = { $name } may { $what }, because { $why }.
may-not = { $name } may not { $what }.
any-suffices = Any of these suffices: { $which }.
they-hold = They hold: { $which }.
and-more-ask = And { $n } more. Ask about one person to see why.
end-exception-of = End the exception of { $name }
role-at = { $role } at { $hospital }
audit-kind = { $kind ->
       [device] A device
       [client] A program
       [worker] Wardlight
       [proxy] A carer
       [patient] A patient
      *[user] A person
   } ({ $id })
lasted-seconds = { $what }, { $n } s
audit-to = To
audit-address = From
and-n-more = { $first } and { $n } more
revoked-at = Revoked { $at }
secret-of = Secret of { $at }
new-secret-for = Make a new secret for { $name }
revoke-what = Revoke { $name }
revoke-token-of = Revoke a token of { $name }
replaced-ends = Replaced; ends { $at } at the latest
alarm-at = Alarm, { $at }
allergy-at = Allergy, written { $at }
condition-at = Illness, written { $at }
medicine-at = Medicine, written { $at }
surgery-at = Operation, written { $at }
open-this-record = Open this record to the patient
close-this-record = Close this record to the patient
mail-to = To { $to } · { $at }
looked-at-what = Looked at: what { $name } wrote
address-confirmed-at = address confirmed { $at }
confirm-chart = Confirm that this is chart { $number }
approve-whom = Approve { $name }
end-all-of = End all of theirs: every session and program of { $name }
single-record = Record
signed-in-times = { $n ->
       [one] Open. Signed in once.
      *[other] Open. Signed in { $n } times.
   }

# Words of the audit

kind-vitals = vitals
kind-alarms = alarms
kind-demographics = demographics
kind-scores = scores
kind-limits = limits
kind-sessions = sessions
kind-account = account
kind-devices = devices
kind-audit = audit
kind-contact = contact
kind-papers = papers
kind-background = background
kind-access = access
reason-not-signed-in = not signed in
reason-no-right = no right
reason-stale-proof = stale proof
reason-not-found = not found
reason-invalid = invalid
reason-conflict = conflict
reason-busy = busy
reason-away = away
reason-fault = fault
reason-out-of-reach = out of reach

# Sentences of the rules with what they ask for

enter-the-family-name = Enter the family name.
enter-the-given-name = Enter the given name.
enter-your-family-name = Enter your family name.
enter-your-given-name = Enter your given name.
enter-who-pays = Enter who pays.
enter-what-it-covers = Enter what it covers.
enter-the-address = Enter the address.
enter-the-name-of = Enter the name of this person.
enter-what-was-operated = Enter what was operated.
enter-the-name-of-the = Enter the name of the medicine and its strength.
enter-how-much-they = Enter how much they take at a time.
enter-how-often-they = Enter how often they take it.
enter-a-condition-of-list = Enter a condition of the list.
enter-what-they-do = Enter what they do not bear.
enter-what-it-does = Enter what it does to them; "not known" is an answer.
enter-what-is-wrong = Enter what is wrong, and what would be right.
enter-the-reason = Enter the reason.
enter-a-condition-or = Enter a condition or its code.
enter-the-name = Enter the name.
enter-the-name-of-the-hospital = Enter the name of the hospital.
enter-the-registration-number = Enter the registration number.
enter-the-name-of-the-first = Enter the name of the first admin.
use-at-most-120 = Use at most 120 characters here.

# Who may do what: its question

ask-who-may = Ask
# Finding anything

find-search = Search
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
find-account = Name, password, how it looks: language, larger text, units; where you are signed in
find-factor-name = Second factor
find-factor = The app with codes, and recovery codes
find-my-home = How you are now: your values and your next steps
find-my-record = Your day drawn, what was noticed, and every reading
find-my-access-name = Who looked at your record
find-my-access = Names, times and why
find-my-consents = What you let others do with your record: consents, research, insurance
find-my-proxies = Who cares for you and may see your record, family
find-my-preferences = How your hospital’s staff speak with you
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
change-place = Change ward or hospital
news-alarms = Alarms
news-allergies = Allergies
news-conditions = Conditions
news-medicines = Medicines
news-surgeries = Operations
news-identity = Who they are
news-contacts = How they are reached
news-documents = Identity documents
news-insurance = Who pays

# A patient's pages

this-patient = This patient
ways-of-the-patient = The ways to the other pages of this patient
beside-the-chart = Conditions, medicines and what is new
more-of = { $n } more
bed-is = Bed { $n }: { $state }
bed-state-used = in use
bed-state-leaving = leaves today
bed-state-free = free
bed-state-held = held
bed-state-cleaning = cleaning
bed-state-out = out of use

# Two records of one person

join-two-records = Join two records
join-another-record = Another record?
join-also = Also { $numbers }
join-two-on = Two records were joined on { $at }: { $numbers }.
join-several-on = Several records were joined, the last on { $at }: { $numbers }.
join-look-or-apart = Look, or take them apart
join-other-title = Another record of this person
join-how = Two records of one person are joined by somebody who has looked at both, never by themselves. Afterwards both numbers and every old link lead to the record that stays, and it shows what stands in either. It can be taken apart again at any time.
join-other-number = Number of the other record
join-other-number-hint = The hospital’s number, or the Health ID.
join-compare = Compare the two
join-side-by-side = Side by side
join-both-records = Both records
join-what-stands = What stands in each
join-compared = Compared
join-same = The same
join-one-only = In one only
join-differs = Differs
join-lines-on-allergies = Lines on allergies
join-papers = Documents and policies
join-carers = Who treats them now
join-limits = Alarm limits of their own
join-device-or-ward = On a device or a ward
join-has-portal = Account of the portal
join-other-inactive = the other one is no patient here now
join-other-joined = the other one is joined to a record already
join-other-device = a device measures the other one
join-other-ward = the other one lies on a ward
join-other-portal = the other one has an account of the portal
join-other-hides = the portal of the other one is switched off or hides a part
join-this-inactive = it is no patient here now
join-stays = { $number } stays
join-cannot = Cannot be chosen: { $why }.
join-leads = { $name }, and the other leads to it.
join-which-stays = Which record stays
join-neither = Neither can lead to the other now. What hinders it stands above; when it has ended, come back.
join-why = How you know that they are one person
join-why-hint = Such as: same card and same mother, asked on the telephone.
join-what-is-shown = What stands in both is shown from both. Alarm limits of the record that leads to the other are not carried over; set them anew where they are needed.
join-do = Join the two records
join-with-another = Compare with another
join-them = Join them
join-history = What was joined to this record
join-history-caption = Records that were joined to this one
join-joined = Joined
join-taken-apart = Taken apart { $at }
join-apart = Take apart
join-apart-what = Take apart: { $what }
join-apart-means = { $n ->
    [0] Both stand again as they stood before.
    [one] Both stand again as they stood before. One line was written since: it stays here, so look to whom it belongs.
   *[other] Both stand again as they stood before. { $n } lines were written since: they stay here, so look to whom each belongs.
}
join-apart-why = Why they are two people
join-apart-do = Take them apart
join-two-records-of-one = join two records of one person
join-choose-which = Choose which record stays.
join-done = The two records are joined. Both numbers lead here.
join-apart-done = They are two records again.
join-say-why = Say why in 10 to 500 characters.
join-whole-number = Enter the whole number of the other record.
join-no-such-number = No record of this hospital has this whole number.
join-number-of-this = This is the number of this record. Enter that of the other.
join-several-numbers = Several records have this number. Enter it with its letters.
join-number-leads = The record with this number is joined to another already.
join-not-two = These are not two records. Name another one.
join-one-is-inactive = One of them is a patient here no longer. Mark them as a patient here first.
join-one-is-joined = One of them is joined to another record already. Take those apart first.
join-a-device = A device measures the record that would lead to the other. Keep that one, or end the measurement first.
join-a-ward = Under the record that would lead to the other somebody lies on a ward. Keep that one, or discharge them first.
join-a-portal = The record that would lead to the other has an account of the portal. Keep that one.
join-a-hidden-portal = The portal of the record that would lead to the other is switched off or hides a part. Keep that one, or show everything there first.

# Who may be the same, while somebody is registered

alike-people = { $n ->
    [one] One person here may be the same
   *[other] { $n } people here may be the same
}
opens-beside = (opens beside this form)

# What every treatment has to know and how somebody is reached, on the record in their own portal

my-allergies = My allergies
my-conditions = My illnesses
my-medicines = My medicines
my-operations = My operations
my-background = Allergies, illnesses, medicines and operations
my-contacts = How I am reached
my-contacts-caption = How the hospital reaches me, and whom it calls
my-insurance = My insurance
my-nothing-here = Nothing stands here.
my-wrong-or-missing = Is something wrong or missing?
my-since-year = since { $year }

# Sentences that rules make, word for word with what they put in: found by their English

rule-at-most = Use at most { $n } characters.
rule-at-most-here = Use at most { $n } characters here.
rule-password-short = This password is too short. Use at least { $n } characters; a few words that only you would put together are easy to remember.
rule-plausible = Enter { $low } to { $high } { $unit }.
rule-plausible-meant = Enter { $low } to { $high } { $unit }. Did you mean { $meant }?
rule-comma-either = A comma before three digits can be read in two ways. For thousands leave it out; for decimals type a point.
rule-privacy-officer = { $name } is the privacy officer from now on.
rule-registered = Registered here under { $number }. Look through what stands below, and add what is missing.
rule-browser = { $browser } on { $system }

place-emergency = Emergency
place-more = More
wardlight-work = Wardlight ({ $task ->
    [seed] seeding
    [sign_in] sign-in
    [watch] watch
    [retain] clearing out
    [seal] sealing
    [keys] keys
    [jobs] mails and jobs
    [find] search
    [rights] rights
   *[more] { $task }
})

# Mails: they say that there is something, never what. A link and the address of the house are put in as they are

mail-hello = Hello,
mail-reset-subject = Set a new password for Wardlight
mail-reset =
    Somebody, most likely you, asked for a new password.

    Open this link and choose one. It works once, for 30 minutes:

    { $link }

    If it was not you, do nothing: your password stays as it is.
mail-password-changed-subject = Your password for Wardlight was changed
mail-password-changed =
    The password of your account was changed just now, and devices that were signed in were signed out.

    If it was you, there is nothing to do.

    If it was not you, set a new one at once and tell the help desk of your hospital:

    { $home }/recover
mail-look-at-account-subject = Something about your account in Wardlight
mail-look-at-account =
    Something changed in how your account is signed in to. Wardlight shows what it was, on the page My account:

    { $home }

    If you do not know it, set a new password and tell the help desk of your hospital.
mail-message-subject = There is a message for you in Wardlight
mail-message =
    There is a message for you in Wardlight. Sign in to read it:

    { $home }
mail-invitation-subject = You are invited to Wardlight
mail-invitation =
    { $writer } invites you to work with Wardlight.

    Open this link and choose a password. It works once, for seven days:

    { $link }

    If you do not know why you got this, do nothing: without the link no account is made.
mail-verify-known-subject = Your account in Wardlight
mail-verify-known =
    Somebody, most likely you, filled in the form for a new account with this address. There is an account with it already, so no second one was made.

    Sign in:

    { $home }/sign-in

    If you do not remember your password, set a new one:

    { $home }/recover
mail-verify-patient-subject = Confirm your e-mail address for Wardlight
mail-verify-patient =
    Somebody, most likely you, filled in the form for an account at { $writer }.

    Open this link to say that this address is yours, and to choose a password. It works once, for 24 hours:

    { $link }

    If it was not you, do nothing: the form is thrown away.
mail-registration-confirmed-subject = Your account in Wardlight is ready
mail-registration-confirmed =
    { $writer } has confirmed your account. Sign in with your e-mail address and the password you chose:

    { $home }/sign-in
mail-registration-refused =
    { $writer } could not confirm your account. This says nothing about your care.

    Ask at the reception of the hospital, and bring something that shows who you are.
mail-verify-hospital =
    Somebody, most likely you, asked for a hospital to be taken into Wardlight and named you as its first administrator.

    Open this link to say that this address is yours. It works once, for 24 hours:

    { $link }

    If it was not you, do nothing: the form is thrown away.
mail-hospital-refused-subject = Your hospital in Wardlight
mail-hospital-refused = The application of your hospital was not accepted. Answer this mail if you would like to know more, or fill in the form again.
mail-address-known =
    Somebody wanted to use this address for another account. It belongs to yours already, so nothing has changed.

    If it was you, sign in with this address:

    { $home }/sign-in
mail-change-email-subject = Confirm your new e-mail address for Wardlight
mail-change-email =
    Somebody, most likely you, wants to use this address for their account.

    Open this link to say that it is yours. It works once, for 30 minutes, and from then on you sign in with it:

    { $link }

    If it was not you, do nothing: the account keeps the address that it has.
mail-email-changed-subject = Your account in Wardlight has another address
mail-email-changed =
    Your account in Wardlight has another e-mail address since just now. Mails to you go there, and this address does not sign you in any more.

    If it was not you, tell the help desk of your hospital at once.

# Notifications

notices = Notifications
notices-unread = Notifications, { $n } unread
notices-what = What you were told about your account, your work and your record, and how you want to hear of it.
notices-new = Not read yet
notices-read = Read
notices-read-all = Mark all as read
notices-more = More, older ones
notices-pages = Pages of notifications
notices-none = Nothing was told to you
notices-none-text = What concerns your account, your work or your record comes here by itself. It is kept for half a year.
notices-tell-me = Tell me about
notices-here = Here
notices-mail = Here and by mail
notices-off = Not at all
notices-always = Always here and by mail: this is about your safety.
notices-mails-say-nothing = A mail says only that something waits here, never what.
notice-open = Open: { $page }
notice-read = Mark as read
notice-mark-read = Mark as read: { $sentence }
notice-chart = The patient’s chart
notice-care-given = { $who } assigned a patient to you.
notice-care-ended = { $who } ended that you treat a patient.
notice-duty-given = { $who } put you on duty on { $what }.
notice-duty-ended = { $who } ended your duty on { $what }.
notice-device-given = { $who } gave you { $what }.
notice-device-taken = { $who } ended that { $what } is yours.
notice-hand-over-asked = { $who } asks you to take { $what } for a while.
notice-hand-over-accepted = { $who } has taken { $what }.
notice-hand-over-refused = { $who } does not take { $what }.
notice-hand-over-ended = The hand-over of { $what } is over.
notice-device-key-ends = The key of { $what } ends within twelve hours, and the device has not taken up its new one. Without a key it falls silent.
notice-registration-waits = Somebody registered in the portal and waits to be matched to a chart.
notice-correction-waits = A patient says that something in their chart is wrong.
notice-invitation-accepted = { $who } has accepted your invitation and works here now.
notice-hospital-waits = A hospital asks to be taken in.
notice-carer-took-up = Whom you named, “{ $who }”, has an account now and sees what you share.
notice-carer-ended = { $who } no longer shares their record with you.
notice-portal-opened = Your hospital opened your record to you here.
notice-portal-closed = Your hospital closed your record here. If you do not know why, ask at the reception.
notice-correction-done = Your hospital has looked at what you said is wrong in your chart.
topic-security = The safety of your account
topic-sign-ins = Unusual sign-ins
topic-emergencies = Records opened in an emergency
topic-care = Patients assigned to you
topic-duties = Your duties on wards
topic-devices = Your devices and hand-overs
topic-keys = Keys of devices that end
topic-registrations = Registrations and corrections that wait
topic-colleagues = Invitations that were accepted
topic-hospitals = Hospitals that want to be taken in
topic-sharing = Who may see a record
topic-portal = Your portal and your requests
find-notices = What you were told, and how you want to hear: bell, messages, mails, alerts
notices-all-read = Everything is marked as read.
notices-saved = How you want to hear is saved.
notices-not-off = This cannot be switched off: it is about your safety.
changed-in-another-hospital = Another hospital has changed this meanwhile. Look at what stands there now.
leaves-not-from-device = A device measures them now. Take them off the device first; then say that they are a patient here no longer.
leaves-not-from-ward = They lie on a ward. Discharge them on the page of their care team first; then say that they are a patient here no longer.
no-longer-here-to-a-ward = They are a patient here no longer. Say on the page that changes their record that they are one again; then bring them to a ward.
no-longer-here-on-a-device = Whom this device measured is a patient here no longer. Reception says on the page that changes their record that they are one again.
my-allergies-not-all = Part of what is known is not shown here. Ask those who treat you.
allergy-known-elsewhere = Another hospital has written down an allergy. It stands in the list; that none is known cannot be said beside it.
warnings = Warnings
warnings-none = An arm that is left alone, isolation, a risk of falling: what everybody must know first stands here, and in the banner of every page.
another-warning = Another warning
what-it-is-about = What it is about
why-or-with-what = Why, with what, in which language
why-or-with-what-hint = For a limb: fistula, lymphoedema. For isolation: the germ, and what to wear. A risk of falling may stand alone.
add-this-warning = Add this warning
flag-left-arm = Spare the left arm
flag-right-arm = Spare the right arm
flag-left-leg = Spare the left leg
flag-right-leg = Spare the right leg
flag-isolation = Isolation
flag-falls = Risk of falling
flag-interpreter = Interpreter
flag-other = To be known
flag-choose = Choose what it is about.
flag-enter-why = Enter why, with what, or in which language.
flag-stands-already = This stands in the banner already.
flag-stands = This stands in the banner of every page from now on.
standing-died = They have died. Written down on { $on }.
standing-left = A patient here no longer since { $on }. { $why }.
dated-hint = As far as it is known: 2019, 2019-05 or 2019-05-09.
until-when = Until
until-when-hint = When it is planned to end. It stays on the list until somebody ends it.
has-passed = Has passed
dated-wrong = Enter a year, a month or a day, such as 2019, 2019-05 or 2019-05-09.
dated-ahead = This lies ahead. Enter when it was, as far as it is known.
dated-turned = It would end before it began. Check both.
expired = Expired
from-to = { $since } to { $until }
who-is-called = Who is called in an emergency
who-is-called-hint = One person will do; more can be added to the record.
number-to-call = Number to call
what-differs = What differs
stands-there = Stands there
was-typed = Was typed
rule-registered-differs = Registered here under { $number }. They are known already, and not all that you typed stands there. Compare, and save what is right.

# Paper, and in which zone times are

zone-of-hospital = Time of the hospital
zone-city = { $city } time
zone-city-short = { $city } time ({ $short })
times-are = Times on this page: { $zone }
printed-by = Printed by { $name }.
paper-stands = This paper does not change: look at the live page before you act. Shred it after use.
paper-code = Opens this page
look-at-the-other = Look at the other
high-contrast = High contrast
density = How tight rows stand
density-usual = As usual
density-comfortable = Comfortable: for gloved hands
density-compact = Compact: more on a screen
staff-home-works = What works for you
staff-home-search = Finds each page that you may open
staff-home-no-billing = Billing is not built here yet: bills and payments stay where your hospital keeps them. What you may open stands below.
staff-home-no-laboratory = The laboratory is not built here yet: orders and results stay where your hospital keeps them. What you may open stands below.

# Read aloud. Units: the sign = a name of Unicode’s units, which every browser counts in its language, or the words.
read-aloud = Read aloud
aloud-stop = Stop reading
aloud-pause = Pause
aloud-go-on = Read on
aloud-usual = Speed: usual
aloud-fast = Speed: fast
aloud-slow = Speed: slow
aloud-units = mmHg = millimetres of mercury | mmol/L = millimoles per litre | mg/dL = milligrams per decilitre | mL/h = millilitres per hour | °C = celsius | °F = fahrenheit | kg = kilogram | lb = pound | mL = milliliter | L = liter | s = second | min = minute | h = hour

# Conversations

place-messages = Messages
messages-unread = Messages, { $n } not read
chat-pages = Pages of messages
chat-more = More, older ones
chat-older = Older messages
chat-none = You have no conversations
chat-none-text = A doctor and a patient whom they treat write to each other here, and a doctor and the technician of a machine that the doctor reads.
chat-nothing-yet = Nothing was written yet
chat-erased = This message was erased with the record.
chat-you-said = You: { $text }
chat-unread = { $n } not read
chat-urgent = Urgent
chat-in-emergency = Opened in an emergency
chat-muted = Muted
chat-here-now = here now
chat-away = not here now
chat-context = { $who } · { $presence }
chat-write-to = Write to { $who }
chat-write = Write
chat-who = Who they are
chat-name = Name
chat-whom = Whom you can write to
chat-yesterday-at = Yesterday { $at }
chat-today = Today
chat-yesterday = Yesterday
chat-is-over = This conversation is over: the two are no longer bound by a treatment or a machine. It stays to be read.
chat-looks-on = You read this because the record was opened in an emergency. That you read it stands in the audit, and the patient is told.
chat-with = With { $who }
chat-new-message = A new message
chat-in-reply = In reply to:
chat-corrects = Corrects:
chat-corrected = Corrected below
chat-reply = Reply
chat-correct = Correct
chat-rather-new = Rather write something new
chat-correct-hint = What you wrote stays as it is. Both of you see the correction beside it.
chat-hint = At most 2,000 characters. Ctrl Enter sends.
chat-ask-urgent = This is urgent: tell the doctors on duty who treat me
chat-your-message = Your message
chat-send = Send
chat-unmute = Count it again
chat-mute = Mute
chat-not-found = No message holds these words
chat-not-found-text = The newest 2,000 messages of this conversation were looked through.
chat-find = Find in this conversation
chat-find-words = Words
chat-muted-done = You are no longer counted to by this conversation. What is urgent is told all the same.
chat-unmuted-done = This conversation counts again.
chat-write-first = Write something first.
chat-too-long = Use at most 2000 characters. What is longer goes in two messages.
chat-urgent-of-patient = A patient says that a message is urgent.
chat-answers-or-corrects = A message answers another or corrects one, not both.
chat-answers-nothing = What this answers does not stand here.
chat-corrects-own = Only who wrote a message corrects it.
part-delivered-at = Delivered { $at }
find-messages = Write to your patients and to the technicians of your machines
find-my-messages = Write to the doctors who treat you
seen-messages = your messages
notice-message-urgent = A patient whom you treat marked a message as urgent.
topic-messages = Urgent messages of patients
read-the-conversations = read the conversations in which they take part
write-to-those-whom = write to those whom they treat or work with
relation-talks = takes part
they-are-one-of-the-two = they are one of the two who talk

# Gateways and HL7

find-gateways = Credentials that speak for many machines
no-gateways = No gateways
a-gateway-speaks = A gateway speaks for the machines on its list. Make one below.
new-gateway = New gateway
make-a-gateway = Make a gateway
gateway-name-hint = What it is called in this hospital, such as “Dialysis unit”.
gateway-every = A machine reports at least every
gateway-every-hint = Seconds, from 1 to 300. Ten seconds later the machine counts as silent.
gateway-sender = HL7 sender
gateway-application = HL7 application (MSH-3)
gateway-application-hint = Only for a sender that has no field for a token. One that has sends it in MSH-8.
gateway-facility = HL7 facility (MSH-4)
gateway-networks = Networks
gateway-networks-hint = With the application: from where such a sender is believed, 10.20.0.0/16, 10.21.3.4.
gateway-token-used = Token first used
gateway-last-message = Last HL7 message
gateway-without-machines = It speaks for no machine yet.
gateway-add-machine = Put on the list
gateway-remove-verb = Take off
gateway-token-ends = The token that it has ends at once: what it sends with it is refused until it has the new one.
gateway-ends = It speaks for no machine any more, and its machines fall silent until something else speaks for them.
hl7-messages = HL7 messages
hl7-message = HL7 message
hl7-received = Received
hl7-kind = Type
hl7-control = Control id
hl7-answered = Answered
hl7-readings = Readings
hl7-faults = What was at fault
hl7-no-messages = No messages
hl7-messages-come = What this machine sends as HL7 stands here for 14 days.
hl7-kept-for = Messages are kept sealed for 14 days. Codes stay.
hl7-codes = Codes without a place in a reading
hl7-no-codes = Every code that this machine sent has its place.
hl7-code = Code
hl7-system = System
hl7-unit = Unit
hl7-known = Known, not kept
hl7-unknown = Unknown
hl7-aa = accepted
hl7-ae = at fault
hl7-ar = refused
hl7-text = The message
hl7-without-people = What the message says of people is left out.
gateway-is-made = The gateway is made.
gateway-has-new-token = The gateway has a new token.
gateway-has-ended = The gateway has ended.
gateway-speaks-now = The gateway speaks for this machine from now on.
gateway-speaks-no-longer = The gateway speaks for this machine no longer.
gateway-give-name = Give the gateway a name.
gateway-has-name = A gateway of this hospital has this name.
gateway-write-networks = Write networks as 10.20.0.0/16 or 10.20.3.4, eight at the most.
gateway-both-or-neither = A sender without a token is known by its application and its networks: give both, or neither.
gateway-give-seconds = Give a whole number of seconds from 1 to 300.
gateway-speaks-already = A gateway speaks for this machine already. Take it from that one first.
gateway-at-most = A gateway speaks for at most 500 machines.
gateway-every-seconds = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
}
gateway-machines = Machines of { $name }
gateway-remove = Take off { $name }
gateway-new-token = New token for { $name }
gateway-end = End { $name }
hl7-counted = { $new } new, { $known } known, { $aside } set aside, { $alarms } alarms
hl7-pages = Pages of messages
gateways-pages = Pages of gateways
gateway-all-taken = Every machine has a gateway.
hl7-more-faults = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}

# What the rules of dialysis say

dialysis-says-access-where = Enter where it is.
dialysis-says-access-unsafe = Say why it cannot be used.
dialysis-says-complaint = Say what else they complain of.
dialysis-says-pressure-order = The diastolic pressure is below the systolic one. Check both.
dialysis-says-one-thing = Enter at least one thing that was looked at.
dialysis-says-what-done = Say what was done.
dialysis-says-how-much = Enter how much was given.
dialysis-says-witness-other = Another person than who gives it has to witness it.
dialysis-says-what-happened = Say what happened.
dialysis-says-what-found = Say what was found.
dialysis-says-day-of-test = Enter the day of the test.
dialysis-says-product = Enter the product.
dialysis-says-lot = Enter the number of the lot as it stands on the package, at most 40 signs.
dialysis-says-out-of-date = This was to be used before today. Take another one.
dialysis-says-one-day = Choose at least one day of the week.
dialysis-says-dialyser = Enter the dialyser.
dialysis-says-needs-dialysate = This way of treatment needs a flow of dialysate.
dialysis-says-dose-of-nothing = Choose what the dose is of, or leave the dose empty.
dialysis-says-what-and-how-much = Say what it is and how much of it.
dialysis-says-needs-substitution = This way of treatment needs a volume of substitution.
dialysis-says-goal-of-a-day = Enter what is to be taken in 24 hours; 0 for nothing.
dialysis-says-steps-whole = Enter four whole shares in %, one for each quarter of the time, 100 in all.
dialysis-says-steps-even = With an even profile each quarter takes the same. Leave this empty, or choose another profile.
dialysis-says-steps-fall = A profile that falls takes no more in a quarter than in the one before it, and least in the last.
dialysis-says-yes-or-no = Answer yes or no.
dialysis-says-other-point = The session is at another point by now. Load the page again.
dialysis-says-before-the-last = This lies before what was done last. Check the time.
dialysis-says-look-first = Write down first what was looked at before the start.
dialysis-says-self-test = The machine has not passed its own test.
dialysis-says-conductivity = The conductivity of the dialysate is not between 12.5 and 15.5 mS/cm.
dialysis-says-access-not = The access cannot be used.
dialysis-says-no-consent = They do not agree to be treated.
dialysis-says-second-look = A second person has to look at the patient, the machine and the prescription.
dialysis-says-same-person = The second look has to be somebody else's than the first.
dialysis-says-above-rate = More would be taken in an hour than the prescription allows. Say why, take less or treat longer.
dialysis-says-look-after = Write down first what was found after the treatment.
dialysis-says-few-words = Say in a few words what it was.
dialysis-says-amend = Write what was wrong, what is right and why.
dialysis-says-too-few-falls = Too few falls are recorded to learn from.
dialysis-says-no-spread = One of the inputs is always the same.
dialysis-says-nothing-held-back = No recordings were held back to check the forecast against.

# Machines that are kept, and the water for dialysis

place-machines = Machines
find-machines = Fleet, maintenance, service, label, out of order
find-water = Chlorine, hardness, bacteria, endotoxin, water treatment, ultrapure dialysis fluid
this-machine = This machine
machine-console = Console
machine-maintenance = Maintenance
machine-disinfection = Disinfection
machine-gaps = Gaps
gap-seven-days = What did not come in time, last seven days
gap-none = No gap in the last seven days
gap-none-text = While somebody was on the machine, no stretch of more than a minute passed without a reading that came within a minute.
gap-when = From – to
gap-from-to = { $from } – { $until }
gap-lasts = Since { $from }, and it lasts
gap-minutes = Minutes
gap-why-unknown = Not known: no other machine to compare it with
gap-came = Came later
gap-came-whole = All of it, by { $at }
gap-came-part = By { $at }, all but { $n } min
gap-came-never = No
gap-more = There are older ones. The newest { $n } are shown.
machine-log = Log book
machine-label = Label
machine-papers = Papers of the machine
machine-register = Register a machine
machine-piece-of-work = Piece of work
machine-hours = { $n } h
machine-due-or = { $day } or { $hours }
machine-overdue = Overdue
machine-due-soon = Soon
machine-due-later = Later
machine-fit = Fit for use
machine-unfit = Not to be used
machine-online = Online
machine-silent = Silent
machine-no-network = No network: every device is silent
machine-revoked = Its key is revoked or has ended
machine-never-heard = Never heard
machine-connection = Connection
machine-clock = Clock
machine-clock-ahead = { $n } s ahead of ours at the least
how-it-reports = How it reports
machine-ready = Ready for use
machine-percent-30-days = %, 30 days
machine-ran-in-days = Ran { $hours } in 30 days
machine-missing-data = Missing data
machine-percent-of-minutes = % of minutes
machine-longest-gap = Longest gap { $n } min
machine-delay = Reading delay
machine-seconds = s
machine-sooner-than = 95 of 100 arrive within { $n } s
machine-per-hour = per hour
machine-of-hours-run = Per hour that it ran; those of patients count too
machine-no-figures = Nothing was counted yet
machine-day-by-day = Day by day, 30 days
machine-in-service = In service
machine-worst-day = Worst day
machine-worst-was = { $what }: the worst was { $value }, { $when }
machine-same-each-day = { $what }: { $value } on each day
machine-clock-behind = A clock that is behind cannot be told from a delay
machine-day-or-hours = by day or by hours, whichever is first
machine-no-plan = No work comes again
machine-no-plan-text = A plan by days or by hours run says here when it is due.
machine-work = Work
machine-due = Due
machine-used = Used
machine-used-percent = { $n } % used
machine-what-it-is = What it is
machine-kind = Sort
machine-maker = Maker
machine-model = Model
machine-serial = Serial number
machine-number = Number on it
machine-hours-run = Hours run
machine-in-service-since = In service since
machine-warranty-until = Warranty until
machine-read-by = Read by
machine-lent-to = { $who } has it until { $until }.
machine-asked-of = { $who } was asked to take it until { $until }.
machine-service = Service
machine-take-out = Take out of service
machine-bring-back = Bring back into service
machine-for-how-long = For how long
machine-for-a-while = For a while
machine-for-good = For good
machine-back-in = Back in so many hours
machine-back-in-hint = It may be booked for after that. Empty when nobody knows.
machine-out-since = Out of service since { $at }, by { $who }.
machine-expected-back = Thought to be back { $at }.
machine-comes-again = What comes again
machine-open-work = Open work
machine-no-open-work = Work that was begun stands here until it is closed.
machine-counter = Hours on the counter
machine-counter-now = By our count { $hours }.
machine-read-counter = Write down the hours
machine-gates = Not used while overdue
machine-gates-not = May be used all the same
machine-when-overdue = When overdue
machine-begin-work = Begin the work
machine-go-on = Go on with it
machine-end-plan-means = It comes no more, and holds the machine back no more. What was done stays in the log book.
machine-repair = A repair
machine-what-is-done = What is done
machine-another-plan = Another plan
machine-every-days = Every so many days
machine-every-hours = Every so many hours run
machine-whichever-first = With both, whichever is first.
machine-checklist = Checklist
machine-checklist-hint = A line for each thing that is looked at.
machine-add-plan = Add this plan
machine-result = How it ended
machine-findings = What was found
machine-findings-hint = Needed when it failed or was not done.
machine-to-maintenance = To the maintenance
machine-parts = Parts built in
machine-parts-hint = A line each: name; number; count.
machine-part = Part
machine-part-number = Number or lot
machine-count = Count
machine-passed-lines = What passed
machine-close-work = Close the work
machine-day = Day
machine-empty-is-now = Day and time stay empty for now.
machine-clock-hint = 24 hours, such as 06:40.
machine-name = Name
machine-name-hint = As people call it, such as D-06.
machine-kind-hint = A dialysis machine is used when its maintenance, its disinfection and the water of its ward are in order.
machine-number-hint = The inventory’s number that is glued to it.
machine-firmware-hint = Where the machine does not say so itself.
machine-ward-hint = Where it belongs; its water is the water of this ward.
machine-no-ward = No ward
machine-label-code = QR code that opens the console of this machine
machine-label-text = Print it and glue it to the machine. Whoever reads the code signs in first.
machine-lent = Handed over
machine-log-empty = What is done to the machine stands here.
machine-what = What
machine-what-happened = What happened
machine-whose = Whose it was
machine-whose-empty = Who reads it, who keeps it and who was on it stands here.
machine-log-out = Out of service: { $why }
machine-log-out-for-good = Out of service for good: { $why }
machine-log-back = Back in service
machine-log-disinfected = Disinfected: { $kind }
machine-log-disinfection-failed = Disinfection failed: { $kind }
machine-log-meter = Counter read: { $hours }
machine-log-changed = { $field }: { $before } → { $after }
machine-log-planned = Plan: { $work }
machine-log-unplanned = Plan ended: { $work }
machines-due = Due
machines-nothing-due = Nothing is due
machines-nothing-due-text = Work stands here when the last tenth of its days or hours begins.
machines-calendar = Maintenance calendar
machines-calendar-week = Week
machines-calendar-cut = There is more in these weeks than fits here. The list of each machine has all of it.
notice-maintenance-due = Maintenance of { $what } is due, or will be soon.
disinfection-last = The last ones
disinfection-none = No disinfection is written down
disinfection-none-text = Whoever disinfects the machine writes it down here.
disinfection-with = With what
disinfection-passed = Passed
disinfection-failed = Failed
disinfection-log-one = Another disinfection
disinfection-log-it = Write it down
disinfection-degrees = Degrees Celsius reached
disinfection-residue = Test of the rinse water
disinfection-residue-hint = For hypochlorite and peracetic acid: nothing may be left of it.
disinfection-not-tested = Not tested
disinfection-free = Tested, nothing is left
disinfection-left = Tested, something is left
disinfection-note-hint = Why, when it failed.
water-context = Each test answers for its ward for a time; without one of the water no dialysis machine is started there
water-measure = Measure
water-fluid = Fluid
water-fluid-hint = Haemodiafiltration, haemofiltration, and haemodialysis where ultrapure fluid is prescribed, start with a valid test of ultrapure dialysis fluid only.
water-standard = By which standard
water-nothing-grows = Nothing grows
water-value = Value
water-value-hint = As a number, such as 0.02. Below what can be found: 0.
water-drawn = Drawn
water-never = Never tested
water-not-valid = No valid test
water-passed = In order
water-action = Something is to be done
water-failed = Over the limit
water-no-ward = No ward
water-no-ward-text = Say on the papers of the machine to which ward it belongs.
water-log-one = Another test
water-log-it = Write the test down
water-point = Where it was drawn
water-point-hint = Such as after the carbon tank, or the end of the loop. Write it the same way each time: a point that failed counts until it has passed.
water-tests = Tests
water-no-tests = No test is written down
water-no-tests-text = Tests of the water stand here, the newest first.
water-limits = Limits that hold now
water-source = Bacteria and endotoxin by the standard named; hardness by practice
water-limits-history = Limits that were set
water-limit = Limit
water-action-from = Something is done from
water-answers-for = A test answers for
water-valid-hours = Hours for which a test answers
water-set-limit = Set a limit
water-set = Set
machine-monitor = Monitor
machine-dialysis = Dialysis machine
machine-continuous = Dialysis machine, around the clock
water-total-chlorine = Total chlorine
water-hardness = Total hardness
water-bacteria = Bacteria
water-endotoxin = Endotoxin
fluid-water = Dialysis water
fluid-standard = Standard dialysis fluid
fluid-ultrapure = Ultrapure dialysis fluid
fluid-substitution = Substitution fluid
disinfection-heat = Heat
disinfection-citric-heat = Heat with citric acid
disinfection-hypochlorite = Hypochlorite
disinfection-peracetic = Peracetic acid
machine-done-passed = Done, and passed
machine-done-failed = Done, and failed: out of service
machine-not-done = Not done
unfit-unknown = There is no such machine.
unfit-inactive = This machine is not in use any more.
unfit-maintenance = This machine is out of service.
unfit-overdue = Maintenance of this machine is overdue.
unfit-disinfection = The last disinfection of this machine failed.
unfit-water-failed = A water test of this ward is over its limit.
unfit-water-missing = The water of this ward has no valid test.
unfit-ultrapure-failed = Ultrapure fluid is prescribed, and a test of ultrapure or substitution fluid of this ward is over its limit.
unfit-ultrapure-missing = Ultrapure fluid is prescribed, and the ultrapure dialysis fluid of this ward has no valid test.
may-read-machines = see machines and what is due
may-keep-machines = keep machines in order
may-set-machine-limits = set for one machine at which values of a patient it calls
may-answer-machine-alarms = answer technical alarms of machines
may-manage-machines = register machines and set limits of water
may-log-disinfections = log disinfections
may-read-water = see the tests of water
may-log-water = log tests of water
may-count-machines = count what machines did
fault-enter-machine-name = Enter the name of the machine.
fault-enter-model = Enter the model.
fault-enter-serial = Enter the serial number.
fault-warranty-turned = The warranty would end before the machine was installed.
fault-name-taken = Another device of this hospital has this name.
fault-serial-taken = Another device of this model has this serial number.
fault-number-taken = Another device of this hospital has this number.
fault-say-why = Say why, in a few words.
fault-back-in = Enter 1 to 8784 hours, or nothing.
fault-out-already = This machine is out of service already.
fault-in-already = This machine is in service already.
fault-plan-already = This machine has a plan for this work already.
fault-enter-work = Enter what is done.
fault-every-days = Enter 1 to 3660 days.
fault-every-hours = Enter 1 to 100000 hours.
fault-every-none = Enter after how many days, or after how many hours run.
fault-lines = Use at most 30 lines.
fault-counter = Enter the hours on the counter, such as 12418.
fault-counter-back = These are fewer hours than were read before. Look at the counter again.
fault-choose-result = Choose how it ended.
fault-every-line = A machine passes when every line of the list has passed.
fault-say-found = Say what was found, or why it was not done.
fault-parts = Write each part on a line of its own: name; number; count.
fault-work-closed = This work is closed already.
fault-disinfected-with = Choose what it was disinfected with.
fault-whether-passed = Choose whether it passed.
fault-residue = It has passed when the rinse water was tested and nothing was left.
fault-why-failed = Say why it failed.
fault-degrees = Enter 20 to 110 degrees Celsius.
fault-clock = Enter the time as 24 hours, such as 06:40.
fault-clock-too = Enter the time, too, such as 06:40.
fault-machine-nothing = The machine shows nothing of now. Type what you read, or take the tick away.
fault-machine-now = The machine shows what is now. Take the tick away, and type what was read then.
fault-day-too = Enter the day, too.
fault-lies-ahead = This lies ahead. Enter when it was done.
fault-choose-tested = Choose what was tested.
fault-choose-drawn = Choose what was drawn.
fault-measure-of-fluid = Chlorine and hardness are tested in dialysis water alone. Choose bacteria or endotoxin.
fault-water-value = Enter the value as a number, such as 0.02.
fault-where-drawn = Enter where it was drawn.
fault-water-limit = Enter the limit as a number above 0.
fault-water-level = Enter the level as a number above 0, or nothing.
fault-level-above = This level lies above the limit. Check both.
fault-valid-hours = Enter for how many hours a test answers: 1 to 9000.
machine-alarms = Technical alarms
machine-alarms-note = Of the machine and its circuit. Those of the patient stand on their chart.
machine-alarms-none = No technical alarm
machine-alarms-none-text = None of the machine itself is open, and none came in the last 30 days.
machine-alarm-answer = Answer a technical alarm
said-machine-alarm = The alarm is answered.
machine-next-due = Due next
machine-yours-until = Yours until
hand-over-after = Beginning in
hand-over-at-once = At once, when they accept
hand-over-begins = Begins { $at }
hand-over-agreed = Accepted, begins { $at }
fault-hand-over-after = Choose a beginning within seven days.
budget-lane = Which alarms
said-machine-out = The machine is out of service.
said-machine-back = The machine is back in service.
said-work-begun = The work has begun.
said-plan-added = The work comes again from now on.
said-plan-ended = The work comes no more.
said-hours-written = The hours are written down.
said-disinfected = The disinfection is written down.
said-disinfection-failed = It is written down. The machine may not be used until a disinfection has passed.
said-papers-saved = What changed is saved, and stands in the log book.
said-work-passed = The work is closed, and its plan counts anew.
said-work-failed = The work is closed, and the machine is out of service.
said-work-given-up = The work is closed without being done.
said-registered = The machine is registered.
said-test-written = The test is written down.
said-test-action = The test is written down. It is at the level at which something is to be done.
said-test-failed = The test is written down. It is over the limit: no treatment is started in this ward until a test has passed.
said-ultrapure-failed = The test is written down. It is over the limit: no treatment that needs this fluid is started in this ward until a test has passed.
said-limit-set = The limit holds from now on. What was tested before keeps the limits of its day.
machines-unfit = { $n ->
    [0] All on this page may be used
    [one] { $n } on this page may not be used
   *[other] { $n } on this page may not be used
}

# The chair diary

chair-diary = Chair diary
weekly-plan = Weekly plan
waiting-for-a-chair = Waiting for a chair
missed-sessions = Missed sessions
pages-of-the-diary = Pages of the diary
find-diary = Who comes to which chair, and when: book, move, call off
find-plan = Whose place is where every week
find-waiting = Who waits for another dialysis place
find-missed = Who did not come to dialysis, and where they could
day-spoken = { $weekday } { $day } { $month }
day-and-month = { $day } { $month }
weekday-and-day = { $weekday } { $day }
shift-at = { $shift }, { $clock }
place-words = { $day }, { $shift }, { $chair }
diary-booked = Booked
diary-here = Is here
diary-running = Running
diary-held = Has ended
diary-ended-early = Ended early
diary-signed = Signed
diary-did-not-come = Did not come
diary-called-off = Called off
diary-no-chairs = No ward of yours has chairs
diary-no-chairs-text = Chairs stand in a ward at which people are dialysed. You see those of wards where you are on duty.
no-shifts = No shifts yet
no-shifts-text = Add when the ward dialyses, and its places stand here.
whole-week = Whole week
week-before = A week before
week-after = A week later
diary-chair = Chair
diary-day = Day
diary-patient = Patient
diary-shift = Shift
diary-shifts = Shifts
outside-the-shifts = Outside the shifts
chairs-on = Chairs on { $day }
week-from = Week from { $day }
isolation-chair = Isolation
hdf-chair = HDF
book-chair-in = Book { $chair }, { $shift }, { $day }
diary-book = Book
by-the-plan = By the plan
so-many-wait = { $n ->
    [one] { $n } person waits for a place
   *[other] { $n } people wait for a place
}
hours-of-shift = From and to
end-the-shift = End the shift { $name }
name-of-shift = Name of the shift
diary-begins-at = Begins at
diary-ends-at = Ends at
diary-clock-hint = By the clock on the wall, such as 06:30.
diary-ends-at-hint = The next day, where it is before the begin.
add-shift = Add shift
diary-choose-a-patient = Choose a patient
only-who-is-prescribed = Everybody for whom dialysis is prescribed.
minutes-of-treatment = Minutes of treatment
minutes-hint = As prescribed, where nothing is typed.
session-facts = { $place } · { $state } · { $minutes } min
diary-move = Move
diary-choose-why = Choose why
why-called-off = Why it is called off
note-for-colleagues = Note for colleagues
diary-waits-instead-means = Where another place would be better: they wait for one, and keep this session until they take it.
diary-call-off = Call off
diary-to-the-chart = To the chart
nothing-planned = Nobody has a place yet
nothing-planned-text = Add who comes on which day of every week. Then a week is booked with one button.
add-to-plan = Add to the plan
day-of-the-week = Day of the week
diary-from-day = From
diary-last-day = Last day
diary-last-day-hint = Empty while no end is known.
book-this-week = Book this week
book-next-week = Book next week
book-the-week = { $verb }, from { $day }
book-week-means = Each line of the plan is booked for its day. What was booked, moved or called off before stays as it is.
leave-out = Leave out
why-left-out = Why it is left out
holds-from = from { $from }
holds-from-to = { $from } to { $until }
not-on = Not on { $day }
not-on-because = Not on { $day }: { $reason }
end-place-of = End the place of { $name } on { $day }
diary-minutes = { $n } min
would-come = Would come
diary-offered = Offered
offer-a-place = Offer a place
any-shift = Any shift
gives-up-another = Gives up another session
nothing-free = Nothing free
free-place = Free place
offer-verb = Offer
answer-until = Answer until { $at }
so-many-more-wait = { $n ->
    [one] { $n } more person waits and is not shown. Those who asked first stand first.
   *[other] { $n } more people wait and are not shown. Those who asked first stand first.
}
diary-nobody-waits = Nobody waits for a place
diary-nobody-waits-text = Patients ask for another place in their portal, and stand here until they have one.
nobody-missed = Nobody missed a session
nobody-missed-text = Who did not come within four weeks, and has none instead, stands here.
missed-in-four-weeks = Missed within four weeks
so-many-not-shown = { $n ->
    [one] { $n } more person is not shown. Those who were treated longest ago stand first.
   *[other] { $n } more people are not shown. Those who were treated longest ago stand first.
}
diary-how-many = How many
last-missed = Last missed
last-treated = Last treated
next-booked = Next booked
book-instead = Book instead
diary-not-known = Not known
diary-none-booked = None booked
diary-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
missed-unknown = Nobody knows why
missed-ill = Ill
missed-in-hospital = In hospital
missed-transport = No transport
missed-refused = Did not want to
missed-away = Away
missed-asked = Asked for it
missed-machine = No machine
missed-staff = Not enough people
missed-other = Another reason
four-weeks-from = Four weeks from { $day }
how-full = How full
places-there-were = Places
sessions-held = Held
sessions-missed = Missed
sessions-called-off = Called off
chairs-of = { $ward }: { $n ->
    [one] { $n } chair
   *[other] { $n } chairs
}
diary-so-full = { $n } % of the places
no-machine-stood = No machine was out of service
no-machine-stood-text = Machines that could not be used in these four weeks stand here.
machines-out = Machines out of service
hours-out = Hours out
breaks-all = What is missed, out of service or not answered
breaks-full = Dialysis places taken in four weeks
breaks-missed = Dialysis sessions missed in four weeks
breaks-machines = Dialysis machines out of service
breaks-of-sessions = of { $n } sessions
breaks-now = now
breaks-alarms = Alarms of 24 hours that nobody answered
breaks-of-alarms = of { $n } alarms
times-out = Times
diary-out-now = Out now
my-dialysis = My dialysis
find-my-dialysis = My next session, what I may drink, my weights, booking
day-of-my-dialysis = What is next at your dialysis
no-dialysis-for-you = No dialysis is prescribed for you here.
my-session-now = My session now
my-next-session = My next session
removed-of = { $taken } of { $goal } litres removed, { $left }.
to-be-removed = { $goal } litres are to be removed, { $left }.
diary-minutes-left = { $n } min left
diary-hours-left = { $hours } h { $minutes } left
diary-time-is-over = the time is over
diary-litres = { $n } L
diary-of-litres = of { $n } L
value-of-now = The machine said so at { $at }.
value-of-then = This is from { $at }. It is more by now.
runs-since = Running since { $at } at { $chair }.
diary-look-again = Look again
takes-so-long = Dialysis at chair { $chair }, { $minutes } minutes of treatment.
what-i-may-drink = What I may drink
drink-a-day = About { $litres } litres a day until your next session.
drink-in-all = About { $litres } litres in all until your next session.
drink-still-above = There is still fluid above your weight to reach. Drink little, and call the unit before your next session.
drink-very-little = Your next session can take off very little. Drink little, and call the unit before it.
drink-is = Soup, fruit and ice count, too. If you still pass water, you may drink as much more. What your doctor told you comes first.
drink-counted = Counted from { $from } to { $until }, for a weight of { $weight } that is borne without a fast withdrawal.
my-sessions-to-come = My sessions to come
nothing-booked = No session is booked
nothing-booked-text = Call the unit if you expect one.
diary-how-long = How long
diary-give-up = Give up
give-up-session = Give up this session
give-up-means = The chair goes to somebody else. Missing a session is dangerous: move it instead if you can, and call the unit if you feel ill.
you-wait-for = You wait for a place from { $from } to { $until }, { $shift }.
place-is-offered = This place is free: { $place }
offer-holds-nothing = It is yours when you take it and nobody was quicker.
take-it = Take it
take-the-place = Take it: the place that is offered
do-not-take-it = Not this one
do-not-take-the-place = Not this one, and go on waiting
wait-no-longer = Wait no longer
wait-no-longer-for-it = Wait no longer for another place
waiting-for-another = Another place
waiting-is = Say when you could come, and we tell you when a place comes free.
give-up-for-it = Session that you give up for it
give-up-for-it-hint = It stays yours until you take another place. In a week that has as many sessions as are prescribed, we can offer you a place only if you give one of them up.
give-up-none = None: I would like one more
you-give-up = You give up your session on { $at } for it.
you-give-up-none = You give up no session for it.
offer-waits-until = Answer until { $at }. After that it goes to the next who waits.
offer-gone = This place was offered to you and cannot be taken any more: { $place }. You go on waiting.
offer-lapsed = You did not answer in time, and this place is offered to you no longer: { $place }. You go on waiting.
diary-tell-me = Tell me
my-weights = My weights
diary-weight-before = Before
diary-weight-after = After
how-it-went = How it went
weight-to-reach = The weight to reach is { $weight }.
ended-before-its-time = Ended before its time
you-were-not-there = You were not there
done-as-planned = Done as planned
book-my-session = Book a session
move-my-session = Move my session
instead-of-session = Instead of your session on { $at }. It stays yours until you choose.
places-are = These places are free and have what you need. Press one to take it.
nothing-free-for-you = Nothing is free on these days
nothing-free-for-you-text = Look at later days, or ask us to tell you when a place comes free.
week-is-full = In the week of { $day } you have as many sessions as are prescribed for you. Move one of them to come at another time.
earlier-days = Earlier days
later-days = Later days
no-place-suits = No place suits you? Ask on your page to be told when one comes free.
back-to-my-dialysis = Back to my dialysis
take-place = Take { $day }, { $shift }, { $chair }
notice-dialysis-changed = Your dialysis diary has changed.
notice-dialysis-tomorrow = You have a dialysis session within the next day.
notice-place-offered = A dialysis place came free for which you wait.
notice-offer-ended = A dialysis place that was offered to you is offered no longer.
topic-dialysis = Your dialysis sessions

# The chair diary: what its rules and doors say

section-dialysis = Dialysis sessions and weights
diary-title-book = Book my dialysis
right-diary-read = see who comes to which chair, and when
right-diary-plan = book chairs and write the weekly plan
right-diary-own = book their own dialysis
off-patient = The patient asked for it
off-ill = They are ill
off-in-hospital = They are in hospital
off-machine = The machine cannot be used
off-staff = There are not enough people
off-holiday = They are away
place-not-apart = They need a chair apart. Choose one that is for isolation.
place-kept-apart = This chair is kept for people who need one apart.
place-no-hdf = Haemodiafiltration or haemofiltration is prescribed, and this chair cannot do it.
place-machine = The machine at this chair may not be used. Choose another chair.
place-not-ultrapure = Ultrapure fluid is prescribed, and that of this ward has no valid test or is over its limit. Choose another place, or have it tested first.
place-choose = Choose a day, a shift and a chair.
place-past = This lies in the past. Choose a place that is to come.
place-taken = Somebody has this chair at that time already. Choose another place.
place-promised = By the weekly plan this place is somebody’s on that day. Choose another, or leave that day out of the plan first.
place-machine-taken = The machine at this chair is booked at that time already. Choose another place.
place-has-session = They have a session at that time already. Move that one instead.
place-you-have-session = You have a session at that time already. Choose another place.
place-too-long = The session is longer than this shift on that day. Choose another shift, or fewer minutes.
place-under-way = This session is under way, over, or called off already. Load the page again.
place-no-patient = They are a patient here no longer.
place-joined = This record was joined to another. Book in that one.
place-not-prescribed = No dialysis is prescribed for them. A doctor prescribes it first.
place-why = Choose why it is called off.
place-week-full = That week has as many sessions as are prescribed. Move one of them, or call the unit.
place-too-far = This lies too far ahead. Choose a day of the next 8 weeks.
place-not-free = This place is not free for them any more. Choose another.
wait-already = You wait for a place already. Take that back first.
place-gone = This place is taken by now. You go on waiting, and are told of the next one.
place-another-offered = Another place is offered to you by now, or none. Look again.
place-offered-already = This place is offered to somebody else. Wait for their answer, or choose another.
wait-give-up-which = Choose a session that is booked and to come.
wait-other-day = They do not wait for this day. Choose another place.
wait-other-shift = They do not wait for this shift. Choose another place.
wait-refused = They were offered this place before, and did not take it. Choose another.
wait-own-session = They have a session at that time already. Choose another place.
wait-same-time = The session that they would give up is at this time. Choose another place.
wait-week-full = Their week has as many sessions as are prescribed, and they give up none of them for it. Choose another place.
shift-name-taken = Another shift of this ward is called so. Choose another name, or end that one first.
shift-in-use = People have their place in this shift by the weekly plan. End those lines first.
shift-name-missing = Enter what the shift is called.
shift-clock = Enter a time, such as 06:30.
shift-length = A shift is 1 to 14 hours long. Check both times.
minutes-wrong = Enter 30 to 720 minutes.
choose-patient = Choose a patient.
choose-shift = Choose a shift.
choose-chair = Choose a chair.
choose-weekday = Choose a day of the week.
day-not-past = Enter today or a later day, such as 2026-11-30.
day-not-before = Enter a day that is not before the first, or leave it empty.
day-within = Enter a day from the first on, at most 60 days after it.
day-of-line = Enter a day to come on which this line holds, such as 2026-11-30.
day-left-out = This day is left out already.
skip-why = Enter why.
skip-length = Use 3 to 200 characters here.
plan-place-taken = This place is somebody’s on that day of the week. Choose another, or end that line.
plan-patient-taken = They have a place on that day of the week already. End that line first.
done-place-booked = The place is booked.
done-moved = The session is moved.
done-called-off = The session is called off.
done-shift-added = The shift is there.
done-shift-ended = The shift is no more.
done-planned = It stands in the weekly plan.
done-unplanned = It stands in the weekly plan no longer.
done-skipped = That day is left out.
done-offered = The place is offered. They are told.
done-given-up = You have given the session up.
done-waiting = You are told when a place comes free.
done-wait-ended = You wait for another place no longer.
done-taken = The place is yours.
done-declined = You go on waiting for another place.
done-own-moved = Your session is moved.
done-own-booked = Your session is booked.
rule-sessions-booked = { $n } sessions are booked.

# The chair diary

diary-machine-unfit = Machine not usable
diary-not-ultrapure = Ultrapure fluid not tested or over its limit
diary-you-are-here = You are checked in. Somebody comes to you.

# The chair diary: what its rules and doors say

diary-to-the-chair = To the session
end-place-means = From today on the place is free in every week. Sessions that are booked already stay, and are called off by themselves.
end-shift-means = Nobody can be booked in it any more. What is booked stays where it is.
drink-needs-next = What you may drink is counted once your next session is booked.
gained-between = Between the last two sessions you gained { $last }; the most was { $most }.
machine-log-back-with = Back in service: { $note }
machine-percent = { $n } %
machine-for-good-means = For good: nobody books or starts it any more, and what is booked on it has to be moved.
machine-back-note-hint = What was done about it. It stands in the log book.
machine-booked = { $n ->
    [one] { $n } session is booked on it. Move it in the chair diary.
   *[other] { $n } sessions are booked on it. Move them in the chair diary.
}
said-nothing-changed = Nothing was changed.

# Dialysis: sessions

dialysis = Dialysis
seen-dialysis = dialysis
notice-dialysis-missed = A patient whom you treat did not come to their dialysis.
notice-dialysis-interrupted = { $who } ended a dialysis session of a patient whom you treat before its time.
notice-dialysis-pressure = A blood pressure that is too low or too high was written down at a dialysis chair.
notice-dialysis-pressure-at = { $chair }: a blood pressure that is too low or too high was written down.
notice-dialysis-danger = Somebody wrote down an emergency at a dialysis chair.
notice-dialysis-danger-at = { $chair }: somebody wrote down an emergency.
hd-above-dry = Above the dry weight
hd-below-dry = Below the dry weight
hd-dry-met = Dry weight reached
hd-access = Access
hd-access-and-infections = Access and infections
hd-add-lot = Add this lot
hd-adequacy = How well the blood is cleaned
hd-agent = Looked for
hd-all-versions = All versions
hd-amend = Add the amendment
hd-amendments = Amendments
hd-aneurysm = A bulge that grew
hd-another-access = Another access
hd-apart = Chair apart
hd-arterial = Arterial pressure
hd-assess = Assess
hd-assess-one = Assess: { $access }
hd-found-unsafe = { $access } was found not safe to use { $ago } ({ $problem }). No session starts with it. Once it is safe, assess it anew, or look again with another access.
hd-used-no-longer = { $access } is used no longer. Look again with another access.
hd-as-ordered = as ordered
hd-bleeding = Bleeding after the needles
hd-blood-flow = Blood flow
hd-blood-pressure = Blood pressure
hd-breaths = Breaths
hd-bruit = Bruit
hd-by-a-monitor = Measured by a monitor beside it
hd-by-the-machine = Measured by the machine
hd-chair = Chair
hd-chair-apart-asked = Is a chair apart needed?
hd-check-in = They are here
hd-conductivity = Conductivity
hd-confirm = Confirm what was found
hd-confirmed-by = Confirmed by
hd-consented = Do they agree to be treated today?
hd-dialysate-flow = Dialysate flow
hd-dialysate-temperature = Dialysate temperature
hd-diastolic = Diastolic
hd-diastolic-lying = Diastolic, lying
hd-diastolic-standing = Diastolic, standing
hd-systolic = Systolic
hd-systolic-lying = Systolic, lying
hd-systolic-standing = Systolic, standing
hd-did-not-come = Did not come
hd-dose = Dose
hd-dry-weight = Dry weight
hd-dry-weights = Dry weights
hd-duration = Duration
hd-ended-early = Ended early because
hd-end-card = End of the session
hd-end-early = End before its time
hd-end-means = Blood runs no longer, and the machine measures them no longer.
hd-end-session = End the session
hd-exit-site = Exit of the catheter
hd-expires = Use by
hd-feel-head = How it feels
hd-fell = Pressure fell
hd-figure = Figure
hd-find-a-lot = Find a lot
hd-flow = Access flow
hd-fluid-rate = Fluid rate
hd-fluid-removed = Fluid removed
hd-for-isolation = isolation
hd-found-after = Found afterwards
hd-found-before = Found before the start
hd-free-chairs = Chairs that are free now
hd-given = Given
hd-given-verb = It was given
hd-glucose = Glucose
hd-guideline-alone = By the guideline: it fell, without symptoms and without anything done.
hd-guideline-none = By the guideline: it did not fall.
hd-guideline-part = By the guideline: it fell, with symptoms or something done, not both.
hd-guideline-whole = By the guideline: it fell, with symptoms, and something was done.
hd-hand-over = Hand-over
hd-holds = Holds now
hd-how = How it is worked out
hd-how-far = How far
hd-infections = Infections
hd-is-right = What is right
hd-was-wrong = What was wrong
hd-ktv = Kt/V, single pool
hd-ktv-so-far = Kt/V so far
hd-last-pressure = Last blood pressure
hd-litres = Blood cleaned
hd-to-the-chart = To the chart
hd-log = What happened
hd-log-checked-in = They were received
hd-log-confirmed = A second person looked
hd-log-ended = The session ended
hd-log-looked = Everything was looked at before the start
hd-log-signed = Signed
hd-log-started = Blood runs since
hd-looked-at-by = Looked at by
hd-look-again = Look again
hd-look-again-verb = Write down the newer look
hd-lot = Lot number
hd-lots = What touched the blood
hd-lots-missing = Lots of dialyser, lines and needles
hd-lot-hint = At least three letters or digits. Spaces, hyphens and small letters are all the same.
hd-lowest-pressure = Lowest systolic pressure
hd-machine = Machine
hd-machine-silent = The machine does not report. What stands here was written by hand.
hd-made-on = Made on (as far as it is known)
hd-may-it-be-used = May the access be used?
hd-medicine = Medicine and strength
hd-medicines = Medicines given
hd-more = More
hd-need = Wanted
hd-next-session = Next session
hd-nobody-today = Nobody is booked today
hd-nobody-today-text = Sessions are booked in the diary of the chairs.
hd-nobody-touched = Nobody was treated with it
hd-nobody-touched-text = Compare the number with the package once more.
hd-note = Note
hd-nothing-prescribed = No dialysis is prescribed
hd-nothing-prescribed-text = A doctor prescribes before the first session.
hd-nothing-so-far = Nothing
hd-nothing-wanted = Nothing is wanted
hd-not-assessed = Not assessed yet
hd-not-looked-at = Not looked at
hd-not-safe = Not safe to use
hd-not-used-any-more = Not used any more
hd-now = Now
hd-no-access = No access is known
hd-no-access-text = Write down the fistula, graft or catheter first.
hd-no-chairs = No ward of yours has chairs
hd-no-chairs-text = Chairs stand on a dialysis ward; whoever is on duty there sees them here.
hd-no-dry-weight = No dry weight is set
hd-no-dry-weight-text = A doctor sets the weight at which nothing is left to take off.
hd-difference = Difference
hd-choose-machine = Choose this machine
hd-no-next-session = No next session is booked: to the diary
hd-no-machine = No machine is named for this session. What stands here is written by hand.
hd-no-sessions = No sessions yet
hd-no-sessions-text = Sessions stand here once they are booked.
hd-no-symptoms = Nothing when asked
hd-none-noted = None noted
hd-asked-nothing = Asked, nothing
hd-no-tests = No tests are written down
hd-no-tests-text = Hepatitis B, hepatitis C and HIV are asked for before the first session.
hd-no-urea = No urea before and after
hd-no-urea-text = Once a month urea is taken before and after the same session.
hd-ordered = Ordered
hd-pace-on-time = On plan
hd-pace-paused = Nothing is taken now
hd-pace-reached = The goal is reached
hd-pace-too-late = The time is over
hd-pages-of-sessions = Pages of sessions
hd-prescribe = Prescribe
hd-prescribed = Prescribed
hd-prescribed-and-delivered = Prescribed and delivered
hd-prescribe-this = Prescribe this
hd-prescription = Prescription
hd-pressures = Pressures
hd-pressure-fell = Pressure during the session
hd-pressure-lying = Blood pressure, lying
hd-pressure-standing = Blood pressure, standing
hd-problem = What is wrong
hd-product = Product
hd-pulse = Pulse
hd-rate-fine = 10 mL/kg/h or less
hd-rate-strong = Above 13 mL/kg/h: more harm is known. Treat longer or take less.
hd-rate-warn = Above 10 mL/kg/h
hd-readings = Readings
hd-shown-of = Taken from the machine: { $what }
hd-shown = The machine’s values as it showed them
hd-last-value = Last { $value } at { $clock }
hd-of-machine-typed = Type values of the machine
hd-machine-shows-hint = Flows, pressures of the lines, fluid removed, conductivity, temperature of the dialysate, anticoagulant. Not blood pressure or pulse. What you type stands instead.
hd-machine-shows = Take what the machine shows as this is written
hd-record-reading = Record reading
hd-result = Result
hd-revise = Revise
hd-revise-prescription = Revise the prescription
hd-safe-head = Safe?
hd-safe-to-use = Safe to use
hd-saline-amount = Saline, how much
hd-sbar-assessment = Assessment
hd-sbar-background = Background
hd-sbar-recommendation = Recommendation
hd-sbar-situation = Situation
hd-second-by-another = Another person than you confirms what you found: patient, machine and prescription.
hd-second-what = Look at the patient, the machine and the prescription yourself, then confirm.
hd-self-test = Did the machine pass its own test?
hd-session = Session
hd-sessions = Sessions
hd-setting = Setting
hd-set-another = Set another
hd-set-dry-weight = Set the dry weight
hd-set-this-weight = Set this weight
hd-side = Side
hd-sign = Sign
hd-signed-means = What was written stays as it is. What was wrong is amended: both texts are read.
hd-sign-means = Nothing of it changes any more.
hd-site = Where
hd-spo2 = SpO₂
hd-start = Start the session
hd-step-after = Look afterwards
hd-step-check-in = Check in
hd-step-look = Look before the start
hd-step-runs = Blood runs
hd-step-second = Second person
hd-step-sign = Signature
hd-step-start = Start
hd-still-to-do = Still to be done
hd-symptoms = What they complain of
hd-target = Target
hd-target-of = target { $target }
hd-temperature = Temperature
hd-tested-on = Day of the test
hd-thrill = Thrill
hd-time = Time
hd-time-is-over = The time is over
hd-time-left = Time left
hd-touched = Treated with it
hd-touched-more = There are more than are shown here. Type more of the number.
hd-to-dialysis = To the dialysis page
hd-to-dry-weight = Down to the dry weight
hd-around-the-clock = Around the clock
hd-continuous = Dialysis around the clock
hd-continuous-text = It runs day and night and is no session: no duration, no dry weight to reach and no limit of fluid an hour applies. Effluent is dialysate, replacement fluid and what is taken from the patient together.
hd-continuous-none = It has told no value in the last ten minutes.
hd-continuous-over = No machine dialyses this patient around the clock any longer. Load the page again.
hd-continuous-hint = Around the clock (CVVHDF), duration, days and highest fluid rate do not apply; fluid and substitution are those of 24 hours.
hd-fluid-hint = Haemodiafiltration and haemofiltration use ultrapure dialysis fluid in any case. Where it is prescribed for haemodialysis, nothing is booked or started without a valid test of it.
hd-steps-hint = For a profile that falls or goes in steps: four whole shares of the fluid with spaces between, 100 in all. Without them the fluid removed is not compared with the plan.
hd-steps-not-watched = Not prescribed, so the fluid removed is not compared with the plan
hd-to-the-chair = To the chair
hd-to-the-unit = To all chairs
hd-transmembrane = Transmembrane pressure
hd-uf-goal = Fluid to remove (empty: as prescribed, else down to the dry weight)
hd-unit = Unit
hd-until = Until
hd-urea = Urea
hd-value = Value
hd-venous = Venous pressure
hd-version-head = Version
hd-washback = How the blood came back
hd-way = Way
hd-weight = Weight
hd-weight-before-after = Weight before and after
hd-weight-gain = Weight gained since the last session
hd-what-was-done = What was done
hd-what-went-wrong = What went wrong
hd-why-above = Why is more taken in an hour than the prescription allows?
hd-why-so = Why it is so
hd-witness = I saw it given
hd-witness-head = Witness
hd-witness-wanted = Witness wanted
hd-write-down = Write it down
hd-access-in-words = { $kind }, { $side }, { $site }
hd-below = below { $limit }
hd-chair-apart = A chair apart is needed: { $agents }.
hd-chair-of-name = Chair { $name }
hd-dry-is = Dry weight { $weight }
hd-falls-on-standing = falls by { $by } on standing
hd-fell-in-sessions = Fell too low in { $n } of { $all } sessions
hd-from-until = { $from } to { $until }
hd-gained-percent = { $weight } ({ $percent } of the dry weight)
hd-last-after-is = after the last session { $weight }
hd-least-and-target = least { $least }, target { $target } ({ $source })
hd-left-ends = { $left } left, ends { $at }
hd-bound-earlier = Limit { $limit }: by the patient’s earlier sessions
hd-bound-machine = Limit { $limit }: of this machine
hd-bound-patient = Limit { $limit }: the patient’s own
hd-bound-prescription = Limit { $limit }: of the prescription
hd-bound-start = Limit { $limit }: by where this session began
hd-limit = limit { $limit }
hd-log-after = Afterwards: { $weight }, { $pressure }, { $removed } removed
hd-log-ended-early = Ended before its time: { $why }
hd-log-witnessed = { $medicine }: witnessed
hd-nadir-fell = Fell to { $lowest }, below { $limit }
hd-nadir-held = Lowest { $lowest }, not below { $limit }
hd-of = of { $whole }
hd-of-the-dry-weight = { $percent } of the dry weight
hd-of-time = { $part } of { $whole }
hd-of-volume = { $part } of { $whole } removed
hd-own-level = { $level } own
hd-pace-late = Behind: { $rate } would reach it
hd-plan-needs = Needs { $time } to stay under { $bound }; in the time of the session { $fits } can be taken.
hd-plan-largest = The quarter that takes most, { $percent } of it: { $share }.
hd-plan-needs-each = Needs { $time } to stay under { $bound } in each quarter; in the time of the session { $fits } can be taken with this profile.
hd-plan-rate = { $goal } in { $time }: { $rate }, { $share } { $which }.
hd-sessions-shown = Sessions shown: { $n }
hd-target-and-stands = Target { $target }. { $stands }
hd-touched-count = People: { $people }, entries: { $entries }
hd-trend-of = { $what }, the last { $n } sessions
hd-trend-of-a-year = { $what }, the last year: { $n } sessions in which it was measured
hd-urea-measured = Urea before and after was last measured { $days } days ago; it is measured once a month (KDOQI 2006).
hd-session-short = The last session ran { $time }, less than { $least } (KDOQI 2015).
hd-week-short = { $hours } a week are prescribed, less than { $least } (Renal Association 2019).
hd-unit-counts = Running: { $running } · wanted: { $wanted } · chairs: { $chairs }
hd-unwitnessed = Without a witness yet: { $medicines }. Another person than who gave it witnesses it; then this is signed.
hd-urea-from-to = Urea { $from } → { $to }
hd-version = Version { $n }
hd-witness-label = I saw { $medicine } given
place-dialysis = Dialysis
hd-was-made = made { $on }
find-dialysis = The chairs of the dialysis ward today: who sits where, how far each session is, who is needed first
find-dialysis-lots = Who was treated with a dialyser, lines or needles that are called back
hd-patterns = What recurs
hd-over-sessions = Over the last { $n } sessions that ran
hd-nothing-recurs = No pressure and no gain goes one way from week to week.
hd-from-to-in-four-weeks = { $change } in four weeks, from { $from } to { $to }
hd-at-flow = at a blood flow of { $flow }
hd-gain-before = Weight gained, by day of the session
hd-mean = Mean
hd-most = Greatest
hd-dose-of = { $part } (IU; mL of citrate)
hd-dose-an-hour-of = { $part } (IU/h; mL/h of citrate)
hd-book-instead = Book a place in the diary
hd-found-of-infections = Infections found
hdn-checked-in = Checked in
hdn-haemodialysis = Haemodialysis
hdn-haemodiafiltration-before-the-dialyser = Haemodiafiltration, before the dialyser
hdn-haemodiafiltration-after-the-dialyser = Haemodiafiltration, after the dialyser
hdn-haemofiltration = Haemofiltration
hdn-isolated-ultrafiltration = Isolated ultrafiltration
hdn-continuous-haemodiafiltration = Continuous haemodiafiltration (CVVHDF)
hdn-replacement-fluid = Replacement fluid
hdn-fluid-taken = Fluid taken from the patient
hdn-effluent = Effluent
hdn-access-pressure = Access pressure
hdn-return-pressure = Return pressure
hdn-even = Even
hdn-falling = Falling
hdn-in-steps = In steps
hdn-no-anticoagulant = No anticoagulant
hdn-heparin = Heparin
hdn-low-molecular-weight-heparin = Low-molecular-weight heparin
hdn-citrate = Citrate
hdn-another-anticoagulant = Another anticoagulant
hdn-days = Days
hdn-dialyser = Dialyser
hdn-potassium = Potassium
hdn-calcium = Calcium
hdn-sodium = Sodium
hdn-sodium-at-the-end = Sodium at the end
hdn-bicarbonate = Bicarbonate
hdn-fluid-to-remove = Fluid to remove
hdn-fluid-profile = Fluid profile
hdn-dialysis-fluid = Dialysis fluid
hdn-fluid-in-each-quarter = Fluid in each quarter of the time
hdn-highest-fluid-rate = Highest fluid rate
hdn-anticoagulant = Anticoagulant
hdn-dose-at-the-start = Dose at the start
hdn-dose-an-hour = Dose an hour
hdn-stops-before-the-end = Stops before the end
hdn-about-the-anticoagulant = About the anticoagulant
hdn-needles = Needles
hdn-single-needle = Single needle
hdn-substitution = Substitution
hdn-monday = Monday
hdn-tuesday = Tuesday
hdn-wednesday = Wednesday
hdn-thursday = Thursday
hdn-friday = Friday
hdn-saturday = Saturday
hdn-sunday = Sunday
hdn-short-of-breath = Short of breath
hdn-swollen = Swollen
hdn-dizzy = Dizzy
hdn-sick-or-vomiting = Sick or vomiting
hdn-cramps = Cramps
hdn-pain-in-the-chest = Pain in the chest
hdn-fever-or-shivering = Fever or shivering
hdn-bleeding = Bleeding
hdn-a-fall-since-the-last-time = A fall since the last time
hdn-the-conductivity-is-not-between-125 = The conductivity is not between 12.5 and 15.5 mS/cm.
hdn-saline-given = Saline given
hdn-fluid-removal-paused = Fluid removal paused
hdn-fluid-removal-resumed = Fluid removal resumed
hdn-fluid-removal-slowed = Fluid removal slowed
hdn-blood-flow-changed = Blood flow changed
hdn-legs-raised = Legs raised
hdn-oxygen-given = Oxygen given
hdn-dialysate-cooled = Dialysate cooled
hdn-needle-moved = Needle moved
hdn-doctor-called = Doctor called
hdn-something-else-was-done = Something else was done
hdn-into-the-circuit = Into the circuit
hdn-into-a-vein = Into a vein
hdn-by-mouth = By mouth
hdn-under-the-skin = Under the skin
hdn-as-a-lock-of-the-catheter = As a lock of the catheter
hdn-the-pressure-fell = The pressure fell
hdn-headache = Headache
hdn-the-circuit-clotted = The circuit clotted
hdn-the-fistula-blew = The fistula blew
hdn-needled-more-than-once = Needled more than once
hdn-it-bled-long = It bled long
hdn-a-needle-came-out = A needle came out
hdn-air-in-the-line = Air in the line
hdn-alarm-of-the-machine = Alarm of the machine
hdn-clear = Clear
hdn-streaked = Streaked
hdn-clotted = Clotted
hdn-not-given-back = Not given back
hdn-lines = Lines
hdn-concentrate = Concentrate
hdn-nobody-knows = Nobody knows
hdn-nobody-brought-them = Nobody brought them
hdn-they-did-not-want-to = They did not want to
hdn-moved-to-another-time = Moved to another time
hdn-they-asked-for-it = They asked for it
hdn-they-wished-it = They wished it
hdn-the-access = The access
hdn-the-machine = The machine
hdn-they-were-unwell = They were unwell
hdn-an-emergency-in-the-room = An emergency in the room
hdn-fistula = Fistula
hdn-graft = Graft
hdn-tunnelled-catheter = Tunnelled catheter
hdn-catheter-not-tunnelled = Catheter, not tunnelled
hdn-left = Left
hdn-it-failed = It failed
hdn-it-was-taken-out = It was taken out
hdn-it-was-infected = It was infected
hdn-another-came-in-its-place = Another came in its place
hdn-as-it-should-be = As it should be
hdn-weak = Weak
hdn-soft = Soft
hdn-firm = Firm
hdn-it-beats-like-an-artery = It beats like an artery
hdn-clean = Clean
hdn-red = Red
hdn-no-thrill-or-bruit = No thrill or bruit
hdn-weak-thrill-or-bruit = Weak thrill or bruit
hdn-a-bulge = A bulge
hdn-the-exit-is-not-clean = The exit is not clean
hdn-low-flow = Low flow
hdn-hepatitis-b = Hepatitis B
hdn-hepatitis-c = Hepatitis C
hdn-hiv = HIV
hdn-mrsa = MRSA
hdn-vre = VRE
hdn-tuberculosis = Tuberculosis
hdn-covid-19 = Covid-19
hdn-positive = Positive
hdn-negative = Negative
hdn-immune = Immune
hdn-not-known-yet = Not known yet
hdn-urea-reduction-urr = Urea reduction (URR)
hdn-kt-v-equilibrated-daugirdas = Kt/V, equilibrated (Daugirdas)
hdn-kt-v-equilibrated-tattersall = Kt/V, equilibrated (Tattersall)
hdn-kt-v-of-a-week-standard = Kt/V of a week (standard)
hdn-urea-before = urea before
hdn-urea-after = urea after
hdn-fluid-removed = fluid removed
hdn-weight-after = weight after
hdn-sessions-a-week = sessions a week
hdn-on-target = On target
hdn-above-the-least-below-the-target = Above the least, below the target
hdn-below-the-least = Below the least
hdn-a-weight-is-missing = A weight is missing.
hdn-the-duration-is-missing = The duration is missing.
hdn-urea-before-or-after-is-missing = Urea before or after is missing.
hdn-urea-after-is-not-below-urea = Urea after is not below urea before.
hdn-urea-fell-so-far-that-the = Urea fell so far that the formula does not hold.
hdn-the-fluid-removed-is-missing = The fluid removed is missing.
hdn-the-sessions-of-a-week-are = The sessions of a week are missing.
hdn-by-the-weight-after = by the weight after
hdn-by-the-weight-before = by the weight before
hdn-by-the-dry-weight = by the dry weight
hdn-alarm = Alarm
hdn-something-happened = Something happened
hdn-blood-pressure-is-low = Blood pressure is low
hdn-has-not-come = Has not come
hdn-second-look = Second look
hdn-waits-to-start = Waits to start
hdn-to-be-signed = To be signed
hdn-nothing-waits = Nothing waits
hdn-lowest-blood-pressure-falls = Lowest blood pressure falls
hdn-blood-pressure-before-falls = Blood pressure before falls
hdn-venous-pressure-rises = Venous pressure rises
hdn-arterial-pressure-gets-more-negative = Arterial pressure gets more negative
hdn-weight-gained-between-sessions-rises = Weight gained between sessions rises
hds-read-this-patients-dialysis = read this patient’s dialysis
hds-prescribe-dialysis = prescribe dialysis
hds-run-sessions-of-dialysis = run sessions of dialysis
hds-sign-sessions-of-dialysis = sign sessions of dialysis
hds-find-who-was-treated-with-a = find who was treated with a lot
hds-this-session-does-not-wait-for = This session does not wait for somebody any more. Look again.
hds-what-is-looked-at-before-the = What is looked at before the start is written after the check-in and before the start. Look again.
hds-the-prescription-was-revised-meanwhile-look = The prescription was revised meanwhile. Look at the new one first.
hds-choose-an-access-that-is-in = Choose an access that is in use.
hds-this-session-does-not-wait-for-2 = This session does not wait for a second look any more. Look again.
hds-somebody-has-confirmed-this-already = Somebody has confirmed this already.
hds-another-person-than-who-looked-first = Another person than who looked first has to confirm it.
hds-this-session-has-not-been-checked = This session has not been checked in, or runs already. Look again.
hds-something-was-looked-at-again-meanwhile = Something was looked at again meanwhile. Confirm the newest look first.
hds-the-prescription-was-revised-meanwhile-look-2 = The prescription was revised meanwhile. Look at everything again with the new one.
hds-the-access-is-not-safe-to = The access is not safe to use. Write down another look once it is, or another access.
hds-the-access-was-found-not-safe = The access was found not safe to use when it was assessed last: what was found stands under “Access and infections”. Once it is safe, assess it anew there, or look again with another access.
hds-the-access-that-was-looked-at = The access that was looked at is used no longer. Look again with another.
hds-tick-what-they-complain-of = Tick what they complain of, or that there is nothing: not both.
hds-the-conductivity-is-not-between-125 = The conductivity is not between 12.5 and 15.5 mS/cm. Do not connect; call the technician.
hds-a-second-person-has-to-confirm = A second person has to confirm what was looked at before the start.
hds-this-session-does-not-run-look = This session does not run. Look again.
hds-it-ends-after-it-began-check = It ends after it began. Check the time.
hds-what-is-looked-at-afterwards-is = What is looked at afterwards is written after the end and before the signature. Look again.
hds-this-session-does-not-wait-for-3 = This session does not wait for a signature. Look again.
hds-write-down-first-what-was-looked = Write down first what was looked at afterwards: weight, blood pressure, how the blood came back.
hds-another-person-than-who-gave-it = Another person than who gave it has to witness it.
hds-somebody-has-witnessed-this-already = Somebody has witnessed this already.
hds-only-what-is-signed-is-amended = Only what is signed is amended. Before that, write it down again.
hds-this-session-takes-nothing-more-of = This session takes nothing more of that kind. Look again.
hds-this-machine-is-out-of-use = This machine is out of use. Choose another.
hds-this-machine-is-in-maintenance-choose = This machine is in maintenance. Choose another.
hds-the-maintenance-of-this-machine-is = The maintenance of this machine is overdue. Choose another, or call the technician.
hds-the-last-disinfection-of-this-machine = The last disinfection of this machine failed. Disinfect it, or choose another.
hds-the-last-test-of-the-water = The last test of the water failed. Nobody is connected before a new one is fine.
hds-there-is-no-valid-test-of = There is no valid test of the water. Test it and write it down first.
hds-ultrapure-failed = Ultrapure fluid is prescribed, and the last test of ultrapure or substitution fluid failed. Wait for one that is fine, or have the prescription revised.
hds-ultrapure-missing = Ultrapure fluid is prescribed, and there is no valid test of ultrapure dialysis fluid. Test it and write it down first.
hds-choose-why-they-did-not-come = Choose why they did not come.
hds-the-session-has-not-begun-yet = The session has not begun yet. If they are not coming, call it off in the diary.
hds-choose-why-it-ends-before-its = Choose why it ends before its time.
hds-somebody-has-signed-this-already = Somebody has signed this already.
hds-something-was-written-since-you = Something was written since you looked. Look at it again, then sign.
hds-somebody-else-was-treated-on-this = Somebody else was treated on this machine at that time. Check the time.
hds-somebody-else-was-treated-at-this = Somebody else was treated at this chair at that time. Check the time.
hds-say-why-it-is-prescribed-so = Say why it is prescribed so.
hds-somebody-else-has-just-prescribed-look = Somebody else has just prescribed. Look at what holds now before you revise it.
hds-they-are-no-patient-of-this = They are no patient of this hospital.
hds-say-why-the-weight-is-this = Say why the weight is this one now.
hds-this-access-stands-here-already = This access stands here already.
hds-write-what-is-wrong-as-it = Write what is wrong, as it reads, in at most 1,000 characters.
hds-write-what-is-right-in-at = Write what is right, in at most 1,000 characters.
hds-say-why-in-at-most-500 = Say why, in at most 500 characters.
hds-both-texts-are-the-same-write = Both texts are the same. Write what is right.
hds-enter-at-least-three-letters-or = Enter at least three letters or digits of the number of the lot.
hds-it-is-prescribed-what-held-before = It is prescribed. What held before stays to be read.
hds-the-dry-weight-is-set = The dry weight is set.
hds-the-access-is-written-down = The access is written down.
hds-what-was-found-is-written-down = What was found is written down.
hds-it-is-used-no-longer-that = It is used no longer; that it was stays to be seen.
hds-the-result-is-written-down = The result is written down.
hds-they-are-checked-in = They are checked in.
hds-it-is-written-down-that-they = It is written down that they did not come.
hds-it-is-written-down-a-second = It is written down. A second person confirms it.
hds-it-is-confirmed-the-session-may = It is confirmed. The session may start.
hds-the-session-runs = The session runs.
hds-it-is-written-down-another-person = It is written down. Another person witnesses it.
hds-it-is-witnessed = It is witnessed.
hds-it-is-written-down = It is written down.
hds-the-session-has-ended-write-down = The session has ended. Write down what is looked at afterwards.
hds-it-is-written-down-a-doctor = It is written down. A doctor signs it.
hds-it-is-signed-what-was-written = It is signed: what was written stays as it is.
hds-the-amendment-is-added-both-texts = The amendment is added. Both texts stay.
hds-enter-the-gauge-of-the-needles = Enter the gauge of the needles.
hds-enter-the-number-of-the-lot = Enter the number of the lot as it stands on the package: 2 to 40 letters, digits, points, slashes or hyphens.
hds-sessions-of-dialysis-are-still-to = Sessions of dialysis are still to come under the record that would lead to the other. Keep that one, or call them off first.
hds-the-machine-is-chosen = The machine is chosen.
hds-choose-a-machine-of-the-list = Choose a machine of the list.
hds-this-machine-is-not-known-any = This machine is not known any more. Choose another.
hds-choose-the-machine-on-which-they = Choose the machine on which they are treated first.
hds-the-session-before-on-this-machine = The session before on this machine has not ended. End it first, or choose another machine.
hds-the-session-before-at-this-chair = The session before at this chair has not ended. End it first.
hds-this-machine-is-kept-for-somebody = This machine is kept for somebody else at that time. Choose another.
hds-this-session-has-gone-on-meanwhile = This session has gone on meanwhile. Look again.
hd-units = { $n } IU
hd-units-an-hour = { $n } IU/h
again-live = Live, { $clock }
again-stale = Not live: as it stood at { $clock }
again-as-of = As of { $clock }
hd-went-on = This session has gone on meanwhile. Load the page again.
hd-alarms-now = Alarms at this chair
hd-answer-alarms = Answer them on the live chart
hd-answer-here = Answer them here
hd-answer-card = Answer an alarm
hd-check-alarm = Alarm
hd-checks = Checks
hd-checks-done = { $done } of { $of } done
hd-check-done = Done
hd-check-due = Due
hd-check-later = Later
hd-check-stop = Stop the anticoagulant
hd-check-witness = Medicines witnessed
hd-check-access = Look at the access
hd-access-in-sight = Are place and line in sight?
hd-access-found = What was found
hd-access-covered = { $found }, not in sight
hd-access-looked = Access when last looked at
hd-log-access = Access looked at: { $found }
hd-anticoagulant-given = Anticoagulant given so far
hd-anticoagulant-in-ml = The machine counts the anticoagulant in mL of its syringe. How many units a mL holds is not known here, so it stands beside no dose.
hd-sodium-profile = Sodium follows a profile: where it begins and where it ends is prescribed, and not how it goes between. It is set at the machine, and no value of now is compared.
hd-substitution-rate = Substitution rate
hd-score-oldest = oldest part { $at }
hd-risk-high = High risk
hd-risk-medium = Medium risk
hd-risk-low-medium = Low to medium risk
hd-machine-left = by the machine { $left }, { $at }
hd-processed-told = The machine told { $litres } at { $at }.
hdn-access-nothing-wrong = Nothing wrong
hdn-access-swelling = Swelling
hdn-access-needle-out-of-place = Needle out of place
hdn-access-line-loose = Line loose
dialysis-says-access-look-running = This is written only while blood runs. Look again.
hd-course = Pressures since the start
hd-course-none = No pressures were measured in this session yet.
hd-fall-facts = What is known of a fall of the pressure
hd-fall-no-chance = No probability is shown: this hospital has switched no forecast on. These are the facts that one would go by. They advise and decide nothing.
hd-fall-now = Systolic pressure now
hd-fall-trend = Change over the last hour
hd-fall-trend-none = Fewer than three pressures in the last hour
hd-fall-before = Systolic pressure before the treatment
hd-fall-history = Last sessions in which it fell too low
hd-fall-history-of = { $fell } of { $of }
hd-fall-history-none = No earlier session is known
hd-fall-lowest-machine = Lowest systolic pressure that the machine measured
hd-fall-elapsed = Since the start
hd-an-hour = { $change } mmHg in an hour
hd-pattern-over = { $name } over { $n } sessions
hd-pattern-not-told = No more than chance
hd-over-time = Over time
hd-first-and-last = First and last
hd-lowest-in-session = Lowest pressure in the session
hd-pressure-before = Pressure before
diary-put-on-list = Put somebody on the list
diary-put-on-list-means = They are offered the first place that comes free and suits, and take it or not.
diary-put-on-list-verb = Put them on the list
diary-take-off-list = Take off the list
diary-take-off-list-means = They wait no longer. What is offered to them is offered no longer.
diary-put-on-list-done = They are on the list. They are offered what comes free.
diary-taken-off-list = They wait no longer.
diary-waits-already = They wait for a place already. Take them off the list first.
hd-pattern-found = What it shows
hd-pattern-too-few = Told from { $n } sessions on
diary-by-week = By week: { $weeks }
diary-percent = { $n } %
diary-of-places = of { $n } places
diary-of-sessions = { $part } of the sessions
diary-of-held = { $part } of those held
diary-ended-early-means = Each has its reason on its page at the chair.
diary-why-missed = Why nobody came
diary-of-the-time = Of the time
hd-fell-by-guideline = Fell by the guideline
hd-urea-card = Urea of the blood
hd-urea-later = The answer of the laboratory is written here when it comes, also after the signature. The newest line counts, and every line stays.
hd-urea-taken = Blood taken
hd-urea-pre = Before the session
hd-urea-post = After the session
hd-urea-drawn = Drawn
hd-urea-drawn-at = Drawn at (empty: at the start, or at the end)
hd-urea-value = Urea (empty while the answer is to come)
hd-urea-why = Why another value (where one stands already)
hd-urea-to-come = The answer is to come
hd-urea-with-look = Written with what was looked at
hd-urea-wanted = Urea wanted
hd-urea-wanted-text = One of two values is there, or blood was drawn: the other one, or the answer, is missing.
hd-owed = Owed to sessions that are over
hd-owed-counts = To be signed: { $signatures } · urea wanted: { $urea }
hd-owed-older = Older sessions without a signature: { $n }. Who treats these people opens and signs them.
hd-booked-other = The chair is kept for { $booked }; { $prescribed } are prescribed.
hd-no-rate = How fast the fluid would be taken cannot be worked out: { $why }
hd-alarms-of-session = Alarms of the session
hd-alarms-none = No alarm was raised while blood ran.
hd-alarm-answered = Answered
hd-alarm-unanswered = Nobody answered
hd-alarm-since = since { $at }
hd-alarm-raised = raised { $at }
drink-left-over = You went home { $weight } above your weight to reach: that much is counted off.
hdn-fainted = Fainted
hds-blood-after-the-session-is-taken = Blood after the session is taken once it has ended.
hds-blood-before-the-session-is-drawn = Blood before the session is drawn before blood runs.
hds-enter-a-time-after-the-start = Enter a time after the start of the session and not ahead.
hds-say-why-another-value-stands-here = Say why another value stands here now.
hds-somebody-has-written-another-value = Somebody has written another value meanwhile. Look again.
hds-before-the-start-urea-is-written = Before the start, urea is written with what is looked at. Look again.
hds-how-fast-the-fluid-would-be = How fast the fluid would be taken cannot be worked out. Look at weight, dry weight and fluid to remove again.
hds-the-urea-is-written-down = The urea is written down.
hd-amended-was = { $new } (amended, was { $old })
hd-amend-number = Which number is wrong
hd-amend-number-means = Every figure is worked out with the right number from then on. What was signed stays beside it.
hd-amend-number-verb = Amend the number
hdn-fluid-removed-ml = Fluid removed (mL)
hdn-minutes-that-blood-ran = Minutes that blood ran
hds-this-number-stands-there-already = This number stands there already.
hds-say-why-it-is-another-number = Say why it is another number.
hds-the-amendment-is-added-both-numbers = The amendment is added. Both numbers stay.
# End of dialysis sessions

# Notes at the machine

notice-dialysis-noted = { $who } changed what is noted at the machine of a patient whom you treat.
notice-dialysis-taken-back = { $who } took back something that you noted at a machine.
upd-title = Noted at the machine
upd-means = What technicians saw and used. It orders nothing: the prescription, the dry weight and the sessions stand on the dialysis page.
upd-now = What is noted now
upd-noted = Noted
upd-nothing = Nothing
upd-trail = Every change
upd-none = No change yet
upd-none-text = Each change stands here with what was there before, who made it, when and why.
upd-access-problem = Problem of the access
upd-needle-gauge = Gauge of the needles
upd-heparin = Heparin given
upd-dialyser = Dialyser used
upd-dry-weight = Weight at which they seemed dry
upd-weight-before = Weight before
upd-weight-after = Weight after
upd-isolation = What others are kept from
upd-old = Before
upd-new = Since then
upd-value-hint = Leave it empty when nothing is to be noted any more.
upd-note-verb = Note this
upd-all-fields = All fields
upd-filter = Changes of
upd-shown = Changes shown: { $n }
upd-pages = Pages of changes
upd-holds = Holds
upd-taken-back = Taken back
upd-take-back = Take back
upd-take-back-means = What was there before is noted again, with your name and the reason. Both lines stay.
upd-of-who-is-on-it = Notes on who is on this machine
upds-say-why-in-3-to-500 = Say why, in 3 to 500 characters.
upds-this-stands-there-already = This stands there already.
upds-somebody-changed-this-field = Somebody changed this field meanwhile. Look at it again.
upds-it-is-noted = It is noted, and who treats them is told.
upds-it-is-taken-back = It is taken back. Both lines stay to be read.
upds-see-what-was-noted = see what was noted of this patient at the machine
upds-note-something = note something of this patient at the machine
upds-take-back-what-was-noted = take back what was noted of this patient at the machine
# End of notes at the machine

# What alarms watch for

alarm-rules = What alarms watch for
alarm-rules-desk = At which values somebody is called, and what was set before.
alarm-rules-tab = Limits
find-alarm-rules = Alarms, limits, thresholds
alarm-rules-context = Published numbers with their sources, and what this hospital set instead
alarm-rules-unset = What has no published number is not watched until it is set here.
alarm-rules-plan = The fluid that a machine has removed can be compared with the plan of the session: from the start to the goal, the same amount each minute or by the share that is prescribed for each quarter of the time. No published number says how far is too far, so nothing watches it until it is set here. A prescription whose fluid falls or steps over the time without these shares is not compared.
alarm-rules-usual = Arterial and venous pressures can be compared with the same patient’s earlier sessions by the same access and needle: values at a blood flow of 200 mL/min in the 2nd to the 5th minute, three in a row, against the median of at least three sessions of the last 32 days. At another flow or later nothing is compared. No number is published for every machine, line and needle, so nothing watches it until it is set here.
alarm-rules-of-machine = Limits of this machine
alarm-rules-of-machine-text = They hold instead of what the hospital set. What a doctor set for one patient comes before both.
alarm-rules-of-machine-lanes = Limits of the machine and its circuit are set by whoever keeps it. Limits of what is measured of the patient are set by a doctor.
alarm-rules-of-hospital = What the hospital set
alarm-rules-only-published = Nothing: the published numbers hold.
alarm-rule-what = Watched
alarm-rule-default = Published
alarm-rule-source = Source
alarm-rule-now = In force here
alarm-rule-none = No published number
alarm-rule-unwatched = Not watched
alarm-rule-number = { $raise }, well again at { $clear }
alarm-rule-distance = { $raise } from the start of the session, well again at { $clear }
alarm-rule-off-plan = { $raise } from the plan of the session, well again at { $clear }
alarm-rule-off-usual = { $raise } from the patient’s earlier sessions, well again at { $clear }
alarm-rule-for = for at least { $seconds } s
alarm-rule-often = { $times } times within { $minutes } min
alarm-rule-set = Set what is watched
alarm-rule-parameter = What is measured
alarm-rule-side = Which side is wrong
alarm-rule-low = Too low
alarm-rule-high = Too high
alarm-rule-measure = What is compared
alarm-rule-measure-hint = The start of the session is known for the pressures of the circuit: the middle of the values from the 2nd to the 5th minute.
alarm-rule-raise = Raises at
alarm-rule-raise-hint = Such as 90, 36.5 or −230. Of a distance: so far from the start, or from the plan.
alarm-rule-clear = Well again at
alarm-rule-clear-hint = On the inner side. Empty: where it raises.
alarm-rule-seconds = For at least so many seconds
alarm-rule-seconds-hint = Empty: at once.
alarm-rule-times = How often it goes there
alarm-rule-times-hint = Empty: the first time.
alarm-rule-within = Within how many minutes
alarm-rule-set-it = Set it
alarm-rule-history = What was set, and what held before
alarm-rule-history-none = Nothing was set
alarm-rule-history-none-text = What is set stays to be seen, with who set it and why.
patient-limits = Limits of this patient
patient-limits-none = No limits of their own
patient-limits-none-text = What is published and what the hospital set watches them.
patient-limit-new = Another limit
patient-limit-value-hint = Such as 90, 36.5 or −230. Of the fluid removed: so far from the plan, such as 0.5.
patient-limit-off-plan = { $value } from the plan of the session
patient-limit-days = For how many days
patient-limit-days-hint = 1 to 90. Then the limits of the hospital hold again.
alarm-measure-value = The value itself
alarm-measure-baseline = Distance from the start of this session
alarm-measure-plan = Distance from the plan of this session
alarm-measure-usual = Distance from the patient’s earlier sessions
alarm-lane-clinical = The patient
alarm-lane-technical = The machine and its circuit
alarm-source-news = NEWS2, chart 1: Royal College of Physicians, 2017
alarm-source-session = NEWS2, chart 1: Royal College of Physicians, 2017. While a dialysis session runs, below 100 for who came with 160 and more: Flythe, JASN 2015
alarm-source-arterial = Fresenius nurse training; Graves, Nephrol Nurs J 2001
alarm-source-program = Fixed limits of the dialysis program that was compared; to be confirmed by the hospital
fault-choose-measured = Choose what is measured.
fault-choose-side = Choose which side is wrong.
fault-choose-compared = Choose what is compared.
fault-no-start = Only pressures of the circuit have a start of the session to compare with.
fault-only-plan = The fluid removed is compared with the plan of the session, and nothing else is.
fault-only-pressures = Only the arterial and the venous pressure are compared with earlier sessions.
fault-within-minutes = Enter within how many minutes, 1 to 15.
fault-hold-seconds = Enter the seconds as a whole number, at most 600.
fault-how-often = Enter how often as a whole number, at most 20.
fault-enter-number = Enter a number, such as 90 or 36.5.
fault-implausible = No device measures this value. Check the number and its unit.
fault-clear-inside = The value is well again on the inner side of the limit. Check both.
fault-limit-days = Enter for how many days it holds, 1 to 90.
fault-set-just-now = Somebody has set this just now. Load the page again.
said-watches = It watches from now on.
right-alarm-rule-read = see what alarms watch for
right-alarm-rule-set = set what alarms watch for
right-patient-limit-set = set a patient’s own limits
# End of what alarms watch for

# Files in conversations

chat-attach = Attach a picture or a document
chat-file = File
chat-file-hint = PNG, JPEG, WebP or PDF, at most 5 MB. Only the two of you see it.
chat-file-words = What it shows
chat-send-file = Send the file
chat-file-size = { $n } kB
chatf-choose-a-file-first = Choose a file first.
chatf-too-large = This file is too large. Choose one of at most 5 MB.
chatf-sorts = Choose a picture (PNG, JPEG, WebP) or a PDF. Nothing else is taken.
chatf-forty = You sent 40 files here within a day. Send the next one tomorrow.
# End of files in conversations

# Documents of machines

machine-documents = Documents
machine-no-document = No document yet
machine-no-document-text = The manual, certificates and calibrations of this machine are kept here.
machine-document-add = Add a document
machine-document-kind = What it is
machine-document-until = Holds until
machine-document-over = No longer holds
machine-document-remove = Take away
machine-document-remove-means = What stands in it is erased. That it was here, who took it away and why stay to be read.
machine-document-hint = PDF, PNG, JPEG or WebP, at most 5 MB.
machine-document-add-it = Keep this document
machine-documents-gone = Documents that were taken away
mdoc-manual = Manual
mdoc-certificate = Certificate
mdoc-calibration = Calibration report
mdoc-other = Another document
mdoc-choose = Choose what it is.
mdoc-fifty = 50 documents are here already. Take one away that is no longer needed.
mdoc-kept = The document is kept.
mdoc-removed = The document is taken away. That it was here stays to be known.
# End of documents of machines

# Data quality
data-quality = Data quality
quality-worst-first = The worst first: minutes without a reading inside a session, of all its minutes
quality-period = Period
quality-7-days = 7 days
quality-30-days = 30 days
quality-90-days = 90 days
quality-longest = Longest gap
quality-slowest = Slowest reading (95 %)
quality-ahead = Clock ahead by
quality-codes = Codes without a place
quality-minutes = { $n } min
quality-seconds = { $n } s
quality-duplicates = Sent again
quality-refused = Refused
quality-nobody = Without a patient
quality-when = When data are missing
quality-by-day = By day
quality-by-hour = By hour of the day
quality-strip-none = No minutes are missing.
quality-strip-worst = The worst: { $when }, { $n } min without data.
quality-trends = Delay, clocks and service by day
quality-worst-of = The worst: { $when }, { $value }.
quality-nothing-of-it = Nothing of it on these days.
quality-out = Hours out of service
quality-no-days = Once a machine has sent readings for an hour, or was out of service, its days stand here.
quality-refusals = What was refused
quality-refusals-none = Nothing was refused
quality-refusals-none-text = A field that cannot be read, or a value that nobody can have, is counted here.
quality-field = Field
quality-reason = Why
quality-count = How many
quality-reason-missing = Missing
quality-reason-form = Cannot be read
quality-reason-range = Impossible value
quality-reason-time = Impossible time
quality-whole-reading = Whole reading
# End of data quality

# On call, and the alarm budget
on-call = On call
on-call-desk = Who is called when nobody answers an alarm, and after how long.
find-on-call = On-call table, escalation, who is called
on-call-context = Who is called when nobody answers an alarm, on the clock of the hospital
on-call-now = On call now
on-call-house = The whole hospital
on-call-first = First
on-call-second = Second
on-call-third = Third
on-call-nobody = Nobody
on-call-rank = Is told
on-call-days = Days
on-call-hours = Hours
on-call-daily = Every day
on-call-weekdays = Monday to Friday
on-call-add = Add a shift
on-call-stand-in = Somebody stands in
on-call-day = Day
on-call-from = From
on-call-clock-hint = On the clock of the hospital, such as 20:00.
on-call-until-hint = Before the beginning it is on the next day; the same time is a whole day.
on-call-no-shifts = No shifts of its own.
on-call-week-of = Week of { $place }
on-call-exceptions-of = Exceptions of { $place }
on-call-plan = After how long each is told
on-call-plan-says = Told { $first }, { $second } and { $third } min after an alarm that nobody answers.
on-call-plan-first = First, after minutes
on-call-plan-second = Second, after minutes
on-call-plan-third = Third, after minutes
on-call-plan-set = Set it
on-call-medium-from = Medium alarms are quiet from
on-call-medium-until = Medium alarms are quiet until
on-call-low-from = Low alarms are quiet from
on-call-low-until = Low alarms are quiet until
on-call-quiet-hint = In these hours nobody is told of them. Who is on call when they end is told of what nobody has answered by then. High alarms always tell.
on-call-quiet-medium = Medium alarms tell nobody from { $from } to { $until }.
on-call-quiet-low = Low alarms tell nobody from { $from } to { $until }.
on-call-told = Told lately
on-call-told-none = Nobody had to be told
on-call-told-none-text = When an alarm is not answered in time, who is told stands here.
on-call-priority = Priority
on-call-answered = Answered
on-call-after-quiet = { $rank }, after quiet hours
on-call-skip-quiet = Nobody: quiet hours
on-call-skip-nobody = Nobody: none is on call
on-call-skip-same = Nobody: told in an earlier step
on-call-whole-day = 24 h from { $from }
notice-alarm-unanswered = Nobody has answered an alarm of { $what }, and you are on call.
notice-message-on-call = A patient marked a message as urgent, and you are on call.
notice-message-unread = Nobody has read the urgent message of a patient, and you are on call.
topic-on-call = Critical values, and alarms and messages while on call
right-on-call-read = see who is on call
right-on-call-set = say who is on call
said-on-call-added = They are on call in these hours every week.
said-on-call-stands-in = They stand in.
said-on-call-plan = It holds from now on.
said-on-call-ended = It holds no longer; that it did stays known.
fault-on-call-taken = Somebody is on call in this rank at that time. End that first.
fault-on-call-many = There are 500 shifts already. End some that are no longer needed.
fault-on-call-day = Choose a day.
fault-on-call-when = Choose on which days.
fault-on-call-rank = Choose who is told first, second or third.
fault-on-call-clock = Type a time, such as 20:00.
fault-on-call-minutes = Use whole minutes, 0 to 120.
fault-on-call-order = Each is told later than the one before.
alarm-budget = Alarm budget
alarm-budget-desk = How many alarms there are for each hour at a bed, and how many nobody answers.
find-alarm-budget = Alarms in figures, alarm fatigue
alarm-budget-context = How many alarms there are, and how many nobody answered
budget-period = Period of the budget
budget-1-day = 1 day
budget-7-days = 7 days
budget-30-days = 30 days
budget-whole = All wards
budget-by-ward = Alarms by ward
budget-by-source = Alarms by what raised them
budget-by-day = By day: { $days }
budget-most-a-day = At most { $n } in a day
budget-rate = How often
budget-per-hour = per bed-hour
budget-hours = In { $n } hours at beds where somebody was measured
budget-unanswered = Nobody answered
budget-of-alarms = of the alarms
budget-unanswered-means = They ended by themselves, or still wait.
budget-median = Time to answer
budget-to-answer = or less, half of the answers
budget-median-means = From when it was raised until somebody had seen it.
budget-none = No alarms in this time
budget-none-text = What alarms is counted here by itself.
budget-no-ward = At no bed
budget-machine = Alarm of the machine
# End of on call

# Curves around alarms

curves = Curves around alarms
curves-about = Of each alarm what its monitor drew is kept: five minutes before it and five after, as far as the monitor sent it.
curves-none = No curves are kept
curves-none-text = They are kept when a monitor that sends curves raises an alarm.
curve-of = Alarm
curve-machine = Alarm of the machine
curve-alarm = Alarm
curve-drawn = What was drawn
curve-ecg-ii = ECG II
curve-ecg-v = ECG V
curve-pleth = Pleth
curve-resp = Breathing
curve-abp = Arterial pressure
curve-scale = On paper 25 mm a second. The ECG has 10 mm a millivolt and lies around its mean; other curves are as high as fits. Where nothing is drawn, nothing came.
curve-earlier = Earlier
curve-later = Later
curve-at-alarm = At the alarm
curve-hz = Samples a second
curve-here = Drawn here
curve-range = Lowest and highest
curve-in-figures = These curves in figures
curves-now = Curves of now
curves-now-none = No curves come
curves-now-none-text = The monitor sends none, or the server began a moment ago: what was held before is gone.
curves-now-old = Nothing came for more than 10 s: these curves are not of now.
minutes = By the minute
minutes-about = One value a minute is kept of this day, and the lowest and the highest of each minute. Readings as they came stay around alarms.
minutes-none = Nothing is kept of this day
minutes-none-text = No machine measured this patient on it, or it was told over by the minute not yet or no longer.
minutes-day = Day
minutes-hours = By the hour
minutes-hour = Hour
minutes-whole = The whole day
minutes-what = What was measured
minutes-count = Minutes with a value
minutes-alarms = Alarms of this day
minutes-alarms-none = No alarms on this day
minutes-alarms-none-text = An alarm of this day stands here with the readings around it.
minutes-around = Readings around this alarm
minutes-around-about = As the machine sent them, from five minutes before the alarm to five minutes after it. They stay when other readings of their age go.
minutes-around-none = No readings in this minute
minutes-around-none-text = The machine sent none, or the alarm is longer ago than they are kept.
# End of curves

# System alerts

system-alerts = System alerts
system-alert = Alert
system-alerts-set = Write system alerts
system-alerts-desk = Planned work, outages and safety notices: who sees which, and what is over.
find-system-alerts = Maintenance, outages, safety notices
system-alerts-context = What is out of use or will be, and what makers of machines warn of
system-alerts-set-context = Whom it affects sees it at the top of every page
system-alerts-now = Now and planned
system-alerts-over = Over
system-alerts-pages = Pages of alerts
system-alerts-none = Nothing concerns you
system-alerts-none-text = Planned work and outages that affect you stand here.
system-alerts-none-over = Nothing is over yet
system-alerts-none-over-text = What was resolved or ended by its time stands here.
system-alert-kind = Type
system-alert-severity = Severity
system-alert-severity-hint = A critical one cannot be put away. Above information those who work here are notified.
system-alert-from = From
system-alert-until = Until
system-alert-open = Until it is resolved
system-alert-resolved = Over since
system-alert-note = How it was resolved
system-alert-whom = Whom it affects
system-alert-whom-hint = A ward is whoever is on duty there.
system-alert-by = Written by
system-alert-by-house = Wardlight
system-alert-everywhere = Said to every hospital
system-alert-to-all = Say it to every hospital
system-alert-put-away = Put away
system-alert-put-away-label = Put away: this alert stays in the list
system-alert-from-to = From { $from } to { $to }
system-alert-since = Since { $from }
system-alert-type-maintenance = Planned maintenance
system-alert-type-outage = Outage
system-alert-type-safety = Safety notice of a maker
system-alert-type-information = Information
system-alert-information = Good to know
system-alert-warning = Work goes on otherwise than usual
system-alert-critical = Critical
system-alert-everybody = Everybody, patients too
system-alert-staff = Everybody who works here
system-alert-clinical = Doctors, nurses and technicians
system-alert-portal = Patients and who cares for them
system-alert-write = Write an alert
system-alert-languages = Write it in one language or more. Who reads in another sees the first of these.
system-alert-in-english = In English
system-alert-in-french = In French
system-alert-in-arabic = In Arabic
system-alert-from-day = Begins on
system-alert-from-time = Begins at
system-alert-from-hint = Empty for now. Planned maintenance is shown a day before it begins.
system-alert-until-day = Ends on
system-alert-until-time = Ends at
system-alert-until-hint = Empty where nobody knows: it stands until it is resolved.
system-alert-resolve = Resolve
system-alert-resolve-means = It disappears from every page at once. The list keeps it, with what you say here.
system-alert-mail = Mails cannot be sent: some have waited for more than half an hour, and none has gone out since.
system-alert-jobs = Work that was left for later is not taken up: mails and reminders wait.
system-alert-audit-broken = The audit is not as it was sealed. Keep the database as it is, and tell whoever is in charge of privacy.
system-alert-audit-late = Sealing the audit is more than five minutes behind.
system-alert-readings = The database does not keep up with the machines: values on the screens may be late. Look at the machines themselves.
system-alert-clock = The clock of { $device } is a minute ahead or more. Set it.
notice-system-alert = A system alert concerns you.
topic-system-alerts = Outages, planned work and safety notices
right-system-alert-set = write system alerts
right-system-alert-set-everywhere = write system alerts for every hospital
said-system-alert-written = The alert stands. Whom it affects sees it on the next page that they open.
said-system-alert-resolved = The alert is resolved. It stands nowhere any longer.
fault-system-alert-kind = Choose what sort of alert it is.
fault-system-alert-severity = Choose how much it matters.
fault-system-alert-language = Write it in one language at the least.
fault-system-alert-whom = Choose whom it affects.
fault-system-alert-planned = Say when planned maintenance begins and ends.
fault-system-alert-note = Say how it was resolved, in a few words.
fault-system-alert-text = Use 3 to 500 characters that can be seen.
fault-system-alert-critical = This alert is critical: it stays until it is resolved.
fault-system-alert-end = Choose an end that lies ahead, after the beginning.
fault-system-alert-one-hospital = A ward is of one hospital.
fault-system-alert-many = 50 alerts stand already. Resolve some that are over.
# End of system alerts

# Critical values

critical-values = Critical values
critical-desk = Values at which somebody must act now: how long each waits, and who was told.
find-critical = Critical results, read-back, who was told
critical-context = At which somebody must act now, until somebody has read them back and written what was done
critical-waiting = What waits now
critical-none = No critical value waits
critical-none-text = What is reported stands here until somebody has read it back and written what was done.
critical-waits = Waits for
critical-state-open = Not read back
critical-state-read = Read back, nothing written yet
critical-state-closed = Closed
critical-state-withdrawn = Withdrawn
critical-low = Too low
critical-high = Too high
critical-below = below { $limit }, as published
critical-above = above { $limit }, as published
critical-no-limit = Beyond no published limit
critical-value = Value
critical-test = Test
critical-unit = Unit
critical-measured = Measured
critical-reported = Reported
critical-read = Read back
critical-ended = Ended
critical-done = What was done
critical-told = Who was told
critical-told-none = Nobody on call yet: the time of the first is not over.
critical-tries = Read back otherwise
critical-try = { $who } read { $value }.
critical-type-it = Type the value again
critical-type-hint = Type the number as you heard or saw it. A try that differs stays known and closes nothing.
critical-told-you = You were told of this · { $place }
critical-ask = Ask { $who }, who reported it, for the value. Whose it is and what it says does not stand here: you do not care for this patient.
critical-type-heard = Type the number as you heard it. A try that differs stays known and closes nothing.
critical-read-it = Read it back
critical-by-another = You reported it: somebody else reads it back.
critical-close-what = What was done, or why nothing
critical-close = Close it
critical-withdraw = Withdraw
critical-withdraw-means = It was reported by mistake. It stays known that it was, with why.
critical-report = Report a critical value
critical-report-it = Report it
critical-report-means = Whoever treats this patient is told at once. When nobody reads it back in time, whoever is on call is told.
critical-test-hint = Choose one of the list, or type what was measured. Names and codes of the list are LOINC.
critical-unit-hint = As the laboratory wrote it. A published limit is compared only in its own unit.
critical-day = Measured on
critical-time = Measured at
critical-reason = Why somebody must act now
critical-reason-hint = Needed when the value is beyond no published limit.
critical-source = Published limits: the flowsheet of the Lister Hill National Center for Biomedical Communications, LOINC from Regenstrief Institute. The house adds none of its own.
critical-over = Before
critical-over-none = Nothing is closed yet
critical-over-none-text = What was read back and closed, or withdrawn, stands here.
critical-place = Where
critical-no-place = At no bed
critical-not-yours = Not yours to read
critical-all = Every critical value that waits
critical-tally = The last 30 days
critical-tally-reported = reported
critical-tally-read = { $n } of them were read back.
critical-tally-to-read = Time to read-back
critical-tally-to-close = Time to close
critical-tally-half = or less, half of them
critical-tally-to-read-means = From the report until somebody else had read the value back.
critical-tally-to-close-means = From the report until what was done was written.
critical-tally-late = Not read in time
critical-tally-of = of what was reported
critical-tally-late-means = Nobody had read them back before the first on call had to be told.
notice-critical-value = A critical value of a patient whom you treat waits to be read back.
notice-critical-unanswered = Nobody has read a critical value back, and you are on call.
said-critical-reported = It is reported. Who was told stands here; somebody else reads it back.
said-critical-agrees = The value agrees: it is read back. Now write what was done.
said-critical-differs = That is not the value that was reported. Hear or look again; your try stays known.
said-critical-closed = It is closed. What was done stays to be read.
said-critical-withdrawn = It is withdrawn. That it was reported stays known.
critical-at-once = as it was reported
critical-one = Critical value { $value }
right-critical-read = see a patient’s critical values
right-critical-report = report critical values
right-critical-answer = read critical values back and close them
right-critical-list = see which critical values wait
fault-critical-another = Somebody else reads a value back: not who reported it.
fault-critical-read = This value has been read back already.
fault-critical-closed = This value is closed.
fault-critical-first = Somebody must read this value back first.
fault-critical-withdrawn = This value was withdrawn.
fault-critical-test = Choose a test of the list, or name it.
fault-critical-name = Name the test in 2 to 100 characters.
fault-critical-number = Type a plain number, such as 6.9, of at most 12 digits.
fault-critical-unit = Use at most 20 characters for the unit.
fault-critical-day = Choose the day on which it was measured.
fault-critical-past = Choose a time that is past, within the last 30 days.
fault-critical-action = Say what was done, in 3 to 500 characters.
fault-critical-reason = Say why, in 3 to 200 characters.
fault-critical-within = This is not beyond a published limit in this unit. Say why somebody must act now.
critical-open-count = { $n ->
    [one] { $n } critical value waits
   *[other] { $n } critical values wait
}
# End of critical values

# Calls for a nurse

calls = Calls of patients
calls-context = Patients on the wards where you are on duty: who waits longest comes first
find-calls = Who calls for a nurse, who is coming
calls-open = Who calls now
calls-none = Nobody calls
calls-none-on-ward = No patient calls
calls-none-text = Who calls stands here until somebody was there.
calls-not-on-duty = You are on duty on no ward
calls-not-on-duty-text = So no calls of a ward are shown to you here, also where somebody calls.
calls-away = The calls of patients did not load
call-called = Called
call-about = What it is about
call-about-pain = Pain
call-about-move = Help to move
call-about-machine = The machine
call-about-other = Something else
call-about-unsaid = Not said
call-state-waiting = Nobody has taken it
call-taken-by = { $who } is coming
call-told-at-once = as they called
call-told-again = once more
call-next = If nobody comes: { $step }
call-next-nobody = If nobody comes, the ward is told again.
call-i-come = I am coming
call-i-come-to = I am coming to { $place }
call-how = What came of it
call-how-helped = Somebody helped
call-how-not-needed = Nothing was needed
call-close = Close the call
call-close-of = Close the call of { $place }
call-give-back = I cannot come
call-give-back-of = I cannot come to { $place }
call-give-back-means = If nobody can come after all, the others on duty are told again, and the patient reads that the call waits.
call-my-nurse = Call my nurse
call-stands = Your call
call-none-open = You have not called.
call-here = Where you are: { $place }
call-at-home = You can call a nurse here while you are in a bed or a chair of the hospital. At home, phone the hospital, or the emergency number of your country when it is urgent.
call-not-for-another = Only the patient can call from here. What becomes of their call stands here.
call-take-back = I no longer need help
call-because = Call my nurse: { $what }
call-say-what = Or say what it is about
call-say-what-means = One press calls too. It helps whoever comes to bring what you need.
call-say-what-after = Say what it is about
call-say-what-after-means = You have called. This helps whoever comes to bring what you need.
call-ago = Called { $ago } ago
call-ago-about = Called { $ago } ago: { $what }
call-clock = Called at { $at }
call-clock-about = Called at { $at }: { $what }
call-nobody-yet = The nurses of the ward are told. Nobody has said yet that they come.
call-nobody-yet-on-call = Whoever is on call is told. Nobody has said yet that they come.
call-nobody-told = Your call is stored, but nobody could be told. Use the bell at your bed, or speak to anybody near.
call-nobody-came = Nobody has come: call again
call-away = It did not load. Open it here, or use the bell at your bed.
call-comes = { $who } is coming
call-somebody-comes = Somebody is coming
call-ended-helped = Done: somebody was there.
call-ended-not-needed = The nurse closed your call. If you still need help, call again.
call-ended-taken-back = The call was taken back.
notice-call-made = A patient on a ward where you are on duty calls for a nurse.
notice-call-made-at = { $place }: a patient calls for a nurse.
notice-call-unanswered = Nobody has taken the call of a patient, and you are on call.
said-call-made = Your call is stored, and the ward is told.
said-call-made-on-call = Your call is stored, and whoever is on call is told.
said-call-coming = Somebody has said that they come. If nobody has come, say so below.
said-call-given-back = The call waits again, and others are told.
said-call-given-back-nobody = The call waits again, and nobody else could be told. Tell somebody yourself.
said-call-cancelled = Your call is taken back.
said-call-taken = The patient reads that you are coming.
said-call-closed = The call is closed.
relation-told = told by name
they-were-told-by-name = the house told them of it by name
right-call-read = see their own calls for a nurse
right-call-make = call their nurse
right-call-list = see which patients call for a nurse
right-call-answer = take and close the calls of patients
fault-call-place = You can call a nurse here while you are in a bed or a chair of the hospital.
fault-call-none = No call is open any longer.
fault-call-said = What your call is about is said already. Tell whoever comes.
fault-call-first = Somebody says first that they come.
fault-call-another = Somebody else is coming already.
fault-call-closed = This call is closed.
fault-call-cancelled = The patient has taken this call back.
fault-call-how = Choose what came of it.
calls-waiting-count = { $n ->
    [one] { $n } patient calls
   *[other] { $n } patients call
}
calls-coming-count = { $n ->
    [one] Somebody is coming to { $n } patient
   *[other] Somebody is coming to { $n } patients
}
# End of calls for a nurse

# Times and targets of sessions

hd-time-if-earlier = Time, if it was earlier
hd-came-earlier = They came earlier
hd-confirmed-earlier = It was confirmed earlier
hd-written-later = written { $at }
dialysis-says-clock = Enter a time of the clock, such as 14:20.
dialysis-says-half-a-day = Enter a time of the last 12 hours. Nothing is written ahead.
dialysis-says-step-before = This is before the step before it. Check the time.
hd-plan-anew = Plan anew
hd-planned-anew = Planned anew
hd-set-target = Set another goal or time
hd-goal-in-all = Fluid to remove in all
hd-time-in-all = Time of treatment in all
hd-exchange = Exchange the machine
hd-exchanged = Machine exchanged
hd-exchange-means = The session goes on. The other machine measures them from now on, and counts the fluid from nothing.
hd-removed-by-now = Fluid removed by now
hd-counted-before-silence = { $volume } at { $at }, before the machine fell silent. Read off how much it is now.
hd-counted-earlier = { $volume } at { $at }. Read off how much it is now.
hd-removed-on-this-machine = Fluid removed on this machine
hd-removed-on-all-machines = Fluid removed by now, on all machines
hd-add-before = The machines before took { $volume }: add that to what this one shows.
hd-target-words = { $goal } in { $time }: { $why }
hd-target-above = { $target }. More in an hour than prescribed: { $why }
hd-exchange-words = { $to } in place of { $from }, { $removed } removed by then: { $why }
hd-log-target = Planned anew: { $target }
said-dialysis-target = It is planned anew. What was planned before stays to be read.
said-dialysis-exchanged = They are on the other machine, which measures them from now on.
dialysis-says-anew-running = This is planned anew only while blood runs. Look again.
dialysis-says-time-over = Blood has run for longer than that already. Enter more minutes, or end the session.
dialysis-says-read-off = What is known of the fluid removed is of earlier. Read off at the machine how much it is now.
dialysis-says-of-all-machines = The machines before took more than that. Enter what was taken on all machines together.
dialysis-says-far-above-rate = More than 13 mL/kg/h would be taken, and the prescription allows less: more harm is known above 13. Say why, take less or treat longer.
dialysis-says-exchanged-meanwhile = Somebody exchanged the machine meanwhile. Look again.
plan-books-itself = The plan also books itself: once an hour, every line for the next { $n } days. What cannot be booked stands among the missed sessions until it is.
nothing-booked-in-time = Prescribed, and nothing booked in time
longest-gap-prescribed = Longest gap prescribed, in days
diary-confirmed = Confirmed
diary-to-confirm = To confirm
diary-confirm = Confirm the session
diary-confirm-of = Confirm the session of { $name }
diary-booked-by-patient = The patient booked this session in the portal.
diary-i-come = I will come
diary-i-come-to = I will come to this session
said-diary-confirmed = The session is confirmed.
said-diary-own-confirmed = You have confirmed that you come.
diary-says-confirmed-already = This session is confirmed already.
diary-says-not-by-booker = Who booked a session does not confirm it.
diary-says-unit-booked = The unit booked this session. The patient confirms it in their portal.
# End of times and targets of sessions
# Gates of a treatment
unfit-disinfection-due = This machine was not disinfected since the last treatment on it, or too long ago.
hdn-they-left-before = They left before anything was connected
missed-left = Left before the start
hd-let-go = They go without treatment
hd-not-apart = This chair is none apart, and they need one. Move the session to a chair apart in the diary: nobody is received or connected here before.
hd-disinfect-machine = Write a disinfection down
hd-unsuited = Booked at chairs that are none apart
hd-unsuited-text = They need a chair apart since. Nobody is received at these chairs: move the sessions.
hd-move-in-the-diary = Move them in the diary
diary-not-apart = Needs a chair apart
disinfection-now = Disinfected now, and it passed
hds-they-need-a-chair-apart = They need a chair apart, and this is none. Move the session to one in the diary first.
hds-haemodiafiltration-this-chair = Haemodiafiltration or haemofiltration is prescribed, and this chair cannot do it. Book another chair, or have the prescription revised.
hds-around-the-clock = Dialysis around the clock is prescribed: it runs at the bed and is no session at a chair. Have the prescription revised first.
hds-haemodiafiltration-this-machine = Haemodiafiltration or haemofiltration is prescribed, and this machine stands at a chair that cannot do it. Choose another.
hds-a-medicine-has-no-witness = A medicine has no witness yet. Another person than who gave it witnesses it first: after the signature nobody can.
hds-not-disinfected-since = This machine was not disinfected since the last treatment on it, or too long ago. Disinfect it and write it down, or choose another.
hds-no-dialysis-machine = This is no dialysis machine. Choose another.
hds-not-of-this-ward = This machine neither belongs to this ward nor stands here. Choose another.
hds-choose-why-not-treated = Choose why they are not treated.
hds-they-go-without = It is written down that they go without a treatment.
diary-no-machine-of-this-ward = What stands at this chair is no dialysis machine of this ward. Choose another chair.
hds-kept-for-another = This machine is kept for an infection that was not found in them. Choose another.
hds-one-that-is-kept = This ward keeps machines for what was found in them. Choose one of these.
diary-machine-kept = The machine at this chair is kept for an infection that was not found in them. Choose another chair.
diary-machine-not-kept = This ward keeps machines for what was found in them, and at this chair stands none of these. Choose another chair.
machine-kept-for = Kept for
machine-kept-for-hint = Of dialysis machines: for whom this was found, and for nobody else.
machine-for-everybody = Everybody
machine-disinfect-hours = A disinfection answers for (hours)
machine-disinfect-hours-hint = Leave it empty where it answers until the next treatment, however long that is.
machine-says-kept-for = Choose an infection of the list, or everybody.
machine-says-disinfect-hours = Enter 1 to 720 hours, or leave it empty.
hds-result-and-unsuited = The result is written down. What is booked for them suits no longer: move it.
# End of gates of a treatment
# Wards, beds and chairs, and where machines stand
wards-beds-chairs = Wards, beds and chairs
places-desk = Which wards, beds and dialysis chairs there are, and which machine stands where.
find-places = Wards, beds and chairs: add, rename, retire, place machines
places-context = What the hospital has, and where machines stand
another-ward = Another ward
ward-name-hint = As people call it, such as Ward 4 or Dialysis West.
add-the-ward = Add the ward
places-done = What was done
places-done-none = What is made, renamed and retired stands here.
no-wards-yet = No ward yet
no-wards-yet-text = Add the first one below. Beds and chairs are in a ward.
dialysis-chairs = Dialysis chairs
place-made = Made: { $name }
place-renamed = { $before } is called { $name } now
place-changed = Changed: { $name }
place-retired = Retired: { $name }
all-wards = All the wards
place-a-machine = Place a machine
the-ward-itself = The ward itself
take-away = Take it away
take-away-what = Take it away: { $name }
take-away-means = It stands nowhere until somebody places it again. Sessions booked at its chair stay, without a machine.
measures-somebody = measures somebody
retire = Retire
retire-what = Retire { $name }
retire-means = It is out of use for good. What happened there stays, and its name is free again.
no-beds-yet = No beds
no-beds-yet-text = A bed stands on the board of the ward as soon as it is added.
no-chairs-yet = No dialysis chairs
no-chairs-yet-text = With a chair the ward stands in the diary; its shifts are set in the weekly plan.
bed = Bed
beds-in = Beds of { $ward }
chairs-in = Dialysis chairs of { $ward }
chair-is = For whom
chair-booked = Booked
chair-apart-words = Kept apart, for whoever carries what others must not get
chair-hdf-words = Water and machine good enough for haemodiafiltration and haemofiltration
change-what = Change { $name }
bed-number-asked = Number of the new bed
bed-number-hint = Empty: the next number of this ward.
add-a-bed = Add a bed
chair-name-asked = Name of the new chair
chair-name-hint = Such as D-09. It gets a place of its own in the ward, where its machine stands.
add-a-chair = Add a chair
choose-a-machine = Choose a machine
choose-a-place = Choose a place
nothing-to-place = Machines that stand nowhere, or in this ward, can be placed here once it has a bed or a chair. One that stands in another ward is moved on its own page.
place-which-hint = Those that stand nowhere, and those of this ward. One that stands in another ward is moved on its own page.
put-it-where = Put it where
put-it-where-hint = From wherever it stands, in one step. A monitor takes whom it measures with it.
place-here = Place it there
rename = Rename
where-it-stands = Where it stands
no-places-yet = The hospital has no bed and no chair yet.
ward-and-chair = { $ward }, chair { $chair }
machine-log-placed = Placed: { $place }
machine-log-taken-away = Taken away from { $place }
places-title-ward = Beds and chairs of a ward
right-machine-place = say where machines stand
right-place-manage = set up wards, beds and chairs
said-machine-placed = The machine stands there from now on.
said-machine-taken-away = The machine stands nowhere now.
said-place-retired = It is retired. What happened there stays to be known.
said-place-changed = What changed is saved.
said-ward-made = The ward is made. Give it beds or chairs.
said-bed-made = The bed is there, and on the board of the ward.
said-chair-made = The chair is there, and in the diary.
fault-ward-name = Enter the name of the ward.
fault-chair-name = Enter the name of the chair.
fault-bed-number = Enter a number from 1 to 9999.
fault-ward-taken = Another ward of this hospital has this name.
fault-bed-taken = Another bed of this ward has this number.
fault-chair-taken = Another chair of this hospital has this name.
fault-bed-patient = Somebody is measured there. It can be retired when nobody is.
fault-place-machine = A machine stands there. Take it away first.
fault-bed-chair = A chair is there. Retire the chair.
fault-chair-session = A session is booked there or runs. Move it or call it off first.
fault-chair-plan = The weekly plan has this chair. End or move its lines first.
fault-chair-offer = This chair is offered to somebody who waits. Wait for their answer.
fault-ward-patient = Somebody lies on this ward. It can be retired when nobody does.
fault-ward-chairs = This ward still has chairs. Retire them first.
fault-ward-beds = This ward still has beds. Retire them first.
fault-ward-machines = Machines belong to this ward. Say on their papers where they belong from now on.
fault-ward-duty = Somebody is on duty on this ward. End their duty first.
fault-place-gone = This place was retired meanwhile. Load the page again.
fault-beds-many = This ward has 200 beds already. Make another ward.
fault-chairs-many = This ward has 60 chairs already. Make another ward.
fault-stands-there = This machine stands there already.
fault-another-stands = Another dialysis machine stands there. Take that one away first.
fault-somebody-else-there = Somebody else is measured there.
fault-it-measures = It measures somebody. Move it with them, or take it away when it measures nobody.
fault-stands-nowhere = This machine stands nowhere.
fault-is-dialysed = Somebody is dialysed on it. It can be moved when the session has ended.
fault-choose-place = Choose a place of this hospital.
fault-moved-meanwhile = Somebody else has moved this machine just now. Load the page again.

# Forms that lose nothing

form-not-yet-saved = Nothing is saved yet. Read what you typed once more, and send it again.
typed-unit-unknown = It is not known in which unit this was typed. Look at it again.
rule-weight-last = The last weight was { $last } { $unit }. Is { $now } { $same } right?
rule-weight-dry = The dry weight is { $dry } { $unit }. Is { $now } { $same } right?
hd-is-it-right = Is this weight right?
hd-weight-is-right = { $weight } is right
hd-dry-weight-changed = Somebody else set the dry weight meanwhile. Look at it again.
older-lines = Older lines
# End of forms that lose nothing
diary-by-number-hint = There are more people with dialysis than a list shows. Type the number of one of them in this hospital; only who is prescribed dialysis can be booked.
fault-nobody-has-number = Nobody of this hospital has this number.
# The forecast of a fall
fc-title = How good the forecast of a fall is
fc-page = How good the forecast is
fc-desk = The forecast of a fall of the pressure: how well it does, and whether it stands at the chair
fc-context = Fitted on signed sessions of this hospital, tried on patients it did not learn from
fc-what = A fall is a systolic pressure below 90 mmHg, or below 100 with 160 and more before the treatment, from 15 to 75 minutes ahead.
fc-advises = It advises: nobody is called by it.
fc-never-looked = The sessions of this hospital were not looked at yet. The house does it once a week at night, and whenever somebody who runs the hospital asks for it.
fc-quality = On patients it did not learn from
fc-auroc = AUROC
fc-auroc-means = Of 100 pairs of a moment before a fall and one before none, it gave the one before the fall the higher chance in { $n }. By chance it would be 50.
fc-brier = Mean square of the error (Brier)
fc-brier-means = Less is better. Who says the same share to everybody has { $share }.
fc-learned-from = It learned from
fc-tried-on = It was tried on
fc-sessions = sessions
fc-counted = Patients: { $patients }. Moments: { $moments }. Sessions with a fall: { $falls }.
fc-of-time = Fitted on { $at }, on sessions from { $since } to { $until }.
fc-split = One patient in five is held back, always the same ones, and nobody is on both sides.
fc-calibration = What it said, and what happened
fc-calibration-says = What it said against what happened: { $points }.
fc-point = said { $said }, happened { $happened }, moments { $n }
fc-calibration-means = On the line, what it calls 20 % happened in 20 of 100 moments. Above it, it said too little; below it, too much. A larger dot stands for more moments.
fc-said = It said
fc-happened = It happened
fc-moments = Moments
fc-inputs = What it goes by
fc-input = Input
fc-history = Share of the last ten sessions in which it fell
fc-step = One step
fc-weight = Weight
fc-does = What more of it does
fc-more-raises = raises the chance
fc-more-lowers = lowers the chance
fc-weight-means = The weight is what one step more, a standard deviation, adds to the logarithm of the odds.
fc-looked = The newest look at the sessions
fc-looked-at = Sessions with a moment to learn from: { $sessions }. Moments: { $moments }.
fc-left-out = Left out: { $unknown } of which nobody can say what came after, and { $missing } at which an input was missing.
fc-too-few = Too little is recorded to fit a forecast, or to know how good it would be:
fc-lack-falls = Sessions with a fall to learn from: { $there } of { $least }
fc-lack-others = Sessions without a fall to learn from: { $there } of { $least }
fc-lack-held-falls = Sessions with a fall of patients who are held back: { $there } of { $least }
fc-lack-held-others = Sessions without a fall of patients who are held back: { $there } of { $least }
fc-why-so-many = Ten for each input to learn from (Peduzzi and others, 1996), and a hundred of each to try it on (Collins and others, 2016).
fc-no-spread = One of the inputs was the same in every moment: nothing can be learned from it.
fc-by-itself = by itself
fc-at-the-chair = At the chair
fc-is-shown = The forecast that was fitted on { $at } stands at the chair.
fc-is-not-shown = No chance of a fall is shown at the chair.
fc-newer = The one above is newer. It stands at the chair once somebody has looked at it and shows it.
fc-show = Show the one above at the chair
fc-show-why = Why it is good enough
fc-hide = Show none any more
fc-decisions = Who decided, and why
fc-decided = Decided
fc-shows-that-of = The forecast of { $at } is shown
fc-shows-none = None is shown
fc-fit-anew = Fit anew
fc-fit-anew-text = The house fits it once a week at night by itself. What was fitted before stays, and what stands at the chair stays there.
fc-chance = Chance of a fall in the next 15 to 75 minutes:
fc-raised-by = Raised by { $parts }
fc-lowered-by = Lowered by { $parts }
fc-of-fit = Fitted on { $at } on { $n } sessions of this hospital, AUROC { $auroc }.
fc-missing-readings = No chance is shown: there are fewer than three pressures in the last hour.
fc-missing-old = No chance is shown: the newest pressure is more than half an hour old.
fc-missing-rate = No chance is shown: the fluid rate of the last half hour is not known.
fc-missing-history = No chance is shown: no earlier session is known.
fc-may-read = see how good the forecast of a fall of the pressure is
fc-may-set = fit the forecast of a fall anew and show it at the chair
fc-just-fitted = It was fitted less than ten minutes ago: what it found stands here.
fc-is-being-fitted = It is being fitted. Load this page again in a minute.
fc-is-fitted-already = It is being fitted already. Load this page again in a minute.
fc-stands-now = It stands at the chair from now on.
fc-none-now = No chance is shown at the chair from now on.
