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

## For the server alone

sign-in = Sign in
beds-free = { $free ->
    [0] No bed is free.
    [one] One bed of { $all } is free.
   *[other] { $free } beds of { $all } are free.
}
