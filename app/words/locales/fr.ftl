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
no-connection-since = Pas de connexion depuis { $at }.
last-known-state = Vous voyez le dernier état connu. Un nouvel essai se fait automatiquement.
signed-out-at = Vous serez déconnecté à { $at }.
press-to-stay = Appuyez sur une touche ou touchez la page pour rester.
save-and-sign-in = Enregistrez ce que vous écrivez, puis reconnectez-vous.
stay-signed-in = Rester connecté
needs-script = { $what } : il faut JavaScript, qui est désactivé dans ce navigateur. Ce que vous voyez date du chargement de la page.
step-more = Plus : { $what }
step-less = Moins : { $what }

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
error-denied = Ce compte n’a pas ce droit.
error-away = La base de données ne répond pas. Réessayez dans un instant.
error-fault = Une erreur s’est produite de notre côté. Référence { $reference }.
error-unreachable = Le serveur n’a pas répondu. Rien n’a été changé. Réessayez.

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
degrees-fahrenheit = degrés Fahrenheit
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
place-today = Ce jour
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
no-score-last = Pas de score : { $why } ; le dernier était de { $n }
score-points = Points : { $parts }
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
       [heart_rate] FC
       [respiration] FR
       [systolic] Systolique
       [diastolic] Diastolique
       [mean_pressure] Pression moyenne
       [oxygen] Oxygène
       [consciousness] Conscience
       [temperature] Temp.
       [blood_flow] Débit sanguin
       [dialysate_flow] Débit du dialysat
       [arterial_pressure] Pression artérielle
       [venous_pressure] Pression veineuse
       [uf_rate] Taux d’UF
       [uf_removed] UF retirée
       [conductivity] Conductivité
       [dialysate_temperature] Temp. du dialysat
       [total_volume] Sang traité
       [substitution_rate] Débit de substitution
       [substitution_volume] Volume de substitution
       [heparin_total] Anticoagulant administré
       [blood_volume_change] Variation du volume sanguin
       [recirculation] Recirculation
       [remaining_time] Temps restant
      *[else] { $label }
   }
pressure-short = TA

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
alarm-was-unmeasured = { $label } était à { $value }, retour à la normale non vérifié
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

# The devices, the pharmacy, the hospital today

hand-over-verb = Confier
load-again = Recharger
how-they-report = Ce qu’ils signalent
no-devices = Aucun appareil
devices-appear-here-when = Les appareils apparaissent ici lorsque l’hôpital les enregistre.
place-of-device = Lieu
heard = Reçu
says = Indique
waiting-readings = Mesures en attente
firmware = Micrologiciel
model-and-serial-number = Modèle et numéro de série
devices-by-name = Appareils par nom
in-store = en réserve
device-never = jamais
nothing-yet = rien encore
device-normal = normal
not-told = non indiqué
next = Suivante
first-page = Première page
pages-of-devices = Pages d’appareils
fifty-on-a-page = 50 par page, par nom
open-prescriptions = Ordonnances en cours
nothing-has-been-prescribed = Rien n’a été prescrit
prescribing-in-wardlight-has = La prescription dans Wardlight n’a pas commencé dans cet hôpital. Travaillez avec les ordonnances actuelles de l’hôpital.
every-device-was-heard = Chaque appareil a été reçu au cours des dix dernières secondes.
beds-taken = Lits occupés
devices-heard = Appareils reçus
accounts = Comptes
people-within = personnes
who-may-sign-in = Qui peut se connecter à cet hôpital, personnel et patients.
no-bed-is-free = Aucun lit n’est libre.
accounts-by-role = Comptes par rôle
people-and-rights = Personnes et droits
hospital-and-machines = Hôpital et machines
who-works-here-their = Qui travaille ici, les rôles, les invitations
registrations = Demandes
who-registered-in-the = Qui s’est inscrit dans le portail et attend d’être relié à un dossier
sessions = Sessions
who-is-signed-in = Qui est connecté où, et le second facteur
desk-programs = Programmes
what-uses-the-api = Ce qui utilise l’API pour l’hôpital, et ses secrets
device-tokens = Jetons des appareils
what-lets-each-device = Ce qui permet à chaque appareil d’envoyer ses mesures
emergency-openings = Ouvertures en urgence
who-opened-a-record = Qui a ouvert un dossier en urgence, et le constat
audit = Journal d’audit
who-did-or-looked = Qui a fait ou consulté quoi, avec export
duties = Services
who-is-on-duty = Qui est de service où, et à qui est confié chaque appareil
who-may-do-what = Qui a quels droits
and-why-by-role = Et pourquoi : par rôle, relation et exception
exceptions = Exceptions
one-right-granted-or = Un droit, accordé ou refusé à une personne jusqu’à une date
devices-handed-over = Appareils confiés
what-technicians-lend-each = Ce que les techniciens se prêtent pour un temps
desk-consents = Accords
what-patients-of-this = Ce que les patients de cet hôpital autorisent avec leur dossier

# The list of keys

keys = Touches
this-list = Cette liste
on-the-time-of = Sur l’axe d’une journée tracée : un quart d’heure
closes-this-list = Ferme cette liste
keys-new = Suit le bouton mis en évidence de la page, s’il y en a un
keys-rows = D’une ligne à l’autre d’un tableau ; Entrée ouvre
switch-and-g-off = Désactiver ?, g et n
switch-and-g-on = Activer ?, g et n
close = Fermer
role = Rôle
previous = Précédente

# The same, with what they take

of-count = sur { $n }
devices-silent = { $n ->
       [one] { $n } appareil est silencieux.
      *[other] { $n } appareils sont silencieux.
   }
beds-are-free = { $n ->
       [one] { $n } lit est libre.
      *[other] { $n } lits sont libres.
   }
as-of = État à { $at }
devices-all-heard = { $n } sur cette page, tous reçus au cours des dix dernières secondes
devices-some-silent = { $n } sur cette page, dont silencieux : { $silent }
silent-last = Silencieux, dernier signal { $at }
keys-and-letter = { $g } puis une lettre
keys-places = Un lieu de votre menu : { $w } unité, { $d } appareils, { $p } pharmacie, patients ou plateforme, { $h } hôpital ou accueil, { $r } demandes, { $e } urgence, { $a } compte
gateways = Passerelles
gateways-desk = Ce qui parle pour plusieurs machines, en JSON ou en HL7
machines = Parc des machines
machines-desk = Le parc, ce qui peut servir et ce qui est à faire
water-of-dialysis = Eau pour dialyse
water-desk = Les analyses de chaque unité et les limites
dialysis-in-figures = La dialyse en chiffres
how-full-the-shifts-were = Taux d’occupation des séries, séances manquées, machines à l’arrêt

## For the server alone

# Les éléments de la charte.
part-drop-it = ou le déposer ici
part-file-sends = Part du fichier déjà envoyée
part-file-running = Le fichier est en cours d’envoi.
part-file-half = La moitié du fichier est envoyée.
part-file-whole = Tout le fichier est envoyé. Il est en cours d’examen.
part-file-stop = Arrêter l’envoi
part-file-stopped = L’envoi a été arrêté et rien du fichier n’a été gardé. Envoyez-le à nouveau quand vous voulez.
part-file-failed = Le fichier n’a pas été envoyé. Vérifiez votre connexion au réseau, puis envoyez-le à nouveau.
part-file-unsure = La connexion s’est rompue avant la réponse. Rechargez la page, et envoyez le fichier encore une fois s’il n’y est pas.
part-file-refused = Le fichier n’a pas été accepté. Rechargez la page, puis envoyez-le encore une fois.
part-not-for-emergencies = Pas pour les urgences. Appuyez sur la sonnette ou téléphonez au service.
part-sending-now = Envoi en cours
part-sent = Envoyé
part-delivered = Remis
part-read-at = Lu à { $at }
part-not-sent = Non envoyé
part-is-writing = { $who } écrit
part-shown-of = { $from } à { $to } sur { $total }
part-shown = { $from } à { $to }
part-done = fait :
part-now = maintenant :
part-to-come = à venir :
part-step-of = { $way } : étape { $n } sur { $total }
part-other-window = (ouvre une autre fenêtre)
part-amended = Modifié

# Alarms at the top of a page
alarms-on-duty = Alarmes là où vous êtes de service : { $high } hautes, { $medium } moyennes, { $low } basses, { $silent } sans données
alarms-not-current = Alarmes non à jour depuis { $at }. Regardez le service.

beds-free = { $free ->
    [0] Aucun lit n’est libre.
    [one] Un lit sur { $all } est libre.
   *[other] { $free } lits sur { $all } sont libres.
}

language-of-pages = La langue de ces pages
save = Enregistrer
looks-saved = L’apparence des pages est enregistrée.
how-it-looks = Apparence
larger-text-language-units = Texte plus grand, langue et unités
units-are-for-reading = Les unités ne servent qu’à lire et à saisir : ce qui est conservé, et ce sur quoi reposent les alarmes, ne change pas.
unit-of-the-list = Choisissez une des unités de la liste.

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
accept-invitation = Accepter l’invitation
welcome = Bienvenue
shown-once = Affiché une seule fois
keep-it-safe = Conservez-le en lieu sûr avant de continuer.
code-from-app = Code de votre application
code-hint = Six chiffres. Un code de récupération fonctionne aussi.
language-you-speak = La langue que vous parlez
larger-text = Texte plus grand
largest-text = Texte très grand
text-usual = Texte habituel
size-of-text = La taille du texte
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
head-temperature = Température, { $unit }
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
section-background = Allergies, maladies, médicaments et opérations
section-contacts = Contacts et assurance
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
chart-range = { $title } { $low } à { $high }
chart-axis = Axe du temps.
chart-leaves-scale = Des valeurs sortent de l’échelle habituelle.
chart-score = NEWS2 : maximum { $most }, dernier { $last }.
chart-no-score = NEWS2 : aucun score complet pendant ce temps.
chart-at = à { $clock }
chart-replay = début de la relecture
chart-not-drawn = Le graphique n’a pas pu être dessiné. Le tableau ci-dessous contient les mêmes valeurs.
chart-did-not-load = Le graphique ne s’est pas chargé. Le reste de la page est à jour ; rechargez la page pour réessayer.
range = Durée du graphique
range-hour = Dernière heure
range-six-hours = 6 dernières heures
range-three-days = 3 derniers jours
range-week = 7 derniers jours
range-hour-short = 1 h
range-six-hours-short = 6 h
range-day-short = 24 h
range-three-days-short = 3 jours
range-week-short = 7 jours
range-reaches = Va jusqu’au { $until } et n’avance pas de lui-même. Les scores figurent dans les graphiques d’un jour ou moins.
range-again = Le redessiner
ward-which = Lits affichés
ward-show-all = Tous
ward-show-alarm = En alarme
ward-show-score = NEWS2 5 ou plus
ward-show-old = Sans données récentes
ward-show-mine = Je traite
ward-show-changed = Changé depuis mon passage
ward-show-none = Aucun lit en ce moment : { $which }
ward-show-hides = Ce choix masque les { $n } lits du service. Les alarmes de tous les lits restent au-dessus.
ward-show-all-again = Afficher tous les lits
ward-of-reader = Qui vous traitez, et ce qui est nouveau pour vous
obs-due = Prochain relevé complet
obs-due-over-count = { $n ->
    [one] { $n } relevé complet en retard, état à { $at }
   *[other] { $n } relevés complets en retard, état à { $at }
}
obs-due-by = avant { $by }
obs-due-over = en retard depuis { $by }
obs-due-continuous = surveillance continue demandée
obs-due-none = Personne dans l’heure qui vient.
obs-due-later = Plus tard : { $n }, le premier avant { $by }
obs-due-never = Sans relevé complet jusqu’ici : { $n }
obs-due-source = Aussi souvent que le score le demande : NEWS2, tableau 4 (Royal College of Physicians, 2017), à partir de la plus ancienne de ses sept parties.
obs-due-chart = Le prochain relevé complet est à faire avant { $by }.
obs-due-chart-over = Un relevé complet est en retard depuis { $by }.
obs-due-chart-never = Aucun relevé complet des sept parties n’est connu jusqu’ici.
obs-due-chart-continuous = Le tableau 4 demande une surveillance continue ; cette heure vaut pour ce que les soignants mesurent.
you-are-here = Vous êtes ici
go-there = Y aller
go-there-to = Y aller : { $hospital }
where-you-work = Où vous travaillez
their-email-hint = Une adresse avec laquelle la personne ne se connecte pas pour travailler dans un hôpital : celle-là ouvre son travail et non votre dossier.

# The list of patients, registering one, and the record

register-a-patient = Enregistrer un patient
name-number-health-id = Nom, numéro, identifiant de santé ou date de naissance, par exemple Okafor 1943.
among-your-patients-name = Parmi vos patients : nom, numéro ou date de naissance.
show-all = Tout afficher
find-a-patient = Rechercher un patient
find = Rechercher
none-of-yours = Aucun de vos patients
check-the-spelling-or = Vérifiez l’orthographe ou saisissez moins de lettres. Seuls vos patients sont recherchés ici.
nobody-now = Personne pour le moment
whom-you-treat-who = Vous trouvez ici les patients que vous traitez, ceux des unités où vous êtes de service, ceux reliés à vos appareils, ceux dont vous avez ouvert le dossier en urgence et ceux qui autorisent votre hôpital à lire leur dossier.
number = Numéro
why-you-may-read = Motif d’accès
whom-you-may-read = Dossiers que vous pouvez lire
you-treat-them = Vous le traitez
lets-your-hospital-read = Autorise votre hôpital à lire
patients-of-the-hospital = Patients de l’hôpital
registered-last-first = Derniers enregistrés en premier
found-by-number = Trouvé par numéro
found = Résultats
perhaps-you-mean = Vouliez-vous dire
no-name-begins-so = Aucun nom ne commence ainsi ; ceux-ci sont proches
nobody-found = Personne n’a été trouvé
check-the-spelling-try = Vérifiez l’orthographe, saisissez moins de lettres ou cherchez par date de naissance. Une personne introuvable peut être enregistrée.
no-patients-yet = Pas encore de patients
who-is-registered-here = Les personnes enregistrées ici figurent dans cette liste.
sex-x = Sexe
where = Lieu
pages-of-patients = Pages de patients
no-longer-a-patient = N’est plus patient ici
on-no-ward = Dans aucune unité
to-the-patients = Vers les patients
first-it-is-looked = On vérifie d’abord si cette personne est déjà enregistrée. Rien n’est conservé avant que vous ayez vu le résultat.
check-for-this-person = Rechercher cette personne
all-of-them-as = Tous les prénoms, comme sur la carte.
title = Civilité ou titre
such-as-mrs-or = Par exemple Mme ou Dr.
year-of-birth-when = Année de naissance, si le jour est inconnu
an-estimate-will-do = Une estimation suffit.
the-14-digits-on = Les 14 chiffres de la carte de santé. Laissez vide s’il n’y a pas de carte.
in-which-to-talk = Langue dans laquelle lui parler.
not-asked = Non demandé
marital-status = Situation familiale
blood-group = Groupe sanguin
only-as-a-card = Uniquement d’après une carte ou un laboratoire.
not-known = Inconnu
nobody-here-is-like = Personne ne correspond ici
no-name-date-of = Aucun nom, date de naissance ou numéro des patients de cet hôpital ne correspond.
this-health-id-belongs = Cet identifiant de santé appartient à une personne déjà enregistrée ici. Ouvrez son dossier, ou corrigez la saisie si l’identifiant a été mal recopié.
compare-each-with-the = Comparez chacun avec la personne devant vous. Si c’est l’une d’elles, ouvrez son dossier : deux dossiers pour une même personne sont un danger.
register-as-a-new = Enregistrer comme nouveau patient
to-be-registered = À enregistrer
registered-here-already = Déjà enregistré ici ?
change-what-was-typed = Modifier la saisie
what-is-alike = Points communs
who-may-be-the = Personnes peut-être identiques
same-health-id = Même identifiant de santé
same-name = Même nom
name-alike = Nom proche
born-the-same-day = Né le même jour
day-and-month-exchanged = Jour et mois inversés
born-near = Date de naissance proche
who-they-are-x = Identité
save-what-changed = Enregistrer les modifications
patient-here = Patient ici
what-was-changed = Modifications
they-are-a-patient = Cette personne n’est plus patiente de cet hôpital. Son dossier est conservé.
a-patient-here-again = De nouveau patient ici
they-are-a-patient-here = Cette personne est de nouveau patiente ici
choose = Choisissez
they-are-a-patient-of = Cette personne est patiente de cet hôpital. Si elle ne l’est plus, chaque liste l’indique ; rien du dossier n’est perdu et cela peut être annulé.
why-they-are-a = Pourquoi cette personne n’est plus patiente ici
nothing-was-changed = Rien n’a été modifié
each-change-stays-here = Chaque modification reste visible ici, avec la valeur précédente et son auteur.
somebody-of-another-hospital = une personne d’un autre hôpital
before = Auparavant
changed = Modifié
a-patient-here = Patient ici
no-longer = Plus maintenant
now = Actuellement
patient-there = Patient dans cet hôpital
where-they-are-registered = Hôpitaux où la personne est enregistrée
registered = Enregistré
open-identity-documents = Ouvrir les pièces d’identité
open-insurance = Ouvrir l’assurance
nobody-has-asked-that = La question n’a pas été posée. Cela ne signifie pas qu’il n’y en a pas.
no-known-allergies-x = Pas d’allergie connue.
to-the-record = Vers le dossier
portal = Portail

# Allergies, conditions, medicines, operations

no-known-allergies-state = Pas d’allergie connue : l’indiquer pour ce patient
only-after-asking-the = Seulement après avoir demandé au patient ou à un proche.
one-became-known = Une allergie a été découverte
nobody-has-asked = La question n’a pas été posée
that-is-not-the = Cela ne signifie pas qu’il n’y en a pas. Demandez au patient ou à un proche.
what-it-does = Réaction
how-bad = Gravité
written = Noté
to-what = Substance
another-allergy = Autre allergie
the-medicine-food-or = Le médicament, l’aliment ou la matière, par exemple la pénicilline.
such-as-rash-swelling = Par exemple éruption, œdème, anaphylaxie. « Inconnu » est une réponse.
add-this-allergy = Ajouter cette allergie
conditions = Maladies et antécédents
nothing-is-written = Rien n’est noté
what-the-patient-lives = Les maladies du patient figurent ici dès qu’elles sont notées.
note = Note
condition = Maladie
another-condition = Autre maladie
condition-or-code = Maladie ou code
such-as-chronic-kidney = Par exemple chronic kidney disease (termes de la CIM-10-CM, en anglais) ou N18. Un mot mal orthographié est trouvé aussi.
no-such-condition = Aucune maladie trouvée
try-fewer-or-other = Essayez moins de mots, d’autres mots ou le début du code.
which-of-these = Laquelle
what-the-code-does = Ce que le code ne dit pas
such-as-the-side = Par exemple le côté, le stade, les signes.
year-in-which-it = Année de début
add-this-condition = Ajouter cette maladie
why-it-ends = Motif de la fin
end-it = Mettre fin
why = Motif
what-no-longer-holds = Ce qui n’est plus valable
another-medicine = Autre médicament
medicine-and-strength = Médicament et dosage
such-as-metformin-500 = Par exemple Metformine 500 mg.
how-much-at-a = Dose par prise
such-as-1-tablet = Par exemple 1 comprimé.
how-often = Fréquence
such-as-morning-and = Par exemple matin et soir, pendant le repas.
dated-since = Depuis quand
add-this-medicine = Ajouter ce médicament
medicines = Médicaments
what-the-patient-takes = Les médicaments que le patient prend, selon ses dires ou un courrier médical, figurent ici dès qu’ils sont notés.
how-much = Dose
medicine = Médicament
another-operation = Autre opération
what-was-operated = Opération réalisée
such-as-appendix-removed = Par exemple appendicectomie, fistule du bras gauche.
what-else-is-to = Autres informations utiles
add-this-operation = Ajouter cette opération
operations = Opérations
operations-of-the-past = Les opérations passées figurent ici dès qu’elles sont notées.
operation = Opération
mild = Légère
moderate = Modérée
severe = Sévère
life-threatening = Mettant la vie en danger
it-was-written-by = Noté par erreur
a-test-or-a = Un test ou un médecin a montré que ce n’en est pas une
it-is-over-x = C’est terminé
it-turned-out-to = Il s’agissait d’autre chose
they-take-it-no = N’est plus pris
the-dose-has-changed = La dose a changé

# How a patient is reached

add-a-phone-number = Ajouter un numéro de téléphone
add-an-e-mail = Ajouter une adresse e-mail
add-an-address = Ajouter une adresse
add-a-person = Ajouter une personne
nothing-is-known = Rien n’est connu
ask-how-this-person = Demandez comment joindre cette personne et qui appeler en cas d’urgence.
for-or-who = Usage ou lien
how = Comment
how-they-are-reached = Coordonnées
erased = Effacé
try-first = À essayer en premier
in-an-emergency = En cas d’urgence
a-phone-number = Un numéro de téléphone
an-e-mail-address = Une adresse e-mail
an-address = Une adresse
a-person-to-be = Une personne à joindre
e-mail-address = Adresse e-mail
house-and-street-place = Numéro et rue, localité, région, pays.
who-they-are-to = Lien avec le patient
what-it-is-for = Usage
try-this-first = À essayer en premier
call-this-person-in = Appeler cette personne en cas d’urgence
add = Ajouter
mobile = Mobile
at-home = Domicile
at-work = Travail
for-a-time = Temporaire
for-post = Courrier
wife-or-husband = Conjoint
partner = Partenaire
mother = Mère
father = Père
daughter = Fille
son = Fils
sister = Sœur
brother = Frère
guardian = Tuteur
friend = Ami
family-or-other-person = Proche ou autre personne

# Papers and insurance

another-document = Autre pièce
identity-documents = Pièces d’identité
another-policy = Autre contrat
insurance = Assurance
no-end-known = Sans fin connue
no-paper-is-written = Aucune pièce n’est notée
what-says-who-this = Les pièces qui prouvent l’identité figurent ici dès qu’elles sont notées.
nobody-saw-the-paper = Pièce non vérifiée
i-saw-the-paper = J’ai vu la pièce
country = Pays
valid-until = Valable jusqu’au
paper = Pièce
no-policy-is-written = Aucun contrat n’est noté
who-pays-stands-here = L’organisme payeur figure ici dès qu’il est noté.
rank = Rang
covers = Couverture
who-pays = Organisme payeur
what-kind-of-paper = Type de pièce
as-the-paper-has = Tel qu’il figure sur la pièce.
country-that-issued-it = Pays de délivrance
two-letters-such-as = Deux lettres, par exemple KE.
add-this-document = Ajouter cette pièce
the-insurer-or-the = L’assureur ou la caisse.
number-of-the-policy = Numéro du contrat
what-it-covers = Ce qui est couvert
such-as-dialysis-three = Par exemple dialyse trois fois par semaine, 80 %.
today-when-it-stays = Aujourd’hui, si vous laissez vide.
last-day = Dernier jour
add-this-policy = Ajouter ce contrat
identity-card = Carte d’identité
passport = Passeport
driving-licence = Permis de conduire
birth-certificate = Acte de naissance
paper-of-a-refugee = Document de réfugié
residence-permit = Titre de séjour
another-paper = Autre pièce
asked-first = Payeur principal
pays-what-is-left = Payeur complémentaire

# Words of the rules about a person

single = Célibataire
married = Marié
in-a-partnership = En union
separated = Séparé
divorced = Divorcé
widowed = Veuf
amharic = Amharique
arabic = Arabe
bengali = Bengali
chinese = Chinois
dutch = Néerlandais
language-english = Anglais
language-french = Français
german = Allemand
gujarati = Gujarati
hausa = Haoussa
hindi = Hindi
igbo = Igbo
italian = Italien
japanese = Japonais
kikuyu = Kikuyu
luo = Luo
oromo = Oromo
persian = Persan
polish = Polonais
portuguese = Portugais
punjabi = Pendjabi
russian = Russe
somali = Somali
spanish = Espagnol
swahili = Swahili
tamil = Tamoul
turkish = Turc
ukrainian = Ukrainien
urdu = Ourdou
vietnamese = Vietnamien
yoruba = Yoruba
zulu = Zoulou
they-have-moved-away = A déménagé
they-have-died = Est décédé
they-have-asked-for = L’a demandé
they-were-registered-by = A été enregistré par erreur

# The care team

take-over-this-patient = Prendre ce patient en charge
treating-now = Soignants actuels
treated-before = Soignants précédents
nobody-is-named = Personne n’est désigné
people-on-duty-on = L’équipe de service dans l’unité du patient s’en occupe ; un médecin peut le prendre en charge.
step-back = Se retirer
step-back-from-this = Se retirer de la prise en charge de ce patient
nobody-before = Personne auparavant
who-treated-this-patient = Les soignants précédents de ce patient restent listés ici.
lies-on-no-ward = N’est dans aucune unité de cet hôpital.
discharge = Faire sortir
discharge-from-the-ward = Faire sortir de l’unité
whoever-is-on-duty = Les personnes de service dans l’unité ne verront plus ce patient, et les soignants désignés pendant ce séjour ne le seront plus. Les appareils restent tels quels.
doctor-or-nurse = Médecin ou infirmier
assign = Désigner
transfer = Transférer
admit = Admettre
to-the-ward = Dans l’unité
choose-somebody = Choisissez une personne

# Emergencies

you-open-the-record = Vous ouvrez le dossier du patient dont vous quittez la page.
n-14-digits-as-on = 14 chiffres, comme sur la carte d’identité ou le bracelet. Les espaces et les tirets ne comptent pas.
or-for-a-patient = Ou, pour un patient de cet hôpital :
emergency-who-how = Donnez l’identifiant de santé et la date de naissance, ou le numéro d’hôpital.
hospital-number-long = Numéro d’hôpital
as-on-the-chart = Comme dans le dossier, par exemple RG-204 4178.
open-a-record-in = Ouvrir un dossier en urgence
the-hospital-tells-the = L’hôpital informe le patient, par le portail ou par courrier, de qui l’a ouvert et pourquoi, et l’ouverture est examinée ensuite.
reason = Motif
what-has-happened = Ce qui s’est passé
in-your-own-words = Avec vos mots, dix caractères au moins. Aucun diagnostic n’est nécessaire.
open-the-record = Ouvrir le dossier
nobody-every-administrator-is = Personne : tous les administrateurs sont informés
privacy-officer = Délégué à la protection des données
is-told-of-each = Est informé de chaque ouverture en urgence et l’examine, quel que soit son rôle. De ce qu’il ouvre lui-même, les administrateurs sont informés.
name-the-officer = Désigner le délégué
nothing-waits-for-a = Rien n’est à examiner.
no-record-was-opened = Aucun dossier n’a été ouvert en urgence
when-somebody-does-it = Chaque ouverture figure ici jusqu’à son examen.
not-registered-here = non enregistré ici
the-record-was-not = Le dossier n’a pas été lu.
this-is-your-own = C’est votre propre ouverture : une autre personne doit l’examiner.
opened-by = Ouvert par
opened = Ouvert le
open-until = Ouvert jusqu’au
told = Informés
reading = Lecture
within-the-minute = Dans la minute.
the-patient-was-told = Le patient a été informé par le portail.
the-patient-has-no = Le patient n’a pas de compte : informez-le par courrier.
what-you-found = Votre constat
needed-when-it-was = Nécessaire si l’ouverture n’était pas justifiée
close-as-justified = Clore comme justifiée
close-as-not-justified = Clore comme non justifiée
danger-to-life = Danger de mort
the-person-cannot-be = La personne ne peut pas être interrogée
i-stand-in-for = Je remplace un collègue qui la traite
the-person-is-being = La personne est en route vers l’hôpital
another-reason-told-below = Un autre motif, indiqué ci-dessous
justified = Justifiée
not-justified = Non justifiée
emergencies = Urgences

# Devices handed over

n-4-hours = 4 heures
n-8-hours = 8 heures
n-12-hours = 12 heures
n-24-hours = 24 heures
n-1-day = 1 jour
n-2-days = 2 jours
n-4-days = 4 jours
n-7-days = 7 jours
for = Durée
ask = Demander
your-devices = Vos appareils
open-in-this-hospital = En cours dans cet hôpital
hand-over-a-device = Confier un appareil
for-seven-days-at = Sept jours au plus ; la fin est automatique
to-the-devices = Vers les appareils
hand-overs-over = Terminé
no-device-is-yours = Vous n’avez aucun appareil
an-administrator-assigns-the = Un administrateur vous attribue un appareil. Un collègue peut vous confier le sien.
you-keep-it = Il est à votre charge
handed-over-to-you = Vous est confié
nobody = personne
on-it = Patient relié
what-is-asked-for = Les demandes et les appareils confiés figurent ici.
what-was-handed-over = Les appareils confiés par le passé restent listés ici.
nothing = Rien
asked-for-or-handed = Demandes et appareils confiés en cours
to = À
state = État
waits-for-an-answer = En attente de réponse
not-accepted = Non accepté
you = Vous
accept = Accepter
refuse = Refuser
take-back = Annuler la demande
end-now = Mettre fin maintenant

# Staff

who-works-here = Qui travaille ici
more = Suite
outbox = boîte d’envoi
active = Actif
this-is-you = C’est vous
roles = Rôles
status = Statut
make-active = Réactiver
lost-factor = Second facteur perdu
for-somebody-who-has = Pour une personne qui a perdu son téléphone et ses codes de récupération et qui se trouve devant vous. Le second facteur et le mot de passe sont supprimés, chaque page et programme à son nom est déconnecté, et un lien pour un nouveau mot de passe est envoyé à sa propre adresse e-mail.
make-inactive = Désactiver
every-page-and-device = Chaque page ou appareil ouvert à ce nom se ferme en une seconde ; services, prises en charge et prêts prennent fin. Vous pouvez réactiver le compte ; il faudra alors tout attribuer de nouveau.
sent = Envoyée
send-again = Renvoyer
open-invitations = Invitations en attente
choose-a-role = Choisissez un rôle
invite-somebody = Inviter quelqu’un
ward-that-they-open = Unité ouverte en premier
send-the-invitation = Envoyer l’invitation

