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

months = janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.
weekdays = jeudi vendredi samedi dimanche lundi mardi mercredi
date-long = { $day } { $month } { $year }
date-clock = { $day } { $month } { $clock }
date-spoken = { $weekday } { $day } { $month } à { $clock }
age-hours = { $n } h
age-hours-minutes = { $h } h { $m }
ago = il y a { $age }

main = Principal
language = Langue
page-title = { $title } · Wardlight
error-title = Erreur : { $title }
wardlight-home = Wardlight, accueil
problem = Il y a un problème
optional = (facultatif)
loading = Chargement
did-not-load = { $what } : le chargement a échoué.
rest-is-current = Le reste de la page est à jour.
reference-short = réf. { $reference }
reference = Référence { $reference }
try-again = Réessayer
try-now = Essayer maintenant
undo = Annuler
no-connection-since = Pas de connexion depuis { $at }.
last-known-state = Vous voyez le dernier état connu. Un nouvel essai se fait automatiquement.
signed-out-at = Vous serez déconnecté à { $at }.
press-to-stay = Appuyez sur une touche ou touchez la page pour rester.
save-and-sign-in = Enregistrez ce que vous écrivez, puis reconnectez-vous.
stay-signed-in = Rester connecté
needs-script = { $what } : il faut JavaScript, qui est désactivé dans ce navigateur. Ce que vous voyez date du chargement de la page.

as-loaded = Au chargement
live = En direct
not-connected = Non connecté
pause-updates = Suspendre
resume = Reprendre
paused = Suspendu à { $clock }, il y a { $age }. Les alarmes arrivent toujours.

role-doctor = Médecin
role-nurse = Infirmier
role-technician = Technicien
role-pharmacist = Pharmacien
role-receptionist = Réceptionniste
role-billing-clerk = Agent de facturation
role-lab-technician = Technicien de laboratoire
role-emergency-responder = Secouriste
role-hospital-admin = Administrateur
role-super-admin = Administrateur de la plateforme
role-patient = Patient
role-proxy = Proche aidant

place-my-patients = Mes patients
place-patients = Patients
place-home = Accueil
place-record = Dossier
place-sharing = Partage
place-account = Compte
place-people = Personnes
place-ward = Unité
place-devices = Appareils
place-pharmacy = Pharmacie
place-hospital = Hôpital
place-registrations = Demandes
place-platform = Hôpitaux

calm-ward = Une unité calme reste grise.
one-light = Une lumière signale qu’on a besoin de quelqu’un.
second-display-for = Un second écran pour l’unité de soins
sign-in = Se connecter
sign-in-with = E-mail ou numéro de téléphone
password = Mot de passe
shared-computer = Ordinateur partagé : me déconnecter après 10 minutes
forgot-password = Je ne connais pas mon mot de passe
ask-for-account-patients = Patients : demander un compte
show-password = Afficher le mot de passe
show = Afficher
hide = Masquer
demo-accounts = Hôpital de démonstration : comptes à essayer
demo-people = Les personnes sont inventées ; les valeurs sont de vrais enregistrements rejoués. Un hôpital demande un second facteur à son personnel ; celui-ci ne le fait pas, pour que vous puissiez visiter.

go-to-my-page = Aller à ma page
prove-who-you-are = Prouver votre identité
refused-sign-in = Vous êtes déconnecté
refused-step-up = Prouvez d’abord votre identité
refused-denied = Vous ne pouvez pas ouvrir cette page
refused-not-found = Il n’y a rien pour vous à cette adresse
refused-invalid = Ce n’était pas possible
refused-busy = Trop de demandes à la fois
refused-away = Wardlight est en maintenance
refused-fault = Une erreur s’est produite de notre côté
refused-unreachable = Le serveur n’a pas répondu
session-is-over = La session est terminée. Reconnectez-vous et vous reviendrez à cette page.
needs-right = Il faut pour cela un droit que votre compte n’a pas ici : { $right }.
admin-can-give-right = L’administrateur de votre hôpital peut le donner. Votre compte n’a aucun problème.
portal-off = Lorsqu’un portail est désactivé, son patient peut toujours { $consents } et { $access }.
take-back-consents = retirer ses accords
see-who-looked = voir qui a consulté son dossier
somebody-in-danger = Quelqu’un est en danger ? { $door }.
open-in-emergency = Ouvrir le dossier en urgence
address-is-not-yours = L’adresse est peut-être mal saisie ou ancienne, ou elle n’est pas l’une des vôtres. Vérifiez-la, ou repartez de votre page.
database-away = La base de données est inaccessible. Les moniteurs au lit continuent de mesurer et gardent leurs alarmes ; rien de ce qu’ils ont envoyé n’est perdu.
go-to-the-bed = Allez au lit pour les valeurs. Les feuilles papier sont dans le classeur de secours au poste infirmier de chaque unité.
server-is-starting = Il n’y a pas de connexion, ou le serveur démarre. Les moniteurs au lit gardent leurs alarmes.
page-not-made = La page n’a pas pu être créée. Réessayez ; si cela se répète, indiquez au support la référence ci-dessous.
holds-nothing = Elle ne contient rien sur un patient.
error-step-up = Prouvez d’abord votre identité : plus de cinq minutes se sont écoulées.
error-invalid = Une saisie n’est pas correcte.
error-busy = Trop de demandes à la fois. Réessayez dans un instant.

my-home = Mon accueil
hello = Bonjour { $name }
not-for-emergencies = Si vous ne vous sentez pas bien, appelez votre infirmier avec la sonnette près du lit. Cette page n’est pas faite pour les urgences.
who-looked-link = Qui a consulté votre dossier
where-signed-in = Où vous êtes connecté
ward-and-bed = { $ward }, lit { $bed }
your-values = Vos valeurs
no-monitor = Aucun moniteur ne vous mesure en ce moment. Vos valeurs s’afficheront ici lorsque ce sera le cas.
what-was-noticed = Ce qui a été remarqué
following-values = Suivre vos valeurs
measured = Vos mesures
measured-in = Vos mesures : { $place }
noted = Noté { $age }.
not-measured = non mesuré
unit-then-age = { $unit },
blood-pressure = Tension artérielle
heartbeat = Battements du cœur
beats-a-minute = battements par minute
oxygen-in-your-blood = Oxygène dans votre sang
percent = pour cent
breathing = Respiration
breaths-a-minute = respirations par minute
temperature = Température
degrees-celsius = degrés Celsius
nothing-unusual-now = Rien d’inhabituel n’est remarqué en ce moment. Vos infirmiers voient aussi ces valeurs.
not-shown = Votre hôpital n’affiche pas cette partie ici. Votre médecin ou votre infirmier peut vous en parler.
on-whose-behalf = Au nom de qui vous lisez
on-behalf = Vous lisez le dossier de { $name }, qui vous connaît comme « { $known } » et vous laisse lire jusqu’au { $until }. Sur cette page, « vous » désigne cette personne. Les parties absentes ne vous sont pas montrées.
whose-records = Les dossiers que je peux lire
noticed-machine = Votre appareil demande que quelqu’un le vérifie.
noticed-silent = Votre moniteur n’envoie pas de valeurs en ce moment.
noticed-heartbeat = Votre cœur bat { $how ->
       [slow] lentement
       [very-slow] très lentement
       [very-fast] très vite
      *[fast] vite
   }.
