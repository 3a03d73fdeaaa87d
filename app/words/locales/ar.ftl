### العربية.

-language-name = العربية
-direction = rtl
# Unicode CLDR 46, cardinal rules of Arabic.
-plurals = zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99
-decimal = .
-group = ,

skip-to-page = انتقل إلى الصفحة
sign-out = خروج
theme-day = نهار
theme-night = ليل
second-display = يبقى جهاز المراقبة عند السرير مصدر الإنذار الأساسي.

age-seconds = { $n } ث
age-minutes = { $n } د
age-days = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}

months = يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
weekdays = الخميس الجمعة السبت الأحد الاثنين الثلاثاء الأربعاء
date-long = { $day } { $month } { $year }
date-clock = { $day } { $month } { $clock }
date-spoken = { $weekday } { $day } { $month }، { $clock }
age-hours = { $n } س
age-hours-minutes = { $h } س { $m } د
ago = قبل { $age }

main = القائمة الرئيسية
language = اللغة
page-title = { $title } · Wardlight
error-title = خطأ: { $title }
wardlight-home = Wardlight، الصفحة الرئيسية
problem = توجد مشكلة
optional = (اختياري)
loading = جارٍ التحميل
did-not-load = تعذّر تحميل هذا الجزء: { $what }.
rest-is-current = بقية الصفحة محدّثة.
reference-short = المرجع { $reference }
reference = المرجع { $reference }
try-again = إعادة المحاولة
try-now = المحاولة الآن
no-connection-since = لا يوجد اتصال منذ { $at }.
last-known-state = ما تراه هو آخر حالة معروفة. تتم إعادة المحاولة تلقائيًا.
signed-out-at = سيتم تسجيل خروجك عند الساعة { $at }.
press-to-stay = اضغط أي مفتاح أو المس الصفحة للبقاء.
save-and-sign-in = احفظ ما تكتبه، ثم سجّل الدخول من جديد.
stay-signed-in = البقاء مسجّلًا
needs-script = { $what }: يتطلب ذلك JavaScript، وهو معطّل في هذا المتصفح. ما تراه يعود إلى وقت تحميل الصفحة.
step-more = أكثر: { $what }
step-less = أقل: { $what }

as-loaded = كما حُمّلت
live = مباشر
not-connected = غير متصل
pause-updates = إيقاف التحديث
resume = استئناف
paused = أُوقف عند { $clock }، قبل { $age }. الإنذارات ما زالت تصل.

role-doctor = طبيب
role-nurse = ممرض
role-technician = فني أجهزة
role-pharmacist = صيدلي
role-receptionist = موظف استقبال
role-billing-clerk = موظف فواتير
role-lab-technician = فني مختبر
role-emergency-responder = مسعف
role-hospital-admin = مدير النظام
role-super-admin = مدير المنصة
role-patient = مريض
role-proxy = مقدّم رعاية

place-my-patients = مرضاي
place-patients = المرضى
place-home = الرئيسية
place-record = السجل
place-sharing = المشاركة
place-account = الحساب
place-people = الأشخاص
place-ward = القسم
place-devices = الأجهزة
place-pharmacy = الصيدلية
place-hospital = المستشفى
place-registrations = الطلبات
place-platform = المستشفيات

calm-ward = القسم الهادئ يبقى رماديًا.
one-light = ضوء واحد يعني أن هناك من يحتاج إلى المساعدة.
second-display-for = شاشة ثانية للقسم
sign-in = تسجيل الدخول
sign-in-with = البريد الإلكتروني أو رقم الهاتف
password = كلمة المرور
shared-computer = جهاز مشترك: سجّل خروجي بعد 10 دقائق
forgot-password = لا أعرف كلمة المرور
ask-for-account-patients = للمرضى: طلب حساب
show-password = إظهار كلمة المرور
show = إظهار
hide = إخفاء
demo-accounts = مستشفى تجريبي: حسابات للتجربة
demo-people = الأشخاص من نسج الخيال، أما القيم فتسجيلات حقيقية يُعاد عرضها. تطلب المستشفيات من موظفيها عاملًا ثانيًا للتحقق؛ هذا المستشفى لا يطلبه كي تتمكن من التجول.

go-to-my-page = الذهاب إلى صفحتي
prove-who-you-are = إثبات الهوية
refused-sign-in = لقد سُجّل خروجك
refused-step-up = أثبت هويتك أولًا
refused-denied = لا يُسمح لك بفتح هذه الصفحة
refused-not-found = لا يوجد شيء لك في هذا العنوان
refused-invalid = لم يكن ذلك ممكنًا
refused-busy = طلبات كثيرة في وقت واحد
refused-away = يخضع Wardlight للصيانة
refused-fault = حدث خطأ من جانبنا
refused-unreachable = لم يُجب الخادم
session-is-over = انتهت الجلسة. سجّل الدخول من جديد وستعود إلى هذه الصفحة.
needs-right = يتطلب ذلك صلاحية لا يملكها حسابك هنا: { $right }.
admin-can-give-right = يمكن لمدير النظام في مستشفاك منحها. لا يوجد أي خلل في حسابك.
portal-off = عندما تكون البوابة مغلقة، يستطيع المريض مع ذلك { $consents } و{ $access }.
take-back-consents = سحب موافقاته
see-who-looked = معرفة من اطّلع على سجله
somebody-in-danger = هل هناك شخص في خطر؟ { $door }.
open-in-emergency = فتح السجل في حالة طارئة
address-is-not-yours = قد يكون العنوان مكتوبًا بشكل خاطئ أو قديمًا، أو ليس من صفحاتك. تحقق منه، أو ابدأ من صفحتك.
database-away = تعذّر الوصول إلى قاعدة البيانات. تواصل أجهزة المراقبة عند الأسرّة القياس وتحتفظ بإنذاراتها، ولا يضيع شيء مما أرسلته.
go-to-the-bed = توجّه إلى السرير لمعرفة القيم. السجلات الورقية في ملف الطوارئ بمحطة التمريض في كل قسم.
server-is-starting = لا يوجد اتصال، أو أن الخادم قيد التشغيل. تحتفظ أجهزة المراقبة عند الأسرّة بإنذاراتها.
page-not-made = تعذّر إنشاء الصفحة. أعد المحاولة؛ وإن تكرر ذلك فأخبر مكتب المساعدة بالمرجع أدناه.
holds-nothing = لا يحتوي المرجع على أي معلومة عن المرضى.
error-step-up = أثبت هويتك أولًا: لقد مضت أكثر من خمس دقائق.
error-invalid = أحد المدخلات غير صحيح.
error-busy = طلبات كثيرة في وقت واحد. أعد المحاولة بعد قليل.
error-denied = هذا الحساب لا يملك هذا الحق.
error-away = قاعدة البيانات لا تستجيب. حاول مرة أخرى بعد قليل.
error-fault = حدث خطأ من جهتنا. المرجع { $reference }.
error-unreachable = لم يستجب الخادم. لم يتغير شيء. حاول مرة أخرى.

my-home = صفحتي الرئيسية
hello = مرحبًا { $name }
not-for-emergencies = إذا شعرت بتوعك، فاستدعِ الممرض بالجرس عند سريرك. هذه الصفحة ليست للحالات الطارئة.
who-looked-link = من اطّلع على سجلك
where-signed-in = الأجهزة المسجَّل دخولك منها
ward-and-bed = { $ward }، السرير { $bed }
your-values = قياساتك
no-monitor = لا يقيسك أي جهاز مراقبة الآن. تظهر قياساتك هنا عندما يبدأ جهاز بالقياس.
what-was-noticed = ما لوحظ
following-values = متابعة قياساتك
measured = قياسات أُجريت لك
measured-in = قياسات أُجريت لك في { $place }
noted = سُجّل ذلك { $age }.
not-measured = لم يُقس
unit-then-age = { $unit }،
blood-pressure = ضغط الدم
heartbeat = نبض القلب
beats-a-minute = نبضة في الدقيقة
oxygen-in-your-blood = الأكسجين في دمك
percent = بالمئة
breathing = التنفس
breaths-a-minute = نفس في الدقيقة
temperature = درجة الحرارة
degrees-celsius = درجة مئوية
degrees-fahrenheit = درجة فهرنهايت
nothing-unusual-now = لا يُلاحظ شيء غير معتاد الآن. طاقم التمريض يرى هذه القياسات أيضًا.
not-shown = لا يعرض مستشفاك هذا الجزء هنا. يمكن لطبيبك أو ممرضك أن يخبرك عنه.
on-whose-behalf = بالنيابة عمّن تقرأ
on-behalf = أنت تقرأ سجل { $name }، الذي يعرفك باسم «{ $known }» ويسمح لك بالقراءة حتى { $until }. المخاطَب في هذه الصفحة هو صاحب السجل. الأجزاء غير الموجودة لا تُعرض عليك.
whose-records = السجلات التي يُسمح لي بقراءتها
noticed-machine = جهازك يطلب أن يتفقده أحد.
noticed-silent = جهاز المراقبة لا يرسل قياسات الآن.
noticed-heartbeat = نبض قلبك { $how ->
       [slow] بطيء
       [very-slow] بطيء جدًا
       [very-fast] سريع جدًا
      *[fast] سريع
   }.
noticed-breathing = تنفسك { $how ->
       [slow] بطيء
       [very-slow] بطيء جدًا
       [very-fast] سريع جدًا
      *[fast] سريع
   }.
noticed-oxygen = الأكسجين في دمك { $how ->
       [low] منخفض
       [very-low] منخفض جدًا
       [very-high] مرتفع جدًا
      *[high] مرتفع
   }.
noticed-pressure = ضغط دمك { $how ->
       [low] منخفض
       [very-low] منخفض جدًا
       [very-high] مرتفع جدًا
      *[high] مرتفع
   }.
noticed-temperature = درجة حرارتك { $how ->
       [low] منخفضة
       [very-low] منخفضة جدًا
       [very-high] مرتفعة جدًا
      *[high] مرتفعة
   }.
nurses-told = تم إبلاغ طاقم التمريض.
looked-after = هناك من يتولى الأمر.
extra-oxygen = تُعطى أكسجينًا إضافيًا.
ordinary-air = تتنفس الهواء العادي.

device = الجهاز
address = العنوان
since = منذ
last-used = آخر استخدام
this-one = هذا الجهاز
place-today = اليوم
place-staff = الموظفون
chart-limit = الحد { $value }
saving = جارٍ الحفظ

alarm-high = إنذار عالٍ
alarm-medium = إنذار متوسط
alarm-low = إنذار منخفض
no-data = لا بيانات
no-alarms = لا إنذارات
alarms = الإنذارات
title-ward = { $before }القسم · Wardlight
title-patient = { $before }المريض · Wardlight
before-title = { $n } { $what ->
       [high] عالٍ
       [medium] متوسط
       [low] منخفض
      *[silent] بلا بيانات
   } ·
following-the-values = متابعة القياسات
ward-and-patients = { $ward }، { $n ->
       [zero] بلا مرضى
       [one] مريض واحد
       [two] مريضان
       [few] { $n } مرضى
       [many] { $n } مريضًا
      *[other] { $n } مريض
   }. Wardlight شاشة ثانية: يبقى جهاز المراقبة عند السرير مصدر الإنذار الأساسي.
news2-source = NEWS2: ‏Royal College of Physicians، 2017.
beds-of-ward = المرضى: { $taken }، { $free ->
       [zero] لا سرير شاغر
       [one] سرير واحد شاغر
       [two] سريران شاغران
       [few] { $free } أسرّة شاغرة
       [many] { $free } سريرًا شاغرًا
      *[other] { $free } سرير شاغر
   }
replay = إعادة عرض
of-recorded-values = لقيم مسجّلة
replay-of-values = إعادة عرض لقيم مسجّلة
order-of-beds = ترتيب الأسرّة
by-need = حسب الحاجة
by-bed = حسب السرير
wards = الأقسام
beds = الأسرّة
of-twenty = من 20
bed-free = السرير { $n }، شاغر
free = شاغر
nobody-in-bed = لا يُقاس أحد في هذا السرير
bed-number = السرير { $n }
age-and-sex = { $years } سنة { $sex ->
    [F] أنثى
    [M] ذكر
    [X] آخر
   *[else] { $sex }
}
no-fresh-values = لا قيم حديثة
too-young = NEWS2 غير مخصص لمن هم دون 16 سنة
incomplete = غير مكتمل
missing = ينقص: { $what }
no-score-because = لا مؤشر: { $why }
no-score-last = لا مؤشر: { $why }؛ وكان الأخير { $n }
score-points = النقاط: { $parts }
no-score-spoken = لا مؤشر: { $why }
score-of-twenty = { $n } من 20
score-three-spoken = { $n } من 20، ثلاث نقاط في قياس واحد
three-in-one = 3 في واحد
up = ارتفاع
down = انخفاض
oldest-part = أقدم جزء من المؤشر { $age }
last-data = آخر البيانات { $at }، { $age }
device-silent = الجهاز صامت، آخر إشارة { $age }
parameter = { $of ->
       [heart_rate] النبض
       [respiration] التنفس
       [systolic] الانقباضي
       [diastolic] الانبساطي
       [mean_pressure] الضغط المتوسط
       [oxygen] الأكسجين
       [consciousness] الوعي
       [temperature] الحرارة
       [blood_flow] تدفق الدم
       [dialysate_flow] تدفق سائل الغسيل
       [arterial_pressure] الضغط الشرياني
       [venous_pressure] الضغط الوريدي
       [uf_rate] معدل الترشيح الفائق
       [uf_removed] السائل المسحوب
       [conductivity] الموصلية
       [dialysate_temperature] حرارة سائل الغسيل
       [total_volume] الدم المعالج
       [substitution_rate] معدل سائل التعويض
       [substitution_volume] حجم سائل التعويض
       [heparin_total] مضاد التخثر المعطى
       [blood_volume_change] تغير حجم الدم
       [recirculation] إعادة الدوران
       [remaining_time] الوقت المتبقي
      *[else] { $label }
   }
pressure-short = ضغط الدم

acknowledge = تأكيد الاستلام
seen-verb = شوهد
act-of = { $act }: { $of }
note-optional = ملاحظة (اختياري)
of-last-day = لآخر 24 ساعة
alarms-come = تظهر الإنذارات الجديدة هنا تلقائيًا.
bed-and-name = السرير { $bed } · { $name }
device-without-patient = جهاز بلا مريض
spoken-bed = السرير { $bed }
spoken-device = جهاز بلا مريض
more-alarms = { $n } أخرى
no-data-for = لا بيانات منذ { $age }
since-clock = منذ { $at }
measured-ago = قيس { $age }
not-answered-for = لم يتولّه أحد
not-seen-yet = لم يشاهده أحد بعد
the-machine = الجهاز
spoken-no-data = لا بيانات
spoken-alarm = { $severity }، { $place }، { $what }.
spoken-limit = { $label } { $side ->
       [low] منخفض
      *[high] مرتفع
   }
alarm-too = { $label } { $side ->
       [low] منخفض جدًا
      *[high] مرتفع جدًا
   }
alarm-value-limit = { $label } { $value }، الحد { $limit }
alarm-value-too = { $label } { $value }، { $side ->
       [low] منخفض جدًا
      *[high] مرتفع جدًا
   }
alarm-was-now = { $label } كان { $value }، والآن { $now }
alarm-was-unmeasured = { $label } كان { $value }، ولم تتأكد عودته إلى الطبيعي
machine-danger = الجهاز يبلّغ عن خطر
machine-warning = الجهاز يبلّغ عن تحذير
machine-was-danger = أبلغ الجهاز عن خطر، والآن طبيعي
machine-was-warning = أبلغ الجهاز عن تحذير، والآن طبيعي
no-data-now-back = لا بيانات لفترة، وعادت الآن
repeats-this-hour = المرة رقم { $nth } هذه الساعة
repeats-in-hours = المرة رقم { $nth } في { $hours } س
ordinal = { $n }{ $ending ->
      *[th] { "" }
   }
danger = خطر
warning = تحذير

vital-signs = العلامات الحيوية
no-device-measures = لا يقيس أي جهاز هذا المريض الآن
values-come-here = تظهر القياسات هنا عند توصيل جهاز مراقبة.
last-24-hours = آخر 24 ساعة
table = الجدول
what-patient-sees-link = ما يراه المريض في البوابة
last-30-minutes = آخر 30 دقيقة
readings = القياسات
born-and-years = { $date } ({ $years } سنة)
born-about-and-years = نحو { $year } ({ $years } سنة)
sex = { $sex ->
       [female] أنثى
       [male] ذكر
       [another] آخر
      *[unknown] غير مسجّل
   }
comma-bed = ، السرير { $bed }
care-team = فريق الرعاية
record = السجل
born = تاريخ الميلاد
hospital-number = رقم المستشفى
gender-head = الجنس
health-id-head = الرقم الصحي
allergies = الحساسية
allergies-not-recorded = الحساسية غير مسجّلة
ask-the-patient = اسأل المريض
no-known-allergies = لا حساسية معروفة
readings-older = الأقدم
readings-newest = الأحدث
no-readings-here = لا قياسات هنا
readings-of-day = تُعرض قياسات آخر 24 ساعة كما ترسلها الأجهزة.
pages-of-readings = صفحات القياسات
readings-count = عدد القياسات { $n }، وقت تحميل الصفحة
time = الوقت
oxygen = الأكسجين
consciousness = الوعي
machine = الجهاز
readings-newest-first = القياسات، الأحدث أولًا
not-recorded-value = غير مسجّل
oldest-part-measured = قيس أقدم جزء { $age }.
rcp-news2 = Royal College of Physicians, NEWS2, 2017.
news2-response = { $what ->
       [high] خطورة عالية. تقييم طارئ من فريق العناية الحرجة. قِس باستمرار.
       [medium] خطورة متوسطة. مراجعة عاجلة من طبيب أو من فريق الحالات الحادة. قِس كل ساعة.
       [low-medium] خطورة منخفضة إلى متوسطة. يبلّغ الممرض الفريق الطبي الذي يراجع الحالة. قِس كل ساعة.
       [low] خطورة منخفضة. يقيّم الممرض ويقرر زيادة المراقبة. قِس كل 4 إلى 6 ساعات.
      *[none] خطورة منخفضة. تستمر المراقبة المعتادة. قِس كل 12 ساعة.
   }
opened-by-consent = يسمح المريض لمستشفاك برؤية هذا السجل. يمكنك قراءته دون تغيير أي شيء فيه.
opened-in-emergency = فُتح في حالة طارئة.
closes-in = يُغلق بعد { $left }. يخبر المستشفى المريض، ويراجع أحدهم ذلك لاحقًا.
close-now = إغلاق الآن
air = هواء
oxygen-vent = تنفس صناعي‎
oxygen-niv = NIV
oxygen-high-flow = تدفق عالٍ‎
oxygen-cannula = ، قنية أنفية
oxygen-mask = ، قناع وجه
oxygen-other = ، جهاز آخر
oxygen-not-recorded = O₂ غير مسجّل
alert = يقظ
new-confusion = تشوش جديد
answers-voice = يستجيب للصوت
answers-pain = يستجيب للألم
unresponsive = لا يستجيب
list-comma = { "، " }
list-and = { $first } و{ $last }

# The devices, the pharmacy, the hospital today

hand-over-verb = تسليم
load-again = إعادة التحميل
how-they-report = ما تبلّغ عنه
no-devices = لا أجهزة
devices-appear-here-when = تظهر الأجهزة هنا عندما يسجّلها المستشفى.
place-of-device = المكان
heard = آخر إشارة
says = يبلّغ
waiting-readings = قياسات منتظرة
firmware = البرنامج الثابت
model-and-serial-number = الطراز والرقم التسلسلي
devices-by-name = الأجهزة حسب الاسم
in-store = في المخزن
device-never = أبدًا
nothing-yet = لا شيء بعد
device-normal = طبيعي
not-told = غير مذكور
next = التالي
first-page = الصفحة الأولى
pages-of-devices = صفحات الأجهزة
fifty-on-a-page = 50 في الصفحة، حسب الاسم
open-prescriptions = الوصفات الجارية
nothing-has-been-prescribed = لم يُوصف شيء
prescribing-in-wardlight-has = لم يبدأ وصف الأدوية في Wardlight في هذا المستشفى. اعمل بالوصفات الحالية للمستشفى.
every-device-was-heard = وصلت إشارة كل جهاز خلال الثواني العشر الأخيرة.
beds-taken = الأسرّة المشغولة
devices-heard = أجهزة وصلت إشارتها
accounts = الحسابات
people-within = أشخاص
who-may-sign-in = من يُسمح له بالدخول في هذا المستشفى من موظفين ومرضى.
no-bed-is-free = لا سرير شاغر.
accounts-by-role = الحسابات حسب الدور
people-and-rights = الأشخاص والصلاحيات
hospital-and-machines = المستشفى والأجهزة
who-works-here-their = من يعمل هنا وأدوارهم والدعوات
registrations = الطلبات
who-registered-in-the = من سجّل في البوابة وينتظر ربطه بملف
sessions = الجلسات
who-is-signed-in = من المسجّل دخوله وأين، والعامل الثاني
desk-programs = البرامج
what-uses-the-api = ما يستخدم واجهة API للمستشفى وأسراره
device-tokens = رموز الأجهزة
what-lets-each-device = ما يتيح لكل جهاز إرسال قياساته
emergency-openings = حالات الفتح الطارئ
who-opened-a-record = من فتح سجلًا في حالة طارئة، وما تبيّن
audit = سجل التدقيق
who-did-or-looked = من فعل ماذا أو اطّلع عليه، مع التصدير
duties = المناوبات
who-is-on-duty = من المناوب وأين، ومن المسؤول عن كل جهاز
who-may-do-what = من يُسمح له بماذا
and-why-by-role = ولماذا: حسب الدور والعلاقة والاستثناء
exceptions = الاستثناءات
one-right-granted-or = صلاحية واحدة تُمنح لشخص أو تُمنع عنه حتى يوم محدد
devices-handed-over = الأجهزة المسلَّمة
what-technicians-lend-each = ما يعيره الفنيون بعضهم لبعض لفترة
desk-consents = الموافقات
what-patients-of-this = ما يسمح به مرضى هذا المستشفى للآخرين في سجلاتهم

# The list of keys

keys = المفاتيح
this-list = هذه القائمة
on-the-time-of = على محور اليوم المرسوم: ربع ساعة
closes-this-list = إغلاق هذه القائمة
keys-new = يتبع الزر البارز في الصفحة إن وُجد
keys-rows = من صف إلى صف في الجدول؛ Enter يفتح
switch-and-g-off = تعطيل ? و g و n
switch-and-g-on = تفعيل ? و g و n
close = إغلاق
role = الدور
previous = السابق

# The same, with what they take

of-count = من { $n }
devices-silent = { $n ->
       [zero] لا أجهزة صامتة.
       [one] جهاز واحد صامت.
       [two] جهازان صامتان.
       [few] { $n } أجهزة صامتة.
       [many] { $n } جهازًا صامتًا.
      *[other] { $n } جهاز صامت.
   }
beds-are-free = { $n ->
       [zero] لا سرير شاغر.
       [one] سرير واحد شاغر.
       [two] سريران شاغران.
       [few] { $n } أسرّة شاغرة.
       [many] { $n } سريرًا شاغرًا.
      *[other] { $n } سرير شاغر.
   }
as-of = الحالة عند { $at }
devices-all-heard = { $n } في هذه الصفحة، وصلت إشارتها كلها خلال الثواني العشر الأخيرة
devices-some-silent = { $n } في هذه الصفحة، الصامت منها: { $silent }
silent-last = صامت، آخر إشارة { $at }
keys-and-letter = { $g } ثم حرف
keys-places = أحد أماكن قائمتك: { $w } القسم، { $d } الأجهزة، { $p } الصيدلية أو المرضى أو المنصة، { $h } المستشفى أو الرئيسية، { $r } الطلبات، { $e } طوارئ، { $a } الحساب
gateways = البوابات
gateways-desk = ما يتحدث باسم أجهزة كثيرة عبر JSON أو HL7
machines = الآلات
machines-desk = ما في المستشفى من آلات، وما يصلح منها للاستعمال، وما حان عمله
water-of-dialysis = ماء الغسيل الكلوي
water-desk = ما فُحص في كل قسم، وحدوده
dialysis-in-figures = الغسيل بالأرقام
how-full-the-shifts-were = مدى امتلاء النوبات والجلسات الفائتة والأجهزة المتوقفة

## For the server alone

# أجزاء التصميم.
part-drop-it = أو أفلته هنا
part-file-sends = ما أُرسل من الملف
part-file-running = يجري إرسال الملف.
part-file-half = أُرسل نصف الملف.
part-file-whole = أُرسل الملف كله. ويجري فحصه.
part-file-stop = إيقاف الإرسال
part-file-stopped = أُوقف الإرسال ولم يُحفظ شيء من الملف. أرسله مرة أخرى متى شئت.
part-file-failed = لم يُرسل الملف. تحقق من الاتصال ثم أرسله مرة أخرى.
part-file-unsure = انقطع الاتصال قبل وصول الرد. أعد تحميل الصفحة، وأرسل الملف مرة أخرى إن لم يكن فيها.
part-file-refused = لم يُقبل الملف. أعد تحميل الصفحة ثم أرسله مرة أخرى.
part-not-for-emergencies = ليس للحالات الطارئة. اضغط جرس النداء أو اتصل بالجناح.
part-sending-now = جارٍ الإرسال
part-sent = أُرسل
part-delivered = سُلّم
part-read-at = قُرئ { $at }
part-not-sent = لم يُرسل
part-is-writing = يكتب { $who }
part-shown-of = { $from } إلى { $to } من { $total }
part-shown = { $from } إلى { $to }
part-done = تمّ:
part-now = الآن:
part-to-come = لاحقًا:
part-step-of = { $way }: الخطوة { $n } من { $total }
part-other-window = (يفتح نافذة أخرى)
part-amended = عُدّل

# Alarms at the top of a page
alarms-on-duty = الإنذارات حيث أنت مناوب: { $high } عالية، { $medium } متوسطة، { $low } منخفضة، { $silent } بلا بيانات
alarms-not-current = الإنذارات غير محدّثة منذ { $at }. انظر إلى الجناح.

beds-free = { $free ->
    [zero] لا يوجد سرير شاغر.
    [one] سرير واحد شاغر من أصل { $all }.
    [two] سريران شاغران من أصل { $all }.
    [few] { $free } أسرّة شاغرة من أصل { $all }.
    [many] { $free } سريرًا شاغرًا من أصل { $all }.
   *[other] { $free } سرير شاغر من أصل { $all }.
}

language-of-pages = لغة هذه الصفحات
save = حفظ
looks-saved = حُفظ مظهر الصفحات.
how-it-looks = المظهر
larger-text-language-units = نص أكبر واللغة والوحدات
units-are-for-reading = الوحدات للقراءة والكتابة فقط: ما يُحفظ وما تستند إليه الإنذارات لا يتغير.
unit-of-the-list = اختر إحدى الوحدات من القائمة.

remembered-heartbeat = نبض القلب: { $how ->
       [slow] بطيء
       [very-slow] بطيء جدًا
       [very-fast] سريع جدًا
      *[fast] سريع
   }
remembered-breathing = التنفس: { $how ->
       [slow] بطيء
       [very-slow] بطيء جدًا
       [very-fast] سريع جدًا
      *[fast] سريع
   }
remembered-oxygen = الأكسجين في الدم: { $how ->
       [low] منخفض
       [very-low] منخفض جدًا
       [very-high] مرتفع جدًا
      *[high] مرتفع
   }
remembered-pressure = ضغط الدم: { $how ->
       [low] منخفض
       [very-low] منخفض جدًا
       [very-high] مرتفع جدًا
      *[high] مرتفع
   }
remembered-temperature = درجة الحرارة: { $how ->
       [low] منخفضة
       [very-low] منخفضة جدًا
       [very-high] مرتفعة جدًا
      *[high] مرتفعة
   }
remembered-machine = طلب الجهاز أن يتفقده أحد
remembered-silent = لم يرسل جهاز المراقبة أي قياسات
choose-new-password = اختر كلمة مرور جديدة
set-new-password = تعيين كلمة مرور جديدة
recover-how = أخبرنا كيف تسجّل الدخول. إذا كان هناك حساب، فسيُرسل رابط إلى بريده الإلكتروني. يعمل الرابط مرة واحدة لمدة 30 دقيقة.
send-link = إرسال الرابط
back-to-sign-in = العودة إلى تسجيل الدخول
look-into-mail = افحص بريدك الإلكتروني
recover-asked = إذا كان ما كتبته يخص حسابًا، فهناك رسالة تحتوي على رابط في طريقها إلى بريده الإلكتروني. قد يستغرق ذلك دقيقة.
recover-nothing-came = لم يصل شيء؟ افحص مجلد الرسائل غير المرغوب فيها، أو اسأل مكتب المساعدة في مستشفاك.
recover-signs-out = سيُسجَّل خروج كل الأجهزة المتصلة بحسابك. يبقى العامل الثاني كما هو.
set-password = تعيين كلمة المرور
password-is-set = تم تعيين كلمة المرور
every-device-signed-out = سُجّل خروج كل الأجهزة. سجّل الدخول بكلمة المرور الجديدة.
link-does-not-work = هذا الرابط لا يعمل
ask-for-link = طلب رابط جديد
new-password = كلمة المرور الجديدة
new-password-hint = 15 حرفًا على الأقل. بضع كلمات لا يجمع بينها غيرك يسهل تذكرها.
choose-your-hospital = اختر مستشفاك
ask-for-account = طلب حساب
register-why = بالحساب ترى قياساتك ومن اطّلع عليها. يقارن المستشفى ما تكتبه هنا بسجلك قبل أن يفتح أي شيء.
health-id = الرقم الصحي
health-id-hint = الأرقام الأربعة عشر على بطاقتك الصحية.
given-name = الاسم الأول
family-name = اسم العائلة
date-of-birth = تاريخ الميلاد
email = البريد الإلكتروني
phone-number = رقم الهاتف
phone-hint = مع رمز البلد، مثل ‎+254 700 000 001‎.
have-account = لديّ حساب: تسجيل الدخول
register-sent = هناك رسالة في طريقها إلى العنوان الذي كتبته. تخبرك بالخطوة التالية، والرابط الذي فيها يعمل مرة واحدة لمدة 24 ساعة.
register-nothing-came = لم يصل شيء؟ افحص مجلد الرسائل غير المرغوب فيها، وتأكد من كتابة العنوان كما هو.
confirm-email = أكّد عنوان بريدك الإلكتروني
register-choose = طلب أحدهم حسابًا بهذا العنوان. إن لم تكن أنت، فأغلق هذه الصفحة: لا يُنشأ حساب بلا كلمة مرور.
name = الاسم
e-mail = عنوان البريد الإلكتروني
confirm = تأكيد
address-is-yours = اضغط الزر لتؤكد أن هذا العنوان لك.
register-prove-and-choose = طلب أحدهم حسابًا بهذا العنوان. إن كنت أنت، فاختر كلمة المرور التي ستسجّل الدخول بها. وإن لم تكن أنت، فأغلق هذه الصفحة: لن يحدث شيء.
the-hospital = المستشفى
what-happens-next = ما الخطوة التالية
email-is-confirmed = تم تأكيد عنوان بريدك الإلكتروني.
you-get-a-mail = تصلك رسالة، ثم يمكنك تسجيل الدخول ببريدك الإلكتروني وكلمة المرور.
nothing-to-do-yet = حتى ذلك الحين لا يوجد هنا ما تراه، ولا ما عليك فعله. إذا كان الأمر عاجلًا، فاتصل بالمستشفى.
register-hospital = تسجيل مستشفى
register-hospital-why = تنظر المنصة في كل طلب. إلى أن توافق على طلبك، لا يُنشأ شيء ولا يستطيع أحد تسجيل الدخول.
hospital-name = اسم المستشفى
registration-number = رقم التسجيل
registration-number-hint = الرقم الذي تعرف به السلطة الصحية المستشفى.
time-zone = المنطقة الزمنية
time-zone-hint = القارة والمدينة، مثل Africa/Nairobi. اكتب المدينة ثم اختر.
first-admin-name = اسم أول مدير للنظام
first-admin-email = البريد الإلكتروني لأول مدير للنظام
send-application = إرسال الطلب
platform-looks = تنظر المنصة في الطلب.
hospital-mail = تصلك رسالة: إما دعوة بصفتك أول مدير للنظام، أو رد بأن الطلب لم يُقبل.
invitation-known = هناك حساب بهذا العنوان. أدخل كلمة مروره لإضافة هذا العمل إليه.
password-of-account = كلمة مرور حسابك
do-not-remember = لا أتذكرها
accept-invitation = قبول الدعوة
welcome = أهلًا بك
shown-once = يُعرض مرة واحدة
keep-it-safe = احفظه في مكان آمن قبل أن تتابع.
code-from-app = الرمز من تطبيقك
code-hint = ستة أرقام. يصلح رمز الاسترداد أيضًا.
language-you-speak = اللغة التي تتحدثها
larger-text = نص أكبر
largest-text = أكبر نص
text-usual = نص عادي
size-of-text = حجم النص
spoken-language = اللغة التي تود أن نخاطبك بها
spoken-language-hint = يقرؤها موظفو مستشفاك. أما لغة الصفحات فتُختار في صفحة حسابك.
my-record = سجلي
portal-preview = معاينة البوابة
preview = معاينة
preview-is = هذا ما يراه المريض في البوابة الآن. لا يرى أنك تطّلع عليه هنا، لكن سجل التدقيق يرى ذلك.
preview-nothing = البوابة مغلقة، أو كل أجزائها مخفية: لا يرى المريض شيئًا من هذا السجل.
back-to-chart = العودة إلى الملف
what-patient-sees = ما يراه المريض
my-last-day = يومي الأخير
my-score = مؤشر الإنذار المبكر الخاص بي
noticed-last-day = ما لوحظ في اليوم الأخير
my-readings = قياساتي
score-low = منخفض: يقيسك طاقم التمريض كالمعتاد.
score-three = إحدى قياساتك تحتاج إلى نظرة أدق.
score-raised = مرتفع: يتفقدك طاقم التمريض والطبيب أكثر من المعتاد.
score-high = مرتفع جدًا: يعتني بك الأطباء عن قرب.
score-is = يجمع المؤشر مدى ابتعاد قياساتك عن المعتاد. يساعد الطاقم على أن يعرف مبكرًا من يحتاج إليه.
no-score = لا يوجد مؤشر الآن: لم تُقس كل القيم اللازمة له.
nothing-unusual = لا شيء غير معتاد
noticed-listed = ما يلاحظه جهاز المراقبة يُعرض هنا ليوم واحد.
when = متى
what = ماذا
since-then = منذ ذلك
it-is-over = انتهى الأمر.
over-will-look = انتهى الأمر. سيتفقده أحد.
older-readings = قياسات أقدم
no-readings = لا توجد قياسات
readings-listed = ما يقيسه جهاز المراقبة يُعرض هنا ليوم واحد.
head-heartbeat = نبض القلب، في الدقيقة
head-oxygen = الأكسجين في الدم، %
head-breathing = التنفس، في الدقيقة
head-pressure = ضغط الدم، mmHg
head-temperature = درجة الحرارة، { $unit }
readings-caption = قياساتي في اليوم الأخير، الأحدث أولًا
consents-portal-off = أغلق مستشفاك بوابتك. يمكنك سحب ما وافقت عليه؛ وللموافقة على المزيد، اسأل مستشفاك.
sharing-my-record = مشاركة سجلي
consents-why = أنت تقرر من يستخدم سجلك، ولأي غرض. كل اختيار لك وحدك: لا يستطيع الموظفون ولا من يرعاك أن يختاروا بدلًا منك، ولا يتوقف علاجك هنا على ذلك.
people-may-see = من يُسمح لهم برؤية سجلي
not-agreed = لم توافق على هذا.
choose-hospital = اختر مستشفى
which-hospital = أي مستشفى يُسمح له بقراءة سجلي
choose-data = اختر نوع البيانات
which-data = أي بيانات يُسمح لمستشفاي بقراءتها
i-agree = أوافق
agreed = تمت الموافقة
withdraw = سحب
withdraw-means = تنتهي الموافقة فورًا، وتُغلق الصفحات المفتوحة عند من سمحت لهم. يمكنك الموافقة من جديد في أي وقت.
from = من
until = حتى
agreed-before = ما وافقت عليه سابقًا
every-purpose = كل الأغراض
older = الأقدم
consents = الموافقات
consents-here = موافقات مرضى هذا المستشفى السارية الآن. المريض وحده يمنحها ويسحبها في البوابة.
purpose = الغرض
patient-number = رقم المريض
no-consent = لا توجد موافقة سارية
consents-come-from = يمنحها المرضى في البوابة، ضمن «المشاركة».
to-whom-or-what = لمن أو لماذا
version-of-words = نسخة النص
consents-hold = الموافقات السارية
one-week = أسبوع واحد
one-month = شهر واحد
three-months = ثلاثة أشهر
half-a-year = نصف سنة
one-year = سنة واحدة
my-own-record = سجلي أنا
open-now = مفتوح الآن
open = فتح
named-nobody = لم تُعيّن أحدًا.
who = من
what-they-may-see = ما يُسمح لهم برؤيته
change = تغيير
end = إنهاء
proxy-end-means = لن يرى هذا الشخص شيئًا من سجلك منذ هذه اللحظة. يمكنك تعيينه من جديد.
ended = انتهى
let-see = السماح لشخص برؤية سجلي
let-see-how = يقرؤه الشخص في هذه البوابة بحساب خاص به بهذا العنوان، ولا يستطيع تغيير شيء. يمكنك إنهاء ذلك في أي وقت.
their-email = عنوان بريده الإلكتروني
who-they-are = صلة هذا الشخص بك
who-they-are-hint = مثل «ابني». يقرأ الشخص ذلك أيضًا.
for-how-long = لأي مدة
let-them-see = السماح بالرؤية
earlier = الأقدم
nobody-looked = لم يطّلع أحد
do-you-not-know = ألا تعرف لماذا اطّلع أحدهم؟ اسأل المستشفى: يمكنه معرفة المزيد، وعليه أن يخبرك.
emergency = حالة طارئة
another-hospital = مستشفى آخر
seen-vitals = قياساتك
seen-alarms = إنذاراتك
seen-demographics = اسمك وأرقامك
seen-scores = مؤشراتك
seen-limits = حدودك
seen-sessions = أوقات قياسك
seen-account = حسابك
seen-devices = أجهزتك
seen-audit = هذه القائمة
seen-access = من يُسمح له برؤية سجلك
seen-contact = طرق التواصل معك
seen-papers = وثائقك وتأمينك
seen-background = حساسياتك وأمراضك وأدويتك
programs-for-you = برامج تعمل بالنيابة عنك
sign-ins = عمليات تسجيل الدخول
last-fifty = آخر 50 خلال 90 يومًا
factor-none = لا يوجد: كلمة المرور وحدها تفتح هذا الحساب.
second-factor = العامل الثاني
manage-it = إدارته
set-one-up = إعداد عامل ثانٍ
how-we-reach-you = كيف نتواصل معك
phone = الهاتف
emergency-name = جهة الاتصال في الطوارئ: الاسم
emergency-phone = جهة الاتصال في الطوارئ: الهاتف
password-now = كلمة المرور الحالية
others-end = تنتهي كل جلساتك الأخرى.
change-password = تغيير كلمة المرور
session-ends = تنتهي الجلسة من تلقاء نفسها إذا تُركت، وبعد مدة في كل الأحوال.
sign-out-everywhere = تسجيل الخروج من كل مكان
proved-by = طريقة الإثبات
program = البرنامج
last-renewed = آخر تجديد
person = الشخص
programs = البرامج
no-sign-ins = لا توجد عمليات دخول
no-sign-ins-text = لم يحاول أحد تسجيل الدخول إلى هذا الحساب خلال آخر 90 يومًا.
outcome = النتيجة
network = الشبكة
unusual = غير معتاد
new = جديد
how-you-sign-in = كيف تسجّل الدخول
none = لا يوجد
new-email = بريد إلكتروني جديد
new-email-hint = يُرسل رابط إليه. يتغير العنوان عندما تفتح الرابط خلال 30 دقيقة.
sign-in-phone = رقم الهاتف لتسجيل الدخول
sign-in-phone-hint = مع رمز البلد، مثل ‎+254 700 000 001‎. الرقم الذي يسجّل به شخص آخر دخوله يبقى له.
save-number = حفظ الرقم
password-asked-first = إذا مضت أكثر من خمس دقائق على كتابة كلمة المرور، فستُطلب منك أولًا. يُبلَّغ بريدك الإلكتروني بكل تغيير.
keep-old = الاحتفاظ بالقديم
keep-old-label = الاحتفاظ بالقديم: لن ينتظر البريد الجديد بعد الآن
confirm-new-email = أكّد بريدك الإلكتروني الجديد
new-email-is-yours = اضغط الزر لتؤكد أن هذا العنوان لك. ستسجّل الدخول به من الآن فصاعدًا، وتصلك الرسائل عليه.
email-is-changed = تم تغيير بريدك الإلكتروني
email-changed-text = سجّل الدخول بالعنوان الجديد من الآن فصاعدًا. تبقى مسجّلًا حيث أنت مسجّل.
go-to-wardlight = الذهاب إلى Wardlight
employee-id = الرقم الوظيفي
name-stands-staff = يظهر اسمك على ما تفعله هنا. يمكن لمدير النظام في مستشفاك أن يعدّله.
name-stands = يظهر اسمك على ما تفعله هنا.
who-you-are-here = من أنت هنا
sign-in-noun = بيانات الدخول
something-wrong = يوجد خطأ هنا
something-wrong-hint = اكتب ما الخطأ، وما الصواب. قد يطلب منك الاستقبال ما يثبت ذلك.
tell-hospital = إبلاغ المستشفى
who-in-chart = من أنت في سجلك
gender = الجنس
female = أنثى
male = ذكر
other = آخر
not-recorded = غير مسجّل
back-to-account = العودة إلى حسابك
set-up-factor = إعداد عامل ثانٍ للتحقق
factor-why = يطلب مستشفاك من موظفيه عاملًا ثانيًا: رمزًا من تطبيق على هاتفك، إلى جانب كلمة المرور. إلى أن يُعدّ لا يُفتح شيء آخر.
set-up-app-verb = إعداد تطبيق
factor-pending = يجري إعداد تطبيق. يُعتمد عندما يكون رمزه الأول صحيحًا.
begin-anew = البدء من جديد
factor-asked = يُطلب رمز من تطبيقك عند تسجيل الدخول.
move-app = الانتقال إلى تطبيق آخر
factor-required = يطلبه مستشفاك من موظفيه.
your-factor = عاملك الثاني
set-up-your-app = إعداد تطبيقك
scan-picture = امسح هذه الصورة بتطبيق المصادقة.
qr-label = رمز QR يحتوي على المفتاح أدناه
type-code = اكتب الرمز الذي يعرضه التطبيق الآن.
code = الرمز
finish = إنهاء الإعداد
recovery-codes = رموز الاسترداد
make-new-ones = إنشاء رموز جديدة
remove-required = يطلبه مستشفاك، لذا سيكون عليك إعداد عامل آخر فورًا.
remove-free = ستفتح كلمة المرور وحدها حسابك عندئذ، فاختر كلمة أطول.
remove-factor = إزالة العامل الثاني
new-password-hint-short = 15 حرفًا على الأقل؛ بضع كلمات لا يجمع بينها غيرك.
remove-it = إزالته
still-you = هل ما زلت أنت؟
still-you-why = ما توشك على فعله يتطلب إثباتًا لم تمضِ عليه أكثر من خمس دقائق.
your-password = كلمة مرورك
go-on = متابعة
leave-it = إلغاء
enter-code = أدخل الرمز
code-or-recovery = الرمز من تطبيقك، أو رمز استرداد
code-long-hint = ستة أرقام تتغير كل 30 ثانية. إن لم يكن هاتفك معك، فاكتب أحد رموز الاسترداد التي احتفظت بها.
begin-again = البدء من الأول
no-phone = لا هاتف ولا رمز استرداد؟ اتصل بمكتب المساعدة في مستشفاك: يبقى الحساب مغلقًا إلى أن يساعدك.