# Duties

no-end-yet = Sans fin prévue
no-end-yet-within = sans fin prévue
its-name-as-the = Son nom, tel qu’il figure dans la liste des appareils
these-are-the-first = Voici les 200 premiers de chaque liste. Une partie d’un nom réduit la liste.
part-of-a-name = Partie d’un nom
search-verb = Rechercher
order-of-list = Ordre
ward-duty = Service dans les unités
put-on-duty = Mettre de service
doctors-and-nurses-read = Médecins et infirmiers lisent un appareil, un technicien en a la charge
assign-the-device = Attribuer l’appareil
by-place = Par lieu
by-person = Par personne
nobody-is-on-duty = Personne n’est de service
doctors-and-nurses-see = Les médecins et infirmiers voient une unité tant qu’ils y sont de service.
on-duty-now = De service actuellement
no-device-is-anybodys = Aucun appareil n’est attribué
assign-a-device-to = Attribuez un appareil au technicien qui en a la charge ou au médecin qui le lit.
reads-it = Le lit
keeps-it = En a la charge
whose-each-device-is = À qui est chaque appareil

# Exceptions and rights

choose-a-right = Choisissez un droit
right-deny = Refuser
right-grant = Accorder
hold-now = En vigueur
make-an-exception = Créer une exception
a-denial-beats-whatever = Un refus l’emporte sur tout le reste. Un accord ne vaut que dans cet hôpital.
right = Droit
it-ends-by-itself = Prend fin automatiquement après ce jour
why-in-one-line = Le motif, en une ligne. Il est conservé avec l’exception.
make-the-exception = Créer l’exception
held-before = Passées
everybody-has-the-rights = Chacun a les droits de ses rôles.
what-held-stays-listed = Les exceptions passées restent listées ici.
no-exception = Aucune exception
exceptions-that-hold-now = Exceptions en vigueur
exceptions-that-held = Exceptions passées
made-by = Créée par
a-right-of-another = Un droit d’une autre version
granted = Accordé
denied = Refusé
the-hospital-capital = L’hôpital
a-patient-by-number = Un patient, par numéro
a-device-by-name = Un appareil, par nom
everybody-who-works-here = Tous ceux qui travaillent ici
may-they = A-t-il le droit
about = À propos de
number-or-name = Numéro ou nom
the-rights-of-each = Droits de chaque rôle
each-cell-names-the = Chaque case indique les relations dont une seule suffit ; une case vide signifie jamais.
nobody-title = Personne
nobody-who-works-here = Personne ici n’a ce droit actuellement.
who-may = Qui en a le droit
answer = Réponse
no-role-now = Aucun rôle actuellement
yes = Oui
no = Non
their-account-is-switched = Ce compte est désactivé : il n’a aucun droit.
all = Tous
asks-for-proof = demande une preuve
rights-of-roles = Droits des rôles
relation-own = soi-même
relation-proxy = proche aidant
relation-treating = soignant
relation-ward = unité
relation-device = appareil attribué
relation-hospital = même hôpital
relation-consent = accord du patient
relation-break-glass = ouverture en urgence
relation-platform = plateforme
it-is-their-own = c’est le sien
the-patient-has-let = le patient lui a ouvert le dossier
they-treat-this-patient = cette personne traite ce patient
they-are-on-duty = cette personne est de service dans cette unité
they-are-on-duty-on = cette personne est de service dans l’unité du patient
this-device-is-theirs = cet appareil lui est attribué
a-device-that-is = un appareil qui lui est attribué mesure ce patient
they-work-in-this = cette personne travaille dans cet hôpital
this-patient-is-registered = ce patient est enregistré dans son hôpital
it-belongs-to-their = cela appartient à son hôpital
this-patient-lets-their = ce patient autorise son hôpital à voir ce que d’autres détiennent
they-have-opened-this = cette personne a ouvert ce dossier en urgence
they-run-the-platform = cette personne gère la plateforme
the-denial-beats-whatever = Le refus l’emporte sur tout le reste.
no-role-of-theirs = Aucun de ses rôles n’a ce droit, quelle que soit la relation.
they-stand-in-no = Aucune relation n’existe actuellement.
no-exception-holds-for = Aucune exception ne s’applique.
a-grant-for-them = Un accord individuel s’applique, dans les limites de son hôpital.
a-denial-for-them = Un refus individuel s’applique.
they-are-asked-to = Une preuve d’identité de moins de cinq minutes est d’abord demandée.

# What one may do, as the end of "may …"

see-the-live-board = voir le tableau en direct d’une unité
read-this-patients-values = lire les valeurs de ce patient
find-any-patient-of = rechercher tout patient de l’hôpital
register-patients = enregistrer des patients
see-who-this-patient = voir l’identité de ce patient
change-who-this-patient = modifier l’identité et les coordonnées de ce patient
read-allergies-conditions-and = lire les allergies, maladies et médicaments
write-allergies-conditions-and = noter les allergies, maladies et médicaments
answer-alarms = répondre aux alarmes
see-the-devices = voir les appareils
see-the-hospital-in = voir l’hôpital en chiffres
see-this-account = voir ce compte
change-this-account = modifier ce compte
post-readings = envoyer des mesures
manage-the-tokens-of = gérer les jetons des appareils
manage-the-programs-that = gérer les programmes qui utilisent l’API
see-who-works-here = voir qui travaille ici
manage-staff-and-their = gérer le personnel et ses rôles
see-and-end-sessions = voir et terminer les sessions des autres
grant-or-deny-single = accorder ou refuser des droits particuliers
see-who-may-do = voir qui a quels droits
see-who-is-on = voir qui est de service et à qui est chaque appareil
assign-doctors-devices-and = attribuer médecins, appareils et unités
see-who-treats-a = voir qui traite un patient
take-over-a-patient = prendre en charge un patient de son unité
answer-and-end-hand = répondre aux prêts d’appareils et y mettre fin
lend-the-device-they = prêter l’appareil à sa charge
search-the-audit = consulter le journal d’audit
export-the-audit = exporter le journal d’audit
may-open-in-emergency = ouvrir un dossier en urgence
review-emergency-openings = examiner les ouvertures en urgence
see-consents = voir les accords
see-and-withdraw-their = voir et retirer ses accords
give-consent = donner son accord
see-and-end-who = voir qui accède à son dossier et y mettre fin
name-people-who-may = désigner qui peut voir son dossier
see-who-looked-at = voir qui a consulté un dossier
manage-a-patients-portal = gérer le portail d’un patient
preview-a-patients-portal = prévisualiser le portail d’un patient
close-and-open-accounts = fermer et ouvrir des comptes de patients
confirm-registrations = confirmer des inscriptions
approve-hospitals = approuver des hôpitaux
erase-a-record = effacer un dossier
read-the-demos-mails = lire les e-mails de la démonstration
fill-a-demo-hospital = remplir un hôpital de démonstration
open-a-session = ouvrir une session
read-placements = lire les affectations
keep-and-drop-readings = conserver et supprimer des mesures
seal-the-audit = sceller le journal d’audit
keep-the-keys = conserver les clés
run-jobs = exécuter des tâches
work-in-the-pharmacy = travailler à la pharmacie
see-this-part-of = voir cette partie du dossier dans le portail
do-this = faire cela

# The audit

any = Tous
allowed = Autorisé
audit-refused = Refusé
failed = Échoué
older-entries = Entrées plus anciennes
data = Données
who-did-or-looked-at = Qui a fait ou consulté quoi dans cet hôpital
no-entries = Aucune entrée
nothing-fits-what-you = Rien ne correspond à votre recherche. Choisissez une période plus longue ou retirez un critère.
entries-of-the-audit = Entrées du journal, les plus récentes d’abord
anybody = Toute personne
begin-to-follow-live = Début du suivi en direct
end-to-follow-live = Fin du suivi en direct
end-a-session = Fin d’une session
anything = Tout
about-the-patient-with = À propos du patient numéro
take-it-out = Exporter
a-file-of-everything = Un fichier de tout ce qui correspond à la recherche ci-dessus, 20 000 entrées au plus. Cet export est lui aussi inscrit au journal.
export-as-csv = Exporter en CSV
nobody-signed-in = Personne non connectée
treatment = Soins
billing = Facturation
running-the-hospital = Fonctionnement de l’hôpital
the-patients-own-request = Demande du patient
care-by-family = Aide d’un proche
running-wardlight = Fonctionnement de Wardlight

# Programs and tokens of devices

may = Droits
last-seen = Dernière activité
no-programs = Aucun programme
a-program-that-uses = Créez ci-dessous un programme qui utilise l’API pour cet hôpital.
older-ones = Plus anciens
never = Jamais
new-secret = Nouveau secret
the-new-secret-is = Le nouveau secret n’est affiché qu’une fois. L’ancien fonctionne jusqu’à la première utilisation du nouveau, un jour au plus.
revoke = Révoquer
the-program-can-do = En une seconde, le programme ne peut plus rien faire. C’est irréversible : créez plutôt un nouveau programme.
new-program = Nouveau programme
who-reads-this-list = Un nom reconnaissable dans cette liste, par exemple « Passerelle du laboratoire ».
what-it-may-do = Ce qu’il peut faire
so-far-a-programs = Pour l’instant, le jeton d’un programme n’ouvre qu’une adresse, GET /api/v1/auth/me, qui indique qui il est et ce que vous choisissez ici. Le choix vaudra pour les adresses à venir.
make-the-program = Créer le programme
made = Créé
no-tokens = Aucun jeton
a-device-gets-its = Créez ci-dessous le jeton d’un appareil.
tokens-of-devices = Jetons des appareils
new-token = Nouveau jeton
its-name-as-the-list = Son nom dans la liste des appareils, par exemple « Monitor 07 ».
make-a-token = Créer un jeton
not-used-yet = Pas encore utilisé
in-use-older-than = Utilisé, plus d’un an : à remplacer
in-use = Utilisé
a-device-that-uses = En une seconde, un appareil qui utilise ce jeton n’est plus reçu et son lit déclenche une alarme. Donnez-lui d’abord un nouveau jeton.
token-shown = Jeton

# The settings of a patient's portal

wishes-to-be-spoken = Souhaite qu’on lui parle en
has-an-account = A un compte
has-an-account-which = A un compte, qui est fermé
has-no-account-yet = N’a pas encore de compte
last-changed = Dernière modification
portal-of-a-patient = Portail d’un patient
the-patient-and-whoever = Tant qu’il est désactivé, le patient et les personnes qu’il a autorisées ne voient rien : en une seconde. Ils peuvent encore se connecter et lire pourquoi.
the-portal = Le portail
open-nobody-is-signed = Ouvert. Personne n’est connecté.
sign-out-everywhere-with = Déconnecter ce compte partout
every-browser-and-program = Chaque navigateur et programme connecté avec ce compte est déconnecté en une seconde. Qui connaît le mot de passe peut se reconnecter.
close-the-account = Fermer le compte
nobody-signs-in-with = Plus personne ne peut se connecter avec ce compte, et ce qui est ouvert prend fin en une seconde. Vous pouvez le rouvrir.
closed-nobody-can-sign = Fermé. Personne ne peut se connecter avec lui.
open-the-account = Ouvrir le compte
the-person-can-sign = La personne peut se reconnecter avec son mot de passe. Si quelqu’un d’autre peut le connaître, demandez-lui d’abord d’en choisir un nouveau.
the-account = Le compte
what-the-portal-shows = Ce que montre le portail
parts-of-the-record = Parties du dossier
a-part-that-is = Une partie non cochée n’est pas du tout envoyée au patient. La page indique que l’hôpital ne l’affiche pas ici.
no-records = Aucun élément
records-of-the-last = Les éléments du dernier jour sont listés ici.
shown-to-the-patient = Montré au patient
records-of-the-last-day = Éléments du dernier jour
single-records = Éléments individuels
no-closed-here = Non, fermé ici
current = En cours
draft = Brouillon
record-completed = Terminé
reviewed = Examiné
approved = Approuvé

# Mails of a demo

outbox-x = Boîte d’envoi
this-is-a-demo = Ceci est une démonstration : les e-mails restent sur cette machine et tous les administrateurs de la démonstration les lisent. Ailleurs, ils passent par un serveur de messagerie et cette page n’existe pas.
no-mail-was-written = Aucun e-mail n’a encore été écrit
every-mail-of-the = Chaque e-mail de la démonstration arrive ici automatiquement.

# Registrations

nobody-waits = Personne n’attend
who-registers-in-the = Les personnes inscrites dans le portail dont l’adresse e-mail est confirmée arrivent ici automatiquement.
chart = Dossier
number-here = Numéro ici
in-their-words = Dans ses mots
looked-at = Examiné
something-is-wrong-in = Une erreur dans un dossier
what-people-say-is = Erreurs signalées dans les dossiers
as-typed = Tel que saisi
charts-that-could-be = Dossiers possibles
no-chart-of-this = Aucun dossier de cet hôpital n’a cet identifiant de santé, ni cette date de naissance avec ce nom de famille.
has-an-account-already = A déjà un compte
from-now-on-this = Désormais, ce compte montre de ce dossier tout ce que montre le portail. Assurez-vous qu’il s’agit de la même personne.
reason-to-refuse = Motif du refus
in-words-stays-in = En quelques mots (reste dans l’hôpital)
differs = (différent)
no-chart-of-this-hospital = Aucun dossier de cet hôpital ne correspond
the-details-belong-to = Les données sont celles d’une autre personne
the-person-could-not = La personne n’a pas pu être jointe pour vérification
something-else = Autre chose

# The platform

hospitals-that-wait = Hôpitaux en attente
close-or-open-an = Fermer ou ouvrir un compte
no-hospital-waits = Aucun hôpital en attente
a-hospital-that-asks = Un hôpital qui demande à être admis figure ici dès que son adresse e-mail est confirmée.
first-administrator = Premier administrateur
address-confirmed = Adresse confirmée
approve = Approuver
the-hospital-is-set = L’hôpital est créé et son premier administrateur reçoit une invitation.
sign-it-out-everywhere = Le déconnecter partout
close-it = Le fermer
open-it-again = Le rouvrir
for-an-account-that = Pour un compte dont quelqu’un s’est emparé ou qui ne doit plus rien ouvrir, dans tous les hôpitaux à la fois. Les droits dans un hôpital se règlent dans sa liste du personnel.
email-or-phone-number = E-mail ou numéro de téléphone de connexion du compte
what-to-do = Action
do-it = Exécuter

# Sessions of the hospital's people

who-is-signed-in-x = Qui est connecté
sessions-of-the-hospitals = Sessions du personnel de l’hôpital
the-newest-50-a = les 50 plus récents ; un nom réduit la liste
end-all-of-theirs = Tout terminer
every-browser-and-every = Chaque navigateur et programme connecté ici à ce nom est déconnecté en une seconde.
staff-need-a-second = Le personnel a besoin d’un second facteur pour se connecter.
stop-asking-for-it = Ne plus le demander
staff-sign-in-with = Le personnel se connecte avec un mot de passe seul. Demander un second facteur envoie aussitôt ceux qui n’en ont pas à sa configuration ; rien d’autre ne s’ouvre d’ici là.
ask-for-a-second = Demander un second facteur
suspicious-sign-ins = Connexions suspectes
no-network-tries-many = Aucun réseau n’essaie de nombreux noms depuis une heure, et aucun compte du personnel n’a été verrouillé ou bloqué depuis une semaine.
names-tried-within-the = Noms essayés en une heure
last = Dernier
names-tried = Noms essayés
networks-that-try-many = Réseaux qui essaient de nombreux noms
failures-in-a-row = Échecs consécutifs
failures = Échecs
score = Score
accounts-that-were-locked = Comptes verrouillés ou bloqués
locked-until-the-password = Verrouillé jusqu’au changement du mot de passe
a-try-was-refused = Une tentative frauduleuse a été refusée

# Titles

change-a-record = Modifier un dossier
contacts = Coordonnées

# Sentences of the rules for staff: what was wrong

choose-the-reason-from = Choisissez le motif dans la liste.
say-in-a-few = Dites en quelques mots ce qui s’est passé : dix caractères au moins. Le patient et le délégué le liront.
the-explanation-is-longer = L’explication dépasse 1 000 caractères. Raccourcissez-la.
the-explanation-holds-signs = L’explication contient des signes qui ne peuvent pas être affichés. Saisissez-la à nouveau.
choose-what-it-is = Choisissez de quoi il s’agit.
choose-who-they-are = Choisissez le lien avec le patient.
choose-what-it-is-for = Choisissez l’usage.
use-at-most-20 = Utilisez au plus 20 lettres pour le titre, par exemple Mme ou Dr.
choose-a-language-of = Choisissez une langue de la liste.
choose-one-of-the = Choisissez dans la liste.
choose-a-blood-group = Choisissez un groupe sanguin de la liste.
enter-a-year-of = Saisissez une année de quatre chiffres déjà commencée, par exemple 1943.
enter-a-year-2019 = Saisissez une année de quatre chiffres déjà commencée, par exemple 2019.
enter-the-date-of = Saisissez la date de naissance ou seulement l’année, pas les deux.
enter-the-date-of-birth = Saisissez la date de naissance. Si elle est inconnue, saisissez l’année estimée ci-dessous.
enter-the-number-as = Saisissez le numéro tel qu’il figure sur la pièce, 40 signes au plus.
enter-a-day-as = Saisissez un jour : année, mois, jour, par exemple 2029-12-31.
choose-what-kind-of = Choisissez le type de pièce.
enter-the-two-letters = Saisissez les deux lettres du pays, par exemple KE.
choose-whether-it-is = Choisissez le rang du payeur.
the-last-day-lies = Le dernier jour précède le premier.
enter-a-name-a = Saisissez un nom, un numéro ou une date de naissance.
enter-at-most-120 = Saisissez au plus 120 lettres et chiffres visibles.
enter-at-least-two = Saisissez au moins deux lettres du nom.
choose-how-bad-the = Choisissez la gravité de la réaction.
use-at-most-500 = Utilisez ici au plus 500 caractères.
nobody-makes-an-exception = Personne ne crée d’exception pour soi-même. Demandez à un autre administrateur.
choose-somebody-who-works = Choisissez une personne qui travaille dans cet hôpital.
choose-a-right-from = Choisissez un droit dans la liste.
say-why-in-one = Indiquez le motif en une ligne, 500 caractères au plus.
choose-a-day-between = Choisissez un jour entre aujourd’hui et dans un an, sous la forme année-mois-jour.
an-exception-of-this = Une exception pour ce droit est déjà en vigueur. Mettez-y d’abord fin.
nobody-ends-an-exception = Personne ne met fin à sa propre exception. Demandez à un autre administrateur.
this-exception-is-over = Cette exception est déjà terminée.
no-patient-of-this = Aucun patient de cet hôpital n’a ce numéro.
no-device-of-this = Aucun appareil de cet hôpital n’a ce nom.
choose-a-ward-of = Choisissez une unité de cet hôpital.
the-note-is-longer = La note dépasse 500 caractères. Raccourcissez-la.
the-note-holds-signs = La note contient des signes qui ne peuvent pas être affichés. Saisissez-la à nouveau.
this-alarm-has-been = Cette alarme a déjà reçu une réponse.
this-alarm-is-over = Cette alarme est terminée : elle ne sonne pas.
this-is-more-than = Cela fait plus de 20 000 entrées. Choisissez une période plus courte.
nobody-in-this-hospital = Personne dans cet hôpital n’a ce numéro. Vérifiez-le ou retirez-le.
you-are-on-duty = Vous êtes de service dans cette unité : le dossier s’ouvrirait pour vous. Demandez à un autre administrateur.
the-patient-lies-on = Le patient est déjà dans cette unité.
somebody-else-has-just = Quelqu’un d’autre vient de déplacer ce patient. Vérifiez à nouveau.
the-patient-lies-on-no = Le patient n’est dans aucune unité.
no-device-has-this-name-list = Aucun appareil de cet hôpital n’a ce nom. Les noms figurent dans la liste des appareils.
choose-a-doctor-a = Choisissez un médecin, un infirmier ou un technicien de cet hôpital.
this-device-is-theirs-already = Cet appareil lui est déjà attribué.
a-technician-keeps-one = Un technicien n’a la charge que d’un appareil à la fois. Mettez d’abord fin à l’autre, ou faites-le confier pour un temps.
choose-a-device-of = Choisissez un appareil de cet hôpital.
this-device-is-not = Cet appareil ne lui est pas attribué actuellement.
nobody-assigns-anything-to = Personne ne s’attribue rien à soi-même. Demandez à un autre administrateur.
choose-a-doctor-or = Choisissez un médecin ou un infirmier de cet hôpital.
choose-an-end-that = Choisissez une fin à venir.
they-are-on-duty-on-this = Cette personne est déjà de service dans cette unité.
they-are-not-on = Cette personne n’est pas de service dans cette unité.
they-treat-this-patient-already = Cette personne traite déjà ce patient.
they-do-not-treat = Cette personne ne traite pas ce patient actuellement.
this-no-longer-waits = Ceci n’attend plus de réponse.
you-have-a-device = Vous avez déjà l’appareil d’un collègue. Rendez-le d’abord.
this-is-over-already = C’est déjà terminé.
choose-another-technician-of = Choisissez un autre technicien de cet hôpital.
choose-a-time-of = Choisissez une durée de sept jours au plus.
this-device-is-asked = Cet appareil est déjà demandé ou confié. Mettez-y d’abord fin.
no-device-bears-this = Aucun appareil ne porte ce nom. Écrivez-le comme dans la liste des appareils.
the-text-is-longer = Le texte dépasse 1 000 caractères. Raccourcissez-le.
say-why-it-was = Indiquez pourquoi ce n’était pas justifié : qui le lira plus tard doit le savoir.
somebody-has-closed-this = Cet examen a déjà été clos.
this-is-your-own-account = C’est votre propre compte. Demandez à quelqu’un d’autre de le modifier.
this-account-works-in = Ce compte travaille aussi dans un hôpital. Demandez à la plateforme de le modifier.
set-up-a-second = Configurez d’abord un second facteur.
there-is-a-hospital = Il existe déjà un hôpital de ce nom.
choose-a-role-rule = Choisissez un rôle.
choose-a-ward-of-the = Choisissez une unité de la liste.
this-address-is-invited = Cette adresse est déjà invitée. Renvoyez cette invitation ou retirez-la.
this-invitation-went-out = Cette invitation vient de partir. Attendez une minute.
this-invitation-went-out-five = Cette invitation est partie cinq fois aujourd’hui. Vérifiez l’adresse ou réessayez demain.
this-account-has-no = Ce compte n’a pas d’adresse e-mail : aucun lien pour un nouveau mot de passe ne peut parvenir à son titulaire.
this-is-your-own-account-admin = C’est votre propre compte. Demandez à un autre administrateur de le modifier.
this-account-is-more = Ce compte n’est pas seulement celui d’un collègue d’ici : il travaille aussi dans un autre hôpital ou gère la plateforme. Demandez à la plateforme de le modifier.
choose-at-least-one = Choisissez au moins un rôle. Pour les retirer tous, désactivez le compte.
this-account-is-inactive = Ce compte est inactif. Réactivez-le d’abord.
this-account-is-inactive-already = Ce compte est déjà inactif.
this-account-runs-the = Ce compte gère la plateforme. Demandez à la plateforme de le modifier.
this-account-is-active = Ce compte est déjà actif.
somebody-has-an-account = Quelqu’un a déjà un compte pour ce dossier. Demandez à un administrateur de vérifier.
choose-a-reason = Choisissez un motif.
say-in-a-few-words = Indiquez le motif en quelques mots.
somebody-else-has-just-changed = Quelqu’un d’autre vient de modifier ceci. Regardez ce qui y figure maintenant.
this-health-id-belongs-to = Cet identifiant de santé appartient à quelqu’un d’autre. Comparez-le encore une fois avec la carte.
choose-why = Choisissez le motif.
they-are-a-patient-here-no = Cette personne n’est déjà plus patiente ici.
they-are-a-patient-here-already = Cette personne est déjà patiente ici.
there-are-many-ways = Il y a déjà de nombreuses coordonnées. Mettez d’abord fin à celles qui ne sont plus valables.
somebody-else-has-just-said = Quelqu’un d’autre vient d’indiquer laquelle essayer en premier. Vérifiez à nouveau.
another-policy-of-this = Un autre contrat de ce rang est valable à l’une de ces dates. Mettez-y d’abord fin ou choisissez d’autres dates.
this-health-id-does = Cet identifiant de santé ne correspond pas à ce nom et à cette date de naissance. Comparez les trois avec la carte.
this-allergy-stands-here = Cette allergie est déjà notée.
that-none-is-known = Il est déjà noté qu’aucune n’est connue.
an-allergy-stands-here = Une allergie est notée. Mettez-y d’abord fin en indiquant pourquoi ce n’en est pas une.
this-condition-stands-here = Cette maladie est déjà notée.
choose-a-condition-of = Choisissez une maladie de la liste.
choose-why-it-ends = Choisissez le motif de la fin.
this-medicine-stands-here = Ce médicament est déjà noté. Si la dose a changé, mettez-y d’abord fin.
this-operation-stands-here = Cette opération est déjà notée.
another-program-bears-this = Un autre programme porte ce nom. Choisissez-en un autre ou révoquez celui-là.
enter-a-name-of = Saisissez un nom de 1 à 80 caractères visibles.
choose-at-least-one-thing = Choisissez dans la liste au moins une chose que le programme peut faire.
write-the-day-as = Écrivez le jour sous la forme 2026-11-24.
this-is-no-person = Ce n’est pas une personne de l’hôpital.
this-is-no-patient = Ce n’est pas un patient de l’hôpital.
choose-an-outcome-of = Choisissez un résultat de la liste.
choose-an-action-of = Choisissez une action de la liste.
nobody-is-known-under = Personne n’est connu sous ces données. Vérifiez chaque chiffre et la date de naissance.
write-the-14-digits = Saisissez les 14 chiffres de l’identifiant de santé, ou le numéro d’hôpital ci-dessous.
write-the-date-of = Saisissez la date de naissance, par exemple 1969-04-02.
this-form-cannot-be = Ce formulaire n’a pas pu être lu. Rechargez la page.
choose-what-to-do = Choisissez une action.
this-is-the-name = Ce n’est le nom d’aucun appareil. Recommencez à la première page.

# Sentences of doors for staff: what was done

staff-need-a-second-factor = Le personnel a désormais besoin d’un second facteur.
staff-sign-in-with-a = Le personnel se connecte désormais avec un mot de passe seul.
they-are-signed-out = Cette personne est déconnectée partout dans cet hôpital.
they-treat-this-patient-from = Cette personne traite désormais ce patient.
you-treat-this-patient = Vous traitez désormais ce patient.
the-treatment-has-ended = La prise en charge a pris fin.
the-patient-lies-on-this = Le patient est désormais dans cette unité.
the-patient-has-left = Le patient a quitté l’unité.
the-program-is-made = Le programme est créé.
the-program-has-a = Le programme a un nouveau secret.
the-program-is-revoked = Le programme est révoqué.
the-token-is-revoked = Le jeton est révoqué.
they-are-on-duty-from = Cette personne est désormais de service.
their-duty-has-ended = Son service a pris fin.
the-device-is-theirs = L’appareil lui est désormais attribué.
the-device-is-theirs-no = L’appareil ne lui est plus attribué.
the-review-is-closed = L’examen est clos.
nobody-is-named-every = Personne n’est désigné : tous les administrateurs sont informés.
they-have-been-asked = La demande est envoyée.
the-device-is-yours = L’appareil est à vous pour cette durée.
you-have-refused = Vous avez refusé.
it-has-ended = C’est terminé.
the-allergy-stands-in = L’allergie est notée dans le dossier et sur chaque page de suivi.
that-no-allergies-are = L’absence d’allergie connue est notée dans le dossier, à votre nom.
it-holds-no-longer = Ce n’est plus valable ; la trace en reste visible.
the-condition-stands-in = La maladie est notée dans le dossier.
added = Ajouté.
this-is-tried-first = Désormais à essayer en premier.
it-holds-no-longer-x = Ce n’est plus valable.
saved-what-stood-there = Enregistré. Les valeurs précédentes restent visibles ci-dessous.
nothing-differs-from-what = Rien ne diffère de ce qui est noté.
done-patient-no-longer = Cette personne n’est plus patiente de cet hôpital.
they-are-a-patient-of-this = Cette personne est de nouveau patiente de cet hôpital.
the-medicine-stands-in = Le médicament est noté dans le dossier.
the-document-stands-in = La pièce est notée dans le dossier. Vérifiez l’original et indiquez-le.
that-you-saw-the = Votre vérification de la pièce est notée dans le dossier.
the-document-holds-no = La pièce n’est plus valable.
the-policy-stands-in = Le contrat est noté dans le dossier.
the-policy-holds-no = Le contrat n’est plus valable.
the-operation-stands-in = L’opération est notée dans le dossier.
the-hospital-is-set-up = L’hôpital est créé ; son premier administrateur est invité.
the-application-is-refused = La demande est refusée. Son auteur est informé par e-mail.
the-portal-is-on = Le portail est activé.
the-portal-is-off = Le portail est désactivé.
saved-pages-that-are = Enregistré. Les pages ouvertes se rechargent en conséquence.
the-record-is-open = L’élément est visible pour le patient.
the-record-is-closed = L’élément est caché au patient.
the-account-is-closed = Le compte est fermé. Ce qui était ouvert a pris fin.
the-account-is-open = Le compte est ouvert.
the-account-is-signed = Le compte est déconnecté partout.
the-person-sees-that = La personne voit que quelqu’un a examiné sa remarque.
done-account-open-mailed = Le compte est ouvert. La personne est informée par e-mail.
the-registration-is-refused = L’inscription est refusée. La personne est informée par e-mail.
the-exception-holds-from = L’exception est en vigueur.
the-exception-has-ended = L’exception a pris fin.
the-invitation-is-on = L’invitation est en route.
done-invited-again = L’invitation est de nouveau en route.
the-invitation-is-withdrawn = L’invitation est retirée.
the-account-is-active = Le compte est actif.
the-account-is-inactive = Le compte est inactif.
the-second-factor-is = Le second facteur est supprimé. Un lien pour un nouveau mot de passe est en route vers son adresse e-mail.
the-name-is-saved = Le nom est enregistré.
the-roles-are-saved = Les rôles sont enregistrés.
notice-factor-lost = Un administrateur de votre hôpital a supprimé votre second facteur, car on lui a dit que vous l’aviez perdu. Le mot de passe a été supprimé aussi : choisissez-en un nouveau par le lien envoyé, puis reconfigurez le facteur. Si ce n’était pas vous, prévenez le support de votre hôpital.
notice-names-tried = Quelqu’un essaie une liste de noms depuis un réseau. Les tentatives sont ralenties et refusées ; la page des sessions indique d’où, et quels comptes de votre hôpital sont touchés.
notice-renamed = Un administrateur de votre hôpital a modifié votre nom. Il figurera sur ce que vous ferez désormais.
notice-emergency-review = Quelqu’un a ouvert un dossier en urgence. L’ouverture attend d’être examinée.
this-hospital-asks-its = Cet hôpital demande un second facteur à son personnel. Connectez-vous à Wardlight dans un navigateur, configurez-le, puis revenez.