noticed-breathing = Votre respiration est { $how ->
       [slow] lente
       [very-slow] très lente
       [very-fast] très rapide
      *[fast] rapide
   }.
noticed-oxygen = L’oxygène dans votre sang est { $how ->
       [low] bas
       [very-low] très bas
       [very-high] très élevé
      *[high] élevé
   }.
noticed-pressure = Votre tension artérielle est { $how ->
       [low] basse
       [very-low] très basse
       [very-high] très élevée
      *[high] élevée
   }.
noticed-temperature = Votre température est { $how ->
       [low] basse
       [very-low] très basse
       [very-high] très élevée
      *[high] élevée
   }.
nurses-told = Vos infirmiers ont été prévenus.
looked-after = Quelqu’un s’en occupe.
extra-oxygen = Vous recevez de l’oxygène en plus.
ordinary-air = Vous respirez l’air ambiant.

device = Appareil
address = Adresse
since = Depuis
last-used = Dernière utilisation
this-one = Celui-ci
place-today = Aujourd’hui
place-staff = Personnel
chart-limit = limite { $value }
saving = Enregistrement

alarm-high = Alarme haute
alarm-medium = Alarme moyenne
alarm-low = Alarme basse
no-data = Pas de données
no-alarms = Aucune alarme
alarms = Alarmes
title-ward = { $before }Unité · Wardlight
title-patient = { $before }Patient · Wardlight
before-title = { $n } { $what ->
       [high] haute
       [medium] moyenne
       [low] basse
      *[silent] sans données
   } ·
following-the-values = Suivre les valeurs
ward-and-patients = { $ward }, { $n ->
       [one] { $n } patient
      *[other] { $n } patients
   }. Wardlight est un second écran : le moniteur au lit garde l’alarme principale.
news2-source = NEWS2 : Royal College of Physicians, 2017.
beds-of-ward = { $taken } patients, { $free ->
       [0] aucun lit libre
       [one] { $free } lit libre
      *[other] { $free } lits libres
   }
replay = Relecture
of-recorded-values = de valeurs enregistrées
replay-of-values = Relecture de valeurs enregistrées
order-of-beds = Ordre des lits
by-need = Par besoin
by-bed = Par lit
wards = Unités
beds = Lits
of-twenty = sur 20
bed-free = Lit { $n }, libre
free = Libre
nobody-in-bed = Personne n’est mesuré dans ce lit
bed-number = Lit { $n }
age-and-sex = { $years } ans { $sex }
no-fresh-values = pas de valeurs récentes
too-young = NEWS2 n’est pas fait pour les moins de 16 ans
incomplete = incomplet
missing = manque : { $what }
no-score-because = Pas de score : { $why }
no-score-spoken = pas de score : { $why }
score-of-twenty = { $n } sur 20
score-three-spoken = { $n } sur 20, trois pour un seul paramètre
three-in-one = 3 pour un
up = en hausse de
down = en baisse de
oldest-part = Partie la plus ancienne du score { $age }
last-data = Dernières données { $at }, { $age }
device-silent = Appareil silencieux, dernier signal { $age }
parameter = { $of ->
       [systolic] Systolique
       [diastolic] Diastolique
       [mean_pressure] Pression moyenne
       [oxygen] Oxygène
       [consciousness] Conscience
       [temperature] Temp
       [blood_flow] Débit sanguin
       [dialysate_flow] Débit du dialysat
       [arterial_pressure] Pression artérielle
       [venous_pressure] Pression veineuse
      *[else] { $label }
   }

acknowledge = Prendre en charge
seen-verb = Vu
act-of = { $act } : { $of }
note-optional = Note (facultatif)
of-last-day = des dernières 24 heures
alarms-come = Les nouvelles alarmes arrivent ici d’elles-mêmes.
bed-and-name = Lit { $bed } · { $name }
device-without-patient = Un appareil sans patient
spoken-bed = lit { $bed }
spoken-device = un appareil sans patient
more-alarms = { $n } de plus
no-data-for = Pas de données depuis { $age }
since-clock = depuis { $at }
measured-ago = mesuré { $age }
not-answered-for = Sans réponse
not-seen-yet = Pas encore vu
the-machine = l’appareil
spoken-no-data = pas de données
spoken-alarm = { $severity }, { $place }, { $what }.
spoken-limit = { $label } { $side ->
       [low] bas
      *[high] haut
   }
alarm-too = { $label } trop { $side ->
       [low] bas
      *[high] haut
   }
alarm-value-limit = { $label } { $value }, limite { $limit }
alarm-value-too = { $label } { $value }, trop { $side ->
       [low] bas
      *[high] haut
   }
alarm-was-now = { $label } était à { $value }, maintenant { $now }
alarm-was-unmeasured = { $label } était à { $value }, n’est plus mesuré
machine-danger = L’appareil signale un danger
machine-warning = L’appareil signale un avertissement
machine-was-danger = L’appareil signalait un danger, maintenant normal
machine-was-warning = L’appareil signalait un avertissement, maintenant normal
no-data-now-back = Pas de données pendant un moment, de retour maintenant
repeats-this-hour = { $nth } fois cette heure-ci
repeats-in-hours = { $nth } fois en { $hours } h
ordinal = { $n }{ $ending ->
       [st] e
      *[th] e
   }
danger = Danger
warning = Avertissement

vital-signs = Signes vitaux
no-device-measures = Aucun appareil ne mesure ce patient en ce moment
values-come-here = Les valeurs s’affichent ici lorsqu’un moniteur est connecté.
last-24-hours = Dernières 24 heures
table = Tableau
what-patient-sees-link = Ce que le patient voit dans le portail
last-30-minutes = 30 dernières minutes
readings = Mesures
born-and-years = { $date } ({ $years } ans)
born-about-and-years = vers { $year } ({ $years } ans)
sex = { $sex ->
       [female] Féminin
       [male] Masculin
       [another] Autre
      *[unknown] Non renseigné
   }