reception-compares = يقارن استقبال { $hospital } ما كتبته بسجلاته. يستغرق ذلك يومًا أو يومين.
work-at = العمل في { $hospital }
your-employee-id = رقمك الوظيفي هو { $id }. تجده أيضًا في صفحة حسابك.
this-is-shown-once = يُعرض هذا مرة واحدة.

score-at = { $score } من 20، في { $at }.
has-seen-it = اطّلع { $name } على ذلك.

agree-to = أوافق: { $what }
withdraw-from = سحب: { $what }
since-when = منذ { $at }
open-whose = فتح: { $whose }
comma-until = ، حتى { $at }
end-what = إنهاء ما يُسمح لـ{ $name } برؤيته

machines-worked = تعاملت أجهزة المراقبة وبرامج Wardlight مع سجلك { $n ->
       [zero] { $n } مرة
       [one] مرة واحدة
       [two] مرتين
       [few] { $n } مرات
       [many] { $n } مرة
      *[other] { $n } مرة
   }. لا يقرؤه أحد عندئذ.
nobody-since = منذ { $since } لم يفتح أحد سجلك.
everybody-since = كل من فتح سجلك منذ { $since }، في أي مستشفى، وسبب ذلك. ما تفتحه بنفسك لا يظهر هنا.
times-on-this-day = { $n ->
       [zero] { $n } مرة
       [one] مرة واحدة
       [two] مرتان
       [few] { $n } مرات
       [many] { $n } مرة
      *[other] { $n } مرة
   } في هذا اليوم، أولها عند { $clock }.
seen = ما تم الاطلاع عليه: { $what }.
looked-program = برنامج
looked-somebody-let-in = شخص سمحت له برؤية سجلك
looked-account-gone = شخص لم يعد حسابه موجودًا
looked-carer = { $who }، الذي يرعاك،
looked-role-at = { $who }، { $role } في { $hospital }،
looked-role = { $who }، { $role }،
looked-of = { $who } من { $hospital }
role-within = { $role ->
       [doctor] طبيب
       [nurse] ممرض
       [technician] فني أجهزة
       [pharmacist] صيدلي
       [receptionist] موظف استقبال
       [billing_clerk] موظف فواتير
       [lab_technician] فني مختبر
       [emergency_responder] مسعف
       [hospital_admin] مدير النظام
       [super_admin] مدير المنصة
       [proxy] مقدّم رعاية
      *[patient] مريض
   }

factor-and-codes = يُطلب رمز من تطبيقك عند تسجيل الدخول. رموز الاسترداد المتبقية: { $n }.
new-password-at-least = عدد الأحرف { $n } على الأقل. بضع كلمات لا يجمع بينها غيرك يسهل تذكرها.
end-session-of = إنهاء جلسة { $name } على { $device }
end-session-with = إنهاء الجلسة على { $device }
end-program-of = إنهاء برنامج { $name }: { $device }
end-program = إنهاء البرنامج: { $device }
email-waits = بانتظار فتح رابطه: { $email }. إلى ذلك الحين لم يتغير شيء.
wrong-asked = كتبت في { $at } أن هناك خطأ هنا. لم ينظر المستشفى فيه بعد.
wrong-done = نظر المستشفى فيما كتبته في { $at }.
set-up-at = أُعدّ في { $at }
or-type-key = أو اكتب المفتاح: { $key }
each-opens-once = يفتح كل رمز حسابك مرة واحدة، لليوم الذي لا يكون فيه هاتفك معك.
codes-left = { $n ->
       [zero] لم يبق أي رمز: أنشئ رموزًا جديدة الآن.
       [one] بقي رمز واحد.
       [two] بقي رمزان.
       [few] بقيت { $n } رموز.
       [many] بقي { $n } رمزًا.
      *[other] بقي { $n } رمز.
   }

title-people = الأشخاص
title-invitation = دعوة

section-values = القياسات الآن
section-trend = اليوم الأخير، مرسومًا
section-score = مؤشر الإنذار المبكر
section-alarms = الإنذارات
section-readings = قائمة القياسات
section-background = الحساسية والأمراض والأدوية والعمليات
section-contacts = جهات الاتصال والتأمين
purpose-treatment = العلاج في مستشفى آخر
purpose-wearables = بيانات أجهزتي الخاصة
purpose-research = البحث العلمي
purpose-insurer = شركة التأمين الخاصة بي
data-heart-rate = معدل ضربات القلب
data-spo2 = الأكسجين في الدم
data-glucose = سكر الدم
data-weight = الوزن
data-activity = الخطوات والحركة
data-sleep = النوم
level-password = كلمة المرور
level-factor = كلمة المرور والرمز
outcome-entered = تم الدخول
outcome-code = كلمة مرور صحيحة، رمز خاطئ
outcome-locked = مرفوض: الحساب مقفل
outcome-waiting = كلمة مرور صحيحة؛ لا يُسمح لهذا الحساب بالدخول بعد
outcome-blocked = كلمة مرور صحيحة، رُفض لأنه غير معتاد
outcome-wrong = كلمة مرور خاطئة
signal-device = جهاز جديد
signal-network = شبكة جديدة
signal-accounts = جُرّبت حسابات أخرى من هناك
signal-networks = محاولات من عدة شبكات
signal-failures = عدة محاولات فاشلة سابقًا

did-alarm = استجاب لأحد إنذاراتك
did-chart = فتح ملفك
did-board = رآك على لوحة أحد الأقسام
did-list = رأى اسمك في قائمة مرضى
did-trace = بحث عمّن فتح سجلك
did-consents = اطّلع على موافقاتك
did-registration = قارن اسمك وأرقامك ببيانات شخص طلب حسابًا
did-hand-over = اطّلع على أجهزة المراقبة الموصولة بالمرضى
did-right = سأل عمّن يُسمح له برؤية سجلك
did-portal = أدار ما تعرضه بوابتك
did-emergency = فتح سجلك في حالة طارئة
did-review = راجع فتحًا طارئًا لسجلك
did-something = تعامل مع سجلك
why-treat = لعلاجك
why-emergency = بسبب حالة طارئة
why-billing = من أجل الفواتير
why-hospital = لتسيير المستشفى
why-let = لأنك سمحت بذلك
why-asked = لأنك طلبت ذلك
why-system = لإبقاء النظام يعمل

rule-login = أدخل بريدك الإلكتروني أو رقم هاتفك.
rule-password = أدخل كلمة المرور.
rule-no-match = البريد الإلكتروني أو رقم الهاتف وكلمة المرور غير متطابقين. تحقق منهما وأعد المحاولة.
rule-yet-to-confirm = لم يؤكد المستشفى هذا الحساب بعد. ستصلك رسالة.
rule-email = أدخل عنوان بريد إلكتروني، مثل name@example.org.
rule-phone = أدخل رقم الهاتف مع رمز البلد، مثل ‎+254 700 000 001‎.
rule-phone-digits = أدخل رقم هاتف من 5 إلى 15 رقمًا، مثل ‎+254 700 000 001‎.
rule-neither = لا أحد يسجّل الدخول بهذا. أدخل بريدًا إلكترونيًا أو رقم هاتف.
rule-health-id = أدخل الأرقام الأربعة عشر للرقم الصحي، مثل 91-7754-2081-3393.
rule-health-id-check = هذه الأرقام غير متوافقة. قارنها بالبطاقة مرة أخرى.
rule-born-on = أدخل تاريخ الميلاد: السنة ثم الشهر ثم اليوم، مثل 1969-04-02.
rule-born-on-far = تاريخ الميلاد هذا في المستقبل أو بعيد جدًا في الماضي. تحقق من السنة.
rule-name = أدخل اسمك.
rule-hospital = اختر مستشفاك.
rule-zone = أدخل المنطقة الزمنية: القارة والمدينة، مثل Africa/Nairobi.
rule-signs = بعض هذه الرموز غير مرئي. اكتبه من جديد.
rule-printable = استخدم حروفًا وأرقامًا ورموزًا مرئية.
rule-password-used = كلمة المرور هذه من أكثر الكلمات استخدامًا في العالم، فهي أول ما يُجرَّب. اختر كلمات لا يجمع بينها غيرك.
rule-password-long = كلمة المرور طويلة جدًا. استخدم 250 حرفًا على الأكثر.
rule-password-guessed = يسهل تخمين كلمة المرور هذه. لا تستخدم اسمك أو بريدك أو المستشفى أو التواريخ أو صفوف لوحة المفاتيح، وأضف كلمة أو كلمتين.
rule-password-now = هذه كلمة مرورك الحالية. اختر غيرها.
rule-password-not = ليست هذه كلمة مرور هذا الحساب.
rule-code = أدخل الرمز الذي يعرضه تطبيقك الآن.
rule-code-wrong = هذا الرمز غير صحيح أو استُخدم من قبل. انتظر الرمز التالي في تطبيقك، أو استخدم أحد رموز الاسترداد.
rule-code-late = استغرق ذلك أكثر من خمس دقائق، أو كانت خمسة رموز خاطئة. ابدأ من جديد بكلمة المرور.
rule-link = لم يعد هذا الرابط يعمل: إما استُخدم أو قديم جدًا أو ينقص جزء منه. اطلب رابطًا جديدًا.
rule-account-known = هناك حساب بهذا العنوان. سجّل الدخول به.
rule-address-taken = صار هذا العنوان لحساب آخر.
rule-address-same = هذا عنوانك بالفعل.
rule-address-own = هذا عنوانك أنت. اكتب عنوان من يرعاك.
rule-their-email = اكتب عنوان بريده الإلكتروني، مثل name@example.org.
rule-known-as = اكتب صلة هذا الشخص بك في 60 حرفًا على الأكثر، مثل «ابني».
rule-one-part = اختر جزءًا واحدًا على الأقل يُسمح له برؤيته.
rule-how-long = اختر المدة، سنة على الأكثر.
rule-ten-people = يُسمح لعشرة أشخاص برؤية سجلك بالفعل. أنهِ أحدهم أولًا.
rule-named-already = لقد عيّنت هذا العنوان من قبل. أنهِ ذلك أولًا لتغييره.
rule-agree-what = اختر ما توافق عليه.
rule-agree-hospital = اختر المستشفى الذي يُسمح له بقراءة سجلك.
rule-agree-other = اختر مستشفى آخر من القائمة.
rule-agree-data = اختر البيانات التي يُسمح لمستشفاك بقراءتها.
rule-agreed-already = لقد وافقت على هذا من قبل.
rule-words-changed = تغيّر النص منذ أن فتحت هذه الصفحة. اقرأه من جديد قبل أن توافق.
rule-withdrawn-already = سُحب هذا من قبل.
rule-spoken-language = اكتب اسم اللغة في 60 حرفًا على الأكثر.
rule-language = اختر إحدى اللغات من القائمة.
rule-number-alone = أنت تسجّل الدخول بهذا الرقم وحده. أضف عنوان بريد إلكتروني أولًا.
rule-at-the-same-moment = تغيّر شيء آخر في هذا الحساب في اللحظة نفسها. أعد المحاولة.
rule-correction-waits = لم ينظر المستشفى بعد فيما كتبته سابقًا. اتصل بالاستقبال إذا كان الأمر عاجلًا.
rule-no-factor = ليس لهذا الحساب عامل ثانٍ.
rule-app-set-up = أُعدّ هذا التطبيق من قبل، أو لم يبدأ إعداده.
rule-wait = طلبات كثيرة في وقت واحد. انتظر بضع ثوانٍ وأعد المحاولة.

done-saved = تم الحفظ.
done-contact = حُفظت طريقة التواصل معك.
done-password = تم تغيير كلمة المرور، وانتهت كل جلساتك الأخرى.
done-session-ended = انتهت تلك الجلسة.
done-program-ended = سُجّل خروج ذلك البرنامج.
done-correction = سينظر المستشفى فيما كتبته.
done-email-stays = يبقى بريدك الإلكتروني كما هو.
done-email-link = هناك رابط في طريقه إلى العنوان الجديد. افتحه خلال 30 دقيقة؛ إلى ذلك الحين لم يتغير شيء.
done-phone = حُفظ رقم هاتفك.
done-factor = أُعدّ العامل الثاني. هذه رموز الاسترداد الخاصة بك.
done-codes = هذه رموز الاسترداد الجديدة. لم تعد القديمة تعمل.
done-factor-removed = أُزيل العامل الثاني، وكلمة المرور الجديدة سارية، وانتهت كل جلساتك الأخرى.
done-agreed = لقد وافقت. تسري الموافقة من الآن.
done-withdrawn = لقد سحبت موافقتك. انتهت.
done-let-in = يُسمح لهذا الشخص برؤيته من الآن بحساب بهذا العنوان. أخبره أن يسجّل الدخول أو يطلب حسابًا.
done-let-out = انتهى ذلك. لم يعد هذا الشخص يرى شيئًا من سجلك.

notice-unusual = سجّل أحدهم الدخول إلى حسابك بطريقة غير معتادة. إن لم تكن أنت، فغيّر كلمة المرور.
notice-blocked = عرف أحدهم كلمة مرورك، ورفضناه لأن المحاولة بدت مسروقة. غيّر كلمة المرور؛ وإن كنت أنت، فحاول من جهاز استخدمته من قبل.
notice-locked = حسابك مقفل، لأن أحدهم جرّب مئة كلمة مرور خاطئة. عيّن كلمة مرور جديدة لفتحه.
notice-password = تغيّرت كلمة مرورك. إن لم تكن أنت، فعيّن كلمة جديدة الآن.
notice-factor-added = أُعدّ عامل ثانٍ لحسابك.
notice-factor-removed = أُزيل العامل الثاني من حسابك. إن لم تكن أنت، فعيّن كلمة مرور جديدة الآن.
notice-recovery-used = استُخدم أحد رموز الاسترداد لتسجيل الدخول. إن لم تكن أنت، فغيّر كلمة المرور وأنشئ رموزًا جديدة.
notice-recovery-renewed = أُنشئت رموز استرداد جديدة لحسابك. لم تعد القديمة تعمل.
notice-account-tried = يحاول أحدهم دخول حسابك من عدة شبكات. لم يدخل أحد بذلك؛ والعامل الثاني يبقيه كذلك.
notice-token-reused = قدّم برنامج يعمل بالنيابة عنك رمزًا استُخدم من قبل. ربما نُسخ الرمز، لذا سُجّل خروج البرنامج. سجّل الدخول فيه من جديد؛ وإن كنت لا تعرف البرنامج، فغيّر كلمة المرور.
notice-email-asked = طُلب عنوان بريد آخر لحسابك. يحل محل هذا العنوان عندما يُفتح الرابط المرسل إليه. إن لم تكن أنت، فغيّر كلمة المرور: فذلك يوقفه.
notice-email-changed = لحسابك الآن عنوان بريد آخر. إن لم تكن أنت، فأخبر مكتب المساعدة في مستشفاك.
notice-phone-changed = تغيّر رقم هاتف حسابك أو أُزيل. إن لم تكن أنت، فغيّر كلمة المرور.
notice-phone-elsewhere = أعطى أحدهم رقم هاتفك لحساب آخر. لم يتغير شيء: لا يسجّل به الدخول غيرك.
notice-emergency-mine = فتح أحدهم سجلك في حالة طارئة. تخبرك صفحة من اطّلع على سجلك من هو، ويراجع أحدهم ذلك.
notice-other = تغيّر شيء يخص أمان حسابك.

chart-no-data = لا بيانات { $age }
chart-between = { $title }: بين { $low } و{ $high } { $unit }.
chart-between-last = { $title }: بين { $low } و{ $high } { $unit }، آخر قيمة { $last } { $unit }.
chart-not-measured = { $title }: لم يُقس في هذه المدة.
chart-quarter = من { $from } إلى { $to }: { $what }.
chart-none = { $title } لم يُقس
chart-range = { $title } من { $low } إلى { $high }
chart-axis = محور الزمن.
chart-leaves-scale = بعض القيم خارج المقياس المعتاد.
chart-score = NEWS2: الأعلى { $most }، الأخير { $last }.
chart-no-score = NEWS2: لا مؤشر كامل في هذه المدة.
chart-at = عند { $clock }
chart-replay = بداية إعادة العرض
chart-not-drawn = تعذّر رسم المخطط. الجدول أدناه يحتوي على القيم نفسها.
chart-did-not-load = لم يُحمّل المخطط. بقية الصفحة محدّثة؛ أعد تحميل الصفحة للمحاولة.
range = مدة المخطط
range-hour = آخر ساعة
range-six-hours = آخر 6 ساعات
range-three-days = آخر 3 أيام
range-week = آخر 7 أيام
range-hour-short = ساعة
range-six-hours-short = 6 ساعات
range-day-short = 24 ساعة
range-three-days-short = 3 أيام
range-week-short = 7 أيام
range-reaches = يمتد حتى { $until } ولا يتقدم من تلقاء نفسه. تظهر الدرجات في مخططات يوم أو أقل.
range-again = إعادة الرسم
ward-which = الأسرّة المعروضة
ward-show-all = الكل
ward-show-alarm = في إنذار
ward-show-score = NEWS2 من 5 فأكثر
ward-show-old = بلا بيانات حديثة
ward-show-mine = أعالجهم
ward-show-changed = تغيّر منذ اطّلاعي
ward-show-none = لا سرير الآن: { $which }
ward-show-hides = هذا الاختيار يخفي كل أسرّة الجناح ({ $n }). إنذارات كل الأسرّة تبقى في الأعلى.
ward-show-all-again = عرض كل الأسرّة
ward-of-reader = من تعالجهم، وما هو جديد لك
obs-due = مجموعة القياسات الكاملة التالية
obs-due-over-count = { $n ->
    [zero] لا مجموعة قياسات كاملة متأخرة، الحالة عند { $at }
    [one] مجموعة قياسات كاملة واحدة متأخرة، الحالة عند { $at }
    [two] مجموعتا قياسات كاملتان متأخرتان، الحالة عند { $at }
    [few] { $n } مجموعات قياسات كاملة متأخرة، الحالة عند { $at }
    [many] { $n } مجموعة قياسات كاملة متأخرة، الحالة عند { $at }
   *[other] { $n } مجموعة قياسات كاملة متأخرة، الحالة عند { $at }
}
obs-due-by = قبل { $by }
obs-due-over = متأخرة منذ { $by }
obs-due-continuous = مطلوب مراقبة مستمرة
obs-due-none = لا أحد خلال الساعة القادمة.
obs-due-later = لاحقًا: { $n }، أولها قبل { $by }
obs-due-never = بلا مجموعة كاملة حتى الآن: { $n }
obs-due-source = بقدر ما تطلبه الدرجة: NEWS2، الجدول 4 (Royal College of Physicians، 2017)، من أقدم أجزائها السبعة.
obs-due-chart = المجموعة الكاملة التالية مستحقة قبل { $by }.
obs-due-chart-over = مجموعة كاملة متأخرة منذ { $by }.
obs-due-chart-never = لا تُعرف حتى الآن مجموعة كاملة من الأجزاء السبعة.
obs-due-chart-continuous = يطلب الجدول 4 مراقبة مستمرة؛ وهذا الوقت لما يقيسه الناس.
you-are-here = أنت هنا
go-there = الذهاب إليه
go-there-to = الذهاب إلى: { $hospital }
where-you-work = أين تعمل
their-email-hint = عنوان لا يسجّل به الدخول للعمل في مستشفى: ذلك العنوان يفتح عمله لا سجلك.

# The list of patients, registering one, and the record

register-a-patient = تسجيل مريض
name-number-health-id = الاسم أو الرقم أو الرقم الصحي أو تاريخ الميلاد، مثل Okafor 1943.
among-your-patients-name = بين مرضاك: الاسم أو الرقم أو تاريخ الميلاد.
show-all = عرض الكل
find-a-patient = البحث عن مريض
find = بحث
none-of-yours = ليس بين مرضاك
check-the-spelling-or = تحقق من الإملاء أو اكتب حروفًا أقل. لا يشمل البحث هنا إلا مرضاك.
nobody-now = لا أحد الآن
whom-you-treat-who = تجد هنا من تعالجهم، ومن يرقدون في قسم أنت مناوب فيه، والموصولين بأجهزتك، ومن فتحت سجلاتهم في حالة طارئة، ومن يسمحون لمستشفاك بقراءة سجلاتهم.
number = الرقم
why-you-may-read = سبب السماح بالاطلاع
whom-you-may-read = من يُسمح لك بقراءة سجلاتهم
you-treat-them = أنت تعالجه
lets-your-hospital-read = يسمح لمستشفاك بالقراءة
patients-of-the-hospital = مرضى المستشفى
registered-last-first = الأحدث تسجيلًا أولًا
found-by-number = وُجد بالرقم
found = نتائج البحث
perhaps-you-mean = ربما تقصد
no-name-begins-so = لا اسم يبدأ هكذا؛ هذه أسماء قريبة
nobody-found = لم يُعثر على أحد
check-the-spelling-try = تحقق من الإملاء، أو اكتب حروفًا أقل، أو ابحث بتاريخ الميلاد. ومن لا يُعثر عليه يمكن تسجيله.
no-patients-yet = لا يوجد مرضى بعد
who-is-registered-here = يظهر في هذه القائمة كل من يُسجّل هنا.
sex-x = الجنس
where = المكان
pages-of-patients = صفحات المرضى
no-longer-a-patient = لم يعد مريضًا هنا
on-no-ward = ليس في أي قسم
to-the-patients = إلى المرضى
first-it-is-looked = يُبحث أولًا عمّا إذا كان هذا الشخص مسجّلًا من قبل. لا يُحفظ شيء قبل أن ترى النتيجة.
check-for-this-person = البحث عن هذا الشخص
all-of-them-as = كل الأسماء كما في البطاقة.
title = اللقب
such-as-mrs-or = مثل السيدة أو الدكتور.
year-of-birth-when = سنة الميلاد إن لم يُعرف اليوم
an-estimate-will-do = يكفي التقدير.
the-14-digits-on = الأرقام الأربعة عشر على البطاقة الصحية. اتركه فارغًا إن لم توجد بطاقة.
in-which-to-talk = اللغة التي يُخاطب بها.
not-asked = لم يُسأل
marital-status = الحالة الاجتماعية
blood-group = فصيلة الدم
only-as-a-card = فقط كما في بطاقة أو نتيجة مختبر.
not-known = غير معروف
nobody-here-is-like = لا أحد هنا يشبه هذه البيانات
no-name-date-of = لا يطابق ذلك اسم أو تاريخ ميلاد أو رقم أي من مرضى هذا المستشفى.
this-health-id-belongs = هذا الرقم الصحي لشخص مسجّل هنا. افتح سجله، أو صحّح ما كُتب إن نُقل الرقم خطأ.
compare-each-with-the = قارن كل واحد بالشخص الذي أمامك. إن كان أحدهم فافتح سجله: وجود سجلين لشخص واحد خطر.
register-as-a-new = تسجيله مريضًا جديدًا
to-be-registered = بيانات التسجيل
registered-here-already = هل هو مسجّل هنا؟
change-what-was-typed = تعديل ما كُتب
what-is-alike = أوجه التشابه
who-may-be-the = من قد يكون الشخص نفسه
same-health-id = الرقم الصحي نفسه
same-name = الاسم نفسه
name-alike = اسم مشابه
born-the-same-day = تاريخ الميلاد نفسه
day-and-month-exchanged = اليوم والشهر معكوسان
born-near = تاريخ ميلاد قريب
who-they-are-x = بيانات الهوية
save-what-changed = حفظ التغييرات
patient-here = مريض هنا
what-was-changed = ما تم تغييره
they-are-a-patient = لم يعد هذا الشخص مريضًا في هذا المستشفى. يبقى سجله محفوظًا.
a-patient-here-again = مريض هنا من جديد
they-are-a-patient-here = هذا الشخص مريض هنا من جديد
choose = اختر
they-are-a-patient-of = هذا الشخص مريض في هذا المستشفى. من لم يعد مريضًا يُشار إلى ذلك في كل قائمة؛ لا يُفقد شيء من السجل، ويمكن التراجع.
why-they-are-a = لماذا لم يعد مريضًا هنا
nothing-was-changed = لم يتغير شيء
each-change-stays-here = يبقى كل تغيير ظاهرًا هنا مع القيمة السابقة ومن أجراه.
somebody-of-another-hospital = شخص من مستشفى آخر
before = سابقًا
changed = وقت التغيير
a-patient-here = مريض هنا
no-longer = لم يعد
now = حاليًا
patient-there = مريض هناك
where-they-are-registered = المستشفيات المسجّل فيها
registered = التسجيل
open-identity-documents = فتح وثائق الهوية
open-insurance = فتح التأمين
nobody-has-asked-that = لم يسأل أحد. هذا لا يعني عدم وجود حساسية.
no-known-allergies-x = لا حساسية معروفة.
to-the-record = إلى السجل
portal = البوابة

# Allergies, conditions, medicines, operations

no-known-allergies-state = لا حساسية معروفة: تثبيت ذلك لهذا المريض
only-after-asking-the = فقط بعد سؤال المريض أو من يعرفه.
one-became-known = عُرفت حساسية
nobody-has-asked = لم يسأل أحد
that-is-not-the = هذا لا يعني عدم وجود حساسية. اسأل المريض أو من يعرفه.
what-it-does = رد الفعل
how-bad = الشدة
written = كُتب
to-what = المادة
another-allergy = حساسية أخرى
the-medicine-food-or = الدواء أو الطعام أو المادة، مثل البنسلين.
such-as-rash-swelling = مثل الطفح أو التورم أو الصدمة التأقية. «غير معروف» جواب مقبول.
add-this-allergy = إضافة هذه الحساسية
conditions = الحالات المرضية
nothing-is-written = لم يُكتب شيء
what-the-patient-lives = تظهر هنا الحالات المرضية للمريض بعد تدوينها.
note = ملاحظة
condition = الحالة
another-condition = حالة أخرى
condition-or-code = الحالة أو الرمز
such-as-chronic-kidney = مثل chronic kidney disease (مصطلحات ICD-10-CM بالإنجليزية) أو N18. يُعثر أيضًا على الكلمات المكتوبة خطأ.
no-such-condition = لا توجد حالة كهذه
try-fewer-or-other = جرّب كلمات أقل أو أخرى، أو بداية الرمز.
which-of-these = أيّها
what-the-code-does = ما لا يذكره الرمز
such-as-the-side = مثل الجهة أو المرحلة أو كيفية ظهورها.
year-in-which-it = سنة البداية
add-this-condition = إضافة هذه الحالة
why-it-ends = سبب الإنهاء
end-it = إنهاء
why = السبب
what-no-longer-holds = ما لم يعد ساريًا
another-medicine = دواء آخر
medicine-and-strength = الدواء وتركيزه
such-as-metformin-500 = مثل ميتفورمين 500 ملغ.
how-much-at-a = مقدار الجرعة الواحدة
such-as-1-tablet = مثل قرص واحد.
how-often = عدد المرات
such-as-morning-and = مثل صباحًا ومساءً مع الطعام.
dated-since = منذ متى
add-this-medicine = إضافة هذا الدواء
medicines = الأدوية
what-the-patient-takes = تظهر هنا الأدوية التي يتناولها المريض، بحسب قوله أو رسالة طبية، بعد تدوينها.
how-much = الجرعة
medicine = الدواء
another-operation = عملية أخرى
what-was-operated = العملية التي أُجريت
such-as-appendix-removed = مثل استئصال الزائدة أو ناسور في الذراع الأيسر.
what-else-is-to = معلومات أخرى مهمة
add-this-operation = إضافة هذه العملية
operations = العمليات الجراحية
operations-of-the-past = تظهر هنا العمليات السابقة بعد تدوينها.
operation = العملية
mild = خفيفة
moderate = متوسطة
severe = شديدة
life-threatening = مهددة للحياة
it-was-written-by = كُتب بالخطأ
a-test-or-a = أثبت فحص أو طبيب أنها ليست حساسية
it-is-over-x = انتهت
it-turned-out-to = تبيّن أنها شيء آخر
they-take-it-no = لم يعد يتناوله
the-dose-has-changed = تغيّرت الجرعة

# How a patient is reached

add-a-phone-number = إضافة رقم هاتف
add-an-e-mail = إضافة بريد إلكتروني
add-an-address = إضافة عنوان
add-a-person = إضافة شخص
nothing-is-known = لا توجد معلومات
ask-how-this-person = اسأل كيف يمكن الاتصال بهذا الشخص ومن يُتصل به عند الطوارئ.
for-or-who = الغرض أو الصلة
how = الطريقة
how-they-are-reached = طرق التواصل
erased = تم محوه
try-first = يُجرَّب أولًا
in-an-emergency = عند الطوارئ
a-phone-number = رقم هاتف
an-e-mail-address = بريد إلكتروني
an-address = عنوان
a-person-to-be = شخص يُتصل به
e-mail-address = البريد الإلكتروني
house-and-street-place = المنزل والشارع، المدينة، المنطقة، البلد.
who-they-are-to = صلته بالمريض
what-it-is-for = الغرض
try-this-first = جرّب هذا أولًا
call-this-person-in = الاتصال بهذا الشخص عند الطوارئ
add = إضافة
mobile = الجوال
at-home = المنزل
at-work = العمل
for-a-time = مؤقت
for-post = البريد
wife-or-husband = الزوج أو الزوجة
partner = الشريك
mother = الأم
father = الأب
daughter = الابنة
son = الابن
sister = الأخت
brother = الأخ
guardian = الوصي
friend = صديق
family-or-other-person = قريب أو شخص آخر

# Papers and insurance

another-document = وثيقة أخرى
identity-documents = وثائق الهوية
another-policy = وثيقة تأمين أخرى
insurance = التأمين
no-end-known = لا نهاية معروفة
no-paper-is-written = لم تُدوَّن أي وثيقة
what-says-who-this = تظهر هنا الوثائق التي تثبت هوية الشخص بعد تدوينها.
nobody-saw-the-paper = لم يطّلع أحد على الوثيقة
i-saw-the-paper = اطّلعت على الوثيقة
country = البلد
valid-until = صالحة حتى
paper = الوثيقة
no-policy-is-written = لم يُدوَّن أي تأمين
who-pays-stands-here = تظهر هنا الجهة الدافعة بعد تدوينها.
rank = الترتيب
covers = التغطية
who-pays = الجهة الدافعة
what-kind-of-paper = نوع الوثيقة
as-the-paper-has = كما في الوثيقة.
country-that-issued-it = بلد الإصدار
two-letters-such-as = حرفان، مثل KE.
add-this-document = إضافة هذه الوثيقة
the-insurer-or-the = شركة التأمين أو الصندوق.
number-of-the-policy = رقم وثيقة التأمين
what-it-covers = ما تغطيه
such-as-dialysis-three = مثل غسيل الكلى ثلاث مرات في الأسبوع، 80 %.
today-when-it-stays = اليوم، إن تُرك فارغًا.
last-day = اليوم الأخير
add-this-policy = إضافة هذا التأمين
identity-card = بطاقة الهوية
passport = جواز السفر
driving-licence = رخصة القيادة
birth-certificate = شهادة الميلاد
paper-of-a-refugee = وثيقة لاجئ
residence-permit = تصريح الإقامة
another-paper = وثيقة أخرى
asked-first = يُطالَب أولًا
pays-what-is-left = يدفع الباقي

# Words of the rules about a person

single = أعزب
married = متزوج
in-a-partnership = في علاقة شراكة
separated = منفصل
divorced = مطلّق
widowed = أرمل
amharic = الأمهرية
arabic = العربية
bengali = البنغالية
chinese = الصينية
dutch = الهولندية
language-english = الإنجليزية
language-french = الفرنسية
german = الألمانية
gujarati = الغوجاراتية
hausa = الهوسا
hindi = الهندية
igbo = الإيغبو
italian = الإيطالية
japanese = اليابانية
kikuyu = الكيكويو
luo = اللوو
oromo = الأورومو
persian = الفارسية
polish = البولندية
portuguese = البرتغالية
punjabi = البنجابية
russian = الروسية
somali = الصومالية
spanish = الإسبانية
swahili = السواحيلية
tamil = التاميلية
turkish = التركية
ukrainian = الأوكرانية
urdu = الأردية
vietnamese = الفيتنامية
yoruba = اليوروبا
zulu = الزولو
they-have-moved-away = انتقل إلى مكان آخر
they-have-died = توفي
they-have-asked-for = طلب ذلك
they-were-registered-by = سُجّل بالخطأ

# The care team

take-over-this-patient = تولّي علاج هذا المريض
treating-now = المعالجون الآن
treated-before = المعالجون سابقًا
nobody-is-named = لم يُعيَّن أحد
people-on-duty-on = يرعاه المناوبون في قسمه؛ ويمكن لطبيب أن يتولى علاجه.
step-back = التنحي
step-back-from-this = التنحي عن علاج هذا المريض
nobody-before = لا أحد سابقًا
who-treated-this-patient = يبقى من عالج هذا المريض مذكورًا هنا.
lies-on-no-ward = لا يرقد في أي قسم من هذا المستشفى.
discharge = إخراج
discharge-from-the-ward = إخراج من القسم
whoever-is-on-duty = لن يرى المناوبون هناك هذا المريض بحكم مناوبتهم، ومن بدأ علاجه خلال هذه الإقامة لا يعود معالجًا له. تبقى الأجهزة كما هي.
doctor-or-nurse = طبيب أو ممرض
assign = تعيين
transfer = نقل
admit = إدخال
to-the-ward = إلى القسم
choose-somebody = اختر شخصًا

# Emergencies