# Sentences of staff pages that take something

on-your-ward = Dans votre unité, { $ward }
on-your-device = Relié à { $device }
opened-until = Ouvert en urgence, jusqu’au { $at }
patients-shown = { $n ->
       [one] { $n } patient
      *[other] { $n } patients
   }
about-year = vers { $year }
no-longer-because = Plus maintenant : { $why }
end-of-what = Mettre fin : { $what }
end-of-both = Mettre fin : { $what } et { $who }
try-first-whom = À essayer en premier : { $who }, { $label }
saw-paper-itself = J’ai vu la pièce elle-même : { $kind }
open-part = Ouvrir : { $what }
employee-id-hint = Son numéro d’employé, par exemple DOC-0012. { $more }
end-treatment-by = Mettre fin à la prise en charge par { $name }
lies-on-since = Dans l’unité { $ward } depuis le { $at }
emergency-minutes = Vous pouvez lire le dossier pendant { $n } minutes, sans rien y modifier.
wait-for-review = { $n ->
       [one] { $n } ouverture à examiner.
      *[other] { $n } ouvertures à examiner.
   }
record-was-read = { $n ->
       [one] Le dossier a été lu une fois.
      *[other] Le dossier a été lu { $n } fois.
   }
opened-by-whom = Ouvert par { $name }
told-to-review = { $n ->
       [0] Personne dans cet hôpital n’a pu être informé : désignez un délégué à la protection des données.
       [one] Une personne de cet hôpital a été invitée à l’examiner.
      *[other] { $n } personnes de cet hôpital ont été invitées à l’examiner.
   }
hand-overs-open = En cours
hand-over-from = De
patient-on-device = Patient relié à { $device }
state-since = Depuis le { $at }
state-from = À partir du { $at }
accept-device = Accepter { $device }
refuse-device = Refuser { $device }
take-back-device = Annuler la demande pour { $device }
end-hand-over-of = Mettre fin maintenant au prêt de { $device }
demo-outbox = Ceci est une démonstration : les e-mails attendent dans la { $outbox }.
inactive-since = Inactif depuis le { $at }
make-active-whom = Réactiver : { $name }
roles-of = Rôles de { $name }
name-of = Nom de { $name }
save-name-of = Enregistrer le nom de { $name }
save-roles-of = Enregistrer les rôles de { $name }
lost-factor-of = Second facteur perdu : { $name }
make-inactive-whom = Désactiver : { $name }
send-again-of = Renvoyer l’invitation de { $name }
withdraw-of = Retirer l’invitation de { $name }
end-duty-of = Mettre fin au service de { $name } dans { $ward }
handed-to-until = Confié à { $name } jusqu’au { $at }
the-ward-named = L’unité { $ward }
who-may-do = Qui a le droit de : { $what }
because-why = Parce que { $why }
and-because = { $first }, et parce que { $next }
may-because = { $name } a le droit de { $what }, parce que { $why }.
may-not = { $name } n’a pas le droit de { $what }.
any-suffices = Une seule de ces relations suffit : { $which }.
they-hold = Relations actuelles : { $which }.
and-more-ask = Et { $n } de plus. Demandez pour une personne afin de voir pourquoi.
end-exception-of = Mettre fin à l’exception de { $name }
role-at = { $role } à { $hospital }
audit-kind = { $kind ->
       [device] Un appareil
       [client] Un programme
       [worker] Wardlight
       [proxy] Un proche aidant
       [patient] Un patient
      *[user] Une personne
   } ({ $id })
lasted-seconds = { $what }, { $n } s
audit-to = Au
audit-address = Depuis
and-n-more = { $first } et { $n } de plus
revoked-at = Révoqué le { $at }
secret-of = Secret du { $at }
new-secret-for = Créer un nouveau secret pour { $name }
revoke-what = Révoquer { $name }
revoke-token-of = Révoquer un jeton de { $name }
replaced-ends = Remplacé ; prend fin au plus tard le { $at }
alarm-at = Alarme, { $at }
allergy-at = Allergie, inscrite le { $at }
condition-at = Maladie, inscrite le { $at }
medicine-at = Médicament, inscrit le { $at }
surgery-at = Opération, inscrite le { $at }
open-this-record = Montrer cet élément au patient
close-this-record = Cacher cet élément au patient
mail-to = À { $to } · { $at }
looked-at-what = Examiné : ce que { $name } a écrit
address-confirmed-at = adresse confirmée le { $at }
confirm-chart = Confirmer qu’il s’agit du dossier { $number }
approve-whom = Approuver { $name }
end-all-of = Tout terminer : chaque session et programme de { $name }
single-record = Élément
signed-in-times = { $n ->
       [one] Ouvert. Connecté une fois.
      *[other] Ouvert. Connecté { $n } fois.
   }

# Words of the audit

kind-vitals = mesures
kind-alarms = alarmes
kind-demographics = identité
kind-scores = scores
kind-limits = limites
kind-sessions = sessions de mesure
kind-account = compte
kind-devices = appareils
kind-audit = journal d’audit
kind-contact = coordonnées
kind-papers = pièces et assurance
kind-background = allergies, maladies et médicaments
kind-access = droits d’accès
reason-not-signed-in = non connecté
reason-no-right = droit manquant
reason-stale-proof = preuve trop ancienne
reason-not-found = introuvable
reason-invalid = saisie incorrecte
reason-conflict = conflit
reason-busy = surcharge
reason-away = base de données inaccessible
reason-fault = erreur interne
reason-out-of-reach = hors de portée

# Sentences of the rules with what they ask for

enter-the-family-name = Saisissez le nom de famille.
enter-the-given-name = Saisissez le prénom.
enter-your-family-name = Saisissez votre nom de famille.
enter-your-given-name = Saisissez votre prénom.
enter-who-pays = Indiquez l’organisme payeur.
enter-what-it-covers = Indiquez ce qui est couvert.
enter-the-address = Saisissez l’adresse.
enter-the-name-of = Saisissez le nom de cette personne.
enter-what-was-operated = Indiquez l’opération réalisée.
enter-the-name-of-the = Saisissez le nom du médicament et son dosage.
enter-how-much-they = Indiquez la dose par prise.
enter-how-often-they = Indiquez la fréquence des prises.
enter-a-condition-of-list = Choisissez une maladie de la liste.
enter-what-they-do = Indiquez la substance mal tolérée.
enter-what-it-does = Indiquez la réaction ; « inconnue » est une réponse.
enter-what-is-wrong = Indiquez ce qui est faux et ce qui serait juste.
enter-the-reason = Saisissez le motif.
enter-a-condition-or = Saisissez une maladie ou son code.
enter-the-name = Saisissez le nom.
enter-the-name-of-the-hospital = Saisissez le nom de l’hôpital.
enter-the-registration-number = Saisissez le numéro d’enregistrement.
enter-the-name-of-the-first = Saisissez le nom du premier administrateur.
use-at-most-120 = Utilisez ici au plus 120 caractères.

# Who may do what: its question

ask-who-may = Poser la question
# Finding anything

find-search = Rechercher
find-anything = Trouver un patient ou une page
find-page = Trouver une page
find-pages = Pages
find-alike = Vouliez-vous dire
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
find-register-name = Enregistrer un patient
find-register = Inscrire quelqu’un de nouveau : admission, accueil
find-emergency-name = Ouvrir un dossier en urgence
find-emergency = Quelqu’un dont vous n’avez pas le dossier : bris de glace
find-devices = Moniteurs et machines, et ce que chacun dit de lui-même
find-hand-over-name = Appareils confiés
find-hand-over = Ce que les techniciens se prêtent pour un temps
find-pharmacy = Ordonnances, médicaments, stock
find-registrations = Qui a demandé un compte au portail et attend d’être relié à un dossier
find-hospital = L’hôpital en chiffres : lits, occupation, aujourd’hui
find-staff = Qui travaille ici, collègues, leurs rôles, invitations
find-duties-name = Services
find-duties = Qui est de garde où, planning des gardes, et à qui est chaque appareil
find-access-name = Qui a quels droits
find-access = Et pourquoi : droits par rôle, relation et exception
find-rights-name = Exceptions
find-rights = Un droit, accordé ou refusé à une personne jusqu’à un jour
find-audit-name = Journal d’audit
find-audit = Qui a fait ou regardé quoi, accès, et un fichier
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
find-account = Nom, mot de passe, apparence : langue, texte plus grand, unités ; où vous êtes connecté
find-factor-name = Second facteur
find-factor = L’application à codes, et les codes de secours
find-my-home = Comment vous allez : vos valeurs et la suite
find-my-record = Votre journée en dessin, ce qui a été remarqué et chaque mesure
find-my-access-name = Qui a consulté votre dossier
find-my-access = Noms, heures et raisons
find-my-consents = Ce que vous permettez à d’autres avec votre dossier : accords, recherche, assurance
find-my-proxies = Qui s’occupe de vous et peut voir votre dossier, famille
find-my-preferences = Comment le personnel de votre hôpital vous parle
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
change-place = Changer de service ou d’hôpital
news-alarms = Alarmes
news-allergies = Allergies
news-conditions = Maladies et antécédents
news-medicines = Médicaments
news-surgeries = Opérations
news-identity = Identité
news-contacts = Coordonnées
news-documents = Pièces d’identité
news-insurance = Prise en charge

# Les pages d’un patient

this-patient = Ce patient
ways-of-the-patient = Les accès aux autres pages de ce patient
beside-the-chart = Maladies, médicaments et nouveautés
more-of = { $n } de plus
bed-is = Lit { $n } : { $state }
bed-state-used = occupé
bed-state-leaving = sort aujourd’hui
bed-state-free = libre
bed-state-held = réservé
bed-state-cleaning = en nettoyage
bed-state-out = hors service

# Two records of one person

join-two-records = Fusionner deux dossiers
join-another-record = Un autre dossier ?
join-also = Aussi { $numbers }
join-two-on = Deux dossiers ont été fusionnés le { $at } : { $numbers }.
join-several-on = Plusieurs dossiers ont été fusionnés, le dernier le { $at } : { $numbers }.
join-look-or-apart = Examiner, ou séparer
join-other-title = Autre dossier de cette personne
join-how = Deux dossiers d’une même personne sont fusionnés par quelqu’un qui a examiné les deux, jamais automatiquement. Ensuite, les deux numéros et tous les anciens liens mènent au dossier conservé, qui affiche le contenu de l’un et de l’autre. Les dossiers peuvent être de nouveau séparés à tout moment.
join-other-number = Numéro de l’autre dossier
join-other-number-hint = Le numéro d’hôpital ou l’identifiant de santé.
join-compare = Comparer les deux
join-side-by-side = Côte à côte
join-both-records = Les deux dossiers
join-what-stands = Ce que contient chacun
join-compared = Comparaison
join-same = Identique
join-one-only = Dans un seul
join-differs = Différent
join-lines-on-allergies = Lignes sur les allergies
join-papers = Pièces d’identité et contrats
join-carers = Soignants actuels
join-limits = Limites d’alarme individuelles
join-device-or-ward = Relié à un appareil ou dans une unité
join-has-portal = Compte sur le portail
join-other-inactive = selon l’autre dossier, la personne n’est plus patiente ici
join-other-joined = l’autre est déjà fusionné avec un dossier
join-other-device = un appareil est relié à l’autre
join-other-ward = selon l’autre dossier, la personne est dans une unité
join-other-portal = l’autre a un compte sur le portail
join-other-hides = le portail de l’autre est désactivé ou masque une partie
join-this-inactive = selon ce dossier, la personne n’est plus patiente ici
join-stays = { $number } est conservé
join-cannot = Ne peut pas être choisi : { $why }.
join-leads = { $name }, et l’autre dossier y renvoie.
join-which-stays = Quel dossier est conservé
join-neither = Aucun des deux ne peut renvoyer à l’autre pour l’instant. L’obstacle est indiqué plus haut ; revenez quand il aura disparu.
join-why = Comment vous savez qu’il s’agit d’une seule personne
join-why-hint = Par exemple : même carte et même mère, vérifié par téléphone.
join-what-is-shown = Ce que contiennent les deux dossiers est affiché ensemble. Les limites d’alarme du dossier qui renvoie à l’autre ne sont pas reprises ; fixez-les à nouveau là où il le faut.
join-do = Fusionner les deux dossiers
join-with-another = Comparer avec un autre
join-them = Fusionner
join-history = Ce qui a été fusionné avec ce dossier
join-history-caption = Dossiers qui ont été fusionnés avec celui-ci
join-joined = Fusionné
join-taken-apart = Séparé le { $at }
join-apart = Séparer
join-apart-what = Séparer : { $what }
join-apart-means = { $n ->
    [0] Les deux dossiers redeviennent ce qu’ils étaient.
    [one] Les deux dossiers redeviennent ce qu’ils étaient. Une ligne a été écrite depuis : elle reste ici, vérifiez donc à qui elle appartient.
   *[other] Les deux dossiers redeviennent ce qu’ils étaient. { $n } lignes ont été écrites depuis : elles restent ici, vérifiez donc à qui chacune appartient.
}
join-apart-why = Pourquoi il s’agit de deux personnes
join-apart-do = Séparer les dossiers
join-two-records-of-one = fusionner deux dossiers d’une même personne
join-choose-which = Choisissez le dossier à conserver.
join-done = Les deux dossiers sont fusionnés. Les deux numéros mènent ici.
join-apart-done = Ce sont de nouveau deux dossiers.
join-say-why = Dites pourquoi en 10 à 500 caractères.
join-whole-number = Saisissez le numéro complet de l’autre dossier.
join-no-such-number = Aucun dossier de cet hôpital ne porte ce numéro complet.
join-number-of-this = C’est le numéro de ce dossier-ci. Saisissez celui de l’autre.
join-several-numbers = Plusieurs dossiers portent ce numéro. Saisissez-le avec ses lettres.
join-number-leads = Le dossier qui porte ce numéro est déjà fusionné avec un autre.
join-not-two = Ce ne sont pas deux dossiers différents. Indiquez-en un autre.
join-one-is-inactive = Selon l’un des deux dossiers, la personne n’est plus patiente ici. Indiquez d’abord qu’elle l’est de nouveau.
join-one-is-joined = L’un des deux est déjà fusionné avec un autre dossier. Séparez d’abord ceux-là.
join-a-device = Un appareil est relié au dossier qui renverrait à l’autre. Conservez ce dossier, ou mettez d’abord fin à la mesure.
join-a-ward = Selon le dossier qui renverrait à l’autre, la personne est dans une unité. Conservez ce dossier, ou faites-la d’abord sortir.
join-a-portal = Le dossier qui renverrait à l’autre a un compte sur le portail. Conservez ce dossier.
join-a-hidden-portal = Le portail du dossier qui renverrait à l’autre est désactivé ou masque une partie. Conservez ce dossier, ou affichez-y d’abord tout.

# Who may be the same, while somebody is registered

alike-people = { $n ->
    [one] Une personne d’ici est peut-être la même
   *[other] { $n } personnes d’ici sont peut-être la même
}
opens-beside = (s’ouvre à côté de ce formulaire)

# What every treatment has to know and how somebody is reached, on the record in their own portal

my-allergies = Mes allergies
my-conditions = Mes maladies
my-medicines = Mes médicaments
my-operations = Mes opérations
my-background = Allergies, maladies, médicaments et opérations
my-contacts = Comment me joindre
my-contacts-caption = Comment l’hôpital me joint, et qui il appelle
my-insurance = Mon assurance
my-nothing-here = Rien n’est indiqué ici.
my-wrong-or-missing = Quelque chose est faux ou manque ?
my-since-year = depuis { $year }

# Phrases que font les règles

rule-at-most = Utilisez au plus { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
}.
rule-at-most-here = Utilisez ici au plus { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
}.
rule-password-short = Ce mot de passe est trop court. Utilisez au moins { $n ->
    [one] { $n } caractère
   *[other] { $n } caractères
} ; quelques mots que vous seul réuniriez sont faciles à retenir.
rule-plausible = Entrez une valeur entre { $low } et { $high } { $unit }.
rule-plausible-meant = Entrez une valeur entre { $low } et { $high } { $unit }. Vouliez-vous dire { $meant } ?
rule-comma-either = Une virgule devant trois chiffres peut se lire de deux façons. Pour des milliers, supprimez-la ; pour des décimales, tapez un point.
rule-privacy-officer = { $name } est désormais responsable de la protection des données.
rule-registered = Inscrit ici sous le numéro { $number }. Parcourez ce qui suit et complétez ce qui manque.
rule-browser = { $browser } sur { $system }

place-emergency = Urgence
place-more = Plus
wardlight-work = Wardlight ({ $task ->
    [seed] mise en place
    [sign_in] connexion
    [watch] surveillance
    [retain] nettoyage
    [seal] scellement
    [keys] clés
    [jobs] messages et tâches
    [find] recherche
    [rights] droits
   *[more] { $task }
})

# Mails: they say that there is something, never what. A link and the address of the house are put in as they are

mail-hello = Bonjour,
mail-reset-subject = Choisissez un nouveau mot de passe pour Wardlight
mail-reset =
    Quelqu’un, sans doute vous, a demandé un nouveau mot de passe.

    Ouvrez ce lien et choisissez-en un. Il fonctionne une seule fois, pendant 30 minutes :

    { $link }

    Si ce n’était pas vous, ne faites rien : votre mot de passe reste tel qu’il est.
mail-password-changed-subject = Votre mot de passe pour Wardlight a été changé
mail-password-changed =
    Le mot de passe de votre compte vient d’être changé, et les appareils connectés ont été déconnectés.

    Si c’était vous, il n’y a rien à faire.

    Si ce n’était pas vous, choisissez-en un nouveau tout de suite et prévenez l’assistance de votre hôpital :

    { $home }/recover
mail-look-at-account-subject = À propos de votre compte Wardlight
mail-look-at-account =
    Quelque chose a changé dans la façon de se connecter à votre compte. Wardlight montre ce que c’était, sur la page Mon compte :

    { $home }

    Si vous n’en savez rien, choisissez un nouveau mot de passe et prévenez l’assistance de votre hôpital.
mail-message-subject = Un message vous attend dans Wardlight
mail-message =
    Un message vous attend dans Wardlight. Connectez-vous pour le lire :

    { $home }
mail-invitation-subject = Vous êtes invité sur Wardlight
mail-invitation =
    { $writer } vous invite à travailler avec Wardlight.

    Ouvrez ce lien et choisissez un mot de passe. Il fonctionne une seule fois, pendant sept jours :

    { $link }

    Si vous ne savez pas pourquoi vous recevez ce message, ne faites rien : sans le lien, aucun compte n’est créé.
mail-verify-known-subject = Votre compte Wardlight
mail-verify-known =
    Quelqu’un, sans doute vous, a rempli le formulaire pour un nouveau compte avec cette adresse. Elle a déjà un compte, aucun second n’a donc été créé.

    Connectez-vous :

    { $home }/sign-in

    Si vous avez oublié votre mot de passe, choisissez-en un nouveau :

    { $home }/recover
mail-verify-patient-subject = Confirmez votre adresse e-mail pour Wardlight
mail-verify-patient =
    Quelqu’un, sans doute vous, a rempli le formulaire pour un compte chez { $writer }.

    Ouvrez ce lien pour dire que cette adresse est la vôtre et choisir un mot de passe. Il fonctionne une seule fois, pendant 24 heures :

    { $link }

    Si ce n’était pas vous, ne faites rien : le formulaire est jeté.
mail-registration-confirmed-subject = Votre compte Wardlight est prêt
mail-registration-confirmed =
    { $writer } a confirmé votre compte. Connectez-vous avec votre adresse e-mail et le mot de passe que vous avez choisi :

    { $home }/sign-in
mail-registration-refused =
    { $writer } n’a pas pu confirmer votre compte. Cela ne dit rien de vos soins.

    Adressez-vous à l’accueil de l’hôpital, avec un document qui montre qui vous êtes.
mail-verify-hospital =
    Quelqu’un, sans doute vous, a demandé qu’un hôpital soit accueilli dans Wardlight et vous a désigné comme premier administrateur.

    Ouvrez ce lien pour dire que cette adresse est la vôtre. Il fonctionne une seule fois, pendant 24 heures :

    { $link }

    Si ce n’était pas vous, ne faites rien : le formulaire est jeté.
mail-hospital-refused-subject = Votre hôpital dans Wardlight
mail-hospital-refused = La demande de votre hôpital n’a pas été acceptée. Répondez à ce message pour en savoir plus, ou remplissez de nouveau le formulaire.
mail-address-known =
    Quelqu’un a voulu utiliser cette adresse pour un autre compte. Elle appartient déjà au vôtre, rien n’a donc changé.

    Si c’était vous, connectez-vous avec cette adresse :

    { $home }/sign-in
mail-change-email-subject = Confirmez votre nouvelle adresse e-mail pour Wardlight
mail-change-email =
    Quelqu’un, sans doute vous, veut utiliser cette adresse pour son compte.

    Ouvrez ce lien pour dire qu’elle est la vôtre. Il fonctionne une seule fois, pendant 30 minutes, et vous vous connecterez ensuite avec elle :

    { $link }

    Si ce n’était pas vous, ne faites rien : le compte garde l’adresse qu’il a.
mail-email-changed-subject = Votre compte Wardlight a une autre adresse
mail-email-changed =
    Votre compte Wardlight vient de changer d’adresse e-mail. Les messages pour vous y sont envoyés, et cette adresse ne vous connecte plus.

    Si ce n’était pas vous, prévenez tout de suite l’assistance de votre hôpital.

# Notifications

notices = Notifications
notices-unread = Notifications, { $n } non lues
notices-what = Ce qui vous a été signalé sur votre compte, votre travail et votre dossier, et comment vous voulez l’apprendre.
notices-new = Pas encore lues
notices-read = Lues
notices-read-all = Tout marquer comme lu
notices-more = Plus anciennes
notices-pages = Pages de notifications
notices-none = Rien ne vous a été signalé
notices-none-text = Ce qui concerne votre compte, votre travail ou votre dossier arrive ici tout seul et y reste six mois.
notices-tell-me = M’informer de
notices-here = Ici
notices-mail = Ici et par e-mail
notices-off = Pas du tout
notices-always = Toujours ici et par e-mail : il s’agit de votre sécurité.
notices-mails-say-nothing = Un e-mail dit seulement que quelque chose attend ici, jamais quoi.
notice-open = Ouvrir : { $page }
notice-read = Marquer comme lu
notice-mark-read = Marquer comme lu : { $sentence }
notice-chart = La fiche du patient
notice-care-given = { $who } vous a confié un patient.
notice-care-ended = { $who } a mis fin à votre prise en charge d’un patient.
notice-duty-given = { $who } vous a mis de service : { $what }.
notice-duty-ended = { $who } a mis fin à votre service : { $what }.
notice-device-given = { $who } vous a confié { $what }.
notice-device-taken = { $who } vous a retiré { $what }.
notice-hand-over-asked = { $who } vous demande de prendre { $what } pour un moment.
notice-hand-over-accepted = { $who } a pris { $what }.
notice-hand-over-refused = { $who } ne prend pas { $what }.
notice-hand-over-ended = Le prêt de { $what } est terminé.
notice-device-key-ends = La clé de { $what } expire dans les douze heures, et l’appareil n’a pas encore pris la nouvelle. Sans clé, il se tait.
notice-registration-waits = Une personne s’est inscrite sur le portail et attend d’être rattachée à un dossier.
notice-correction-waits = Un patient signale une erreur dans son dossier.
notice-invitation-accepted = { $who } a accepté votre invitation et travaille ici désormais.
notice-hospital-waits = Un hôpital demande à être accueilli.
notice-carer-took-up = La personne que vous avez désignée, « { $who } », a maintenant un compte et voit ce que vous partagez.
notice-carer-ended = { $who } ne partage plus son dossier avec vous.
notice-portal-opened = Votre hôpital vous a ouvert votre dossier ici.
notice-portal-closed = Votre hôpital a fermé votre dossier ici. Si vous ne savez pas pourquoi, demandez à l’accueil.
notice-correction-done = Votre hôpital a examiné l’erreur que vous avez signalée dans votre dossier.
topic-security = La sécurité de votre compte
topic-sign-ins = Connexions inhabituelles
topic-emergencies = Dossiers ouverts en urgence
topic-care = Patients qui vous sont confiés
topic-duties = Vos services
topic-devices = Vos appareils et leurs prêts
topic-keys = Clés d’appareils qui expirent
topic-registrations = Inscriptions et corrections en attente
topic-colleagues = Invitations acceptées
topic-hospitals = Hôpitaux qui demandent à être accueillis
topic-sharing = Qui peut voir un dossier
topic-portal = Votre portail et vos demandes
find-notices = Ce qui vous a été signalé et comment l’apprendre : cloche, messages, e-mails, alertes
notices-all-read = Tout est marqué comme lu.
notices-saved = Vos choix sont enregistrés.
notices-not-off = Ceci ne peut pas être désactivé : il s’agit de votre sécurité.
changed-in-another-hospital = Un autre hôpital a modifié ceci entre-temps. Regardez ce qui y figure maintenant.
leaves-not-from-device = Un appareil les mesure en ce moment. Retirez-les d’abord de l’appareil ; dites ensuite qu’ils ne sont plus patients ici.
leaves-not-from-ward = Ils sont hospitalisés dans un service. Faites-les sortir d’abord sur la page de l’équipe soignante ; dites ensuite qu’ils ne sont plus patients ici.
no-longer-here-to-a-ward = Ils ne sont plus patients ici. Dites sur la page qui modifie leur dossier qu’ils le sont de nouveau ; amenez-les ensuite dans un service.
no-longer-here-on-a-device = La personne que cet appareil mesurait n’est plus patiente ici. L’accueil dit sur la page qui modifie son dossier qu’elle l’est de nouveau.
my-allergies-not-all = Une partie de ce qui est connu n’est pas affichée ici. Demandez à ceux qui vous soignent.
allergy-known-elsewhere = Un autre hôpital a noté une allergie. Elle figure dans la liste ; on ne peut pas dire à côté qu’aucune n’est connue.
warnings = Mises en garde
warnings-none = Un bras à épargner, un isolement, un risque de chute : ce que chacun doit savoir d’abord figure ici et dans le bandeau de chaque page.
another-warning = Une autre mise en garde
what-it-is-about = De quoi il s’agit
why-or-with-what = Pourquoi, avec quoi, en quelle langue
why-or-with-what-hint = Pour un membre : fistule, lymphœdème. Pour un isolement : le germe et la tenue. Un risque de chute peut rester seul.
add-this-warning = Ajouter cette mise en garde
flag-left-arm = Épargner le bras gauche
flag-right-arm = Épargner le bras droit
flag-left-leg = Épargner la jambe gauche
flag-right-leg = Épargner la jambe droite
flag-isolation = Isolement
flag-falls = Risque de chute
flag-interpreter = Interprète
flag-other = À savoir
flag-choose = Choisissez de quoi il s’agit.
flag-enter-why = Indiquez pourquoi, avec quoi ou en quelle langue.
flag-stands-already = Ceci figure déjà dans le bandeau.
flag-stands = Ceci figure désormais dans le bandeau de chaque page.
standing-died = Décédé. Noté le { $on }.
standing-left = N’est plus patient ici depuis le { $on }. { $why }.
dated-hint = Autant qu’on le sait : 2019, 2019-05 ou 2019-05-09.
until-when = Jusqu’à
until-when-hint = La fin prévue. Il reste dans la liste jusqu’à ce que quelqu’un l’arrête.
has-passed = Dépassé
dated-wrong = Indiquez une année, un mois ou un jour, comme 2019, 2019-05 ou 2019-05-09.
dated-ahead = C’est dans l’avenir. Indiquez quand c’était, autant qu’on le sait.
dated-turned = La fin précéderait le début. Vérifiez les deux.
expired = Expiré
from-to = Du { $since } au { $until }
who-is-called = Qui appeler en cas d’urgence
who-is-called-hint = Une personne suffit ; d’autres peuvent être ajoutées au dossier.
number-to-call = Numéro à appeler
what-differs = Ce qui diffère
stands-there = Figure au dossier
was-typed = A été saisi
rule-registered-differs = Enregistré ici sous { $number }. Cette personne est déjà connue, et tout ce que vous avez saisi n’y figure pas. Comparez, et enregistrez ce qui est juste.