comma-bed = , lit { $bed }
care-team = Équipe de soins
record = Dossier
born = Né le
hospital-number = N° d’hôpital
gender-head = Sexe
health-id-head = ID de santé
allergies = Allergies
allergies-not-recorded = Allergies non renseignées
ask-the-patient = demander au patient
no-known-allergies = Pas d’allergie connue
readings-older = Plus anciennes
readings-newest = Les plus récentes
no-readings-here = Pas de mesures ici
readings-of-day = Les mesures des dernières 24 heures sont listées au fil des envois des appareils.
pages-of-readings = Pages de mesures
readings-count = { $n } mesures, au moment du chargement de la page
time = Heure
oxygen = Oxygène
consciousness = Conscience
machine = Appareil
readings-newest-first = Mesures, les plus récentes d’abord
not-recorded-value = non noté
oldest-part-measured = Partie la plus ancienne mesurée { $age }.
rcp-news2 = Royal College of Physicians, NEWS2, 2017.
news2-response = { $what ->
       [high] Risque élevé. Évaluation en urgence par l’équipe de soins critiques. Mesurer en continu.
       [medium] Risque moyen. Examen urgent par un clinicien ou l’équipe d’urgence. Mesurer toutes les heures.
       [low-medium] Risque faible à moyen. L’infirmier informe l’équipe médicale, qui examine. Mesurer toutes les heures.
       [low] Risque faible. L’infirmier évalue et décide d’une surveillance plus fréquente. Mesurer toutes les 4 à 6 h.
      *[none] Risque faible. La surveillance habituelle continue. Mesurer toutes les 12 h.
   }
opened-by-consent = Le patient autorise votre hôpital à voir ce dossier. Vous pouvez le lire sans rien y modifier.
opened-in-emergency = Ouvert en urgence.
closes-in = Fermeture dans { $left }. L’hôpital prévient le patient ; quelqu’un examine l’ouverture ensuite.
close-now = Fermer maintenant
air = Air
oxygen-vent = Vent
oxygen-niv = VNI
oxygen-high-flow = Haut débit
oxygen-cannula = , lunettes nasales
oxygen-mask = , masque facial
oxygen-other = , autre dispositif
oxygen-not-recorded = O₂ non noté
alert = Alerte
new-confusion = Confusion nouvelle
answers-voice = Réagit à la voix
answers-pain = Réagit à la douleur
unresponsive = Ne réagit pas
list-comma = { ", " }
list-and = { $first } et { $last }

## For the server alone

beds-free = { $free ->
    [0] Aucun lit n’est libre.
    [one] Un lit sur { $all } est libre.
   *[other] { $free } lits sur { $all } sont libres.
}

language-of-pages = La langue de ces pages
save = Enregistrer
language-saved = Votre langue est enregistrée.

remembered-heartbeat = Battements du cœur : { $how ->
       [slow] lents
       [very-slow] très lents
       [very-fast] très rapides
      *[fast] rapides
   }
remembered-breathing = Respiration : { $how ->
       [slow] lente
       [very-slow] très lente
       [very-fast] très rapide
      *[fast] rapide
   }
remembered-oxygen = Oxygène dans le sang : { $how ->
       [low] bas
       [very-low] très bas
       [very-high] très élevé
      *[high] élevé
   }
remembered-pressure = Tension artérielle : { $how ->
       [low] basse
       [very-low] très basse
       [very-high] très élevée
      *[high] élevée
   }
remembered-temperature = Température : { $how ->
       [low] basse
       [very-low] très basse
       [very-high] très élevée
      *[high] élevée
   }
