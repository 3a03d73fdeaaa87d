### Français.

-language-name = Français
-direction = ltr
# Unicode CLDR 46, cardinal rules of French; [many] stands for millions, which no number here reaches.
-plurals = one: i = 0,1
-decimal = ,
-group = { "\u202F" }

skip-to-page = Aller à la page
sign-out = Se déconnecter
theme-day = Jour
theme-night = Nuit
second-display = Le moniteur au lit garde l’alarme principale.

age-seconds = { $n } s
age-minutes = { $n } min
age-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}

## For the server alone

sign-in = Se connecter
beds-free = { $free ->
    [0] Aucun lit n’est libre.
    [one] Un lit sur { $all } est libre.
   *[other] { $free } lits sur { $all } sont libres.
}