# Paper, and in which zone times are

zone-of-hospital = Heure de l’hôpital
zone-city = heure de { $city }
zone-city-short = heure de { $city } ({ $short })
times-are = Heures de cette page : { $zone }
printed-by = Imprimé par { $name }.
paper-stands = Ce papier ne change pas : regardez la page en direct avant d’agir. Détruisez-le après usage.
paper-code = Ouvre cette page
look-at-the-other = Voir l’autre
high-contrast = Contraste élevé
density = Espacement des lignes
density-usual = Habituel
density-comfortable = Aéré : pour des mains gantées
density-compact = Serré : davantage à l’écran
staff-home-works = Ce qui fonctionne pour vous
staff-home-search = Trouve chaque page que vous pouvez ouvrir
staff-home-no-billing = La facturation n’existe pas encore ici : factures et paiements restent là où votre hôpital les tient. Ce que vous pouvez ouvrir est ci-dessous.
staff-home-no-laboratory = Le laboratoire n’existe pas encore ici : demandes et résultats restent là où votre hôpital les tient. Ce que vous pouvez ouvrir est ci-dessous.

# Lire à voix haute
read-aloud = Lire à voix haute
aloud-stop = Arrêter la lecture
aloud-pause = Mettre en pause
aloud-go-on = Reprendre la lecture
aloud-usual = Vitesse : habituelle
aloud-fast = Vitesse : rapide
aloud-slow = Vitesse : lente
aloud-units = mmHg = millimètres de mercure | mmol/L = millimoles par litre | mg/dL = milligrammes par décilitre | mL/h = millilitres par heure | °C = celsius | °F = fahrenheit | kg = kilogram | lb = pound | mL = milliliter | L = liter | s = second | min = minute | h = hour

# Conversations

place-messages = Messages
messages-unread = Messages, non lus : { $n }
chat-pages = Pages de messages
chat-more = Plus, les plus anciennes
chat-older = Messages plus anciens
chat-none = Vous n’avez aucune conversation
chat-none-text = Un médecin et un patient qu’il soigne s’écrivent ici, ainsi qu’un médecin et le technicien d’une machine que le médecin lit.
chat-nothing-yet = Rien n’a encore été écrit
chat-erased = Ce message a été effacé avec le dossier.
chat-you-said = Vous : { $text }
chat-unread = Non lus : { $n }
chat-urgent = Urgent
chat-in-emergency = Ouvert en urgence
chat-muted = En sourdine
chat-here-now = présent maintenant
chat-away = absent pour l’instant
chat-context = { $who } · { $presence }
chat-write-to = Écrire à { $who }
chat-write = Écrire
chat-who = Qui c’est
chat-name = Nom
chat-whom = À qui vous pouvez écrire
chat-yesterday-at = Hier { $at }
chat-today = Aujourd’hui
chat-yesterday = Hier
chat-is-over = Cette conversation est terminée : plus aucun soin ni aucune machine ne lie les deux personnes. Elle reste lisible.
chat-looks-on = Vous lisez ceci parce que le dossier a été ouvert en urgence. Votre lecture figure dans le journal, et le patient en est informé.
chat-with = Avec { $who }
chat-new-message = Un nouveau message
chat-in-reply = En réponse à :
chat-corrects = Corrige :
chat-corrected = Corrigé plus bas
chat-reply = Répondre
chat-correct = Corriger
chat-rather-new = Écrire plutôt autre chose
chat-correct-hint = Ce que vous avez écrit reste tel quel. Vous voyez tous deux la correction à côté.
chat-hint = 2 000 caractères au plus. Ctrl Entrée envoie.
chat-ask-urgent = C’est urgent : prévenir les médecins de garde qui me soignent
chat-your-message = Votre message
chat-send = Envoyer
chat-unmute = Compter à nouveau
chat-mute = Mettre en sourdine
chat-not-found = Aucun message ne contient ces mots
chat-not-found-text = Les 2 000 messages les plus récents de cette conversation ont été parcourus.
chat-find = Chercher dans cette conversation
chat-find-words = Mots
chat-muted-done = Cette conversation n’est plus comptée. Ce qui est urgent vous est annoncé quand même.
chat-unmuted-done = Cette conversation compte à nouveau.
chat-write-first = Écrivez d’abord quelque chose.
chat-too-long = Utilisez au plus 2000 caractères. Ce qui est plus long part en deux messages.
chat-urgent-of-patient = C’est le patient qui dit qu’un message est urgent.
chat-answers-or-corrects = Un message répond à un autre ou en corrige un, pas les deux.
chat-answers-nothing = Le message auquel celui-ci répond n’est pas ici.
chat-corrects-own = Seule la personne qui a écrit un message le corrige.
part-delivered-at = Remis à { $at }
find-messages = Écrire à vos patients et aux techniciens de vos machines
find-my-messages = Écrire aux médecins qui vous soignent
seen-messages = vos messages
notice-message-urgent = Un patient que vous soignez a marqué un message comme urgent.
topic-messages = Messages urgents de patients
read-the-conversations = lire les conversations auxquelles cette personne participe
write-to-those-whom = écrire aux personnes qu’elle soigne ou avec qui elle travaille
relation-talks = participe
they-are-one-of-the-two = cette personne est l’une des deux qui se parlent

# Gateways and HL7

find-gateways = Identifiants qui parlent pour plusieurs machines
no-gateways = Aucune passerelle
a-gateway-speaks = Une passerelle parle pour les machines de sa liste. Créez-en une ci-dessous.
new-gateway = Nouvelle passerelle
make-a-gateway = Créer une passerelle
gateway-name-hint = Son nom dans cet hôpital, par exemple « Unité de dialyse ».
gateway-every = Chaque machine transmet au moins toutes les
gateway-every-hint = Secondes, de 1 à 300. Dix secondes plus tard, la machine est dite silencieuse.
gateway-sender = Émetteur HL7
gateway-application = Application HL7 (MSH-3)
gateway-application-hint = Seulement pour un émetteur qui n’a pas de champ pour un jeton. Sinon, il l’envoie dans MSH-8.
gateway-facility = Établissement HL7 (MSH-4)
gateway-networks = Réseaux
gateway-networks-hint = Avec l’application : d’où un tel émetteur est cru, 10.20.0.0/16, 10.21.3.4.
gateway-token-used = Jeton utilisé pour la première fois
gateway-last-message = Dernier message HL7
gateway-without-machines = Elle ne parle encore pour aucune machine.
gateway-add-machine = Ajouter à la liste
gateway-remove-verb = Retirer
gateway-token-ends = Le jeton actuel prend fin aussitôt : ce qui est envoyé avec lui est refusé jusqu’à ce que la passerelle ait le nouveau.
gateway-ends = Elle ne parle plus pour aucune machine ; ses machines se taisent jusqu’à ce qu’autre chose parle pour elles.
hl7-messages = Messages HL7
hl7-message = Message HL7
hl7-received = Reçu
hl7-kind = Type
hl7-control = Identifiant de contrôle
hl7-answered = Réponse
hl7-readings = Mesures
hl7-faults = Ce qui n’allait pas
hl7-no-messages = Aucun message
hl7-messages-come = Ce que cette machine envoie en HL7 reste ici 14 jours.
hl7-kept-for = Les messages sont conservés scellés pendant 14 jours. Les codes restent.
hl7-codes = Codes sans place dans une mesure
hl7-no-codes = Chaque code envoyé par cette machine a sa place.
hl7-code = Code
hl7-system = Système
hl7-unit = Unité
hl7-known = Connu, non conservé
hl7-unknown = Inconnu
hl7-aa = accepté
hl7-ae = en faute
hl7-ar = refusé
hl7-text = Le message
hl7-without-people = Ce que le message dit des personnes est omis.
gateway-is-made = La passerelle est créée.
gateway-has-new-token = La passerelle a un nouveau jeton.
gateway-has-ended = La passerelle a pris fin.
gateway-speaks-now = La passerelle parle désormais pour cette machine.
gateway-speaks-no-longer = La passerelle ne parle plus pour cette machine.
gateway-give-name = Donnez un nom à la passerelle.
gateway-has-name = Une passerelle de cet hôpital porte ce nom.
gateway-write-networks = Écrivez les réseaux comme 10.20.0.0/16 ou 10.20.3.4, huit au plus.
gateway-both-or-neither = Un émetteur sans jeton est reconnu par son application et ses réseaux : donnez les deux, ou aucun.
gateway-give-seconds = Donnez un nombre entier de secondes, de 1 à 300.
gateway-speaks-already = Une passerelle parle déjà pour cette machine. Retirez-la d’abord de celle-là.
gateway-at-most = Une passerelle parle pour 500 machines au plus.
gateway-every-seconds = { $n ->
    [one] { $n } seconde
   *[other] { $n } secondes
}
gateway-machines = Machines de { $name }
gateway-remove = Retirer { $name }
gateway-new-token = Nouveau jeton pour { $name }
gateway-end = Terminer { $name }
hl7-counted = { $new } nouvelles, { $known } connues, { $aside } écartées, { $alarms } alarmes
hl7-pages = Pages de messages
gateways-pages = Pages de passerelles
gateway-all-taken = Chaque machine a une passerelle.
hl7-more-faults = { $n ->
    [one] et { $n } autre
   *[other] et { $n } autres
}

# What the rules of dialysis say

dialysis-says-access-where = Indiquez où il se trouve.
dialysis-says-access-unsafe = Indiquez pourquoi il ne peut pas être utilisé.
dialysis-says-complaint = Précisez de quoi d’autre la personne se plaint.
dialysis-says-pressure-order = La pression diastolique est inférieure à la systolique. Vérifiez les deux.
dialysis-says-one-thing = Saisissez au moins un élément observé.
dialysis-says-what-done = Indiquez ce qui a été fait.
dialysis-says-how-much = Indiquez la quantité administrée.
dialysis-says-witness-other = Le témoin doit être une autre personne que celle qui l’administre.
dialysis-says-what-happened = Indiquez ce qui s’est passé.
dialysis-says-what-found = Indiquez ce qui a été constaté.
dialysis-says-day-of-test = Saisissez le jour de l’analyse.
dialysis-says-product = Saisissez le produit.
dialysis-says-lot = Saisissez le numéro de lot tel qu’il figure sur l’emballage, 40 caractères au plus.
dialysis-says-out-of-date = La date limite d’utilisation est dépassée. Prenez-en un autre.
dialysis-says-one-day = Choisissez au moins un jour de la semaine.
dialysis-says-dialyser = Saisissez le dialyseur.
dialysis-says-needs-dialysate = Ce mode de traitement exige un débit de dialysat.
dialysis-says-dose-of-nothing = Choisissez le produit de cette dose, ou laissez la dose vide.
dialysis-says-what-and-how-much = Indiquez le produit et la quantité.
dialysis-says-needs-substitution = Ce mode de traitement exige un volume de substitution.
dialysis-says-goal-of-a-day = Saisissez ce qui doit être retiré en 24 heures ; 0 pour rien.
dialysis-says-steps-whole = Saisissez quatre parts entières en %, une par quart du temps, 100 au total.
dialysis-says-steps-even = Avec un profil constant, chaque quart retire autant. Laissez ce champ vide ou choisissez un autre profil.
dialysis-says-steps-fall = Un profil décroissant ne retire jamais plus dans un quart que dans le précédent, et le moins dans le dernier.
dialysis-says-yes-or-no = Répondez par oui ou par non.
dialysis-says-other-point = La séance en est maintenant à une autre étape. Rechargez la page.
dialysis-says-before-the-last = C’est antérieur à la dernière étape. Vérifiez l’heure.
dialysis-says-look-first = Notez d’abord ce qui a été vérifié avant le début.
dialysis-says-self-test = La machine n’a pas réussi son autotest.
dialysis-says-conductivity = La conductivité du dialysat n’est pas entre 12,5 et 15,5 mS/cm.
dialysis-says-access-not = L’abord vasculaire ne peut pas être utilisé.
dialysis-says-no-consent = La personne ne consent pas au traitement.
dialysis-says-second-look = Une deuxième personne doit vérifier le patient, la machine et la prescription.
dialysis-says-same-person = La deuxième vérification doit être faite par une autre personne.
dialysis-says-above-rate = L’ultrafiltration horaire dépasserait la limite prescrite. Indiquez pourquoi, retirez moins ou prolongez la séance.
dialysis-says-look-after = Notez d’abord ce qui a été constaté après le traitement.
dialysis-says-few-words = Précisez en quelques mots.
dialysis-says-amend = Indiquez ce qui était faux, ce qui est juste et pourquoi.
dialysis-says-too-few-falls = Trop peu de chutes de tension sont enregistrées pour apprendre.
dialysis-says-no-spread = L’une des données est toujours identique.
dialysis-says-nothing-held-back = Aucun enregistrement n’a été réservé pour vérifier la prévision.

# Machines that are kept, and the water for dialysis

place-machines = Parc
find-machines = Parc, maintenance, entretien, étiquette, hors service
find-water = Chlore, dureté, bactéries, endotoxines, traitement de l’eau, liquide de dialyse ultrapur
this-machine = Cette machine
machine-console = Tableau
machine-maintenance = Entretien
machine-disinfection = Désinfection
machine-gaps = Lacunes
gap-seven-days = Ce qui n’est pas arrivé à temps, sept derniers jours
gap-none = Aucune lacune ces sept derniers jours
gap-none-text = Tant que quelqu’un était branché sur la machine, plus d’une minute ne s’est jamais écoulée sans une mesure arrivée dans la minute.
gap-when = De – à
gap-from-to = { $from } – { $until }
gap-lasts = Depuis { $from }, et elle dure
gap-minutes = Minutes
gap-why-unknown = Inconnu : aucune autre machine à laquelle comparer
gap-came = Arrivé plus tard
gap-came-whole = En entier, à { $at }
gap-came-part = À { $at }, sauf { $n } min
gap-came-never = Non
gap-more = Il y en a de plus anciennes. Les { $n } plus récentes sont affichées.
machine-log = Carnet
machine-label = Étiquette
machine-papers = Fiche de la machine
machine-register = Enregistrer une machine
machine-piece-of-work = Intervention
machine-hours = { $n } h
machine-due-or = { $day } ou { $hours }
machine-overdue = En retard
machine-due-soon = Bientôt
machine-due-later = Plus tard
machine-fit = Utilisable
machine-unfit = Ne pas utiliser
machine-online = En ligne
machine-silent = Silencieuse
machine-no-network = Pas de réseau : tous les appareils sont silencieux
machine-revoked = Sa clé est révoquée ou échue
machine-never-heard = Jamais reçue
machine-connection = Connexion
machine-clock = Horloge
machine-clock-ahead = En avance d’au moins { $n } s sur la nôtre
how-it-reports = Comment elle transmet
machine-ready = Disponible
machine-percent-30-days = %, 30 jours
machine-ran-in-days = { $hours } de marche en 30 jours
machine-missing-data = Données manquantes
machine-percent-of-minutes = % des minutes
machine-longest-gap = Plus longue lacune { $n } min
machine-delay = Délai des mesures
machine-seconds = s
machine-sooner-than = 95 sur 100 arrivent en { $n } s
machine-per-hour = par heure
machine-of-hours-run = Rapporté aux heures de marche ; celles des patients comptent aussi
machine-no-figures = Rien n’est encore compté
machine-day-by-day = Jour par jour, 30 jours
machine-in-service = En service
machine-worst-day = Pire jour
machine-worst-was = { $what } : le pire était { $value }, { $when }
machine-same-each-day = { $what } : { $value } chaque jour
machine-clock-behind = Une horloge en retard ne se distingue pas d’un délai
machine-day-or-hours = par jour ou par heures, au premier atteint
machine-no-plan = Aucun entretien périodique
machine-no-plan-text = Un plan par jours ou par heures de marche indique ici l’échéance.
machine-work = Travail
machine-due = Échéance
machine-used = Écoulé
machine-used-percent = { $n } % écoulés
machine-what-it-is = Ce que c’est
machine-kind = Type
machine-maker = Fabricant
machine-model = Modèle
machine-serial = Numéro de série
machine-number = Numéro apposé
machine-hours-run = Heures de marche
machine-in-service-since = En service depuis
machine-warranty-until = Garantie jusqu’au
machine-read-by = Lue par
machine-lent-to = { $who } en dispose jusqu’au { $until }.
machine-asked-of = { $who } doit répondre : la prendre jusqu’au { $until }.
machine-service = Mise en service
machine-take-out = Mettre hors service
machine-bring-back = Remettre en service
machine-for-how-long = Pour combien de temps
machine-for-a-while = Pour un temps
machine-for-good = Définitivement
machine-back-in = De retour dans (heures)
machine-back-in-hint = Elle pourra être réservée ensuite. Vide si l’on ne sait pas.
machine-out-since = Hors service depuis le { $at }, par { $who }.
machine-expected-back = Retour prévu le { $at }.
machine-comes-again = Entretien périodique
machine-open-work = Travaux en cours
machine-no-open-work = Un travail commencé figure ici jusqu’à sa clôture.
machine-counter = Heures au compteur
machine-counter-now = Selon notre compte : { $hours }.
machine-read-counter = Noter les heures
machine-gates = Inutilisable si en retard
machine-gates-not = Utilisable quand même
machine-when-overdue = En cas de retard
machine-begin-work = Commencer le travail
machine-go-on = Continuer
machine-end-plan-means = Il ne revient plus et ne bloque plus la machine. Ce qui a été fait reste au carnet.
machine-repair = Une réparation
machine-what-is-done = Ce qui est fait
machine-another-plan = Un autre plan
machine-every-days = Tous les (jours)
machine-every-hours = Toutes les (heures de marche)
machine-whichever-first = Avec les deux, au premier atteint.
machine-checklist = Liste de contrôle
machine-checklist-hint = Une ligne par point à vérifier.
machine-add-plan = Ajouter ce plan
machine-result = Résultat
machine-findings = Constat
machine-findings-hint = Nécessaire en cas d’échec ou si rien n’a été fait.
machine-to-maintenance = Vers la maintenance
machine-parts = Pièces posées
machine-parts-hint = Une ligne chacune : nom; numéro; quantité.
machine-part = Pièce
machine-part-number = Numéro ou lot
machine-count = Quantité
machine-passed-lines = Ce qui est conforme
machine-close-work = Clore le travail
machine-day = Jour
machine-empty-is-now = Jour et heure vides : maintenant.
machine-clock-hint = Sur 24 heures, par exemple 06:40.
machine-name = Nom
machine-name-hint = Comme on l’appelle, par exemple D-06.
machine-kind-hint = Une machine de dialyse ne sert que si sa maintenance, sa désinfection et l’eau de son unité sont en règle.
machine-number-hint = Le numéro d’inventaire collé dessus.
machine-firmware-hint = Si la machine ne le dit pas elle-même.
machine-ward-hint = Son unité d’attache ; son eau est celle de cette unité.
machine-no-ward = Aucune unité
machine-label-code = Code QR ouvrant la console de cette machine
machine-label-text = Imprimez-la et collez-la sur la machine. Qui lit le code se connecte d’abord.
machine-lent = Confiée
machine-log-empty = Ce qui est fait sur la machine figure ici.
machine-what = Quoi
machine-what-happened = Ce qui s’est passé
machine-whose = À qui elle fut confiée
machine-whose-empty = Qui la lit, qui en a la charge et qui y fut branché figure ici.
machine-log-out = Hors service : { $why }
machine-log-out-for-good = Hors service définitivement : { $why }
machine-log-back = De nouveau en service
machine-log-disinfected = Désinfectée : { $kind }
machine-log-disinfection-failed = Désinfection échouée : { $kind }
machine-log-meter = Compteur relevé : { $hours }
machine-log-changed = { $field } : { $before } → { $after }
machine-log-planned = Plan : { $work }
machine-log-unplanned = Plan terminé : { $work }
machines-due = À faire
machines-nothing-due = Rien à faire
machines-nothing-due-text = Un travail figure ici dès le dernier dixième de ses jours ou heures.
machines-calendar = Calendrier de maintenance
machines-calendar-week = Semaine
machines-calendar-cut = Ces semaines en contiennent plus qu’il n’en tient ici. La liste de chaque machine contient tout.
notice-maintenance-due = La maintenance de { $what } est à faire, ou le sera bientôt.
disinfection-last = Les dernières
disinfection-none = Aucune désinfection notée
disinfection-none-text = Qui désinfecte la machine le note ici.
disinfection-with = Procédé
disinfection-passed = Conforme
disinfection-failed = Non conforme
disinfection-log-one = Une autre désinfection
disinfection-log-it = Noter
disinfection-degrees = Degrés Celsius atteints
disinfection-residue = Test de l’eau de rinçage
disinfection-residue-hint = Pour l’hypochlorite et l’acide peracétique : rien ne doit rester.
disinfection-not-tested = Non testée
disinfection-free = Testée, rien ne reste
disinfection-left = Testée, il en reste
disinfection-note-hint = Pourquoi, en cas d’échec.
water-context = Chaque analyse vaut un temps pour son unité ; sans celle de l’eau, aucune dialyse n’y démarre
water-measure = Mesure
water-fluid = Liquide
water-fluid-hint = Une hémodiafiltration, une hémofiltration, ou une hémodialyse pour laquelle un liquide ultrapur est prescrit, ne démarre qu’avec une analyse valable du liquide de dialyse ultrapur.
water-standard = Selon quelle norme
water-nothing-grows = Aucune croissance
water-value = Valeur
water-value-hint = En nombre, par exemple 0,02. Sous le seuil de détection : 0.
water-drawn = Prélevé
water-never = Jamais analysée
water-not-valid = Pas d’analyse valable
water-passed = Conforme
water-action = Agir
water-failed = Au-dessus de la limite
water-no-ward = Aucune unité
water-no-ward-text = Indiquez l’unité sur la fiche de la machine.
water-log-one = Une autre analyse
water-log-it = Noter l’analyse
water-point = Lieu du prélèvement
water-point-hint = Par exemple après le filtre à charbon, ou fin de boucle. Écrivez-le toujours de la même façon : un point qui a échoué compte jusqu’à ce qu’il ait réussi.
water-tests = Analyses
water-no-tests = Aucune analyse notée
water-no-tests-text = Les analyses figurent ici, la plus récente d’abord.
water-limits = Limites en vigueur
water-source = Bactéries et endotoxines selon la norme indiquée ; dureté selon l’usage
water-limits-history = Limites fixées
water-limit = Limite
water-action-from = Agir à partir de
water-answers-for = Une analyse vaut
water-valid-hours = Heures de validité d’une analyse
water-set-limit = Fixer une limite
water-set = Fixée
machine-monitor = Moniteur
machine-dialysis = Machine de dialyse
machine-continuous = Machine de dialyse, en continu
water-total-chlorine = Chlore total
water-hardness = Dureté totale
water-bacteria = Bactéries
water-endotoxin = Endotoxines
fluid-water = Eau de dialyse
fluid-standard = Liquide de dialyse standard
fluid-ultrapure = Liquide de dialyse ultrapur
fluid-substitution = Liquide de substitution
disinfection-heat = Chaleur
disinfection-citric-heat = Chaleur et acide citrique
disinfection-hypochlorite = Eau de Javel
disinfection-peracetic = Acide peracétique
machine-done-passed = Fait, conforme
machine-done-failed = Fait, non conforme : hors service
machine-not-done = Pas fait
unfit-unknown = Cette machine n’existe pas.
unfit-inactive = Cette machine n’est plus utilisée.
unfit-maintenance = Cette machine est hors service.
unfit-overdue = La maintenance de cette machine est en retard.
unfit-disinfection = La dernière désinfection de cette machine a échoué.
unfit-water-failed = Une analyse d’eau de cette unité dépasse sa limite.
unfit-water-missing = L’eau de cette unité n’a pas d’analyse valable.
unfit-ultrapure-failed = Un liquide ultrapur est prescrit, et une analyse du liquide ultrapur ou de substitution de cette unité dépasse sa limite.
unfit-ultrapure-missing = Un liquide ultrapur est prescrit, et le liquide de dialyse ultrapur de cette unité n’a pas d’analyse valable.
may-read-machines = voir les machines et ce qui est à faire
may-keep-machines = entretenir les machines
may-set-machine-limits = fixer pour une machine à quelles valeurs d’un patient elle appelle
may-answer-machine-alarms = répondre aux alarmes techniques des machines
may-manage-machines = enregistrer des machines et fixer les limites de l’eau
may-log-disinfections = noter des désinfections
may-read-water = voir les analyses d’eau
may-log-water = noter des analyses d’eau
may-count-machines = compter l’activité des machines
fault-enter-machine-name = Saisissez le nom de la machine.
fault-enter-model = Saisissez le modèle.
fault-enter-serial = Saisissez le numéro de série.
fault-warranty-turned = La garantie finirait avant l’installation.
fault-name-taken = Un autre appareil de cet hôpital porte ce nom.
fault-serial-taken = Un autre appareil de ce modèle porte ce numéro de série.
fault-number-taken = Un autre appareil de cet hôpital porte ce numéro.
fault-say-why = Dites pourquoi, en quelques mots.
fault-back-in = Saisissez 1 à 8784 heures, ou rien.
fault-out-already = Cette machine est déjà hors service.
fault-in-already = Cette machine est déjà en service.
fault-plan-already = Cette machine a déjà un plan pour ce travail.
fault-enter-work = Saisissez ce qui est fait.
fault-every-days = Saisissez 1 à 3660 jours.
fault-every-hours = Saisissez 1 à 100000 heures.
fault-every-none = Saisissez après combien de jours ou d’heures de marche.
fault-lines = Au plus 30 lignes.
fault-counter = Saisissez les heures au compteur, par exemple 12418.
fault-counter-back = C’est moins d’heures que lu auparavant. Regardez encore le compteur.
fault-choose-result = Choisissez le résultat.
fault-every-line = Une machine est conforme quand chaque ligne l’est.
fault-say-found = Dites ce qui fut constaté, ou pourquoi rien n’a été fait.
fault-parts = Une pièce par ligne : nom; numéro; quantité.
fault-work-closed = Ce travail est déjà clos.
fault-disinfected-with = Choisissez le procédé de désinfection.
fault-whether-passed = Choisissez si c’est conforme.
fault-residue = C’est conforme si l’eau de rinçage est testée et que rien ne reste.
fault-why-failed = Dites pourquoi c’est un échec.
fault-degrees = Saisissez 20 à 110 degrés Celsius.
fault-clock = Saisissez l’heure sur 24 heures, par exemple 06:40.
fault-clock-too = Saisissez aussi l’heure, par exemple 06:40.
fault-machine-nothing = La machine n’affiche rien d’actuel. Saisissez ce que vous lisez, ou décochez la case.
fault-machine-now = La machine affiche l’instant présent. Décochez la case, et saisissez ce qui a été lu alors.
fault-day-too = Saisissez aussi le jour.
fault-lies-ahead = C’est dans le futur. Saisissez quand ce fut fait.
fault-choose-tested = Choisissez ce qui fut analysé.
fault-choose-drawn = Choisissez ce qui a été prélevé.
fault-measure-of-fluid = Le chlore et la dureté ne sont analysés que dans l’eau de dialyse. Choisissez les bactéries ou les endotoxines.
fault-water-value = Saisissez la valeur en nombre, par exemple 0,02.
fault-where-drawn = Saisissez le lieu du prélèvement.
fault-water-limit = Saisissez la limite, un nombre supérieur à 0.
fault-water-level = Saisissez le seuil, un nombre supérieur à 0, ou rien.
fault-level-above = Ce seuil dépasse la limite. Vérifiez les deux.
fault-valid-hours = Saisissez la validité d’une analyse : 1 à 9000 heures.
machine-alarms = Alarmes techniques
machine-alarms-note = De la machine et de son circuit. Celles du patient se trouvent sur sa courbe.
machine-alarms-none = Aucune alarme technique
machine-alarms-none-text = Aucune de la machine elle-même n’est ouverte, et aucune n’est survenue ces 30 derniers jours.
machine-alarm-answer = Répondre à une alarme technique
said-machine-alarm = L’alarme a reçu une réponse.
machine-next-due = Prochaine échéance
machine-yours-until = À vous jusqu’au
hand-over-after = Début dans
hand-over-at-once = Dès l’acceptation
hand-over-begins = Début le { $at }
hand-over-agreed = Accepté, début le { $at }
fault-hand-over-after = Choisissez un début dans les sept jours.
budget-lane = Quelles alarmes
said-machine-out = La machine est hors service.
said-machine-back = La machine est de nouveau en service.
said-work-begun = Le travail a commencé.
said-plan-added = Le travail revient désormais.
said-plan-ended = Le travail ne revient plus.
said-hours-written = Les heures sont notées.
said-disinfected = La désinfection est notée.
said-disinfection-failed = C’est noté. La machine ne peut servir qu’après une désinfection conforme.
said-papers-saved = Les changements sont enregistrés et figurent au carnet.
said-work-passed = Le travail est clos, son plan repart de zéro.
said-work-failed = Le travail est clos, la machine est hors service.
said-work-given-up = Le travail est clos sans être fait.
said-registered = La machine est enregistrée.
said-test-written = L’analyse est notée.
said-test-action = L’analyse est notée. Elle atteint le seuil d’action.
said-test-failed = L’analyse est notée. Elle dépasse la limite : aucune séance ne démarre dans cette unité avant une analyse conforme.
said-ultrapure-failed = L’analyse est notée. Elle dépasse la limite : aucun traitement qui exige ce liquide ne démarre dans cette unité avant une analyse conforme.
said-limit-set = La limite vaut désormais. Les analyses passées gardent celle de leur jour.
machines-unfit = { $n ->
    [0] Toutes celles de cette page peuvent servir
    [one] { $n } sur cette page ne peut servir
   *[other] { $n } sur cette page ne peuvent servir
}