remembered-machine = L’appareil a demandé une vérification
remembered-silent = Le moniteur n’a pas envoyé de valeurs
choose-new-password = Choisissez un nouveau mot de passe
set-new-password = Définir un nouveau mot de passe
recover-how = Dites-nous comment vous vous connectez. S’il existe un compte, un lien est envoyé à son adresse e-mail. Il fonctionne une seule fois, pendant 30 minutes.
send-link = Envoyer le lien
back-to-sign-in = Retour à la connexion
look-into-mail = Consultez vos e-mails
recover-asked = Si ce que vous avez saisi correspond à un compte, un e-mail contenant un lien est en route vers l’adresse de ce compte. Cela peut prendre une minute.
recover-nothing-came = Rien n’est arrivé ? Regardez dans le dossier des indésirables, ou demandez au support de votre hôpital.
recover-signs-out = Tous les appareils connectés à votre compte seront déconnectés. Un second facteur reste inchangé.
set-password = Définir le mot de passe
password-is-set = Votre mot de passe est défini
every-device-signed-out = Tous les appareils ont été déconnectés. Connectez-vous avec le nouveau mot de passe.
link-does-not-work = Ce lien ne fonctionne pas
ask-for-link = Demander un nouveau lien
new-password = Nouveau mot de passe
new-password-hint = Au moins 15 caractères. Quelques mots que vous seul associeriez sont faciles à retenir.
choose-your-hospital = Choisissez votre hôpital
ask-for-account = Demander un compte
register-why = Avec un compte, vous voyez vos propres valeurs et qui les a consultées. L’hôpital compare ce que vous écrivez ici avec votre dossier avant d’ouvrir quoi que ce soit.
health-id = Identifiant de santé
health-id-hint = Les 14 chiffres de votre carte de santé.
given-name = Prénom
family-name = Nom de famille
date-of-birth = Date de naissance
email = E-mail
phone-number = Numéro de téléphone
phone-hint = Avec l’indicatif du pays, par exemple +254 700 000 001.
have-account = J’en ai un : se connecter
register-sent = Un e-mail est en route vers l’adresse que vous avez donnée. Il indique la suite ; le lien qu’il contient fonctionne une seule fois, pendant 24 heures.
register-nothing-came = Rien n’est arrivé ? Regardez dans le dossier des indésirables et vérifiez que l’adresse est bien écrite.
confirm-email = Confirmez votre adresse e-mail
register-choose = Quelqu’un a demandé un compte avec cette adresse. Si ce n’était pas vous, fermez cette page : sans mot de passe, aucun compte n’est créé.
name = Nom
e-mail = Adresse e-mail
confirm = Confirmer
address-is-yours = Appuyez sur le bouton pour confirmer que cette adresse est la vôtre.
register-prove-and-choose = Quelqu’un a demandé un compte avec cette adresse. Si c’était vous, choisissez le mot de passe avec lequel vous vous connecterez. Sinon, fermez cette page : rien ne se passe.
the-hospital = l’hôpital
what-happens-next = La suite
email-is-confirmed = Votre adresse e-mail est confirmée.
you-get-a-mail = Vous recevez un e-mail. Vous pourrez alors vous connecter avec votre adresse e-mail et votre mot de passe.
nothing-to-do-yet = D’ici là, il n’y a rien à voir ici et rien à faire pour vous. En cas d’urgence, appelez l’hôpital.
register-hospital = Inscrire un hôpital
register-hospital-why = La plateforme examine chaque demande. Tant qu’elle n’a pas approuvé la vôtre, rien n’est mis en place et personne ne peut se connecter.
hospital-name = Nom de l’hôpital
registration-number = Numéro d’enregistrement
registration-number-hint = Le numéro sous lequel l’autorité de santé connaît l’hôpital.
time-zone = Fuseau horaire
time-zone-hint = Continent et ville, par exemple Africa/Nairobi. Saisissez la ville et choisissez.
first-admin-name = Nom du premier administrateur
first-admin-email = E-mail du premier administrateur
send-application = Envoyer la demande
platform-looks = La plateforme examine la demande.
hospital-mail = Vous recevez un e-mail : une invitation en tant que premier administrateur, ou la réponse que la demande n’a pas été acceptée.
invitation-known = Il existe déjà un compte avec cette adresse. Saisissez son mot de passe pour y ajouter ce travail.
password-of-account = Mot de passe de votre compte
do-not-remember = Je ne m’en souviens pas
role = Rôle
accept-invitation = Accepter l’invitation
welcome = Bienvenue
shown-once = Affiché une seule fois
keep-it-safe = Conservez-le en lieu sûr avant de continuer.
code-from-app = Code de votre application
code-hint = Six chiffres. Un code de récupération fonctionne aussi.
how-page-looks = Apparence de cette page
larger-text = Texte plus grand sur mon accueil et mon dossier
spoken-language = La langue dans laquelle vous souhaitez qu’on vous parle
spoken-language-hint = Le personnel de votre hôpital la lit. La langue des pages se choisit sur la page de votre compte.
my-record = Mon dossier
portal-preview = Aperçu du portail
preview = Aperçu
preview-is = Voici ce que le patient voit dans le portail en ce moment. Il ne voit pas que vous le consultez ici ; l’audit, si.
preview-nothing = Le portail est désactivé, ou toutes ses parties sont masquées : le patient ne voit rien de ce dossier.
back-to-chart = Retour au dossier
what-patient-sees = Ce que voit le patient
my-last-day = Ma dernière journée
my-score = Mon score d’alerte précoce
noticed-last-day = Ce qui a été remarqué au cours de la dernière journée
my-readings = Mes mesures
score-low = Bas : vos infirmiers vous mesurent comme d’habitude.
score-three = Une de vos valeurs demande une attention particulière.
score-raised = Élevé : vos infirmiers et un médecin vous surveillent plus souvent.
score-high = Très élevé : des médecins vous suivent de près.
score-is = Le score additionne les écarts entre vos valeurs et les valeurs habituelles. Il aide le personnel à voir tôt qui a besoin de lui.
no-score = Il n’y a pas de score en ce moment : toutes ses valeurs ne sont pas mesurées.
nothing-unusual = Rien d’inhabituel
noticed-listed = Ce que votre moniteur remarque est listé ici pendant un jour.
when = Quand
what = Quoi
since-then = Depuis
it-is-over = C’est terminé.
over-will-look = C’est terminé. Quelqu’un va vérifier.
older-readings = Mesures plus anciennes
no-readings = Aucune mesure
readings-listed = Ce que votre moniteur mesure est listé ici pendant un jour.
head-heartbeat = Battements du cœur, par minute
head-oxygen = Oxygène dans le sang, %
head-breathing = Respiration, par minute
head-pressure = Tension artérielle, mmHg
head-temperature = Température, °C
readings-caption = Mes mesures de la dernière journée, les plus récentes d’abord
consents-portal-off = Votre hôpital a désactivé votre portail. Vous pouvez retirer vos accords ; pour en donner d’autres, demandez à votre hôpital.
sharing-my-record = Partage de mon dossier
consents-why = Vous décidez qui peut utiliser votre dossier, et pour quoi. Chaque choix vous appartient : ni le personnel ni vos proches aidants ne peuvent le faire à votre place, et votre traitement ici n’en dépend pas.
people-may-see = Personnes qui peuvent voir mon dossier
not-agreed = Vous n’avez pas donné votre accord.
choose-hospital = Choisissez un hôpital
which-hospital = Quel hôpital peut lire mon dossier
choose-data = Choisissez un type de données
which-data = Quelles données mon hôpital peut lire
i-agree = Je suis d’accord
agreed = Accord donné
withdraw = Retirer
withdraw-means = Cela prend fin immédiatement. Les pages ouvertes se ferment pour ceux que vous avez autorisés. Vous pouvez redonner votre accord à tout moment.
from = Du
until = Jusqu’au
agreed-before = Mes accords passés
every-purpose = Toutes les finalités
older = Plus anciens
consents = Consentements
consents-here = Consentements des patients de cet hôpital en vigueur. Seul le patient les donne et les retire, dans le portail.
purpose = Finalité
patient-number = Numéro de patient
no-consent = Aucun consentement en vigueur
consents-come-from = Les patients les donnent dans le portail, sous Partage.
to-whom-or-what = À qui ou à quoi
version-of-words = Version du texte
consents-hold = Consentements en vigueur
one-week = Une semaine
one-month = Un mois
three-months = Trois mois
half-a-year = Six mois
one-year = Un an
my-own-record = Mon propre dossier
open-now = Ouvert en ce moment
open = Ouvrir
named-nobody = Vous n’avez désigné personne.
who = Qui
what-they-may-see = Ce que la personne peut voir
change = Modifier
end = Mettre fin
proxy-end-means = La personne ne voit plus rien de votre dossier, dès maintenant. Vous pouvez la désigner à nouveau.
ended = Terminé
let-see = Laisser quelqu’un voir mon dossier
let-see-how = La personne lit votre dossier dans ce portail, connectée à son propre compte avec cette adresse, et ne peut rien modifier. Vous pouvez y mettre fin à tout moment.
their-email = Son adresse e-mail
who-they-are = Qui est cette personne pour vous
who-they-are-hint = Par exemple « mon fils ». La personne le lit aussi.
for-how-long = Pour combien de temps
let-them-see = Autoriser
earlier = Plus tôt
nobody-looked = Personne n’a consulté
do-you-not-know = Vous ne savez pas pourquoi quelqu’un a consulté ? Demandez à l’hôpital : il en voit davantage et doit vous le dire.
emergency = Urgence
another-hospital = Autre hôpital
seen-vitals = vos valeurs mesurées
seen-alarms = vos alarmes
seen-demographics = votre nom et vos numéros
seen-scores = vos scores
seen-limits = vos limites
seen-sessions = quand vous avez été mesuré
seen-account = votre compte
seen-devices = vos appareils
seen-audit = cette liste
seen-access = qui peut voir votre dossier
seen-contact = vos coordonnées
seen-papers = vos papiers et votre assurance
seen-background = vos allergies, maladies et médicaments
programs-for-you = Programmes qui agissent pour vous
sign-ins = Connexions
last-fifty = les 50 dernières en 90 jours
have-read = J’ai lu ceci
should-know = Ce que vous devez savoir
factor-none = Il n’y en a pas : votre mot de passe seul ouvre ce compte.
second-factor = Second facteur
manage-it = Le gérer
set-one-up = En configurer un
how-we-reach-you = Comment vous joindre
phone = Téléphone
emergency-name = Contact d’urgence : nom
emergency-phone = Contact d’urgence : téléphone
password-now = Mot de passe actuel
others-end = Toutes vos autres sessions prennent fin.
change-password = Changer le mot de passe
session-ends = Une session se termine d’elle-même lorsqu’elle reste inactive, et dans tous les cas après un certain temps.
sign-out-everywhere = Se déconnecter partout
hear-by-mail = Ce que vous recevez par e-mail
mail-unusual = Connexions inhabituelles
mail-messages = Qu’un message attend ici
mails-always = Un nouveau mot de passe, une autre adresse e-mail ou un autre numéro, un second facteur supprimé et un compte verrouillé sont toujours signalés. Un e-mail ne dit jamais rien de votre santé.
proved-by = Preuve
program = Programme
last-renewed = Dernier renouvellement
person = Personne
programs = Programmes
no-sign-ins = Aucune connexion
no-sign-ins-text = Personne n’a tenté de se connecter à ce compte au cours des 90 derniers jours.
outcome = Résultat
network = Réseau
unusual = Inhabituel
new = Nouveau
how-you-sign-in = Comment vous vous connectez
none = Aucun
new-email = Nouvel e-mail
new-email-hint = Un lien y est envoyé. L’adresse change lorsque vous ouvrez le lien dans les 30 minutes.
sign-in-phone = Numéro de téléphone pour se connecter
sign-in-phone-hint = Avec l’indicatif du pays, par exemple +254 700 000 001. Un numéro qui connecte déjà quelqu’un d’autre continue de le faire.
save-number = Enregistrer le numéro
password-asked-first = Si vous avez saisi votre mot de passe il y a plus de cinq minutes, il est d’abord demandé. Chaque changement est signalé à votre adresse e-mail.
keep-old = Garder l’ancienne
keep-old-label = Garder l’ancienne : la nouvelle adresse n’attend plus
confirm-new-email = Confirmez votre nouvel e-mail
new-email-is-yours = Appuyez sur le bouton pour confirmer que cette adresse est la vôtre. Dès lors, vous vous connectez avec elle et vos e-mails y sont envoyés.
email-is-changed = Votre e-mail est modifié
email-changed-text = Connectez-vous désormais avec la nouvelle adresse. Là où vous êtes déjà connecté, vous le restez.
go-to-wardlight = Aller à Wardlight
employee-id = Numéro d’employé
name-stands-staff = Votre nom figure sur ce que vous faites ici. Un administrateur de votre hôpital peut le modifier.
name-stands = Votre nom figure sur ce que vous faites ici.
who-you-are-here = Qui vous êtes ici
sign-in-noun = Connexion
something-wrong = Quelque chose est faux
something-wrong-hint = Écrivez de quoi il s’agit et ce qui serait juste. L’accueil peut vous demander un justificatif.
tell-hospital = Le dire à l’hôpital
who-in-chart = Qui vous êtes dans votre dossier
gender = Sexe
female = Féminin
male = Masculin
other = Autre
not-recorded = Non renseigné
back-to-account = Retour à votre compte
set-up-factor = Configurer un second facteur
factor-why = Votre hôpital demande un second facteur à son personnel : un code d’une application sur votre téléphone, en plus du mot de passe. Tant qu’il n’est pas configuré, rien d’autre ne s’ouvre.
set-up-app-verb = Configurer une application
factor-pending = Une application est en cours de configuration. Elle compte dès que son premier code est juste.
begin-anew = Recommencer
factor-asked = Un code de votre application est demandé lorsque vous vous connectez.
move-app = Passer à une autre application
factor-required = Votre hôpital le demande à son personnel.
your-factor = Votre second facteur
set-up-your-app = Configurer votre application
scan-picture = Scannez cette image avec votre application d’authentification.
qr-label = Code QR contenant la clé ci-dessous
type-code = Saisissez le code que l’application affiche maintenant.
code = Code
finish = Terminer
recovery-codes = Codes de récupération
make-new-ones = En créer de nouveaux
remove-required = Votre hôpital le demande : vous devrez en configurer un autre aussitôt.
remove-free = Votre mot de passe seul ouvrira alors votre compte ; choisissez-en un plus long.
remove-factor = Supprimer le second facteur
new-password-hint-short = Au moins 15 caractères ; quelques mots que vous seul associeriez.
remove-it = Le supprimer
still-you = Est-ce toujours vous ?
still-you-why = Ce que vous allez faire demande une preuve datant de cinq minutes au plus.
your-password = Votre mot de passe
go-on = Continuer
leave-it = Abandonner
enter-code = Saisissez votre code
code-or-recovery = Code de votre application, ou code de récupération
code-long-hint = Six chiffres qui changent toutes les 30 secondes. Sans votre téléphone, saisissez l’un des codes de récupération que vous avez gardés.
begin-again = Recommencer depuis le début
no-phone = Ni téléphone ni code de récupération ? Appelez le support de votre hôpital : le compte reste fermé jusqu’à ce qu’il vous ait aidé.