you-open-the-record = أنت تفتح سجل المريض الذي جئت من صفحته.
n-14-digits-as-on = 14 رقمًا، كما في بطاقة الهوية أو السوار. لا تُحتسب الفراغات والشرطات.
or-for-a-patient = أو، لمريض من هذا المستشفى:
emergency-who-how = أدخل الرقم الصحي وتاريخ الميلاد، أو رقم المستشفى.
hospital-number-long = رقم المستشفى
as-on-the-chart = كما في الملف، مثل RG-204 4178.
open-a-record-in = فتح سجل في حالة طارئة
the-hospital-tells-the = يخبر المستشفى المريض، عبر البوابة أو برسالة، بمن فتحه ولماذا، ثم يراجع أحدهم ذلك.
reason = السبب
what-has-happened = ماذا حدث
in-your-own-words = بكلماتك، عشرة أحرف على الأقل. لا حاجة إلى تشخيص.
open-the-record = فتح السجل
nobody-every-administrator-is = لا أحد: يُبلَّغ جميع المديرين
privacy-officer = مسؤول الخصوصية
is-told-of-each = يُبلَّغ بكل فتح طارئ ويراجعه أيًّا كان دوره. أما ما يفتحه هو فيُبلَّغ به المديرون.
name-the-officer = تعيين المسؤول
nothing-waits-for-a = لا شيء بانتظار المراجعة.
no-record-was-opened = لم يُفتح أي سجل في حالة طارئة
when-somebody-does-it = يظهر كل فتح طارئ هنا إلى أن يُراجَع.
not-registered-here = غير مسجّل هنا
the-record-was-not = لم يُقرأ السجل.
this-is-your-own = هذا فتح قمت به أنت: يجب أن يراجعه شخص آخر.
opened-by = فتحه
opened = وقت الفتح
open-until = مفتوح حتى
told = الإبلاغ
reading = القراءة
within-the-minute = خلال دقيقة.
the-patient-was-told = أُبلغ المريض عبر البوابة.
the-patient-has-no = ليس للمريض حساب: أبلغه برسالة.
what-you-found = ما توصلت إليه
needed-when-it-was = مطلوب إن لم يكن مبررًا
close-as-justified = إغلاق: مبرر
close-as-not-justified = إغلاق: غير مبرر
danger-to-life = خطر على الحياة
the-person-cannot-be = لا يمكن سؤال الشخص
i-stand-in-for = أنوب عن زميل يعالجه
the-person-is-being = الشخص في طريقه إلى هنا
another-reason-told-below = سبب آخر مذكور أدناه
justified = مبرر
not-justified = غير مبرر
emergencies = الحالات الطارئة

# Devices handed over

n-4-hours = 4 ساعات
n-8-hours = 8 ساعات
n-12-hours = 12 ساعة
n-24-hours = 24 ساعة
n-1-day = يوم واحد
n-2-days = يومان
n-4-days = 4 أيام
n-7-days = 7 أيام
for = المدة
ask = طلب
your-devices = أجهزتك
open-in-this-hospital = الجارية في هذا المستشفى
hand-over-a-device = تسليم جهاز
for-seven-days-at = سبعة أيام على الأكثر؛ ينتهي تلقائيًا
to-the-devices = إلى الأجهزة
hand-overs-over = انتهى
no-device-is-yours = ليس لديك أي جهاز
an-administrator-assigns-the = يعيّن لك مدير النظام الجهاز الذي تتولاه. ويمكن لزميل أن يسلّمك جهازه.
you-keep-it = في عهدتك
handed-over-to-you = سُلّم إليك
nobody = لا أحد
on-it = الموصول به
what-is-asked-for = تظهر هنا طلبات التسليم والأجهزة المسلَّمة.
what-was-handed-over = يبقى ما سُلّم سابقًا مذكورًا هنا.
nothing = لا شيء
asked-for-or-handed = المطلوب أو المسلَّم الآن
to = إلى
state = الحالة
waits-for-an-answer = بانتظار الرد
not-accepted = لم يُقبل
you = أنت
accept = قبول
refuse = رفض
take-back = سحب الطلب
end-now = إنهاء الآن

# Staff

who-works-here = من يعمل هنا
more = المزيد
outbox = صندوق الصادر
active = نشط
this-is-you = هذا أنت
roles = الأدوار
status = الحالة
make-active = تفعيل
lost-factor = فقدان العامل الثاني
for-somebody-who-has = لشخص فقد هاتفه ورموز الاسترداد معًا وهو حاضر أمامك. يُزال العامل الثاني وكلمة المرور، ويُسجَّل خروج كل صفحة وبرنامج باسمه، ويُرسل رابط لكلمة مرور جديدة إلى بريده الإلكتروني.
make-inactive = تعطيل
every-page-and-device = تُغلق خلال ثانية كل صفحة وجهاز مفتوح بهذا الاسم، وتنتهي المناوبات والرعاية والتسليمات. يمكنك تفعيل الحساب من جديد، ثم تعيد تعيين ما كان له.
sent = أُرسلت
send-again = إعادة الإرسال
open-invitations = الدعوات المفتوحة
choose-a-role = اختر دورًا
invite-somebody = دعوة شخص
ward-that-they-open = القسم الذي يُفتح أولًا
send-the-invitation = إرسال الدعوة

# Duties

no-end-yet = بلا نهاية بعد
no-end-yet-within = بلا نهاية بعد
its-name-as-the = اسمه كما في قائمة الأجهزة
these-are-the-first = هذه أول 200 من كل قائمة. يضيّقها جزء من اسم.
part-of-a-name = جزء من اسم
search-verb = بحث
order-of-list = الترتيب
ward-duty = المناوبة في الأقسام
put-on-duty = بدء المناوبة
doctors-and-nurses-read = يقرأ الأطباء والممرضون الجهاز، ويتولاه الفني
assign-the-device = تعيين الجهاز
by-place = حسب المكان
by-person = حسب الشخص
nobody-is-on-duty = لا أحد مناوب
doctors-and-nurses-see = يرى الأطباء والممرضون القسم ما داموا مناوبين فيه.
on-duty-now = المناوبون الآن
no-device-is-anybodys = لا جهاز معيّن لأحد
assign-a-device-to = عيّن جهازًا للفني الذي يتولاه أو للطبيب الذي يقرؤه.
reads-it = يقرؤه
keeps-it = في عهدته
whose-each-device-is = المسؤول عن كل جهاز

# Exceptions and rights

choose-a-right = اختر صلاحية
right-deny = منعها
right-grant = منحها
hold-now = سارية الآن
make-an-exception = إنشاء استثناء
a-denial-beats-whatever = المنع يغلب كل ما عداه. والمنح لا يتجاوز هذا المستشفى.
right = الصلاحية
it-ends-by-itself = ينتهي تلقائيًا بعد هذا اليوم
why-in-one-line = السبب في سطر واحد. يُحفظ مع الاستثناء.
make-the-exception = إنشاء الاستثناء
held-before = السابقة
everybody-has-the-rights = لكل شخص صلاحيات أدواره.
what-held-stays-listed = تبقى الاستثناءات السابقة مذكورة هنا.
no-exception = لا استثناء
exceptions-that-hold-now = الاستثناءات السارية الآن
exceptions-that-held = الاستثناءات السابقة
made-by = أنشأه
a-right-of-another = صلاحية من إصدار آخر
granted = ممنوحة
denied = ممنوعة
the-hospital-capital = المستشفى
a-patient-by-number = مريض، بالرقم
a-device-by-name = جهاز، بالاسم
everybody-who-works-here = كل من يعمل هنا
may-they = هل يُسمح له
about = بخصوص
number-or-name = رقم أو اسم
the-rights-of-each = صلاحيات كل دور
each-cell-names-the = تذكر كل خانة العلاقات التي تكفي إحداها؛ والخانة الفارغة تعني أنه لا يُسمح أبدًا.
nobody-title = لا أحد
nobody-who-works-here = لا يُسمح لأحد ممن يعملون هنا بذلك الآن.
who-may = من يُسمح له
answer = الجواب
no-role-now = لا دور الآن
yes = نعم
no = لا
their-account-is-switched = هذا الحساب معطّل: لا يُسمح له بشيء.
all = الكل
asks-for-proof = يتطلب إثباتًا
rights-of-roles = صلاحيات الأدوار
relation-own = صاحب السجل
relation-proxy = مقدّم رعاية
relation-treating = معالج
relation-ward = القسم
relation-device = جهاز معيّن
relation-hospital = المستشفى نفسه
relation-consent = موافقة المريض
relation-break-glass = فتح طارئ
relation-platform = المنصة
it-is-their-own = هو صاحبه
the-patient-has-let = المريض سمح له بدخول السجل
they-treat-this-patient = هو يعالج هذا المريض
they-are-on-duty = هو مناوب في هذا القسم
they-are-on-duty-on = هو مناوب في القسم الذي يرقد فيه المريض
this-device-is-theirs = هذا الجهاز في عهدته الآن
a-device-that-is = جهاز في عهدته يقيس هذا المريض
they-work-in-this = هو يعمل في هذا المستشفى
this-patient-is-registered = هذا المريض مسجّل في مستشفاه
it-belongs-to-their = هذا يعود إلى مستشفاه
this-patient-lets-their = هذا المريض يسمح لمستشفاه برؤية ما لدى غيره
they-have-opened-this = فتح هذا السجل في حالة طارئة
they-run-the-platform = هو يدير المنصة
the-denial-beats-whatever = المنع يغلب كل ما عداه.
no-role-of-theirs = لا دور له يملك هذه الصلاحية أيًّا كانت العلاقة.
they-stand-in-no = لا علاقة له به الآن.
no-exception-holds-for = لا استثناء ساريًا له.
a-grant-for-them = يسري منح خاص به ضمن مستشفاه.
a-denial-for-them = يسري منع خاص به.
they-are-asked-to = يُطلب منه أولًا إثبات هويته إن مضت أكثر من خمس دقائق.

# What one may do, as the end of "may …"

see-the-live-board = رؤية اللوحة المباشرة لقسم
read-this-patients-values = قراءة قياسات هذا المريض
find-any-patient-of = البحث عن أي مريض في المستشفى
register-patients = تسجيل المرضى
see-who-this-patient = رؤية بيانات هوية هذا المريض
change-who-this-patient = تغيير بيانات هوية هذا المريض وطرق التواصل معه
read-allergies-conditions-and = قراءة الحساسية والحالات والأدوية
write-allergies-conditions-and = تدوين الحساسية والحالات والأدوية
answer-alarms = الاستجابة للإنذارات
see-the-devices = رؤية الأجهزة
see-the-hospital-in = رؤية أرقام المستشفى
see-this-account = رؤية هذا الحساب
change-this-account = تعديل هذا الحساب
post-readings = إرسال القياسات
manage-the-tokens-of = إدارة رموز الأجهزة
manage-the-programs-that = إدارة البرامج التي تستخدم واجهة API
see-who-works-here = رؤية من يعمل هنا
manage-staff-and-their = إدارة الموظفين وأدوارهم
see-and-end-sessions = رؤية جلسات الآخرين وإنهاؤها
grant-or-deny-single = منح صلاحيات فردية أو منعها
see-who-may-do = رؤية من يُسمح له بماذا
see-who-is-on = رؤية المناوبين والمسؤول عن كل جهاز
assign-doctors-devices-and = تعيين الأطباء والأجهزة والأقسام
see-who-treats-a = رؤية من يعالج مريضًا
take-over-a-patient = تولّي مريض من قسمه
answer-and-end-hand = الرد على تسليم الأجهزة وإنهاؤه
lend-the-device-they = إعارة الجهاز الذي في عهدته
search-the-audit = البحث في سجل التدقيق
export-the-audit = تصدير سجل التدقيق
may-open-in-emergency = فتح سجل في حالة طارئة
review-emergency-openings = مراجعة حالات الفتح الطارئ
see-consents = رؤية الموافقات
see-and-withdraw-their = رؤية موافقاته وسحبها
give-consent = إعطاء الموافقة
see-and-end-who = رؤية من يُسمح له برؤية سجله وإنهاء ذلك
name-people-who-may = تعيين من يُسمح له برؤية سجله
see-who-looked-at = رؤية من اطّلع على سجل
manage-a-patients-portal = إدارة بوابة مريض
preview-a-patients-portal = معاينة بوابة مريض
close-and-open-accounts = إغلاق حسابات المرضى وفتحها
confirm-registrations = تأكيد طلبات التسجيل
approve-hospitals = الموافقة على المستشفيات
erase-a-record = محو سجل
read-the-demos-mails = قراءة رسائل النسخة التجريبية
fill-a-demo-hospital = ملء مستشفى تجريبي
open-a-session = فتح جلسة
read-placements = قراءة التعيينات
keep-and-drop-readings = حفظ القياسات وحذفها
seal-the-audit = ختم سجل التدقيق
keep-the-keys = حفظ المفاتيح
run-jobs = تنفيذ المهام
work-in-the-pharmacy = العمل في الصيدلية
see-this-part-of = رؤية هذا الجزء من السجل في البوابة
do-this = القيام بذلك

# The audit

any = أي نتيجة
allowed = مسموح
audit-refused = مرفوض
failed = فشل
older-entries = إدخالات أقدم
data = البيانات
who-did-or-looked-at = من فعل ماذا أو اطّلع على ماذا في هذا المستشفى
no-entries = لا إدخالات
nothing-fits-what-you = لا شيء يطابق بحثك. اختر مدة أطول أو احذف أحد المعايير.
entries-of-the-audit = إدخالات سجل التدقيق، الأحدث أولًا
anybody = أي شخص
begin-to-follow-live = بدء المتابعة المباشرة
end-to-follow-live = إنهاء المتابعة المباشرة
end-a-session = إنهاء جلسة
anything = أي شيء
about-the-patient-with = بخصوص المريض ذي الرقم
take-it-out = التصدير
a-file-of-everything = ملف بكل ما يطابق البحث أعلاه، 20000 إدخال على الأكثر. ويُسجَّل هذا التصدير أيضًا.
export-as-csv = تصدير بصيغة CSV
nobody-signed-in = شخص غير مسجّل الدخول
treatment = العلاج
billing = الفوترة
running-the-hospital = تسيير المستشفى
the-patients-own-request = طلب المريض نفسه
care-by-family = رعاية من الأسرة
running-wardlight = تشغيل Wardlight

# Programs and tokens of devices

may = الصلاحيات
last-seen = آخر نشاط
no-programs = لا برامج
a-program-that-uses = أنشئ أدناه برنامجًا يستخدم واجهة API لهذا المستشفى.
older-ones = الأقدم
never = أبدًا
new-secret = سر جديد
the-new-secret-is = يُعرض السر الجديد مرة واحدة. يعمل القديم حتى أول استخدام للجديد، ليوم واحد على الأكثر.
revoke = إلغاء
the-program-can-do = لا يستطيع البرنامج فعل شيء بعد ثانية. لا يمكن التراجع: أنشئ برنامجًا جديدًا بدلًا منه.
new-program = برنامج جديد
who-reads-this-list = اسم يمكن تمييزه في هذه القائمة، مثل «بوابة المختبر».
what-it-may-do = ما يُسمح له به
so-far-a-programs = حاليًا يفتح رمز البرنامج عنوانًا واحدًا، GET /api/v1/auth/me، يبيّن هويته وما تختاره هنا. ويسري الاختيار على العناوين اللاحقة.
make-the-program = إنشاء البرنامج
made = أُنشئ
no-tokens = لا رموز
a-device-gets-its = أنشئ رمز الجهاز أدناه.
tokens-of-devices = رموز الأجهزة
new-token = رمز جديد
its-name-as-the-list = اسمه كما في قائمة الأجهزة، مثل «Monitor 07».
make-a-token = إنشاء رمز
not-used-yet = لم يُستخدم بعد
in-use-older-than = قيد الاستخدام منذ أكثر من سنة: استبدله
in-use = قيد الاستخدام
a-device-that-uses = بعد ثانية لا يُسمع الجهاز الذي يستخدم هذا الرمز، ويطلق سريره إنذارًا. امنحه رمزًا جديدًا أولًا.
token-shown = الرمز

# The settings of a patient's portal

wishes-to-be-spoken = يرغب أن يُخاطب بـ
has-an-account = لديه حساب
has-an-account-which = لديه حساب مغلق
has-no-account-yet = ليس لديه حساب بعد
last-changed = آخر تغيير
portal-of-a-patient = بوابة مريض
the-patient-and-whoever = ما دامت متوقفة لا يرى المريض ومن سمح لهم شيئًا، وذلك في ثانية. يمكنهم مع ذلك تسجيل الدخول ومعرفة السبب.
the-portal = البوابة
open-nobody-is-signed = مفتوح. لا أحد مسجّل الدخول.
sign-out-everywhere-with = تسجيل الخروج من كل مكان لهذا الحساب
every-browser-and-program = يُسجَّل خلال ثانية خروج كل متصفح وبرنامج بهذا الحساب. ومن يعرف كلمة المرور يمكنه الدخول من جديد.
close-the-account = إغلاق الحساب
nobody-signs-in-with = لا أحد يسجّل الدخول بهذا الحساب بعد الآن، وينتهي ما هو مفتوح خلال ثانية. يمكنك فتحه من جديد.
closed-nobody-can-sign = مغلق. لا يمكن لأحد تسجيل الدخول به.
open-the-account = فتح الحساب
the-person-can-sign = يمكن للشخص تسجيل الدخول بكلمة مروره. إن كان غيره قد يعرفها فاطلب منه أولًا تعيين كلمة جديدة.
the-account = الحساب
what-the-portal-shows = ما تعرضه البوابة
parts-of-the-record = أجزاء السجل
a-part-that-is = الجزء غير المحدد لا يُرسل إلى المريض إطلاقًا. وتذكر الصفحة أن المستشفى لا يعرضه هنا.
no-records = لا عناصر
records-of-the-last = تُعرض هنا عناصر اليوم الأخير.
shown-to-the-patient = معروض للمريض
records-of-the-last-day = عناصر اليوم الأخير
single-records = عناصر مفردة
no-closed-here = لا، أُغلق هنا
current = جارٍ
draft = مسودة
record-completed = مكتمل
reviewed = تمت مراجعته
approved = معتمد

# Mails of a demo

outbox-x = صندوق الصادر
this-is-a-demo = هذه نسخة تجريبية: تبقى الرسائل على هذا الجهاز ويقرؤها كل مدير فيها. في غيرها تُرسل عبر خادم بريد ولا توجد هذه الصفحة.
no-mail-was-written = لم تُكتب أي رسالة بعد
every-mail-of-the = تصل كل رسالة من النسخة التجريبية إلى هنا تلقائيًا.

# Registrations

nobody-waits = لا أحد ينتظر
who-registers-in-the = يظهر هنا تلقائيًا من سجّل في البوابة وأكّد بريده الإلكتروني.
chart = الملف
number-here = الرقم هنا
in-their-words = بكلماته
looked-at = تمت المراجعة
something-is-wrong-in = خطأ في ملف
what-people-say-is = أخطاء أبلغ عنها الأشخاص في ملفاتهم
as-typed = كما كُتب
charts-that-could-be = ملفات قد تكون لهذا الشخص
no-chart-of-this = لا ملف في هذا المستشفى يحمل هذا الرقم الصحي، أو تاريخ الميلاد هذا مع اسم العائلة هذا.
has-an-account-already = لديه حساب بالفعل
from-now-on-this = من الآن يعرض هذا الحساب من هذا الملف كل ما تعرضه البوابة. تأكد من أنه الشخص نفسه.
reason-to-refuse = سبب الرفض
in-words-stays-in = بكلمات (تبقى داخل المستشفى)
differs = (مختلف)
no-chart-of-this-hospital = لا ملف في هذا المستشفى مطابق
the-details-belong-to = البيانات لشخص آخر
the-person-could-not = تعذّر الاتصال بالشخص للتأكد
something-else = شيء آخر

# The platform

hospitals-that-wait = مستشفيات بانتظار الموافقة
close-or-open-an = إغلاق حساب أو فتحه
no-hospital-waits = لا مستشفى ينتظر
a-hospital-that-asks = يظهر هنا المستشفى الذي يطلب الانضمام بعد تأكيد بريده الإلكتروني.
first-administrator = المدير الأول
address-confirmed = تأكيد العنوان
approve = موافقة
the-hospital-is-set = يُنشأ المستشفى ويتلقى مديره الأول دعوة.
sign-it-out-everywhere = تسجيل خروجه من كل مكان
close-it = إغلاقه
open-it-again = فتحه من جديد
for-an-account-that = لحساب استولى عليه أحدهم أو يجب ألا يفتح شيئًا بعد الآن، في كل المستشفيات معًا. أما صلاحيات شخص في مستشفى فتُضبط في قائمة موظفيه.
email-or-phone-number = البريد أو الهاتف الذي يسجّل به الحساب الدخول
what-to-do = الإجراء
do-it = تنفيذ

# Sessions of the hospital's people

who-is-signed-in-x = المسجّلون حاليًا
sessions-of-the-hospitals = جلسات موظفي المستشفى
the-newest-50-a = أحدث 50؛ يضيّقها اسم
end-all-of-theirs = إنهاء الكل
every-browser-and-every = يُسجَّل خلال ثانية خروج كل متصفح وبرنامج بهذا الاسم هنا.
staff-need-a-second = يحتاج الموظفون إلى عامل ثانٍ لتسجيل الدخول.
stop-asking-for-it = التوقف عن طلبه
staff-sign-in-with = يسجّل الموظفون الدخول بكلمة المرور وحدها. طلب عامل ثانٍ يوجّه فورًا كل من ليس لديه واحد إلى إعداده، ولا يُفتح له شيء آخر قبل ذلك.
ask-for-a-second = طلب عامل ثانٍ
suspicious-sign-ins = عمليات دخول مشبوهة
no-network-tries-many = لا شبكة تجرّب أسماء كثيرة في هذه الساعة، ولم يُقفل أو يُحظر أي حساب لموظفي المستشفى خلال أسبوع.
names-tried-within-the = أسماء جُرّبت خلال ساعة
last = الأخير
names-tried = أسماء جُرّبت
networks-that-try-many = شبكات تجرّب أسماء كثيرة
failures-in-a-row = إخفاقات متتالية
failures = الإخفاقات
score = الدرجة
accounts-that-were-locked = حسابات قُفلت أو حُظرت
locked-until-the-password = مقفل حتى تغيير كلمة المرور
a-try-was-refused = رُفضت محاولة مسروقة

# Titles

change-a-record = تعديل سجل
contacts = طرق التواصل

# Sentences of the rules for staff: what was wrong

choose-the-reason-from = اختر السبب من القائمة.
say-in-a-few = اذكر بإيجاز ما حدث: عشرة أحرف على الأقل. سيقرؤه المريض ومسؤول الخصوصية.
the-explanation-is-longer = الشرح أطول من 1000 حرف. اختصره.
the-explanation-holds-signs = في الشرح رموز لا يمكن عرضها. اكتبه من جديد.
choose-what-it-is = اختر نوعه.
choose-who-they-are = اختر صلته بالمريض.
choose-what-it-is-for = اختر الغرض.
use-at-most-20 = استخدم 20 حرفًا على الأكثر للقب، مثل السيدة أو الدكتور.
choose-a-language-of = اختر لغة من القائمة.
choose-one-of-the = اختر من القائمة.
choose-a-blood-group = اختر فصيلة دم من القائمة.
enter-a-year-of = أدخل سنة من أربعة أرقام قد بدأت، مثل 1943.
enter-a-year-2019 = أدخل سنة من أربعة أرقام قد بدأت، مثل 2019.
enter-the-date-of = أدخل تاريخ الميلاد أو السنة وحدها، لا كليهما.
enter-the-date-of-birth = أدخل تاريخ الميلاد. وإن لم يعرفه أحد فأدخل السنة التقديرية أدناه.
enter-the-number-as = أدخل الرقم كما في الوثيقة، 40 رمزًا على الأكثر.
enter-a-day-as = أدخل اليوم: السنة ثم الشهر ثم اليوم، مثل 2029-12-31.
choose-what-kind-of = اختر نوع الوثيقة.
enter-the-two-letters = أدخل حرفي البلد، مثل KE.
choose-whether-it-is = اختر ما إذا كان يُطالَب أولًا.
the-last-day-lies = اليوم الأخير قبل اليوم الأول.
enter-a-name-a = أدخل اسمًا أو رقمًا أو تاريخ ميلاد.
enter-at-most-120 = أدخل 120 حرفًا ورقمًا مرئيًا على الأكثر.
enter-at-least-two = أدخل حرفين على الأقل من الاسم.
choose-how-bad-the = اختر شدة رد الفعل.
use-at-most-500 = استخدم هنا 500 حرف على الأكثر.
nobody-makes-an-exception = لا ينشئ أحد استثناءً لنفسه. اطلب ذلك من مدير آخر.
choose-somebody-who-works = اختر شخصًا يعمل في هذا المستشفى.
choose-a-right-from = اختر صلاحية من القائمة.
say-why-in-one = اذكر السبب في سطر واحد من 500 حرف على الأكثر.
choose-a-day-between = اختر يومًا بين اليوم وسنة من الآن، بصيغة سنة-شهر-يوم.
an-exception-of-this = يوجد استثناء سارٍ لهذه الصلاحية. أنهِه أولًا.
nobody-ends-an-exception = لا ينهي أحد استثناءه بنفسه. اطلب ذلك من مدير آخر.
this-exception-is-over = انتهى هذا الاستثناء من قبل.
no-patient-of-this = لا مريض في هذا المستشفى بهذا الرقم.
no-device-of-this = لا جهاز في هذا المستشفى بهذا الاسم.
choose-a-ward-of = اختر قسمًا من هذا المستشفى.
the-note-is-longer = الملاحظة أطول من 500 حرف. اختصرها.
the-note-holds-signs = في الملاحظة رموز لا يمكن عرضها. اكتبها من جديد.
this-alarm-has-been = تمت الاستجابة لهذا الإنذار من قبل.
this-alarm-is-over = انتهى هذا الإنذار: لا يصدر صوتًا.
this-is-more-than = هذا أكثر من 20000 إدخال. اختر مدة أقصر.
nobody-in-this-hospital = لا أحد في هذا المستشفى بهذا الرقم. تحقق منه أو احذفه.
you-are-on-duty = أنت مناوب في هذا القسم، فسيُفتح السجل لك. اطلب ذلك من مدير آخر.
the-patient-lies-on = المريض في هذا القسم بالفعل.
somebody-else-has-just = نقل شخص آخر هذا المريض للتو. انظر من جديد.
the-patient-lies-on-no = المريض ليس في أي قسم.
no-device-has-this-name-list = لا جهاز في هذا المستشفى بهذا الاسم. تجد الأسماء في قائمة الأجهزة.
choose-a-doctor-a = اختر طبيبًا أو ممرضًا أو فنيًا من هذا المستشفى.
this-device-is-theirs-already = هذا الجهاز معيّن له بالفعل.
a-technician-keeps-one = يتولى الفني جهازًا واحدًا في كل مرة. أنهِ ذاك أولًا، أو دعه يُسلَّم لفترة.
choose-a-device-of = اختر جهازًا من هذا المستشفى.
this-device-is-not = هذا الجهاز ليس معيّنًا له الآن.
nobody-assigns-anything-to = لا يعيّن أحد شيئًا لنفسه. اطلب ذلك من مدير آخر.
choose-a-doctor-or = اختر طبيبًا أو ممرضًا من هذا المستشفى.
choose-an-end-that = اختر نهاية في المستقبل.
they-are-on-duty-on-this = هذا الشخص مناوب في هذا القسم بالفعل.
they-are-not-on = هذا الشخص ليس مناوبًا في هذا القسم الآن.
they-treat-this-patient-already = هذا الشخص يعالج المريض بالفعل.
they-do-not-treat = هذا الشخص لا يعالج المريض الآن.
this-no-longer-waits = لم يعد هذا ينتظر ردًا.
you-have-a-device = لديك جهاز زميل بالفعل. أعده أولًا.
this-is-over-already = انتهى هذا من قبل.
choose-another-technician-of = اختر فنيًا آخر من هذا المستشفى.
choose-a-time-of = اختر مدة سبعة أيام على الأكثر.
this-device-is-asked = هذا الجهاز مطلوب أو مسلَّم بالفعل. أنهِ ذلك أولًا.
no-device-bears-this = لا جهاز يحمل هذا الاسم. اكتبه كما في قائمة الأجهزة.
the-text-is-longer = النص أطول من 1000 حرف. اختصره.
say-why-it-was = اذكر لماذا لم يكن مبررًا: من يقرأ ذلك لاحقًا يحتاج إلى معرفته.
somebody-has-closed-this = أغلق شخص هذه المراجعة من قبل.
this-is-your-own-account = هذا حسابك أنت. اطلب من شخص آخر تغييره.
this-account-works-in = هذا الحساب يعمل في مستشفى أيضًا. اطلب من المنصة تغييره.
set-up-a-second = أعدّ عاملًا ثانيًا أولًا.
there-is-a-hospital = يوجد مستشفى بهذا الاسم بالفعل.
choose-a-role-rule = اختر دورًا.
choose-a-ward-of-the = اختر قسمًا من القائمة.
this-address-is-invited = هذا العنوان مدعوّ بالفعل. أعد إرسال الدعوة أو اسحبها.
this-invitation-went-out = أُرسلت هذه الدعوة للتو. انتظر دقيقة.
this-invitation-went-out-five = أُرسلت هذه الدعوة خمس مرات اليوم. تأكد من العنوان أو حاول غدًا.
this-account-has-no = ليس لهذا الحساب بريد إلكتروني، فلا يمكن أن يصل رابط كلمة مرور جديدة إلى صاحبه.
this-is-your-own-account-admin = هذا حسابك أنت. اطلب من مدير آخر تغييره.
this-account-is-more = هذا الحساب ليس حساب زميل هنا فقط: فهو يعمل في مستشفى آخر أيضًا أو يدير المنصة. اطلب من المنصة تغييره.
choose-at-least-one = اختر دورًا واحدًا على الأقل. لسحبها كلها عطّل الحساب.
this-account-is-inactive = هذا الحساب معطّل. فعّله أولًا.
this-account-is-inactive-already = هذا الحساب معطّل بالفعل.
this-account-runs-the = هذا الحساب يدير المنصة. اطلب من المنصة تغييره.
this-account-is-active = هذا الحساب نشط بالفعل.
somebody-has-an-account = لدى شخص حساب لهذا الملف بالفعل. اطلب من مدير التحقق.
choose-a-reason = اختر سببًا.
say-in-a-few-words = اذكر السبب بإيجاز.
somebody-else-has-just-changed = غيّر شخص آخر هذا للتو. انظر إلى ما هو مكتوب الآن.
this-health-id-belongs-to = هذا الرقم الصحي لشخص آخر. قارنه بالبطاقة مرة أخرى.
choose-why = اختر السبب.
they-are-a-patient-here-no = هذا الشخص لم يعد مريضًا هنا من قبل.
they-are-a-patient-here-already = هذا الشخص مريض هنا بالفعل.
there-are-many-ways = توجد طرق كثيرة بالفعل. أنهِ أولًا ما لم يعد ساريًا.
somebody-else-has-just-said = حدّد شخص آخر للتو ما يُجرَّب أولًا. انظر من جديد.
another-policy-of-this = يسري تأمين آخر بهذا الترتيب في أحد هذه الأيام. أنهِه أولًا أو اختر أيامًا أخرى.
this-health-id-does = هذا الرقم الصحي لا يتوافق مع هذا الاسم وتاريخ الميلاد. قارن الثلاثة بالبطاقة مرة أخرى.
this-allergy-stands-here = هذه الحساسية مدوّنة بالفعل.
that-none-is-known = مدوّن بالفعل أنه لا حساسية معروفة.
an-allergy-stands-here = توجد حساسية مدوّنة. أنهِها أولًا مع ذكر السبب.
this-condition-stands-here = هذه الحالة مدوّنة بالفعل.
choose-a-condition-of = اختر حالة من القائمة.
choose-why-it-ends = اختر سبب الإنهاء.
this-medicine-stands-here = هذا الدواء مدوّن بالفعل. إن تغيّرت الجرعة فأنهِه أولًا.
this-operation-stands-here = هذه العملية مدوّنة بالفعل.
another-program-bears-this = برنامج آخر يحمل هذا الاسم. اختر اسمًا آخر أو ألغِ ذاك.
enter-a-name-of = أدخل اسمًا من 1 إلى 80 حرفًا مرئيًا.
choose-at-least-one-thing = اختر من القائمة أمرًا واحدًا على الأقل يُسمح للبرنامج به.
write-the-day-as = اكتب اليوم بصيغة 2026-11-24.
this-is-no-person = ليس هذا شخصًا من المستشفى.
this-is-no-patient = ليس هذا مريضًا في المستشفى.
choose-an-outcome-of = اختر نتيجة من القائمة.
choose-an-action-of = اختر إجراءً من القائمة.
nobody-is-known-under = لا أحد معروف بما كتبته. تحقق من كل رقم ومن تاريخ الميلاد.
write-the-14-digits = اكتب الأرقام الأربعة عشر للرقم الصحي، أو رقم المستشفى أدناه.
write-the-date-of = اكتب تاريخ الميلاد، مثل 1969-04-02.
this-form-cannot-be = تعذّر فهم هذا النموذج. أعد تحميل الصفحة.
choose-what-to-do = اختر الإجراء.
this-is-the-name = ليس هذا اسم أي جهاز. ابدأ من الصفحة الأولى.

# Sentences of doors for staff: what was done

staff-need-a-second-factor = يحتاج الموظفون إلى عامل ثانٍ من الآن.
staff-sign-in-with-a = يسجّل الموظفون الدخول بكلمة المرور وحدها من الآن.
they-are-signed-out = سُجّل خروج هذا الشخص من كل مكان في هذا المستشفى.
they-treat-this-patient-from = صار هذا الشخص يعالج المريض من الآن.
you-treat-this-patient = صرت تعالج هذا المريض من الآن.
the-treatment-has-ended = انتهى العلاج.
the-patient-lies-on-this = المريض في هذا القسم من الآن.
the-patient-has-left = غادر المريض القسم.
the-program-is-made = أُنشئ البرنامج.
the-program-has-a = صار للبرنامج سر جديد.
the-program-is-revoked = أُلغي البرنامج.
the-token-is-revoked = أُلغي الرمز.
they-are-on-duty-from = بدأت مناوبة هذا الشخص.
their-duty-has-ended = انتهت مناوبته.
the-device-is-theirs = الجهاز في عهدته من الآن.
the-device-is-theirs-no = لم يعد الجهاز في عهدته.
the-review-is-closed = أُغلقت المراجعة.
nobody-is-named-every = لم يُعيَّن أحد: يُبلَّغ جميع المديرين.
they-have-been-asked = أُرسل الطلب.
the-device-is-yours = الجهاز في عهدتك لهذه المدة.
you-have-refused = لقد رفضت.
it-has-ended = انتهى ذلك.
the-allergy-stands-in = دُوّنت الحساسية في السجل وفي كل صفحات المتابعة.
that-no-allergies-are = دُوّن في السجل باسمك أنه لا حساسية معروفة.
it-holds-no-longer = لم يعد ساريًا؛ ويبقى أثره ظاهرًا.
the-condition-stands-in = دُوّنت الحالة في السجل.
added = تمت الإضافة.
this-is-tried-first = يُجرَّب هذا أولًا من الآن.
it-holds-no-longer-x = لم يعد ساريًا.
saved-what-stood-there = تم الحفظ. تبقى القيم السابقة أدناه.
nothing-differs-from-what = لا يختلف شيء عمّا هو مكتوب.
done-patient-no-longer = لم يعد هذا الشخص مريضًا في هذا المستشفى.
they-are-a-patient-of-this = هذا الشخص مريض في هذا المستشفى من جديد.
the-medicine-stands-in = دُوّن الدواء في السجل.
the-document-stands-in = دُوّنت الوثيقة في السجل. اطّلع على الأصل وأكّد ذلك.
that-you-saw-the = دُوّن في السجل أنك اطّلعت على الوثيقة.
the-document-holds-no = لم تعد الوثيقة سارية.
the-policy-stands-in = دُوّن التأمين في السجل.
the-policy-holds-no = لم يعد التأمين ساريًا.
the-operation-stands-in = دُوّنت العملية في السجل.
the-hospital-is-set-up = أُنشئ المستشفى ودُعي مديره الأول.
the-application-is-refused = رُفض الطلب. يُبلَّغ صاحبه بالبريد الإلكتروني.
the-portal-is-on = البوابة مفعّلة.
the-portal-is-off = البوابة متوقفة.
saved-pages-that-are = تم الحفظ. تبدأ الصفحات المفتوحة من جديد وفقه.
the-record-is-open = العنصر مفتوح للمريض.
the-record-is-closed = العنصر مغلق أمام المريض.
the-account-is-closed = أُغلق الحساب. انتهى ما كان مفتوحًا.
the-account-is-open = الحساب مفتوح.
the-account-is-signed = سُجّل خروج الحساب من كل مكان.
the-person-sees-that = يرى الشخص أن أحدهم قد راجع ذلك.
done-account-open-mailed = الحساب مفتوح. يُبلَّغ الشخص بالبريد الإلكتروني.
the-registration-is-refused = رُفض الطلب. يُبلَّغ الشخص بالبريد الإلكتروني.
the-exception-holds-from = يسري الاستثناء من الآن.
the-exception-has-ended = انتهى الاستثناء.
the-invitation-is-on = الدعوة في طريقها.
done-invited-again = الدعوة في طريقها من جديد.
the-invitation-is-withdrawn = سُحبت الدعوة.
the-account-is-active = الحساب نشط.
the-account-is-inactive = الحساب معطّل.
the-second-factor-is = أُزيل العامل الثاني. رابط كلمة المرور الجديدة في طريقه إلى بريده الإلكتروني.
the-name-is-saved = حُفظ الاسم.
the-roles-are-saved = حُفظت الأدوار.
notice-factor-lost = أزال مدير في مستشفاك عاملك الثاني لأن أحدهم قال إنك فقدته. وأُزيلت كلمة المرور معه: عيّن كلمة جديدة عبر الرابط الذي أرسلناه، ثم أعدّ العامل من جديد. إن لم تكن أنت، فأخبر مكتب المساعدة في مستشفاك.
notice-names-tried = يجرّب أحدهم قائمة أسماء من شبكة واحدة. تُبطَّأ المحاولات وتُرفض؛ وتبيّن صفحة الجلسات مصدرها والحسابات المعنية في مستشفاك.
notice-renamed = عدّل مدير في مستشفاك اسمك. سيظهر على ما تفعله من الآن.
notice-emergency-review = فتح أحدهم سجلًا في حالة طارئة. ينتظر المراجعة ضمن حالات الفتح الطارئ.
this-hospital-asks-its = يطلب هذا المستشفى من موظفيه عاملًا ثانيًا. سجّل الدخول إلى Wardlight في متصفح، وأعدّه هناك، ثم عد.

# Sentences of staff pages that take something

on-your-ward = في قسمك، { $ward }
on-your-device = موصول بـ{ $device }
opened-until = فُتح في حالة طارئة، حتى { $at }
patients-shown = { $n ->
       [zero] لا مرضى
       [one] مريض واحد
       [two] مريضان
       [few] { $n } مرضى
       [many] { $n } مريضًا
      *[other] { $n } مريض
   }
about-year = نحو { $year }
no-longer-because = لم يعد: { $why }
end-of-what = إنهاء: { $what }
end-of-both = إنهاء: { $what } و{ $who }
try-first-whom = يُجرَّب أولًا: { $who }، { $label }
saw-paper-itself = اطّلعت على الوثيقة نفسها: { $kind }
open-part = فتح: { $what }
employee-id-hint = رقمه الوظيفي، مثل DOC-0012. { $more }
end-treatment-by = إنهاء علاج { $name }
lies-on-since = يرقد في { $ward } منذ { $at }
emergency-minutes = يمكنك قراءة السجل لمدة { $n } دقيقة دون تغيير أي شيء فيه.
wait-for-review = { $n ->
       [zero] لا شيء بانتظار المراجعة.
       [one] حالة واحدة بانتظار المراجعة.
       [two] حالتان بانتظار المراجعة.
       [few] { $n } حالات بانتظار المراجعة.
       [many] { $n } حالة بانتظار المراجعة.
      *[other] { $n } حالة بانتظار المراجعة.
   }