# The chair diary

chair-diary = Agenda des postes
weekly-plan = Plan hebdomadaire
waiting-for-a-chair = En attente d’un poste
missed-sessions = Séances manquées
pages-of-the-diary = Pages de l’agenda
find-diary = Qui vient à quel poste, et quand : réserver, déplacer, annuler
find-plan = La place de chacun, chaque semaine
find-waiting = Qui attend une autre place de dialyse
find-missed = Qui n’est pas venu en dialyse, et où il pourrait venir
day-spoken = { $weekday } { $day } { $month }
day-and-month = { $day } { $month }
weekday-and-day = { $weekday } { $day }
shift-at = { $shift }, { $clock }
place-words = { $day }, { $shift }, { $chair }
diary-booked = Réservée
diary-here = Sur place
diary-running = En cours
diary-held = Faite
diary-ended-early = Écourtée
diary-signed = Signée
diary-did-not-come = Absent
diary-called-off = Annulée
diary-no-chairs = Aucun de vos services n’a de poste
diary-no-chairs-text = Les postes se trouvent dans un service de dialyse. Vous voyez ceux des services où vous êtes de service.
no-shifts = Pas encore de série
no-shifts-text = Ajoutez les heures de dialyse du service, et ses places apparaîtront ici.
whole-week = Toute la semaine
week-before = Semaine précédente
week-after = Semaine suivante
diary-chair = Poste
diary-day = Jour
diary-patient = Patient
diary-shift = Série
diary-shifts = Séries
outside-the-shifts = Hors des séries
chairs-on = Postes le { $day }
week-from = Semaine du { $day }
isolation-chair = Isolement
hdf-chair = HDF
book-chair-in = Réserver { $chair }, { $shift }, { $day }
diary-book = Réserver
by-the-plan = Selon le plan
so-many-wait = { $n ->
    [one] { $n } personne attend une place
   *[other] { $n } personnes attendent une place
}
hours-of-shift = De … à …
end-the-shift = Mettre fin à la série { $name }
name-of-shift = Nom de la série
diary-begins-at = Commence à
diary-ends-at = Finit à
diary-clock-hint = À l’heure de l’hôpital, par exemple 06:30.
diary-ends-at-hint = Le lendemain, si c’est avant le début.
add-shift = Ajouter une série
diary-choose-a-patient = Choisir un patient
only-who-is-prescribed = Toutes les personnes à qui une dialyse est prescrite.
minutes-of-treatment = Minutes de traitement
minutes-hint = Selon la prescription, si rien n’est saisi.
session-facts = { $place } · { $state } · { $minutes } min
diary-move = Déplacer
diary-choose-why = Choisir la raison
why-called-off = Raison de l’annulation
note-for-colleagues = Note pour les collègues
diary-waits-instead-means = Si une autre place convient mieux : la personne en attend une, et garde cette séance jusqu’à ce qu’elle la prenne.
diary-call-off = Annuler la séance
diary-to-the-chart = Vers le dossier
nothing-planned = Personne n’a encore de place
nothing-planned-text = Ajoutez qui vient quel jour de chaque semaine. La semaine se réserve alors d’un seul bouton.
add-to-plan = Ajouter au plan
day-of-the-week = Jour de la semaine
diary-from-day = À partir du
diary-last-day = Dernier jour
diary-last-day-hint = Vide tant que la fin n’est pas connue.
book-this-week = Réserver cette semaine
book-next-week = Réserver la semaine prochaine
book-the-week = { $verb }, à partir du { $day }
book-week-means = Chaque ligne du plan est réservée pour son jour. Ce qui a été réservé, déplacé ou annulé reste tel quel.
leave-out = Exclure
why-left-out = Pourquoi ce jour est exclu
holds-from = à partir du { $from }
holds-from-to = du { $from } au { $until }
not-on = Pas le { $day }
not-on-because = Pas le { $day } : { $reason }
end-place-of = Mettre fin à la place de { $name } le { $day }
diary-minutes = { $n } min
would-come = Viendrait
diary-offered = Proposé
offer-a-place = Proposer une place
any-shift = N’importe quelle série
gives-up-another = Renonce à une autre séance
nothing-free = Rien de libre
free-place = Place libre
offer-verb = Proposer
answer-until = Réponse avant { $at }
so-many-more-wait = { $n ->
    [one] { $n } autre personne attend et n’est pas affichée. Les premières demandes viennent d’abord.
   *[other] { $n } autres personnes attendent et ne sont pas affichées. Les premières demandes viennent d’abord.
}
diary-nobody-waits = Personne n’attend de place
diary-nobody-waits-text = Les patients demandent une autre place dans leur portail, et restent ici jusqu’à l’obtenir.
nobody-missed = Personne n’a manqué de séance
nobody-missed-text = Ceux qui ne sont pas venus en quatre semaines, sans séance de remplacement, figurent ici.
missed-in-four-weeks = Manquées en quatre semaines
so-many-not-shown = { $n ->
    [one] { $n } autre personne n’est pas affichée. Ceux dont le dernier traitement est le plus ancien viennent d’abord.
   *[other] { $n } autres personnes ne sont pas affichées. Ceux dont le dernier traitement est le plus ancien viennent d’abord.
}
diary-how-many = Combien
last-missed = Dernière manquée
last-treated = Dernier traitement
next-booked = Prochaine réservée
book-instead = Réserver à la place
diary-not-known = Inconnu
diary-none-booked = Aucune réservée
diary-days-ago = { $n ->
    [one] il y a { $n } jour
   *[other] il y a { $n } jours
}
missed-unknown = Raison inconnue
missed-ill = Malade
missed-in-hospital = Hospitalisé
missed-transport = Pas de transport
missed-refused = N’a pas voulu
missed-away = En déplacement
missed-asked = À sa demande
missed-machine = Pas de machine
missed-staff = Manque de personnel
missed-other = Autre raison
four-weeks-from = Quatre semaines à partir du { $day }
how-full = Occupation
places-there-were = Places
sessions-held = Faites
sessions-missed = Manquées
sessions-called-off = Annulées
chairs-of = { $ward } : { $n ->
    [one] { $n } poste
   *[other] { $n } postes
}
diary-so-full = { $n } % des places
no-machine-stood = Aucune machine n’a été hors service
no-machine-stood-text = Les machines inutilisables pendant ces quatre semaines figurent ici.
machines-out = Machines hors service
hours-out = Heures d’arrêt
breaks-all = Ce qui est manqué, hors service ou sans réponse
breaks-full = Places de dialyse occupées en quatre semaines
breaks-missed = Séances de dialyse manquées en quatre semaines
breaks-machines = Machines de dialyse hors service
breaks-of-sessions = sur { $n } séances
breaks-now = en ce moment
breaks-alarms = Alarmes de 24 heures restées sans réponse
breaks-of-alarms = sur { $n } alarmes
times-out = Fois
diary-out-now = À l’arrêt
my-dialysis = Ma dialyse
find-my-dialysis = Ma prochaine séance, ce que je peux boire, mes poids, réserver
day-of-my-dialysis = La suite de votre dialyse
no-dialysis-for-you = Aucune dialyse ne vous est prescrite ici.
my-session-now = Ma séance en cours
my-next-session = Ma prochaine séance
removed-of = { $taken } litres retirés sur { $goal }, { $left }.
to-be-removed = { $goal } litres doivent être retirés, { $left }.
diary-minutes-left = encore { $n } min
diary-hours-left = encore { $hours } h { $minutes }
diary-time-is-over = le temps est écoulé
diary-litres = { $n } L
diary-of-litres = sur { $n } L
value-of-now = Indiqué par la machine à { $at }.
value-of-then = Valeur de { $at }. C’est davantage à présent.
runs-since = Elle a commencé à { $at }, poste { $chair }.
diary-look-again = Actualiser
takes-so-long = Dialyse au poste { $chair }, { $minutes } minutes de traitement.
what-i-may-drink = Ce que je peux boire
drink-a-day = Environ { $litres } litres par jour jusqu’à votre prochaine séance.
drink-in-all = Environ { $litres } litres en tout jusqu’à votre prochaine séance.
drink-still-above = Il reste du liquide au-dessus de votre poids à atteindre. Buvez peu et appelez l’unité avant votre prochaine séance.
drink-very-little = Votre prochaine séance ne peut retirer que très peu de liquide. Buvez peu et appelez l’unité avant celle-ci.
drink-is = La soupe, les fruits et la glace comptent aussi. Si vous urinez encore, vous pouvez boire autant en plus. Ce que votre médecin vous a dit passe avant.
drink-counted = Calculé de { $from } à { $until }, pour un poids de { $weight } et un retrait lent et bien toléré.
my-sessions-to-come = Mes séances à venir
nothing-booked = Aucune séance réservée
nothing-booked-text = Appelez l’unité si vous en attendez une.
diary-how-long = Durée
diary-give-up = Renoncer
give-up-session = Renoncer à cette séance
give-up-means = Le poste ira à quelqu’un d’autre. Manquer une séance est dangereux : déplacez-la plutôt, et appelez l’unité si vous vous sentez mal.
you-wait-for = Vous attendez une place du { $from } au { $until }, { $shift }.
place-is-offered = Cette place est libre : { $place }
offer-holds-nothing = Elle est à vous si vous la prenez avant quelqu’un d’autre.
take-it = La prendre
take-the-place = La prendre : la place proposée
do-not-take-it = Pas celle-ci
do-not-take-the-place = Pas celle-ci, et continuer d’attendre
wait-no-longer = Ne plus attendre
wait-no-longer-for-it = Ne plus attendre une autre place
waiting-for-another = Une autre place
waiting-is = Dites quand vous pourriez venir, et nous vous préviendrons dès qu’une place se libère.
give-up-for-it = Séance à laquelle vous renoncez en échange
give-up-for-it-hint = Elle reste à vous jusqu’à ce que vous preniez une autre place. Une semaine qui compte déjà toutes les séances prescrites, nous ne pouvons vous proposer une place que si vous renoncez à l’une d’elles.
give-up-none = Aucune : je voudrais une séance de plus
you-give-up = Vous renoncez en échange à votre séance du { $at }.
you-give-up-none = Vous ne renoncez à aucune séance.
offer-waits-until = Répondez avant { $at }. Ensuite, elle va à la personne suivante qui attend.
offer-gone = Cette place vous a été proposée et n’est plus disponible : { $place }. Vous continuez d’attendre.
offer-lapsed = Vous n’avez pas répondu à temps, et cette place ne vous est plus proposée : { $place }. Vous continuez d’attendre.
diary-tell-me = Prévenez-moi
my-weights = Mes poids
diary-weight-before = Avant
diary-weight-after = Après
how-it-went = Déroulement
weight-to-reach = Le poids à atteindre est de { $weight }.
ended-before-its-time = Terminée avant l’heure
you-were-not-there = Vous n’étiez pas là
done-as-planned = Faite comme prévu
book-my-session = Réserver une séance
move-my-session = Déplacer ma séance
instead-of-session = Au lieu de votre séance du { $at }. Elle reste à vous jusqu’à votre choix.
places-are = Ces places sont libres et vous conviennent. Appuyez sur l’une d’elles pour la prendre.
nothing-free-for-you = Rien n’est libre ces jours-ci
nothing-free-for-you-text = Regardez plus tard, ou demandez à être prévenu dès qu’une place se libère.
week-is-full = La semaine du { $day }, vous avez autant de séances que prescrit. Déplacez-en une pour venir à un autre moment.
earlier-days = Jours précédents
later-days = Jours suivants
no-place-suits = Aucune place ne convient ? Demandez sur votre page à être prévenu.
back-to-my-dialysis = Retour à ma dialyse
take-place = Prendre { $day }, { $shift }, { $chair }
notice-dialysis-changed = Votre agenda de dialyse a changé.
notice-dialysis-tomorrow = Vous avez une séance de dialyse dans les prochaines 24 heures.
notice-place-offered = Une place de dialyse que vous attendiez s’est libérée.
notice-offer-ended = Une place de dialyse qui vous était proposée ne l’est plus.
topic-dialysis = Vos séances de dialyse

# The chair diary: what its rules and doors say

section-dialysis = Séances de dialyse et poids
diary-title-book = Réserver ma dialyse
right-diary-read = voir qui vient à quel poste, et quand
right-diary-plan = réserver les postes et écrire le plan hebdomadaire
right-diary-own = réserver leur propre dialyse
off-patient = À la demande du patient
off-ill = Le patient est malade
off-in-hospital = Le patient est hospitalisé
off-machine = La machine est inutilisable
off-staff = Il manque du personnel
off-holiday = Le patient est absent
place-not-apart = Il faut un poste isolé. Choisissez un poste d’isolement.
place-kept-apart = Ce poste est réservé aux personnes à isoler.
place-no-hdf = Une hémodiafiltration ou une hémofiltration est prescrite, et ce poste ne la permet pas.
place-machine = La machine de ce poste ne peut pas être utilisée. Choisissez un autre poste.
place-not-ultrapure = Un liquide ultrapur est prescrit, et celui de cette unité n’a pas d’analyse valable ou dépasse sa limite. Choisissez une autre place ou faites-le d’abord analyser.
place-choose = Choisissez un jour, une série et un poste.
place-past = C’est du passé. Choisissez une place à venir.
place-taken = Ce poste est déjà pris à cette heure. Choisissez une autre place.
place-promised = Ce jour-là, cette place est à quelqu’un selon le plan hebdomadaire. Choisissez-en une autre, ou laissez d’abord ce jour hors du plan.
place-machine-taken = La machine de ce poste est déjà réservée à cette heure. Choisissez une autre place.
place-has-session = Une séance existe déjà à cette heure. Déplacez-la plutôt.
place-you-have-session = Vous avez déjà une séance à cette heure. Choisissez une autre place.
place-too-long = La séance dure plus que cette série ce jour-là. Choisissez une autre série, ou moins de minutes.
place-under-way = Cette séance est en cours, finie ou déjà annulée. Rechargez la page.
place-no-patient = Cette personne n’est plus patiente ici.
place-joined = Ce dossier a été joint à un autre. Réservez dans celui-là.
place-not-prescribed = Aucune dialyse n’est prescrite. Un médecin la prescrit d’abord.
place-why = Choisissez la raison de l’annulation.
place-week-full = Cette semaine compte déjà toutes les séances prescrites. Déplacez-en une, ou appelez l’unité.
place-too-far = C’est trop loin. Choisissez un jour des 8 prochaines semaines.
place-not-free = Cette place n’est plus libre. Choisissez-en une autre.
wait-already = Vous attendez déjà une place. Annulez d’abord cette attente.
place-gone = Cette place est prise entre-temps. Vous continuez d’attendre, et nous vous préviendrons de la prochaine.
place-another-offered = Une autre place vous est proposée entre-temps, ou aucune. Regardez à nouveau.
place-offered-already = Cette place est proposée à quelqu’un d’autre. Attendez sa réponse, ou choisissez-en une autre.
wait-give-up-which = Choisissez une séance réservée et à venir.
wait-other-day = Cette personne n’attend pas ce jour. Choisissez une autre place.
wait-other-shift = Cette personne n’attend pas cette série. Choisissez une autre place.
wait-refused = Cette place lui a déjà été proposée et n’a pas été prise. Choisissez-en une autre.
wait-own-session = Cette personne a déjà une séance à cette heure. Choisissez une autre place.
wait-same-time = La séance à laquelle cette personne renoncerait est à cette heure. Choisissez une autre place.
wait-week-full = Sa semaine compte déjà toutes les séances prescrites, et aucune n’est donnée en échange. Choisissez une autre place.
shift-name-taken = Une autre série de ce service porte ce nom. Choisissez un autre nom, ou supprimez-la d’abord.
shift-in-use = Des personnes ont leur place dans cette série selon le plan. Supprimez d’abord ces lignes.
shift-name-missing = Saisissez le nom de la série.
shift-clock = Saisissez une heure, par exemple 06:30.
shift-length = Une série dure de 1 à 14 heures. Vérifiez les deux heures.
minutes-wrong = Saisissez de 30 à 720 minutes.
choose-patient = Choisissez un patient.
choose-shift = Choisissez une série.
choose-chair = Choisissez un poste.
choose-weekday = Choisissez un jour de la semaine.
day-not-past = Saisissez aujourd’hui ou un jour à venir, par exemple 2026-11-30.
day-not-before = Saisissez un jour qui n’est pas avant le premier, ou laissez vide.
day-within = Saisissez un jour à partir du premier, au plus 60 jours après.
day-of-line = Saisissez un jour à venir où cette ligne est valable, par exemple 2026-11-30.
day-left-out = Ce jour est déjà exclu.
skip-why = Saisissez la raison.
skip-length = Utilisez de 3 à 200 caractères ici.
plan-place-taken = Cette place est prise ce jour de la semaine. Choisissez-en une autre, ou supprimez cette ligne.
plan-patient-taken = Une place existe déjà ce jour de la semaine. Supprimez d’abord cette ligne.
done-place-booked = La place est réservée.
done-moved = La séance est déplacée.
done-called-off = La séance est annulée.
done-shift-added = La série est ajoutée.
done-shift-ended = La série est supprimée.
done-planned = C’est dans le plan hebdomadaire.
done-unplanned = Ce n’est plus dans le plan hebdomadaire.
done-skipped = Ce jour est exclu.
done-offered = La place est proposée. La personne est prévenue.
done-given-up = Vous avez renoncé à la séance.
done-waiting = Vous serez prévenu dès qu’une place se libère.
done-wait-ended = Vous n’attendez plus d’autre place.
done-taken = La place est à vous.
done-declined = Vous continuez d’attendre une autre place.
done-own-moved = Votre séance est déplacée.
done-own-booked = Votre séance est réservée.
rule-sessions-booked = { $n } séances sont réservées.

# The chair diary

diary-machine-unfit = Machine inutilisable
diary-not-ultrapure = Liquide ultrapur non analysé ou au-dessus de sa limite
diary-you-are-here = Vous êtes enregistré. Quelqu’un va venir.

# The chair diary: what its rules and doors say

diary-to-the-chair = Vers la séance
end-place-means = À partir d’aujourd’hui, la place est libre chaque semaine. Les séances déjà réservées restent, et s’annulent une à une.
end-shift-means = Plus personne ne peut y être réservé. Ce qui est réservé reste en place.
drink-needs-next = Ce que vous pouvez boire est calculé dès que votre prochaine séance est réservée.
gained-between = Entre les deux dernières séances, vous avez pris { $last } ; au plus { $most }.
machine-log-back-with = De nouveau en service : { $note }
machine-percent = { $n } %
machine-for-good-means = Définitivement : plus personne ne la réserve ni ne la démarre, et ce qui y est réservé doit être déplacé.
machine-back-note-hint = Ce qui a été fait. Cela figure au carnet.
machine-booked = { $n ->
    [one] { $n } séance y est réservée. Déplacez-la dans l’agenda des fauteuils.
   *[other] { $n } séances y sont réservées. Déplacez-les dans l’agenda des fauteuils.
}
said-nothing-changed = Rien n’a été modifié.

# Dialysis: sessions

