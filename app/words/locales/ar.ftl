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
undo = تراجع
no-connection-since = لا يوجد اتصال منذ { $at }.
last-known-state = ما تراه هو آخر حالة معروفة. تتم إعادة المحاولة تلقائيًا.
signed-out-at = سيتم تسجيل خروجك عند الساعة { $at }.
press-to-stay = اضغط أي مفتاح أو المس الصفحة للبقاء.
save-and-sign-in = احفظ ما تكتبه، ثم سجّل الدخول من جديد.
stay-signed-in = البقاء مسجّلًا
needs-script = { $what }: يتطلب ذلك JavaScript، وهو معطّل في هذا المتصفح. ما تراه يعود إلى وقت تحميل الصفحة.

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
age-and-sex = { $years } سنة { $sex }
no-fresh-values = لا قيم حديثة
too-young = NEWS2 غير مخصص لمن هم دون 16 سنة
incomplete = غير مكتمل
missing = ينقص: { $what }
no-score-because = لا مؤشر: { $why }
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
      *[else] { $label }
   }

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
alarm-was-unmeasured = { $label } كان { $value }، ولم يعد يُقاس
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
oxygen-vent = تنفس صناعي
oxygen-niv = NIV
oxygen-high-flow = تدفق عالٍ
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

## For the server alone

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
language-saved = حُفظت لغتك.

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
role = الدور
accept-invitation = قبول الدعوة
welcome = أهلًا بك
shown-once = يُعرض مرة واحدة
keep-it-safe = احفظه في مكان آمن قبل أن تتابع.
code-from-app = الرمز من تطبيقك
code-hint = ستة أرقام. يصلح رمز الاسترداد أيضًا.
how-page-looks = مظهر هذه الصفحة
larger-text = نص أكبر في صفحتي الرئيسية وسجلي
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
head-temperature = درجة الحرارة، °C
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
have-read = لقد قرأت هذا
should-know = ما ينبغي أن تعرفه
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
hear-by-mail = ما يصلك بالبريد الإلكتروني
mail-unusual = عمليات دخول غير معتادة
mail-messages = أن هناك رسالة تنتظر هنا
mails-always = كلمة المرور الجديدة، وتغيير البريد أو رقم الهاتف، وإزالة العامل الثاني، وقفل الحساب: نخبرك بها دائمًا. لا تذكر رسائل البريد شيئًا عن صحتك أبدًا.
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
done-mails = حُفظ ما يصلك بالبريد الإلكتروني.
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
chart-range = { $title } من { $low } إلى { $high } { $unit }
chart-axis = محور الزمن.
chart-leaves-scale = بعض القيم خارج المقياس المعتاد.
chart-score = NEWS2: الأعلى { $most }، الأخير { $last }.
chart-no-score = NEWS2: لا مؤشر كامل في هذه المدة.
chart-at = عند { $clock }
chart-replay = بداية إعادة العرض
chart-not-drawn = تعذّر رسم المخطط. الجدول أدناه يحتوي على القيم نفسها.
chart-did-not-load = لم يُحمّل المخطط. بقية الصفحة محدّثة؛ أعد تحميل الصفحة للمحاولة.
you-are-here = أنت هنا
go-there = الذهاب إليه
go-there-to = الذهاب إلى: { $hospital }
where-you-work = أين تعمل
their-email-hint = عنوان لا يسجّل به الدخول للعمل في مستشفى: ذلك العنوان يفتح عمله لا سجلك.

# Finding anything

find = بحث
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
find-hand-over-name = أجهزة مُعارة
find-hand-over = ما يعيره الفنيون بعضهم لبعض لفترة
find-pharmacy = الوصفات والأدوية والمخزون
find-registrations = من طلب حسابًا في البوابة وينتظر ربطه بملف
find-hospital = المستشفى بالأرقام: الأسرّة والإشغال واليوم
find-staff = من يعمل هنا، الزملاء وأدوارهم والدعوات
find-duties-name = المناوبات
find-duties = من المناوب وأين، ولمن كل جهاز
find-access-name = من يجوز له ماذا
find-access = ولماذا: الصلاحيات حسب الدور والعلاقة والاستثناء
find-rights-name = استثناءات
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
find-account = الاسم وكلمة المرور واللغة وأماكن تسجيل دخولك
find-factor-name = العامل الثاني
find-factor = تطبيق الرموز ورموز الاسترداد
find-my-home = كيف حالك الآن: قيمك وخطواتك التالية
find-my-record = يومك مرسومًا والإنذارات وكل القراءات
find-my-access-name = من اطّلع على سجلك
find-my-access = الأسماء والأوقات والأسباب
find-my-consents = ما تسمح به للآخرين في سجلك: الموافقات والبحث والتأمين
find-my-proxies = من يعتني بك وقد يرى سجلك، العائلة
find-my-preferences = نص أكبر واللغة التي تتحدثها
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
news-alarms = الإنذارات
news-allergies = الحساسية
news-conditions = الأمراض
news-medicines = الأدوية
news-surgeries = العمليات
news-identity = الهوية
news-contacts = وسائل الاتصال
news-documents = وثائق الهوية
news-insurance = من يدفع