reception-compares = L’accueil de { $hospital } compare ce que vous avez écrit avec ses dossiers. Cela prend un jour ou deux.
work-at = Travailler à { $hospital }
your-employee-id = Votre numéro d’employé est { $id }. Il figure aussi sur la page de votre compte.
this-is-shown-once = Ceci n’est affiché qu’une fois.

score-at = { $score } sur 20, le { $at }.
has-seen-it = { $name } en a pris connaissance.

agree-to = Je suis d’accord : { $what }
withdraw-from = Retirer : { $what }
since-when = depuis le { $at }
open-whose = Ouvrir : { $whose }
comma-until = , jusqu’au { $at }
end-what = Mettre fin à ce que { $name } peut voir

machines-worked = Vos moniteurs et les programmes de Wardlight ont traité votre dossier { $n ->
       [one] { $n } fois
      *[other] { $n } fois
   }. Personne ne le lit alors.
nobody-since = Depuis le { $since }, personne n’a ouvert votre dossier.
everybody-since = Toutes les personnes qui ont ouvert votre dossier depuis le { $since }, dans n’importe quel hôpital, et pourquoi. Ce que vous ouvrez vous-même n’est pas listé.
times-on-this-day = { $n ->
       [one] Une fois
      *[other] { $n } fois
   } ce jour-là, la première à { $clock }.