record-was-read = { $n ->
       [zero] لم يُقرأ السجل.
       [one] قُرئ السجل مرة واحدة.
       [two] قُرئ السجل مرتين.
       [few] قُرئ السجل { $n } مرات.
       [many] قُرئ السجل { $n } مرة.
      *[other] قُرئ السجل { $n } مرة.
   }
opened-by-whom = فتحه { $name }
told-to-review = { $n ->
       [zero] لم يمكن إبلاغ أحد في هذا المستشفى: عيّن مسؤولًا للخصوصية.
       [one] أُبلغ شخص واحد في هذا المستشفى لمراجعته.
       [two] أُبلغ شخصان في هذا المستشفى لمراجعته.
       [few] أُبلغ { $n } أشخاص في هذا المستشفى لمراجعته.
       [many] أُبلغ { $n } شخصًا في هذا المستشفى لمراجعته.
      *[other] أُبلغ { $n } شخص في هذا المستشفى لمراجعته.
   }
hand-overs-open = جارٍ
hand-over-from = من
patient-on-device = مريض على { $device }
state-since = منذ { $at }
state-from = من { $at }
accept-device = قبول { $device }
refuse-device = رفض { $device }
take-back-device = سحب الطلب الخاص بـ{ $device }
end-hand-over-of = إنهاء تسليم { $device } الآن
demo-outbox = هذه نسخة تجريبية: الرسائل في { $outbox }.
inactive-since = معطّل منذ { $at }
make-active-whom = تفعيل: { $name }
roles-of = الأدوار: { $name }
name-of = الاسم: { $name }
save-name-of = حفظ اسم { $name }
save-roles-of = حفظ أدوار { $name }
lost-factor-of = فقدان العامل الثاني: { $name }
make-inactive-whom = تعطيل: { $name }
send-again-of = إعادة الإرسال: دعوة { $name }
withdraw-of = سحب دعوة { $name }
end-duty-of = إنهاء مناوبة { $name } في { $ward }
handed-to-until = سُلّم إلى { $name } حتى { $at }
the-ward-named = القسم { $ward }
who-may-do = من يُسمح له بـ: { $what }
because-why = لأن { $why }
and-because = { $first }، ولأن { $next }
may-because = يُسمح لـ{ $name } بـ{ $what }، لأن { $why }.
may-not = لا يُسمح لـ{ $name } بـ{ $what }.
any-suffices = تكفي أي من هذه العلاقات: { $which }.
they-hold = علاقاته الحالية: { $which }.
and-more-ask = و{ $n } غيرهم. اسأل عن شخص واحد لمعرفة السبب.
end-exception-of = إنهاء استثناء { $name }
role-at = { $role } في { $hospital }
audit-kind = { $kind ->
       [device] جهاز
       [client] برنامج
       [worker] Wardlight
       [proxy] مقدّم رعاية
       [patient] مريض
      *[user] شخص
   } ({ $id })
lasted-seconds = { $what }، { $n } ث
audit-to = إلى
audit-address = العنوان
and-n-more = { $first } و{ $n } غيرها
revoked-at = أُلغي في { $at }
secret-of = سر بتاريخ { $at }
new-secret-for = إنشاء سر جديد لـ{ $name }
revoke-what = إلغاء { $name }
revoke-token-of = إلغاء رمز لـ{ $name }
replaced-ends = استُبدل؛ ينتهي في { $at } على الأكثر
alarm-at = إنذار، { $at }
allergy-at = حساسية، كُتبت { $at }
condition-at = مرض، كُتب { $at }
medicine-at = دواء، كُتب { $at }
surgery-at = عملية، كُتبت { $at }
open-this-record = فتح هذا العنصر للمريض
close-this-record = إغلاق هذا العنصر أمام المريض
mail-to = إلى { $to } · { $at }
looked-at-what = تمت مراجعة ما كتبه { $name }
address-confirmed-at = تأكيد العنوان { $at }
confirm-chart = تأكيد أن هذا هو الملف { $number }
approve-whom = الموافقة على { $name }
end-all-of = إنهاء الكل: كل جلسات وبرامج { $name }
single-record = العنصر
signed-in-times = { $n ->
       [zero] مفتوح. لا أحد مسجّل الدخول.
       [one] مفتوح. مسجّل الدخول مرة واحدة.
       [two] مفتوح. مسجّل الدخول مرتين.
       [few] مفتوح. مسجّل الدخول { $n } مرات.
       [many] مفتوح. مسجّل الدخول { $n } مرة.
      *[other] مفتوح. مسجّل الدخول { $n } مرة.
   }

# Words of the audit

kind-vitals = القياسات
kind-alarms = الإنذارات
kind-demographics = بيانات الهوية
kind-scores = المؤشرات
kind-limits = الحدود
kind-sessions = جلسات القياس
kind-account = الحساب
kind-devices = الأجهزة
kind-audit = سجل التدقيق
kind-contact = طرق التواصل
kind-papers = الوثائق والتأمين
kind-background = الحساسية والحالات والأدوية
kind-access = صلاحيات الوصول
reason-not-signed-in = غير مسجّل الدخول
reason-no-right = لا صلاحية
reason-stale-proof = إثبات قديم
reason-not-found = غير موجود
reason-invalid = إدخال غير صحيح
reason-conflict = تعارض
reason-busy = ضغط زائد
reason-away = قاعدة البيانات غير متاحة
reason-fault = خطأ داخلي
reason-out-of-reach = خارج النطاق

# Sentences of the rules with what they ask for

enter-the-family-name = أدخل اسم العائلة.
enter-the-given-name = أدخل الاسم الأول.
enter-your-family-name = أدخل اسم عائلتك.
enter-your-given-name = أدخل اسمك الأول.
enter-who-pays = أدخل الجهة الدافعة.
enter-what-it-covers = أدخل ما يغطيه.
enter-the-address = أدخل العنوان.
enter-the-name-of = أدخل اسم هذا الشخص.
enter-what-was-operated = أدخل العملية التي أُجريت.
enter-the-name-of-the = أدخل اسم الدواء وتركيزه.
enter-how-much-they = أدخل مقدار الجرعة الواحدة.
enter-how-often-they = أدخل عدد مرات تناوله.
enter-a-condition-of-list = اختر حالة من القائمة.
enter-what-they-do = أدخل المادة المسببة للحساسية.
enter-what-it-does = أدخل رد الفعل؛ «غير معروف» جواب مقبول.
enter-what-is-wrong = اكتب ما الخطأ وما الصواب.
enter-the-reason = أدخل السبب.
enter-a-condition-or = أدخل حالة أو رمزها.
enter-the-name = أدخل الاسم.
enter-the-name-of-the-hospital = أدخل اسم المستشفى.
enter-the-registration-number = أدخل رقم التسجيل.
enter-the-name-of-the-first = أدخل اسم المدير الأول.
use-at-most-120 = استخدم هنا 120 حرفًا على الأكثر.

# Who may do what: its question

ask-who-may = السؤال
# Finding anything

find-search = بحث
find-anything = ابحث عن مريض أو صفحة
find-page = ابحث عن صفحة
find-pages = الصفحات
find-alike = ربما تقصد
find-found = ما عُثر عليه
find-close = إغلاق
find-failed = البحث لا يستجيب. حاول بعد لحظة.
find-none = لا شيء يمكنك فتحه بهذا الاسم.
find-none-hint = تحقق من الإملاء أو جرّب حروفًا أقل.
find-count = { $n ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $n } نتائج
    [many] { $n } نتيجة
   *[other] { $n } نتيجة
}
find-ward = لوحة الأسرّة مع القيم والإنذارات
find-patients = من يمكنك قراءة ملفه ومن يعرفه المستشفى: الاسم أو الرقم أو تاريخ الميلاد
find-register-name = تسجيل مريض
find-register = شخص جديد هنا: القبول والاستقبال
find-emergency-name = فتح سجل في حالة طارئة
find-emergency = شخص ليس سجله لديك: كسر الزجاج
find-devices = أجهزة المراقبة والآلات وما يقوله كل منها عن نفسه
find-hand-over-name = الأجهزة المسلَّمة
find-hand-over = ما يعيره الفنيون بعضهم لبعض لفترة
find-pharmacy = الوصفات والأدوية والمخزون
find-registrations = من طلب حسابًا في البوابة وينتظر ربطه بملف
find-hospital = المستشفى بالأرقام: الأسرّة والإشغال واليوم
find-staff = من يعمل هنا، الزملاء وأدوارهم والدعوات
find-duties-name = المناوبات
find-duties = من المناوب وأين، ولمن كل جهاز
find-access-name = من يُسمح له بماذا
find-access = ولماذا: الصلاحيات حسب الدور والعلاقة والاستثناء
find-rights-name = الاستثناءات
find-rights = صلاحية واحدة تُمنح أو تُمنع عن شخص حتى يوم محدد
find-audit-name = سجل التدقيق
find-audit = من فعل ماذا أو اطّلع على ماذا، مع ملف بذلك
find-reviews-name = حالات الفتح الطارئ
find-reviews = من فتح سجلًا في حالة طارئة، وما وجدته المراجعة
find-consents-name = الموافقات
find-consents = ما يسمح به مرضى هذا المستشفى للآخرين في سجلهم
find-sessions-name = الجلسات
find-sessions = من سجّل الدخول وأين، والعامل الثاني
find-clients-name = البرامج
find-clients = ما يستخدم الواجهة البرمجية للمستشفى وأسراره
find-tokens-name = رموز الأجهزة
find-tokens = ما يتيح لكل جهاز إرسال قراءاته
find-platform = المستشفيات التي طلبت الانضمام
find-account = الاسم وكلمة المرور والمظهر: اللغة والنص الأكبر والوحدات، وأماكن تسجيل دخولك
find-factor-name = العامل الثاني
find-factor = تطبيق الرموز ورموز الاسترداد
find-my-home = كيف حالك الآن: قيمك وخطواتك التالية
find-my-record = يومك مرسومًا وما لوحظ وكل القراءات
find-my-access-name = من اطّلع على سجلك
find-my-access = الأسماء والأوقات والأسباب
find-my-consents = ما تسمح به للآخرين في سجلك: الموافقات والبحث والتأمين
find-my-proxies = من يعتني بك وقد يرى سجلك، العائلة
find-my-preferences = كيف يخاطبك موظفو مستشفاك
find-recent = اطّلعت عليهم مؤخرًا
find-wards = أجنحتك
find-work = أماكن أخرى تعمل فيها

# What is new of a patient

news = منذ اطّلاعك
news-since = اطّلعت آخر مرة في { $at }.
news-none = لم يتغير منذ ذلك الحين شيء مما يمكنك قراءته سوى ما غيّرته أنت.
news-all = { $n ->
    [zero] لا جديد
    [one] جديد واحد
    [two] جديدان
    [few] { $n } مستجدات
    [many] { $n } مستجدًا
   *[other] { $n } مستجد
}
news-came = { $n ->
    [zero] لا جديد
    [one] جديد واحد
    [two] جديدان
    [few] { $n } مستجدات
    [many] { $n } مستجدًا
   *[other] { $n } مستجد
}
news-ended = { $n ->
    [zero] لم ينته شيء
    [one] انتهى واحد
    [two] انتهى اثنان
    [few] انتهت { $n }
    [many] انتهى { $n }
   *[other] انتهى { $n }
}
change-place = تغيير الجناح أو المستشفى
news-alarms = الإنذارات
news-allergies = الحساسية
news-conditions = الحالات المرضية
news-medicines = الأدوية
news-surgeries = العمليات الجراحية
news-identity = بيانات الهوية
news-contacts = طرق التواصل
news-documents = وثائق الهوية
news-insurance = من يدفع

# صفحات المريض

this-patient = هذا المريض
ways-of-the-patient = الطرق إلى صفحات هذا المريض الأخرى
beside-the-chart = الحالات المرضية والأدوية وما هو جديد
more-of = { $n } أخرى
bed-is = السرير { $n }: { $state }
bed-state-used = مشغول
bed-state-leaving = يغادر اليوم
bed-state-free = شاغر
bed-state-held = محجوز
bed-state-cleaning = قيد التنظيف
bed-state-out = خارج الخدمة

# Two records of one person

join-two-records = دمج سجلين
join-another-record = سجل آخر؟
join-also = وأيضًا { $numbers }
join-two-on = دُمج سجلان في { $at }: { $numbers }.
join-several-on = دُمجت عدة سجلات، آخرها في { $at }: { $numbers }.
join-look-or-apart = الاطّلاع أو الفصل
join-other-title = سجل آخر لهذا الشخص
join-how = لا يدمج سجلين لشخص واحد إلا من اطّلع على كليهما، ولا يحدث ذلك تلقائيًا أبدًا. بعد ذلك يقود الرقمان وكل رابط قديم إلى السجل الذي يبقى، وهو يعرض ما في السجلين. ويمكن فصلهما من جديد في أي وقت.
join-other-number = رقم السجل الآخر
join-other-number-hint = رقم المستشفى أو الرقم الصحي.
join-compare = مقارنة السجلين
join-side-by-side = جنبًا إلى جنب
join-both-records = السجلان
join-what-stands = ما في كل سجل
join-compared = المقارنة
join-same = متطابق
join-one-only = في سجل واحد فقط
join-differs = مختلف
join-lines-on-allergies = أسطر عن الحساسية
join-papers = وثائق الهوية والتأمين
join-carers = المعالجون الآن
join-limits = حدود إنذار خاصة به
join-device-or-ward = على جهاز أو في قسم
join-has-portal = حساب في البوابة
join-other-inactive = السجل الآخر لشخص لم يعد مريضًا هنا
join-other-joined = السجل الآخر مدموج مع سجل بالفعل
join-other-device = جهاز يقيس صاحب السجل الآخر
join-other-ward = صاحب السجل الآخر يرقد في قسم
join-other-portal = للسجل الآخر حساب في البوابة
join-other-hides = بوابة السجل الآخر مغلقة أو تخفي جزءًا
join-this-inactive = هذا السجل لشخص لم يعد مريضًا هنا
join-stays = يبقى { $number }
join-cannot = لا يمكن اختياره: { $why }.
join-leads = { $name }، ويقود السجل الآخر إليه.
join-which-stays = أي سجل يبقى
join-neither = لا يمكن لأي منهما أن يقود إلى الآخر الآن. المانع مذكور أعلاه؛ عُد بعد زواله.
join-why = كيف تعرف أنهما شخص واحد
join-why-hint = مثل: البطاقة نفسها والأم نفسها، بعد السؤال بالهاتف.
join-what-is-shown = يُعرض ما في السجلين معًا. أما حدود الإنذار في السجل الذي يقود إلى الآخر فلا تُنقل؛ حدّدها من جديد حيث تلزم.
join-do = دمج السجلين
join-with-another = المقارنة بسجل آخر
join-them = الدمج
join-history = ما دُمج مع هذا السجل
join-history-caption = السجلات التي دُمجت مع هذا السجل
join-joined = الدمج
join-taken-apart = فُصلا في { $at }
join-apart = فصل
join-apart-what = فصل: { $what }
join-apart-means = { $n ->
    [zero] يعود السجلان كما كانا.
    [one] يعود السجلان كما كانا. كُتب سطر واحد منذ ذلك الحين: يبقى هنا، فتحقق لمن هو.
    [two] يعود السجلان كما كانا. كُتب سطران منذ ذلك الحين: يبقيان هنا، فتحقق لمن كل منهما.
    [few] يعود السجلان كما كانا. كُتبت { $n } أسطر منذ ذلك الحين: تبقى هنا، فتحقق لمن كل منها.
    [many] يعود السجلان كما كانا. كُتب { $n } سطرًا منذ ذلك الحين: تبقى هنا، فتحقق لمن كل منها.
   *[other] يعود السجلان كما كانا. كُتب { $n } سطر منذ ذلك الحين: تبقى هنا، فتحقق لمن كل منها.
}
join-apart-why = لماذا هما شخصان
join-apart-do = فصل السجلين
join-two-records-of-one = دمج سجلين لشخص واحد
join-choose-which = اختر السجل الذي يبقى.
join-done = دُمج السجلان. يقود الرقمان إلى هنا.
join-apart-done = صارا سجلين من جديد.
join-say-why = اذكر السبب في 10 إلى 500 حرف.
join-whole-number = أدخل الرقم الكامل للسجل الآخر.
join-no-such-number = لا يوجد في هذا المستشفى سجل بهذا الرقم الكامل.
join-number-of-this = هذا رقم هذا السجل نفسه. أدخل رقم السجل الآخر.
join-several-numbers = تحمل عدة سجلات هذا الرقم. أدخله مع حروفه.
join-number-leads = السجل الذي يحمل هذا الرقم مدموج مع سجل آخر بالفعل.
join-not-two = هذان ليسا سجلين مختلفين. حدّد سجلًا آخر.
join-one-is-inactive = أحد السجلين لشخص لم يعد مريضًا هنا. أعده أولًا إلى مرضى هذا المستشفى.
join-one-is-joined = أحدهما مدموج مع سجل آخر بالفعل. افصل هذين أولًا.
join-a-device = جهاز يقيس صاحب السجل الذي سيقود إلى الآخر. أبقِ هذا السجل، أو أنهِ القياس أولًا.
join-a-ward = صاحب السجل الذي سيقود إلى الآخر يرقد في قسم. أبقِ هذا السجل، أو أخرجه من القسم أولًا.
join-a-portal = للسجل الذي سيقود إلى الآخر حساب في البوابة. أبقِ هذا السجل.
join-a-hidden-portal = بوابة السجل الذي سيقود إلى الآخر مغلقة أو تخفي جزءًا. أبقِ هذا السجل، أو أظهر كل شيء فيها أولًا.

# Who may be the same, while somebody is registered

alike-people = { $n ->
    [zero] لا أحد هنا قد يكون الشخص نفسه
    [one] شخص واحد هنا قد يكون الشخص نفسه
    [two] شخصان هنا قد يكون أحدهما الشخص نفسه
    [few] { $n } أشخاص هنا قد يكون أحدهم الشخص نفسه
    [many] { $n } شخصًا هنا قد يكون أحدهم الشخص نفسه
   *[other] { $n } شخص هنا قد يكون أحدهم الشخص نفسه
}
opens-beside = (يُفتح بجانب هذا النموذج)

# What every treatment has to know and how somebody is reached, on the record in their own portal

my-allergies = حساسيتي
my-conditions = أمراضي
my-medicines = أدويتي
my-operations = عملياتي
my-background = الحساسية والأمراض والأدوية والعمليات
my-contacts = كيف يُتصل بي
my-contacts-caption = كيف يتصل بي المستشفى، وبمن يتصل
my-insurance = تأميني
my-nothing-here = لا شيء مكتوب هنا.
my-wrong-or-missing = هل هناك خطأ أو نقص؟
my-since-year = منذ { $year }

# جمل تصوغها القواعد

rule-at-most = استعمل { $n ->
    [zero] { $n } حرف
    [one] حرفًا واحدًا
    [two] حرفين
    [few] { $n } أحرف
    [many] { $n } حرفًا
   *[other] { $n } حرف
} على الأكثر.
rule-at-most-here = استعمل هنا { $n ->
    [zero] { $n } حرف
    [one] حرفًا واحدًا
    [two] حرفين
    [few] { $n } أحرف
    [many] { $n } حرفًا
   *[other] { $n } حرف
} على الأكثر.
rule-password-short = كلمة المرور هذه قصيرة. استعمل { $n ->
    [zero] { $n } حرف
    [one] حرفًا واحدًا
    [two] حرفين
    [few] { $n } أحرف
    [many] { $n } حرفًا
   *[other] { $n } حرف
} على الأقل؛ بضع كلمات لا يجمعها سواك يسهل تذكرها.
rule-plausible = أدخل قيمة من { $low } إلى { $high } { $unit }.
rule-plausible-meant = أدخل قيمة من { $low } إلى { $high } { $unit }. هل تقصد { $meant }؟
rule-comma-either = الفاصلة قبل ثلاثة أرقام تُقرأ على وجهين. للآلاف احذفها، وللكسور العشرية اكتب نقطة.
rule-privacy-officer = { $name } هو مسؤول الخصوصية من الآن.
rule-registered = سُجّل هنا برقم { $number }. راجع ما يلي وأضف ما ينقص.
rule-browser = { $browser } على { $system }

place-emergency = طوارئ
place-more = المزيد
wardlight-work = Wardlight ({ $task ->
    [seed] التهيئة
    [sign_in] تسجيل الدخول
    [watch] المراقبة
    [retain] التنظيف
    [seal] الختم
    [keys] المفاتيح
    [jobs] الرسائل والمهام
    [find] البحث
    [rights] الحقوق
   *[more] { $task }
})

# Mails: they say that there is something, never what. A link and the address of the house are put in as they are

mail-hello = مرحبًا،
mail-reset-subject = كلمة مرور جديدة لـ Wardlight
mail-reset =
    طلب أحدهم، وأنت على الأرجح، كلمة مرور جديدة.

    افتح هذا الرابط واختر كلمة مرور. يعمل مرة واحدة، خلال 30 دقيقة:

    { $link }

    إن لم تكن أنت فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.
mail-password-changed-subject = تغيّرت كلمة مرورك في Wardlight
mail-password-changed =
    تغيّرت كلمة مرور حسابك قبل قليل، وسُجّل خروج الأجهزة التي كانت مسجَّلة الدخول.

    إن كنت أنت فلا شيء عليك.

    إن لم تكن أنت فاختر كلمة جديدة فورًا وأخبر مكتب المساعدة في مستشفاك:

    { $home }/recover
mail-look-at-account-subject = أمر يخص حسابك في Wardlight
mail-look-at-account =
    تغيّر شيء في طريقة الدخول إلى حسابك. يعرض Wardlight ما هو في صفحة الحساب:

    { $home }

    إن كنت لا تعرفه فاختر كلمة مرور جديدة وأخبر مكتب المساعدة في مستشفاك.
mail-message-subject = لك رسالة في Wardlight
mail-message =
    لك رسالة في Wardlight. سجّل دخولك لتقرأها:

    { $home }
mail-invitation-subject = أنت مدعو إلى Wardlight
mail-invitation =
    { $writer } يدعوك إلى العمل مع Wardlight.

    افتح هذا الرابط واختر كلمة مرور. يعمل مرة واحدة، خلال سبعة أيام:

    { $link }

    إن كنت لا تعرف لماذا وصلتك هذه الرسالة فلا تفعل شيئًا: بغير الرابط لا يُنشأ أي حساب.
mail-verify-known-subject = حسابك في Wardlight
mail-verify-known =
    ملأ أحدهم، وأنت على الأرجح، استمارة حساب جديد بهذا العنوان. له حساب بالفعل، فلم يُنشأ حساب ثانٍ.

    سجّل دخولك:

    { $home }/sign-in

    إن كنت لا تذكر كلمة مرورك فاختر كلمة جديدة:

    { $home }/recover
mail-verify-patient-subject = أكّد عنوان بريدك لـ Wardlight
mail-verify-patient =
    ملأ أحدهم، وأنت على الأرجح، استمارة حساب لدى { $writer }.

    افتح هذا الرابط لتؤكد أن هذا العنوان لك ولتختار كلمة مرور. يعمل مرة واحدة، خلال 24 ساعة:

    { $link }

    إن لم تكن أنت فلا تفعل شيئًا: تُهمل الاستمارة.
mail-registration-confirmed-subject = حسابك في Wardlight جاهز
mail-registration-confirmed =
    أكّد { $writer } حسابك. سجّل دخولك بعنوان بريدك وكلمة المرور التي اخترتها:

    { $home }/sign-in
mail-registration-refused =
    لم يتمكن { $writer } من تأكيد حسابك. لا شأن لهذا برعايتك.

    اسأل في استقبال المستشفى، وأحضر ما يثبت هويتك.
mail-verify-hospital =
    طلب أحدهم، وأنت على الأرجح، ضم مستشفى إلى Wardlight وسمّاك أول مسؤول له.

    افتح هذا الرابط لتؤكد أن هذا العنوان لك. يعمل مرة واحدة، خلال 24 ساعة:

    { $link }

    إن لم تكن أنت فلا تفعل شيئًا: تُهمل الاستمارة.
mail-hospital-refused-subject = مستشفاك في Wardlight
mail-hospital-refused = لم يُقبل طلب مستشفاك. أجب عن هذه الرسالة إن أردت أن تعرف المزيد، أو املأ الاستمارة من جديد.
mail-address-known =
    أراد أحدهم استعمال هذا العنوان لحساب آخر. إنه لحسابك بالفعل، فلم يتغير شيء.

    إن كنت أنت فسجّل دخولك بهذا العنوان:

    { $home }/sign-in
mail-change-email-subject = أكّد عنوان بريدك الجديد لـ Wardlight
mail-change-email =
    يريد أحدهم، وأنت على الأرجح، استعمال هذا العنوان لحسابه.

    افتح هذا الرابط لتؤكد أنه لك. يعمل مرة واحدة، خلال 30 دقيقة، ومن بعدها تسجّل دخولك به:

    { $link }

    إن لم تكن أنت فلا تفعل شيئًا: يبقى للحساب عنوانه.
mail-email-changed-subject = لحسابك في Wardlight عنوان آخر
mail-email-changed =
    صار لحسابك في Wardlight عنوان بريد آخر قبل قليل. تصل رسائلك إليه، ولم يعد هذا العنوان يسجّل دخولك.

    إن لم تكن أنت فأخبر مكتب المساعدة في مستشفاك فورًا.

# Notifications

notices = الإشعارات
notices-unread = الإشعارات، غير المقروء منها { $n }
notices-what = ما أُبلغت به عن حسابك وعملك وسجلك، وكيف تريد أن تعلم به.
notices-new = لم تُقرأ بعد
notices-read = مقروءة
notices-read-all = وضع علامة مقروء على الكل
notices-more = الأقدم
notices-pages = صفحات الإشعارات
notices-none = لم تُبلغ بشيء
notices-none-text = ما يخص حسابك أو عملك أو سجلك يظهر هنا من تلقاء نفسه، ويُحفظ نصف سنة.
notices-tell-me = أبلغني عن
notices-here = هنا
notices-mail = هنا وبالبريد
notices-off = لا تبلغني
notices-always = دائمًا هنا وبالبريد: يتعلق هذا بأمانك.
notices-mails-say-nothing = لا تقول الرسالة إلا إن شيئًا ينتظر هنا، ولا تقول ما هو.
notice-open = افتح: { $page }
notice-read = علّمه مقروءًا
notice-mark-read = علّمه مقروءًا: { $sentence }
notice-chart = ملف المريض
notice-care-given = أسند إليك { $who } مريضًا.
notice-care-ended = أنهى { $who } علاجك لمريض.
notice-duty-given = وضعك { $who } في المناوبة: { $what }.
notice-duty-ended = أنهى { $who } مناوبتك: { $what }.
notice-device-given = سلّمك { $who } الجهاز { $what }.
notice-device-taken = أنهى { $who } عهدتك بالجهاز { $what }.
notice-hand-over-asked = يطلب منك { $who } أن تأخذ { $what } لبعض الوقت.
notice-hand-over-accepted = أخذ { $who } الجهاز { $what }.
notice-hand-over-refused = لا يأخذ { $who } الجهاز { $what }.
notice-hand-over-ended = انتهت إعارة { $what }.
notice-device-key-ends = ينتهي مفتاح { $what } خلال اثنتي عشرة ساعة، ولم يأخذ الجهاز مفتاحه الجديد بعد. بلا مفتاح يصمت الجهاز.
notice-registration-waits = سجّل أحدهم في البوابة وينتظر ربطه بملف.
notice-correction-waits = يقول مريض إن في ملفه خطأ.
notice-invitation-accepted = قبل { $who } دعوتك ويعمل هنا الآن.
notice-hospital-waits = يطلب مستشفى الانضمام.
notice-carer-took-up = صار لمن سميته «{ $who }» حساب، ويرى ما تشاركه.
notice-carer-ended = لم يعد { $who } يشارك سجله معك.
notice-portal-opened = فتح لك مستشفاك سجلك هنا.
notice-portal-closed = أغلق مستشفاك سجلك هنا. إن لم تعرف السبب، فاسأل الاستقبال.
notice-correction-done = نظر مستشفاك فيما قلت إنه خطأ في ملفك.
topic-security = أمان حسابك
topic-sign-ins = تسجيلات دخول غير معتادة
topic-emergencies = سجلات فُتحت في حالة طارئة
topic-care = المرضى المسندون إليك
topic-duties = مناوباتك في الأجنحة
topic-devices = أجهزتك وإعارتها
topic-keys = مفاتيح أجهزة توشك أن تنتهي
topic-registrations = تسجيلات وتصحيحات تنتظر
topic-colleagues = دعوات قُبلت
topic-hospitals = مستشفيات تطلب الانضمام
topic-sharing = من يرى السجل
topic-portal = بوابتك وطلباتك
find-notices = ما أُبلغت به وكيف تريد أن تعلم: جرس، رسائل، بريد، تنبيهات
notices-all-read = وُضعت علامة مقروء على الكل.
notices-saved = حُفظ كيف تريد أن تعلم.
notices-not-off = لا يمكن إيقاف هذا: يتعلق بأمانك.
changed-in-another-hospital = غيّر مستشفى آخر هذا في هذه الأثناء. انظر إلى ما هو مكتوب الآن.
leaves-not-from-device = يقيسهم جهاز الآن. افصلهم عن الجهاز أولاً، ثم قل إنهم لم يعودوا مرضى هنا.
leaves-not-from-ward = يرقدون في جناح. أخرجهم أولاً في صفحة فريق الرعاية، ثم قل إنهم لم يعودوا مرضى هنا.
no-longer-here-to-a-ward = لم يعودوا مرضى هنا. قل في صفحة تغيير السجل إنهم مرضى من جديد، ثم أدخلهم إلى جناح.
no-longer-here-on-a-device = من كان يقيسه هذا الجهاز لم يعد مريضاً هنا. يقول الاستقبال في صفحة تغيير السجل إنه مريض من جديد.
my-allergies-not-all = جزء مما هو معروف لا يظهر هنا. اسأل من يعالجونك.
allergy-known-elsewhere = دوّن مستشفى آخر حساسية. هي في القائمة، ولا يمكن القول بجانبها إنه لا حساسية معروفة.
warnings = تنبيهات
warnings-none = ذراع يجب تجنّبها، عزل، خطر سقوط: ما يجب أن يعرفه الجميع أولاً يظهر هنا وفي شريط كل صفحة.
another-warning = تنبيه آخر
what-it-is-about = عمّ هو
why-or-with-what = لماذا، وبماذا، وبأي لغة
why-or-with-what-hint = للطرف: ناسور، وذمة لمفية. للعزل: الجرثومة وما يُلبس. خطر السقوط يكفي وحده.
add-this-warning = أضف هذا التنبيه
flag-left-arm = تجنّب الذراع اليسرى
flag-right-arm = تجنّب الذراع اليمنى
flag-left-leg = تجنّب الساق اليسرى
flag-right-leg = تجنّب الساق اليمنى
flag-isolation = عزل
flag-falls = خطر السقوط
flag-interpreter = مترجم
flag-other = للعلم
flag-choose = اختر عمّ هو.
flag-enter-why = اكتب لماذا أو بماذا أو بأي لغة.
flag-stands-already = هذا في الشريط بالفعل.
flag-stands = يظهر هذا في شريط كل صفحة من الآن.
standing-died = توفي. دُوّن في { $on }.
standing-left = لم يعد مريضاً هنا منذ { $on }. { $why }.
dated-hint = بقدر ما هو معروف: 2019 أو 2019-05 أو 2019-05-09.
until-when = حتى
until-when-hint = متى يُفترض أن ينتهي. يبقى في القائمة حتى يوقفه أحد.
has-passed = انقضى
dated-wrong = أدخل سنة أو شهراً أو يوماً، مثل 2019 أو 2019-05 أو 2019-05-09.
dated-ahead = هذا في المستقبل. أدخل متى كان بقدر ما هو معروف.
dated-turned = النهاية قبل البداية. تحقق من الاثنين.
expired = منتهي الصلاحية
from-to = من { $since } إلى { $until }
who-is-called = من يُتصل به في الطوارئ
who-is-called-hint = يكفي شخص واحد، ويمكن إضافة آخرين إلى السجل.
number-to-call = رقم الاتصال
what-differs = ما يختلف
stands-there = المكتوب
was-typed = ما أُدخل
rule-registered-differs = سُجّل هنا برقم { $number }. هذا الشخص معروف بالفعل، وليس كل ما أدخلته مكتوباً. قارن واحفظ الصحيح.

# Paper, and in which zone times are

zone-of-hospital = توقيت المستشفى
zone-city = توقيت { $city }
zone-city-short = توقيت { $city } ({ $short })
times-are = الأوقات في هذه الصفحة: { $zone }
printed-by = طبعها { $name }.
paper-stands = هذه الورقة لا تتغيّر: انظر إلى الصفحة المباشرة قبل أن تتصرف. أتلفها بعد الاستعمال.
paper-code = يفتح هذه الصفحة
look-at-the-other = انظر إلى الآخر
high-contrast = تباين عالٍ
density = تباعد الصفوف
density-usual = المعتاد
density-comfortable = مريح: لليدين بقفازات
density-compact = متراص: المزيد على الشاشة
staff-home-works = ما يعمل لديك
staff-home-search = يجد كل صفحة يمكنك فتحها
staff-home-no-billing = الفوترة غير متاحة هنا بعد: تبقى الفواتير والمدفوعات حيث يحفظها مستشفاك. ما يمكنك فتحه مدرج أدناه.
staff-home-no-laboratory = المختبر غير متاح هنا بعد: تبقى الطلبات والنتائج حيث يحفظها مستشفاك. ما يمكنك فتحه مدرج أدناه.

# القراءة بصوت عالٍ
read-aloud = اقرأ بصوت عالٍ
aloud-stop = أوقف القراءة
aloud-pause = إيقاف مؤقت
aloud-go-on = تابع القراءة
aloud-usual = السرعة: عادية
aloud-fast = السرعة: سريعة
aloud-slow = السرعة: بطيئة
aloud-units = mmHg = ملّيمتر زئبق | mmol/L = ملّيمول في اللتر | mg/dL = ملّيغرام في الديسيلتر | mL/h = ملّيلتر في الساعة | °C = celsius | °F = fahrenheit | kg = kilogram | lb = pound | mL = milliliter | L = liter | ث = second | د = minute | س = hour

# المحادثات

place-messages = الرسائل
messages-unread = الرسائل، { $n } غير مقروءة
chat-pages = صفحات الرسائل
chat-more = المزيد، الأقدم
chat-older = رسائل أقدم
chat-none = ليست لديك محادثات
chat-none-text = هنا يتراسل الطبيب والمريض الذي يعالجه، والطبيب وفنّي الجهاز الذي يقرأه الطبيب.
chat-nothing-yet = لم يُكتب شيء بعد
chat-erased = مُحيت هذه الرسالة مع السجل.
chat-you-said = أنت: { $text }
chat-unread = { $n } غير مقروءة
chat-urgent = عاجل
chat-in-emergency = فُتح في حالة طارئة
chat-muted = مكتومة
chat-here-now = حاضر الآن
chat-away = ليس هنا الآن
chat-context = { $who } · { $presence }
chat-write-to = اكتب إلى { $who }
chat-write = اكتب
chat-who = من هم
chat-name = الاسم
chat-whom = من يمكنك أن تكتب إليه
chat-yesterday-at = أمس { $at }
chat-today = اليوم
chat-yesterday = أمس
chat-is-over = انتهت هذه المحادثة: لم يعد بين الاثنين علاج ولا جهاز. تبقى للقراءة.
chat-looks-on = تقرأ هذا لأن السجل فُتح في حالة طارئة. قراءتك مسجّلة في سجل التدقيق، ويُبلَّغ المريض بها.
chat-with = مع { $who }
chat-new-message = رسالة جديدة
chat-in-reply = ردًّا على:
chat-corrects = تصحّح:
chat-corrected = صُحّحت أدناه
chat-reply = ردّ
chat-correct = صحّح
chat-rather-new = اكتب شيئًا جديدًا بدل ذلك
chat-correct-hint = يبقى ما كتبته كما هو، ويرى كلاكما التصحيح إلى جانبه.
chat-hint = 2000 حرف على الأكثر. Ctrl Enter للإرسال.
chat-ask-urgent = هذا عاجل: أبلغوا الأطباء المناوبين الذين يعالجونني
chat-your-message = رسالتك
chat-send = أرسل
chat-unmute = عُدّها من جديد
chat-mute = اكتم
chat-not-found = لا رسالة فيها هذه الكلمات
chat-not-found-text = بُحث في أحدث 2000 رسالة من هذه المحادثة.
chat-find = ابحث في هذه المحادثة
chat-find-words = الكلمات
chat-muted-done = لن تُعدّ لك رسائل هذه المحادثة بعد الآن. ما هو عاجل تُبلَّغ به على كل حال.
chat-unmuted-done = تُعدّ هذه المحادثة من جديد.
chat-write-first = اكتب شيئًا أولًا.
chat-too-long = استعمل 2000 حرف على الأكثر. ما زاد يُرسل في رسالتين.
chat-urgent-of-patient = المريض هو من يقول إن الرسالة عاجلة.
chat-answers-or-corrects = الرسالة تردّ على أخرى أو تصحّح واحدة، لا كلتيهما.
chat-answers-nothing = ما تردّ عليه هذه الرسالة ليس هنا.
chat-corrects-own = لا يصحّح الرسالة إلا من كتبها.
part-delivered-at = سُلّم { $at }
find-messages = اكتب إلى مرضاك وإلى فنّيي أجهزتك
find-my-messages = اكتب إلى الأطباء الذين يعالجونك
seen-messages = رسائلك
notice-message-urgent = وضع مريض تعالجه علامة «عاجل» على رسالة.
topic-messages = رسائل المرضى العاجلة
read-the-conversations = قراءة المحادثات التي يشاركون فيها
write-to-those-whom = الكتابة إلى من يعالجونهم أو يعملون معهم
relation-talks = يشارك
they-are-one-of-the-two = هم أحد الاثنين اللذين يتحدثان

# Gateways and HL7