dialysis = Dialyse
seen-dialysis = la dialyse
notice-dialysis-missed = Un patient que vous traitez n’est pas venu à sa dialyse.
notice-dialysis-interrupted = { $who } a mis fin avant l’heure à une séance de dialyse d’un patient que vous traitez.
notice-dialysis-pressure = Une tension trop basse ou trop haute a été notée à un poste de dialyse.
notice-dialysis-pressure-at = { $chair } : une tension trop basse ou trop haute a été notée.
notice-dialysis-danger = Une urgence a été notée à un poste de dialyse.
notice-dialysis-danger-at = { $chair } : une urgence a été notée.
hd-above-dry = Au-dessus du poids sec
hd-below-dry = Au-dessous du poids sec
hd-dry-met = Poids sec atteint
hd-access = Accès vasculaire
hd-access-and-infections = Accès et infections
hd-add-lot = Ajouter ce lot
hd-adequacy = Qualité de l’épuration
hd-agent = Recherché
hd-all-versions = Toutes les versions
hd-amend = Ajouter la rectification
hd-amendments = Rectifications
hd-aneurysm = Un anévrisme qui a grandi
hd-another-access = Un autre accès
hd-apart = Poste à part
hd-arterial = Pression artérielle du circuit
hd-assess = Évaluer
hd-assess-one = Évaluer : { $access }
hd-found-unsafe = { $access } : jugé inutilisable { $ago } ({ $problem }). Aucune séance ne démarre avec cet accès. Quand il sera utilisable, évaluez-le de nouveau, ou vérifiez de nouveau avec un autre accès.
hd-used-no-longer = { $access } n’est plus utilisé. Vérifiez de nouveau avec un autre accès.
hd-as-ordered = comme prescrit
hd-bleeding = Saignement après les aiguilles
hd-blood-flow = Débit sanguin
hd-blood-pressure = Pression artérielle
hd-breaths = Respirations
hd-bruit = Souffle
hd-by-a-monitor = Mesuré par un moniteur à côté
hd-by-the-machine = Mesuré par la machine
hd-chair = Poste
hd-chair-apart-asked = Faut-il un poste à part ?
hd-check-in = Le patient est là
hd-conductivity = Conductivité
hd-confirm = Confirmer ce qui a été trouvé
hd-confirmed-by = Confirmé par
hd-consented = Le patient accepte-t-il d’être traité aujourd’hui ?
hd-dialysate-flow = Débit de dialysat
hd-dialysate-temperature = Température du dialysat
hd-diastolic = Diastolique
hd-diastolic-lying = Diastolique, couché
hd-diastolic-standing = Diastolique, debout
hd-systolic = Systolique
hd-systolic-lying = Systolique, couché
hd-systolic-standing = Systolique, debout
hd-did-not-come = N’est pas venu
hd-dose = Dose
hd-dry-weight = Poids sec
hd-dry-weights = Poids secs
hd-duration = Durée
hd-ended-early = Arrêtée avant l’heure
hd-end-card = Fin de la séance
hd-end-early = Arrêter avant l’heure
hd-end-means = Le sang ne circule plus et la machine ne mesure plus ce patient.
hd-end-session = Terminer la séance
hd-exit-site = Émergence du cathéter
hd-expires = À utiliser avant
hd-feel-head = À la palpation
hd-fell = Pression basse
hd-figure = Indice
hd-find-a-lot = Rechercher un lot
hd-flow = Débit de l’accès
hd-fluid-rate = Débit d’ultrafiltration
hd-fluid-removed = Liquide retiré
hd-for-isolation = isolement
hd-found-after = Constaté après
hd-found-before = Constaté avant le début
hd-free-chairs = Postes libres maintenant
hd-given = Donné
hd-given-verb = C’est donné
hd-glucose = Glycémie
hd-guideline-alone = Selon la recommandation : baisse, sans symptôme ni intervention.
hd-guideline-none = Selon la recommandation : pas de baisse.
hd-guideline-part = Selon la recommandation : baisse, avec symptôme ou intervention, pas les deux.
hd-guideline-whole = Selon la recommandation : baisse avec symptôme et intervention.
hd-hand-over = Transmission
hd-holds = En vigueur
hd-how = Calcul
hd-how-far = Étape
hd-infections = Infections
hd-is-right = Ce qui est juste
hd-was-wrong = Ce qui était faux
hd-ktv = Kt/V, un compartiment
hd-ktv-so-far = Kt/V jusqu’ici
hd-last-pressure = Dernière pression
hd-litres = Sang épuré
hd-to-the-chart = Vers le dossier
hd-log = Déroulement
hd-log-checked-in = Accueil du patient
hd-log-confirmed = Second regard
hd-log-ended = Fin de la séance
hd-log-looked = Tout a été vérifié avant le début
hd-log-signed = Signée
hd-log-started = Le sang circule depuis
hd-looked-at-by = Vérifié par
hd-look-again = Vérifier à nouveau
hd-look-again-verb = Noter la nouvelle vérification
hd-lot = Numéro de lot
hd-lots = Ce qui a touché le sang
hd-lots-missing = Lots du dialyseur, des lignes et des aiguilles
hd-lot-hint = Au moins trois lettres ou chiffres. Espaces, tirets et minuscules ne comptent pas.
hd-lowest-pressure = Pression systolique minimale
hd-machine = Machine
hd-machine-silent = La machine n’envoie rien. Ce qui figure ici a été noté à la main.
hd-made-on = Créé le (si connu)
hd-may-it-be-used = L’accès peut-il être utilisé ?
hd-medicine = Médicament et dosage
hd-medicines = Médicaments donnés
hd-more = Plus
hd-need = À faire
hd-next-session = Prochaine séance
hd-nobody-today = Personne aujourd’hui
hd-nobody-today-text = Les séances se réservent dans l’agenda des postes.
hd-nobody-touched = Personne n’a été traité avec
hd-nobody-touched-text = Comparez encore le numéro avec l’emballage.
hd-note = Remarque
hd-nothing-prescribed = Aucune dialyse prescrite
hd-nothing-prescribed-text = Un médecin prescrit avant la première séance.
hd-nothing-so-far = Rien
hd-nothing-wanted = Rien à faire
hd-not-assessed = Pas encore évalué
hd-not-looked-at = Non examiné
hd-not-safe = Ne pas utiliser
hd-not-used-any-more = N’est plus utilisé
hd-now = Actuel
hd-no-access = Aucun accès connu
hd-no-access-text = Notez d’abord la fistule, le greffon ou le cathéter.
hd-no-chairs = Aucun de vos services n’a de poste
hd-no-chairs-text = Les postes sont dans un service de dialyse ; qui y est de service les voit ici.
hd-no-dry-weight = Aucun poids sec fixé
hd-no-dry-weight-text = Un médecin fixe le poids auquel il ne reste rien à retirer.
hd-difference = Écart
hd-choose-machine = Choisir cette machine
hd-no-next-session = Aucune prochaine séance réservée : vers l’agenda
hd-no-machine = Aucune machine n’est indiquée. Ce qui figure ici est noté à la main.
hd-no-sessions = Pas encore de séance
hd-no-sessions-text = Les séances figurent ici une fois réservées.
hd-no-symptoms = Rien à l’interrogatoire
hd-none-noted = Aucune notée
hd-asked-nothing = Interrogé, rien
hd-no-tests = Aucun test noté
hd-no-tests-text = Hépatite B, hépatite C et VIH sont demandés avant la première séance.
hd-no-urea = Pas d’urée avant et après
hd-no-urea-text = Une fois par mois, l’urée est mesurée avant et après la même séance.
hd-ordered = Prescrit
hd-pace-on-time = Dans les temps
hd-pace-paused = Retrait en pause
hd-pace-reached = Objectif atteint
hd-pace-too-late = Le temps est écoulé
hd-pages-of-sessions = Pages de séances
hd-prescribe = Prescrire
hd-prescribed = Prescrit
hd-prescribed-and-delivered = Prescrit et délivré
hd-prescribe-this = Prescrire ceci
hd-prescription = Prescription
hd-pressures = Pressions
hd-pressure-fell = Pression pendant la séance
hd-pressure-lying = Pression, couché
hd-pressure-standing = Pression, debout
hd-problem = Problème
hd-product = Produit
hd-pulse = Pouls
hd-rate-fine = 10 mL/kg/h ou moins
hd-rate-strong = Au-dessus de 13 mL/kg/h : davantage de dommages connus. Traiter plus longtemps ou retirer moins.
hd-rate-warn = Au-dessus de 10 mL/kg/h
hd-readings = Relevés
hd-shown-of = Transmis par la machine : { $what }
hd-shown = Valeurs transmises par la machine
hd-last-value = Dernière : { $value } à { $clock }
hd-of-machine-typed = Saisir des valeurs de la machine
hd-machine-shows-hint = Débits, pressions des lignes, liquide retiré, conductivité, température du dialysat, anticoagulant. Ni tension ni pouls. Ce que vous saisissez prévaut.
hd-machine-shows = Prendre ce que la machine affiche à l’enregistrement
hd-record-reading = Noter le relevé
hd-result = Résultat
hd-revise = Réviser
hd-revise-prescription = Réviser la prescription
hd-safe-head = Sûr ?
hd-safe-to-use = Utilisable
hd-saline-amount = Sérum physiologique, volume
hd-sbar-assessment = Évaluation
hd-sbar-background = Contexte
hd-sbar-recommendation = Recommandation
hd-sbar-situation = Situation
hd-second-by-another = Une autre personne que vous confirme ce que vous avez trouvé : patient, machine et prescription.
hd-second-what = Regardez vous-même le patient, la machine et la prescription, puis confirmez.
hd-self-test = La machine a-t-elle réussi son autotest ?
hd-session = Séance
hd-sessions = Séances
hd-setting = Réglage
hd-set-another = En fixer un autre
hd-set-dry-weight = Fixer le poids sec
hd-set-this-weight = Fixer ce poids
hd-side = Côté
hd-sign = Signer
hd-signed-means = Ce qui est écrit reste tel quel. Une erreur se rectifie : les deux textes se lisent.
hd-sign-means = Plus rien ne change ensuite.
hd-site = Emplacement
hd-spo2 = SpO₂
hd-start = Démarrer la séance
hd-step-after = Vérifier après
hd-step-check-in = Accueil
hd-step-look = Vérifier avant
hd-step-runs = Le sang circule
hd-step-second = Seconde personne
hd-step-sign = Signature
hd-step-start = Démarrage
hd-still-to-do = Reste à faire
hd-symptoms = Plaintes
hd-target = Objectif
hd-target-of = objectif { $target }
hd-temperature = Température
hd-tested-on = Jour du test
hd-thrill = Frémissement
hd-time = Durée
hd-time-is-over = Le temps est écoulé
hd-time-left = Temps restant
hd-touched = Traités avec
hd-touched-more = Il y en a plus que montré ici. Saisissez davantage du numéro.
hd-to-dialysis = Vers la page de dialyse
hd-to-dry-weight = Jusqu’au poids sec
hd-around-the-clock = En continu
hd-continuous = Dialyse en continu
hd-continuous-text = Elle tourne jour et nuit et n’est pas une séance : ni durée, ni poids sec à atteindre, ni limite de liquide par heure ne s’appliquent. L’effluent est la somme du dialysat, du liquide de substitution et de ce qui est retiré au patient.
hd-continuous-none = Elle n’a transmis aucune valeur au cours des dix dernières minutes.
hd-continuous-over = Aucune machine ne dialyse plus ce patient en continu. Rechargez la page.
hd-continuous-hint = En continu (CVVHDF), la durée, les jours et le débit maximal ne s’appliquent pas ; le liquide à retirer et la substitution sont ceux de 24 heures.
hd-fluid-hint = L’hémodiafiltration et l’hémofiltration utilisent toujours un liquide de dialyse ultrapur. S’il est prescrit pour une hémodialyse, rien n’est réservé ni démarré sans une analyse valable de ce liquide.
hd-steps-hint = Pour un profil décroissant ou par paliers : quatre parts entières du liquide séparées par des espaces, 100 au total. Sans elles, le liquide retiré n’est pas comparé au plan.
hd-steps-not-watched = Non prescrit : le liquide retiré n’est pas comparé au plan
hd-to-the-chair = Vers le poste
hd-to-the-unit = Vers tous les postes
hd-transmembrane = Pression transmembranaire
hd-uf-goal = Liquide à retirer (vide : comme prescrit, sinon jusqu’au poids sec)
hd-unit = Unité
hd-until = Jusqu’à
hd-urea = Urée
hd-value = Valeur
hd-venous = Pression veineuse
hd-version-head = Version
hd-washback = Restitution du sang
hd-way = Voie
hd-weight = Poids
hd-weight-before-after = Poids avant et après
hd-weight-gain = Prise de poids depuis la dernière séance
hd-what-was-done = Ce qui a été fait
hd-what-went-wrong = Incidents
hd-why-above = Pourquoi retirer plus par heure que la prescription ne le permet ?
hd-why-so = Pourquoi ainsi
hd-witness = Je l’ai vu donner
hd-witness-head = Témoin
hd-witness-wanted = Témoin demandé
hd-write-down = Noter
hd-access-in-words = { $kind }, { $side }, { $site }
hd-below = au-dessous de { $limit }
hd-chair-apart = Poste à part nécessaire : { $agents }.
hd-chair-of-name = Poste { $name }
hd-dry-is = Poids sec { $weight }
hd-falls-on-standing = baisse de { $by } debout
hd-fell-in-sessions = Trop basse dans { $n } séances sur { $all }
hd-from-until = { $from } à { $until }
hd-gained-percent = { $weight } ({ $percent } du poids sec)
hd-last-after-is = après la dernière séance { $weight }
hd-least-and-target = minimum { $least }, objectif { $target } ({ $source })
hd-left-ends = reste { $left }, fin à { $at }
hd-bound-earlier = Limite { $limit } : selon les séances précédentes du patient
hd-bound-machine = Limite { $limit } : de cette machine
hd-bound-patient = Limite { $limit } : propre au patient
hd-bound-prescription = Limite { $limit } : de la prescription
hd-bound-start = Limite { $limit } : selon le début de cette séance
hd-limit = limite { $limit }
hd-log-after = Après : { $weight }, { $pressure }, { $removed } retirés
hd-log-ended-early = Arrêtée avant l’heure : { $why }
hd-log-witnessed = { $medicine } : témoin
hd-nadir-fell = Baissée à { $lowest }, au-dessous de { $limit }
hd-nadir-held = Minimum { $lowest }, pas au-dessous de { $limit }
hd-of = sur { $whole }
hd-of-the-dry-weight = { $percent } du poids sec
hd-of-time = { $part } sur { $whole }
hd-of-volume = { $part } sur { $whole } retirés
hd-own-level = { $level } propre
hd-pace-late = En retard : il faudrait { $rate }
hd-plan-needs = Il faut { $time } pour rester sous { $bound } ; dans la durée de la séance, { $fits } peuvent être retirés.
hd-plan-largest = Le quart qui retire le plus, { $percent } du total : { $share }.
hd-plan-needs-each = Il faut { $time } pour rester sous { $bound } dans chaque quart ; dans la durée de la séance, { $fits } peuvent être retirés avec ce profil.
hd-plan-rate = { $goal } en { $time } : { $rate }, { $share } { $which }.
hd-sessions-shown = Séances affichées : { $n }
hd-target-and-stands = Objectif { $target }. { $stands }
hd-touched-count = Personnes : { $people }, entrées : { $entries }
hd-trend-of = { $what }, les { $n } dernières séances
hd-trend-of-a-year = { $what }, sur la dernière année : { $n } séances où il a été mesuré
hd-urea-measured = L’urée avant et après a été mesurée pour la dernière fois il y a { $days } jours ; elle se mesure une fois par mois (KDOQI 2006).
hd-session-short = La dernière séance a duré { $time }, moins de { $least } (KDOQI 2015).
hd-week-short = { $hours } par semaine sont prescrites, moins de { $least } (Renal Association 2019).
hd-unit-counts = En cours : { $running } · à faire : { $wanted } · postes : { $chairs }
hd-unwitnessed = Encore sans témoin : { $medicines }. Une autre personne que celle qui l’a donné en témoigne ; ensuite on signe.
hd-urea-from-to = Urée { $from } → { $to }
hd-version = Version { $n }
hd-witness-label = J’ai vu donner { $medicine }
place-dialysis = Dialyse
hd-was-made = créé { $on }
find-dialysis = Les postes du service de dialyse aujourd’hui : qui est où, où en est chaque séance, qui a besoin d’aide
find-dialysis-lots = Qui a été traité avec un dialyseur, des lignes ou des aiguilles rappelés
hd-patterns = Ce qui revient
hd-over-sessions = Sur les { $n } dernières séances effectuées
hd-nothing-recurs = Aucune pression ni prise de poids ne va dans un sens de semaine en semaine.
hd-from-to-in-four-weeks = { $change } en quatre semaines, de { $from } à { $to }
hd-at-flow = à un débit sanguin de { $flow }
hd-gain-before = Prise de poids, par jour de séance
hd-mean = Moyenne
hd-most = Maximum
hd-dose-of = { $part } (UI ; mL de citrate)
hd-dose-an-hour-of = { $part } (UI/h ; mL/h de citrate)
hd-book-instead = Réserver une place dans l’agenda
hd-found-of-infections = Infections trouvées
hdn-checked-in = Accueilli
hdn-haemodialysis = Hémodialyse
hdn-haemodiafiltration-before-the-dialyser = Hémodiafiltration, avant le dialyseur
hdn-haemodiafiltration-after-the-dialyser = Hémodiafiltration, après le dialyseur
hdn-haemofiltration = Hémofiltration
hdn-isolated-ultrafiltration = Ultrafiltration isolée
hdn-continuous-haemodiafiltration = Hémodiafiltration continue (CVVHDF)
hdn-replacement-fluid = Liquide de substitution
hdn-fluid-taken = Liquide retiré au patient
hdn-effluent = Effluent
hdn-access-pressure = Pression d’accès
hdn-return-pressure = Pression de retour
hdn-even = Constant
hdn-falling = Décroissant
hdn-in-steps = Par paliers
hdn-no-anticoagulant = Sans anticoagulant
hdn-heparin = Héparine
hdn-low-molecular-weight-heparin = Héparine de bas poids moléculaire
hdn-citrate = Citrate
hdn-another-anticoagulant = Un autre anticoagulant
hdn-days = Jours
hdn-dialyser = Dialyseur
hdn-potassium = Potassium
hdn-calcium = Calcium
hdn-sodium = Sodium
hdn-sodium-at-the-end = Sodium à la fin
hdn-bicarbonate = Bicarbonate
hdn-fluid-to-remove = Liquide à retirer
hdn-fluid-profile = Profil d’ultrafiltration
hdn-dialysis-fluid = Liquide de dialyse
hdn-fluid-in-each-quarter = Liquide par quart du temps
hdn-highest-fluid-rate = Débit maximal d’ultrafiltration
hdn-anticoagulant = Anticoagulant
hdn-dose-at-the-start = Dose initiale
hdn-dose-an-hour = Dose horaire
hdn-stops-before-the-end = Arrêt avant la fin
hdn-about-the-anticoagulant = Sur l’anticoagulant
hdn-needles = Aiguilles
hdn-single-needle = Aiguille unique
hdn-substitution = Substitution
hdn-monday = lundi
hdn-tuesday = mardi
hdn-wednesday = mercredi
hdn-thursday = jeudi
hdn-friday = vendredi
hdn-saturday = samedi
hdn-sunday = dimanche
hdn-short-of-breath = Essoufflement
hdn-swollen = Gonflé
hdn-dizzy = Vertiges
hdn-sick-or-vomiting = Nausées ou vomissements
hdn-cramps = Crampes
hdn-pain-in-the-chest = Douleur thoracique
hdn-fever-or-shivering = Fièvre ou frissons
hdn-bleeding = Saignement
hdn-a-fall-since-the-last-time = Une chute depuis la dernière fois
hdn-the-conductivity-is-not-between-125 = La conductivité n’est pas entre 12,5 et 15,5 mS/cm.
hdn-saline-given = Sérum physiologique donné
hdn-fluid-removal-paused = Ultrafiltration en pause
hdn-fluid-removal-resumed = Ultrafiltration reprise
hdn-fluid-removal-slowed = Ultrafiltration ralentie
hdn-blood-flow-changed = Débit sanguin modifié
hdn-legs-raised = Jambes surélevées
hdn-oxygen-given = Oxygène donné
hdn-dialysate-cooled = Dialysat refroidi
hdn-needle-moved = Aiguille déplacée
hdn-doctor-called = Médecin appelé
hdn-something-else-was-done = Autre intervention
hdn-into-the-circuit = Dans le circuit
hdn-into-a-vein = En intraveineuse
hdn-by-mouth = Par la bouche
hdn-under-the-skin = Sous la peau
hdn-as-a-lock-of-the-catheter = En verrou du cathéter
hdn-the-pressure-fell = Baisse de pression
hdn-headache = Maux de tête
hdn-the-circuit-clotted = Circuit coagulé
hdn-the-fistula-blew = Hématome de la fistule
hdn-needled-more-than-once = Plusieurs ponctions
hdn-it-bled-long = Saignement prolongé
hdn-a-needle-came-out = Aiguille sortie
hdn-air-in-the-line = Air dans la ligne
hdn-alarm-of-the-machine = Alarme de la machine
hdn-clear = Clair
hdn-streaked = Strié
hdn-clotted = Coagulé
hdn-not-given-back = Non restitué
hdn-lines = Lignes
hdn-concentrate = Concentré
hdn-nobody-knows = Inconnu
hdn-nobody-brought-them = Pas de transport
hdn-they-did-not-want-to = Refus
hdn-moved-to-another-time = Déplacée
hdn-they-asked-for-it = À la demande du patient
hdn-they-wished-it = Souhait du patient
hdn-the-access = L’accès
hdn-the-machine = La machine
hdn-they-were-unwell = Malaise
hdn-an-emergency-in-the-room = Urgence dans la salle
hdn-fistula = Fistule
hdn-graft = Greffon
hdn-tunnelled-catheter = Cathéter tunnelisé
hdn-catheter-not-tunnelled = Cathéter non tunnelisé
hdn-left = Gauche
hdn-it-failed = Défaillance
hdn-it-was-taken-out = Retiré
hdn-it-was-infected = Infecté
hdn-another-came-in-its-place = Remplacé
hdn-as-it-should-be = Normal
hdn-weak = Faible
hdn-soft = Souple
hdn-firm = Ferme
hdn-it-beats-like-an-artery = Pulsatile
hdn-clean = Propre
hdn-red = Rouge
hdn-no-thrill-or-bruit = Ni frémissement ni souffle
hdn-weak-thrill-or-bruit = Frémissement ou souffle faible
hdn-a-bulge = Un anévrisme
hdn-the-exit-is-not-clean = Émergence non propre
hdn-low-flow = Débit bas
hdn-hepatitis-b = Hépatite B
hdn-hepatitis-c = Hépatite C
hdn-hiv = VIH
hdn-mrsa = SARM
hdn-vre = ERV
hdn-tuberculosis = Tuberculose
hdn-covid-19 = Covid-19
hdn-positive = Positif
hdn-negative = Négatif
hdn-immune = Immunisé
hdn-not-known-yet = Pas encore connu
hdn-urea-reduction-urr = Réduction de l’urée (URR)
hdn-kt-v-equilibrated-daugirdas = Kt/V équilibré (Daugirdas)
hdn-kt-v-equilibrated-tattersall = Kt/V équilibré (Tattersall)
hdn-kt-v-of-a-week-standard = Kt/V hebdomadaire (standard)
hdn-urea-before = urée avant
hdn-urea-after = urée après
hdn-fluid-removed = liquide retiré
hdn-weight-after = poids après
hdn-sessions-a-week = séances par semaine
hdn-on-target = À l’objectif
hdn-above-the-least-below-the-target = Au-dessus du minimum, sous l’objectif
hdn-below-the-least = Sous le minimum
hdn-a-weight-is-missing = Un poids manque.
hdn-the-duration-is-missing = La durée manque.
hdn-urea-before-or-after-is-missing = L’urée avant ou après manque.
hdn-urea-after-is-not-below-urea = L’urée après n’est pas inférieure à l’urée avant.
hdn-urea-fell-so-far-that-the = L’urée a tant baissé que la formule ne vaut plus.
hdn-the-fluid-removed-is-missing = Le liquide retiré manque.
hdn-the-sessions-of-a-week-are = Les séances par semaine manquent.
hdn-by-the-weight-after = selon le poids après
hdn-by-the-weight-before = selon le poids avant
hdn-by-the-dry-weight = selon le poids sec
hdn-alarm = Alarme
hdn-something-happened = Il s’est passé quelque chose
hdn-blood-pressure-is-low = La tension est basse
hdn-has-not-come = Pas encore venu
hdn-second-look = Second regard
hdn-waits-to-start = Attend le début
hdn-to-be-signed = À signer
hdn-nothing-waits = Rien en attente
hdn-lowest-blood-pressure-falls = La pression la plus basse diminue
hdn-blood-pressure-before-falls = La pression d’avant diminue
hdn-venous-pressure-rises = La pression veineuse augmente
hdn-arterial-pressure-gets-more-negative = La pression artérielle devient plus négative
hdn-weight-gained-between-sessions-rises = La prise de poids entre séances augmente
hds-read-this-patients-dialysis = lire la dialyse de ce patient
hds-prescribe-dialysis = prescrire la dialyse
hds-run-sessions-of-dialysis = conduire des séances de dialyse
hds-sign-sessions-of-dialysis = signer des séances de dialyse
hds-find-who-was-treated-with-a = rechercher qui a été traité avec un lot
hds-this-session-does-not-wait-for = Cette séance n’attend plus personne. Regardez à nouveau.
hds-what-is-looked-at-before-the = La vérification avant le début se note après l’accueil et avant le début. Regardez à nouveau.
hds-the-prescription-was-revised-meanwhile-look = La prescription a été révisée entre-temps. Regardez d’abord la nouvelle.
hds-choose-an-access-that-is-in = Choisissez un accès en usage.
hds-this-session-does-not-wait-for-2 = Cette séance n’attend plus de second regard. Regardez à nouveau.
hds-somebody-has-confirmed-this-already = Quelqu’un l’a déjà confirmé.
hds-another-person-than-who-looked-first = Une autre personne que la première doit le confirmer.
hds-this-session-has-not-been-checked = Cette séance n’est pas accueillie, ou court déjà. Regardez à nouveau.
hds-something-was-looked-at-again-meanwhile = Une nouvelle vérification a eu lieu. Confirmez d’abord la plus récente.
hds-the-prescription-was-revised-meanwhile-look-2 = La prescription a été révisée entre-temps. Vérifiez tout à nouveau avec la nouvelle.
hds-the-access-is-not-safe-to = L’accès n’est pas utilisable. Notez une nouvelle vérification quand il le sera, ou un autre accès.
hds-the-access-was-found-not-safe = L’accès a été jugé inutilisable à sa dernière évaluation : le constat figure sous « Accès et infections ». Quand il sera utilisable, évaluez-le de nouveau à cet endroit, ou vérifiez de nouveau avec un autre accès.
hds-the-access-that-was-looked-at = L’accès qui a été vérifié n’est plus utilisé. Vérifiez de nouveau avec un autre.
hds-tick-what-they-complain-of = Cochez les plaintes, ou qu’il n’y en a pas : pas les deux.
hds-the-conductivity-is-not-between-125 = La conductivité n’est pas entre 12,5 et 15,5 mS/cm. Ne branchez pas ; appelez le technicien.
hds-a-second-person-has-to-confirm = Une seconde personne doit confirmer la vérification avant le début.
hds-this-session-does-not-run-look = Cette séance ne court pas. Regardez à nouveau.
hds-it-ends-after-it-began-check = Elle se termine après son début. Vérifiez l’heure.
hds-what-is-looked-at-afterwards-is = La vérification après se note après la fin et avant la signature. Regardez à nouveau.
hds-this-session-does-not-wait-for-3 = Cette séance n’attend pas de signature. Regardez à nouveau.
hds-write-down-first-what-was-looked = Notez d’abord la vérification après : poids, pression, restitution du sang.
hds-another-person-than-who-gave-it = Une autre personne que celle qui l’a donné doit en témoigner.
hds-somebody-has-witnessed-this-already = Quelqu’un en a déjà témoigné.
hds-only-what-is-signed-is-amended = Seul ce qui est signé se rectifie. Avant cela, notez à nouveau.
hds-this-session-takes-nothing-more-of = Cette séance n’accepte plus rien de ce genre. Regardez à nouveau.
hds-this-machine-is-out-of-use = Cette machine est hors service. Choisissez-en une autre.
hds-this-machine-is-in-maintenance-choose = Cette machine est en maintenance. Choisissez-en une autre.
hds-the-maintenance-of-this-machine-is = La maintenance de cette machine est en retard. Choisissez-en une autre ou appelez le technicien.
hds-the-last-disinfection-of-this-machine = La dernière désinfection de cette machine a échoué. Désinfectez-la ou choisissez-en une autre.
hds-the-last-test-of-the-water = Le dernier test de l’eau a échoué. Personne n’est branché avant un nouveau test conforme.
hds-there-is-no-valid-test-of = Aucun test de l’eau valable. Testez-la et notez-le d’abord.
hds-ultrapure-failed = Un liquide ultrapur est prescrit, et la dernière analyse du liquide ultrapur ou de substitution a échoué. Attendez une analyse conforme ou faites revoir la prescription.
hds-ultrapure-missing = Un liquide ultrapur est prescrit, et le liquide de dialyse ultrapur n’a pas d’analyse valable. Analysez-le et notez-le d’abord.
hds-choose-why-they-did-not-come = Choisissez pourquoi le patient n’est pas venu.
hds-the-session-has-not-begun-yet = La séance n’a pas encore commencé. Si le patient ne vient pas, annulez-la dans l’agenda.
hds-choose-why-it-ends-before-its = Choisissez pourquoi elle s’arrête avant l’heure.
hds-somebody-has-signed-this-already = Quelqu’un l’a déjà signée.
hds-something-was-written-since-you = Quelque chose a été noté depuis que vous avez regardé. Regardez à nouveau, puis signez.
hds-somebody-else-was-treated-on-this = Quelqu’un d’autre était traité sur cette machine à ce moment-là. Vérifiez l’heure.
hds-somebody-else-was-treated-at-this = Quelqu’un d’autre était traité à ce poste à ce moment-là. Vérifiez l’heure.
hds-say-why-it-is-prescribed-so = Dites pourquoi c’est prescrit ainsi.
hds-somebody-else-has-just-prescribed-look = Quelqu’un d’autre vient de prescrire. Regardez ce qui est en vigueur avant de réviser.
hds-they-are-no-patient-of-this = Cette personne n’est pas patiente de cet hôpital.
hds-say-why-the-weight-is-this = Dites pourquoi ce poids maintenant.
hds-this-access-stands-here-already = Cet accès figure déjà ici.
hds-write-what-is-wrong-as-it = Écrivez ce qui est faux, tel quel, en 1 000 caractères au plus.
hds-write-what-is-right-in-at = Écrivez ce qui est juste, en 1 000 caractères au plus.
hds-say-why-in-at-most-500 = Dites pourquoi, en 500 caractères au plus.
hds-both-texts-are-the-same-write = Les deux textes sont identiques. Écrivez ce qui est juste.
hds-enter-at-least-three-letters-or = Saisissez au moins trois lettres ou chiffres du numéro de lot.
hds-it-is-prescribed-what-held-before = C’est prescrit. Ce qui valait avant reste lisible.
hds-the-dry-weight-is-set = Le poids sec est fixé.
hds-the-access-is-written-down = L’accès est noté.
hds-what-was-found-is-written-down = Le constat est noté.
hds-it-is-used-no-longer-that = Il n’est plus utilisé ; qu’il l’a été reste visible.
hds-the-result-is-written-down = Le résultat est noté.
hds-they-are-checked-in = Le patient est accueilli.
hds-it-is-written-down-that-they = Il est noté que le patient n’est pas venu.
hds-it-is-written-down-a-second = C’est noté. Une seconde personne le confirme.
hds-it-is-confirmed-the-session-may = C’est confirmé. La séance peut commencer.
hds-the-session-runs = La séance est en cours.
hds-it-is-written-down-another-person = C’est noté. Une autre personne en témoigne.
hds-it-is-witnessed = Le témoignage est noté.
hds-it-is-written-down = C’est noté.
hds-the-session-has-ended-write-down = La séance est terminée. Notez la vérification après.
hds-it-is-written-down-a-doctor = C’est noté. Un médecin signe.
hds-it-is-signed-what-was-written = C’est signé : ce qui est écrit reste tel quel.
hds-the-amendment-is-added-both-texts = La rectification est ajoutée. Les deux textes restent.
hds-enter-the-gauge-of-the-needles = Saisissez le calibre des aiguilles.
hds-enter-the-number-of-the-lot = Saisissez le numéro de lot tel que sur l’emballage : 2 à 40 lettres, chiffres, points, barres ou tirets.
hds-sessions-of-dialysis-are-still-to = Des séances de dialyse sont encore à venir sous le dossier qui mènerait à l’autre. Gardez celui-là, ou annulez-les d’abord.
hds-the-machine-is-chosen = La machine est choisie.
hds-choose-a-machine-of-the-list = Choisissez une machine de la liste.
hds-this-machine-is-not-known-any = Cette machine n’est plus connue. Choisissez-en une autre.
hds-choose-the-machine-on-which-they = Choisissez d’abord la machine du traitement.
hds-the-session-before-on-this-machine = La séance précédente sur cette machine n’est pas terminée. Terminez-la d’abord, ou choisissez une autre machine.
hds-the-session-before-at-this-chair = La séance précédente à ce poste n’est pas terminée. Terminez-la d’abord.
hds-this-machine-is-kept-for-somebody = Cette machine est réservée à quelqu’un d’autre à cette heure. Choisissez-en une autre.
hds-this-session-has-gone-on-meanwhile = Cette séance a avancé entre-temps. Regardez à nouveau.
hd-units = { $n } UI
hd-units-an-hour = { $n } UI/h
again-live = En direct, { $clock }
again-stale = Pas en direct : état à { $clock }
again-as-of = État à { $clock }
hd-went-on = Cette séance a avancé entre-temps. Rechargez la page.
hd-alarms-now = Alarmes à ce poste
hd-answer-alarms = Y répondre sur la courbe en direct
hd-answer-here = Y répondre ici
hd-answer-card = Répondre à une alarme
hd-check-alarm = Alarme
hd-checks = Vérifications
hd-checks-done = { $done } sur { $of } faites
hd-check-done = Fait
hd-check-due = À faire
hd-check-later = Plus tard
hd-check-stop = Arrêter l’anticoagulant
hd-check-witness = Médicaments attestés
hd-check-access = Regarder l’accès vasculaire
hd-access-in-sight = Le point de ponction et la ligne sont-ils visibles ?
hd-access-found = Constat
hd-access-covered = { $found }, non visible
hd-access-looked = Accès vasculaire, dernier regard
hd-log-access = Accès vasculaire regardé : { $found }
hd-anticoagulant-given = Anticoagulant administré jusqu’ici
hd-anticoagulant-in-ml = La machine compte l’anticoagulant en mL de sa seringue. Le nombre d’unités par mL n’est pas connu ici ; aucune dose n’est donc comparée.
hd-sodium-profile = Le sodium suit un profil : le début et la fin sont prescrits, pas ce qui se passe entre les deux. Il se règle sur la machine, et aucune valeur actuelle n’est comparée.
hd-substitution-rate = Débit de substitution
hd-score-oldest = partie la plus ancienne à { $at }
hd-risk-high = Risque élevé
hd-risk-medium = Risque moyen
hd-risk-low-medium = Risque faible à moyen
hd-machine-left = d’après la machine { $left }, à { $at }
hd-processed-told = La machine a indiqué { $litres } à { $at }.
hdn-access-nothing-wrong = Rien d’anormal
hdn-access-swelling = Gonflement
hdn-access-needle-out-of-place = Aiguille mal en place
hdn-access-line-loose = Ligne desserrée
dialysis-says-access-look-running = Cela ne se note que pendant que le sang circule. Regardez à nouveau.
hd-course = Pressions depuis le début
hd-course-none = Aucune pression n’a encore été mesurée pendant cette séance.
hd-fall-facts = Ce que l’on sait d’une chute de la pression
hd-fall-no-chance = Aucune probabilité n’est affichée : cet hôpital n’a mis aucune prévision en service. Voici les faits sur lesquels elle s’appuierait. Ils conseillent et ne décident rien.
hd-fall-now = Pression systolique actuelle
hd-fall-trend = Évolution sur la dernière heure
hd-fall-trend-none = Moins de trois pressions dans la dernière heure
hd-fall-before = Pression systolique avant le traitement
hd-fall-history = Dernières séances avec une chute
hd-fall-history-of = { $fell } sur { $of }
hd-fall-history-none = Aucune séance antérieure n’est connue
hd-fall-lowest-machine = Pression systolique la plus basse mesurée par la machine
hd-fall-elapsed = Depuis le début
hd-an-hour = { $change } mmHg en une heure
hd-pattern-over = { $name } sur { $n } séances
hd-pattern-not-told = Pas plus que le hasard
hd-over-time = Au fil du temps
hd-first-and-last = Première et dernière
hd-lowest-in-session = Pression la plus basse de la séance
hd-pressure-before = Pression avant
diary-put-on-list = Inscrire quelqu’un sur la liste
diary-put-on-list-means = La première place libre qui convient leur est proposée ; ils la prennent ou non.
diary-put-on-list-verb = Inscrire
diary-take-off-list = Retirer de la liste
diary-take-off-list-means = Ils n’attendent plus. Ce qui leur était proposé ne l’est plus.
diary-put-on-list-done = Ils sont sur la liste. Ce qui se libère leur est proposé.
diary-taken-off-list = Ils n’attendent plus.
diary-waits-already = Ils attendent déjà une place. Retirez-les d’abord de la liste.
hd-pattern-found = Ce que cela montre
hd-pattern-too-few = Indiqué à partir de { $n } séances
diary-by-week = Par semaine : { $weeks }
diary-percent = { $n } %
diary-of-places = de { $n } places
diary-of-sessions = { $part } des séances
diary-of-held = { $part } de celles tenues
diary-ended-early-means = Chacune a sa raison sur sa page, au poste.
diary-why-missed = Pourquoi personne n’est venu
diary-of-the-time = Du temps
hd-fell-by-guideline = Chute selon les recommandations
hd-urea-card = Urée du sang
hd-urea-later = La réponse du laboratoire s’écrit ici quand elle arrive, même après la signature. La ligne la plus récente compte, et chaque ligne reste.
hd-urea-taken = Prélèvement
hd-urea-pre = Avant la séance
hd-urea-post = Après la séance
hd-urea-drawn = Prélevé
hd-urea-drawn-at = Heure du prélèvement (vide : au début, ou à la fin)
hd-urea-value = Urée (vide tant que la réponse est attendue)
hd-urea-why = Pourquoi une autre valeur (s’il y en a déjà une)
hd-urea-to-come = Réponse attendue
hd-urea-with-look = Écrite avec ce qui a été constaté
hd-urea-wanted = Urée attendue
hd-urea-wanted-text = Une des deux valeurs est là, ou le sang a été prélevé : l’autre, ou la réponse, manque.
hd-owed = À compléter pour les séances terminées
hd-owed-counts = À signer : { $signatures } · urée attendue : { $urea }
hd-owed-older = Séances plus anciennes sans signature : { $n }. Les médecins traitants les ouvrent et les signent.
hd-booked-other = Le poste est réservé pour { $booked } ; { $prescribed } sont prescrites.
hd-no-rate = La vitesse du retrait de liquide ne peut pas être calculée : { $why }
hd-alarms-of-session = Alarmes de la séance
hd-alarms-none = Aucune alarme pendant que le sang circulait.
hd-alarm-answered = Prise en charge
hd-alarm-unanswered = Personne n’a répondu
hd-alarm-since = depuis { $at }
hd-alarm-raised = déclenchée { $at }
drink-left-over = Vous êtes rentré { $weight } au-dessus de votre poids à atteindre : cette quantité est déduite.
hdn-fainted = Évanouissement
hds-blood-after-the-session-is-taken = Le sang d’après la séance se prélève une fois qu’elle est terminée.
hds-blood-before-the-session-is-drawn = Le sang d’avant la séance se prélève avant que le sang circule.
hds-enter-a-time-after-the-start = Indiquez une heure après le début de la séance et non à venir.
hds-say-why-another-value-stands-here = Dites pourquoi une autre valeur figure ici maintenant.
hds-somebody-has-written-another-value = Quelqu’un a écrit une autre valeur entre-temps. Regardez de nouveau.
hds-before-the-start-urea-is-written = Avant le début, l’urée s’écrit avec ce qui est constaté. Regardez de nouveau.
hds-how-fast-the-fluid-would-be = La vitesse du retrait de liquide ne peut pas être calculée. Vérifiez le poids, le poids sec et le liquide à retirer.
hds-the-urea-is-written-down = L’urée est notée.
hd-amended-was = { $new } (rectifié, était { $old })
hd-amend-number = Quel nombre est faux
hd-amend-number-means = Tous les calculs se font dès lors avec le bon nombre. Ce qui a été signé reste à côté.
hd-amend-number-verb = Rectifier le nombre
hdn-fluid-removed-ml = Liquide retiré (mL)
hdn-minutes-that-blood-ran = Minutes de circulation du sang
hds-this-number-stands-there-already = Ce nombre y figure déjà.
hds-say-why-it-is-another-number = Dites pourquoi c’est un autre nombre.
hds-the-amendment-is-added-both-numbers = La rectification est ajoutée. Les deux nombres restent.
# End of dialysis sessions