seen = Consulté : { $what }.
looked-program = Un programme
looked-somebody-let-in = Une personne que vous avez autorisée à voir votre dossier
looked-account-gone = Une personne dont le compte n’existe plus
looked-carer = { $who }, qui prend soin de vous,
looked-role-at = { $who }, { $role } à { $hospital },
looked-role = { $who }, { $role },
looked-of = { $who } de { $hospital }
role-within = { $role ->
       [doctor] médecin
       [nurse] infirmier
       [technician] technicien
       [pharmacist] pharmacien
       [receptionist] réceptionniste
       [billing_clerk] agent de facturation
       [lab_technician] technicien de laboratoire
       [emergency_responder] secouriste
       [hospital_admin] administrateur
       [super_admin] administrateur de la plateforme
       [proxy] proche aidant
      *[patient] patient
   }

factor-and-codes = Un code de votre application est demandé lorsque vous vous connectez. Codes de récupération restants : { $n }.
new-password-at-least = Au moins { $n } caractères. Quelques mots que vous seul associeriez sont faciles à retenir.
end-session-of = Mettre fin à la session de { $name } avec { $device }
end-session-with = Mettre fin à la session avec { $device }
end-program-of = Mettre fin au programme de { $name } : { $device }
end-program = Mettre fin au programme : { $device }
email-waits = En attente de l’ouverture de son lien : { $email }. D’ici là, rien n’a changé.
wrong-asked = Vous avez écrit le { $at } que quelque chose ici est faux. L’hôpital ne l’a pas encore examiné.
wrong-done = L’hôpital a examiné ce que vous avez écrit le { $at }.
set-up-at = Configuré le { $at }
or-type-key = Ou saisissez la clé : { $key }
each-opens-once = Chacun ouvre votre compte une fois, pour le jour où votre téléphone n’est plus là.
codes-left = { $n ->
       [0] Il n’en reste aucun : créez-en de nouveaux maintenant.
       [one] Il en reste un.
      *[other] Il en reste { $n }.
   }

title-people = Personnes
title-invitation = Invitation

section-values = Valeurs actuelles
section-trend = La dernière journée, en graphique
section-score = Score d’alerte précoce
section-alarms = Alarmes
section-readings = Liste des mesures
purpose-treatment = Traitement dans un autre hôpital
purpose-wearables = Données de mes propres appareils
purpose-research = Recherche
purpose-insurer = Mon assureur
data-heart-rate = Fréquence cardiaque
data-spo2 = Oxygène dans le sang
data-glucose = Glycémie
data-weight = Poids
data-activity = Pas et mouvement
data-sleep = Sommeil
level-password = mot de passe
level-factor = mot de passe et code
outcome-entered = Connecté
outcome-code = Bon mot de passe, mauvais code
outcome-locked = Refusé : le compte est verrouillé
outcome-waiting = Bon mot de passe ; ce compte ne peut pas encore entrer
outcome-blocked = Bon mot de passe, refusé car inhabituel
outcome-wrong = Mauvais mot de passe
signal-device = nouvel appareil
signal-network = nouveau réseau
signal-accounts = d’autres comptes ont été essayés depuis là
signal-networks = essayé depuis plusieurs réseaux
signal-failures = plusieurs échecs auparavant

did-alarm = a répondu à une de vos alarmes
did-chart = a ouvert votre dossier
did-board = vous a vu sur le tableau d’une unité
did-list = a vu votre nom dans une liste de patients
did-trace = a cherché qui a ouvert votre dossier
did-consents = a consulté vos accords
did-registration = a comparé votre nom et vos numéros avec ceux d’une personne qui demandait un compte
did-hand-over = a regardé quels moniteurs sont sur qui
did-right = a demandé qui peut voir votre dossier
did-portal = s’est occupé de ce que montre votre portail
did-emergency = a ouvert votre dossier en urgence
did-review = a examiné une ouverture en urgence de votre dossier
did-something = a travaillé avec votre dossier
why-treat = pour vous soigner
why-emergency = en raison d’une urgence
why-billing = pour la facturation
why-hospital = pour le fonctionnement de l’hôpital
why-let = parce que vous l’avez autorisé
why-asked = parce que vous l’avez demandé
why-system = pour que le système fonctionne