find-gateways = اعتمادات تتحدث باسم أجهزة كثيرة
no-gateways = لا توجد بوابات
a-gateway-speaks = تتحدث البوابة باسم الأجهزة في قائمتها. أنشئ واحدة أدناه.
new-gateway = بوابة جديدة
make-a-gateway = إنشاء بوابة
gateway-name-hint = اسمها في هذا المستشفى، مثل «وحدة الغسيل».
gateway-every = يرسل كل جهاز مرة على الأقل كل
gateway-every-hint = بالثواني، من 1 إلى 300. بعد عشر ثوانٍ يُعد الجهاز صامتًا.
gateway-sender = مرسل HL7
gateway-application = تطبيق HL7 (MSH-3)
gateway-application-hint = لمرسل لا حقل لديه للرمز فقط. وإلا فيرسله في MSH-8.
gateway-facility = منشأة HL7 (MSH-4)
gateway-networks = الشبكات
gateway-networks-hint = مع التطبيق: من أين يُصدَّق مثل هذا المرسل، 10.20.0.0/16, 10.21.3.4.
gateway-token-used = أول استخدام للرمز
gateway-last-message = آخر رسالة HL7
gateway-without-machines = لا تتحدث باسم أي جهاز بعد.
gateway-add-machine = إضافة إلى القائمة
gateway-remove-verb = إزالة
gateway-token-ends = ينتهي رمزها الحالي فورًا: يُرفض ما ترسله به حتى تحصل على الرمز الجديد.
gateway-ends = لن تتحدث باسم أي جهاز، وتصمت أجهزتها حتى يتحدث عنها شيء آخر.
hl7-messages = رسائل HL7
hl7-message = رسالة HL7
hl7-received = استُلمت
hl7-kind = النوع
hl7-control = معرّف التحكم
hl7-answered = الرد
hl7-readings = القراءات
hl7-faults = ما كان خطأ
hl7-no-messages = لا رسائل
hl7-messages-come = ما يرسله هذا الجهاز عبر HL7 يبقى هنا 14 يومًا.
hl7-kept-for = تُحفظ الرسائل مختومة 14 يومًا. وتبقى الرموز.
hl7-codes = رموز لا مكان لها في القراءة
hl7-no-codes = لكل رمز أرسله هذا الجهاز مكانه.
hl7-code = الرمز
hl7-system = النظام
hl7-unit = الوحدة
hl7-known = معروف، لا يُحفظ
hl7-unknown = غير معروف
hl7-aa = قُبلت
hl7-ae = فيها خطأ
hl7-ar = رُفضت
hl7-text = الرسالة
hl7-without-people = حُذف ما تقوله الرسالة عن الأشخاص.
gateway-is-made = أُنشئت البوابة.
gateway-has-new-token = للبوابة رمز جديد.
gateway-has-ended = انتهت البوابة.
gateway-speaks-now = تتحدث البوابة باسم هذا الجهاز من الآن.
gateway-speaks-no-longer = لم تعد البوابة تتحدث باسم هذا الجهاز.
gateway-give-name = أعطِ البوابة اسمًا.
gateway-has-name = توجد بوابة بهذا الاسم في هذا المستشفى.
gateway-write-networks = اكتب الشبكات مثل 10.20.0.0/16 أو 10.20.3.4، ثماني على الأكثر.
gateway-both-or-neither = يُعرف المرسل بلا رمز بتطبيقه وشبكاته: أعطِ الاثنين أو لا شيء.
gateway-give-seconds = أدخل عددًا صحيحًا من الثواني من 1 إلى 300.
gateway-speaks-already = تتحدث بوابة باسم هذا الجهاز بالفعل. أزله منها أولًا.
gateway-at-most = تتحدث البوابة باسم 500 جهاز على الأكثر.
gateway-every-seconds = { $n ->
    [zero] { $n } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $n } ثوانٍ
    [many] { $n } ثانية
   *[other] { $n } ثانية
}
gateway-machines = أجهزة { $name }
gateway-remove = إزالة { $name }
gateway-new-token = رمز جديد لـ { $name }
gateway-end = إنهاء { $name }
hl7-counted = { $new } جديدة، { $known } معروفة، { $aside } مستبعدة، { $alarms } إنذارات
hl7-pages = صفحات الرسائل
gateways-pages = صفحات البوابات
gateway-all-taken = لكل جهاز بوابة.
hl7-more-faults = { $n ->
    [zero] و{ $n } أخرى
    [one] وواحدة أخرى
    [two] واثنتان أخريان
    [few] و{ $n } أخرى
    [many] و{ $n } أخرى
   *[other] و{ $n } أخرى
}

# What the rules of dialysis say

dialysis-says-access-where = اذكر موضعه.
dialysis-says-access-unsafe = اذكر سبب تعذّر استخدامه.
dialysis-says-complaint = اذكر ما يشكو منه غير ذلك.
dialysis-says-pressure-order = الضغط الانبساطي أقل من الانقباضي. تحقق من القيمتين.
dialysis-says-one-thing = أدخل شيئًا واحدًا على الأقل مما لوحظ.
dialysis-says-what-done = اذكر ما الذي تم فعله.
dialysis-says-how-much = أدخل الكمية التي أُعطيت.
dialysis-says-witness-other = يجب أن يشهد عليه شخص غير الذي يعطيه.
dialysis-says-what-happened = اذكر ما حدث.
dialysis-says-what-found = اذكر ما وُجد.
dialysis-says-day-of-test = أدخل يوم الفحص.
dialysis-says-product = أدخل اسم المنتج.
dialysis-says-lot = أدخل رقم التشغيلة كما هو على العبوة، 40 رمزًا على الأكثر.
dialysis-says-out-of-date = انتهت صلاحية هذا قبل اليوم. خذ غيره.
dialysis-says-one-day = اختر يومًا واحدًا على الأقل من الأسبوع.
dialysis-says-dialyser = أدخل المُرشِّح.
dialysis-says-needs-dialysate = تحتاج طريقة العلاج هذه إلى تدفق لسائل الغسيل.
dialysis-says-dose-of-nothing = اختر الدواء الذي له هذه الجرعة، أو اترك الجرعة فارغة.
dialysis-says-what-and-how-much = اذكر ما هو وكم مقداره.
dialysis-says-needs-substitution = تحتاج طريقة العلاج هذه إلى حجم لسائل التعويض.
dialysis-says-goal-of-a-day = أدخل ما يُسحب خلال 24 ساعة؛ 0 إن لم يُسحب شيء.
dialysis-says-steps-whole = أدخل أربع حصص صحيحة بالنسبة المئوية، واحدة لكل ربع من الوقت، ومجموعها 100.
dialysis-says-steps-even = في النمط الثابت يسحب كل ربع المقدار نفسه. اترك هذا فارغًا، أو اختر نمطًا آخر.
dialysis-says-steps-fall = النمط المتناقص لا يسحب في ربع أكثر من الربع الذي قبله، وأقله في الأخير.
dialysis-says-yes-or-no = أجب بنعم أو لا.
dialysis-says-other-point = الجلسة الآن في مرحلة أخرى. أعد تحميل الصفحة.
dialysis-says-before-the-last = هذا قبل آخر ما تم. تحقق من الوقت.
dialysis-says-look-first = دوّن أولًا ما فُحص قبل البدء.
dialysis-says-self-test = لم يجتز الجهاز اختباره الذاتي.
dialysis-says-conductivity = موصلية سائل الغسيل ليست بين 12.5 و15.5 mS/cm.
dialysis-says-access-not = لا يمكن استخدام المدخل الوعائي.
dialysis-says-no-consent = الشخص لا يوافق على العلاج.
dialysis-says-second-look = يجب أن يتحقق شخص ثانٍ من المريض والجهاز والوصفة.
dialysis-says-same-person = يجب أن يقوم بالتحقق الثاني شخص غير الأول.
dialysis-says-above-rate = سيُسحب في الساعة أكثر مما تسمح به الوصفة. اذكر السبب أو اسحب أقل أو أطل الجلسة.
dialysis-says-look-after = دوّن أولًا ما وُجد بعد العلاج.
dialysis-says-few-words = اذكر ذلك في بضع كلمات.
dialysis-says-amend = اكتب ما كان خطأ وما هو الصواب ولماذا.
dialysis-says-too-few-falls = حالات هبوط الضغط المسجلة أقل من أن يُتعلم منها.
dialysis-says-no-spread = أحد المدخلات لا يتغير أبدًا.
dialysis-says-nothing-held-back = لم تُحجز تسجيلات للتحقق من التوقع.

# Machines that are kept, and the water for dialysis

place-machines = الآلات
find-machines = أسطول، صيانة، خدمة، ملصق، خارج الخدمة
find-water = كلور، عسر الماء، بكتيريا، ذيفان داخلي، معالجة الماء، سائل غسيل فائق النقاء
this-machine = هذه الآلة
machine-console = لوحة الآلة
machine-maintenance = الصيانة
machine-disinfection = التطهير
machine-gaps = الانقطاعات
gap-seven-days = ما لم يصل في وقته خلال الأيام السبعة الأخيرة
gap-none = لا انقطاع في الأيام السبعة الأخيرة
gap-none-text = ما دام أحد على الآلة، لم تمر أكثر من دقيقة دون قراءة وصلت خلال دقيقة.
gap-when = من – إلى
gap-from-to = { $from } – { $until }
gap-lasts = منذ { $from } ولا يزال مستمرًا
gap-minutes = الدقائق
gap-why-unknown = غير معروف: لا آلة أخرى للمقارنة
gap-came = وصل لاحقًا
gap-came-whole = كله، حتى { $at }
gap-came-part = حتى { $at }، ما عدا { $n } د
gap-came-never = لا
gap-more = توجد انقطاعات أقدم. تُعرض أحدث { $n } منها.
machine-log = سجل الآلة
machine-label = الملصق
machine-papers = بيانات الآلة
machine-register = تسجيل آلة
machine-piece-of-work = عمل صيانة
machine-hours = { $n } س
machine-due-or = { $day } أو { $hours }
machine-overdue = متأخر
machine-due-soon = قريبًا
machine-due-later = لاحقًا
machine-fit = صالحة للاستعمال
machine-unfit = لا تُستعمل
machine-online = متصلة
machine-silent = صامتة
machine-no-network = لا شبكة: كل الأجهزة صامتة
machine-revoked = أُلغي مفتاحها أو انتهى
machine-never-heard = لم يُسمع منها قط
machine-connection = الاتصال
machine-clock = الساعة
machine-clock-ahead = تسبق ساعتنا بـ { $n } ث على الأقل
how-it-reports = كيف ترسل
machine-ready = جاهزة للاستعمال
machine-percent-30-days = ٪، 30 يومًا
machine-ran-in-days = عملت { $hours } في 30 يومًا
machine-missing-data = بيانات ناقصة
machine-percent-of-minutes = ٪ من الدقائق
machine-longest-gap = أطول انقطاع { $n } د
machine-delay = تأخر القراءات
machine-seconds = ث
machine-sooner-than = تصل 95 من كل 100 خلال { $n } ث
machine-per-hour = في الساعة
machine-of-hours-run = من ساعات عملها، وتُحتسب إنذارات المرضى أيضًا
machine-no-figures = لم يُحسب شيء بعد
machine-day-by-day = يومًا بيوم، 30 يومًا
machine-in-service = في الخدمة
machine-worst-day = أسوأ يوم
machine-worst-was = { $what }: الأسوأ { $value }، { $when }
machine-same-each-day = { $what }: { $value } كل يوم
machine-clock-behind = لا يمكن تمييز الساعة المتأخرة عن تأخر القراءات
machine-day-or-hours = بالأيام أو بالساعات، أيهما أسبق
machine-no-plan = لا صيانة دورية
machine-no-plan-text = خطة بالأيام أو بساعات العمل تبيّن هنا موعدها.
machine-work = العمل
machine-due = الموعد
machine-used = المنقضي
machine-used-percent = انقضى { $n } ٪
machine-what-it-is = ما هي
machine-kind = النوع
machine-maker = الصانع
machine-model = الطراز
machine-serial = الرقم التسلسلي
machine-number = الرقم الملصق عليها
machine-hours-run = ساعات العمل
machine-in-service-since = في الخدمة منذ
machine-warranty-until = الضمان حتى
machine-read-by = يقرؤها
machine-lent-to = هي مع { $who } حتى { $until }.
machine-asked-of = طُلب من { $who } أخذها حتى { $until }.
machine-service = الخدمة
machine-take-out = إخراج من الخدمة
machine-bring-back = إعادة إلى الخدمة
machine-for-how-long = المدة
machine-for-a-while = لمدة
machine-for-good = نهائيًا
machine-back-in = تعود بعد (ساعات)
machine-back-in-hint = يمكن حجزها لما بعد ذلك. يُترك فارغًا إن لم يُعرف.
machine-out-since = خارج الخدمة منذ { $at }، بواسطة { $who }.
machine-expected-back = يُتوقع أن تعود { $at }.
machine-comes-again = ما يتكرر
machine-open-work = أعمال مفتوحة
machine-no-open-work = ما بُدئ من عمل يبقى هنا حتى يُختم.
machine-counter = ساعات العداد
machine-counter-now = بحسابنا { $hours }.
machine-read-counter = تدوين الساعات
machine-gates = لا تُستعمل ما دام متأخرًا
machine-gates-not = تُستعمل رغم ذلك
machine-when-overdue = عند التأخر
machine-begin-work = بدء العمل
machine-go-on = متابعته
machine-end-plan-means = لا يتكرر بعد الآن ولا يمنع الآلة. وما عُمل يبقى في السجل.
machine-repair = إصلاح
machine-what-is-done = ما يُعمل
machine-another-plan = خطة أخرى
machine-every-days = كل (أيام)
machine-every-hours = كل (ساعات عمل)
machine-whichever-first = عند كليهما، أيهما أسبق.
machine-checklist = قائمة الفحص
machine-checklist-hint = سطر لكل ما يُفحص.
machine-add-plan = إضافة هذه الخطة
machine-result = النتيجة
machine-findings = ما وُجد
machine-findings-hint = يلزم عند الفشل أو إن لم يُعمل.
machine-to-maintenance = إلى الصيانة
machine-parts = القطع المركبة
machine-parts-hint = سطر لكل قطعة: الاسم; الرقم; العدد.
machine-part = القطعة
machine-part-number = الرقم أو التشغيلة
machine-count = العدد
machine-passed-lines = ما اجتاز
machine-close-work = ختم العمل
machine-day = اليوم
machine-empty-is-now = يُترك اليوم والوقت فارغين لما هو الآن.
machine-clock-hint = بنظام 24 ساعة، مثل 06:40.
machine-name = الاسم
machine-name-hint = كما تُسمى، مثل D-06.
machine-kind-hint = آلة الغسيل لا تُستعمل إلا وصيانتها وتطهيرها وماء قسمها سليمة.
machine-number-hint = رقم الجرد الملصق عليها.
machine-firmware-hint = إن لم تقله الآلة نفسها.
machine-ward-hint = حيث تنتمي؛ وماؤها ماء هذا القسم.
machine-no-ward = لا قسم
machine-label-code = رمز QR يفتح لوحة هذه الآلة
machine-label-text = اطبعه وألصقه على الآلة. من يقرأ الرمز يسجّل الدخول أولًا.
machine-lent = سُلّمت مؤقتًا
machine-log-empty = ما يُعمل للآلة يظهر هنا.
machine-what = ماذا
machine-what-happened = ما حدث
machine-whose = في عهدة من كانت
machine-whose-empty = من يقرؤها ومن هي في عهدته ومن كان عليها يظهر هنا.
machine-log-out = خارج الخدمة: { $why }
machine-log-out-for-good = خارج الخدمة نهائيًا: { $why }
machine-log-back = عادت إلى الخدمة
machine-log-disinfected = طُهّرت: { $kind }
machine-log-disinfection-failed = فشل التطهير: { $kind }
machine-log-meter = قُرئ العداد: { $hours }
machine-log-changed = { $field }: { $before } ← { $after }
machine-log-planned = خطة: { $work }
machine-log-unplanned = انتهت الخطة: { $work }
machines-due = ما حان موعده
machines-nothing-due = لا شيء حان موعده
machines-nothing-due-text = يظهر العمل هنا حين يبدأ آخر عُشر من أيامه أو ساعاته.
machines-calendar = تقويم الصيانة
machines-calendar-week = الأسبوع
machines-calendar-cut = في هذه الأسابيع أكثر مما يتسع له المكان هنا. وفي قائمة كل جهاز كل شيء.
notice-maintenance-due = حان موعد صيانة { $what } أو اقترب.
disinfection-last = آخر التطهيرات
disinfection-none = لم يُدوّن أي تطهير
disinfection-none-text = من يطهّر الآلة يدوّنه هنا.
disinfection-with = بماذا
disinfection-passed = اجتاز
disinfection-failed = لم يجتز
disinfection-log-one = تطهير آخر
disinfection-log-it = تدوين
disinfection-degrees = الدرجات المئوية المبلوغة
disinfection-residue = فحص ماء الشطف
disinfection-residue-hint = للهيبوكلوريت وحمض البيراسيتيك: يجب ألا يبقى منه شيء.
disinfection-not-tested = لم يُفحص
disinfection-free = فُحص، لم يبق شيء
disinfection-left = فُحص، بقي شيء
disinfection-note-hint = السبب عند الفشل.
water-context = كل فحص يسري على قسمه مدة؛ ومن دون فحص الماء لا تبدأ آلة غسيل فيه
water-measure = المقياس
water-fluid = السائل
water-fluid-hint = لا يبدأ الترشيح الدموي مع الديال، ولا الترشيح الدموي، ولا غسيل الكلى الدموي الذي وُصف له سائل فائق النقاء، إلا بفحص ساري لسائل الغسيل فائق النقاء.
water-standard = بحسب أي مواصفة
water-nothing-grows = لا ينمو شيء
water-value = القيمة
water-value-hint = رقم مثل 0.02. ما دون حد الكشف: 0.
water-drawn = وقت السحب
water-never = لم يُفحص قط
water-not-valid = لا فحص ساري
water-passed = سليم
water-action = يلزم إجراء
water-failed = فوق الحد
water-no-ward = لا قسم
water-no-ward-text = حدّد قسم الآلة في بياناتها.
water-log-one = فحص آخر
water-log-it = تدوين الفحص
water-point = موضع السحب
water-point-hint = مثل ما بعد خزان الكربون، أو نهاية الحلقة. اكتبها بالطريقة نفسها كل مرة: النقطة التي فشلت تبقى محسوبة حتى تنجح.
water-tests = الفحوص
water-no-tests = لم يُدوّن أي فحص
water-no-tests-text = تظهر فحوص الماء هنا، الأحدث أولًا.
water-limits = الحدود السارية
water-source = البكتيريا والذيفان الداخلي بحسب المواصفة المذكورة؛ والعسر بحسب الممارسة
water-limits-history = حدود سبق ضبطها
water-limit = الحد
water-action-from = يُتخذ إجراء من
water-answers-for = مدة سريان الفحص
water-valid-hours = ساعات سريان الفحص
water-set-limit = ضبط حد
water-set = ضُبط
machine-monitor = جهاز مراقبة
machine-dialysis = آلة غسيل كلوي
machine-continuous = آلة غسيل كلوي على مدار الساعة
water-total-chlorine = الكلور الكلي
water-hardness = العسر الكلي
water-bacteria = البكتيريا
water-endotoxin = الذيفان الداخلي
fluid-water = ماء الغسيل
fluid-standard = سائل غسيل عادي
fluid-ultrapure = سائل غسيل فائق النقاء
fluid-substitution = سائل التعويض
disinfection-heat = حرارة
disinfection-citric-heat = حرارة مع حمض الستريك
disinfection-hypochlorite = هيبوكلوريت
disinfection-peracetic = حمض البيراسيتيك
machine-done-passed = عُمل واجتاز
machine-done-failed = عُمل ولم يجتز: خارج الخدمة
machine-not-done = لم يُعمل
unfit-unknown = لا توجد آلة كهذه.
unfit-inactive = هذه الآلة لم تعد مستعملة.
unfit-maintenance = هذه الآلة خارج الخدمة.
unfit-overdue = صيانة هذه الآلة متأخرة.
unfit-disinfection = آخر تطهير لهذه الآلة فشل.
unfit-water-failed = فحص ماء في هذا القسم فوق حده.
unfit-water-missing = ماء هذا القسم بلا فحص ساري.
unfit-ultrapure-failed = وُصف سائل فائق النقاء، وفحص للسائل فائق النقاء أو لسائل التعويض في هذا القسم فوق حده.
unfit-ultrapure-missing = وُصف سائل فائق النقاء، وسائل الغسيل فائق النقاء في هذا القسم بلا فحص ساري.
may-read-machines = رؤية الآلات وما حان موعده
may-keep-machines = صيانة الآلات
may-set-machine-limits = تحديد قيم المريض التي تنبّه عندها آلة واحدة
may-answer-machine-alarms = الرد على الإنذارات التقنية للآلات
may-manage-machines = تسجيل الآلات وضبط حدود الماء
may-log-disinfections = تدوين التطهير
may-read-water = رؤية فحوص الماء
may-log-water = تدوين فحوص الماء
may-count-machines = عدّ ما عملته الآلات
fault-enter-machine-name = أدخل اسم الآلة.
fault-enter-model = أدخل الطراز.
fault-enter-serial = أدخل الرقم التسلسلي.
fault-warranty-turned = ينتهي الضمان قبل تركيب الآلة.
fault-name-taken = جهاز آخر في هذا المستشفى يحمل هذا الاسم.
fault-serial-taken = جهاز آخر من هذا الطراز له هذا الرقم التسلسلي.
fault-number-taken = جهاز آخر في هذا المستشفى له هذا الرقم.
fault-say-why = اذكر السبب في كلمات قليلة.
fault-back-in = أدخل من 1 إلى 8784 ساعة، أو لا شيء.
fault-out-already = هذه الآلة خارج الخدمة أصلًا.
fault-in-already = هذه الآلة في الخدمة أصلًا.
fault-plan-already = لهذه الآلة خطة لهذا العمل أصلًا.
fault-enter-work = أدخل ما يُعمل.
fault-every-days = أدخل من 1 إلى 3660 يومًا.
fault-every-hours = أدخل من 1 إلى 100000 ساعة.
fault-every-none = أدخل بعد كم يوم أو بعد كم ساعة عمل.
fault-lines = 30 سطرًا على الأكثر.
fault-counter = أدخل ساعات العداد، مثل 12418.
fault-counter-back = هذه ساعات أقل مما قُرئ من قبل. انظر إلى العداد ثانية.
fault-choose-result = اختر النتيجة.
fault-every-line = تجتاز الآلة حين يجتاز كل سطر في القائمة.
fault-say-found = اذكر ما وُجد أو لماذا لم يُعمل.
fault-parts = كل قطعة في سطر: الاسم; الرقم; العدد.
fault-work-closed = هذا العمل مختوم أصلًا.
fault-disinfected-with = اختر بماذا طُهّرت.
fault-whether-passed = اختر هل اجتازت.
fault-residue = تجتاز حين يُفحص ماء الشطف ولا يبقى شيء.
fault-why-failed = اذكر سبب الفشل.
fault-degrees = أدخل من 20 إلى 110 درجات مئوية.
fault-clock = أدخل الوقت بنظام 24 ساعة، مثل 06:40.
fault-clock-too = أدخل الوقت أيضًا، مثل 06:40.
fault-machine-nothing = الجهاز لا يعرض شيئًا الآن. اكتب ما تقرؤه، أو أزل العلامة.
fault-machine-now = الجهاز يعرض ما هو الآن. أزل العلامة، واكتب ما قُرئ حينها.
fault-day-too = أدخل اليوم أيضًا.
fault-lies-ahead = هذا في المستقبل. أدخل متى عُمل.
fault-choose-tested = اختر ما فُحص.
fault-choose-drawn = اختر ما سُحب.
fault-measure-of-fluid = لا يُفحص الكلور والعسر إلا في ماء الغسيل. اختر البكتيريا أو الذيفان الداخلي.
fault-water-value = أدخل القيمة رقمًا، مثل 0.02.
fault-where-drawn = أدخل موضع السحب.
fault-water-limit = أدخل الحد رقمًا فوق 0.
fault-water-level = أدخل المستوى رقمًا فوق 0، أو لا شيء.
fault-level-above = هذا المستوى فوق الحد. راجع الاثنين.
fault-valid-hours = أدخل ساعات سريان الفحص: من 1 إلى 9000.
machine-alarms = الإنذارات التقنية
machine-alarms-note = إنذارات الآلة ودارتها. أما إنذارات المريض فهي في مخططه.
machine-alarms-none = لا إنذار تقني
machine-alarms-none-text = لا إنذار مفتوح للجهاز نفسه، ولم يرد أي إنذار منه في آخر 30 يومًا.
machine-alarm-answer = الرد على إنذار تقني
said-machine-alarm = تم الرد على الإنذار.
machine-next-due = الموعد القادم
machine-yours-until = لديك حتى
hand-over-after = يبدأ بعد
hand-over-at-once = فور القبول
hand-over-begins = يبدأ { $at }
hand-over-agreed = مقبول، يبدأ { $at }
fault-hand-over-after = اختر بداية خلال سبعة أيام.
budget-lane = أي الإنذارات
said-machine-out = الآلة خارج الخدمة.
said-machine-back = عادت الآلة إلى الخدمة.
said-work-begun = بدأ العمل.
said-plan-added = يتكرر العمل من الآن.
said-plan-ended = لا يتكرر العمل بعد الآن.
said-hours-written = دُوّنت الساعات.
said-disinfected = دُوّن التطهير.
said-disinfection-failed = دُوّن. لا تُستعمل الآلة حتى يجتاز تطهير.
said-papers-saved = حُفظ ما تغيّر، وهو في السجل.
said-work-passed = خُتم العمل، وخطته تُحسب من جديد.
said-work-failed = خُتم العمل، والآلة خارج الخدمة.
said-work-given-up = خُتم العمل من دون أن يُعمل.
said-registered = سُجّلت الآلة.
said-test-written = دُوّن الفحص.
said-test-action = دُوّن الفحص. بلغ المستوى الذي يلزم عنده إجراء.
said-test-failed = دُوّن الفحص. هو فوق الحد: لا تبدأ جلسة في هذا القسم حتى يجتاز فحص.
said-ultrapure-failed = دُوّن الفحص. وهو فوق الحد: لا يبدأ علاج يحتاج إلى هذا السائل في هذا القسم حتى ينجح فحص.
said-limit-set = يسري الحد من الآن. وما فُحص من قبل يحتفظ بحد يومه.
machines-unfit = { $n ->
    [0] كل ما في هذه الصفحة يُستعمل
    [zero] كل ما في هذه الصفحة يُستعمل
    [one] آلة واحدة في هذه الصفحة لا تُستعمل
    [two] آلتان في هذه الصفحة لا تُستعملان
    [few] { $n } آلات في هذه الصفحة لا تُستعمل
    [many] { $n } آلة في هذه الصفحة لا تُستعمل
   *[other] { $n } آلة في هذه الصفحة لا تُستعمل
}

# The chair diary

chair-diary = جدول الكراسي
weekly-plan = الخطة الأسبوعية
waiting-for-a-chair = بانتظار كرسي
missed-sessions = الجلسات الفائتة
pages-of-the-diary = صفحات الجدول
find-diary = من يأتي إلى أي كرسي ومتى: حجز ونقل وإلغاء
find-plan = مكان كل مريض في كل أسبوع
find-waiting = من ينتظر مكانًا آخر للغسيل
find-missed = من لم يحضر للغسيل وأين يمكنه الحضور
day-spoken = { $weekday } { $day } { $month }
day-and-month = { $day } { $month }
weekday-and-day = { $weekday } { $day }
shift-at = { $shift }، { $clock }
place-words = { $day }، { $shift }، { $chair }
diary-booked = محجوزة
diary-here = حاضر
diary-running = جارية
diary-held = تمت
diary-ended-early = انتهت مبكرًا
diary-signed = موقعة
diary-did-not-come = لم يحضر
diary-called-off = ملغاة
diary-no-chairs = لا توجد كراسٍ في أي من أقسامك
diary-no-chairs-text = توجد الكراسي في قسم يُجرى فيه الغسيل. ترى كراسي الأقسام التي تناوب فيها.
no-shifts = لا توجد نوبات بعد
no-shifts-text = أضف أوقات الغسيل في القسم فتظهر أماكنه هنا.
whole-week = الأسبوع كله
week-before = الأسبوع السابق
week-after = الأسبوع التالي
diary-chair = الكرسي
diary-day = اليوم
diary-patient = المريض
diary-shift = النوبة
diary-shifts = النوبات
outside-the-shifts = خارج النوبات
chairs-on = الكراسي في { $day }
week-from = أسبوع يبدأ { $day }
isolation-chair = عزل
hdf-chair = HDF
book-chair-in = احجز { $chair }، { $shift }، { $day }
diary-book = احجز
by-the-plan = حسب الخطة
so-many-wait = { $n ->
    [zero] لا أحد ينتظر مكانًا
    [one] شخص واحد ينتظر مكانًا
    [two] شخصان ينتظران مكانًا
    [few] { $n } أشخاص ينتظرون مكانًا
    [many] { $n } شخصًا ينتظرون مكانًا
   *[other] { $n } شخص ينتظرون مكانًا
}
hours-of-shift = من وإلى
end-the-shift = إنهاء النوبة { $name }
name-of-shift = اسم النوبة
diary-begins-at = تبدأ عند
diary-ends-at = تنتهي عند
diary-clock-hint = بتوقيت المستشفى، مثل 06:30.
diary-ends-at-hint = في اليوم التالي إن كان قبل البداية.
add-shift = أضف نوبة
diary-choose-a-patient = اختر مريضًا
only-who-is-prescribed = كل من وُصف له الغسيل.
minutes-of-treatment = دقائق العلاج
minutes-hint = كما وُصف إن لم يُكتب شيء.
session-facts = { $place } · { $state } · { $minutes } دقيقة
diary-move = انقل
diary-choose-why = اختر السبب
why-called-off = سبب الإلغاء
note-for-colleagues = ملاحظة للزملاء
diary-waits-instead-means = إن كان مكان آخر أنسب: ينتظر مكانًا، وتبقى هذه الجلسة له حتى يأخذه.
diary-call-off = ألغِ الجلسة
diary-to-the-chart = إلى الملف
nothing-planned = لا أحد له مكان بعد
nothing-planned-text = أضف من يأتي في أي يوم من كل أسبوع، ثم يُحجز الأسبوع بزر واحد.
add-to-plan = أضف إلى الخطة
day-of-the-week = يوم الأسبوع
diary-from-day = من يوم
diary-last-day = آخر يوم
diary-last-day-hint = فارغ ما لم تُعرف النهاية.
book-this-week = احجز هذا الأسبوع
book-next-week = احجز الأسبوع القادم
book-the-week = { $verb }، من { $day }
book-week-means = يُحجز كل سطر من الخطة ليومه. ما حُجز أو نُقل أو أُلغي من قبل يبقى كما هو.
leave-out = استثنِ
why-left-out = سبب الاستثناء
holds-from = من { $from }
holds-from-to = من { $from } إلى { $until }
not-on = ليس في { $day }
not-on-because = ليس في { $day }: { $reason }
end-place-of = إنهاء مكان { $name } يوم { $day }
diary-minutes = { $n } دقيقة
would-come = يمكنه الحضور
diary-offered = معروض
offer-a-place = اعرض مكانًا
any-shift = أي نوبة
gives-up-another = يتخلى عن جلسة أخرى
nothing-free = لا مكان شاغر
free-place = مكان شاغر
offer-verb = اعرض
answer-until = الجواب حتى { $at }
so-many-more-wait = { $n ->
    [zero] لا أحد غيرهم ينتظر. يأتي أولًا من طلب أولًا.
    [one] شخص واحد آخر ينتظر ولا يظهر هنا. يأتي أولًا من طلب أولًا.
    [two] شخصان آخران ينتظران ولا يظهران هنا. يأتي أولًا من طلب أولًا.
    [few] { $n } أشخاص آخرين ينتظرون ولا يظهرون هنا. يأتي أولًا من طلب أولًا.
    [many] { $n } شخصًا آخر ينتظرون ولا يظهرون هنا. يأتي أولًا من طلب أولًا.
   *[other] { $n } شخص آخر ينتظرون ولا يظهرون هنا. يأتي أولًا من طلب أولًا.
}
diary-nobody-waits = لا أحد ينتظر مكانًا
diary-nobody-waits-text = يطلب المرضى مكانًا آخر في بوابتهم ويبقون هنا حتى يحصلوا عليه.
nobody-missed = لم يفت أحدًا أي جلسة
nobody-missed-text = يظهر هنا من لم يحضر خلال أربعة أسابيع وليس له بديل.
missed-in-four-weeks = الفائتة خلال أربعة أسابيع
so-many-not-shown = { $n ->
    [zero] لا أحد غيرهم. يأتي أولًا من مضى على علاجه أطول وقت.
    [one] شخص واحد آخر لا يظهر هنا. يأتي أولًا من مضى على علاجه أطول وقت.
    [two] شخصان آخران لا يظهران هنا. يأتي أولًا من مضى على علاجه أطول وقت.
    [few] { $n } أشخاص آخرين لا يظهرون هنا. يأتي أولًا من مضى على علاجه أطول وقت.
    [many] { $n } شخصًا آخر لا يظهرون هنا. يأتي أولًا من مضى على علاجه أطول وقت.
   *[other] { $n } شخص آخر لا يظهرون هنا. يأتي أولًا من مضى على علاجه أطول وقت.
}
diary-how-many = العدد
last-missed = آخر جلسة فائتة
last-treated = آخر علاج
next-booked = الجلسة القادمة
book-instead = احجز بديلًا
diary-not-known = غير معروف
diary-none-booked = لا حجز
diary-days-ago = { $n ->
    [zero] اليوم
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $n } أيام
    [many] قبل { $n } يومًا
   *[other] قبل { $n } يوم
}
missed-unknown = السبب غير معروف
missed-ill = مريض
missed-in-hospital = في المستشفى
missed-transport = لا وسيلة نقل
missed-refused = لم يرغب
missed-away = مسافر
missed-asked = بطلب منه
missed-machine = لا جهاز
missed-staff = نقص في العاملين
missed-other = سبب آخر
four-weeks-from = أربعة أسابيع من { $day }
how-full = الامتلاء
places-there-were = الأماكن
sessions-held = تمت
sessions-missed = فائتة
sessions-called-off = ملغاة
chairs-of = { $ward }: { $n ->
    [zero] لا كراسي
    [one] كرسي واحد
    [two] كرسيان
    [few] { $n } كراسٍ
    [many] { $n } كرسيًا
   *[other] { $n } كرسي
}
diary-so-full = { $n }‎% من الأماكن
no-machine-stood = لم يتوقف أي جهاز
no-machine-stood-text = تظهر هنا الأجهزة التي تعذر استخدامها في هذه الأسابيع الأربعة.
machines-out = أجهزة خارج الخدمة
hours-out = ساعات التوقف
breaks-all = ما فات أو خرج من الخدمة أو بقي بلا رد
breaks-full = أماكن الغسيل المشغولة في أربعة أسابيع
breaks-missed = جلسات الغسيل الفائتة في أربعة أسابيع
breaks-machines = أجهزة غسيل خارج الخدمة
breaks-of-sessions = من أصل { $n } من الجلسات
breaks-now = الآن
breaks-alarms = إنذارات 24 ساعة لم يردّ عليها أحد
breaks-of-alarms = من أصل { $n } من الإنذارات
times-out = المرات
diary-out-now = متوقف الآن
my-dialysis = غسيلي الكلوي
find-my-dialysis = جلستي القادمة وما يمكنني شربه وأوزاني والحجز
day-of-my-dialysis = ما هو قادم في غسيلك الكلوي
no-dialysis-for-you = لم يوصف لك غسيل هنا.
my-session-now = جلستي الآن
my-next-session = جلستي القادمة
removed-of = أُزيل { $taken } من { $goal } لتر، { $left }.
to-be-removed = سيُزال { $goal } لتر، { $left }.
diary-minutes-left = بقي { $n } دقيقة
diary-hours-left = بقي { $hours } ساعة و{ $minutes } دقيقة
diary-time-is-over = انتهى الوقت
diary-litres = { $n } لتر
diary-of-litres = من { $n } لتر
value-of-now = هذا ما أظهره الجهاز عند { $at }.
value-of-then = هذه القيمة من { $at }، وقد زادت الآن.
runs-since = بدأت عند { $at } على الكرسي { $chair }.
diary-look-again = تحديث
takes-so-long = غسيل على الكرسي { $chair }، { $minutes } دقيقة من العلاج.
what-i-may-drink = ما يمكنني شربه
drink-a-day = نحو { $litres } لتر في اليوم حتى جلستك القادمة.
drink-in-all = نحو { $litres } لتر إجمالًا حتى جلستك القادمة.
drink-still-above = ما زال في جسمك سائل فوق وزنك المطلوب. اشرب القليل واتصل بالوحدة قبل جلستك القادمة.
drink-very-little = لا تستطيع جلستك القادمة أن تسحب إلا القليل جدًا. اشرب القليل واتصل بالوحدة قبلها.
drink-is = الحساء والفاكهة والثلج محسوبة أيضًا. إن كنت ما زلت تتبول فيمكنك شرب القدر نفسه زيادة. وما قاله طبيبك أولى.
drink-counted = محسوب من { $from } إلى { $until } لوزن { $weight } وبسحب بطيء محتمل.
my-sessions-to-come = جلساتي القادمة
nothing-booked = لا جلسات محجوزة
nothing-booked-text = اتصل بالوحدة إن كنت تتوقع جلسة.
diary-how-long = المدة
diary-give-up = تنازل
give-up-session = تنازل عن هذه الجلسة
give-up-means = سيذهب الكرسي لغيرك. تفويت جلسة خطر: انقلها إن استطعت، واتصل بالوحدة إن شعرت بالمرض.
you-wait-for = أنت تنتظر مكانًا من { $from } إلى { $until }، { $shift }.
place-is-offered = هذا المكان شاغر: { $place }
offer-holds-nothing = يصبح لك إذا أخذته قبل غيرك.
take-it = خذه
take-the-place = خذه: المكان المعروض
do-not-take-it = ليس هذا
do-not-take-the-place = ليس هذا، وواصل الانتظار
wait-no-longer = لا تنتظر بعد الآن
wait-no-longer-for-it = لا تنتظر بعد الآن مكانًا آخر
waiting-for-another = مكان آخر
waiting-is = قل متى يمكنك الحضور ونخبرك حين يشغر مكان.
give-up-for-it = الجلسة التي تتنازل عنها مقابله
give-up-for-it-hint = تبقى لك حتى تأخذ مكانًا آخر. في أسبوع فيه كل الجلسات الموصوفة لا نستطيع أن نعرض عليك مكانًا إلا إذا تنازلت عن إحداها.
give-up-none = لا شيء: أريد جلسة إضافية
you-give-up = تتنازل مقابله عن جلستك في { $at }.
you-give-up-none = لا تتنازل عن أي جلسة مقابله.
offer-waits-until = أجب حتى { $at }. بعد ذلك يُعرض على التالي في الانتظار.
offer-gone = عُرض عليك هذا المكان ولم يعد ممكنًا أخذه: { $place }. تواصل الانتظار.
offer-lapsed = لم تجب في الوقت المناسب ولم يعد هذا المكان معروضًا عليك: { $place }. تواصل الانتظار.
diary-tell-me = أخبروني
my-weights = أوزاني
diary-weight-before = قبل
diary-weight-after = بعد
how-it-went = كيف سارت
weight-to-reach = الوزن المطلوب هو { $weight }.
ended-before-its-time = انتهت قبل وقتها
you-were-not-there = لم تكن حاضرًا
done-as-planned = تمت كما خُطط
book-my-session = احجز جلسة
move-my-session = انقل جلستي
instead-of-session = بدلًا من جلستك في { $at }. تبقى لك حتى تختار.
places-are = هذه الأماكن شاغرة وتناسبك. اضغط على واحد لأخذه.
nothing-free-for-you = لا مكان شاغر في هذه الأيام
nothing-free-for-you-text = انظر في أيام لاحقة، أو اطلب أن نخبرك حين يشغر مكان.
week-is-full = في أسبوع { $day } لديك من الجلسات ما وُصف لك. انقل إحداها لتأتي في وقت آخر.
earlier-days = أيام سابقة
later-days = أيام لاحقة
no-place-suits = لا يناسبك أي مكان؟ اطلب في صفحتك أن نخبرك حين يشغر مكان.
back-to-my-dialysis = العودة إلى غسيلي الكلوي
take-place = خذ { $day }، { $shift }، { $chair }
notice-dialysis-changed = تغير جدول غسيلك.
notice-dialysis-tomorrow = لديك جلسة غسيل خلال اليوم القادم.
notice-place-offered = شغر مكان غسيل كنت تنتظره.
notice-offer-ended = مكان الغسيل الذي عُرض عليك لم يعد معروضًا عليك.
topic-dialysis = جلسات غسيلك