# Notes at the machine

notice-dialysis-noted = { $who } a changé ce qui est noté au générateur d’un patient que vous traitez.
notice-dialysis-taken-back = { $who } a annulé ce que vous aviez noté à un générateur.
upd-title = Noté au générateur
upd-means = Ce que les techniciens ont vu et utilisé. Cela n’ordonne rien : la prescription, le poids sec et les séances sont sur la page de dialyse.
upd-now = Ce qui est noté maintenant
upd-noted = Noté
upd-nothing = Rien
upd-trail = Toutes les modifications
upd-none = Aucune modification
upd-none-text = Chaque modification figure ici avec ce qui était noté avant, qui l’a faite, quand et pourquoi.
upd-access-problem = Problème de l’accès
upd-needle-gauge = Calibre des aiguilles
upd-heparin = Héparine donnée
upd-dialyser = Dialyseur utilisé
upd-dry-weight = Poids auquel le patient semblait sec
upd-weight-before = Poids avant
upd-weight-after = Poids après
upd-isolation = Ce dont il faut préserver les autres
upd-old = Avant
upd-new = Depuis
upd-value-hint = Laissez vide quand il n’y a plus rien à noter.
upd-note-verb = Noter ceci
upd-all-fields = Tous les champs
upd-filter = Modifications de
upd-shown = Modifications affichées : { $n }
upd-pages = Pages de modifications
upd-holds = En vigueur
upd-taken-back = Annulation
upd-take-back = Annuler cette note
upd-take-back-means = Ce qui était noté avant l’est de nouveau, avec votre nom et la raison. Les deux lignes restent.
upd-of-who-is-on-it = Notes sur le patient à cet appareil
upds-say-why-in-3-to-500 = Dites pourquoi, en 3 à 500 caractères.
upds-this-stands-there-already = C’est déjà ce qui est noté.
upds-somebody-changed-this-field = Quelqu’un a changé ce champ entre-temps. Regardez-le de nouveau.
upds-it-is-noted = C’est noté, et les médecins traitants en sont informés.
upds-it-is-taken-back = La note est annulée. Les deux lignes restent lisibles.
upds-see-what-was-noted = voir ce qui a été noté de ce patient au générateur
upds-note-something = noter quelque chose de ce patient au générateur
upds-take-back-what-was-noted = annuler ce qui a été noté de ce patient au générateur
# End of notes at the machine

# What alarms watch for

alarm-rules = Ce que surveillent les alarmes
alarm-rules-desk = À quelles valeurs quelqu’un est appelé, et ce qui était réglé avant.
alarm-rules-tab = Limites
find-alarm-rules = Alarmes, limites, seuils
alarm-rules-context = Les valeurs publiées avec leurs sources, et ce que cet hôpital a réglé à leur place
alarm-rules-unset = Ce qui n’a pas de valeur publiée n’est pas surveillé tant que rien n’est réglé ici.
alarm-rules-plan = Le liquide retiré par un appareil peut être comparé au plan de la séance : du début jusqu’à l’objectif, autant chaque minute ou selon la part prescrite pour chaque quart du temps. Aucune valeur publiée ne dit quel écart est trop grand ; rien ne le surveille donc tant que rien n’est réglé ici. Une prescription dont le retrait diminue ou va par paliers sans ces parts n’est pas comparée.
alarm-rules-usual = Les pressions artérielle et veineuse peuvent être comparées aux séances précédentes du même patient, avec le même abord et la même aiguille : les valeurs à un débit sanguin de 200 mL/min de la 2e à la 5e minute, trois de suite, face à la médiane d’au moins trois séances des 32 derniers jours. À un autre débit ou plus tard, rien n’est comparé. Aucune valeur n’est publiée pour tout appareil, toute ligne et toute aiguille ; rien ne le surveille donc tant que rien n’est réglé ici.
alarm-rules-of-machine = Limites de cet appareil
alarm-rules-of-machine-text = Elles remplacent ce que l’hôpital a réglé. Ce qu’un médecin a réglé pour un patient passe avant les deux.
alarm-rules-of-machine-lanes = Les limites de la machine et de son circuit sont fixées par la personne qui l’entretient. Celles de ce qui est mesuré du patient sont fixées par un médecin.
alarm-rules-of-hospital = Ce que l’hôpital a réglé
alarm-rules-only-published = Rien : les valeurs publiées s’appliquent.
alarm-rule-what = Surveillé
alarm-rule-default = Publié
alarm-rule-source = Source
alarm-rule-now = En vigueur
alarm-rule-none = Aucune valeur publiée
alarm-rule-unwatched = Non surveillé
alarm-rule-number = { $raise }, de nouveau bon à { $clear }
alarm-rule-distance = À { $raise } du début de la séance, de nouveau bon à { $clear }
alarm-rule-off-plan = À { $raise } du plan de la séance, de nouveau bon à { $clear }
alarm-rule-off-usual = À { $raise } des séances précédentes du patient, de nouveau bon à { $clear }
alarm-rule-for = pendant au moins { $seconds } s
alarm-rule-often = { $times } fois en { $minutes } min
alarm-rule-set = Régler ce qui est surveillé
alarm-rule-parameter = Ce qui est mesuré
alarm-rule-side = Quel côté est mauvais
alarm-rule-low = Trop bas
alarm-rule-high = Trop haut
alarm-rule-measure = Ce qui est comparé
alarm-rule-measure-hint = Le début de la séance est connu pour les pressions du circuit : la médiane des valeurs de la 2e à la 5e minute.
alarm-rule-raise = Alarme à
alarm-rule-raise-hint = Par exemple 90, 36,5 ou −230. Pour une distance : si loin du début, ou du plan.
alarm-rule-clear = De nouveau bon à
alarm-rule-clear-hint = Du côté intérieur. Vide : là où l’alarme se déclenche.
alarm-rule-seconds = Pendant au moins tant de secondes
alarm-rule-seconds-hint = Vide : aussitôt.
alarm-rule-times = Combien de fois cela arrive
alarm-rule-times-hint = Vide : dès la première fois.
alarm-rule-within = En combien de minutes
alarm-rule-set-it = Régler
alarm-rule-history = Ce qui a été réglé, et ce qui valait avant
alarm-rule-history-none = Rien n’a été réglé
alarm-rule-history-none-text = Ce qui est réglé reste visible, avec qui l’a réglé et pourquoi.
patient-limits = Limites de ce patient
patient-limits-none = Aucune limite propre
patient-limits-none-text = Les valeurs publiées et ce que l’hôpital a réglé s’appliquent.
patient-limit-new = Une autre limite
patient-limit-value-hint = Par exemple 90, 36,5 ou −230. Pour l’UF retirée : si loin du plan, par exemple 0,5.
patient-limit-off-plan = À { $value } du plan de la séance
patient-limit-days = Pour combien de jours
patient-limit-days-hint = De 1 à 90. Ensuite, les limites de l’hôpital s’appliquent de nouveau.
alarm-measure-value = La valeur elle-même
alarm-measure-baseline = Distance au début de cette séance
alarm-measure-plan = Distance au plan de cette séance
alarm-measure-usual = Distance aux séances précédentes du patient
alarm-lane-clinical = Le patient
alarm-lane-technical = L’appareil et son circuit
alarm-source-news = NEWS2, tableau 1 : Royal College of Physicians, 2017
alarm-source-session = NEWS2, tableau 1 : Royal College of Physicians, 2017. Pendant une séance de dialyse, sous 100 pour qui est arrivé avec 160 et plus : Flythe, JASN 2015
alarm-source-arterial = Formation infirmière Fresenius ; Graves, Nephrol Nurs J 2001
alarm-source-program = Limites fixes du programme de dialyse comparé ; à confirmer par l’hôpital
fault-choose-measured = Choisissez ce qui est mesuré.
fault-choose-side = Choisissez quel côté est mauvais.
fault-choose-compared = Choisissez ce qui est comparé.
fault-no-start = Seules les pressions du circuit ont un début de séance auquel se comparer.
fault-only-plan = Le liquide retiré se compare au plan de la séance, et rien d’autre ne s’y compare.
fault-only-pressures = Seules les pressions artérielle et veineuse se comparent aux séances précédentes.
fault-within-minutes = Saisissez en combien de minutes, de 1 à 15.
fault-hold-seconds = Saisissez les secondes en nombre entier, 600 au plus.
fault-how-often = Saisissez combien de fois en nombre entier, 20 au plus.
fault-enter-number = Saisissez un nombre, par exemple 90 ou 36,5.
fault-implausible = Aucun appareil ne mesure cette valeur. Vérifiez le nombre et son unité.
fault-clear-inside = La valeur redevient bonne du côté intérieur de la limite. Vérifiez les deux.
fault-limit-days = Saisissez pour combien de jours elle vaut, de 1 à 90.
fault-set-just-now = Quelqu’un vient de régler cela. Rechargez la page.
said-watches = La surveillance commence maintenant.
right-alarm-rule-read = voir ce que surveillent les alarmes
right-alarm-rule-set = régler ce que surveillent les alarmes
right-patient-limit-set = régler les limites propres à un patient
# End of what alarms watch for

# Files in conversations

chat-attach = Joindre une image ou un document
chat-file = Fichier
chat-file-hint = PNG, JPEG, WebP ou PDF, 5 Mo au plus. Vous deux seuls le voyez.
chat-file-words = Ce qu’il montre
chat-send-file = Envoyer le fichier
chat-file-size = { $n } ko
chatf-choose-a-file-first = Choisissez d’abord un fichier.
chatf-too-large = Ce fichier est trop grand. Choisissez-en un de 5 Mo au plus.
chatf-sorts = Choisissez une image (PNG, JPEG, WebP) ou un PDF. Rien d’autre n’est accepté.
chatf-forty = Vous avez envoyé 40 fichiers ici en un jour. Envoyez le suivant demain.
# End of files in conversations

# Documents of machines

machine-documents = Documents de l’appareil
machine-no-document = Aucun document
machine-no-document-text = Le manuel, les certificats et les étalonnages de cet appareil sont conservés ici.
machine-document-add = Ajouter un document
machine-document-kind = Ce que c’est
machine-document-until = Valable jusqu’au
machine-document-over = N’est plus valable
machine-document-remove = Retirer
machine-document-remove-means = Son contenu est effacé. Qu’il était ici, qui l’a retiré et pourquoi restent lisibles.
machine-document-hint = PDF, PNG, JPEG ou WebP, 5 Mo au plus.
machine-document-add-it = Conserver ce document
machine-documents-gone = Documents retirés
mdoc-manual = Manuel
mdoc-certificate = Certificat
mdoc-calibration = Rapport d’étalonnage
mdoc-other = Un autre document
mdoc-choose = Choisissez ce que c’est.
mdoc-fifty = Il y a déjà 50 documents ici. Retirez-en un qui ne sert plus.
mdoc-kept = Le document est conservé.
mdoc-removed = Le document est retiré. On saura toujours qu’il était ici.
# End of documents of machines

# Data quality
data-quality = Qualité des données
quality-worst-first = Les pires d’abord : minutes sans mesure dans une séance, sur toutes ses minutes
quality-period = Période
quality-7-days = 7 jours
quality-30-days = 30 jours
quality-90-days = 90 jours
quality-longest = Plus longue lacune
quality-slowest = Mesure la plus lente (95 %)
quality-ahead = Horloge en avance de
quality-codes = Codes sans place
quality-minutes = { $n } min
quality-seconds = { $n } s
quality-duplicates = Renvoyées
quality-refused = Refusées
quality-nobody = Sans patient
quality-when = Quand des données manquent
quality-by-day = Par jour
quality-by-hour = Par heure de la journée
quality-strip-none = Aucune minute ne manque.
quality-strip-worst = Le pire : { $when }, { $n } min sans données.
quality-trends = Délai, horloges et service par jour
quality-worst-of = Le pire : { $when }, { $value }.
quality-nothing-of-it = Rien de tel ces jours-là.
quality-out = Heures hors service
quality-no-days = Dès qu’une machine a envoyé des mesures pendant une heure, ou a été hors service, ses jours apparaissent ici.
quality-refusals = Ce qui a été refusé
quality-refusals-none = Rien n’a été refusé
quality-refusals-none-text = Un champ illisible, ou une valeur que personne ne peut avoir, est compté ici.
quality-field = Champ
quality-reason = Pourquoi
quality-count = Combien
quality-reason-missing = Manquant
quality-reason-form = Illisible
quality-reason-range = Valeur impossible
quality-reason-time = Heure impossible
quality-whole-reading = Mesure entière
# End of data quality

# On call, and the alarm budget
on-call = De garde
on-call-desk = Qui est appelé quand personne ne répond à une alarme, et après combien de temps.
find-on-call = Tableau de garde, escalade, qui est appelé
on-call-context = Qui est appelé quand personne ne répond à une alarme, à l’heure de l’hôpital
on-call-now = De garde maintenant
on-call-house = Tout l’hôpital
on-call-first = En premier
on-call-second = En deuxième
on-call-third = En troisième
on-call-nobody = Personne
on-call-rank = Est averti
on-call-days = Jours
on-call-hours = Heures
on-call-daily = Tous les jours
on-call-weekdays = Du lundi au vendredi
on-call-add = Ajouter une garde
on-call-stand-in = Quelqu’un remplace
on-call-day = Jour
on-call-from = De
on-call-clock-hint = À l’heure de l’hôpital, par exemple 20:00.
on-call-until-hint = Avant le début, c’est le lendemain ; la même heure fait un jour entier.
on-call-no-shifts = Pas de garde propre.
on-call-week-of = Semaine : { $place }
on-call-exceptions-of = Exceptions : { $place }
on-call-plan = Après combien de temps chacun est averti
on-call-plan-says = Avertis { $first }, { $second } et { $third } min après une alarme à laquelle personne ne répond.
on-call-plan-first = Premier, après (minutes)
on-call-plan-second = Deuxième, après (minutes)
on-call-plan-third = Troisième, après (minutes)
on-call-plan-set = Régler
on-call-medium-from = Alarmes moyennes silencieuses de
on-call-medium-until = Alarmes moyennes silencieuses jusqu’à
on-call-low-from = Alarmes basses silencieuses de
on-call-low-until = Alarmes basses silencieuses jusqu’à
on-call-quiet-hint = À ces heures, personne n’en est averti. Qui est de garde à leur fin est averti de ce qui reste sans réponse. Les alarmes hautes avertissent toujours.
on-call-quiet-medium = Les alarmes moyennes n’avertissent personne de { $from } à { $until }.
on-call-quiet-low = Les alarmes basses n’avertissent personne de { $from } à { $until }.
on-call-told = Avertis récemment
on-call-told-none = Personne n’a dû être averti
on-call-told-none-text = Quand une alarme reste sans réponse, qui est averti s’affiche ici.
on-call-priority = Priorité
on-call-answered = Réponse
on-call-after-quiet = { $rank }, après les heures silencieuses
on-call-skip-quiet = Personne : heures silencieuses
on-call-skip-nobody = Personne : aucune garde
on-call-skip-same = Personne : averti à une étape précédente
on-call-whole-day = 24 h à partir de { $from }
notice-alarm-unanswered = Personne n’a répondu à une alarme de { $what }, et vous êtes de garde.
notice-message-on-call = Un patient a marqué un message comme urgent, et vous êtes de garde.
notice-message-unread = Personne n’a lu le message urgent d’un patient, et vous êtes de garde.
topic-on-call = Valeurs critiques, et alarmes et messages pendant la garde
right-on-call-read = voir qui est de garde
right-on-call-set = dire qui est de garde
said-on-call-added = Cette personne est de garde à ces heures chaque semaine.
said-on-call-stands-in = Cette personne remplace.
said-on-call-plan = C’est en vigueur à partir de maintenant.
said-on-call-ended = Ce n’est plus en vigueur ; que ce l’était reste connu.
fault-on-call-taken = Quelqu’un est de garde à ce rang à ce moment. Terminez d’abord cette garde.
fault-on-call-many = Il y a déjà 500 gardes. Terminez celles qui ne servent plus.
fault-on-call-day = Choisissez un jour.
fault-on-call-when = Choisissez les jours.
fault-on-call-rank = Choisissez qui est averti en premier, deuxième ou troisième.
fault-on-call-clock = Saisissez une heure, par exemple 20:00.
fault-on-call-minutes = Utilisez des minutes entières, de 0 à 120.
fault-on-call-order = Chacun est averti plus tard que le précédent.
alarm-budget = Budget d’alarmes
alarm-budget-desk = Combien d’alarmes par heure au lit, et combien restent sans réponse.
find-alarm-budget = Alarmes en chiffres, fatigue d’alarme
alarm-budget-context = Combien d’alarmes, et combien sont restées sans réponse
budget-period = Période du budget
budget-1-day = 1 jour
budget-7-days = 7 jours
budget-30-days = 30 jours
budget-whole = Tous les services
budget-by-ward = Alarmes par service
budget-by-source = Alarmes par cause
budget-by-day = Par jour : { $days }
budget-most-a-day = Au plus { $n } par jour
budget-rate = Fréquence
budget-per-hour = par heure-lit
budget-hours = En { $n } heures aux lits où quelqu’un était mesuré
budget-unanswered = Sans réponse
budget-of-alarms = des alarmes
budget-unanswered-means = Elles ont cessé d’elles-mêmes ou attendent encore.
budget-median = Temps de réponse
budget-to-answer = ou moins, la moitié des réponses
budget-median-means = Du déclenchement jusqu’à ce que quelqu’un l’ait vue.
budget-none = Aucune alarme pendant cette période
budget-none-text = Ce qui alarme est compté ici automatiquement.
budget-no-ward = À aucun lit
budget-machine = Alarme de la machine
# End of on call

# Curves around alarms

curves = Courbes autour des alarmes
curves-about = De chaque alarme, ce que son moniteur a tracé est conservé : cinq minutes avant et cinq après, pour autant que le moniteur l’ait envoyé.
curves-none = Aucune courbe n’est conservée
curves-none-text = Elles sont conservées quand un moniteur qui envoie des courbes déclenche une alarme.
curve-of = Alarme
curve-machine = Alarme de la machine
curve-alarm = Alarme
curve-drawn = Ce qui a été tracé
curve-ecg-ii = ECG dérivation II
curve-ecg-v = ECG dérivation V
curve-pleth = Pléth
curve-resp = Respiration
curve-abp = Pression artérielle invasive
curve-scale = Sur papier, 25 mm par seconde. L’ECG a 10 mm par millivolt et se place autour de sa moyenne ; les autres courbes sont aussi hautes que possible. Là où rien n’est tracé, rien n’est arrivé.
curve-earlier = Plus tôt
curve-later = Plus tard
curve-at-alarm = À l’alarme
curve-hz = Échantillons par seconde
curve-here = Tracé ici
curve-range = Minimum et maximum
curve-in-figures = Ces courbes en chiffres
curves-now = Courbes du moment
curves-now-none = Aucune courbe n’arrive
curves-now-none-text = Le moniteur n’en envoie pas, ou le serveur vient de démarrer : ce qui était gardé avant est perdu.
curves-now-old = Rien n’est arrivé depuis plus de 10 s : ces courbes ne sont pas du moment.
minutes = Par minute
minutes-about = De ce jour est gardée une valeur par minute, avec la plus basse et la plus haute de chaque minute. Les mesures telles qu’elles sont arrivées restent autour des alarmes.
minutes-none = Rien n’est gardé de ce jour
minutes-none-text = Aucune machine n’a mesuré ce patient ce jour-là, ou les minutes n’en sont pas encore ou plus gardées.
minutes-day = Jour
minutes-hours = Par heure
minutes-hour = Heure
minutes-whole = Tout le jour
minutes-what = Ce qui a été mesuré
minutes-count = Minutes avec une valeur
minutes-alarms = Alarmes de ce jour
minutes-alarms-none = Aucune alarme ce jour-là
minutes-alarms-none-text = Une alarme de ce jour figure ici avec les mesures autour d’elle.
minutes-around = Mesures autour de cette alarme
minutes-around-about = Telles que la machine les a envoyées, de cinq minutes avant l’alarme à cinq minutes après. Elles restent quand d’autres mesures de leur âge s’en vont.
minutes-around-none = Aucune mesure dans cette minute
minutes-around-none-text = La machine n’en a pas envoyé, ou l’alarme est plus ancienne que ce qui est gardé.
# End of curves

# System alerts

system-alerts = Alertes système
system-alert = Alerte
system-alerts-set = Rédiger des alertes système
system-alerts-desk = Travaux prévus, pannes et avis de sécurité : qui voit quoi, et ce qui est terminé.
find-system-alerts = Maintenance, pannes, avis de sécurité
system-alerts-context = Ce qui est ou sera hors service, et ce dont les fabricants avertissent
system-alerts-set-context = Les personnes concernées le voient en haut de chaque page
system-alerts-now = En cours et prévu
system-alerts-over = Terminé
system-alerts-pages = Pages d’alertes
system-alerts-none = Rien ne vous concerne
system-alerts-none-text = Les travaux prévus et les pannes qui vous touchent figurent ici.
system-alerts-none-over = Rien n’est encore terminé
system-alerts-none-over-text = Ce qui a été résolu ou s’est terminé à son heure figure ici.
system-alert-kind = Nature
system-alert-severity = Gravité
system-alert-severity-hint = Une alerte critique ne peut pas être masquée. Au-dessus d’information, le personnel est averti.
system-alert-from = De
system-alert-until = Jusqu’à
system-alert-open = Jusqu’à sa résolution
system-alert-resolved = Terminé depuis
system-alert-note = Comment cela a été résolu
system-alert-whom = Qui est concerné
system-alert-whom-hint = Un service, c’est le personnel qui y est en poste.
system-alert-by = Rédigé par
system-alert-by-house = Wardlight
system-alert-everywhere = Adressé à tous les hôpitaux
system-alert-to-all = L’adresser à tous les hôpitaux
system-alert-put-away = Masquer
system-alert-put-away-label = Masquer cette alerte : elle reste dans la liste
system-alert-from-to = Du { $from } au { $to }
system-alert-since = Depuis le { $from }
system-alert-type-maintenance = Maintenance prévue
system-alert-type-outage = Panne
system-alert-type-safety = Avis de sécurité d’un fabricant
system-alert-type-information = Renseignement
system-alert-information = Bon à savoir
system-alert-warning = Le travail se déroule autrement que d’habitude
system-alert-critical = Critique
system-alert-everybody = Tout le monde, les patients aussi
system-alert-staff = Tout le personnel
system-alert-clinical = Médecins, infirmiers et techniciens
system-alert-portal = Les patients et leurs proches aidants
system-alert-write = Rédiger une alerte
system-alert-languages = Rédigez-la dans une langue ou plusieurs. Qui lit dans une autre voit la première.
system-alert-in-english = En anglais
system-alert-in-french = En français
system-alert-in-arabic = En arabe
system-alert-from-day = Commence le
system-alert-from-time = Commence à
system-alert-from-hint = Vide pour maintenant. Une maintenance prévue est affichée un jour avant son début.
system-alert-until-day = Se termine le
system-alert-until-time = Se termine à
system-alert-until-hint = Vide si personne ne le sait : elle reste jusqu’à sa résolution.
system-alert-resolve = Résoudre
system-alert-resolve-means = Elle disparaît aussitôt de toutes les pages. La liste la garde, avec ce que vous dites ici.
system-alert-mail = Les courriels ne partent pas : certains attendent depuis plus d’une demi-heure, et aucun n’est parti depuis.
system-alert-jobs = Le travail différé n’est pas repris : courriels et rappels attendent.
system-alert-audit-broken = Le journal d’audit n’est pas tel qu’il a été scellé. Laissez la base de données en l’état et prévenez la personne chargée de la confidentialité.
system-alert-audit-late = Le scellement du journal d’audit a plus de cinq minutes de retard.
system-alert-readings = La base de données ne suit pas les appareils : les valeurs à l’écran peuvent être en retard. Regardez les appareils eux-mêmes.
system-alert-clock = L’horloge de { $device } avance d’une minute ou plus. Réglez-la.
notice-system-alert = Une alerte système vous concerne.
topic-system-alerts = Pannes, travaux prévus et avis de sécurité
right-system-alert-set = rédiger des alertes système
right-system-alert-set-everywhere = rédiger des alertes système pour tous les hôpitaux
said-system-alert-written = L’alerte est en place. Les personnes concernées la voient à la prochaine page qu’elles ouvrent.
said-system-alert-resolved = L’alerte est résolue. Elle ne figure plus nulle part.
fault-system-alert-kind = Choisissez de quelle sorte d’alerte il s’agit.
fault-system-alert-severity = Choisissez son importance.
fault-system-alert-language = Rédigez-la dans une langue au moins.
fault-system-alert-whom = Choisissez qui est concerné.
fault-system-alert-planned = Dites quand la maintenance prévue commence et se termine.
fault-system-alert-note = Dites en quelques mots comment cela a été résolu.
fault-system-alert-text = Utilisez de 3 à 500 caractères visibles.
fault-system-alert-critical = Cette alerte est critique : elle reste jusqu’à sa résolution.
fault-system-alert-end = Choisissez une fin à venir, après le début.
fault-system-alert-one-hospital = Un service appartient à un seul hôpital.
fault-system-alert-many = 50 alertes sont déjà en place. Résolvez celles qui sont terminées.
# End of system alerts

# Critical values