rule-login = Saisissez votre adresse e-mail ou votre numéro de téléphone.
rule-password = Saisissez votre mot de passe.
rule-no-match = L’e-mail ou le numéro de téléphone et le mot de passe ne correspondent pas. Vérifiez les deux et réessayez.
rule-yet-to-confirm = L’hôpital doit encore confirmer ce compte. Vous recevrez un e-mail.
rule-email = Saisissez une adresse e-mail, par exemple name@example.org.
rule-phone = Saisissez le numéro de téléphone avec l’indicatif du pays, par exemple +254 700 000 001.
rule-phone-digits = Saisissez un numéro de téléphone de 5 à 15 chiffres, par exemple +254 700 000 001.
rule-neither = Personne ne se connecte ainsi. Saisissez une adresse e-mail ou un numéro de téléphone.
rule-health-id = Saisissez les 14 chiffres de l’identifiant de santé, par exemple 91-7754-2081-3393.
rule-health-id-check = Ces chiffres ne vont pas ensemble. Comparez-les encore une fois avec la carte.
rule-born-on = Saisissez la date de naissance : année, mois, jour, par exemple 1969-04-02.
rule-born-on-far = Cette date de naissance est dans le futur ou trop ancienne. Vérifiez l’année.
rule-name = Saisissez votre nom.
rule-hospital = Choisissez votre hôpital.
rule-zone = Saisissez le fuseau horaire : continent et ville, par exemple Africa/Nairobi.
rule-signs = Certains de ces caractères sont invisibles. Saisissez-le à nouveau.
rule-printable = Utilisez des lettres, des chiffres et des signes visibles.
rule-password-used = Ce mot de passe est l’un des plus utilisés au monde ; il est donc essayé en premier. Choisissez des mots que vous seul associeriez.
rule-password-long = Ce mot de passe est trop long. Utilisez au plus 250 caractères.
rule-password-guessed = Ce mot de passe serait vite deviné. Évitez votre nom, votre e-mail, l’hôpital, les dates et les suites du clavier, et ajoutez un ou deux mots.
rule-password-now = C’est votre mot de passe actuel. Choisissez-en un autre.
rule-password-not = Ce n’est pas le mot de passe de ce compte.
rule-code = Saisissez le code que votre application affiche maintenant.
rule-code-wrong = Ce code n’est pas juste, ou il a déjà été utilisé. Attendez le suivant dans votre application, ou utilisez l’un de vos codes de récupération.
rule-code-late = Cela a pris plus de cinq minutes, ou cinq codes étaient faux. Recommencez avec votre mot de passe.
rule-link = Ce lien ne fonctionne plus : il a été utilisé, il est trop ancien, ou il en manque une partie. Demandez-en un nouveau.
rule-account-known = Il existe déjà un compte avec cette adresse. Connectez-vous avec lui.
rule-address-taken = Un autre compte a désormais cette adresse.
rule-address-same = C’est déjà votre adresse.
rule-address-own = C’est votre propre adresse. Écrivez celle de la personne qui prend soin de vous.
rule-their-email = Écrivez son adresse e-mail, par exemple name@example.org.
rule-known-as = Écrivez qui est cette personne pour vous en 60 lettres au plus, par exemple « mon fils ».
rule-one-part = Choisissez au moins une partie que la personne peut voir.
rule-how-long = Choisissez la durée, un an au plus.
rule-ten-people = Dix personnes peuvent déjà voir votre dossier. Mettez d’abord fin à l’une d’elles.
rule-named-already = Vous avez déjà désigné cette adresse. Mettez-y d’abord fin pour changer.
rule-agree-what = Choisissez ce que vous acceptez.
rule-agree-hospital = Choisissez l’hôpital qui peut lire votre dossier.
rule-agree-other = Choisissez un autre hôpital dans la liste.
rule-agree-data = Choisissez les données que votre hôpital peut lire.
rule-agreed-already = Vous avez déjà donné cet accord.
rule-words-changed = Le texte a changé depuis que vous avez ouvert cette page. Relisez-le avant d’accepter.
rule-withdrawn-already = Cela a déjà été retiré.
rule-spoken-language = Écrivez le nom de la langue en 60 lettres au plus.
rule-language = Choisissez une des langues de la liste.
rule-number-alone = Vous vous connectez uniquement avec ce numéro. Ajoutez d’abord une adresse e-mail.
rule-at-the-same-moment = Autre chose a été modifié dans ce compte au même moment. Réessayez.
rule-correction-waits = L’hôpital n’a pas encore examiné ce que vous avez écrit. Appelez l’accueil si c’est urgent.
rule-no-factor = Ce compte n’a pas de second facteur.
rule-app-set-up = Cette application est déjà configurée, ou sa configuration n’a pas commencé.
rule-wait = Trop de demandes à la fois. Attendez quelques secondes et réessayez.

done-saved = Enregistré.
done-contact = Vos coordonnées sont enregistrées.
done-mails = Vos choix d’e-mails sont enregistrés.
done-password = Votre mot de passe est changé et toutes vos autres sessions sont terminées.
done-session-ended = Cette session est terminée.
done-program-ended = Ce programme est déconnecté.
done-correction = L’hôpital examinera ce que vous avez écrit.
done-email-stays = Votre e-mail reste inchangé.
done-email-link = Un lien est en route vers la nouvelle adresse. Ouvrez-le dans les 30 minutes ; d’ici là, rien n’a changé.
done-phone = Votre numéro de téléphone est enregistré.
done-factor = Votre second facteur est configuré. Voici vos codes de récupération.
done-codes = Voici vos nouveaux codes de récupération. Les anciens ne fonctionnent plus.
done-factor-removed = Le second facteur est supprimé, votre nouveau mot de passe est valable et toutes vos autres sessions sont terminées.
done-agreed = Vous avez donné votre accord. Il vaut dès maintenant.
done-withdrawn = Vous avez retiré votre accord. Il a pris fin.
done-let-in = Cette personne peut désormais le voir, avec un compte à cette adresse. Dites-lui de se connecter ou de s’inscrire.
done-let-out = C’est terminé. Cette personne ne voit plus rien de votre dossier.

notice-unusual = Quelqu’un s’est connecté à votre compte de façon inhabituelle. Si ce n’était pas vous, changez votre mot de passe.
notice-blocked = Quelqu’un connaissait votre mot de passe et a été refusé, car la tentative semblait frauduleuse. Changez votre mot de passe ; si c’était vous, essayez depuis un appareil que vous avez déjà utilisé.
notice-locked = Votre compte est verrouillé, car quelqu’un a essayé cent mots de passe faux. Réinitialisez votre mot de passe pour l’ouvrir.
notice-password = Votre mot de passe a été changé. Si ce n’était pas vous, réinitialisez-le maintenant.
notice-factor-added = Un second facteur a été configuré pour votre compte.
notice-factor-removed = Le second facteur de votre compte a été supprimé. Si ce n’était pas vous, réinitialisez votre mot de passe maintenant.
notice-recovery-used = L’un de vos codes de récupération a servi à une connexion. Si ce n’était pas vous, changez votre mot de passe et créez de nouveaux codes.
notice-recovery-renewed = De nouveaux codes de récupération ont été créés pour votre compte. Les anciens ne fonctionnent plus.
notice-account-tried = Quelqu’un essaie d’entrer dans votre compte depuis plusieurs réseaux. Personne n’y est parvenu ; un second facteur vous en protège.
notice-token-reused = Un programme qui agit pour vous a présenté un jeton déjà utilisé. Il a peut-être été copié ; le programme a donc été déconnecté. Reconnectez-vous-y ; si vous ne connaissez pas ce programme, changez votre mot de passe.
notice-email-asked = Une autre adresse e-mail a été demandée pour votre compte. Elle remplacera celle-ci lorsque le lien qui y a été envoyé sera ouvert. Si ce n’était pas vous, changez votre mot de passe : cela l’empêche.
notice-email-changed = Votre compte a maintenant une autre adresse e-mail. Si ce n’était pas vous, prévenez le support de votre hôpital.
notice-phone-changed = Le numéro de téléphone de votre compte a été changé ou retiré. Si ce n’était pas vous, changez votre mot de passe.
notice-phone-elsewhere = Quelqu’un a donné votre numéro de téléphone pour un autre compte. Rien n’a changé : il ne connecte que vous.
notice-emergency-mine = Quelqu’un a ouvert votre dossier en urgence. La page « qui a consulté votre dossier » indique qui, et l’ouverture est examinée.
notice-other = Quelque chose a changé dans la sécurité de votre compte.