# The chair diary: what its rules and doors say

section-dialysis = جلسات الغسيل والأوزان
diary-title-book = احجز غسيلي
right-diary-read = رؤية من يأتي إلى أي كرسي ومتى
right-diary-plan = حجز الكراسي وكتابة الخطة الأسبوعية
right-diary-own = حجز غسيلهم بأنفسهم
off-patient = بطلب من المريض
off-ill = المريض متوعك
off-in-hospital = المريض في المستشفى
off-machine = لا يمكن استخدام الجهاز
off-staff = لا يوجد عدد كافٍ من العاملين
off-holiday = المريض مسافر
place-not-apart = يلزم كرسي معزول. اختر كرسيًا للعزل.
place-kept-apart = هذا الكرسي محجوز لمن يلزمه العزل.
place-no-hdf = وُصف ترشيح دموي مع ديال أو ترشيح دموي، وهذا الكرسي لا يتيحه.
place-machine = لا يجوز استخدام الجهاز عند هذا الكرسي. اختر كرسيًا آخر.
place-not-ultrapure = وُصف سائل فائق النقاء، وهو في هذا القسم بلا فحص ساري أو فوق حده. اختر مكانًا آخر، أو اطلب فحصه أولًا.
place-choose = اختر يومًا ونوبة وكرسيًا.
place-past = هذا في الماضي. اختر مكانًا قادمًا.
place-taken = هذا الكرسي محجوز في ذلك الوقت. اختر مكانًا آخر.
place-promised = هذا المكان لغيره في ذلك اليوم بحسب الخطة الأسبوعية. اختر مكانًا آخر أو استثنِ ذلك اليوم من الخطة أولًا.
place-machine-taken = الجهاز عند هذا الكرسي محجوز في ذلك الوقت. اختر مكانًا آخر.
place-has-session = توجد جلسة في ذلك الوقت. انقل تلك بدلًا منها.
place-you-have-session = لديك جلسة في ذلك الوقت. اختر مكانًا آخر.
place-too-long = الجلسة أطول من هذه النوبة في ذلك اليوم. اختر نوبة أخرى أو دقائق أقل.
place-under-way = هذه الجلسة جارية أو انتهت أو أُلغيت. أعد تحميل الصفحة.
place-no-patient = لم يعد مريضًا هنا.
place-joined = دُمج هذا الملف مع آخر. احجز في ذلك الملف.
place-not-prescribed = لم يوصف غسيل. يصفه الطبيب أولًا.
place-why = اختر سبب الإلغاء.
place-week-full = في ذلك الأسبوع كل الجلسات الموصوفة. انقل إحداها أو اتصل بالوحدة.
place-too-far = هذا بعيد جدًا. اختر يومًا من الأسابيع الثمانية القادمة.
place-not-free = لم يعد هذا المكان شاغرًا. اختر غيره.
wait-already = أنت تنتظر مكانًا بالفعل. تراجع عن ذلك أولًا.
place-gone = أُخذ هذا المكان في هذه الأثناء. تواصل الانتظار ونخبرك بالتالي.
place-another-offered = عُرض عليك مكان آخر في هذه الأثناء، أو لم يعد يُعرض عليك أي مكان. انظر مرة أخرى.
place-offered-already = هذا المكان معروض على شخص آخر. انتظر جوابه أو اختر غيره.
wait-give-up-which = اختر جلسة محجوزة لم تبدأ بعد.
wait-other-day = لا ينتظر هذا الشخص هذا اليوم. اختر مكانًا آخر.
wait-other-shift = لا ينتظر هذا الشخص هذه النوبة. اختر مكانًا آخر.
wait-refused = عُرض عليه هذا المكان من قبل ولم يأخذه. اختر غيره.
wait-own-session = لديه جلسة في ذلك الوقت بالفعل. اختر مكانًا آخر.
wait-same-time = الجلسة التي سيتنازل عنها في هذا الوقت. اختر مكانًا آخر.
wait-week-full = في أسبوعه كل الجلسات الموصوفة ولا يتنازل عن أي منها مقابله. اختر مكانًا آخر.
shift-name-taken = نوبة أخرى في هذا القسم بهذا الاسم. اختر اسمًا آخر أو أنهِ تلك أولًا.
shift-in-use = لأشخاص أماكن في هذه النوبة حسب الخطة. أنهِ تلك الأسطر أولًا.
shift-name-missing = اكتب اسم النوبة.
shift-clock = اكتب وقتًا، مثل 06:30.
shift-length = النوبة من ساعة إلى 14 ساعة. راجع الوقتين.
minutes-wrong = اكتب من 30 إلى 720 دقيقة.
choose-patient = اختر مريضًا.
choose-shift = اختر نوبة.
choose-chair = اختر كرسيًا.
choose-weekday = اختر يومًا من الأسبوع.
day-not-past = اكتب اليوم أو يومًا لاحقًا، مثل 2026-11-30.
day-not-before = اكتب يومًا ليس قبل الأول أو اتركه فارغًا.
day-within = اكتب يومًا من الأول فصاعدًا، بحد أقصى 60 يومًا بعده.
day-of-line = اكتب يومًا قادمًا يسري فيه هذا السطر، مثل 2026-11-30.
day-left-out = هذا اليوم مستثنى بالفعل.
skip-why = اكتب السبب.
skip-length = استخدم من 3 إلى 200 حرف هنا.
plan-place-taken = هذا المكان لغيره في ذلك اليوم من الأسبوع. اختر غيره أو أنهِ ذلك السطر.
plan-patient-taken = له مكان في ذلك اليوم من الأسبوع. أنهِ ذلك السطر أولًا.
done-place-booked = حُجز المكان.
done-moved = نُقلت الجلسة.
done-called-off = أُلغيت الجلسة.
done-shift-added = أُضيفت النوبة.
done-shift-ended = أُنهيت النوبة.
done-planned = أُضيف إلى الخطة الأسبوعية.
done-unplanned = أُزيل من الخطة الأسبوعية.
done-skipped = استُثني ذلك اليوم.
done-offered = عُرض المكان وأُخبر المريض.
done-given-up = تنازلت عن الجلسة.
done-waiting = سنخبرك حين يشغر مكان.
done-wait-ended = لم تعد تنتظر مكانًا آخر.
done-taken = المكان لك.
done-declined = تواصل انتظار مكان آخر.
done-own-moved = نُقلت جلستك.
done-own-booked = حُجزت جلستك.
rule-sessions-booked = عدد الجلسات المحجوزة: { $n }.

# The chair diary

diary-machine-unfit = الجهاز غير صالح
diary-not-ultrapure = السائل فائق النقاء لم يُفحص أو فوق حده
diary-you-are-here = تم تسجيل حضورك. سيأتي إليك أحدهم.

# The chair diary: what its rules and doors say

diary-to-the-chair = إلى الجلسة
end-place-means = من اليوم يصبح المكان شاغرًا في كل أسبوع. تبقى الجلسات المحجوزة وتُلغى كل واحدة على حدة.
end-shift-means = لا يمكن حجز أحد فيها بعد الآن. ما حُجز يبقى مكانه.
drink-needs-next = يُحسب ما يمكنك شربه حالما تُحجز جلستك القادمة.
gained-between = بين آخر جلستين زاد وزنك { $last }، وأقصى زيادة { $most }.
machine-log-back-with = عادت إلى الخدمة: { $note }
machine-percent = { $n } ٪
machine-for-good-means = نهائيًا: لا يحجزها أحد ولا يشغّلها بعد الآن، وما حُجز عليها يجب نقله.
machine-back-note-hint = ما عُمل حيالها. يظهر في السجل.
machine-booked = { $n ->
    [zero] لا جلسات محجوزة عليها.
    [one] جلسة واحدة محجوزة عليها. انقلها في جدول الكراسي.
    [two] جلستان محجوزتان عليها. انقلهما في جدول الكراسي.
    [few] { $n } جلسات محجوزة عليها. انقلها في جدول الكراسي.
    [many] { $n } جلسة محجوزة عليها. انقلها في جدول الكراسي.
   *[other] { $n } جلسة محجوزة عليها. انقلها في جدول الكراسي.
}
said-nothing-changed = لم يتغير شيء.

# Dialysis: sessions

dialysis = غسيل الكلى
seen-dialysis = غسيل الكلى
notice-dialysis-missed = لم يحضر مريض تعالجه إلى جلسة غسيل الكلى.
notice-dialysis-interrupted = أنهى { $who } قبل الموعد جلسة غسيل كلى لمريض تعالجه.
notice-dialysis-pressure = دُوِّن عند كرسي غسيل كلى ضغط دم منخفض جدًّا أو مرتفع جدًّا.
notice-dialysis-pressure-at = { $chair }: دُوِّن ضغط دم منخفض جدًّا أو مرتفع جدًّا.
notice-dialysis-danger = دُوِّنت حالة طارئة عند كرسي غسيل كلى.
notice-dialysis-danger-at = { $chair }: دُوِّنت حالة طارئة.
hd-above-dry = فوق الوزن الجاف
hd-below-dry = تحت الوزن الجاف
hd-dry-met = بلغ الوزن الجاف
hd-access = المنفذ الوعائي
hd-access-and-infections = المنفذ والعدوى
hd-add-lot = أضف هذه التشغيلة
hd-adequacy = مدى تنقية الدم
hd-agent = ما جرى البحث عنه
hd-all-versions = جميع الإصدارات
hd-amend = أضف التصحيح
hd-amendments = التصحيحات
hd-aneurysm = انتفاخ قد كبر
hd-another-access = منفذ آخر
hd-apart = كرسي منفصل
hd-arterial = الضغط الشرياني للدارة
hd-assess = قيّم
hd-assess-one = قيّم: { $access }
hd-found-unsafe = { $access }: وُجد غير آمن للاستعمال { $ago } ({ $problem }). لا تبدأ جلسة به. حين يصبح آمنًا قيّمه من جديد، أو افحص من جديد بمنفذ آخر.
hd-used-no-longer = { $access } لم يعد مستعملًا. افحص من جديد بمنفذ آخر.
hd-as-ordered = كما وُصف
hd-bleeding = النزف بعد الإبر
hd-blood-flow = تدفق الدم
hd-blood-pressure = ضغط الدم
hd-breaths = التنفس
hd-bruit = اللغط
hd-by-a-monitor = يقيسه جهاز مراقبة بجانبه
hd-by-the-machine = يقيسه الجهاز
hd-chair = الكرسي
hd-chair-apart-asked = هل يلزم كرسي منفصل؟
hd-check-in = المريض حاضر
hd-conductivity = الموصلية
hd-confirm = أكّد ما وُجد
hd-confirmed-by = أكّده
hd-consented = هل يوافق المريض على العلاج اليوم؟
hd-dialysate-flow = تدفق سائل الغسيل
hd-dialysate-temperature = حرارة سائل الغسيل
hd-diastolic = الانبساطي
hd-diastolic-lying = الانبساطي، مستلقيًا
hd-diastolic-standing = الانبساطي، واقفًا
hd-systolic = الانقباضي
hd-systolic-lying = الانقباضي، مستلقيًا
hd-systolic-standing = الانقباضي، واقفًا
hd-did-not-come = لم يحضر
hd-dose = الجرعة
hd-dry-weight = الوزن الجاف
hd-dry-weights = الأوزان الجافة
hd-duration = المدة
hd-ended-early = انتهت مبكرًا بسبب
hd-end-card = نهاية الجلسة
hd-end-early = إنهاء قبل الموعد
hd-end-means = لم يعد الدم يجري، ولم يعد الجهاز يقيس هذا المريض.
hd-end-session = إنهاء الجلسة
hd-exit-site = مخرج القسطرة
hd-expires = صالح حتى
hd-feel-head = الملمس
hd-fell = انخفض الضغط
hd-figure = المؤشر
hd-find-a-lot = ابحث عن تشغيلة
hd-flow = تدفق المنفذ
hd-fluid-rate = معدل سحب السوائل
hd-fluid-removed = السائل المسحوب
hd-for-isolation = عزل
hd-found-after = ما وُجد بعد الجلسة
hd-found-before = ما وُجد قبل البدء
hd-free-chairs = كراسٍ خالية الآن
hd-given = أُعطي
hd-given-verb = تم الإعطاء
hd-glucose = سكر الدم
hd-guideline-alone = حسب الدليل: انخفض الضغط دون أعراض ودون تدخل.
hd-guideline-none = حسب الدليل: لم ينخفض الضغط.
hd-guideline-part = حسب الدليل: انخفض الضغط مع أعراض أو تدخل، لا كليهما.
hd-guideline-whole = حسب الدليل: انخفض الضغط مع أعراض وتدخل.
hd-hand-over = التسليم
hd-holds = سارٍ الآن
hd-how = طريقة الحساب
hd-how-far = المرحلة
hd-infections = العدوى
hd-is-right = الصواب
hd-was-wrong = الخطأ
hd-ktv = Kt/V أحادي الحيز
hd-ktv-so-far = Kt/V حتى الآن
hd-last-pressure = آخر ضغط
hd-litres = الدم المنقّى
hd-to-the-chart = إلى الملف
hd-log = ما جرى
hd-log-checked-in = استُقبل المريض
hd-log-confirmed = نظر شخص ثانٍ
hd-log-ended = انتهت الجلسة
hd-log-looked = فُحص كل شيء قبل البدء
hd-log-signed = وُقّعت
hd-log-started = يجري الدم منذ
hd-looked-at-by = فحصه
hd-look-again = افحص من جديد
hd-look-again-verb = دوّن الفحص الأحدث
hd-lot = رقم التشغيلة
hd-lots = ما لامس الدم
hd-lots-missing = تشغيلات المرشح والأنابيب والإبر
hd-lot-hint = ثلاثة أحرف أو أرقام على الأقل. لا فرق بين المسافات والشرطات والأحرف الصغيرة.
hd-lowest-pressure = أدنى ضغط انقباضي
hd-machine = الجهاز
hd-machine-silent = الجهاز لا يرسل. ما يظهر هنا دُوّن يدويًا.
hd-made-on = أُنشئ في (بقدر ما يُعرف)
hd-may-it-be-used = هل يمكن استعمال المنفذ؟
hd-medicine = الدواء وتركيزه
hd-medicines = الأدوية المعطاة
hd-more = المزيد
hd-need = المطلوب
hd-next-session = الجلسة القادمة
hd-nobody-today = لا أحد محجوز اليوم
hd-nobody-today-text = تُحجز الجلسات في مفكرة الكراسي.
hd-nobody-touched = لم يُعالج به أحد
hd-nobody-touched-text = قارن الرقم بالعبوة مرة أخرى.
hd-note = ملاحظة
hd-nothing-prescribed = لا توجد وصفة غسيل
hd-nothing-prescribed-text = يصف الطبيب قبل الجلسة الأولى.
hd-nothing-so-far = لا شيء
hd-nothing-wanted = لا شيء مطلوب
hd-not-assessed = لم يُقيّم بعد
hd-not-looked-at = لم يُفحص
hd-not-safe = غير آمن للاستعمال
hd-not-used-any-more = لم يعد مستعملًا
hd-now = الآن
hd-no-access = لا منفذ معروف
hd-no-access-text = دوّن أولًا الناسور أو الطعم أو القسطرة.
hd-no-chairs = لا كراسي في أجنحتك
hd-no-chairs-text = الكراسي في جناح غسيل الكلى؛ يراها هنا من يعمل فيه.
hd-no-dry-weight = لم يُحدد وزن جاف
hd-no-dry-weight-text = يحدد الطبيب الوزن الذي لا يبقى عنده ما يُسحب.
hd-difference = الفرق
hd-choose-machine = اختر هذا الجهاز
hd-no-next-session = لا جلسة قادمة محجوزة: إلى المفكرة
hd-no-machine = لا جهاز محدد لهذه الجلسة. ما يظهر هنا يُدوّن يدويًا.
hd-no-sessions = لا جلسات بعد
hd-no-sessions-text = تظهر الجلسات هنا بعد حجزها.
hd-no-symptoms = لا شيء عند السؤال
hd-none-noted = لم يُدوَّن شيء
hd-asked-nothing = سُئل، لا شيء
hd-no-tests = لا فحوص مدونة
hd-no-tests-text = تُطلب فحوص التهاب الكبد B وC وفيروس HIV قبل الجلسة الأولى.
hd-no-urea = لا يوجد قياس لليوريا قبل الجلسة وبعدها
hd-no-urea-text = تُقاس اليوريا مرة في الشهر قبل الجلسة نفسها وبعدها.
hd-ordered = الموصوف
hd-pace-on-time = وفق الخطة
hd-pace-paused = السحب متوقف
hd-pace-reached = بُلغ الهدف
hd-pace-too-late = انتهى الوقت
hd-pages-of-sessions = صفحات الجلسات
hd-prescribe = صِف
hd-prescribed = وُصف
hd-prescribed-and-delivered = الموصوف والمقدّم
hd-prescribe-this = صِف هذا
hd-prescription = الوصفة
hd-pressures = الضغوط
hd-pressure-fell = الضغط أثناء الجلسة
hd-pressure-lying = الضغط مستلقيًا
hd-pressure-standing = الضغط واقفًا
hd-problem = المشكلة
hd-product = المنتج
hd-pulse = النبض
hd-rate-fine = 10 mL/kg/h أو أقل
hd-rate-strong = فوق 13 mL/kg/h: ضرر أكبر معروف. أطل العلاج أو اسحب أقل.
hd-rate-warn = فوق 10 mL/kg/h
hd-readings = القراءات
hd-shown-of = مأخوذ من الجهاز: { $what }
hd-shown = قيم الجهاز كما عرضها
hd-last-value = الأخيرة: { $value } عند { $clock }
hd-of-machine-typed = اكتب قيم الجهاز
hd-machine-shows-hint = التدفقات وضغوط الخطوط والسائل المزال والموصلية ودرجة حرارة سائل الغسيل ومضاد التخثر. لا ضغط الدم ولا النبض. ما تكتبه يحل محله.
hd-machine-shows = خذ ما يعرضه الجهاز وقت الكتابة
hd-record-reading = دوّن القراءة
hd-result = النتيجة
hd-revise = راجع
hd-revise-prescription = مراجعة الوصفة
hd-safe-head = آمن؟
hd-safe-to-use = آمن للاستعمال
hd-saline-amount = كمية المحلول الملحي
hd-sbar-assessment = التقييم
hd-sbar-background = الخلفية
hd-sbar-recommendation = التوصية
hd-sbar-situation = الوضع
hd-second-by-another = يؤكد شخص غيرك ما وجدته: المريض والجهاز والوصفة.
hd-second-what = انظر بنفسك إلى المريض والجهاز والوصفة، ثم أكّد.
hd-self-test = هل اجتاز الجهاز فحصه الذاتي؟
hd-session = الجلسة
hd-sessions = الجلسات
hd-setting = الإعداد
hd-set-another = حدّد غيره
hd-set-dry-weight = حدّد الوزن الجاف
hd-set-this-weight = حدّد هذا الوزن
hd-side = الجانب
hd-sign = وقّع
hd-signed-means = يبقى ما كُتب كما هو. يُصحَّح الخطأ ويُقرأ النصان.
hd-sign-means = لا يتغير منها شيء بعد ذلك.
hd-site = الموضع
hd-spo2 = SpO₂
hd-start = ابدأ الجلسة
hd-step-after = الفحص بعدها
hd-step-check-in = الاستقبال
hd-step-look = الفحص قبل البدء
hd-step-runs = يجري الدم
hd-step-second = شخص ثانٍ
hd-step-sign = التوقيع
hd-step-start = البدء
hd-still-to-do = ما بقي
hd-symptoms = الشكاوى
hd-target = الهدف
hd-target-of = الهدف { $target }
hd-temperature = الحرارة
hd-tested-on = يوم الفحص
hd-thrill = الارتجاف
hd-time = الوقت
hd-time-is-over = انتهى الوقت
hd-time-left = الوقت المتبقي
hd-touched = من عولج به
hd-touched-more = هناك أكثر مما يظهر هنا. اكتب المزيد من الرقم.
hd-to-dialysis = إلى صفحة غسيل الكلى
hd-to-dry-weight = حتى الوزن الجاف
hd-around-the-clock = على مدار الساعة
hd-continuous = غسيل على مدار الساعة
hd-continuous-text = يعمل ليل نهار وليس جلسة: لا مدة له ولا وزن جاف يُبلغ ولا حد للسائل في الساعة. السائل الخارج هو مجموع سائل الغسيل وسائل الاستبدال وما يُسحب من المريض.
hd-continuous-none = لم يرسل الجهاز أي قيمة في الدقائق العشر الأخيرة.
hd-continuous-over = لم يعد أي جهاز يغسل لهذا المريض على مدار الساعة. أعد تحميل الصفحة.
hd-continuous-hint = على مدار الساعة (CVVHDF) لا تنطبق المدة والأيام وأعلى معدل للسائل؛ والسائل والاستبدال هما لمدة 24 ساعة.
hd-fluid-hint = يستخدم الترشيح الدموي مع الديال والترشيح الدموي سائل غسيل فائق النقاء في كل حال. وحين يوصف لغسيل الكلى الدموي لا يُحجز شيء ولا يبدأ دون فحص ساري له.
hd-steps-hint = لنمط متناقص أو متدرج: أربع حصص صحيحة من السائل بينها مسافات، ومجموعها 100. بدونها لا يُقارَن السائل المسحوب بالخطة.
hd-steps-not-watched = غير موصوفة، فلا يُقارَن السائل المسحوب بالخطة
hd-to-the-chair = إلى الكرسي
hd-to-the-unit = إلى جميع الكراسي
hd-transmembrane = الضغط عبر الغشاء
hd-uf-goal = السائل المطلوب سحبه (فارغ: كما وُصف، وإلا حتى الوزن الجاف)
hd-unit = الوحدة
hd-until = حتى
hd-urea = اليوريا
hd-value = القيمة
hd-venous = الضغط الوريدي
hd-version-head = الإصدار
hd-washback = إعادة الدم
hd-way = الطريقة
hd-weight = الوزن
hd-weight-before-after = الوزن قبل وبعد
hd-weight-gain = الوزن المكتسب منذ آخر جلسة
hd-what-was-done = ما فُعل
hd-what-went-wrong = ما ساء
hd-why-above = لماذا يُسحب في الساعة أكثر مما تسمح به الوصفة؟
hd-why-so = السبب
hd-witness = شهدتُ الإعطاء
hd-witness-head = الشاهد
hd-witness-wanted = مطلوب شاهد
hd-write-down = دوّن
hd-access-in-words = { $kind }، { $side }، { $site }
hd-below = تحت { $limit }
hd-chair-apart = يلزم كرسي منفصل: { $agents }.
hd-chair-of-name = الكرسي { $name }
hd-dry-is = الوزن الجاف { $weight }
hd-falls-on-standing = ينخفض { $by } عند الوقوف
hd-fell-in-sessions = انخفض كثيرًا في { $n } من { $all } جلسة
hd-from-until = من { $from } إلى { $until }
hd-gained-percent = { $weight } ({ $percent } من الوزن الجاف)
hd-last-after-is = بعد آخر جلسة { $weight }
hd-least-and-target = الأدنى { $least }، الهدف { $target } ({ $source })
hd-left-ends = بقي { $left }، تنتهي { $at }
hd-bound-earlier = الحد { $limit }: بحسب الجلسات السابقة للمريض
hd-bound-machine = الحد { $limit }: خاص بهذا الجهاز
hd-bound-patient = الحد { $limit }: خاص بالمريض
hd-bound-prescription = الحد { $limit }: من الوصفة
hd-bound-start = الحد { $limit }: بحسب بداية هذه الجلسة
hd-limit = الحد { $limit }
hd-log-after = بعدها: { $weight }، { $pressure }، سُحب { $removed }
hd-log-ended-early = انتهت قبل الموعد: { $why }
hd-log-witnessed = { $medicine }: شوهد
hd-nadir-fell = انخفض إلى { $lowest }، تحت { $limit }
hd-nadir-held = الأدنى { $lowest }، ليس تحت { $limit }
hd-of = من { $whole }
hd-of-the-dry-weight = { $percent } من الوزن الجاف
hd-of-time = { $part } من { $whole }
hd-of-volume = سُحب { $part } من { $whole }
hd-own-level = { $level } المعتاد
hd-pace-late = متأخر: يلزم { $rate }
hd-plan-needs = يلزم { $time } للبقاء تحت { $bound }؛ يمكن سحب { $fits } في مدة الجلسة.
hd-plan-largest = الربع الذي يُسحب فيه الأكثر، { $percent } من الكمية: { $share }.
hd-plan-needs-each = يلزم { $time } للبقاء تحت { $bound } في كل ربع؛ يمكن سحب { $fits } في مدة الجلسة بهذا النمط.
hd-plan-rate = { $goal } في { $time }: { $rate }، { $share } { $which }.
hd-sessions-shown = الجلسات المعروضة: { $n }
hd-target-and-stands = الهدف { $target }. { $stands }
hd-touched-count = الأشخاص: { $people }، القيود: { $entries }
hd-trend-of = { $what }، آخر { $n } جلسة
hd-trend-of-a-year = { $what } في السنة الأخيرة، عدد الجلسات التي قيس فيها: { $n }
hd-urea-measured = آخر قياس لليوريا قبل الجلسة وبعدها كان قبل هذا العدد من الأيام: { $days }، وتقاس مرة في الشهر (KDOQI 2006).
hd-session-short = استمرت الجلسة الأخيرة { $time }، أي أقل من { $least } (KDOQI 2015).
hd-week-short = الموصوف أسبوعيًا { $hours }، أي أقل من { $least } (Renal Association 2019).
hd-unit-counts = جارية: { $running } · مطلوب: { $wanted } · كراسٍ: { $chairs }
hd-unwitnessed = بلا شاهد بعد: { $medicines }. يشهد عليه شخص غير من أعطاه، ثم يُوقَّع.
hd-urea-from-to = اليوريا { $from } ← { $to }
hd-version = الإصدار { $n }
hd-witness-label = شهدتُ إعطاء { $medicine }
place-dialysis = غسيل الكلى
hd-was-made = أُنشئ { $on }
find-dialysis = كراسي جناح غسيل الكلى اليوم: من يجلس وأين بلغت كل جلسة ومن يحتاج أولًا
find-dialysis-lots = من عولج بمرشح أو أنابيب أو إبر مسترجعة
hd-patterns = ما يتكرر
hd-over-sessions = على مدى آخر { $n } جلسة أُجريت
hd-nothing-recurs = لا ضغط ولا زيادة وزن تسير في اتجاه واحد من أسبوع إلى آخر.
hd-from-to-in-four-weeks = { $change } في أربعة أسابيع، من { $from } إلى { $to }
hd-at-flow = عند تدفق دم { $flow }
hd-gain-before = زيادة الوزن حسب يوم الجلسة
hd-mean = المتوسط
hd-most = الأقصى
hd-dose-of = { $part } (وحدة دولية؛ مل من السترات)
hd-dose-an-hour-of = { $part } (وحدة دولية/ساعة؛ مل/ساعة من السترات)
hd-book-instead = احجز مكانًا في الجدول
hd-found-of-infections = عدوى وُجدت
hdn-checked-in = مستقبَل
hdn-haemodialysis = غسيل الكلى الدموي
hdn-haemodiafiltration-before-the-dialyser = ترشيح دموي مع ديال، قبل المرشح
hdn-haemodiafiltration-after-the-dialyser = ترشيح دموي مع ديال، بعد المرشح
hdn-haemofiltration = الترشيح الدموي
hdn-isolated-ultrafiltration = ترشيح فائق معزول
hdn-continuous-haemodiafiltration = ترشيح دموي مع ديال مستمر (CVVHDF)
hdn-replacement-fluid = سائل الاستبدال
hdn-fluid-taken = السائل المسحوب من المريض
hdn-effluent = السائل الخارج من المرشح
hdn-access-pressure = ضغط السحب
hdn-return-pressure = ضغط الإرجاع
hdn-even = ثابت
hdn-falling = متناقص
hdn-in-steps = على درجات
hdn-no-anticoagulant = بلا مضاد تخثر
hdn-heparin = هيبارين
hdn-low-molecular-weight-heparin = هيبارين منخفض الوزن الجزيئي
hdn-citrate = سترات
hdn-another-anticoagulant = مضاد تخثر آخر
hdn-days = الأيام
hdn-dialyser = المرشح
hdn-potassium = البوتاسيوم
hdn-calcium = الكالسيوم
hdn-sodium = الصوديوم
hdn-sodium-at-the-end = الصوديوم في النهاية
hdn-bicarbonate = البيكربونات
hdn-fluid-to-remove = السائل المطلوب سحبه
hdn-fluid-profile = نمط سحب السوائل
hdn-dialysis-fluid = سائل الغسيل
hdn-fluid-in-each-quarter = السائل في كل ربع من الوقت
hdn-highest-fluid-rate = أعلى معدل لسحب السوائل
hdn-anticoagulant = مضاد التخثر
hdn-dose-at-the-start = الجرعة عند البدء
hdn-dose-an-hour = الجرعة في الساعة
hdn-stops-before-the-end = يتوقف قبل النهاية
hdn-about-the-anticoagulant = عن مضاد التخثر
hdn-needles = الإبر
hdn-single-needle = إبرة واحدة
hdn-substitution = التعويض
hdn-monday = الاثنين
hdn-tuesday = الثلاثاء
hdn-wednesday = الأربعاء
hdn-thursday = الخميس
hdn-friday = الجمعة
hdn-saturday = السبت
hdn-sunday = الأحد
hdn-short-of-breath = ضيق نفس
hdn-swollen = متورم
hdn-dizzy = دوار
hdn-sick-or-vomiting = غثيان أو قيء
hdn-cramps = تشنجات
hdn-pain-in-the-chest = ألم في الصدر
hdn-fever-or-shivering = حمى أو قشعريرة
hdn-bleeding = نزف
hdn-a-fall-since-the-last-time = سقوط منذ المرة السابقة
hdn-the-conductivity-is-not-between-125 = الموصلية ليست بين 12.5 و15.5 mS/cm.
hdn-saline-given = أُعطي محلول ملحي
hdn-fluid-removal-paused = أُوقف سحب السوائل مؤقتًا
hdn-fluid-removal-resumed = استؤنف سحب السوائل
hdn-fluid-removal-slowed = أُبطئ سحب السوائل
hdn-blood-flow-changed = غُيّر تدفق الدم
hdn-legs-raised = رُفعت الساقان
hdn-oxygen-given = أُعطي أكسجين
hdn-dialysate-cooled = بُرّد سائل الغسيل
hdn-needle-moved = حُرّكت الإبرة
hdn-doctor-called = استُدعي الطبيب
hdn-something-else-was-done = تدخل آخر
hdn-into-the-circuit = في الدارة
hdn-into-a-vein = في الوريد
hdn-by-mouth = بالفم
hdn-under-the-skin = تحت الجلد
hdn-as-a-lock-of-the-catheter = كقفل للقسطرة
hdn-the-pressure-fell = انخفض الضغط
hdn-headache = صداع
hdn-the-circuit-clotted = تخثرت الدارة
hdn-the-fistula-blew = تمزق الناسور
hdn-needled-more-than-once = أكثر من وخزة
hdn-it-bled-long = نزف طويل
hdn-a-needle-came-out = خرجت إبرة
hdn-air-in-the-line = هواء في الأنبوب
hdn-alarm-of-the-machine = إنذار الجهاز
hdn-clear = صافٍ
hdn-streaked = مخطط
hdn-clotted = متخثر
hdn-not-given-back = لم يُعد
hdn-lines = الأنابيب
hdn-concentrate = المركّز
hdn-nobody-knows = غير معروف
hdn-nobody-brought-them = لم يجد من ينقله
hdn-they-did-not-want-to = لم يرغب
hdn-moved-to-another-time = نُقلت إلى وقت آخر
hdn-they-asked-for-it = بطلب المريض
hdn-they-wished-it = رغبة المريض
hdn-the-access = المنفذ
hdn-the-machine = الجهاز
hdn-they-were-unwell = توعك
hdn-an-emergency-in-the-room = طارئ في القاعة
hdn-fistula = ناسور
hdn-graft = طعم
hdn-tunnelled-catheter = قسطرة نفقية
hdn-catheter-not-tunnelled = قسطرة غير نفقية
hdn-left = الأيسر
hdn-it-failed = فشل
hdn-it-was-taken-out = أُزيل
hdn-it-was-infected = أُصيب بعدوى
hdn-another-came-in-its-place = حل محله آخر
hdn-as-it-should-be = كما ينبغي
hdn-weak = ضعيف
hdn-soft = لين
hdn-firm = صلب
hdn-it-beats-like-an-artery = ينبض كالشريان
hdn-clean = نظيف
hdn-red = أحمر
hdn-no-thrill-or-bruit = لا ارتجاف ولا لغط
hdn-weak-thrill-or-bruit = ارتجاف أو لغط ضعيف
hdn-a-bulge = انتفاخ
hdn-the-exit-is-not-clean = المخرج غير نظيف
hdn-low-flow = تدفق منخفض
hdn-hepatitis-b = التهاب الكبد B
hdn-hepatitis-c = التهاب الكبد C
hdn-hiv = فيروس HIV
hdn-mrsa = MRSA
hdn-vre = VRE
hdn-tuberculosis = السل
hdn-covid-19 = كوفيد-19
hdn-positive = إيجابي
hdn-negative = سلبي
hdn-immune = محصّن
hdn-not-known-yet = غير معروف بعد
hdn-urea-reduction-urr = نسبة خفض اليوريا (URR)
hdn-kt-v-equilibrated-daugirdas = Kt/V المتوازن (Daugirdas)
hdn-kt-v-equilibrated-tattersall = Kt/V المتوازن (Tattersall)
hdn-kt-v-of-a-week-standard = Kt/V الأسبوعي (المعياري)
hdn-urea-before = اليوريا قبل
hdn-urea-after = اليوريا بعد
hdn-fluid-removed = السائل المسحوب
hdn-weight-after = الوزن بعد
hdn-sessions-a-week = جلسات في الأسبوع
hdn-on-target = ضمن الهدف
hdn-above-the-least-below-the-target = فوق الأدنى وتحت الهدف
hdn-below-the-least = تحت الأدنى
hdn-a-weight-is-missing = ينقص وزن.
hdn-the-duration-is-missing = تنقص المدة.
hdn-urea-before-or-after-is-missing = تنقص اليوريا قبل أو بعد.
hdn-urea-after-is-not-below-urea = اليوريا بعد ليست أقل من قبل.
hdn-urea-fell-so-far-that-the = انخفضت اليوريا حتى لم تعد المعادلة صالحة.
hdn-the-fluid-removed-is-missing = ينقص السائل المسحوب.
hdn-the-sessions-of-a-week-are = تنقص جلسات الأسبوع.
hdn-by-the-weight-after = حسب الوزن بعد
hdn-by-the-weight-before = حسب الوزن قبل
hdn-by-the-dry-weight = حسب الوزن الجاف
hdn-alarm = إنذار
hdn-something-happened = حدث شيء
hdn-blood-pressure-is-low = ضغط الدم منخفض
hdn-has-not-come = لم يحضر بعد
hdn-second-look = نظرة ثانية
hdn-waits-to-start = ينتظر البدء
hdn-to-be-signed = بانتظار التوقيع
hdn-nothing-waits = لا شيء ينتظر
hdn-lowest-blood-pressure-falls = أدنى ضغط دم ينخفض
hdn-blood-pressure-before-falls = ضغط الدم قبل الجلسة ينخفض
hdn-venous-pressure-rises = الضغط الوريدي يرتفع
hdn-arterial-pressure-gets-more-negative = الضغط الشرياني يزداد سلبية
hdn-weight-gained-between-sessions-rises = زيادة الوزن بين الجلسات ترتفع
hds-read-this-patients-dialysis = قراءة غسيل هذا المريض
hds-prescribe-dialysis = وصف غسيل الكلى
hds-run-sessions-of-dialysis = إدارة جلسات غسيل الكلى
hds-sign-sessions-of-dialysis = توقيع جلسات غسيل الكلى
hds-find-who-was-treated-with-a = البحث عمن عولج بتشغيلة
hds-this-session-does-not-wait-for = لم تعد هذه الجلسة تنتظر أحدًا. انظر من جديد.
hds-what-is-looked-at-before-the = يُدوَّن الفحص قبل البدء بعد الاستقبال وقبل البدء. انظر من جديد.
hds-the-prescription-was-revised-meanwhile-look = رُوجعت الوصفة في هذه الأثناء. انظر إلى الجديدة أولًا.
hds-choose-an-access-that-is-in = اختر منفذًا مستعملًا.
hds-this-session-does-not-wait-for-2 = لم تعد هذه الجلسة تنتظر نظرة ثانية. انظر من جديد.
hds-somebody-has-confirmed-this-already = أكده أحدهم من قبل.
hds-another-person-than-who-looked-first = يجب أن يؤكده شخص غير من فحص أولًا.
hds-this-session-has-not-been-checked = لم تُستقبل هذه الجلسة أو هي جارية بالفعل. انظر من جديد.
hds-something-was-looked-at-again-meanwhile = جرى فحص أحدث. أكّد الأحدث أولًا.
hds-the-prescription-was-revised-meanwhile-look-2 = رُوجعت الوصفة في هذه الأثناء. افحص كل شيء من جديد بالوصفة الجديدة.
hds-the-access-is-not-safe-to = المنفذ غير آمن. دوّن فحصًا آخر حين يصبح آمنًا، أو منفذًا آخر.
hds-the-access-was-found-not-safe = وُجد المنفذ غير آمن للاستعمال في آخر تقييم: ما وُجد مدوّن تحت «المنفذ والعدوى». حين يصبح آمنًا قيّمه هناك من جديد، أو افحص من جديد بمنفذ آخر.
hds-the-access-that-was-looked-at = المنفذ الذي فُحص لم يعد مستعملًا. افحص من جديد بمنفذ آخر.
hds-tick-what-they-complain-of = أشّر على الشكاوى، أو على أنه لا شيء: لا الاثنين معًا.
hds-the-conductivity-is-not-between-125 = الموصلية ليست بين 12.5 و15.5 mS/cm. لا توصّل المريض؛ استدع الفني.
hds-a-second-person-has-to-confirm = يجب أن يؤكد شخص ثانٍ ما فُحص قبل البدء.
hds-this-session-does-not-run-look = هذه الجلسة ليست جارية. انظر من جديد.
hds-it-ends-after-it-began-check = تنتهي بعد أن تبدأ. تحقق من الوقت.
hds-what-is-looked-at-afterwards-is = يُدوَّن الفحص اللاحق بعد النهاية وقبل التوقيع. انظر من جديد.
hds-this-session-does-not-wait-for-3 = لا تنتظر هذه الجلسة توقيعًا. انظر من جديد.
hds-write-down-first-what-was-looked = دوّن أولًا الفحص اللاحق: الوزن والضغط وإعادة الدم.
hds-another-person-than-who-gave-it = يجب أن يشهد عليه شخص غير من أعطاه.
hds-somebody-has-witnessed-this-already = شهد عليه أحدهم من قبل.
hds-only-what-is-signed-is-amended = لا يُصحَّح إلا ما وُقّع. قبل ذلك دوّن من جديد.
hds-this-session-takes-nothing-more-of = لا تقبل هذه الجلسة المزيد من هذا النوع. انظر من جديد.
hds-this-machine-is-out-of-use = هذا الجهاز خارج الخدمة. اختر غيره.
hds-this-machine-is-in-maintenance-choose = هذا الجهاز في الصيانة. اختر غيره.
hds-the-maintenance-of-this-machine-is = صيانة هذا الجهاز متأخرة. اختر غيره أو استدع الفني.
hds-the-last-disinfection-of-this-machine = فشل آخر تطهير لهذا الجهاز. طهّره أو اختر غيره.
hds-the-last-test-of-the-water = فشل آخر فحص للماء. لا يُوصَّل أحد قبل فحص جديد سليم.
hds-there-is-no-valid-test-of = لا يوجد فحص صالح للماء. افحصه ودوّنه أولًا.
hds-ultrapure-failed = وُصف سائل فائق النقاء، وآخر فحص للسائل فائق النقاء أو لسائل التعويض فشل. انتظر فحصًا سليمًا، أو اطلب مراجعة الوصفة.
hds-ultrapure-missing = وُصف سائل فائق النقاء، ولا يوجد فحص صالح لسائل الغسيل فائق النقاء. افحصه ودوّنه أولًا.
hds-choose-why-they-did-not-come = اختر سبب عدم الحضور.
hds-the-session-has-not-begun-yet = لم تبدأ الجلسة بعد. إن كان المريض لن يحضر فألغها في المفكرة.
hds-choose-why-it-ends-before-its = اختر سبب الإنهاء قبل الموعد.
hds-somebody-has-signed-this-already = وقّعها أحدهم من قبل.
hds-something-was-written-since-you = دُوّن شيء بعد أن نظرت. انظر إليه من جديد ثم وقّع.
hds-somebody-else-was-treated-on-this = كان شخص آخر يُعالَج على هذا الجهاز في ذلك الوقت. تحقق من الوقت.
hds-somebody-else-was-treated-at-this = كان شخص آخر يُعالَج على هذا الكرسي في ذلك الوقت. تحقق من الوقت.
hds-say-why-it-is-prescribed-so = اذكر سبب هذه الوصفة.
hds-somebody-else-has-just-prescribed-look = وصف شخص آخر للتو. انظر إلى ما يسري الآن قبل المراجعة.
hds-they-are-no-patient-of-this = ليس مريضًا في هذا المستشفى.
hds-say-why-the-weight-is-this = اذكر سبب هذا الوزن الآن.
hds-this-access-stands-here-already = هذا المنفذ مدوّن بالفعل.
hds-write-what-is-wrong-as-it = اكتب الخطأ كما هو في 1,000 حرف على الأكثر.
hds-write-what-is-right-in-at = اكتب الصواب في 1,000 حرف على الأكثر.
hds-say-why-in-at-most-500 = اذكر السبب في 500 حرف على الأكثر.
hds-both-texts-are-the-same-write = النصان متطابقان. اكتب الصواب.
hds-enter-at-least-three-letters-or = أدخل ثلاثة أحرف أو أرقام على الأقل من رقم التشغيلة.
hds-it-is-prescribed-what-held-before = تمت الوصفة. يبقى ما سبقها مقروءًا.
hds-the-dry-weight-is-set = حُدد الوزن الجاف.
hds-the-access-is-written-down = دُوّن المنفذ.
hds-what-was-found-is-written-down = دُوّن ما وُجد.
hds-it-is-used-no-longer-that = لم يعد مستعملًا؛ ويبقى ظاهرًا أنه كان.
hds-the-result-is-written-down = دُوّنت النتيجة.
hds-they-are-checked-in = استُقبل المريض.
hds-it-is-written-down-that-they = دُوّن أن المريض لم يحضر.
hds-it-is-written-down-a-second = دُوّن. يؤكده شخص ثانٍ.
hds-it-is-confirmed-the-session-may = تم التأكيد. يمكن بدء الجلسة.
hds-the-session-runs = الجلسة جارية.
hds-it-is-written-down-another-person = دُوّن. يشهد عليه شخص آخر.
hds-it-is-witnessed = تمت الشهادة.
hds-it-is-written-down = دُوّن.
hds-the-session-has-ended-write-down = انتهت الجلسة. دوّن الفحص اللاحق.
hds-it-is-written-down-a-doctor = دُوّن. يوقّعه طبيب.
hds-it-is-signed-what-was-written = تم التوقيع: يبقى ما كُتب كما هو.
hds-the-amendment-is-added-both-texts = أُضيف التصحيح. يبقى النصان.
hds-enter-the-gauge-of-the-needles = أدخل قياس الإبر.
hds-enter-the-number-of-the-lot = أدخل رقم التشغيلة كما على العبوة: من 2 إلى 40 حرفًا أو رقمًا أو نقطة أو شرطة.
hds-sessions-of-dialysis-are-still-to = ما زالت جلسات غسيل كلى قادمة في السجل الذي سيقود إلى الآخر. أبقِ ذلك السجل أو ألغِ الجلسات أولًا.
hds-the-machine-is-chosen = اختير الجهاز.
hds-choose-a-machine-of-the-list = اختر جهازًا من القائمة.
hds-this-machine-is-not-known-any = لم يعد هذا الجهاز معروفًا. اختر غيره.
hds-choose-the-machine-on-which-they = اختر أولًا الجهاز الذي يُعالج عليه.
hds-the-session-before-on-this-machine = لم تنته الجلسة السابقة على هذا الجهاز. أنهها أولًا أو اختر جهازًا آخر.
hds-the-session-before-at-this-chair = لم تنته الجلسة السابقة على هذا الكرسي. أنهها أولًا.
hds-this-machine-is-kept-for-somebody = هذا الجهاز محجوز لغيره في ذلك الوقت. اختر غيره.
hds-this-session-has-gone-on-meanwhile = تقدمت هذه الجلسة في هذه الأثناء. انظر من جديد.
hd-units = { $n } وحدة دولية
hd-units-an-hour = { $n } وحدة دولية في الساعة
again-live = مباشر، { $clock }
again-stale = غير مباشر: كما كان عند { $clock }
again-as-of = كما كان عند { $clock }
hd-went-on = تقدمت هذه الجلسة في هذه الأثناء. أعد تحميل الصفحة.
hd-alarms-now = إنذارات هذا الكرسي
hd-answer-alarms = أجب عنها في المخطط المباشر
hd-answer-here = أجب عنها هنا
hd-answer-card = الرد على إنذار
hd-check-alarm = الإنذار
hd-checks = الفحوص
hd-checks-done = أُنجز { $done } من { $of }
hd-check-done = تم
hd-check-due = مستحق
hd-check-later = لاحقًا
hd-check-stop = إيقاف مضاد التخثر
hd-check-witness = شهادة على الأدوية
hd-check-access = النظر إلى المنفذ الوعائي
hd-access-in-sight = هل الموضع والأنبوب ظاهران؟
hd-access-found = ما وُجد
hd-access-covered = { $found }، غير ظاهر
hd-access-looked = المنفذ الوعائي عند آخر نظر
hd-log-access = نُظر إلى المنفذ الوعائي: { $found }
hd-anticoagulant-given = مضاد التخثر المُعطى حتى الآن
hd-anticoagulant-in-ml = تعدّ الآلة مضاد التخثر بمليلترات محقنتها. ولا يُعرف هنا كم وحدة في المليلتر، فلا يقارن بجرعة.
hd-sodium-profile = يتبع الصوديوم نمطًا متدرجًا: وُصفت بدايته ونهايته، لا ما بينهما. يُضبط على الجهاز، ولا تُقارن به قيمة حالية.
hd-substitution-rate = معدل سائل التعويض
hd-score-oldest = أقدم جزء { $at }
hd-risk-high = خطورة عالية
hd-risk-medium = خطورة متوسطة
hd-risk-low-medium = خطورة منخفضة إلى متوسطة
hd-machine-left = بحسب الجهاز { $left }، { $at }
hd-processed-told = أفاد الجهاز بـ { $litres } في { $at }.
hdn-access-nothing-wrong = لا شيء غير طبيعي
hdn-access-swelling = تورم
hdn-access-needle-out-of-place = الإبرة ليست في مكانها
hdn-access-line-loose = الأنبوب غير مثبت
dialysis-says-access-look-running = لا يُكتب هذا إلا أثناء جريان الدم. انظر من جديد.
hd-course = الضغوط منذ البداية
hd-course-none = لم يُقَس أي ضغط في هذه الجلسة بعد.
hd-fall-facts = ما يُعرف عن هبوط الضغط
hd-fall-no-chance = لا تُعرض أي نسبة احتمال: لم يشغّل هذا المستشفى أي توقع. هذه هي الوقائع التي كان سيعتمد عليها. هي تنصح ولا تقرر شيئًا.
hd-fall-now = الضغط الانقباضي الآن
hd-fall-trend = التغير خلال الساعة الأخيرة
hd-fall-trend-none = أقل من ثلاثة ضغوط في الساعة الأخيرة
hd-fall-before = الضغط الانقباضي قبل العلاج
hd-fall-history = آخر الجلسات التي هبط فيها الضغط كثيرًا
hd-fall-history-of = { $fell } من { $of }
hd-fall-history-none = لا تُعرف جلسة سابقة
hd-fall-lowest-machine = أدنى ضغط انقباضي قاسه الجهاز
hd-fall-elapsed = منذ البداية
hd-an-hour = { $change } مم زئبق في الساعة
hd-pattern-over = { $name } خلال { $n } جلسات
hd-pattern-not-told = لا أكثر من الصدفة
hd-over-time = مع الوقت
hd-first-and-last = الأولى والأخيرة
hd-lowest-in-session = أدنى ضغط في الجلسة
hd-pressure-before = الضغط قبلها
diary-put-on-list = أضف شخصًا إلى القائمة
diary-put-on-list-means = يُعرض عليهم أول مكان يخلو ويناسبهم، فيأخذونه أو لا.
diary-put-on-list-verb = أضف
diary-take-off-list = أزل من القائمة
diary-take-off-list-means = لن ينتظروا بعد ذلك، ولن يبقى ما عُرض عليهم معروضًا.
diary-put-on-list-done = هم الآن على القائمة. يُعرض عليهم ما يخلو.
diary-taken-off-list = لم يعودوا ينتظرون.
diary-waits-already = هم ينتظرون مكانًا بالفعل. أزلهم من القائمة أولًا.
hd-pattern-found = ما الذي تُظهره
hd-pattern-too-few = يُذكر ابتداءً من { $n } جلسات
diary-by-week = أسبوعيًا: { $weeks }
diary-percent = { $n } ٪
diary-of-places = من { $n } مكان
diary-of-sessions = { $part } من الجلسات
diary-of-held = { $part } مما جرى منها
diary-ended-early-means = لكل منها سببها في صفحتها عند الكرسي.
diary-why-missed = لماذا لم يأتِ أحد
diary-of-the-time = من الوقت
hd-fell-by-guideline = هبط بحسب الدليل
hd-urea-card = يوريا الدم
hd-urea-later = يُكتب جواب المختبر هنا حين يصل، حتى بعد التوقيع. أحدث سطر هو المعتمد، وكل سطر يبقى.
hd-urea-taken = الدم المأخوذ
hd-urea-pre = قبل الجلسة
hd-urea-post = بعد الجلسة
hd-urea-drawn = وقت السحب
hd-urea-drawn-at = سُحب في الساعة (فارغ: عند البداية أو عند النهاية)
hd-urea-value = اليوريا (فارغ ما دام الجواب لم يصل)
hd-urea-why = سبب قيمة أخرى (إن كانت هنا قيمة)
hd-urea-to-come = الجواب لم يصل بعد
hd-urea-with-look = كُتبت مع ما فُحص
hd-urea-wanted = اليوريا مطلوبة
hd-urea-wanted-text = إحدى القيمتين موجودة أو سُحب الدم: القيمة الأخرى أو الجواب ناقص.
hd-owed = ما ينقص الجلسات المنتهية
hd-owed-counts = بانتظار التوقيع: { $signatures } · اليوريا مطلوبة: { $urea }
hd-owed-older = جلسات أقدم بلا توقيع: { $n }. يفتحها ويوقعها من يعالج هؤلاء المرضى.
hd-booked-other = الكرسي محجوز لمدة { $booked }، والموصوف { $prescribed }.
hd-no-rate = لا يمكن حساب سرعة سحب السوائل: { $why }
hd-alarms-of-session = إنذارات الجلسة
hd-alarms-none = لم يصدر أي إنذار أثناء جريان الدم.
hd-alarm-answered = تمت الاستجابة
hd-alarm-unanswered = لم يستجب أحد
hd-alarm-since = منذ { $at }
hd-alarm-raised = أُطلق { $at }
drink-left-over = عدت إلى البيت فوق وزنك المطلوب بمقدار { $weight }: يُخصم هذا المقدار.
hdn-fainted = إغماء
hds-blood-after-the-session-is-taken = يؤخذ دم ما بعد الجلسة بعد انتهائها.
hds-blood-before-the-session-is-drawn = يُسحب دم ما قبل الجلسة قبل أن يجري الدم.
hds-enter-a-time-after-the-start = أدخل وقتًا بعد بداية الجلسة وليس في المستقبل.
hds-say-why-another-value-stands-here = اذكر سبب وجود قيمة أخرى هنا الآن.
hds-somebody-has-written-another-value = كتب شخص قيمة أخرى في هذه الأثناء. انظر مرة أخرى.
hds-before-the-start-urea-is-written = قبل البداية تُكتب اليوريا مع ما يُفحص. انظر مرة أخرى.
hds-how-fast-the-fluid-would-be = لا يمكن حساب سرعة سحب السوائل. راجع الوزن والوزن الجاف والسوائل المراد سحبها.
hds-the-urea-is-written-down = كُتبت اليوريا.
hd-amended-was = { $new } (صُحح، كان { $old })
hd-amend-number = أي رقم خاطئ
hd-amend-number-means = تُحسب كل النتائج بعد ذلك بالرقم الصحيح، وما وُقّع يبقى بجانبه.
hd-amend-number-verb = صحّح الرقم
hdn-fluid-removed-ml = السائل المسحوب (مل)
hdn-minutes-that-blood-ran = دقائق جريان الدم
hds-this-number-stands-there-already = هذا الرقم موجود هنا بالفعل.
hds-say-why-it-is-another-number = اذكر لماذا هو رقم آخر.
hds-the-amendment-is-added-both-numbers = أُضيف التصحيح. الرقمان باقيان.
# End of dialysis sessions

