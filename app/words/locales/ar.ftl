### العربية.

-language-name = العربية
-direction = rtl
# Unicode CLDR 46, cardinal rules of Arabic.
-plurals = zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99
-decimal = .
-group = ,

skip-to-page = انتقل إلى الصفحة
sign-out = تسجيل الخروج
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

## For the server alone

sign-in = تسجيل الدخول
beds-free = { $free ->
    [zero] لا يوجد سرير شاغر.
    [one] سرير واحد شاغر من أصل { $all }.
    [two] سريران شاغران من أصل { $all }.
    [few] { $free } أسرّة شاغرة من أصل { $all }.
    [many] { $free } سريرًا شاغرًا من أصل { $all }.
   *[other] { $free } سرير شاغر من أصل { $all }.
}