chart-no-data = Pas de données { $age }
chart-between = { $title } : entre { $low } et { $high } { $unit }.
chart-between-last = { $title } : entre { $low } et { $high } { $unit }, dernière valeur { $last } { $unit }.
chart-not-measured = { $title } : pas mesuré pendant ce temps.
chart-quarter = { $from } à { $to } : { $what }.
chart-none = { $title } non mesuré
chart-range = { $title } { $low } à { $high } { $unit }
chart-axis = Axe du temps.
chart-leaves-scale = Des valeurs sortent de l’échelle habituelle.
chart-score = NEWS2 : maximum { $most }, dernier { $last }.
chart-no-score = NEWS2 : aucun score complet pendant ce temps.
chart-at = à { $clock }
chart-replay = début de la relecture
chart-not-drawn = Le graphique n’a pas pu être dessiné. Le tableau ci-dessous contient les mêmes valeurs.
chart-did-not-load = Le graphique ne s’est pas chargé. Le reste de la page est à jour ; rechargez la page pour réessayer.
you-are-here = Vous êtes ici
go-there = Y aller
go-there-to = Y aller : { $hospital }
where-you-work = Où vous travaillez
their-email-hint = Une adresse avec laquelle la personne ne se connecte pas pour travailler dans un hôpital : celle-là ouvre son travail et non votre dossier.

# Finding anything

find = Rechercher
find-anything = Trouver un patient ou une page
find-page = Trouver une page
find-pages = Pages
find-alike = Peut-être cherchez-vous
find-found = Ce qui a été trouvé
find-close = Fermer
find-failed = La recherche ne répond pas. Réessayez dans un instant.
find-none = Rien de ce que vous pouvez ouvrir ne s’appelle ainsi.
find-none-hint = Vérifiez l’orthographe, ou essayez moins de lettres.
find-count = { $n ->
    [one] { $n } trouvé
   *[other] { $n } trouvés
}
find-ward = Le tableau des lits, avec valeurs et alarmes
find-patients = Ceux que vous pouvez lire et ceux que l’hôpital connaît : nom, numéro, date de naissance
find-register-name = Inscrire un patient
find-register = Quelqu’un de nouveau : admission, accueil
find-emergency-name = Ouvrir un dossier en urgence
find-emergency = Quelqu’un dont vous n’avez pas le dossier : bris de glace
find-devices = Moniteurs et machines, et ce que chacun dit de lui-même
find-hand-over-name = Appareils prêtés
find-hand-over = Ce que les techniciens se prêtent pour un temps
find-pharmacy = Ordonnances, médicaments, stock
find-registrations = Qui a demandé un compte au portail et attend d’être relié à un dossier
find-hospital = L’hôpital en chiffres : lits, occupation, aujourd’hui
find-staff = Qui travaille ici, collègues, leurs rôles, invitations
find-duties-name = Gardes
find-duties = Qui est de garde où, planning, et à qui est chaque appareil
find-access-name = Qui peut faire quoi
find-access = Et pourquoi : droits par rôle, relation et exception
find-rights-name = Exceptions
find-rights = Un droit, accordé ou refusé à une personne jusqu’à un jour
find-audit-name = Journal d’accès
find-audit = Qui a fait ou regardé quoi, audit, et un fichier
find-reviews-name = Ouvertures en urgence
find-reviews = Qui a ouvert un dossier en urgence, et ce que la revue a trouvé
find-consents-name = Consentements
find-consents = Ce que les patients de cet hôpital permettent à d’autres avec leur dossier
find-sessions-name = Sessions
find-sessions = Qui est connecté où, et le second facteur
find-clients-name = Programmes
find-clients = Ce qui utilise l’API pour l’hôpital, et ses secrets
find-tokens-name = Jetons des appareils
find-tokens = Ce qui permet à chaque appareil d’envoyer ses mesures
find-platform = Hôpitaux qui ont demandé à être admis
find-account = Nom, mot de passe, langue, où vous êtes connecté
find-factor-name = Second facteur
find-factor = L’application à codes, et les codes de secours
find-my-home = Comment vous allez : vos valeurs et la suite
find-my-record = Votre journée en dessin, alarmes et chaque mesure
find-my-access-name = Qui a regardé votre dossier
find-my-access = Noms, heures et raisons
find-my-consents = Ce que vous permettez à d’autres avec votre dossier : accords, recherche, assurance
find-my-proxies = Qui s’occupe de vous et peut voir votre dossier, famille
find-my-preferences = Texte plus grand et la langue que vous parlez
find-recent = Vus récemment
find-wards = Vos services
find-work = Où vous travaillez aussi

# What is new of a patient

news = Depuis votre passage
news-since = Vous avez regardé pour la dernière fois le { $at }.
news-none = Rien de ce que vous pouvez lire n’a changé depuis, sinon par vous.
news-all = { $n ->
    [one] { $n } nouveauté
   *[other] { $n } nouveautés
}
news-came = { $n ->
    [one] { $n } nouveauté
   *[other] { $n } nouveautés
}
news-ended = { $n ->
    [one] { $n } terminé
   *[other] { $n } terminés
}
news-alarms = Alarmes
news-allergies = Allergies
news-conditions = Maladies
news-medicines = Médicaments
news-surgeries = Opérations
news-identity = Identité
news-contacts = Coordonnées
news-documents = Pièces d’identité
news-insurance = Prise en charge