# Notes at the machine

notice-dialysis-noted = غيّر { $who } ما هو مدوَّن عند جهاز مريض تعالجه.
notice-dialysis-taken-back = ألغى { $who } شيئًا دوّنته عند جهاز.
upd-title = ملاحظات عند الجهاز
upd-means = ما رآه الفنيون وما استعملوه. لا يأمر بشيء: الوصفة والوزن الجاف والجلسات في صفحة غسيل الكلى.
upd-now = المدوَّن الآن
upd-noted = المدوَّن
upd-nothing = لا شيء
upd-trail = كل التغييرات
upd-none = لا تغيير بعد
upd-none-text = يظهر هنا كل تغيير مع ما كان قبله ومن أجراه ومتى ولماذا.
upd-access-problem = مشكلة في المنفذ
upd-needle-gauge = قياس الإبر
upd-heparin = الهيبارين المعطى
upd-dialyser = المرشّح المستعمل
upd-dry-weight = الوزن الذي بدا عنده المريض جافًّا
upd-weight-before = الوزن قبل الجلسة
upd-weight-after = الوزن بعد الجلسة
upd-isolation = ما يجب أن يُصان منه الآخرون
upd-old = قبل ذلك
upd-new = منذ ذلك
upd-value-hint = اتركه فارغًا إذا لم يبق ما يُدوَّن.
upd-note-verb = دوّن هذا
upd-all-fields = كل الحقول
upd-filter = تغييرات
upd-shown = التغييرات المعروضة: { $n }
upd-pages = صفحات التغييرات
upd-holds = سارٍ
upd-taken-back = إلغاء
upd-take-back = ألغِ هذه الملاحظة
upd-take-back-means = يُدوَّن من جديد ما كان قبلها باسمك مع السبب، ويبقى السطران.
upd-of-who-is-on-it = ملاحظات عمّن على هذا الجهاز
upds-say-why-in-3-to-500 = اذكر السبب في 3 إلى 500 حرف.
upds-this-stands-there-already = هذا مدوَّن بالفعل.
upds-somebody-changed-this-field = غيّر أحدهم هذا الحقل في هذه الأثناء. انظر إليه من جديد.
upds-it-is-noted = دُوّن، وأُبلغ من يعالجه.
upds-it-is-taken-back = أُلغيت الملاحظة، ويبقى السطران للقراءة.
upds-see-what-was-noted = رؤية ما دُوّن عن هذا المريض عند الجهاز
upds-note-something = تدوين شيء عن هذا المريض عند الجهاز
upds-take-back-what-was-noted = إلغاء ما دُوّن عن هذا المريض عند الجهاز
# End of notes at the machine

# What alarms watch for

alarm-rules = ما تراقبه الإنذارات
alarm-rules-desk = عند أي قيم يُستدعى شخص، وما كان مضبوطًا من قبل.
alarm-rules-tab = الحدود
find-alarm-rules = إنذارات، حدود، عتبات
alarm-rules-context = القيم المنشورة مع مصادرها، وما ضبطه هذا المستشفى بدلًا منها
alarm-rules-unset = ما ليست له قيمة منشورة لا يُراقَب حتى يُضبط هنا.
alarm-rules-plan = يمكن مقارنة السائل الذي سحبه الجهاز بخطة الجلسة: من البداية إلى الهدف، بالمقدار نفسه كل دقيقة أو بالحصة الموصوفة لكل ربع من الوقت. لا قيمة منشورة تحدد أي بعد هو مفرط، فلا يُراقَب حتى يُضبط هنا. ولا تُقارَن وصفة يتناقص فيها السحب أو يتدرج بلا هذه الحصص.
alarm-rules-usual = يمكن مقارنة الضغطين الشرياني والوريدي بجلسات المريض نفسه السابقة عبر المنفذ نفسه والإبرة نفسها: القيم عند جريان دم 200 mL/min من الدقيقة الثانية إلى الخامسة، ثلاثًا متتالية، مقابل وسيط ثلاث جلسات على الأقل من آخر 32 يومًا. وعند جريان آخر أو بعد ذلك لا يُقارَن شيء. لا رقم منشور لكل جهاز وخط وإبرة، فلا يُراقَب حتى يُضبط هنا.
alarm-rules-of-machine = حدود هذا الجهاز
alarm-rules-of-machine-text = تسري بدلًا مما ضبطه المستشفى. وما ضبطه طبيب لمريض واحد يسبق كليهما.
alarm-rules-of-machine-lanes = حدود الآلة ودارتها يضبطها من يعتني بها. أما حدود ما يُقاس من المريض فيضبطها طبيب.
alarm-rules-of-hospital = ما ضبطه المستشفى
alarm-rules-only-published = لا شيء: القيم المنشورة سارية.
alarm-rule-what = المراقَب
alarm-rule-default = المنشور
alarm-rule-source = المصدر
alarm-rule-now = الساري الآن
alarm-rule-none = لا قيمة منشورة
alarm-rule-unwatched = غير مراقَب
alarm-rule-number = { $raise }، ويعود سليمًا عند { $clear }
alarm-rule-distance = على بعد { $raise } من بداية الجلسة، ويعود سليمًا عند { $clear }
alarm-rule-off-plan = على بعد { $raise } من خطة الجلسة، ويعود سليمًا عند { $clear }
alarm-rule-off-usual = على بعد { $raise } من جلسات المريض السابقة، ويعود سليمًا عند { $clear }
alarm-rule-for = لمدة { $seconds } ث على الأقل
alarm-rule-often = عدد المرات { $times } خلال { $minutes } د
alarm-rule-set = ضبط ما يُراقَب
alarm-rule-parameter = ما يُقاس
alarm-rule-side = أي الجانبين سيئ
alarm-rule-low = منخفض جدًا
alarm-rule-high = مرتفع جدًا
alarm-rule-measure = ما يُقارَن
alarm-rule-measure-hint = بداية الجلسة معروفة لضغوط الدارة: وسيط القيم من الدقيقة الثانية إلى الخامسة.
alarm-rule-raise = ينذر عند
alarm-rule-raise-hint = مثل 90 أو 36.5 أو −230. وللمسافة: هذا البعد عن البداية أو عن الخطة.
alarm-rule-clear = يعود سليمًا عند
alarm-rule-clear-hint = من الجانب الداخلي. فارغ: حيث ينذر.
alarm-rule-seconds = لهذا العدد من الثواني على الأقل
alarm-rule-seconds-hint = فارغ: فورًا.
alarm-rule-times = كم مرة يبلغه
alarm-rule-times-hint = فارغ: من المرة الأولى.
alarm-rule-within = خلال كم دقيقة
alarm-rule-set-it = ضبط
alarm-rule-history = ما ضُبط، وما كان ساريًا من قبل
alarm-rule-history-none = لم يُضبط شيء
alarm-rule-history-none-text = ما يُضبط يبقى ظاهرًا، مع من ضبطه ولماذا.
patient-limits = حدود هذا المريض
patient-limits-none = لا حدود خاصة
patient-limits-none-text = تراقبه القيم المنشورة وما ضبطه المستشفى.
patient-limit-new = حد آخر
patient-limit-value-hint = مثل 90 أو 36.5 أو −230. وللسائل المسحوب: هذا البعد عن الخطة، مثل 0.5.
patient-limit-off-plan = على بعد { $value } من خطة الجلسة
patient-limit-days = لكم يومًا
patient-limit-days-hint = من 1 إلى 90. ثم تسري حدود المستشفى من جديد.
alarm-measure-value = القيمة نفسها
alarm-measure-baseline = البعد عن بداية هذه الجلسة
alarm-measure-plan = البعد عن خطة هذه الجلسة
alarm-measure-usual = البعد عن جلسات المريض السابقة
alarm-lane-clinical = المريض
alarm-lane-technical = الجهاز ودارته
alarm-source-news = NEWS2، الجدول 1: ‏Royal College of Physicians، 2017
alarm-source-session = NEWS2، الجدول 1: ‏Royal College of Physicians، 2017. وأثناء جلسة غسيل الكلى: دون 100 لمن أتى بضغط 160 فأكثر: ‏Flythe، JASN 2015
alarm-source-arterial = تدريب ممرضي Fresenius؛ ‏Graves, Nephrol Nurs J 2001
alarm-source-program = الحدود الثابتة لبرنامج الغسيل المقارَن؛ ليؤكدها المستشفى
fault-choose-measured = اختر ما يُقاس.
fault-choose-side = اختر أي الجانبين سيئ.
fault-choose-compared = اختر ما يُقارَن.
fault-no-start = لضغوط الدارة وحدها بداية جلسة يُقارَن بها.
fault-only-plan = السائل المسحوب يُقارَن بخطة الجلسة، ولا يُقارَن بها غيره.
fault-only-pressures = الضغط الشرياني والوريدي وحدهما يُقارَنان بالجلسات السابقة.
fault-within-minutes = أدخل خلال كم دقيقة، من 1 إلى 15.
fault-hold-seconds = أدخل الثواني عددًا صحيحًا، 600 على الأكثر.
fault-how-often = أدخل عدد المرات عددًا صحيحًا، 20 على الأكثر.
fault-enter-number = أدخل رقمًا، مثل 90 أو 36.5.
fault-implausible = لا جهاز يقيس هذه القيمة. تحقق من الرقم ووحدته.
fault-clear-inside = تعود القيمة سليمة من الجانب الداخلي للحد. تحقق من كليهما.
fault-limit-days = أدخل لكم يومًا يسري، من 1 إلى 90.
fault-set-just-now = ضبط شخص آخر هذا قبل لحظة. أعد تحميل الصفحة.
said-watches = يراقب من الآن فصاعدًا.
right-alarm-rule-read = رؤية ما تراقبه الإنذارات
right-alarm-rule-set = ضبط ما تراقبه الإنذارات
right-patient-limit-set = ضبط حدود خاصة بمريض
# End of what alarms watch for

# Files in conversations

chat-attach = أرفق صورة أو مستندًا
chat-file = الملف
chat-file-hint = ‏PNG أو JPEG أو WebP أو PDF، ‏5 ميغابايت على الأكثر. لا يراه غيركما.
chat-file-words = ما يُظهره
chat-send-file = أرسل الملف
chat-file-size = { $n } كيلوبايت
chatf-choose-a-file-first = اختر ملفًّا أولًا.
chatf-too-large = هذا الملف كبير جدًّا. اختر ملفًّا لا يتجاوز 5 ميغابايت.
chatf-sorts = اختر صورة (PNG أو JPEG أو WebP) أو ملف PDF. لا يُقبل غير ذلك.
chatf-forty = أرسلت هنا 40 ملفًّا في يوم واحد. أرسل الملف التالي غدًا.
# End of files in conversations

# Documents of machines

machine-documents = المستندات
machine-no-document = لا مستند بعد
machine-no-document-text = يُحفظ هنا دليل هذا الجهاز وشهاداته وتقارير معايرته.
machine-document-add = أضف مستندًا
machine-document-kind = ما هو
machine-document-until = صالح حتى
machine-document-over = لم يعد صالحًا
machine-document-remove = أزِل
machine-document-remove-means = يُمحى ما فيه، ويبقى معلومًا أنه كان هنا ومن أزاله ولماذا.
machine-document-hint = ‏PDF أو PNG أو JPEG أو WebP، ‏5 ميغابايت على الأكثر.
machine-document-add-it = احفظ هذا المستند
machine-documents-gone = مستندات أُزيلت
mdoc-manual = دليل الاستعمال
mdoc-certificate = شهادة
mdoc-calibration = تقرير معايرة
mdoc-other = مستند آخر
mdoc-choose = اختر ما هو.
mdoc-fifty = هنا 50 مستندًا بالفعل. أزِل واحدًا لم تعد إليه حاجة.
mdoc-kept = حُفظ المستند.
mdoc-removed = أُزيل المستند، ويبقى معلومًا أنه كان هنا.
# End of documents of machines

# Data quality
data-quality = جودة البيانات
quality-worst-first = الأسوأ أولًا: الدقائق بلا قياس داخل الجلسة من مجموع دقائقها
quality-period = المدة
quality-7-days = 7 أيام
quality-30-days = 30 يومًا
quality-90-days = 90 يومًا
quality-longest = أطول انقطاع
quality-slowest = أبطأ قياس (95 ٪)
quality-ahead = الساعة متقدمة بمقدار
quality-codes = رموز بلا مكان
quality-minutes = { $n } د
quality-seconds = { $n } ث
quality-duplicates = أُعيد إرسالها
quality-refused = مرفوضة
quality-nobody = بلا مريض
quality-when = متى تنقص البيانات
quality-by-day = حسب اليوم
quality-by-hour = حسب ساعة اليوم
quality-strip-none = لا تنقص أي دقيقة.
quality-strip-worst = الأسوأ: { $when }، { $n } د بلا بيانات.
quality-trends = التأخر والساعات والخدمة حسب اليوم
quality-worst-of = الأسوأ: { $when }، { $value }.
quality-nothing-of-it = لا شيء من ذلك في هذه الأيام.
quality-out = ساعات خارج الخدمة
quality-no-days = حين ترسل آلة قراءات لمدة ساعة، أو تكون خارج الخدمة، تظهر أيامها هنا.
quality-refusals = ما رُفض
quality-refusals-none = لم يُرفض شيء
quality-refusals-none-text = يُحسب هنا الحقل غير المقروء أو القيمة التي لا يمكن أن تكون لأحد.
quality-field = الحقل
quality-reason = السبب
quality-count = العدد
quality-reason-missing = ناقص
quality-reason-form = لا يُقرأ
quality-reason-range = قيمة مستحيلة
quality-reason-time = وقت مستحيل
quality-whole-reading = القراءة كاملة
# End of data quality

# On call, and the alarm budget
on-call = المناوبة
on-call-desk = من يُستدعى حين لا يجيب أحد عن إنذار، وبعد كم من الوقت.
find-on-call = جدول المناوبة والتصعيد ومن يُستدعى
on-call-context = من يُستدعى حين لا يجيب أحد عن إنذار، بتوقيت المستشفى
on-call-now = المناوبون الآن
on-call-house = المستشفى كله
on-call-first = أولًا
on-call-second = ثانيًا
on-call-third = ثالثًا
on-call-nobody = لا أحد
on-call-rank = يُبلَّغ
on-call-days = الأيام
on-call-hours = الساعات
on-call-daily = كل يوم
on-call-weekdays = من الاثنين إلى الجمعة
on-call-add = إضافة مناوبة
on-call-stand-in = شخص ينوب
on-call-day = اليوم
on-call-from = من
on-call-clock-hint = بتوقيت المستشفى، مثل 20:00.
on-call-until-hint = إن سبق البداية فهو في اليوم التالي، والوقت نفسه يوم كامل.
on-call-no-shifts = لا مناوبات خاصة به.
on-call-week-of = أسبوع { $place }
on-call-exceptions-of = استثناءات { $place }
on-call-plan = بعد كم من الوقت يُبلَّغ كل منهم
on-call-plan-says = يُبلَّغون بعد { $first } و{ $second } و{ $third } د من إنذار لا يجيب عنه أحد.
on-call-plan-first = الأول، بعد دقائق
on-call-plan-second = الثاني، بعد دقائق
on-call-plan-third = الثالث، بعد دقائق
on-call-plan-set = ضبط
on-call-medium-from = الإنذارات المتوسطة صامتة من
on-call-medium-until = الإنذارات المتوسطة صامتة حتى
on-call-low-from = الإنذارات المنخفضة صامتة من
on-call-low-until = الإنذارات المنخفضة صامتة حتى
on-call-quiet-hint = في هذه الساعات لا يُبلَّغ بها أحد. وعند انتهائها يُبلَّغ المناوب بما لم يُجَب عنه. الإنذارات العالية تُبلَّغ دائمًا.
on-call-quiet-medium = الإنذارات المتوسطة لا تُبلِّغ أحدًا من { $from } إلى { $until }.
on-call-quiet-low = الإنذارات المنخفضة لا تُبلِّغ أحدًا من { $from } إلى { $until }.
on-call-told = من أُبلغوا مؤخرًا
on-call-told-none = لم يلزم إبلاغ أحد
on-call-told-none-text = حين لا يُجاب عن إنذار في حينه يظهر هنا من أُبلغ.
on-call-priority = الأولوية
on-call-answered = أُجيب
on-call-after-quiet = { $rank }، بعد الساعات الصامتة
on-call-skip-quiet = لا أحد: ساعات صامتة
on-call-skip-nobody = لا أحد: لا مناوب
on-call-skip-same = لا أحد: أُبلغ في خطوة سابقة
on-call-whole-day = 24 ساعة من { $from }
notice-alarm-unanswered = لم يجب أحد عن إنذار من { $what } وأنت المناوب.
notice-message-on-call = وضع مريض علامة «عاجل» على رسالة وأنت المناوب.
notice-message-unread = لم يقرأ أحد رسالة عاجلة من مريض وأنت المناوب.
topic-on-call = القيم الحرجة، والإنذارات والرسائل أثناء المناوبة
right-on-call-read = رؤية من هو مناوب
right-on-call-set = تحديد من هو مناوب
said-on-call-added = هذا الشخص مناوب في هذه الساعات كل أسبوع.
said-on-call-stands-in = هذا الشخص ينوب.
said-on-call-plan = يسري من الآن.
said-on-call-ended = لم يعد ساريًا، ويبقى معروفًا أنه كان.
fault-on-call-taken = يوجد مناوب في هذه الرتبة في ذلك الوقت. أنهِ مناوبته أولًا.
fault-on-call-many = توجد 500 مناوبة بالفعل. أنهِ ما لم يعد لازمًا.
fault-on-call-day = اختر يومًا.
fault-on-call-when = اختر الأيام.
fault-on-call-rank = اختر من يُبلَّغ أولًا أو ثانيًا أو ثالثًا.
fault-on-call-clock = اكتب وقتًا، مثل 20:00.
fault-on-call-minutes = استخدم دقائق كاملة من 0 إلى 120.
fault-on-call-order = يُبلَّغ كل منهم بعد الذي قبله.
alarm-budget = ميزانية الإنذارات
alarm-budget-desk = كم إنذارًا في كل ساعة عند السرير، وكم منها لا يجيب عنه أحد.
find-alarm-budget = الإنذارات بالأرقام وإجهاد الإنذارات
alarm-budget-context = كم إنذارًا كان، وكم منها لم يُجب عنه أحد
budget-period = فترة الميزانية
budget-1-day = يوم واحد
budget-7-days = 7 أيام
budget-30-days = 30 يومًا
budget-whole = كل الأجنحة
budget-by-ward = الإنذارات حسب الجناح
budget-by-source = الإنذارات حسب السبب
budget-by-day = حسب اليوم: { $days }
budget-most-a-day = { $n } في اليوم على الأكثر
budget-rate = كم مرة
budget-per-hour = لكل ساعة سرير
budget-hours = في { $n } ساعة عند أسرّة كان يُقاس فيها أحد
budget-unanswered = بلا إجابة
budget-of-alarms = من الإنذارات
budget-unanswered-means = انتهت من تلقاء نفسها أو ما زالت تنتظر.
budget-median = وقت الإجابة
budget-to-answer = أو أقل، نصف الإجابات
budget-median-means = من إطلاقه حتى رآه أحد.
budget-none = لا إنذارات في هذه المدة
budget-none-text = ما يُطلق إنذارًا يُعدّ هنا تلقائيًا.
budget-no-ward = عند غير سرير
budget-machine = إنذار الجهاز
# End of on call

# Curves around alarms

curves = المنحنيات حول الإنذارات
curves-about = يُحفظ من كل إنذار ما رسمه جهاز المراقبة: خمس دقائق قبله وخمس بعده، بقدر ما أرسله الجهاز.
curves-none = لا توجد منحنيات محفوظة
curves-none-text = تُحفظ عندما يطلق جهاز مراقبة يرسل المنحنيات إنذارًا.
curve-of = الإنذار
curve-machine = إنذار من الجهاز
curve-alarm = إنذار
curve-drawn = ما رُسم
curve-ecg-ii = تخطيط القلب II
curve-ecg-v = تخطيط القلب V
curve-pleth = مخطط التحجّم
curve-resp = التنفس
curve-abp = الضغط الشرياني
curve-scale = على الورق 25 مم في الثانية. لتخطيط القلب 10 مم لكل ميليفولت ويقع حول متوسطه؛ وبقية المنحنيات بأعلى ارتفاع متاح. وحيث لا يُرسم شيء لم يصل شيء.
curve-earlier = أبكر
curve-later = لاحقًا
curve-at-alarm = عند الإنذار
curve-hz = العينات في الثانية
curve-here = المرسوم هنا
curve-range = الأدنى والأعلى
curve-in-figures = هذه المنحنيات بالأرقام
curves-now = المنحنيات الآن
curves-now-none = لا تصل منحنيات
curves-now-none-text = جهاز المراقبة لا يرسلها، أو أن الخادم بدأ قبل لحظات: ما كان محفوظًا قبل ذلك ضاع.
curves-now-old = لم يصل شيء منذ أكثر من 10 ثوانٍ: هذه المنحنيات ليست من الآن.
minutes = دقيقة بدقيقة
minutes-about = يُحفظ من هذا اليوم قيمة واحدة لكل دقيقة، مع أدنى قيمة وأعلى قيمة في كل دقيقة. وتبقى القراءات كما وصلت حول الإنذارات.
minutes-none = لا شيء محفوظ من هذا اليوم
minutes-none-text = لم يقِس أي جهاز هذا المريض في ذلك اليوم، أو لم تُحفظ دقائقه بعد، أو لم تعد محفوظة.
minutes-day = اليوم
minutes-hours = ساعة بساعة
minutes-hour = الساعة
minutes-whole = اليوم كله
minutes-what = ما تم قياسه
minutes-count = الدقائق التي لها قيمة
minutes-alarms = إنذارات هذا اليوم
minutes-alarms-none = لا إنذارات في هذا اليوم
minutes-alarms-none-text = يظهر هنا كل إنذار من هذا اليوم مع القراءات حوله.
minutes-around = القراءات حول هذا الإنذار
minutes-around-about = كما أرسلها الجهاز، من خمس دقائق قبل الإنذار إلى خمس دقائق بعده. وتبقى حين تُحذف القراءات الأخرى من العمر نفسه.
minutes-around-none = لا قراءات في هذه الدقيقة
minutes-around-none-text = لم يرسل الجهاز شيئًا، أو أن الإنذار أقدم مما يُحفظ.
# End of curves

# System alerts