critical-values = Valeurs critiques
critical-desk = Valeurs qui exigent d’agir tout de suite : depuis combien de temps chacune attend, et qui a été averti.
find-critical = Résultats critiques, relecture, qui a été averti
critical-context = Qui exigent d’agir tout de suite, jusqu’à ce que quelqu’un les ait relues et ait écrit ce qui a été fait
critical-waiting = Ce qui attend maintenant
critical-none = Aucune valeur critique n’attend
critical-none-text = Ce qui est signalé figure ici jusqu’à ce que quelqu’un l’ait relu et ait écrit ce qui a été fait.
critical-waits = Attend depuis
critical-state-open = Pas relue
critical-state-read = Relue, rien d’écrit encore
critical-state-closed = Close
critical-state-withdrawn = Retirée
critical-low = Trop basse
critical-high = Trop élevée
critical-below = au-dessous de { $limit }, valeur publiée
critical-above = au-dessus de { $limit }, valeur publiée
critical-no-limit = Au-delà d’aucune limite publiée
critical-value = Valeur
critical-test = Examen
critical-unit = Unité
critical-measured = Mesurée
critical-reported = Signalée
critical-read = Relue
critical-ended = Terminée
critical-done = Ce qui a été fait
critical-told = Qui a été averti
critical-told-none = Encore personne de garde : le délai du premier n’est pas écoulé.
critical-tries = Relue autrement
critical-try = { $who } a lu { $value }.
critical-type-it = Saisissez la valeur de nouveau
critical-type-hint = Saisissez le nombre tel que vous l’avez entendu ou vu. Un essai différent reste connu et ne clôt rien.
critical-told-you = Vous en avez été averti · { $place }
critical-ask = Demandez la valeur à { $who }, qui l’a signalée. Ni le nom du patient ni la valeur ne figurent ici : ce patient n’est pas à votre charge.
critical-type-heard = Saisissez le nombre tel que vous l’avez entendu. Un essai différent reste connu et ne clôt rien.
critical-read-it = Relire
critical-by-another = Vous l’avez signalée : quelqu’un d’autre la relit.
critical-close-what = Ce qui a été fait, ou pourquoi rien
critical-close = Clore
critical-withdraw = Retirer
critical-withdraw-means = Elle a été signalée par erreur. Cela reste connu, avec la raison.
critical-report = Signaler une valeur critique
critical-report-it = Signaler
critical-report-means = Qui soigne ce patient est averti tout de suite. Si personne ne la relit à temps, la personne de garde est avertie.
critical-test-hint = Choisissez dans la liste, ou saisissez ce qui a été mesuré. Les noms et codes de la liste sont de LOINC.
critical-unit-hint = Comme le laboratoire l’a écrite. Une limite publiée n’est comparée que dans sa propre unité.
critical-day = Mesurée le
critical-time = Mesurée à
critical-reason = Pourquoi il faut agir tout de suite
critical-reason-hint = Nécessaire quand la valeur ne dépasse aucune limite publiée.
critical-source = Limites publiées : feuille de suivi du Lister Hill National Center for Biomedical Communications, LOINC du Regenstrief Institute. L’établissement n’en ajoute aucune.
critical-over = Auparavant
critical-over-none = Rien n’est encore clos
critical-over-none-text = Ce qui a été relu et clos, ou retiré, figure ici.
critical-place = Où
critical-no-place = Dans aucun lit
critical-not-yours = Pas à lire pour vous
critical-all = Toutes les valeurs critiques qui attendent
critical-tally = Les 30 derniers jours
critical-tally-reported = signalées
critical-tally-read = { $n } d’entre elles ont été relues.
critical-tally-to-read = Délai de relecture
critical-tally-to-close = Délai de clôture
critical-tally-half = ou moins, pour la moitié
critical-tally-to-read-means = Du signalement jusqu’à ce qu’une autre personne ait relu la valeur.
critical-tally-to-close-means = Du signalement jusqu’à ce que ce qui a été fait soit écrit.
critical-tally-late = Pas relues à temps
critical-tally-of = de ce qui a été signalé
critical-tally-late-means = Personne ne les avait relues avant qu’il faille avertir la première personne de garde.
notice-critical-value = Une valeur critique d’un patient que vous soignez attend d’être relue.
notice-critical-unanswered = Personne n’a relu une valeur critique, et vous êtes de garde.
said-critical-reported = C’est signalé. Qui a été averti figure ici ; quelqu’un d’autre relit la valeur.
said-critical-agrees = La valeur concorde : elle est relue. Écrivez maintenant ce qui a été fait.
said-critical-differs = Ce n’est pas la valeur signalée. Écoutez ou regardez de nouveau ; votre essai reste connu.
said-critical-closed = C’est clos. Ce qui a été fait reste lisible.
said-critical-withdrawn = C’est retiré. Le fait qu’elle ait été signalée reste connu.
critical-at-once = dès le signalement
critical-one = Valeur critique { $value }
right-critical-read = voir les valeurs critiques d’un patient
right-critical-report = signaler des valeurs critiques
right-critical-answer = relire et clore des valeurs critiques
right-critical-list = voir quelles valeurs critiques attendent
fault-critical-another = C’est quelqu’un d’autre qui relit une valeur, pas la personne qui l’a signalée.
fault-critical-read = Cette valeur a déjà été relue.
fault-critical-closed = Cette valeur est close.
fault-critical-first = Quelqu’un doit d’abord relire cette valeur.
fault-critical-withdrawn = Cette valeur a été retirée.
fault-critical-test = Choisissez un examen de la liste, ou nommez-le.
fault-critical-name = Nommez l’examen en 2 à 100 caractères.
fault-critical-number = Saisissez un nombre simple, par exemple 6,9, de 12 chiffres au plus.
fault-critical-unit = Utilisez 20 caractères au plus pour l’unité.
fault-critical-day = Choisissez le jour de la mesure.
fault-critical-past = Choisissez un moment passé, dans les 30 derniers jours.
fault-critical-action = Dites ce qui a été fait, en 3 à 500 caractères.
fault-critical-reason = Dites pourquoi, en 3 à 200 caractères.
fault-critical-within = Cela ne dépasse pas de limite publiée dans cette unité. Dites pourquoi il faut agir tout de suite.
critical-open-count = { $n ->
    [one] { $n } valeur critique attend
   *[other] { $n } valeurs critiques attendent
}
# End of critical values

# Calls for a nurse

calls = Appels des patients
calls-context = Patients des services où vous êtes en service : qui attend le plus longtemps vient en premier
find-calls = Qui appelle un soignant, qui vient
calls-open = Qui appelle maintenant
calls-none = Personne n’appelle
calls-none-on-ward = Aucun patient n’appelle
calls-none-text = Qui appelle figure ici jusqu’à ce que quelqu’un soit venu.
calls-not-on-duty = Vous n’êtes en service dans aucun service
calls-not-on-duty-text = Aucun appel d’un service ne vous est donc montré ici, même si quelqu’un appelle.
calls-away = Les appels des patients n’ont pas été chargés
call-called = Appelé il y a
call-about = De quoi il s’agit
call-about-pain = Douleur
call-about-move = Aide pour bouger
call-about-machine = La machine
call-about-other = Autre chose
call-about-unsaid = Non précisé
call-state-waiting = Personne ne l’a pris
call-taken-by = { $who } arrive
call-told-at-once = au moment de l’appel
call-told-again = de nouveau
call-next = Si personne ne vient : { $step }
call-next-nobody = Si personne ne vient, le service est de nouveau averti.
call-i-come = J’arrive
call-i-come-to = J’arrive : { $place }
call-how = Ce qu’il en est résulté
call-how-helped = Quelqu’un a aidé
call-how-not-needed = Rien n’était nécessaire
call-close = Clore l’appel
call-close-of = Clore l’appel : { $place }
call-give-back = Je ne peux pas venir
call-give-back-of = Je ne peux pas venir : { $place }
call-give-back-means = Si personne ne peut venir finalement, les autres personnes en service sont de nouveau averties, et le patient lit que l’appel attend.
call-my-nurse = Appeler un soignant
call-stands = Votre appel
call-none-open = Vous n’avez pas appelé.
call-here = Où vous êtes : { $place }
call-at-home = Vous pouvez appeler un soignant ici tant que vous êtes dans un lit ou un fauteuil de l’hôpital. Chez vous, téléphonez à l’hôpital, ou au numéro d’urgence de votre pays si c’est urgent.
call-not-for-another = Seul le patient peut appeler d’ici. Ce que devient son appel figure ici.
call-take-back = Je n’ai plus besoin d’aide
call-because = Appeler un soignant : { $what }
call-say-what = Ou dites de quoi il s’agit
call-say-what-means = Une seule pression appelle aussi. Cela aide la personne qui vient à apporter ce qu’il vous faut.
call-say-what-after = Dites de quoi il s’agit
call-say-what-after-means = Vous avez appelé. Cela aide la personne qui vient à apporter ce qu’il vous faut.
call-ago = Appelé il y a { $ago }
call-ago-about = Appelé il y a { $ago } : { $what }
call-clock = Appelé à { $at }
call-clock-about = Appelé à { $at } : { $what }
call-nobody-yet = Les soignants du service sont avertis. Personne n’a encore répondu.
call-nobody-yet-on-call = La personne de garde est avertie. Personne n’a encore répondu.
call-nobody-told = Votre appel est enregistré, mais personne n’a pu être averti. Utilisez la sonnette de votre lit, ou parlez à quelqu’un près de vous.
call-nobody-came = Personne n’est venu : appeler de nouveau
call-away = Cela n’a pas été chargé. Ouvrez-le ici, ou utilisez la sonnette de votre lit.
call-comes = { $who } arrive
call-somebody-comes = Quelqu’un arrive
call-ended-helped = Fait : quelqu’un est venu.
call-ended-not-needed = Le soignant a clos votre appel. Si vous avez encore besoin d’aide, appelez de nouveau.
call-ended-taken-back = L’appel a été repris.
notice-call-made = Un patient d’un service où vous êtes en service appelle un soignant.
notice-call-made-at = { $place } : un patient appelle un soignant.
notice-call-unanswered = Personne n’a pris l’appel d’un patient, et vous êtes de garde.
said-call-made = Votre appel est enregistré et le service est averti.
said-call-made-on-call = Votre appel est enregistré et la personne de garde est avertie.
said-call-coming = Quelqu’un a répondu et arrive. Si personne n’est venu, dites-le ci-dessous.
said-call-given-back = L’appel attend de nouveau, et d’autres sont avertis.
said-call-given-back-nobody = L’appel attend de nouveau, et personne d’autre n’a pu être averti. Prévenez quelqu’un vous-même.
said-call-cancelled = Votre appel est repris.
said-call-taken = Le patient lit que vous arrivez.
said-call-closed = L’appel est clos.
relation-told = averti nommément
they-were-told-by-name = l’établissement l’en a avertie nommément
right-call-read = voir ses propres appels d’un soignant
right-call-make = appeler un soignant
right-call-list = voir quels patients appellent un soignant
right-call-answer = prendre et clore les appels des patients
fault-call-place = Vous pouvez appeler un soignant ici tant que vous êtes dans un lit ou un fauteuil de l’hôpital.
fault-call-none = Plus aucun appel n’est ouvert.
fault-call-said = Le motif de votre appel est déjà indiqué. Dites-le à la personne qui vient.
fault-call-first = Il faut d’abord que quelqu’un dise venir.
fault-call-another = Quelqu’un d’autre arrive déjà.
fault-call-closed = Cet appel est clos.
fault-call-cancelled = Le patient a repris cet appel.
fault-call-how = Choisissez ce qu’il en est résulté.
calls-waiting-count = { $n ->
    [one] { $n } patient appelle
   *[other] { $n } patients appellent
}
calls-coming-count = { $n ->
    [one] Quelqu’un arrive auprès de { $n } patient
   *[other] Quelqu’un arrive auprès de { $n } patients
}
# End of calls for a nurse

# Times and targets of sessions

hd-time-if-earlier = Heure, si c’était plus tôt
hd-came-earlier = Le patient est arrivé plus tôt
hd-confirmed-earlier = La confirmation a eu lieu plus tôt
hd-written-later = noté à { $at }
dialysis-says-clock = Saisissez une heure, par exemple 14:20.
dialysis-says-half-a-day = Saisissez une heure des 12 dernières heures. Rien n’est noté à l’avance.
dialysis-says-step-before = Cette heure précède l’étape d’avant. Vérifiez l’heure.
hd-plan-anew = Planifier à nouveau
hd-planned-anew = Nouvelle planification
hd-set-target = Fixer un autre objectif ou une autre durée
hd-goal-in-all = Volume à retirer au total
hd-time-in-all = Durée totale de la séance
hd-exchange = Échanger l’appareil
hd-exchanged = Appareil échangé
hd-exchange-means = La séance continue. L’autre appareil mesure désormais le patient et compte le volume à partir de zéro.
hd-removed-by-now = Volume retiré jusqu’ici
hd-counted-before-silence = { $volume } à { $at }, avant que la machine ne se taise. Relevez la valeur actuelle.
hd-counted-earlier = { $volume } à { $at }. Relevez la valeur actuelle.
hd-removed-on-this-machine = Volume retiré sur cet appareil
hd-removed-on-all-machines = Volume retiré jusqu’ici, toutes machines comprises
hd-add-before = Les machines précédentes ont retiré { $volume } : ajoutez-le à ce qu’affiche celle-ci.
hd-target-words = { $goal } en { $time } : { $why }
hd-target-above = { $target }. Plus par heure que prescrit : { $why }
hd-exchange-words = { $to } à la place de { $from }, { $removed } retirés jusque-là : { $why }
hd-log-target = Nouvelle planification : { $target }
said-dialysis-target = C’est planifié à nouveau. Ce qui était prévu avant reste lisible.
said-dialysis-exchanged = Le patient est sur l’autre appareil, qui le mesure désormais.
dialysis-says-anew-running = Cela ne se planifie à nouveau que pendant la séance. Regardez de nouveau.
dialysis-says-time-over = Le sang circule déjà depuis plus longtemps. Saisissez plus de minutes ou terminez la séance.
dialysis-says-read-off = Le volume retiré que l’on connaît n’est plus actuel. Relevez sur la machine la valeur actuelle.
dialysis-says-of-all-machines = Les machines précédentes ont retiré davantage. Saisissez ce qui a été retiré par toutes les machines ensemble.
dialysis-says-far-above-rate = L’ultrafiltration dépasserait 13 mL/kg/h, et la prescription permet moins : davantage de dommages sont connus au-dessus de 13. Indiquez pourquoi, retirez moins ou prolongez la séance.
dialysis-says-exchanged-meanwhile = Quelqu’un a échangé l’appareil entre-temps. Regardez de nouveau.
plan-books-itself = Le plan se réserve aussi tout seul : une fois par heure, chaque ligne pour les { $n } prochains jours. Ce qui ne peut pas être réservé figure parmi les séances manquées jusqu’à ce que ce soit fait.
nothing-booked-in-time = Prescrit, et rien de réservé à temps
longest-gap-prescribed = Plus long intervalle prescrit, en jours
diary-confirmed = Confirmée
diary-to-confirm = À confirmer
diary-confirm = Confirmer la séance
diary-confirm-of = Confirmer la séance de { $name }
diary-booked-by-patient = Le patient a réservé cette séance sur le portail.
diary-i-come = Je viendrai
diary-i-come-to = Je viendrai à cette séance
said-diary-confirmed = La séance est confirmée.
said-diary-own-confirmed = Vous avez confirmé votre venue.
diary-says-confirmed-already = Cette séance est déjà confirmée.
diary-says-not-by-booker = Qui a réservé une séance ne la confirme pas.
diary-says-unit-booked = L’unité a réservé cette séance. Le patient la confirme sur son portail.
# End of times and targets of sessions
# Gates of a treatment
unfit-disinfection-due = Cette machine n’a pas été désinfectée depuis le dernier traitement, ou l’a été il y a trop longtemps.
hdn-they-left-before = Parti avant le branchement
missed-left = Parti avant le début
hd-let-go = Repart sans traitement
hd-not-apart = Ce poste n’est pas à part, or il en faut un. Déplacez la séance vers un poste à part dans l’agenda : personne n’est accueilli ni branché ici avant.
hd-disinfect-machine = Noter une désinfection
hd-unsuited = Réservé à des postes qui ne sont pas à part
hd-unsuited-text = Un poste à part est nécessaire depuis. Personne n’est accueilli à ces postes : déplacez les séances.
hd-move-in-the-diary = Les déplacer dans l’agenda
diary-not-apart = Poste à part nécessaire
disinfection-now = Désinfectée maintenant, avec succès
hds-they-need-a-chair-apart = Un poste à part est nécessaire, et celui-ci ne l’est pas. Déplacez d’abord la séance dans l’agenda.
hds-haemodiafiltration-this-chair = Une hémodiafiltration ou une hémofiltration est prescrite, et ce poste ne la permet pas. Réservez un autre poste ou faites revoir la prescription.
hds-around-the-clock = Une dialyse en continu est prescrite : elle se fait au lit et n’est pas une séance à un poste. Faites d’abord revoir la prescription.
hds-haemodiafiltration-this-machine = Une hémodiafiltration ou une hémofiltration est prescrite, et cette machine est à un poste qui ne la permet pas. Choisissez-en une autre.
hds-a-medicine-has-no-witness = Un médicament n’a pas encore de témoin. Une autre personne que celle qui l’a donné en témoigne d’abord : après la signature, personne ne le peut.
hds-not-disinfected-since = Cette machine n’a pas été désinfectée depuis le dernier traitement, ou l’a été il y a trop longtemps. Désinfectez-la et notez-le, ou choisissez-en une autre.
hds-no-dialysis-machine = Ce n’est pas une machine de dialyse. Choisissez-en une autre.
hds-not-of-this-ward = Cette machine n’est pas de ce service et ne s’y trouve pas. Choisissez-en une autre.
hds-choose-why-not-treated = Choisissez pourquoi il n’y a pas de traitement.
hds-they-go-without = Le départ sans traitement est noté.
diary-no-machine-of-this-ward = Ce qui se trouve à ce poste n’est pas une machine de dialyse de ce service. Choisissez un autre poste.
hds-kept-for-another = Cette machine est réservée à une infection qui n’a pas été trouvée. Choisissez-en une autre.
hds-one-that-is-kept = Ce service réserve des machines à ce qui a été trouvé. Choisissez-en une.
diary-machine-kept = La machine de ce poste est réservée à une infection qui n’a pas été trouvée. Choisissez un autre poste.
diary-machine-not-kept = Ce service réserve des machines à ce qui a été trouvé, et ce poste n’en a pas. Choisissez un autre poste.
machine-kept-for = Réservée à
machine-kept-for-hint = Pour les machines de dialyse : pour qui ceci a été trouvé, et pour personne d’autre.
machine-for-everybody = Tous
machine-disinfect-hours = Une désinfection vaut (heures)
machine-disinfect-hours-hint = Laissez vide si elle vaut jusqu’au prochain traitement, quel qu’en soit le délai.
machine-says-kept-for = Choisissez une infection de la liste, ou tous.
machine-says-disinfect-hours = Saisissez 1 à 720 heures, ou laissez vide.
hds-result-and-unsuited = Le résultat est noté. Ce qui est réservé ne convient plus : déplacez-le.
# End of gates of a treatment
# Services, lits et postes, et où se trouvent les machines
wards-beds-chairs = Services, lits et postes
places-desk = Quels services, lits et postes de dialyse existent, et quelle machine se trouve où.
find-places = Services, lits et postes : ajouter, renommer, retirer, placer des machines
places-context = Ce que l’hôpital possède, et où se trouvent les machines
another-ward = Un autre service
ward-name-hint = Comme on l’appelle, par exemple Service 4 ou Dialyse Ouest.
add-the-ward = Ajouter le service
places-done = Ce qui a été fait
places-done-none = Ce qui est créé, renommé et retiré figure ici.
no-wards-yet = Pas encore de service
no-wards-yet-text = Ajoutez le premier ci-dessous. Les lits et les postes se trouvent dans un service.
dialysis-chairs = Postes de dialyse
place-made = Créé : { $name }
place-renamed = { $before } s’appelle maintenant { $name }
place-changed = Modifié : { $name }
place-retired = Retiré : { $name }
all-wards = Tous les services
place-a-machine = Placer une machine
the-ward-itself = Le service lui-même
take-away = L’enlever
take-away-what = L’enlever : { $name }
take-away-means = Elle ne se trouve nulle part jusqu’à ce qu’on la replace. Les séances réservées à son poste restent, sans machine.
measures-somebody = mesure quelqu’un
retire = Retirer
retire-what = Retirer { $name }
retire-means = Hors d’usage pour de bon. Ce qui s’y est passé reste, et son nom est de nouveau libre.
no-beds-yet = Pas de lit
no-beds-yet-text = Un lit figure au tableau du service dès qu’il est ajouté.
no-chairs-yet = Pas de poste de dialyse
no-chairs-yet-text = Avec un poste, le service figure dans l’agenda ; ses séries se règlent dans le plan hebdomadaire.
bed = Lit
beds-in = Lits de { $ward }
chairs-in = Postes de dialyse de { $ward }
chair-is = Pour qui
chair-booked = Réservées
chair-apart-words = Isolé, pour qui porte ce que d’autres ne doivent pas attraper
chair-hdf-words = Eau et machine adaptées à l’hémodiafiltration et à l’hémofiltration
change-what = Modifier { $name }
bed-number-asked = Numéro du nouveau lit
bed-number-hint = Vide : le numéro suivant de ce service.
add-a-bed = Ajouter un lit
chair-name-asked = Nom du nouveau poste
chair-name-hint = Par exemple D-09. Il reçoit sa propre place dans le service, où se trouve sa machine.
add-a-chair = Ajouter un poste
choose-a-machine = Choisissez une machine
choose-a-place = Choisissez une place
nothing-to-place = Les machines qui ne se trouvent nulle part, ou dans ce service, peuvent être placées ici dès qu’il a un lit ou un poste. Celle d’un autre service se déplace sur sa propre page.
place-which-hint = Celles qui ne se trouvent nulle part, et celles de ce service. Celle d’un autre service se déplace sur sa propre page.
put-it-where = Où la placer
put-it-where-hint = De là où elle se trouve, en une fois. Un moniteur emporte la personne qu’il mesure.
place-here = La placer là
rename = Renommer
where-it-stands = Où elle se trouve
no-places-yet = L’hôpital n’a encore ni lit ni poste.
ward-and-chair = { $ward }, poste { $chair }
machine-log-placed = Placée : { $place }
machine-log-taken-away = Enlevée de { $place }
places-title-ward = Lits et postes d’un service
right-machine-place = dire où se trouvent les machines
right-place-manage = organiser les services, les lits et les postes
said-machine-placed = La machine se trouve là désormais.
said-machine-taken-away = La machine ne se trouve plus nulle part.
said-place-retired = C’est retiré. Ce qui s’y est passé reste connu.
said-place-changed = Ce qui a changé est enregistré.
said-ward-made = Le service est créé. Donnez-lui des lits ou des postes.
said-bed-made = Le lit est là, et au tableau du service.
said-chair-made = Le poste est là, et dans l’agenda.
fault-ward-name = Saisissez le nom du service.
fault-chair-name = Saisissez le nom du poste.
fault-bed-number = Saisissez un nombre de 1 à 9999.
fault-ward-taken = Un autre service de cet hôpital porte ce nom.
fault-bed-taken = Un autre lit de ce service porte ce numéro.
fault-chair-taken = Un autre poste de cet hôpital porte ce nom.
fault-bed-patient = Quelqu’un y est mesuré. Il peut être retiré quand il n’y a plus personne.
fault-place-machine = Une machine s’y trouve. Enlevez-la d’abord.
fault-bed-chair = Un poste s’y trouve. Retirez le poste.
fault-chair-session = Une séance y est réservée ou en cours. Déplacez-la ou annulez-la d’abord.
fault-chair-plan = Le plan hebdomadaire utilise ce poste. Terminez ou déplacez d’abord ses lignes.
fault-chair-offer = Ce poste est proposé à quelqu’un qui attend. Attendez sa réponse.
fault-ward-patient = Quelqu’un se trouve dans ce service. Il peut être retiré quand il n’y a plus personne.
fault-ward-chairs = Ce service a encore des postes. Retirez-les d’abord.
fault-ward-beds = Ce service a encore des lits. Retirez-les d’abord.
fault-ward-machines = Des machines appartiennent à ce service. Dites sur leurs papiers où elles vont désormais.
fault-ward-duty = Quelqu’un est de service ici. Terminez d’abord son service.
fault-place-gone = Cette place a été retirée entre-temps. Rechargez la page.
fault-beds-many = Ce service a déjà 200 lits. Créez un autre service.
fault-chairs-many = Ce service a déjà 60 postes. Créez un autre service.
fault-stands-there = Cette machine s’y trouve déjà.
fault-another-stands = Une autre machine de dialyse s’y trouve. Enlevez-la d’abord.
fault-somebody-else-there = Quelqu’un d’autre y est mesuré.
fault-it-measures = Elle mesure quelqu’un. Déplacez-la avec cette personne, ou enlevez-la quand elle ne mesure personne.
fault-stands-nowhere = Cette machine ne se trouve nulle part.
fault-is-dialysed = Quelqu’un y est dialysé. Elle peut être déplacée quand la séance est terminée.
fault-choose-place = Choisissez une place de cet hôpital.
fault-moved-meanwhile = Quelqu’un d’autre vient de déplacer cette machine. Rechargez la page.

# Forms that lose nothing

form-not-yet-saved = Rien n’est encore enregistré. Relisez ce que vous avez saisi, puis envoyez-le à nouveau.
typed-unit-unknown = L’unité dans laquelle ceci a été saisi n’est pas connue. Vérifiez la valeur.
rule-weight-last = Le dernier poids était de { $last } { $unit }. Est-ce bien { $now } { $same } ?
rule-weight-dry = Le poids sec est de { $dry } { $unit }. Est-ce bien { $now } { $same } ?
hd-is-it-right = Ce poids est-il juste ?
hd-weight-is-right = { $weight }, c’est juste
hd-dry-weight-changed = Quelqu’un d’autre a fixé le poids sec entre-temps. Regardez-le à nouveau.
older-lines = Lignes plus anciennes
# End of forms that lose nothing
diary-by-number-hint = Plus de personnes sont dialysées qu’une liste n’en montre. Saisissez le numéro de l’une d’elles dans cet hôpital ; seules celles à qui la dialyse est prescrite peuvent être inscrites.
fault-nobody-has-number = Personne dans cet hôpital ne porte ce numéro.
# The forecast of a fall
fc-title = Qualité de la prévision d’une chute de pression
fc-page = Qualité de la prévision
fc-desk = La prévision d’une chute de pression : ce qu’elle vaut, et si elle figure au poste
fc-context = Ajustée sur des séances signées de cet hôpital, essayée sur des patients dont elle n’a rien appris
fc-what = Une chute est une pression systolique inférieure à 90 mmHg, ou à 100 si elle était de 160 et plus avant le traitement, de 15 à 75 minutes plus tard.
fc-advises = Elle conseille : personne n’est appelé par elle.
fc-never-looked = Les séances de cet hôpital n’ont pas encore été examinées. Cela se fait une fois par semaine, la nuit, et quand quelqu’un qui dirige l’hôpital le demande.
fc-quality = Chez des patients dont elle n’a rien appris
fc-auroc = AUROC
fc-auroc-means = Sur 100 paires d’un moment avant une chute et d’un moment sans chute, elle a donné la plus forte probabilité à celui d’avant la chute dans { $n }. Au hasard, ce serait 50.
fc-brier = Carré moyen de l’erreur (Brier)
fc-brier-means = Moins vaut mieux. Qui dit à tous la même part a { $share }.
fc-learned-from = Elle a appris de
fc-tried-on = Elle a été essayée sur
fc-sessions = séances
fc-counted = Patients : { $patients }. Moments : { $moments }. Séances avec une chute : { $falls }.
fc-of-time = Ajustée le { $at }, sur des séances du { $since } au { $until }.
fc-split = Un patient sur cinq est mis de côté, toujours les mêmes, et personne n’est des deux côtés.
fc-calibration = Ce qu’elle a dit, et ce qui est arrivé
fc-calibration-says = Ce qu’elle a dit face à ce qui est arrivé : { $points }.
fc-point = dit { $said }, arrivé { $happened }, moments { $n }
fc-calibration-means = Sur la ligne, ce qu’elle appelle 20 % est arrivé dans 20 moments sur 100. Au-dessus, elle a dit trop peu ; au-dessous, trop. Un point plus grand compte plus de moments.
fc-said = Elle a dit
fc-happened = C’est arrivé
fc-moments = Moments
fc-inputs = Ce sur quoi elle s’appuie
fc-input = Donnée
fc-history = Part des dix dernières séances avec une chute
fc-step = Un pas
fc-weight = Poids
fc-does = Ce que fait une valeur plus haute
fc-more-raises = augmente la probabilité
fc-more-lowers = diminue la probabilité
fc-weight-means = Le poids est ce qu’un pas de plus, un écart type, ajoute au logarithme de la cote.
fc-looked = Le dernier examen des séances
fc-looked-at = Séances avec un moment dont on peut apprendre : { $sessions }. Moments : { $moments }.
fc-left-out = Laissés de côté : { $unknown } dont nul ne peut dire la suite, et { $missing } où une donnée manquait.
fc-too-few = Trop peu est consigné pour ajuster une prévision, ou pour savoir ce qu’elle vaudrait :
fc-lack-falls = Séances avec une chute, pour apprendre : { $there } sur { $least }
fc-lack-others = Séances sans chute, pour apprendre : { $there } sur { $least }
fc-lack-held-falls = Séances avec une chute de patients mis de côté : { $there } sur { $least }
fc-lack-held-others = Séances sans chute de patients mis de côté : { $there } sur { $least }
fc-why-so-many = Dix par donnée pour apprendre (Peduzzi et al., 1996), et cent de chaque pour l’essayer (Collins et al., 2016).
fc-no-spread = Une des données était la même à chaque moment : on ne peut rien en apprendre.
fc-by-itself = d’elle-même
fc-at-the-chair = Au poste
fc-is-shown = La prévision ajustée le { $at } figure au poste.
fc-is-not-shown = Aucune probabilité de chute n’est affichée au poste.
fc-newer = Celle ci-dessus est plus récente. Elle figurera au poste quand quelqu’un l’aura regardée et l’affichera.
fc-show = Afficher celle ci-dessus au poste
fc-show-why = Pourquoi elle est assez bonne
fc-hide = N’en plus afficher
fc-decisions = Qui a décidé, et pourquoi
fc-decided = Décidé
fc-shows-that-of = La prévision du { $at } est affichée
fc-shows-none = Aucune n’est affichée
fc-fit-anew = Ajuster à nouveau
fc-fit-anew-text = La prévision est ajustée d’elle-même une fois par semaine, la nuit. Ce qui a été ajusté avant reste, et ce qui figure au poste y reste.
fc-chance = Probabilité d’une chute dans les 15 à 75 prochaines minutes :
fc-raised-by = Augmentée par { $parts }
fc-lowered-by = Diminuée par { $parts }
fc-of-fit = Ajustée le { $at } sur { $n } séances de cet hôpital, AUROC { $auroc }.
fc-missing-readings = Aucune probabilité n’est affichée : il y a moins de trois pressions dans la dernière heure.
fc-missing-old = Aucune probabilité n’est affichée : la dernière pression date de plus d’une demi-heure.
fc-missing-rate = Aucune probabilité n’est affichée : le débit d’ultrafiltration de la dernière demi-heure n’est pas connu.
fc-missing-history = Aucune probabilité n’est affichée : aucune séance antérieure n’est connue.
fc-may-read = voir la qualité de la prévision d’une chute de pression
fc-may-set = ajuster à nouveau la prévision d’une chute et l’afficher au poste
fc-just-fitted = Elle a été ajustée il y a moins de dix minutes : le résultat figure ici.
fc-is-being-fitted = L’ajustement est en cours. Rechargez cette page dans une minute.
fc-is-fitted-already = L’ajustement est déjà en cours. Rechargez cette page dans une minute.
fc-stands-now = Elle figure au poste dès maintenant.
fc-none-now = Aucune probabilité n’est affichée au poste dès maintenant.