system-alerts = تنبيهات النظام
system-alert = التنبيه
system-alerts-set = كتابة تنبيهات النظام
system-alerts-desk = الأعمال المخططة والأعطال وإشعارات السلامة: من يرى ماذا، وما انتهى.
find-system-alerts = الصيانة والأعطال وإشعارات السلامة
system-alerts-context = ما هو خارج الخدمة أو سيكون كذلك، وما يحذر منه مصنّعو الأجهزة
system-alerts-set-context = يراه المعنيون أعلى كل صفحة
system-alerts-now = الآن وما هو مخطط
system-alerts-over = انتهى
system-alerts-pages = صفحات التنبيهات
system-alerts-none = لا شيء يخصك
system-alerts-none-text = تظهر هنا الأعمال المخططة والأعطال التي تؤثر عليك.
system-alerts-none-over = لم ينته شيء بعد
system-alerts-none-over-text = يظهر هنا ما حُلّ أو انتهى في وقته.
system-alert-kind = النوع
system-alert-severity = الخطورة
system-alert-severity-hint = لا يمكن إخفاء التنبيه الحرج. وما فوق «معلومة» يُخطَر به العاملون هنا.
system-alert-from = من
system-alert-until = حتى
system-alert-open = حتى يُحل
system-alert-resolved = انتهى منذ
system-alert-note = كيف حُلّ
system-alert-whom = من يخصه
system-alert-whom-hint = القسم يعني من يناوب فيه.
system-alert-by = كتبه
system-alert-by-house = Wardlight
system-alert-everywhere = موجّه إلى كل المستشفيات
system-alert-to-all = توجيهه إلى كل المستشفيات
system-alert-put-away = إخفاء
system-alert-put-away-label = إخفاء هذا التنبيه: يبقى في القائمة
system-alert-from-to = من { $from } إلى { $to }
system-alert-since = منذ { $from }
system-alert-type-maintenance = صيانة مخططة
system-alert-type-outage = عطل
system-alert-type-safety = إشعار سلامة من مصنّع
system-alert-type-information = معلومة
system-alert-information = للعلم
system-alert-warning = يسير العمل على غير المعتاد
system-alert-critical = حرج
system-alert-everybody = الجميع، والمرضى أيضًا
system-alert-staff = كل العاملين هنا
system-alert-clinical = الأطباء والممرضون والفنيون
system-alert-portal = المرضى ومن يرعاهم
system-alert-write = كتابة تنبيه
system-alert-languages = اكتبه بلغة واحدة أو أكثر. من يقرأ بلغة أخرى يرى أولاها.
system-alert-in-english = بالإنجليزية
system-alert-in-french = بالفرنسية
system-alert-in-arabic = بالعربية
system-alert-from-day = يبدأ يوم
system-alert-from-time = يبدأ الساعة
system-alert-from-hint = اتركه فارغًا للآن. تظهر الصيانة المخططة قبل بدئها بيوم.
system-alert-until-day = ينتهي يوم
system-alert-until-time = ينتهي الساعة
system-alert-until-hint = اتركه فارغًا إن لم يُعرف: يبقى حتى يُحل.
system-alert-resolve = حل
system-alert-resolve-means = يختفي فورًا من كل الصفحات. وتحتفظ به القائمة مع ما تقوله هنا.
system-alert-mail = لا يمكن إرسال البريد: بعض الرسائل تنتظر منذ أكثر من نصف ساعة، ولم تخرج أي رسالة منذ ذلك.
system-alert-jobs = لا يُنجز العمل المؤجل: الرسائل والتذكيرات تنتظر.
system-alert-audit-broken = سجل التدقيق ليس كما خُتم. اترك قاعدة البيانات كما هي وأبلغ المسؤول عن الخصوصية.
system-alert-audit-late = ختم سجل التدقيق متأخر أكثر من خمس دقائق.
system-alert-readings = قاعدة البيانات لا تواكب الأجهزة: قد تتأخر القيم على الشاشات. انظر إلى الأجهزة نفسها.
system-alert-clock = ساعة { $device } متقدمة بدقيقة أو أكثر. اضبطها.
notice-system-alert = تنبيه نظام يخصك.
topic-system-alerts = الأعطال والأعمال المخططة وإشعارات السلامة
right-system-alert-set = كتابة تنبيهات النظام
right-system-alert-set-everywhere = كتابة تنبيهات النظام لكل المستشفيات
said-system-alert-written = التنبيه قائم. يراه المعنيون في الصفحة التالية التي يفتحونها.
said-system-alert-resolved = حُلّ التنبيه. لم يعد يظهر في أي مكان.
fault-system-alert-kind = اختر نوع التنبيه.
fault-system-alert-severity = اختر مدى أهميته.
fault-system-alert-language = اكتبه بلغة واحدة على الأقل.
fault-system-alert-whom = اختر من يخصه.
fault-system-alert-planned = حدد متى تبدأ الصيانة المخططة ومتى تنتهي.
fault-system-alert-note = اذكر بكلمات قليلة كيف حُلّ.
fault-system-alert-text = استخدم من 3 إلى 500 حرف مرئي.
fault-system-alert-critical = هذا التنبيه حرج: يبقى حتى يُحل.
fault-system-alert-end = اختر نهاية في المستقبل بعد البداية.
fault-system-alert-one-hospital = القسم تابع لمستشفى واحد.
fault-system-alert-many = يوجد 50 تنبيهًا بالفعل. حُلّ ما انتهى منها.
# End of system alerts

# Critical values

critical-values = القيم الحرجة
critical-desk = قيم تستوجب التصرف فورًا: منذ متى تنتظر كل منها ومن أُبلغ.
find-critical = النتائج الحرجة وإعادة القراءة ومن أُبلغ
critical-context = تستوجب التصرف فورًا، إلى أن يعيد أحد قراءتها ويكتب ما جرى
critical-waiting = ما ينتظر الآن
critical-none = لا قيمة حرجة تنتظر
critical-none-text = ما يُبلَّغ به يظهر هنا إلى أن يعيد أحد قراءته ويكتب ما جرى.
critical-waits = ينتظر منذ
critical-state-open = لم تُعَد قراءتها
critical-state-read = أُعيدت قراءتها ولم يُكتب شيء بعد
critical-state-closed = مغلقة
critical-state-withdrawn = مسحوبة
critical-low = منخفضة جدًا
critical-high = مرتفعة جدًا
critical-below = أقل من { $limit } كما هو منشور
critical-above = أعلى من { $limit } كما هو منشور
critical-no-limit = لا تتجاوز حدًا منشورًا
critical-value = القيمة
critical-test = الفحص
critical-unit = الوحدة
critical-measured = وقت القياس
critical-reported = وقت الإبلاغ
critical-read = أُعيدت قراءتها
critical-ended = انتهت
critical-done = ما جرى
critical-told = من أُبلغ
critical-told-none = لا مناوب بعد: لم تنقضِ مهلة الأول.
critical-tries = قُرئت على نحو آخر
critical-try = قرأ { $who } القيمة { $value }.
critical-type-it = اكتب القيمة من جديد
critical-type-hint = اكتب الرقم كما سمعته أو رأيته. المحاولة المخالفة تبقى معروفة ولا تُغلق شيئًا.
critical-told-you = أُبلغت بهذه · { $place }
critical-ask = اطلب القيمة من { $who } الذي أبلغ عنها. لا يُذكر هنا اسم المريض ولا القيمة: فأنت لا ترعى هذا المريض.
critical-type-heard = اكتب الرقم كما سمعته. المحاولة المخالفة تبقى معروفة ولا تُغلق شيئًا.
critical-read-it = أعد قراءتها
critical-by-another = أنت من أبلغ بها: يعيد قراءتها شخص آخر.
critical-close-what = ما جرى، أو لماذا لم يجرِ شيء
critical-close = أغلقها
critical-withdraw = سحب
critical-withdraw-means = أُبلغ بها خطأً. يبقى معروفًا أنها أُبلغت ولماذا.
critical-report = الإبلاغ عن قيمة حرجة
critical-report-it = أبلغ
critical-report-means = يُبلَّغ فورًا من يعالج هذا المريض. وإن لم يُعِد أحد قراءتها في حينها يُبلَّغ المناوب.
critical-test-hint = اختر من القائمة أو اكتب ما قيس. أسماء القائمة ورموزها من LOINC.
critical-unit-hint = كما كتبها المختبر. لا يُقارن الحد المنشور إلا بوحدته.
critical-day = قيس في
critical-time = قيس الساعة
critical-reason = لماذا يجب التصرف فورًا
critical-reason-hint = لازم إذا كانت القيمة لا تتجاوز حدًا منشورًا.
critical-source = الحدود المنشورة: صحيفة مركز Lister Hill National Center for Biomedical Communications، وLOINC من Regenstrief Institute. لا يضيف المستشفى أي حد.
critical-over = سابقًا
critical-over-none = لم يُغلق شيء بعد
critical-over-none-text = ما أُعيدت قراءته وأُغلق، أو سُحب، يظهر هنا.
critical-place = المكان
critical-no-place = ليس في سرير
critical-not-yours = ليست لك قراءتها
critical-all = كل القيم الحرجة المنتظرة
critical-tally = آخر 30 يومًا
critical-tally-reported = أُبلغ بها
critical-tally-read = أُعيدت قراءة { $n } منها.
critical-tally-to-read = الوقت حتى إعادة القراءة
critical-tally-to-close = الوقت حتى الإغلاق
critical-tally-half = أو أقل لنصفها
critical-tally-to-read-means = من الإبلاغ حتى أعاد شخص آخر قراءة القيمة.
critical-tally-to-close-means = من الإبلاغ حتى كُتب ما جرى.
critical-tally-late = لم تُقرأ في حينها
critical-tally-of = مما أُبلغ به
critical-tally-late-means = لم يُعِد أحد قراءتها قبل أن يلزم إبلاغ المناوب الأول.
notice-critical-value = قيمة حرجة لمريض تعالجه تنتظر إعادة قراءتها.
notice-critical-unanswered = لم يُعِد أحد قراءة قيمة حرجة وأنت المناوب.
said-critical-reported = أُبلغ بها. يظهر هنا من أُبلغ، ويعيد قراءتها شخص آخر.
said-critical-agrees = القيمة مطابقة: أُعيدت قراءتها. اكتب الآن ما جرى.
said-critical-differs = هذه ليست القيمة المبلَّغ بها. اسمع أو انظر مرة أخرى؛ تبقى محاولتك معروفة.
said-critical-closed = أُغلقت. يبقى ما جرى مقروءًا.
said-critical-withdrawn = سُحبت. يبقى معروفًا أنه أُبلغ بها.
critical-at-once = فور الإبلاغ
critical-one = قيمة حرجة { $value }
right-critical-read = رؤية القيم الحرجة لمريض
right-critical-report = الإبلاغ عن القيم الحرجة
right-critical-answer = إعادة قراءة القيم الحرجة وإغلاقها
right-critical-list = رؤية القيم الحرجة المنتظرة
fault-critical-another = يعيد قراءة القيمة شخص آخر غير من أبلغ بها.
fault-critical-read = أُعيدت قراءة هذه القيمة بالفعل.
fault-critical-closed = هذه القيمة مغلقة.
fault-critical-first = يجب أن يعيد أحد قراءة هذه القيمة أولًا.
fault-critical-withdrawn = سُحبت هذه القيمة.
fault-critical-test = اختر فحصًا من القائمة أو سمِّه.
fault-critical-name = سمِّ الفحص بما بين 2 و100 حرف.
fault-critical-number = اكتب رقمًا عاديًا، مثل 6.9، من 12 رقمًا على الأكثر.
fault-critical-unit = استخدم 20 حرفًا على الأكثر للوحدة.
fault-critical-day = اختر يوم القياس.
fault-critical-past = اختر وقتًا مضى خلال آخر 30 يومًا.
fault-critical-action = اذكر ما جرى بما بين 3 و500 حرف.
fault-critical-reason = اذكر السبب بما بين 3 و200 حرف.
fault-critical-within = لا يتجاوز هذا حدًا منشورًا بهذه الوحدة. اذكر لماذا يجب التصرف فورًا.
critical-open-count = { $n ->
    [zero] لا قيمة حرجة تنتظر
    [one] قيمة حرجة واحدة تنتظر
    [two] قيمتان حرجتان تنتظران
    [few] { $n } قيم حرجة تنتظر
    [many] { $n } قيمة حرجة تنتظر
   *[other] { $n } قيمة حرجة تنتظر
}
# End of critical values

# Calls for a nurse

calls = نداءات المرضى
calls-context = مرضى الأجنحة التي تناوب فيها: الأطول انتظارًا أولًا
find-calls = من ينادي التمريض ومن في الطريق
calls-open = من ينادي الآن
calls-none = لا أحد ينادي
calls-none-on-ward = لا مريض ينادي
calls-none-text = يبقى هنا من ينادي حتى يأتيه أحد.
calls-not-on-duty = لا تناوب في أي جناح
calls-not-on-duty-text = لذلك لا تظهر لك هنا نداءات أي جناح حتى إن نادى أحد.
calls-away = لم تُحمَّل نداءات المرضى
call-called = نودي منذ
call-about = الموضوع
call-about-pain = ألم
call-about-move = مساعدة على الحركة
call-about-machine = الجهاز
call-about-other = شيء آخر
call-about-unsaid = لم يُذكر
call-state-waiting = لم يستجب أحد بعد
call-taken-by = { $who } في الطريق إلى المريض
call-told-at-once = عند النداء
call-told-again = مرة أخرى
call-next = إذا لم يأتِ أحد: { $step }
call-next-nobody = إذا لم يأتِ أحد يُبلَّغ الجناح مرة أخرى.
call-i-come = سآتي حالًا
call-i-come-to = سآتي حالًا إلى { $place }
call-how = ما الذي جرى
call-how-helped = ساعد أحدهم
call-how-not-needed = لم يلزم شيء
call-close = إغلاق النداء
call-close-of = إغلاق النداء من { $place }
call-give-back = لا أستطيع المجيء
call-give-back-of = لا أستطيع المجيء إلى { $place }
call-give-back-means = إذا تعذّر المجيء يُبلَّغ المناوبون الآخرون من جديد، ويقرأ المريض أن نداءه ينتظر.
call-my-nurse = نداء التمريض
call-stands = نداؤك
call-none-open = لم تنادِ أحدًا.
call-here = مكانك: { $place }
call-at-home = يمكنك نداء التمريض من هنا ما دمت في سرير أو كرسي في المستشفى. في البيت اتصل بالمستشفى، أو برقم الطوارئ في بلدك إذا كان الأمر عاجلًا.
call-not-for-another = لا يمكن النداء من هنا إلا للمريض نفسه. ما يؤول إليه نداؤه يظهر هنا.
call-take-back = لم أعد بحاجة إلى مساعدة
call-because = نداء التمريض: { $what }
call-say-what = أو اذكر الموضوع
call-say-what-means = ضغطة واحدة تنادي أيضًا، وتساعد من يأتي على إحضار ما تحتاجه.
call-say-what-after = اذكر الموضوع
call-say-what-after-means = لقد ناديت. هذا يساعد من يأتي على إحضار ما تحتاجه.
call-ago = نودي منذ { $ago }
call-ago-about = نودي منذ { $ago }: { $what }
call-clock = نودي في { $at }
call-clock-about = نودي في { $at }: { $what }
call-nobody-yet = أُبلغ تمريض الجناح. لم يرد أحد بعد.
call-nobody-yet-on-call = أُبلغ المناوب. لم يرد أحد بعد.
call-nobody-told = حُفظ نداؤك، لكن تعذّر إبلاغ أي أحد. استعمل الجرس عند سريرك أو كلّم أي شخص قريب منك.
call-nobody-came = لم يأتِ أحد: نداء من جديد
call-away = لم يُحمَّل. افتحه من هنا، أو استعمل الجرس عند سريرك.
call-comes = { $who } في الطريق إليك
call-somebody-comes = أحدهم في الطريق
call-ended-helped = تم: حضر أحدهم.
call-ended-not-needed = أغلق التمريض نداءك. إذا كنت لا تزال بحاجة إلى مساعدة فنادِ من جديد.
call-ended-taken-back = سُحب النداء.
notice-call-made = مريض في جناح تناوب فيه ينادي التمريض.
notice-call-made-at = { $place }: مريض ينادي التمريض.
notice-call-unanswered = لم يستجب أحد لنداء مريض وأنت المناوب.
said-call-made = حُفظ نداؤك وأُبلغ الجناح.
said-call-made-on-call = حُفظ نداؤك وأُبلغ المناوب.
said-call-coming = استجاب أحدهم وهو في الطريق. إذا لم يأتِ أحد فاذكر ذلك أدناه.
said-call-given-back = عاد النداء إلى الانتظار وأُبلغ آخرون.
said-call-given-back-nobody = عاد النداء إلى الانتظار وتعذّر إبلاغ أي شخص آخر. أبلغ أحدًا بنفسك.
said-call-cancelled = سُحب نداؤك.
said-call-taken = يقرأ المريض أنك في الطريق.
said-call-closed = أُغلق النداء.
relation-told = أُبلغ بالاسم
they-were-told-by-name = أبلغهم المستشفى بذلك بالاسم
right-call-read = رؤية نداءاته للتمريض
right-call-make = نداء التمريض
right-call-list = رؤية المرضى الذين ينادون التمريض
right-call-answer = الاستجابة لنداءات المرضى وإغلاقها
fault-call-place = يمكنك نداء التمريض من هنا ما دمت في سرير أو كرسي في المستشفى.
fault-call-none = لم يعد هناك نداء مفتوح.
fault-call-said = ذُكر موضوع ندائك من قبل. أخبر من يأتي.
fault-call-first = يجب أن يستجيب أحد أولًا.
fault-call-another = شخص آخر في الطريق بالفعل.
fault-call-closed = هذا النداء مغلق.
fault-call-cancelled = سحب المريض هذا النداء.
fault-call-how = اختر ما الذي جرى.
calls-waiting-count = { $n ->
    [zero] لا مريض ينادي
    [one] مريض واحد ينادي
    [two] مريضان يناديان
    [few] { $n } مرضى ينادون
    [many] { $n } مريضًا ينادون
   *[other] { $n } مريض ينادون
}
calls-coming-count = { $n ->
    [zero] لا أحد في الطريق
    [one] أحدهم في الطريق إلى مريض واحد
    [two] أحدهم في الطريق إلى مريضين
    [few] أحدهم في الطريق إلى { $n } مرضى
    [many] أحدهم في الطريق إلى { $n } مريضًا
   *[other] أحدهم في الطريق إلى { $n } مريض
}
# End of calls for a nurse

# Times and targets of sessions

hd-time-if-earlier = الوقت، إن كان ذلك قبل الآن
hd-came-earlier = حضر المريض قبل ذلك
hd-confirmed-earlier = كان التأكيد قبل ذلك
hd-written-later = كُتب { $at }
dialysis-says-clock = أدخل وقتًا بالساعة، مثل 14:20.
dialysis-says-half-a-day = أدخل وقتًا من آخر 12 ساعة. لا يُكتب شيء مسبقًا.
dialysis-says-step-before = هذا الوقت يسبق الخطوة السابقة. تحقّق من الوقت.
hd-plan-anew = تخطيط جديد
hd-planned-anew = خُطّط من جديد
hd-set-target = تحديد هدف آخر أو مدة أخرى
hd-goal-in-all = السائل المراد سحبه إجمالًا
hd-time-in-all = مدة الجلسة إجمالًا
hd-exchange = تبديل الجهاز
hd-exchanged = بُدّل الجهاز
hd-exchange-means = تستمر الجلسة. يقيس الجهاز الآخر المريض من الآن، ويعدّ السائل من الصفر.
hd-removed-by-now = السائل المسحوب حتى الآن
hd-counted-before-silence = { $volume } في { $at }، قبل أن يصمت الجهاز. اقرأ كم هو الآن.
hd-counted-earlier = { $volume } في { $at }. اقرأ كم هو الآن.
hd-removed-on-this-machine = السائل المسحوب على هذا الجهاز
hd-removed-on-all-machines = السائل المسحوب حتى الآن على كل الأجهزة
hd-add-before = سحبت الأجهزة السابقة { $volume }: أضفها إلى ما يعرضه هذا الجهاز.
hd-target-words = { $goal } خلال { $time }: { $why }
hd-target-above = { $target }. أكثر في الساعة مما وُصف: { $why }
hd-exchange-words = { $to } بدلًا من { $from }، سُحب { $removed } حتى ذلك: { $why }
hd-log-target = خُطّط من جديد: { $target }
said-dialysis-target = خُطّط من جديد. ما خُطّط من قبل يبقى مقروءًا.
said-dialysis-exchanged = المريض على الجهاز الآخر، وهو يقيسه من الآن.
dialysis-says-anew-running = لا يُخطّط هذا من جديد إلا أثناء جريان الدم. انظر مرة أخرى.
dialysis-says-time-over = جرى الدم مدة أطول من ذلك. أدخل دقائق أكثر أو أنهِ الجلسة.
dialysis-says-read-off = ما هو معروف من السائل المسحوب يعود إلى وقت سابق. اقرأ على الجهاز كم هو الآن.
dialysis-says-of-all-machines = سحبت الأجهزة السابقة أكثر من ذلك. أدخل ما سُحب على كل الأجهزة معًا.
dialysis-says-far-above-rate = سيُسحب أكثر من 13 mL/kg/h، والوصفة تسمح بأقل: ضرر أكبر معروف فوق 13. اذكر السبب أو اسحب أقل أو أطل الجلسة.
dialysis-says-exchanged-meanwhile = بدّل أحدهم الجهاز في هذه الأثناء. انظر مرة أخرى.
plan-books-itself = تُحجز الخطة من تلقاء نفسها أيضًا: مرة كل ساعة، كل سطر للأيام القادمة وعددها { $n }. ما لا يمكن حجزه يبقى بين الجلسات الفائتة حتى يُحجز.
nothing-booked-in-time = موصوف، ولا شيء محجوز في الوقت المناسب
longest-gap-prescribed = أطول فترة موصوفة، بالأيام
diary-confirmed = مؤكَّدة
diary-to-confirm = بانتظار التأكيد
diary-confirm = تأكيد الجلسة
diary-confirm-of = تأكيد جلسة { $name }
diary-booked-by-patient = حجز المريض هذه الجلسة في البوابة.
diary-i-come = سأحضر
diary-i-come-to = سأحضر هذه الجلسة
said-diary-confirmed = أُكّدت الجلسة.
said-diary-own-confirmed = أكّدت حضورك.
diary-says-confirmed-already = هذه الجلسة مؤكَّدة بالفعل.
diary-says-not-by-booker = من حجز الجلسة لا يؤكّدها.
diary-says-unit-booked = حجزت الوحدة هذه الجلسة. يؤكّدها المريض في بوابته.
# End of times and targets of sessions
# Gates of a treatment
unfit-disinfection-due = لم تُطهَّر هذه الآلة منذ آخر علاج عليها، أو مضى على ذلك وقت طويل.
hdn-they-left-before = غادر قبل التوصيل
missed-left = غادر قبل البدء
hd-let-go = يغادر دون علاج
hd-not-apart = هذا الكرسي ليس منفصلًا، ويلزم كرسي منفصل. انقل الجلسة إلى كرسي منفصل في جدول الكراسي: لا استقبال ولا توصيل هنا قبل ذلك.
hd-disinfect-machine = تدوين تطهير
hd-unsuited = محجوز على كراسٍ غير منفصلة
hd-unsuited-text = صار يلزم كرسي منفصل. لا استقبال على هذه الكراسي: انقل الجلسات.
hd-move-in-the-diary = نقلها في جدول الكراسي
diary-not-apart = يلزم كرسي منفصل
disinfection-now = طُهّرت الآن بنجاح
hds-they-need-a-chair-apart = يلزم كرسي منفصل، وهذا ليس كذلك. انقل الجلسة إلى كرسي منفصل في جدول الكراسي أولًا.
hds-haemodiafiltration-this-chair = وُصف ترشيح دموي مع ديال أو ترشيح دموي، وهذا الكرسي لا يتيحه. احجز كرسيًا آخر أو اطلب مراجعة الوصفة.
hds-around-the-clock = وُصف غسيل على مدار الساعة: يجري عند السرير وليس جلسة على كرسي. اطلب مراجعة الوصفة أولًا.
hds-haemodiafiltration-this-machine = وُصف ترشيح دموي مع ديال أو ترشيح دموي، وهذا الجهاز عند كرسي لا يتيحه. اختر غيره.
hds-a-medicine-has-no-witness = دواء بلا شاهد بعد. يشهد عليه أولًا شخص غير من أعطاه: بعد التوقيع لا يمكن لأحد ذلك.
hds-not-disinfected-since = لم يُطهَّر هذا الجهاز منذ آخر علاج عليه، أو مضى على ذلك وقت طويل. طهّره ودوّن ذلك، أو اختر غيره.
hds-no-dialysis-machine = هذا ليس جهاز غسيل كلى. اختر غيره.
hds-not-of-this-ward = هذا الجهاز ليس لهذا الجناح ولا يقف فيه. اختر غيره.
hds-choose-why-not-treated = اختر سبب عدم العلاج.
hds-they-go-without = دُوّن أنه يغادر دون علاج.
diary-no-machine-of-this-ward = ما عند هذا الكرسي ليس جهاز غسيل لهذا الجناح. اختر كرسيًا آخر.
hds-kept-for-another = هذا الجهاز مخصص لعدوى لم توجد لدى المريض. اختر غيره.
hds-one-that-is-kept = يخصص هذا الجناح أجهزة لما وُجد لدى المريض. اختر واحدًا منها.
diary-machine-kept = الجهاز عند هذا الكرسي مخصص لعدوى لم توجد لدى المريض. اختر كرسيًا آخر.
diary-machine-not-kept = يخصص هذا الجناح أجهزة لما وُجد لدى المريض، وليس عند هذا الكرسي واحد منها. اختر كرسيًا آخر.
machine-kept-for = مخصصة لـ
machine-kept-for-hint = لأجهزة الغسيل: لمن وُجد لديه ذلك، وليس لغيره.
machine-for-everybody = الجميع
machine-disinfect-hours = يسري التطهير (ساعات)
machine-disinfect-hours-hint = اتركه فارغًا إذا كان يسري حتى العلاج التالي مهما طال.
machine-says-kept-for = اختر عدوى من القائمة، أو الجميع.
machine-says-disinfect-hours = أدخل من 1 إلى 720 ساعة، أو اتركه فارغًا.
hds-result-and-unsuited = دُوّنت النتيجة. لم يعد المحجوز مناسبًا: انقله.
# End of gates of a treatment
# الأجنحة والأسرّة والكراسي، وأين تقف الآلات
wards-beds-chairs = الأجنحة والأسرّة والكراسي
places-desk = ما يوجد من أجنحة وأسرّة وكراسي غسيل، وأين تقف كل آلة.
find-places = الأجنحة والأسرّة والكراسي: إضافة وإعادة تسمية وإخراج ووضع آلات
places-context = ما لدى المستشفى، وأين تقف الآلات
another-ward = جناح آخر
ward-name-hint = كما يسمّيه الناس، مثل الجناح 4 أو غسيل الغرب.
add-the-ward = إضافة الجناح
places-done = ما جرى
places-done-none = يظهر هنا ما يُنشأ وما تُغيَّر تسميته وما يُخرج.
no-wards-yet = لا جناح بعد
no-wards-yet-text = أضف الأول أدناه. الأسرّة والكراسي تكون في جناح.
dialysis-chairs = كراسي الغسيل
place-made = أُنشئ: { $name }
place-renamed = { $before } صار اسمه { $name }
place-changed = تغيّر: { $name }
place-retired = أُخرج: { $name }
all-wards = كل الأجنحة
place-a-machine = وضع آلة
the-ward-itself = الجناح نفسه
take-away = إبعادها
take-away-what = إبعادها: { $name }
take-away-means = لا تقف في مكان حتى يضعها أحد من جديد. تبقى الجلسات المحجوزة على كرسيّها من دون آلة.
measures-somebody = تقيس أحدًا
retire = إخراج
retire-what = إخراج { $name }
retire-means = لا يُستعمل بعد الآن نهائيًا. يبقى ما حدث فيه، ويصير اسمه متاحًا من جديد.
no-beds-yet = لا أسرّة
no-beds-yet-text = يظهر السرير على لوحة الجناح فور إضافته.
no-chairs-yet = لا كراسي غسيل
no-chairs-yet-text = بوجود كرسي يظهر الجناح في الجدول؛ وتُضبط فتراته في الخطة الأسبوعية.
bed = السرير
beds-in = أسرّة { $ward }
chairs-in = كراسي غسيل { $ward }
chair-is = لمن
chair-booked = محجوزة
chair-apart-words = معزول، لمن يحمل ما يجب ألا ينتقل إلى غيره
chair-hdf-words = الماء والآلة صالحان للترشيح الدموي مع الديال وللترشيح الدموي
change-what = تغيير { $name }
bed-number-asked = رقم السرير الجديد
bed-number-hint = فارغ: الرقم التالي في هذا الجناح.
add-a-bed = إضافة سرير
chair-name-asked = اسم الكرسي الجديد
chair-name-hint = مثل D-09. ينال مكانًا خاصًا في الجناح تقف فيه آلته.
add-a-chair = إضافة كرسي
choose-a-machine = اختر آلة
choose-a-place = اختر مكانًا
nothing-to-place = يمكن هنا وضع الآلات التي لا تقف في مكان أو تقف في هذا الجناح متى صار فيه سرير أو كرسي. أما التي في جناح آخر فتُنقل من صفحتها.
place-which-hint = التي لا تقف في مكان والتي في هذا الجناح. أما التي في جناح آخر فتُنقل من صفحتها.
put-it-where = أين توضع
put-it-where-hint = من حيث تقف، في خطوة واحدة. جهاز المراقبة ينتقل مع من يقيسه.
place-here = وضعها هناك
rename = تغيير الاسم
where-it-stands = أين تقف
no-places-yet = ليس في المستشفى سرير ولا كرسي بعد.
ward-and-chair = { $ward }، الكرسي { $chair }
machine-log-placed = وُضعت: { $place }
machine-log-taken-away = أُبعدت عن { $place }
places-title-ward = أسرّة جناح وكراسيه
right-machine-place = تحديد أين تقف الآلات
right-place-manage = إعداد الأجنحة والأسرّة والكراسي
said-machine-placed = تقف الآلة هناك من الآن.
said-machine-taken-away = لا تقف الآلة في مكان الآن.
said-place-retired = أُخرج. يبقى ما حدث فيه معروفًا.
said-place-changed = حُفظ ما تغيّر.
said-ward-made = أُنشئ الجناح. أضف إليه أسرّة أو كراسي.
said-bed-made = السرير موجود وعلى لوحة الجناح.
said-chair-made = الكرسي موجود وفي الجدول.
fault-ward-name = أدخل اسم الجناح.
fault-chair-name = أدخل اسم الكرسي.
fault-bed-number = أدخل رقمًا من 1 إلى 9999.
fault-ward-taken = جناح آخر في هذا المستشفى يحمل هذا الاسم.
fault-bed-taken = سرير آخر في هذا الجناح يحمل هذا الرقم.
fault-chair-taken = كرسي آخر في هذا المستشفى يحمل هذا الاسم.
fault-bed-patient = هناك من يُقاس. يمكن إخراجه متى لم يعد أحد هناك.
fault-place-machine = تقف هناك آلة. أبعدها أولًا.
fault-bed-chair = هناك كرسي. أخرج الكرسي.
fault-chair-session = هناك جلسة محجوزة أو جارية. انقلها أو ألغها أولًا.
fault-chair-plan = هذا الكرسي في الخطة الأسبوعية. أنه سطوره أو انقلها أولًا.
fault-chair-offer = هذا الكرسي معروض على من ينتظر. انتظر ردّه.
fault-ward-patient = في هذا الجناح مرضى. يمكن إخراجه متى خلا.
fault-ward-chairs = ما زالت في هذا الجناح كراسي. أخرجها أولًا.
fault-ward-beds = ما زالت في هذا الجناح أسرّة. أخرجها أولًا.
fault-ward-machines = هناك آلات تتبع هذا الجناح. بيّن في أوراقها إلى أين تتبع من الآن.
fault-ward-duty = هناك مناوب في هذا الجناح. أنه مناوبته أولًا.
fault-place-gone = أُخرج هذا المكان في هذه الأثناء. حمّل الصفحة من جديد.
fault-beds-many = في هذا الجناح 200 سرير بالفعل. أنشئ جناحًا آخر.
fault-chairs-many = في هذا الجناح 60 كرسيًا بالفعل. أنشئ جناحًا آخر.
fault-stands-there = تقف هذه الآلة هناك بالفعل.
fault-another-stands = تقف هناك آلة غسيل أخرى. أبعدها أولًا.
fault-somebody-else-there = هناك شخص آخر يُقاس.
fault-it-measures = إنها تقيس أحدًا. انقلها معه، أو أبعدها متى لم تعد تقيس أحدًا.
fault-stands-nowhere = لا تقف هذه الآلة في أي مكان.
fault-is-dialysed = هناك من يُغسل عليها. يمكن نقلها متى انتهت الجلسة.
fault-choose-place = اختر مكانًا في هذا المستشفى.
fault-moved-meanwhile = نقل شخص آخر هذه الآلة للتو. حمّل الصفحة من جديد.

# Forms that lose nothing

form-not-yet-saved = لم يُحفظ شيء بعد. اقرأ ما كتبته مرة أخرى، ثم أرسله من جديد.
typed-unit-unknown = الوحدة التي كُتب بها هذا غير معروفة. راجع القيمة.
rule-weight-last = كان آخر وزن { $last } { $unit }. هل { $now } { $same } صحيح؟
rule-weight-dry = الوزن الجاف { $dry } { $unit }. هل { $now } { $same } صحيح؟
hd-is-it-right = هل هذا الوزن صحيح؟
hd-weight-is-right = { $weight } صحيح
hd-dry-weight-changed = عيّن شخص آخر الوزن الجاف في هذه الأثناء. انظر إليه من جديد.
older-lines = السطور الأقدم
# End of forms that lose nothing
diary-by-number-hint = عدد من يغسلون أكبر مما تعرضه قائمة. اكتب رقم أحدهم في هذا المستشفى؛ ولا يُحجز إلا لمن وُصف له الغسيل.
fault-nobody-has-number = لا أحد في هذا المستشفى يحمل هذا الرقم.
# The forecast of a fall
fc-title = مدى جودة توقع هبوط الضغط
fc-page = مدى جودة التوقع
fc-desk = توقع هبوط الضغط: مدى صحته، وهل يظهر عند الكرسي
fc-context = ضُبط على جلسات موقعة في هذا المستشفى، وجُرّب على مرضى لم يتعلم منهم
fc-what = الهبوط ضغط انقباضي دون 90 mmHg، أو دون 100 إن كان 160 فأكثر قبل العلاج، بعد 15 إلى 75 دقيقة.
fc-advises = إنه ينصح: لا يُستدعى به أحد.
fc-never-looked = لم تُفحص جلسات هذا المستشفى بعد. يجري ذلك مرة في الأسبوع ليلًا، وكلما طلبه من يدير المستشفى.
fc-quality = عند مرضى لم يتعلم منهم
fc-auroc = AUROC
fc-auroc-means = من كل 100 زوج من لحظة قبل هبوط ولحظة لا يتبعها هبوط، أعطى اللحظة التي قبل الهبوط الاحتمال الأعلى في { $n }. بالمصادفة يكون 50.
fc-brier = متوسط مربع الخطأ (Brier)
fc-brier-means = الأقل أفضل. من يقول للجميع النسبة نفسها يبلغ { $share }.
fc-learned-from = تعلم من
fc-tried-on = جُرّب على
fc-sessions = جلسة
fc-counted = المرضى: { $patients }. اللحظات: { $moments }. جلسات فيها هبوط: { $falls }.
fc-of-time = ضُبط في { $at }، على جلسات من { $since } إلى { $until }.
fc-split = يُستبعد مريض من كل خمسة، هم أنفسهم دائمًا، ولا أحد في الجانبين.
fc-calibration = ما قاله وما حدث
fc-calibration-says = ما قاله مقابل ما حدث: { $points }.
fc-point = قال { $said }، وحدث { $happened }، لحظات { $n }
fc-calibration-means = على الخط، ما يسميه 20 ٪ حدث في 20 من 100 لحظة. فوقه قال أقل مما حدث، وتحته أكثر. النقطة الأكبر تعني لحظات أكثر.
fc-said = قال
fc-happened = حدث
fc-moments = اللحظات
fc-inputs = ما يعتمد عليه
fc-input = المدخل
fc-history = نسبة الجلسات العشر الأخيرة التي هبط فيها
fc-step = خطوة واحدة
fc-weight = الوزن
fc-does = ما تفعله القيمة الأعلى
fc-more-raises = ترفع الاحتمال
fc-more-lowers = تخفض الاحتمال
fc-weight-means = الوزن هو ما تضيفه خطوة واحدة، أي انحراف معياري، إلى لوغاريتم الأرجحية.
fc-looked = أحدث فحص للجلسات
fc-looked-at = جلسات فيها لحظة يمكن التعلم منها: { $sessions }. اللحظات: { $moments }.
fc-left-out = استُبعدت { $unknown } لا يعرف أحد ما تلاها، و{ $missing } نقص فيها مدخل.
fc-too-few = المسجل أقل من أن يُضبط عليه توقع أو تُعرف جودته:
fc-lack-falls = جلسات فيها هبوط للتعلم: { $there } من { $least }
fc-lack-others = جلسات بلا هبوط للتعلم: { $there } من { $least }
fc-lack-held-falls = جلسات فيها هبوط لمرضى مستبعدين: { $there } من { $least }
fc-lack-held-others = جلسات بلا هبوط لمرضى مستبعدين: { $there } من { $least }
fc-why-so-many = عشر لكل مدخل للتعلم (Peduzzi وآخرون، 1996)، ومئة من كل منهما للتجربة (Collins وآخرون، 2016).
fc-no-spread = كان أحد المدخلات واحدًا في كل لحظة: لا يمكن التعلم منه.
fc-by-itself = تلقائيًا
fc-at-the-chair = عند الكرسي
fc-is-shown = التوقع الذي ضُبط في { $at } يظهر عند الكرسي.
fc-is-not-shown = لا يُعرض أي احتمال هبوط عند الكرسي.
fc-newer = الذي أعلاه أحدث. يظهر عند الكرسي بعد أن ينظر فيه أحد ويعرضه.
fc-show = اعرض الذي أعلاه عند الكرسي
fc-show-why = لماذا هو جيد بما يكفي
fc-hide = لا تعرض أي توقع بعد الآن
fc-decisions = من قرر ولماذا
fc-decided = القرار
fc-shows-that-of = يُعرض توقع { $at }
fc-shows-none = لا يُعرض أي توقع
fc-fit-anew = اضبط من جديد
fc-fit-anew-text = يُضبط تلقائيًا مرة في الأسبوع ليلًا. ما ضُبط من قبل يبقى، وما يظهر عند الكرسي يبقى.
fc-chance = احتمال الهبوط خلال 15 إلى 75 دقيقة القادمة:
fc-raised-by = يرفعه { $parts }
fc-lowered-by = يخفضه { $parts }
fc-of-fit = ضُبط في { $at } على { $n } جلسة في هذا المستشفى، AUROC { $auroc }.
fc-missing-readings = لا يُعرض احتمال: في الساعة الأخيرة أقل من ثلاثة ضغوط.
fc-missing-old = لا يُعرض احتمال: مضى على أحدث ضغط أكثر من نصف ساعة.
fc-missing-rate = لا يُعرض احتمال: معدل السوائل في نصف الساعة الأخيرة غير معروف.
fc-missing-history = لا يُعرض احتمال: لا تُعرف جلسة سابقة.
fc-may-read = الاطلاع على جودة توقع هبوط الضغط
fc-may-set = ضبط توقع الهبوط من جديد وعرضه عند الكرسي
fc-just-fitted = ضُبط قبل أقل من عشر دقائق: ما وجده معروض هنا.
fc-is-being-fitted = يجري ضبطه. أعد تحميل هذه الصفحة بعد دقيقة.
fc-is-fitted-already = يجري ضبطه بالفعل. أعد تحميل هذه الصفحة بعد دقيقة.
fc-stands-now = يظهر عند الكرسي من الآن.
fc-none-now = لا يُعرض أي احتمال عند الكرسي من الآن.
