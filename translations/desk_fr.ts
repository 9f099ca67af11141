<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>I am absent</source>
        <translation>Je m’absente</translation>
    </message>
    <message>
        <source>Note my absence</source>
        <translation>Noter mon absence</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Je suis de retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Until then the portal publishes none of your scheduled replies: each is held at its moment, and waits for your decision. Nothing else changes.</source>
        <translation>Jusque-là, le portail ne publie aucune de vos réponses programmées&#xa0;: chacune est retenue le moment venu et attend votre décision. Rien d’autre ne change.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Sign in first: the portal does not know of your absence.</source>
        <translation>Connectez-vous d’abord&#xa0;: le portail ne sait pas que vous vous absentez.</translation>
    </message>
    <message>
        <source>The portal cannot be reached: it does not know of your absence. Try again.</source>
        <translation>Le portail est injoignable&#xa0;: il ne sait pas que vous vous absentez. Réessayez.</translation>
    </message>
    <message>
        <source>This moment has passed: choose a later one.</source>
        <translation>Ce moment est passé&#xa0;: choisissez-en un plus tard.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Session</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Message</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Réponse</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>I am &amp;absent…</source>
        <translation>Je m’&amp;absente…</translation>
    </message>
    <message>
        <source>&amp;Notifications…</source>
        <translation>&amp;Notifications…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>Ne&amp;xt message to answer</source>
        <translation>Message sui&amp;vant à traiter</translation>
    </message>
    <message>
        <source>&amp;Take charge</source>
        <translation>&amp;Prendre en charge</translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation>&amp;Rendre</translation>
    </message>
    <message>
        <source>Show the &amp;identifier</source>
        <translation>Afficher l’&amp;identifiant</translation>
    </message>
    <message>
        <source>&amp;Proof of the reply…</source>
        <translation>Preu&amp;ve de la réponse…</translation>
    </message>
    <message>
        <source>Internal &amp;note…</source>
        <translation>&amp;Note interne…</translation>
    </message>
    <message>
        <source>&amp;Correct the motif…</source>
        <translation>&amp;Corriger le motif…</translation>
    </message>
    <message>
        <source>Tran&amp;sfer…</source>
        <translation>Trans&amp;férer…</translation>
    </message>
    <message>
        <source>Exchanges of the &amp;adherent</source>
        <translation>Échanges de l’&amp;adhérent</translation>
    </message>
    <message>
        <source>Cop&amp;y the message&apos;s address</source>
        <translation>Copier l’adress&amp;e du message</translation>
    </message>
    <message>
        <source>Deposited d&amp;ocuments</source>
        <translation>D&amp;ocuments déposés</translation>
    </message>
    <message>
        <source>Open in a &amp;window</source>
        <translation>Ou&amp;vrir dans une fenêtre</translation>
    </message>
    <message>
        <source>Why this &amp;deadline?</source>
        <translation>Pourquoi cette éc&amp;héance&#xa0;?</translation>
    </message>
    <message>
        <source>Pa&amp;use the deadline…</source>
        <translation>S&amp;uspendre le délai…</translation>
    </message>
    <message>
        <source>Let the deadline run a&amp;gain</source>
        <translation>Re&amp;prendre le délai</translation>
    </message>
    <message>
        <source>Close without an &amp;answer…</source>
        <translation>Clore &amp;sans réponse…</translation>
    </message>
    <message>
        <source>&amp;End a colleague&apos;s hold…</source>
        <translation>&amp;Libérer ce qu’un collègue a en charge…</translation>
    </message>
    <message>
        <source>&amp;Write the reply</source>
        <translation>&amp;Rédiger la réponse</translation>
    </message>
    <message>
        <source>Choose a &amp;template…</source>
        <translation>Choisir un &amp;modèle…</translation>
    </message>
    <message>
        <source>&amp;Insert the suggested template</source>
        <translation>&amp;Insérer le modèle conseillé</translation>
    </message>
    <message>
        <source>&amp;Next missing value</source>
        <translation>Valeur manquante &amp;suivante</translation>
    </message>
    <message>
        <source>Next spelling mista&amp;ke</source>
        <translation>Faute d’&amp;orthographe suivante</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>&amp;Publier…</translation>
    </message>
    <message>
        <source>Publish, and open the ne&amp;xt message…</source>
        <translation>Publier et passer au message &amp;suivant…</translation>
    </message>
    <message>
        <source>Publish &amp;later…</source>
        <translation>Publier plus &amp;tard…</translation>
    </message>
    <message>
        <source>&amp;Cancel the scheduling</source>
        <translation>Annuler la pro&amp;grammation</translation>
    </message>
    <message>
        <source>Ask for a &amp;review…</source>
        <translation>Demander une re&amp;lecture…</translation>
    </message>
    <message>
        <source>Take the request for a review bac&amp;k</source>
        <translation>Retirer la demande de relect&amp;ure</translation>
    </message>
    <message>
        <source>Take &amp;up the text that was sent back</source>
        <translation>Reprendre le te&amp;xte renvoyé</translation>
    </message>
    <message>
        <source>Co&amp;mment on the selected passage…</source>
        <translation>Co&amp;mmenter le passage sélectionné…</translation>
    </message>
    <message>
        <source>&amp;Send the reply back…</source>
        <translation>Ren&amp;voyer la réponse…</translation>
    </message>
    <message>
        <source>&amp;Approve and publish…</source>
        <translation>&amp;Approuver et publier…</translation>
    </message>
    <message>
        <source>Take the published reply &amp;back</source>
        <translation>&amp;Reprendre la réponse publiée</translation>
    </message>
    <message>
        <source>&amp;Versions of the draft…</source>
        <translation>&amp;Versions du brouillon…</translation>
    </message>
    <message>
        <source>&amp;Delete the draft</source>
        <translation>&amp;Supprimer le brouillon</translation>
    </message>
    <message>
        <source>&amp;Search all messages…</source>
        <translation>&amp;Rechercher dans tous les messages…</translation>
    </message>
    <message>
        <source>Inbox / s&amp;upervision</source>
        <translation>Boîte de réception / s&amp;upervision</translation>
    </message>
    <message>
        <source>&amp;List of messages</source>
        <translation>&amp;Liste des messages</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>&amp;Filtrer la liste</translation>
    </message>
    <message>
        <source>&amp;Messages of the exchange</source>
        <translation>&amp;Messages de l’échange</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Boîte d’envoi</translation>
    </message>
    <message>
        <source>My &amp;drafts…</source>
        <translation>Mes &amp;brouillons…</translation>
    </message>
    <message>
        <source>&amp;Appointments…</source>
        <translation>Rende&amp;z-vous…</translation>
    </message>
    <message>
        <source>&amp;Every action…</source>
        <translation>&amp;Toutes les actions…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>&amp;Premiers pas…</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>À &amp;propos</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Colleagues read it, the adherent does not; they may ask for a copy of it. Facts only: no opinion on people, nothing about health (CNIL).</source>
        <translation>Vos collègues la lisent, l’adhérent ne la voit pas&#xa0;; il peut en demander copie. Des faits seulement&#xa0;: pas d’avis sur les personnes, rien sur la santé (CNIL).</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Texte de la note</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Pause the deadline?</source>
        <translation>Suspendre le délai&#xa0;?</translation>
    </message>
    <message>
        <source>The clock stands still until somebody lets it run again or the adherent writes. Say which document is awaited; colleagues read it.</source>
        <translation>Le délai ne court plus jusqu’à ce que quelqu’un le reprenne ou que l’adhérent écrive. Dites quelle pièce est attendue&#xa0;; les collègues le lisent.</translation>
    </message>
    <message>
        <source>Pause the deadline</source>
        <translation>Suspendre le délai</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Close without an answer?</source>
        <translation>Clore sans réponse&#xa0;?</translation>
    </message>
    <message>
        <source>The adherent receives no reply to this message. Colleagues read the reason.</source>
        <translation>L’adhérent ne recevra pas de réponse à ce message. Vos collègues liront la raison.</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Clore sans réponse</translation>
    </message>
    <message>
        <source>End the colleague&apos;s hold?</source>
        <translation>Mettre fin à la prise en charge du collègue&#xa0;?</translation>
    </message>
    <message>
        <source>Anybody may then take the exchange. What the colleague has written stays on their PC; they read the reason.</source>
        <translation>Chacun pourra alors prendre l’échange. Ce que votre collègue a écrit reste sur son PC&#xa0;; il lira la raison.</translation>
    </message>
    <message>
        <source>End the hold</source>
        <translation>Mettre fin à la prise en charge</translation>
    </message>
</context>
<context>
    <name>AddressedMessage</name>
    <message>
        <source>The message&apos;s address is copied: it opens the message in desk.</source>
        <translation>L’adresse du message est copiée&#xa0;: elle ouvre le message dans desk.</translation>
    </message>
    <message>
        <source>This address names a message that is not among those of your caisse.</source>
        <translation>Cette adresse désigne un message qui n’est pas parmi ceux de votre caisse.</translation>
    </message>
</context>
<context>
    <name>AdherentPanel</name>
    <message>
        <source>Exchanges of the adherent</source>
        <translation>Échanges de l’adhérent</translation>
    </message>
    <message>
        <source>Search in these exchanges</source>
        <translation>Rechercher dans ces échanges</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Texts of the chosen exchange</source>
        <translation>Textes de l’échange choisi</translation>
    </message>
    <message>
        <source>Open this exchange</source>
        <translation>Ouvrir cet échange</translation>
    </message>
    <message>
        <source>In a window</source>
        <translation>Dans une fenêtre</translation>
    </message>
    <message>
        <source>Open this exchange in a window of its own</source>
        <translation>Ouvrir cet échange dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>List and texts</source>
        <translation>Liste et textes</translation>
    </message>
    <message>
        <source>Exchanges of {name}</source>
        <translation>Échanges de {name}</translation>
    </message>
    <message>
        <source>shown beside</source>
        <translation>affiché à côté</translation>
    </message>
    <message>
        <source>{count}, {open}</source>
        <translation>{count}, {open}</translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s)</source>
        <translation>
            <numerusform>%n échange</numerusform>
            <numerusform>%n échanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ouvert</numerusform>
            <numerusform>%n ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>The MSA</source>
        <translation>La MSA</translation>
    </message>
    <message>
        <source>{proxy}, for {adherent}</source>
        <translation>{proxy}, pour {adherent}</translation>
    </message>
</context>
<context>
    <name>AdherentPlace</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>As this PC knows them: the portal could not be asked ({code}).</source>
        <translation>Tels que ce poste les connaît&#xa0;: le portail n’a pas pu être interrogé ({code}).</translation>
    </message>
</context>
<context>
    <name>AlertRulesDialog</name>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>{figure}, from</source>
        <translation>{figure}, à partir de</translation>
    </message>
    <message>
        <source>On the desktop after (minutes)</source>
        <translation>Sur le bureau après (minutes)</translation>
    </message>
    <message>
        <source>Insistently after (minutes)</source>
        <translation>Avec insistance après (minutes)</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silence à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>First a banner in the window, at any hour; then the desktop, then insistently, but not in the quiet hours.</source>
        <translation>D’abord un bandeau dans la fenêtre, à toute heure&#xa0;; puis sur le bureau, puis avec insistance, sauf pendant les heures de silence.</translation>
    </message>
</context>
<context>
    <name>AlertsWork</name>
    <message>
        <source>{figure}: {count}</source>
        <translation>{figure}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Desk – supervision</source>
        <translation>Desk – supervision</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Supervision</translation>
    </message>
</context>
<context>
    <name>AnswerAndNext</name>
    <message>
        <source>No other message of your competences waits for an answer.</source>
        <translation>Plus aucun message de vos compétences n’attend de réponse.</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Propose other half-days</source>
        <translation>Proposer d’autres demi-journées</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>At a precise hour</source>
        <translation>À une heure précise</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>Envoyer la réponse</translation>
    </message>
    <message>
        <source>Choose in the list</source>
        <translation>Choisir dans la liste</translation>
    </message>
    <message>
        <source>{half_day} (wish {number})</source>
        <translation>{half_day} (souhait {number})</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>%n caractère en trop.</numerusform>
            <numerusform>%n caractères en trop.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Dites pourquoi.</translation>
    </message>
    <message>
        <source>Choose a half-day.</source>
        <translation>Choisissez une demi-journée.</translation>
    </message>
    <message>
        <source>The same half-day is there twice.</source>
        <translation>La même demi-journée y est deux fois.</translation>
    </message>
    <message>
        <source>Half-day</source>
        <translation>Demi-journée</translation>
    </message>
    <message>
        <source>First half-day</source>
        <translation>Première demi-journée</translation>
    </message>
    <message>
        <source>Second (optional)</source>
        <translation>Deuxième (facultatif)</translation>
    </message>
    <message>
        <source>Third (optional)</source>
        <translation>Troisième (facultatif)</translation>
    </message>
    <message>
        <source>Why, for the adherent (without medical information)</source>
        <translation>Pourquoi, pour l’adhérent (sans information médicale)</translation>
    </message>
    <message>
        <source>Words for the adherent (optional, without medical information)</source>
        <translation>Mots pour l’adhérent (facultatif, sans information médicale)</translation>
    </message>
    <message>
        <source>{count} / {most}</source>
        <translation>{count} / {most}</translation>
    </message>
</context>
<context>
    <name>Appointments</name>
    <message>
        <source>To answer</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Half-days proposed</source>
        <translation>Proposition faite</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>QDate format, a day</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>matin</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>après-midi</translation>
    </message>
    <message>
        <source>{day} at {hour}</source>
        <translation>{day} à {hour}</translation>
    </message>
    <message>
        <source>Another subject</source>
        <translation>Autre sujet</translation>
    </message>
    <message>
        <source>By telephone: {number}</source>
        <translation>Par téléphone&#xa0;: {number}</translation>
    </message>
    <message>
        <source>{half_day} (+ {more})</source>
        <translation>{half_day} (+ {more})</translation>
    </message>
    <message>
        <source>This request has changed since you saw it: it is shown as it now is. What you typed is kept.</source>
        <translation>Cette demande a changé depuis que vous l’avez vue&#xa0;: elle est montrée telle qu’elle est. Ce que vous avez saisi est gardé.</translation>
    </message>
    <message>
        <source>The adherent has withdrawn it, or a colleague refused it.</source>
        <translation>L’adhérent l’a retirée, ou un collègue l’a refusée.</translation>
    </message>
    <message>
        <source>The place is closed then, or the hour is not of this half-day. Choose another.</source>
        <translation>Le lieu est fermé à ce moment, ou l’heure n’est pas de cette demi-journée. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The portal cannot be reached ({code}). An answer needs it, since a colleague may take the same half-day: what you typed is kept on this PC, send it again later.</source>
        <translation>Le portail est injoignable ({code}). Une réponse en a besoin, car un collègue peut prendre la même demi-journée&#xa0;: ce que vous avez saisi est gardé sur ce poste, envoyez-le de nouveau plus tard.</translation>
    </message>
    <message>
        <source>The portal did not take it ({code}). What you typed is kept on this PC.</source>
        <translation>Le portail ne l’a pas acceptée ({code}). Ce que vous avez saisi est gardé sur ce poste.</translation>
    </message>
    <message>
        <source>The portal cannot be reached ({code}): these are the requests that this PC knows. An answer needs the portal.</source>
        <translation>Le portail est injoignable ({code})&#xa0;: voici les demandes que ce poste connaît. Répondre demande le portail.</translation>
    </message>
    <message>
        <source>The portal did not answer ({code}).</source>
        <translation>Le portail n’a pas répondu ({code}).</translation>
    </message>
</context>
<context>
    <name>AppointmentsModel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adhérent</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Demandé le</translation>
    </message>
</context>
<context>
    <name>AppointmentsPlace</name>
    <message>
        <source>Asking the portal…</source>
        <translation>Interrogation du portail…</translation>
    </message>
    <message>
        <source>This request has changed while you were writing: it is shown as it now is. What you typed is kept.</source>
        <translation>Cette demande a changé pendant que vous écriviez&#xa0;: la voici telle qu’elle est. Ce que vous avez tapé est conservé.</translation>
    </message>
    <message>
        <source>Sending the answer…</source>
        <translation>Envoi de la réponse…</translation>
    </message>
    <message>
        <source>Answered: {reference}. The adherent finds it in the private space.</source>
        <translation>Réponse donnée&#xa0;: {reference}. L’adhérent la trouve dans son espace privé.</translation>
    </message>
</context>
<context>
    <name>AppointmentsWindow</name>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>State of the requests</source>
        <translation>État des demandes</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Demandes ouvertes</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Wished</source>
        <translation>Souhaits</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Convenu</translation>
    </message>
    <message>
        <source>The adherent writes</source>
        <translation>L’adhérent écrit</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Averti</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Request and its answer</source>
        <translation>Demande et sa réponse</translation>
    </message>
    <message>
        <source>Requests and the chosen one</source>
        <translation>Demandes et celle qui est choisie</translation>
    </message>
    <message>
        <source>Nobody has asked for an appointment. A new request is told at the foot of the main window.</source>
        <translation>Personne n’attend de rendez-vous. Une nouvelle demande s’annonce au bas de la fenêtre principale.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to answer</source>
        <translation>
            <numerusform>%n demande à traiter</numerusform>
            <numerusform>%n demandes à traiter</numerusform>
        </translation>
    </message>
    <message>
        <source>No request is open.</source>
        <translation>Aucune demande n’est ouverte.</translation>
    </message>
    <message>
        <source>{adherent}, asked by {proxy}</source>
        <translation>{adherent}, demandé par {proxy}</translation>
    </message>
    <message>
        <source>by {agent}, {moment}</source>
        <translation>par {agent}, {moment}</translation>
    </message>
    <message>
        <source>{words}, proposed: {half_days}</source>
        <translation>{words}, proposé&#xa0;: {half_days}</translation>
    </message>
</context>
<context>
    <name>AskReviewDialog</name>
    <message>
        <source>Ask for a review</source>
        <translation>Demander une relecture</translation>
    </message>
    <message>
        <source>First lines of the reply</source>
        <translation>Premières lignes de la réponse</translation>
    </message>
    <message>
        <source>Any supervisor</source>
        <translation>Un superviseur</translation>
    </message>
    <message>
        <source>The first one who is free</source>
        <translation>Le premier disponible</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Qui relit</translation>
    </message>
    <message>
        <source>Search a colleague</source>
        <translation>Chercher un collègue</translation>
    </message>
    <message>
        <source>A name…</source>
        <translation>Un nom…</translation>
    </message>
    <message>
        <source>Ask for the review</source>
        <translation>Demander la relecture</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer à écrire</translation>
    </message>
    <message>
        <source>The reply leaves in your name once it is approved. It may come back with comments.</source>
        <translation>La réponse part en votre nom dès qu’elle est approuvée. Elle peut vous revenir avec des commentaires.</translation>
    </message>
    <message>
        <source>You are in training: your replies leave after a colleague read them.</source>
        <translation>Vous êtes en formation&#xa0;: vos réponses partent après relecture par un collègue.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Superviseur</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collègue</translation>
    </message>
</context>
<context>
    <name>AskedPage</name>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Retour au tableau</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>Question posée au portail…</translation>
    </message>
    <message>
        <source>The portal does not answer ({code})</source>
        <translation>Le portail ne répond pas ({code})</translation>
    </message>
    <message>
        <source>Old figures, of {time}.</source>
        <translation>Chiffres anciens, de {time}.</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Selected messages</source>
        <translation>Messages sélectionnés</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Correct the motif…</source>
        <translation>Corriger le motif…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Clore…</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Désélectionner</translation>
    </message>
    <message>
        <source>Deselect the messages</source>
        <translation>Désélectionner les messages</translation>
    </message>
    <message>
        <source>{count} messages selected: at most {most} at once</source>
        <translation>{count} messages sélectionnés&#xa0;: {most} au plus à la fois</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) selected</source>
        <translation>
            <numerusform>%n message sélectionné</numerusform>
            <numerusform>%n messages sélectionnés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchWork</name>
    <message numerus="yes">
        <source>End the holds on %n message(s)?</source>
        <translation>
            <numerusform>Lever la prise en charge de %n message&#xa0;?</numerusform>
            <numerusform>Lever la prise en charge de %n messages&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody may then take them. The colleagues read the reason.</source>
        <translation>Chacun pourra ensuite les prendre. Les collègues lisent la raison.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>End the holds</source>
        <translation>Lever les prises en charge</translation>
    </message>
    <message numerus="yes">
        <source>Holding reply to %n message(s)?</source>
        <translation>
            <numerusform>Réponse d’attente à %n message&#xa0;?</numerusform>
            <numerusform>Réponse d’attente à %n messages&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each adherent receives this text and is notified. The clocks do not stop: an answer is still due.</source>
        <translation>Chaque adhérent reçoit ce texte et en est averti. Les délais continuent de courir&#xa0;: une réponse reste due.</translation>
    </message>
    <message>
        <source>Text of the holding reply</source>
        <translation>Texte de la réponse d’attente</translation>
    </message>
    <message>
        <source>Publish to all of them</source>
        <translation>Publier à tous</translation>
    </message>
    <message>
        <source>Nobody any more</source>
        <translation>Plus personne</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n message(s)</source>
        <translation>
            <numerusform>Affecter %n message</numerusform>
            <numerusform>Affecter %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no hold: colleagues may still take them.</source>
        <translation>Ce n’est pas une prise en charge&#xa0;: les collègues peuvent encore les prendre.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Affecter</translation>
    </message>
    <message>
        <source>A team of this caisse</source>
        <translation>Une équipe de cette caisse</translation>
    </message>
    <message>
        <source>Another caisse</source>
        <translation>Une autre caisse</translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n message(s)</source>
        <translation>
            <numerusform>Transférer %n message</numerusform>
            <numerusform>Transférer %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take charge of %n message(s)</source>
        <translation>
            <numerusform>Prendre en charge %n message</numerusform>
            <numerusform>Prendre en charge %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n message(s) back</source>
        <translation>
            <numerusform>Rendre %n message</numerusform>
            <numerusform>Rendre %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct the motif of %n message(s)</source>
        <translation>
            <numerusform>Corriger le motif de %n message</numerusform>
            <numerusform>Corriger le motif de %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>What the adherents chose stays known.</source>
        <translation>Ce que les adhérents ont choisi reste connu.</translation>
    </message>
    <message>
        <source>Correct the motif</source>
        <translation>Corriger le motif</translation>
    </message>
    <message>
        <source>To another caisse they leave yours. Colleagues read the reason.</source>
        <translation>Vers une autre caisse, ils quittent la vôtre. Les collègues lisent la raison.</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message numerus="yes">
        <source>Close %n message(s) without an answer?</source>
        <translation>
            <numerusform>Clore %n message sans réponse&#xa0;?</numerusform>
            <numerusform>Clore %n messages sans réponse&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>The adherents receive no reply to these messages. The reason is written with each of them; colleagues read it.</source>
        <translation>Les adhérents ne reçoivent pas de réponse à ces messages. La raison est inscrite à chacun d’eux&#xa0;; les collègues la lisent.</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Clore sans réponse</translation>
    </message>
    <message numerus="yes">
        <source>Undone for %n message(s)</source>
        <translation>
            <numerusform>Annulé pour %n message</numerusform>
            <numerusform>Annulé pour %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Beside the conversation</source>
        <translation>À côté de la conversation</translation>
    </message>
    <message>
        <source>Conversation and what stands beside it</source>
        <translation>Conversation et ce qui est à côté</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Supervision: now</source>
        <translation>Supervision&#xa0;: maintenant</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>Question posée au portail…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Agents…</source>
        <translation>Agents…</translation>
    </message>
    <message>
        <source>Alerts…</source>
        <translation>Alertes…</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Figures told apart, and by half-day</source>
        <translation>Chiffres détaillés, et par demi-journée</translation>
    </message>
    <message>
        <source>Old figures, of {time} ({age} ago)</source>
        <translation>Chiffres anciens, de {time} (il y a {age})</translation>
    </message>
    <message>
        <source>Figures of {time} ({age} ago)</source>
        <translation>Chiffres de {time} (il y a {age})</translation>
    </message>
</context>
<context>
    <name>CellTable</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Exchange</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>Messages and reply</source>
        <translation>Messages et réponse</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>A few letters</source>
        <translation>Quelques lettres</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>CommentList</name>
    <message>
        <source>Scroll the comments</source>
        <translation>Faire défiler les commentaires</translation>
    </message>
    <message>
        <source>“{passage}”
{comment}</source>
        <translation>«&#xa0;{passage}&#xa0;»
{comment}</translation>
    </message>
    <message>
        <source>On “{passage}”: {comment}</source>
        <translation>Sur «&#xa0;{passage}&#xa0;»&#xa0;: {comment}</translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message>
        <source>Only in this text: {quoted}</source>
        <translation>Seulement dans ce texte&#xa0;: {quoted}</translation>
    </message>
    <message>
        <source>Only in the other text: {quoted}</source>
        <translation>Seulement dans l’autre texte&#xa0;: {quoted}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two quotations</comment>
        <translation>&#xa0;; </translation>
    </message>
    <message>
        <source>Both texts are the same</source>
        <translation>Les deux textes sont identiques</translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Texte de la réponse</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Votre réponse</translation>
    </message>
    <message>
        <source>Being queued…</source>
        <translation>Mise en file…</translation>
    </message>
    <message>
        <source>Not saved yet: {reason}. The text is held here and tried again</source>
        <translation>Pas encore enregistré&#xa0;: {reason}. Le texte est gardé ici, l’enregistrement est retenté</translation>
    </message>
    <message>
        <source>A reply is scheduled: it leaves {moment}</source>
        <translation>Une réponse est programmée&#xa0;: elle partira {moment}</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>le disque ne répond pas</translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation>le disque refuse</translation>
    </message>
    <message>
        <source>Draft saved on this PC at {time}</source>
        <translation>Brouillon enregistré sur ce PC à {time}</translation>
    </message>
    <message>
        <source>Draft being saved…</source>
        <translation>Brouillon en cours d’enregistrement…</translation>
    </message>
    <message>
        <source>{name} is answering this message. You can write, and your text is kept; publishing waits until the exchange is free.</source>
        <translation>{name} répond à ce message. Vous pouvez écrire, votre texte est gardé&#x202f;; la publication attend que l’échange soit libre.</translation>
    </message>
    <message>
        <source>{name} has already written a reply, which {whom} is asked to review: see it above.</source>
        <translation>{name} a déjà écrit une réponse, dont la relecture est demandée à {whom}&#xa0;: elle est affichée au-dessus.</translation>
    </message>
    <message>
        <source>This exchange already has its answer. Your text is kept as a draft.</source>
        <translation>Cet échange a déjà sa réponse. Votre texte est gardé comme brouillon.</translation>
    </message>
    <message>
        <source>The exchange has changed since you began to write. Read it again above.</source>
        <translation>L’échange a changé depuis que vous écrivez. Relisez-le ci-dessus.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>J’ai relu</translation>
    </message>
    <message>
        <source>This exchange has its answer.</source>
        <translation>Cet échange a sa réponse.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Publish the holding reply?</source>
        <translation>Publier la réponse d’attente&#x202f;?</translation>
    </message>
    <message>
        <source>Publish the answer?</source>
        <translation>Publier la réponse&#x202f;?</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Écrit par</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>First lines of the reply</source>
        <translation>Premières lignes de la réponse</translation>
    </message>
    <message>
        <source>Publish the holding reply</source>
        <translation>Publier la réponse d’attente</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer à écrire</translation>
    </message>
    <message>
        <source>The clock stays paused.</source>
        <translation>Le délai reste suspendu.</translation>
    </message>
    <message>
        <source>The clock does not stop: an answer is still due {moment}.</source>
        <translation>Le délai continue&#xa0;: une réponse reste due {moment}.</translation>
    </message>
    <message>
        <source>The 48 h clock stops.</source>
        <translation>Le délai de 48 h s’arrête.</translation>
    </message>
    <message>
        <source>The portal cannot be reached: the reply waits in the outbox and leaves by itself, once.</source>
        <translation>Le portail est injoignable&#xa0;: la réponse attend dans la boîte d’envoi et part d’elle-même, une seule fois.</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>The exchange changed before your reply arrived</source>
        <translation>L’échange a changé avant l’arrivée de votre réponse</translation>
    </message>
    <message>
        <source>Nothing was published. Your text is safe whatever you choose.</source>
        <translation>Rien n’a été publié. Votre texte est en sécurité, quel que soit votre choix.</translation>
    </message>
    <message>
        <source>The text in the exchange</source>
        <translation>Le texte dans l’échange</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>The merged text</source>
        <translation>Le texte fusionné</translation>
    </message>
    <message>
        <source>Keep my text as a draft</source>
        <translation>Garder mon texte en brouillon</translation>
    </message>
    <message>
        <source>Merge both texts</source>
        <translation>Fusionner les deux textes</translation>
    </message>
    <message>
        <source>Publish my text all the same…</source>
        <translation>Publier mon texte quand même…</translation>
    </message>
    <message>
        <source>Give up my text</source>
        <translation>Abandonner mon texte</translation>
    </message>
    <message>
        <source>The exchange</source>
        <translation>L’échange</translation>
    </message>
    <message>
        <source>The MSA</source>
        <translation>La MSA</translation>
    </message>
    <message>
        <source>The exchange changed before your reply was scheduled</source>
        <translation>L’échange a changé avant que votre réponse soit programmée</translation>
    </message>
    <message>
        <source>Nothing is scheduled. Your text is safe whatever you choose.</source>
        <translation>Rien n’est programmé. Votre texte est en sécurité, quoi que vous choisissiez.</translation>
    </message>
    <message>
        <source>Schedule my text all the same…</source>
        <translation>Programmer mon texte quand même…</translation>
    </message>
    <message>
        <source>Keep the merged text as a draft</source>
        <translation>Garder le texte fusionné en brouillon</translation>
    </message>
    <message>
        <source>{name} has already answered.</source>
        <translation>{name} a déjà répondu.</translation>
    </message>
    <message>
        <source>This exchange has been answered.</source>
        <translation>Cet échange a reçu une réponse.</translation>
    </message>
    <message>
        <source>{name} has taken charge of it meanwhile.</source>
        <translation>{name} l’a pris en charge entre-temps.</translation>
    </message>
    <message>
        <source>The adherent has written again.</source>
        <translation>L’adhérent a écrit de nouveau.</translation>
    </message>
    <message>
        <source>It was changed meanwhile: read it again before publishing.</source>
        <translation>Il a été modifié entre-temps&#xa0;: relisez-le avant de publier.</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Exchange</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>Medical subject</source>
        <translation>Sujet médical</translation>
    </message>
    <message>
        <source>Never repeat medical information in a reply: point to the medical service.</source>
        <translation>Ne reprenez jamais une information médicale dans la réponse&#xa0;: orientez vers le service médical.</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Take charge of it</source>
        <translation>Prendre l’échange en charge</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Give the exchange back</source>
        <translation>Rendre l’échange</translation>
    </message>
    <message>
        <source>Why this deadline?</source>
        <translation>Pourquoi cette échéance&#xa0;?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message>
        <source>Other exchanges</source>
        <translation>Autres échanges</translation>
    </message>
    <message>
        <source>Exchange {reference} with {name}</source>
        <translation>Échange {reference} avec {name}</translation>
    </message>
    <message>
        <source>formerly: {names}</source>
        <translation>autrefois&#xa0;: {names}</translation>
    </message>
    <message>
        <source>{proxy} writes for {adherent}, under a procuration</source>
        <translation>{proxy} écrit pour {adherent}, par procuration</translation>
    </message>
    <message>
        <source>In your charge until {time}</source>
        <translation>À votre charge jusqu’à {time}</translation>
    </message>
    <message>
        <source>{name} is answering, until {time}</source>
        <translation>{name} répond, jusqu’à {time}</translation>
    </message>
    <message>
        <source>Not in anybody&apos;s charge</source>
        <translation>À la charge de personne</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Confié à vous</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Confié à {name}</translation>
    </message>
    <message>
        <source>{holder}; assigned to {name}</source>
        <translation>{holder}&#xa0;; confié à {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n other exchange(s)</source>
        <translation>
            <numerusform>%n autre échange</numerusform>
            <numerusform>%n autres échanges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>late {duration}</source>
        <translation>retard {duration}</translation>
    </message>
    <message>
        <source>paused {duration}</source>
        <translation>pause {duration}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>reste {duration}</translation>
    </message>
    <message>
        <source>paused, late by {duration}</source>
        <translation>en pause, retard de {duration}</translation>
    </message>
    <message>
        <source>paused, {duration} left</source>
        <translation>en pause, reste {duration}</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} j {hours} h</translation>
    </message>
</context>
<context>
    <name>CountdownBox</name>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Answered late</source>
        <translation>Répondu en retard</translation>
    </message>
    <message>
        <source>Answered {moment}</source>
        <translation>Répondu {moment}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Closed without an answer</source>
        <translation>Clos sans réponse</translation>
    </message>
    <message>
        <source>Since {moment}</source>
        <translation>Depuis {moment}</translation>
    </message>
    <message>
        <source>Due: {moment}</source>
        <translation>Échéance&#xa0;: {moment}</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>every hour counts, nights and days off too</source>
        <translation>chaque heure compte, nuits et jours de repos compris</translation>
    </message>
    <message>
        <source>the whole of each working day counts</source>
        <translation>chaque jour ouvré compte en entier</translation>
    </message>
    <message>
        <source>only the opening hours count</source>
        <translation>seules les heures d’ouverture comptent</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Outside the opening hours</source>
        <translation>Hors des heures d’ouverture</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Coupure</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Jour de repos</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Jour férié</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>Fermeture</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>{kind}: {name}</source>
        <translation>{kind}&#xa0;: {name}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>nothing: due</source>
        <translation>plus rien&#xa0;: échéance</translation>
    </message>
    <message>
        <source>The clock is {paused}. Reason: {reason}</source>
        <translation>Le délai est {paused}. Motif de la pause&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Aucune échéance.</translation>
    </message>
    <message>
        <source>Due {moment}.</source>
        <translation>Échéance&#xa0;: {moment}.</translation>
    </message>
    <message>
        <source>none are taken off</source>
        <translation>aucun n’est décompté</translation>
    </message>
    <message>
        <source>those of Alsace-Moselle</source>
        <translation>ceux d’Alsace-Moselle</translation>
    </message>
    <message>
        <source>those of France</source>
        <translation>ceux de toute la France</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Promised within</source>
        <translation>Délai promis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Jours fériés</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>rule {rule}, calendar {calendar}, time of {zone}</source>
        <translation>règle {rule}, calendrier {calendar}, heure de {zone}</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent} % utilisés</translation>
    </message>
    <message>
        <source>not before the clock runs again</source>
        <translation>pas avant la reprise du délai</translation>
    </message>
</context>
<context>
    <name>DeadlinePlace</name>
    <message>
        <source>The portal keeps the rules and could not be asked ({code}). The deadline in the list stands.</source>
        <translation>Le portail détient les règles et n’a pas pu être interrogé ({code}). L’échéance affichée dans la liste reste valable.</translation>
    </message>
</context>
<context>
    <name>DeadlineWindow</name>
    <message>
        <source>Why this deadline?</source>
        <translation>Pourquoi cette échéance&#xa0;?</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>Question posée au portail…</translation>
    </message>
    <message>
        <source>What counted and what did not</source>
        <translation>Ce qui a compté et ce qui n’a pas compté</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Deposits</name>
    <message>
        <source>PDF, one page</source>
        <translation>PDF, une page</translation>
    </message>
    <message>
        <source>PDF, {count} pages</source>
        <translation>PDF, {count} pages</translation>
    </message>
    <message>
        <source>{format} picture</source>
        <translation>Image {format}</translation>
    </message>
    <message>
        <source>sent by {proxy}</source>
        <translation>envoyé par {proxy}</translation>
    </message>
    <message>
        <source>Deposited documents are not kept on this PC, and the portal cannot be reached.</source>
        <translation>Les documents déposés ne sont pas gardés sur ce PC, et le portail est injoignable.</translation>
    </message>
    <message>
        <source>Sign in again to read the deposited documents.</source>
        <translation>Reconnectez-vous pour lire les documents déposés.</translation>
    </message>
    <message>
        <source>The portal does not let you read these documents.</source>
        <translation>Le portail ne vous autorise pas à lire ces documents.</translation>
    </message>
    <message>
        <source>The portal no longer has this for you: the message has left your caisse, or the document was removed.</source>
        <translation>Le portail n’a plus cela pour vous&#xa0;: le message a quitté votre caisse, ou le document a été retiré.</translation>
    </message>
    <message>
        <source>This document is too large to be shown.</source>
        <translation>Ce document est trop volumineux pour être affiché.</translation>
    </message>
    <message>
        <source>The portal could not answer ({code}).</source>
        <translation>Le portail n’a pas pu répondre ({code}).</translation>
    </message>
    <message>
        <source>This document is locked by a password.</source>
        <translation>Ce document est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>This document took too long to draw: it was stopped.</source>
        <translation>Ce document demandait trop de temps pour être affiché&#xa0;: la lecture a été arrêtée.</translation>
    </message>
    <message>
        <source>This document is damaged: it cannot be shown.</source>
        <translation>Ce document est endommagé&#xa0;: il ne peut pas être affiché.</translation>
    </message>
    <message>
        <source>The reader of documents does not start on this PC.</source>
        <translation>Le lecteur de documents ne démarre pas sur ce PC.</translation>
    </message>
    <message>
        <source>The reader of documents has stopped. Your work is not touched by it.</source>
        <translation>Le lecteur de documents s’est arrêté. Votre travail n’est pas touché.</translation>
    </message>
</context>
<context>
    <name>DepositsPanel</name>
    <message>
        <source>Deposited documents</source>
        <translation>Documents déposés</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>The portal records who reads this list and each document. Nothing of them is kept on this PC.</source>
        <translation>Le portail enregistre qui lit cette liste et chaque document. Rien n’en est gardé sur ce PC.</translation>
    </message>
    <message>
        <source>State of the deposited documents</source>
        <translation>État des documents déposés</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Ouvrir le document</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Ajuster à la largeur</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>Page entière</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>Page précédente (Page préc.)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Page suivante (Page suiv.)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Réduire (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Agrandir (+)</translation>
    </message>
    <message>
        <source>Fit the width (W)</source>
        <translation>Ajuster à la largeur (W)</translation>
    </message>
    <message>
        <source>Fit the page (P)</source>
        <translation>Page entière (P)</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>List and document</source>
        <translation>Liste et document</translation>
    </message>
    <message>
        <source>Documents deposited by {name}</source>
        <translation>Documents déposés par {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>This person has deposited no document at your caisse.</source>
        <translation>Cette personne n’a déposé aucun document auprès de votre caisse.</translation>
    </message>
    <message>
        <source>Page {page} of {pages} · {percent} %</source>
        <translation>Page {page} sur {pages} · {percent} %</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>Aucun document n’est ouvert</translation>
    </message>
</context>
<context>
    <name>DepositsPlace</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Asking the portal…</source>
        <translation>Interrogation du portail…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Another adherent&apos;s message is open.</source>
        <translation>Le message d’un autre adhérent est ouvert.</translation>
    </message>
    <message>
        <source>Read the list</source>
        <translation>Lire la liste</translation>
    </message>
    <message>
        <source>Opening {document}…</source>
        <translation>Ouverture&#xa0;: {document}…</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>{words} ({moment})</source>
        <translation>{words} ({moment})</translation>
    </message>
    <message>
        <source>{words}: {reason}</source>
        <translation>{words}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The adherent wrote again</source>
        <translation>L’adhérent a écrit de nouveau</translation>
    </message>
    <message>
        <source>{who} answered</source>
        <translation>{who} a répondu</translation>
    </message>
    <message>
        <source>{who} sent a holding reply</source>
        <translation>{who} a envoyé une réponse d’attente</translation>
    </message>
    <message>
        <source>The motif is now “{after}” (it was “{before}”)</source>
        <translation>Le motif est maintenant «&#xa0;{after}&#xa0;» (c’était «&#xa0;{before}&#xa0;»)</translation>
    </message>
    <message>
        <source>It was transferred to {after}</source>
        <translation>L’échange a été transféré à {after}</translation>
    </message>
    <message>
        <source>It was closed without an answer</source>
        <translation>L’échange a été clos sans réponse</translation>
    </message>
    <message>
        <source>It is open again</source>
        <translation>L’échange est de nouveau ouvert</translation>
    </message>
    <message>
        <source>{who} took a reply back</source>
        <translation>{who} a repris une réponse</translation>
    </message>
    <message>
        <source>{who} has taken charge of it</source>
        <translation>{who} a pris l’échange en charge</translation>
    </message>
    <message>
        <source>{who} ended the hold on it</source>
        <translation>{who} a mis fin à la prise en charge</translation>
    </message>
    <message>
        <source>You no longer hold it</source>
        <translation>Vous ne l’avez plus en charge</translation>
    </message>
    <message>
        <source>{who} scheduled a reply: it leaves {moment}</source>
        <translation>{who} a programmé une réponse&#xa0;: elle part {moment}</translation>
    </message>
    <message>
        <source>{who} wrote an internal note</source>
        <translation>{who} a écrit une note interne</translation>
    </message>
    <message>
        <source>It is no longer with your caisse</source>
        <translation>L’échange n’est plus dans votre caisse</translation>
    </message>
</context>
<context>
    <name>DraftWork</name>
    <message>
        <source>The text of {moment} is the draft again; the one it replaced is in the versions.</source>
        <translation>Le texte du brouillon est de nouveau celui de {moment}&#xa0;; celui qu’il remplace est dans les versions.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Another text of this reply was written on {device}. Yours is untouched until you choose.</source>
        <translation>Un autre texte de cette réponse a été écrit sur {device}. Le vôtre reste intact tant que vous n’avez pas choisi.</translation>
    </message>
    <message>
        <source>Compare both texts…</source>
        <translation>Comparer les deux textes…</translation>
    </message>
    <message>
        <source>A reply that you began here was written differently on {device}: choose when you like.</source>
        <translation>Une réponse commencée ici a été écrite autrement sur {device}&#xa0;: choisissez quand vous voulez.</translation>
    </message>
    <message>
        <source>Open the exchange</source>
        <translation>Ouvrir l’échange</translation>
    </message>
    <message>
        <source>The text that you wrote on another PC is here: you can go on.</source>
        <translation>Le texte que vous avez écrit sur un autre poste est ici&#xa0;: vous pouvez continuer.</translation>
    </message>
</context>
<context>
    <name>DrillModel</name>
    <message>
        <source>No. {number}</source>
        <translation>N° {number}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adhérent</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Pris en charge par</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Messages behind a figure</source>
        <translation>Messages d’un chiffre</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Retour au tableau</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Following messages</source>
        <translation>Messages suivants</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Affecter…</translation>
    </message>
    <message>
        <source>Share out…</source>
        <translation>Répartir…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>End the holds…</source>
        <translation>Lever les prises en charge…</translation>
    </message>
    <message>
        <source>Holding reply…</source>
        <translation>Réponse d’attente…</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>Question posée au portail…</translation>
    </message>
    <message>
        <source>The messages could not be asked for ({code}).</source>
        <translation>Les messages n’ont pas pu être demandés ({code}).</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ElsewhereDialog</name>
    <message>
        <source>Which text do you go on with?</source>
        <translation>Avec quel texte continuez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Text of this PC</source>
        <translation>Texte de ce poste</translation>
    </message>
    <message>
        <source>Text of the other PC</source>
        <translation>Texte de l’autre poste</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>Ce poste</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Take the other PC&apos;s text</source>
        <translation>Prendre le texte de l’autre poste</translation>
    </message>
    <message>
        <source>Keep this PC&apos;s text</source>
        <translation>Garder le texte de ce poste</translation>
    </message>
    <message>
        <source>You wrote this reply on two PCs. The text that you leave is not lost: it stays in the versions of the draft. What only one of them says is underlined.</source>
        <translation>Vous avez écrit cette réponse sur deux postes. Le texte que vous laissez n’est pas perdu&#xa0;: il reste dans les versions du brouillon. Ce qu’un seul des deux dit est souligné.</translation>
    </message>
    <message>
        <source>{device} · {moment} · the newer one</source>
        <translation>{device} · {moment} · le plus récent</translation>
    </message>
    <message>
        <source>{device} · {moment}</source>
        <translation>{device} · {moment}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Chargement des messages…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) received so far. They appear as they come.</source>
        <translation>
            <numerusform>%n message reçu jusqu’ici. Ils s’affichent à mesure.</numerusform>
            <numerusform>%n messages reçus jusqu’ici. Ils s’affichent à mesure.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first load is under way.</source>
        <translation>Le premier chargement est en cours.</translation>
    </message>
    <message>
        <source>The messages on this PC could not be read.</source>
        <translation>Les messages de ce poste n’ont pas pu être lus.</translation>
    </message>
    <message>
        <source>Nothing is lost: they are with the portal. The log says why.</source>
        <translation>Rien n’est perdu&#xa0;: ils sont sur le portail. Le journal dit pourquoi.</translation>
    </message>
    <message>
        <source>No message matches “{text}”.</source>
        <translation>Aucun message ne correspond à «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Name, reference, motif and first words are searched, accents or not.</source>
        <translation>La recherche porte sur le nom, la référence, le motif et les premiers mots, avec ou sans accents.</translation>
    </message>
    <message>
        <source>Nothing to answer. Well done.</source>
        <translation>Rien à traiter. Bravo.</translation>
    </message>
    <message>
        <source>New messages appear here by themselves.</source>
        <translation>Les nouveaux messages apparaissent ici d’eux-mêmes.</translation>
    </message>
    <message>
        <source>No message is yours.</source>
        <translation>Aucun message n’est à votre charge.</translation>
    </message>
    <message>
        <source>Claim one of those that nobody holds.</source>
        <translation>Prenez en charge un de ceux que personne ne tient.</translation>
    </message>
    <message>
        <source>No message is assigned to you.</source>
        <translation>Aucun message ne vous est confié.</translation>
    </message>
    <message>
        <source>Supervisors may choose who is to answer.</source>
        <translation>Les superviseurs peuvent choisir qui doit répondre.</translation>
    </message>
    <message>
        <source>Every message has somebody.</source>
        <translation>Chaque message a quelqu’un.</translation>
    </message>
    <message>
        <source>What colleagues hold is under “To answer”.</source>
        <translation>Ceux des collègues sont sous «&#xa0;À traiter&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Rien n’est en retard.</translation>
    </message>
    <message>
        <source>The promise of 48 h is kept so far.</source>
        <translation>La promesse des 48 h est tenue jusqu’ici.</translation>
    </message>
    <message>
        <source>Show those that nobody holds</source>
        <translation>Afficher les non affectés</translation>
    </message>
    <message>
        <source>Show all that is to answer</source>
        <translation>Afficher tout ce qui est à traiter</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>{label} (optional)</source>
        <translation>{label} (facultatif)</translation>
    </message>
    <message>
        <source>One item per line</source>
        <translation>Un élément par ligne</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Date&#xa0;:</translation>
    </message>
    <message>
        <source>Give a date for: {label}</source>
        <translation>Donner une date pour&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>In euros, for example {sample}</source>
        <translation>En euros, par exemple {sample}</translation>
    </message>
    <message>
        <source>Not an amount: digits, and at most two decimals.</source>
        <translation>Ce n’est pas un montant&#xa0;: des chiffres, et au plus deux décimales.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Open</source>
        <translation>Ouverts</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non affectés</translation>
    </message>
    <message>
        <source>Not
assigned</source>
        <translation>Non
affectés</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due within 2 h</source>
        <translation>Échéance sous 2 h</translation>
    </message>
    <message>
        <source>≤ 2 h</source>
        <translation>≤ 2 h</translation>
    </message>
    <message>
        <source>Due within 4 h</source>
        <translation>Échéance sous 4 h</translation>
    </message>
    <message>
        <source>≤ 4 h</source>
        <translation>≤ 4 h</translation>
    </message>
    <message>
        <source>Due within 8 h</source>
        <translation>Échéance sous 8 h</translation>
    </message>
    <message>
        <source>≤ 8 h</source>
        <translation>≤ 8 h</translation>
    </message>
    <message>
        <source>Due within 24 h</source>
        <translation>Échéance sous 24 h</translation>
    </message>
    <message>
        <source>≤ 24 h</source>
        <translation>≤ 24 h</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>En attente de relecture</translation>
    </message>
    <message>
        <source>In
review</source>
        <translation>En
relecture</translation>
    </message>
    <message>
        <source>Notices not sent</source>
        <translation>Avis en échec</translation>
    </message>
    <message>
        <source>Notices
failed</source>
        <translation>Avis en
échec</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Par équipe</translation>
    </message>
    <message>
        <source>By thème</source>
        <translation>Par thème</translation>
    </message>
    <message>
        <source>By sujet</source>
        <translation>Par sujet</translation>
    </message>
    <message>
        <source>By motif</source>
        <translation>Par motif</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Par site</translation>
    </message>
    <message>
        <source>By agent, by name</source>
        <translation>Par agent, par nom</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Affectés à personne</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Sans site</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>To answer</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Confiés à moi</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non affectés</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Filter: name, reference, motif, words</source>
        <translation>Filtrer&#xa0;: nom, référence, motif, mots</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>Filtrer les messages</translation>
    </message>
    <message>
        <source>Beginnings of words, in names, motifs and texts; accents do not matter.</source>
        <translation>Débuts de mots des noms, motifs et textes&#xa0;; les accents ne comptent pas.</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>Par sujet</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>Par échéance</translation>
    </message>
    <message>
        <source>Open or close all groups</source>
        <translation>Ouvrir ou fermer tous les groupes</translation>
    </message>
    <message numerus="yes">
        <source>{filter}, %n message(s)</source>
        <translation>
            <numerusform>{filter}, %n message</numerusform>
            <numerusform>{filter}, %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation>
            <numerusform>%n message trouvé</numerusform>
            <numerusform>%n messages trouvés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastPage</name>
    <message>
        <source>Forecast</source>
        <translation>Prévision</translation>
    </message>
    <message>
        <source>Broken deadlines by day</source>
        <translation>Échéances rompues par jour</translation>
    </message>
    <message>
        <source>Broken deadlines by motif</source>
        <translation>Échéances rompues par motif</translation>
    </message>
    <message>
        <source>What if, motifs and assumptions</source>
        <translation>Et si, motifs et hypothèses</translation>
    </message>
    <message>
        <source>By motif</source>
        <translation>Par motif</translation>
    </message>
    <message>
        <source>What this supposes</source>
        <translation>Ce que cela suppose</translation>
    </message>
    <message>
        <source>Forecast of {time}</source>
        <translation>Prévision de {time}</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Rompues</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>{mean} deadlines will break within {days} days, between {low} and {high} in eight simulations of ten.</source>
        <translation>{mean} échéances seront rompues en {days} jours, entre {low} et {high} dans huit simulations sur dix.</translation>
    </message>
    <message>
        <source>Without the change: {mean}.</source>
        <translation>Sans le changement&#xa0;: {mean}.</translation>
    </message>
    <message>
        <source>Late already, and not among them: {count}.</source>
        <translation>Déjà en retard, et non comptés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{day}: {mean}, {low} to {high}</source>
        <translation>{day}&#xa0;: {mean}, {low} à {high}</translation>
    </message>
    <message>
        <source>Broken deadlines by day. {told}</source>
        <translation>Échéances rompues par jour. {told}</translation>
    </message>
    <message>
        <source>Bar: mean. Line: eight simulations of ten.</source>
        <translation>Barre&#xa0;: moyenne. Trait&#xa0;: huit simulations sur dix.</translation>
    </message>
    <message>
        <source>Dashed outline: without the change.</source>
        <translation>Contour en tirets&#xa0;: sans le changement.</translation>
    </message>
    <message>
        <source>Without change</source>
        <translation>Sans changement</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Entre</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçus</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondus</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
</context>
<context>
    <name>FoundWords</name>
    <message numerus="yes">
        <source>More than %n exchange(s)</source>
        <translation>
            <numerusform>Plus d’un échange</numerusform>
            <numerusform>Plus de %n échanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s) found</source>
        <translation>
            <numerusform>%n échange trouvé</numerusform>
            <numerusform>%n échanges trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>{found}, index being made</source>
        <translation>{found}, index en préparation</translation>
    </message>
    <message>
        <source>Nothing that waits for an answer has this. Choose “Newest” to see all.</source>
        <translation>Aucun message en attente de réponse ne correspond. Choisissez «&#xa0;Plus récents&#xa0;» pour tout voir.</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words, or only their beginnings, find more; all of them must stand in one text or in its name, reference or classification.</source>
        <translation>Rien n’a été trouvé. Moins de mots, ou seulement leurs débuts, trouvent davantage&#xa0;; tous doivent figurer dans un même texte, ou dans son nom, sa référence ou son classement.</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Figures told apart</source>
        <translation>Chiffres détaillés</translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation>Détail</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Social security number</source>
        <translation>Numéro de sécurité sociale</translation>
    </message>
    <message>
        <source>Bank account number</source>
        <translation>Compte bancaire (IBAN)</translation>
    </message>
    <message>
        <source>Phone number or address of somebody else</source>
        <translation>Téléphone ou adresse d’une autre personne</translation>
    </message>
    <message>
        <source>Name of another adherent</source>
        <translation>Nom d’un autre adhérent</translation>
    </message>
    <message>
        <source>Health information</source>
        <translation>Information de santé</translation>
    </message>
    <message>
        <source>Attachment promised, but a reply carries none</source>
        <translation>Pièce jointe annoncée, or une réponse n’en porte pas</translation>
    </message>
    <message>
        <source>Salutation that is not the adherent&apos;s</source>
        <translation>Formule d’appel qui n’est pas celle de l’adhérent</translation>
    </message>
    <message>
        <source>{kind}: “{words}”, line {line}</source>
        <translation>{kind}&#xa0;: «&#xa0;{words}&#xa0;», ligne {line}</translation>
    </message>
</context>
<context>
    <name>GuardPanel</name>
    <message>
        <source>Warnings before publishing</source>
        <translation>Avertissements avant publication</translation>
    </message>
    <message>
        <source>Warnings; ticked ones are let stand</source>
        <translation>Avertissements&#xa0;; ceux qui sont cochés sont laissés tels quels</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Mend the warning</source>
        <translation>Corriger ce que signale l’avertissement</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Go to the warning in the text</source>
        <translation>Aller à l’endroit signalé dans le texte</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) before publishing</source>
        <translation>
            <numerusform>%n avertissement avant de publier</numerusform>
            <numerusform>%n avertissements avant de publier</numerusform>
        </translation>
    </message>
    <message>
        <source>Space: let stand. Delete: mend. Enter: go to it.</source>
        <translation>Espace&#xa0;: laisser tel quel. Suppr&#xa0;: corriger. Entrée&#xa0;: y aller.</translation>
    </message>
    <message>
        <source>Let stand; the audit trail keeps that you were warned.</source>
        <translation>Laissé tel quel&#xa0;; la trace d’audit garde que vous avez été averti.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>What to answer now</source>
        <translation>Ce qu’il faut traiter maintenant</translation>
    </message>
    <message>
        <source>The list is ordered by thème, sujet and motif, the most urgent first. Beside each message stands what is left of its time, by the portal&apos;s clock.</source>
        <translation>La liste est rangée par thème, sujet et motif, le plus urgent d’abord. À côté de chaque message, le temps qu’il lui reste, à l’heure du portail.</translation>
    </message>
    <message>
        <source>takes the most urgent message in charge</source>
        <translation>prend en charge le message le plus urgent</translation>
    </message>
    <message>
        <source>brings you back to the list</source>
        <translation>ramène à la liste</translation>
    </message>
    <message>
        <source>searches every message, offline too</source>
        <translation>cherche dans tous les messages, même hors ligne</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Maj+flèches</translation>
    </message>
    <message>
        <source>selects several messages: take, give back, transfer…</source>
        <translation>sélectionne plusieurs messages&#xa0;: prendre, rendre, transférer…</translation>
    </message>
    <message>
        <source>Answer with few keys</source>
        <translation>Répondre en peu de touches</translation>
    </message>
    <message>
        <source>A template is suggested for each motif, filled in for this adherent. What it does not know is marked in the text, and nothing leaves with a gap in it.</source>
        <translation>Un modèle est conseillé pour chaque motif, déjà rempli pour cet adhérent. Ce qu’il ignore est marqué dans le texte, et rien ne part avec un trou.</translation>
    </message>
    <message>
        <source>inserts the suggested template</source>
        <translation>insère le modèle conseillé</translation>
    </message>
    <message>
        <source>shows every template</source>
        <translation>montre tous les modèles</translation>
    </message>
    <message>
        <source>goes to the next missing value</source>
        <translation>va à la valeur manquante suivante</translation>
    </message>
    <message>
        <source>publishes after your agreement, and opens the next one</source>
        <translation>publie après votre accord, et ouvre le suivant</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>Rien ne se perd</translation>
    </message>
    <message>
        <source>What you type is saved on this PC within a second. Without a network your replies wait in the outbox and leave by themselves, once.</source>
        <translation>Ce que vous tapez est enregistré sur ce poste en moins d’une seconde. Sans réseau, vos réponses attendent dans la boîte d’envoi et partent d’elles-mêmes, une seule fois.</translation>
    </message>
    <message>
        <source>lists your drafts</source>
        <translation>liste vos brouillons</translation>
    </message>
    <message>
        <source>shows what waits to leave, and why</source>
        <translation>montre ce qui attend de partir, et pourquoi</translation>
    </message>
    <message>
        <source>takes a reply back just after publishing it</source>
        <translation>reprend une réponse juste après sa publication</translation>
    </message>
    <message>
        <source>finds every action by a few letters</source>
        <translation>trouve toute action en quelques lettres</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>First steps</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Skip the first steps</source>
        <translation>Passer les premiers pas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message>
        <source>The portal</source>
        <translation>Le portail</translation>
    </message>
    <message>
        <source>{who} corrected the motif: “{after}” instead of “{before}”</source>
        <translation>{who} a corrigé le motif&#xa0;: «&#xa0;{after}&#xa0;» au lieu de «&#xa0;{before}&#xa0;»</translation>
    </message>
    <message>
        <source>{who} transferred it to {after}</source>
        <translation>{who} a transféré l’échange à {after}</translation>
    </message>
    <message>
        <source>{who} closed it without an answer</source>
        <translation>{who} a clos l’échange sans réponse</translation>
    </message>
    <message>
        <source>{who} ended the hold on it</source>
        <translation>{who} a mis fin à la prise en charge</translation>
    </message>
    <message>
        <source>{who} took a reply back</source>
        <translation>{who} a repris une réponse</translation>
    </message>
    <message>
        <source>The adherent added a detail</source>
        <translation>L’adhérent a ajouté une précision</translation>
    </message>
    <message>
        <source>{who} paused the deadline</source>
        <translation>{who} a mis l’échéance en pause</translation>
    </message>
    <message>
        <source>The deadline runs again</source>
        <translation>L’échéance court à nouveau</translation>
    </message>
    <message>
        <source>{who} asked for a review of a reply</source>
        <translation>{who} a demandé la relecture d’une réponse</translation>
    </message>
    <message>
        <source>{who} sent the reply back to its author</source>
        <translation>{who} a renvoyé la réponse à son auteur</translation>
    </message>
    <message>
        <source>{who} approved the reply, which was published</source>
        <translation>{who} a approuvé la réponse, qui a été publiée</translation>
    </message>
    <message>
        <source>{who} took the request for a review back</source>
        <translation>{who} a retiré la demande de relecture</translation>
    </message>
    <message>
        <source>{words}: {reason}</source>
        <translation>{words}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{words} ({moment})</source>
        <translation>{words} ({moment})</translation>
    </message>
    <message>
        <source>{who} took its assignment back</source>
        <translation>{who} ne le confie plus à personne</translation>
    </message>
    <message>
        <source>{who} assigned it to a colleague</source>
        <translation>{who} l’a confié à un collègue</translation>
    </message>
    <message>
        <source>{who} assigned it to {after}</source>
        <translation>{who} l’a confié à {after}</translation>
    </message>
    <message>
        <source>Waiting to be sent: the motif becomes “{motif}”</source>
        <translation>En attente d’envoi&#xa0;: le motif devient «&#xa0;{motif}&#xa0;»</translation>
    </message>
    <message>
        <source>Waiting to be sent: transfer to {team}</source>
        <translation>En attente d’envoi&#xa0;: transfert à {team}</translation>
    </message>
    <message>
        <source>Waiting to be sent: closing without an answer</source>
        <translation>En attente d’envoi&#xa0;: clôture sans réponse</translation>
    </message>
    <message>
        <source>Waiting to be sent: the end of the colleague&apos;s hold</source>
        <translation>En attente d’envoi&#xa0;: fin de la prise en charge du collègue</translation>
    </message>
    <message>
        <source>Waiting to be sent: the pause of the deadline</source>
        <translation>En attente d’envoi&#xa0;: suspension du délai</translation>
    </message>
    <message>
        <source>Waiting to be sent: the deadline runs again</source>
        <translation>En attente d’envoi&#xa0;: reprise du délai</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Due by half-day</source>
        <translation>Échéances par demi-journée</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Aucune échéance.</translation>
    </message>
</context>
<context>
    <name>HeatModel</name>
    <message>
        <source>Thème</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Overdue
already</source>
        <translation>Déjà
échus</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>matin</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>après-midi</translation>
    </message>
    <message>
        <source>overdue already</source>
        <translation>déjà échus</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Messages of the exchange</source>
        <translation>Messages de l’échange</translation>
    </message>
    <message>
        <source>Scroll the messages</source>
        <translation>Faire défiler les messages</translation>
    </message>
    <message>
        <source>{proxy}, for {adherent}</source>
        <translation>{proxy}, pour {adherent}</translation>
    </message>
    <message>
        <source>The MSA</source>
        <translation>La MSA</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>{name}, {state}. {source}, {moment}, {motif}: {text}</source>
        <translation>{name}, {state}. {source}, {moment}, {motif}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>What was found</source>
        <translation>Résultats de la recherche</translation>
    </message>
</context>
<context>
    <name>IdentifierField</name>
    <message>
        <source>{number}, key {key}</source>
        <translation>{number}, clé {key}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Hide the identifier</source>
        <translation>Masquer l’identifiant</translation>
    </message>
    <message>
        <source>Show the identifier</source>
        <translation>Afficher l’identifiant</translation>
    </message>
    <message>
        <source>Each showing is recorded by the portal.</source>
        <translation>Chaque affichage est enregistré par le portail.</translation>
    </message>
    <message>
        <source>Identifier: {number}</source>
        <translation>Identifiant&#xa0;: {number}</translation>
    </message>
</context>
<context>
    <name>InboxCounts</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxModel</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>InboxPanel</name>
    <message>
        <source>Inbox</source>
        <translation>Messages reçus</translation>
    </message>
    <message>
        <source>{name}, {motif}: {time}</source>
        <translation>{name}, {motif}&#xa0;: {time}</translation>
    </message>
</context>
<context>
    <name>InboxRow</name>
    <message>
        <source>unassigned</source>
        <translation>non affecté</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>reply {state}</source>
        <translation>réponse {state}</translation>
    </message>
    <message>
        <source>You are writing</source>
        <translation>Vous rédigez</translation>
    </message>
    <message>
        <source>{name} is writing</source>
        <translation>{name} rédige</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Confié à vous</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Confié à {name}</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en file</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>en cours d’envoi</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>non confirmée</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>en conflit</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à relire</translation>
    </message>
    <message>
        <source>sent back to you</source>
        <translation>renvoyée</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>en relecture</translation>
    </message>
    <message>
        <source>motif changing</source>
        <translation>motif en cours de changement</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>transfert en cours</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>clôture en cours</translation>
    </message>
    <message>
        <source>nearest deadline: {time}</source>
        <translation>échéance la plus proche&#xa0;: {time}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>Thème</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Sujet</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>KeyChoicePage</name>
    <message>
        <source>How your texts are protected</source>
        <translation>Protection de vos textes</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase de passe</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La même phrase de passe, une seconde fois</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Afficher ce que je tape</translation>
    </message>
    <message>
        <source>Go on for this session only</source>
        <translation>Continuer pour cette session seulement</translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation>Redemander au trousseau</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Se connecter sous un autre nom</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Patientez</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Avec une phrase de passe</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Pour cette session seulement</translation>
    </message>
    <message>
        <source>With the keyring</source>
        <translation>Avec le trousseau</translation>
    </message>
    <message>
        <source>Unlock it as you usually do, then have it asked once more.</source>
        <translation>Déverrouillez-le comme d’habitude, puis faites-le interroger de nouveau.</translation>
    </message>
    <message>
        <source>Your passphrase, please</source>
        <translation>Votre phrase de passe</translation>
    </message>
    <message>
        <source>Your drafts and messages on this PC are locked with the one you chose.</source>
        <translation>Vos brouillons et vos messages sur ce PC sont verrouillés par celle que vous avez choisie.</translation>
    </message>
    <message>
        <source>It opens what was kept on this PC.</source>
        <translation>Elle ouvre ce qui a été conservé sur ce PC.</translation>
    </message>
    <message>
        <source>Forgotten, or not at hand: what was kept stays locked, and nothing of this session is kept on this PC. Drafts not yet sent go when desk closes.</source>
        <translation>Oubliée, ou pas sous la main&#xa0;: ce qui a été conservé reste verrouillé, et rien de cette session n’est conservé sur ce PC. Les brouillons non envoyés disparaissent à la fermeture de desk.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>How shall your texts be protected on this PC?</source>
        <translation>Comment protéger vos textes sur ce PC&#xa0;?</translation>
    </message>
    <message>
        <source>At least {count} characters. It is asked at each start; nobody can give it back if it is forgotten, and drafts kept here would be lost.</source>
        <translation>Au moins {count} caractères. Elle est demandée à chaque démarrage&#xa0;; si vous l’oubliez, personne ne peut la retrouver et les brouillons conservés ici seraient perdus.</translation>
    </message>
    <message>
        <source>Nothing to remember: everything here goes when desk closes, drafts not yet sent included. The portal keeps what has reached it.</source>
        <translation>Rien à retenir&#xa0;: tout ce qui est ici disparaît à la fermeture de desk, y compris les brouillons non envoyés. Le portail garde ce qui lui est parvenu.</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Utiliser cette phrase de passe</translation>
    </message>
    <message>
        <source>It was asked again: nothing has changed.</source>
        <translation>Le trousseau a été interrogé de nouveau&#xa0;: rien n’a changé.</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>Au moins {count} caractères.</translation>
    </message>
    <message>
        <source>This is not the passphrase that was chosen. Nothing is lost: try again.</source>
        <translation>Ce n’est pas la phrase de passe choisie. Rien n’est perdu&#xa0;: essayez de nouveau.</translation>
    </message>
    <message>
        <source>This PC has no keyring, where their key would be kept.</source>
        <translation>Ce PC n’a pas de trousseau où garder leur clé.</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring is locked, so their key cannot be read.</source>
        <translation>Le trousseau de ce PC est verrouillé&#xa0;: leur clé ne peut pas être lue.</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring, which keeps their key, does not answer.</source>
        <translation>Le trousseau de ce PC, qui garde leur clé, ne répond pas.</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring cannot be used.</source>
        <translation>Le trousseau de ce PC ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>{cause} Your texts are always encrypted: choose how they are opened.</source>
        <translation>{cause} Vos textes sont toujours chiffrés&#xa0;: choisissez comment les ouvrir.</translation>
    </message>
    <message>
        <source>The disk is full: your choice could not be kept. Make room, try again.</source>
        <translation>Le disque est plein&#xa0;: votre choix n’a pas pu être conservé. Faites de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>This PC&apos;s disk refuses: your choice could not be kept. Go on for this session only, or call your support.</source>
        <translation>Le disque de ce PC refuse&#xa0;: votre choix n’a pas pu être conservé. Continuez pour cette session seulement, ou appelez votre assistance.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Les deux ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>Tapez d’abord la phrase de passe.</translation>
    </message>
</context>
<context>
    <name>LengthCounter</name>
    <message>
        <source>{count} / {most}</source>
        <translation>{count} / {most}</translation>
    </message>
    <message>
        <source>{count} characters of {most}</source>
        <translation>{count} caractères sur {most}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desk – secure messages</source>
        <translation>Desk – messagerie sécurisée</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) to answer</source>
        <translation>
            <numerusform>%n rendez-vous à traiter</numerusform>
            <numerusform>%n rendez-vous à traiter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Menus</source>
        <translation>Menus</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>A&amp;pparence</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Contraste élevé</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Message of {author}, {moment}</source>
        <translation>Message de {author}, {moment}</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Réponse d’attente</translation>
    </message>
    <message>
        <source>Procuration</source>
        <translation>Procuration</translation>
    </message>
    <message>
        <source>Proof of the reply</source>
        <translation>Preuve de la réponse</translation>
    </message>
    <message>
        <source>Proof of the reply, {moment}</source>
        <translation>Preuve de la réponse, {moment}</translation>
    </message>
</context>
<context>
    <name>MessageWindow</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menus</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>&amp;Fermer la fenêtre</translation>
    </message>
    <message>
        <source>{name} · {motif} · {reference}</source>
        <translation>{name} · {motif} · {reference}</translation>
    </message>
</context>
<context>
    <name>MessageWindows</name>
    <message numerus="yes">
        <source>%n message(s) are in windows: close one first.</source>
        <translation>
            <numerusform>%n message est dans une fenêtre&#xa0;: fermez-en une d’abord.</numerusform>
            <numerusform>%n messages sont dans des fenêtres&#xa0;: fermez-en une d’abord.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MineDialog</name>
    <message>
        <source>My drafts</source>
        <translation>Mes brouillons</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>ce poste</translation>
    </message>
    <message>
        <source>this PC, and another text on {device}</source>
        <translation>ce poste, et un autre texte sur {device}</translation>
    </message>
    <message>
        <source>An exchange that is no longer here</source>
        <translation>Un échange qui n’est plus ici</translation>
    </message>
    <message>
        <source>{whose}
{moment}, {where}
{excerpt}</source>
        <translation>{whose}
{moment}, {where}
{excerpt}</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n brouillon</numerusform>
            <numerusform>%n brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) begun</source>
        <translation>
            <numerusform>%n relecture commencée</numerusform>
            <numerusform>%n relectures commencées</numerusform>
        </translation>
    </message>
    <message>
        <source>{drafts}, {reviews}</source>
        <translation>{drafts}, {reviews}</translation>
    </message>
    <message>
        <source>Go on writing it</source>
        <translation>Continuer à le rédiger</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>review of the reply of {author}</source>
        <translation>relecture de la réponse de {author}</translation>
    </message>
    <message>
        <source>review of the reply of {author}, settled without you</source>
        <translation>relecture de la réponse de {author}, close sans vous</translation>
    </message>
    <message>
        <source>See its versions</source>
        <translation>Voir ses versions</translation>
    </message>
    <message>
        <source>See your words</source>
        <translation>Voir vos mots</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Continuer la relecture</translation>
    </message>
    <message>
        <source>Nothing begun</source>
        <translation>Rien de commencé</translation>
    </message>
    <message>
        <source>What you begin to write is kept here until it is published or deleted.</source>
        <translation>Ce que vous commencez à écrire est gardé ici jusqu’à sa publication ou sa suppression.</translation>
    </message>
</context>
<context>
    <name>MomentFields</name>
    <message>
        <source>Day and time</source>
        <translation>Jour et heure</translation>
    </message>
    <message>
        <source>{choice}: {moment}</source>
        <translation>{choice}&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>ddd dd/MM/yyyy</source>
        <comment>QDateTime format of a date field</comment>
        <translation>ddd dd/MM/yyyy</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Today at {time}</source>
        <translation>Aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>Tomorrow at {time}</source>
        <translation>Demain à {time}</translation>
    </message>
    <message>
        <source>Monday at {time}</source>
        <translation>Lundi à {time}</translation>
    </message>
    <message>
        <source>In a week at {time}</source>
        <translation>Dans une semaine à {time}</translation>
    </message>
</context>
<context>
    <name>MotifDialog</name>
    <message>
        <source>Correct the motif</source>
        <translation>Corriger le motif</translation>
    </message>
    <message>
        <source>A few letters of the motif, the subject or theme</source>
        <translation>Quelques lettres du motif, du sujet ou du thème</translation>
    </message>
    <message>
        <source>Search a motif</source>
        <translation>Chercher un motif</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Motifs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Now: {motif}. What the adherent chose stays known.</source>
        <translation>Actuellement&#xa0;: {motif}. Le choix de l’adhérent reste connu.</translation>
    </message>
</context>
<context>
    <name>MyWordsDialog</name>
    <message>
        <source>Your words on a reply</source>
        <translation>Vos mots sur une réponse</translation>
    </message>
    <message>
        <source>An exchange that is no longer here</source>
        <translation>Un échange qui n’est plus ici</translation>
    </message>
    <message>
        <source>The review of {author}&apos;s reply was settled before you decided: none of this was sent. It stays on this PC until you throw it away, or for thirty days.</source>
        <translation>La relecture de la réponse de {author} a été close avant votre décision&#xa0;: rien de ceci n’a été envoyé. Vos mots restent sur ce poste jusqu’à ce que vous les jetiez, ou trente jours.</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Vos mots</translation>
    </message>
    <message>
        <source>Scroll your words</source>
        <translation>Faire défiler vos mots</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy your words</source>
        <translation>Copier vos mots</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>Throw your words away</source>
        <translation>Jeter vos mots</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Internal note of {author}, {moment}</source>
        <translation>Note interne de {author}, {moment}</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Not taken by the portal</source>
        <translation>Refusée par le portail</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente d’envoi</translation>
    </message>
</context>
<context>
    <name>NothingOpen</name>
    <message>
        <source>No message is open</source>
        <translation>Aucun message n’est ouvert</translation>
    </message>
    <message>
        <source>Go to its window</source>
        <translation>Aller à cette fenêtre</translation>
    </message>
    <message>
        <source>Arrow keys move through the list, Enter opens.</source>
        <translation>Les flèches parcourent la liste, Entrée ouvre.</translation>
    </message>
    <message>
        <source>{keys} takes the most urgent one in charge.</source>
        <translation>{keys} prend en charge le plus urgent.</translation>
    </message>
    <message>
        <source>{keys} shows every shortcut.</source>
        <translation>{keys} montre tous les raccourcis.</translation>
    </message>
    <message>
        <source>Choose a message in the list</source>
        <translation>Choisissez un message dans la liste</translation>
    </message>
    <message>
        <source>This message is open in a window of its own.</source>
        <translation>Ce message est ouvert dans sa propre fenêtre.</translation>
    </message>
    <message>
        <source>This message is no longer here. If you wrote a text, it is kept on this PC.</source>
        <translation>Ce message n’est plus ici. Si vous aviez écrit un texte, il est gardé sur ce PC.</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Tell me on the desktop</source>
        <translation>M’avertir sur le bureau</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silence à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>When a message that you hold comes near its deadline or is late, and when a reply of yours was refused or overtaken. Each is told once, without a name or a word of the message. What happens in the quiet hours is told at their end; the same hour twice: no quiet hours.</source>
        <translation>Quand un message que vous avez pris en charge approche de son échéance ou la dépasse, et quand une de vos réponses est refusée ou devancée. Chaque fait est dit une seule fois, sans nom ni mot du message. Ce qui arrive pendant les heures de silence est dit à leur fin&#xa0;; deux fois la même heure&#xa0;: pas de silence.</translation>
    </message>
</context>
<context>
    <name>NoticesWork</name>
    <message>
        <source>Secure messages</source>
        <translation>Messagerie sécurisée</translation>
    </message>
    <message>
        <source>Open the message</source>
        <translation>Ouvrir le message</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that you hold near their deadline.</source>
        <translation>
            <numerusform>%n message que vous avez pris en charge approche de son échéance.</numerusform>
            <numerusform>%n messages que vous avez pris en charge approchent de leur échéance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that you hold late.</source>
        <translation>
            <numerusform>%n message que vous avez pris en charge est en retard.</numerusform>
            <numerusform>%n messages que vous avez pris en charge sont en retard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your replies was refused by the portal.</source>
        <translation>
            <numerusform>%n de vos réponses a été refusée par le portail.</numerusform>
            <numerusform>%n de vos réponses ont été refusées par le portail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s) changed before your reply arrived.</source>
        <translation>
            <numerusform>%n échange a changé avant l’arrivée de votre réponse.</numerusform>
            <numerusform>%n échanges ont changé avant l’arrivée de votre réponse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) of colleagues for you to read.</source>
        <translation>
            <numerusform>%n réponse d’un collègue attend votre relecture.</numerusform>
            <numerusform>%n réponses de collègues attendent votre relecture.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your replies came back from a review.</source>
        <translation>
            <numerusform>%n de vos réponses revient de relecture.</numerusform>
            <numerusform>%n de vos réponses reviennent de relecture.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Desk – secure messages</source>
        <translation>Desk – messagerie sécurisée</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
</context>
<context>
    <name>OutboxCause</name>
    <message>
        <source>Leaving now</source>
        <translation>Part maintenant</translation>
    </message>
    <message>
        <source>Waits for what was asked before it: {act}</source>
        <translation>Attend ce qui a été demandé avant&#xa0;: {act}</translation>
    </message>
    <message>
        <source>The portal asks to wait until {time}</source>
        <translation>Le portail demande d’attendre jusqu’à {time}</translation>
    </message>
    <message>
        <source>The last try did not arrive</source>
        <translation>Le dernier essai n’est pas arrivé</translation>
    </message>
    <message>
        <source>Not confirmed: it left, and no answer came</source>
        <translation>Non confirmé&#xa0;: c’est parti, et aucune réponse n’est venue</translation>
    </message>
    <message>
        <source>Refused by the portal: {reason}</source>
        <translation>Refusé par le portail&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Conflict: the exchange changed before it arrived</source>
        <translation>Conflit&#xa0;: l’échange a changé avant l’arrivée</translation>
    </message>
    <message>
        <source>The portal&apos;s answer, within a minute at most.</source>
        <translation>la réponse du portail, dans la minute.</translation>
    </message>
    <message>
        <source>It leaves by itself right after that one.</source>
        <translation>part tout seul juste après.</translation>
    </message>
    <message>
        <source>It leaves by itself once you have signed in again.</source>
        <translation>part tout seul dès que vous vous serez reconnecté.</translation>
    </message>
    <message>
        <source>It leaves by itself, once, as soon as the portal answers.</source>
        <translation>part tout seul, une seule fois, dès que le portail répond.</translation>
    </message>
    <message>
        <source>It leaves by itself at the next try.</source>
        <translation>part tout seul au prochain essai.</translation>
    </message>
    <message>
        <source>The same request goes again until the portal says what became of it; it can only be done once.</source>
        <translation>la même demande repart jusqu’à ce que le portail dise ce qu’elle est devenue&#xa0;; elle ne peut être faite qu’une fois.</translation>
    </message>
    <message>
        <source>Your choice: open it, correct, try again or cancel.</source>
        <translation>votre choix&#xa0;: ouvrir, corriger, réessayer ou annuler.</translation>
    </message>
    <message>
        <source>Its text is with the exchange, as a reply that is held.</source>
        <translation>son texte est dans l’échange, en réponse retenue.</translation>
    </message>
    <message>
        <source>It is over; nothing waits.</source>
        <translation>c’est terminé, rien n’attend.</translation>
    </message>
    <message>
        <source>after that one</source>
        <translation>juste après</translation>
    </message>
    <message>
        <source>at reconnection</source>
        <translation>à la reconnexion</translation>
    </message>
    <message>
        <source>now</source>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>No network since {time}</source>
        <translation>Pas de réseau depuis {time}</translation>
    </message>
    <message>
        <source>The proxy lets nothing through since {time}</source>
        <translation>Le proxy ne laisse rien passer depuis {time}</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first, since {time}</source>
        <translation>Ce réseau demande d’abord une connexion, depuis {time}</translation>
    </message>
    <message>
        <source>What answers cannot prove that it is the portal, since {time}</source>
        <translation>Ce qui répond ne peut prouver être le portail, depuis {time}</translation>
    </message>
    <message>
        <source>Sign-in needed since {time}</source>
        <translation>Connexion requise depuis {time}</translation>
    </message>
    <message>
        <source>Signed out since {time}</source>
        <translation>Déconnecté depuis {time}</translation>
    </message>
    <message>
        <source>The portal answers with errors since {time}</source>
        <translation>Le portail répond par des erreurs depuis {time}</translation>
    </message>
    <message>
        <source>The portal asks for patience since {time}</source>
        <translation>Le portail demande de patienter depuis {time}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Hors ligne depuis {time}</translation>
    </message>
    <message>
        <source>Taken back by the portal: the adherent wrote before they could see it</source>
        <translation>Reprise par le portail&#xa0;: l’adhérent a écrit avant de pouvoir la voir</translation>
    </message>
    <message>
        <source>Taken back in time: the adherent never saw it</source>
        <translation>Reprise à temps&#xa0;: l’adhérent ne l’a jamais vue</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adhérent</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain essai</translation>
    </message>
</context>
<context>
    <name>OutboxWindow</name>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Actions on their way to the portal</source>
        <translation>Actions en route vers le portail</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Open the exchange</source>
        <translation>Ouvrir l’échange</translation>
    </message>
    <message>
        <source>Go on writing it</source>
        <translation>Reprendre la rédaction</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Cancel, keep the text as a draft</source>
        <translation>Annuler, garder le texte en brouillon</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>About the selected action</source>
        <translation>À propos de l’action choisie</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Rien n’attend</translation>
    </message>
    <message>
        <source>Everything you did has reached the portal.</source>
        <translation>Tout ce que vous avez fait est arrivé au portail.</translation>
    </message>
    <message>
        <source>What you did and the portal has not confirmed yet. Everything leaves by itself, in order, and only once.</source>
        <translation>Ce que vous avez fait et que le portail n’a pas encore confirmé. Tout part de soi-même, dans l’ordre, et une seule fois.</translation>
    </message>
    <message>
        <source>Asked for: {since} · Attempts: {count} · Next try: {next}</source>
        <translation>Demandé&#xa0;: {since} · Tentatives&#xa0;: {count} · Prochain essai&#xa0;: {next}</translation>
    </message>
    <message>
        <source>What ends it: {end}</source>
        <translation>Ce qui y met fin&#xa0;: {end}</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>OutcomeBanner</name>
    <message>
        <source>A reply to this message is already on its way.</source>
        <translation>Une réponse à ce message est déjà en route.</translation>
    </message>
    <message>
        <source>This reply is published already: it was not sent twice.</source>
        <translation>Cette réponse est déjà publiée&#xa0;: elle n’a pas été envoyée deux fois.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be sent. The text is kept here.</source>
        <translation>Le disque est plein&#xa0;: rien n’a pu être envoyé. Le texte est gardé ici.</translation>
    </message>
    <message>
        <source>This PC&apos;s disk refuses: nothing was sent. Try again.</source>
        <translation>Le disque de ce PC refuse&#xa0;: rien n’a été envoyé. Réessayez.</translation>
    </message>
    <message>
        <source>{name} already holds {reference}.</source>
        <translation>{name} tient déjà {reference}.</translation>
    </message>
    <message>
        <source>{reference}: {reason}</source>
        <translation>{reference}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{reference}: the exchange changed before what you asked ({act}) arrived. Nothing was done.</source>
        <translation>{reference}&#xa0;: l’échange a changé avant l’arrivée de votre demande ({act}). Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Open the exchange</source>
        <translation>Ouvrir l’échange</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Le faire quand même</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>The reply to {name} was taken back: its text is a draft again.</source>
        <translation>La réponse à {name} est reprise&#xa0;: son texte est de nouveau un brouillon.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page of the document</source>
        <translation>Page du document</translation>
    </message>
</context>
<context>
    <name>PaletteWindow</name>
    <message>
        <source>Every action</source>
        <translation>Toutes les actions</translation>
    </message>
    <message>
        <source>A few letters of what you want to do</source>
        <translation>Quelques lettres de ce que vous voulez faire</translation>
    </message>
    <message>
        <source>Search an action</source>
        <translation>Chercher une action</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Not possible now because</source>
        <translation>Pas possible maintenant&#xa0;:</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>aucune touche</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>possible maintenant</translation>
    </message>
    <message>
        <source>No action fits these letters.</source>
        <translation>Aucune action ne correspond à ces lettres.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Saved on this PC: {when}</source>
        <translation>Enregistrée sur ce PC&#xa0;: {when}</translation>
    </message>
    <message>
        <source>Accepted by the portal: {when}, no. {number}</source>
        <translation>Acceptée par le portail&#xa0;: {when}, n° {number}</translation>
    </message>
    <message>
        <source>May be taken back until {when}; the adherent is told after that</source>
        <translation>Peut être reprise jusqu’à {when}&#xa0;; l’adhérent est averti ensuite</translation>
    </message>
    <message>
        <source>Could be taken back until {when}</source>
        <translation>Pouvait être reprise jusqu’à {when}</translation>
    </message>
    <message>
        <source>{what}: handed to the SMS gateway, {when}</source>
        <translation>{what}&#xa0;: remis à la passerelle SMS, {when}</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server, {when}</source>
        <translation>{what}&#xa0;: remis au serveur de courrier, {when}</translation>
    </message>
    <message>
        <source>{said}; {cause}</source>
        <translation>{said}&#xa0;; {cause}</translation>
    </message>
    <message>
        <source>{what}: did not reach the telephone ({cause}), {when}</source>
        <translation>{what}&#xa0;: pas arrivé sur le téléphone ({cause}), {when}</translation>
    </message>
    <message>
        <source>{what}: not delivered ({cause}), came back {when}</source>
        <translation>{what}&#xa0;: non remis ({cause}), revenu {when}</translation>
    </message>
    <message>
        <source>{what}: reached the telephone {when}</source>
        <translation>{what}&#xa0;: arrivé sur le téléphone {when}</translation>
    </message>
    <message>
        <source>{what}: to be sent</source>
        <translation>{what}&#xa0;: à envoyer</translation>
    </message>
    <message>
        <source>Saved on this PC</source>
        <translation>Enregistrée sur ce PC</translation>
    </message>
    <message>
        <source>Accepted by the portal, no. {number}</source>
        <translation>Acceptée par le portail, n° {number}</translation>
    </message>
    <message>
        <source>Until then it could be taken back</source>
        <translation>Fin du délai de reprise</translation>
    </message>
    <message>
        <source>Taken back by {who}; the adherent never saw it</source>
        <translation>Reprise par {who}&#xa0;; l’adhérent ne l’a jamais vue</translation>
    </message>
    <message>
        <source>Taken back; the adherent never saw it</source>
        <translation>Reprise&#xa0;; l’adhérent ne l’a jamais vue</translation>
    </message>
    <message>
        <source>Read by {who} in the private space</source>
        <translation>Lue par {who} dans l’espace privé</translation>
    </message>
    <message>
        <source>Read by the adherent in the private space</source>
        <translation>Lue par l’adhérent dans son espace privé</translation>
    </message>
    <message>
        <source>{what}: handed to the SMS gateway</source>
        <translation>{what}&#xa0;: remis à la passerelle SMS</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server</source>
        <translation>{what}&#xa0;: remis au serveur de courrier</translation>
    </message>
    <message>
        <source>{what}: did not reach the telephone ({cause})</source>
        <translation>{what}&#xa0;: pas arrivé sur le téléphone ({cause})</translation>
    </message>
    <message>
        <source>{what}: not delivered ({cause})</source>
        <translation>{what}&#xa0;: non remis ({cause})</translation>
    </message>
    <message>
        <source>{what}: reached the telephone</source>
        <translation>{what}&#xa0;: arrivé sur le téléphone</translation>
    </message>
    <message>
        <source>{what}: failed ({cause})</source>
        <translation>{what}&#xa0;: échec ({cause})</translation>
    </message>
    <message>
        <source>Next try: {when}</source>
        <translation>Prochain essai&#xa0;: {when}</translation>
    </message>
    <message>
        <source>No further try</source>
        <translation>Aucun autre essai</translation>
    </message>
    <message>
        <source>Key that keeps it from being published twice: {key}</source>
        <translation>Clé qui empêche une double publication&#xa0;: {key}</translation>
    </message>
    <message>
        <source>Reference at the SMS gateway: {reference}</source>
        <translation>Référence à la passerelle SMS&#xa0;: {reference}</translation>
    </message>
    <message>
        <source>Attempts: {count}</source>
        <translation>Tentatives&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Taken back by the portal: {when}. The adherent wrote meanwhile and never saw it</source>
        <translation>Reprise par le portail&#xa0;: {when}. L’adhérent a écrit entre-temps et ne l’a jamais vue</translation>
    </message>
    <message>
        <source>Taken back by {who}: {when}. The adherent never saw it</source>
        <translation>Reprise par {who}&#xa0;: {when}. L’adhérent ne l’a jamais vue</translation>
    </message>
    <message>
        <source>Taken back. The adherent never saw it</source>
        <translation>Reprise. L’adhérent ne l’a jamais vue</translation>
    </message>
    <message>
        <source>Read by {who}, under a procuration, {when}</source>
        <translation>Lu par {who}, sous procuration, {when}</translation>
    </message>
    <message>
        <source>Read by the adherent {when}</source>
        <translation>Lu par l’adhérent {when}</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), no further try</source>
        <translation>{what}&#xa0;: échec ({cause}), pas d’autre essai</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), next try {when}</source>
        <translation>{what}&#xa0;: échec ({cause}), prochain essai {when}</translation>
    </message>
    <message>
        <source>{said} (attempt {number})</source>
        <translation>{said} (tentative {number})</translation>
    </message>
    <message>
        <source>“Answer available” SMS</source>
        <translation>SMS «&#xa0;réponse disponible&#xa0;»</translation>
    </message>
    <message>
        <source>“Answer available” e-mail</source>
        <translation>Courriel «&#xa0;réponse disponible&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Proof</source>
        <translation>Preuve</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>Exporter les messages</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>Last three months</source>
        <translation>Les trois derniers mois</translation>
    </message>
    <message>
        <source>Last twelve months</source>
        <translation>Les douze derniers mois</translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>By thème</source>
        <translation>Par thème</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Par équipe</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Par site</translation>
    </message>
    <message>
        <source>Promise kept over time</source>
        <translation>Promesse tenue au fil du temps</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Promesse tenue</translation>
    </message>
    <message>
        <source>The file is being written…</source>
        <translation>Le fichier est en cours d’écriture…</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>Le fichier n’a pas pu être écrit&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Écrit&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet (*.ods)</source>
        <translation>Feuille OpenDocument (*.ods)</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Fichier CSV (*.csv)</translation>
    </message>
    <message>
        <source>delays</source>
        <translation>delais</translation>
    </message>
    <message>
        <source>Figures of {time}</source>
        <translation>Chiffres de {time}</translation>
    </message>
    <message>
        <source>No promise has fallen due in this period.</source>
        <translation>Aucune promesse n’est arrivée à échéance dans cette période.</translation>
    </message>
    <message>
        <source>Promise kept: {percent} ({kept} of {judged}). Half were answered within {median}, nine in ten within {p90}.</source>
        <translation>Promesse tenue&#xa0;: {percent} ({kept} sur {judged}). La moitié ont eu leur réponse en {median}, neuf sur dix en {p90}.</translation>
    </message>
    <message>
        <source>Promise kept. {told}</source>
        <translation>Promesse tenue. {told}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Tenue</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>À temps</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Jugés</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Nine in ten</source>
        <translation>Neuf sur dix</translation>
    </message>
    <message>
        <source>week of {day}</source>
        <translation>semaine du {day}</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Sans site</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
</context>
<context>
    <name>ProofWindow</name>
    <message>
        <source>Proof of the reply</source>
        <translation>Preuve de la réponse</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>La page</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>What this PC knows of the reply&apos;s way. The identifier stays masked, and so do numbers that look like one in the text.</source>
        <translation>Ce que ce PC sait du parcours de la réponse. L’identifiant reste masqué, et les numéros qui y ressemblent dans le texte aussi.</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>Le fichier n’a pas pu être écrit&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Enregistrer en PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Documents PDF (*.pdf)</translation>
    </message>
    <message>
        <source>No. {number}, {who}, {when}</source>
        <translation>N° {number}, {who}, {when}</translation>
    </message>
    <message>
        <source>{reply} (taken back)</source>
        <translation>{reply} (reprise)</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Réponse d’attente</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adhérent</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Proof of the reply no. {number}</source>
        <translation>Preuve de la réponse n° {number}</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>Son parcours</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Its text</source>
        <translation>Son texte</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the exact text:</source>
        <translation>Empreinte SHA-256 du texte exact&#xa0;:</translation>
    </message>
    <message>
        <source>Page made by {who} on {when}, from this PC&apos;s store. Times are those of the portal&apos;s clock, in the caisse&apos;s time zone.</source>
        <translation>Page éditée par {who} le {when}, d’après les données de ce PC. Les heures sont celles de l’horloge du portail, au fuseau horaire de la caisse.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>What the template asks</source>
        <translation>Ce que demande le modèle</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Question {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>ReachWords</name>
    <message>
        <source>SMS asked for, the portal sends none</source>
        <translation>SMS demandé, le portail n’en envoie pas</translation>
    </message>
    <message>
        <source>SMS asked for, number not confirmed</source>
        <translation>SMS demandé, numéro non confirmé</translation>
    </message>
    <message>
        <source>The last SMS did not reach their telephone</source>
        <translation>Le dernier SMS n’est pas arrivé sur son téléphone</translation>
    </message>
    <message>
        <source>SMS asked for</source>
        <translation>SMS demandé</translation>
    </message>
    <message>
        <source>They asked for an SMS: this portal sends none.</source>
        <translation>Un SMS est demandé&#xa0;: ce portail n’en envoie pas.</translation>
    </message>
    <message>
        <source>They asked for an SMS, but no number is confirmed: none.</source>
        <translation>Un SMS est demandé, mais aucun numéro n’est confirmé&#xa0;: il n’y en aura pas.</translation>
    </message>
    <message>
        <source>An SMS leaves too, but the last one did not reach their telephone.</source>
        <translation>Un SMS part aussi, mais le dernier n’est pas arrivé sur son téléphone.</translation>
    </message>
    <message>
        <source>They will receive the “answer available” SMS.</source>
        <translation>L’adhérent recevra le SMS «&#xa0;réponse disponible&#xa0;».</translation>
    </message>
    <message>
        <source>answer asked for by post</source>
        <translation>réponse demandée par courrier</translation>
    </message>
    <message>
        <source>The adherent has no e-mail address: the SMS tells them.</source>
        <translation>L’adhérent n’a pas d’adresse e-mail&#xa0;: c’est le SMS qui le prévient.</translation>
    </message>
    <message>
        <source>The adherent has no e-mail address: nobody will tell them.</source>
        <translation>L’adhérent n’a pas d’adresse e-mail&#xa0;: personne ne l’avertira.</translation>
    </message>
    <message>
        <source>The adherent asked for no e-mail: the SMS tells them.</source>
        <translation>L’adhérent ne veut pas d’e-mail&#xa0;: c’est le SMS qui le prévient.</translation>
    </message>
    <message>
        <source>The adherent asked for no e-mail: they see the reply when they visit.</source>
        <translation>L’adhérent ne veut pas d’e-mail&#xa0;: il verra la réponse à sa prochaine visite.</translation>
    </message>
    <message>
        <source>The adherent will receive the “answer available” e-mail.</source>
        <translation>L’adhérent recevra l’e-mail «&#xa0;réponse disponible&#xa0;».</translation>
    </message>
    <message>
        <source>E-mails to their address come back: it will probably not arrive either.</source>
        <translation>Les e-mails envoyés à son adresse reviennent&#xa0;: celui-ci n’arrivera sans doute pas non plus.</translation>
    </message>
    <message>
        <source>Their address refused the last e-mail: it will not arrive either.</source>
        <translation>Son adresse a refusé le dernier e-mail&#xa0;: celui-ci n’arrivera sans doute pas.</translation>
    </message>
    <message>
        <source>Their e-mail address was never verified: it may not arrive.</source>
        <translation>Son adresse e-mail n’a jamais été vérifiée&#xa0;: il peut ne pas arriver.</translation>
    </message>
    <message>
        <source>They ask for the answer by post: print it and send it.</source>
        <translation>L’adhérent demande la réponse par courrier&#xa0;: imprimez-la et envoyez-la.</translation>
    </message>
    <message>
        <source>No e-mail</source>
        <translation>Pas d’e-mail</translation>
    </message>
    <message>
        <source>No e-mail: will not be notified</source>
        <translation>Pas d’e-mail&#xa0;: ne sera pas averti</translation>
    </message>
    <message>
        <source>Wants no e-mail</source>
        <translation>Ne veut pas d’e-mail</translation>
    </message>
    <message>
        <source>E-mails to their address come back</source>
        <translation>Les e-mails envoyés à son adresse reviennent</translation>
    </message>
    <message>
        <source>Their address refused the last e-mail</source>
        <translation>Son adresse a refusé le dernier e-mail</translation>
    </message>
    <message>
        <source>E-mail not verified</source>
        <translation>E-mail non vérifié</translation>
    </message>
    <message>
        <source>E-mail verified</source>
        <translation>E-mail vérifié</translation>
    </message>
</context>
<context>
    <name>Received</name>
    <message>
        <source>HH:mm</source>
        <comment>QDateTime format, as short as can be</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>QDateTime format, as short as can be</comment>
        <translation>d MMM HH:mm</translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Scroll the reply</source>
        <translation>Faire défiler la réponse</translation>
    </message>
    <message>
        <source>Write the reply here, or start from the suggested template ({suggested}) or another one ({choose}).</source>
        <translation>Rédigez la réponse ici, ou partez du modèle conseillé ({suggested}) ou d’un autre ({choose}).</translation>
    </message>
    <message>
        <source>Write the reply here, or start from a template.</source>
        <translation>Rédigez la réponse ici, ou partez d’un modèle.</translation>
    </message>
</context>
<context>
    <name>ReplyFoot</name>
    <message>
        <source>What to do with the reply</source>
        <translation>Que faire de la réponse</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>Modèle…</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Choisir un modèle</translation>
    </message>
    <message>
        <source>Kind of reply</source>
        <translation>Nature de la réponse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Holding reply (does not stop the clock)</source>
        <translation>Réponse d’attente (n’arrête pas le délai)</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versions…</translation>
    </message>
    <message>
        <source>Versions of the draft</source>
        <translation>Versions du brouillon</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Supprimer le brouillon</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Annuler l’envoi</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Plus tard…</translation>
    </message>
    <message>
        <source>Publish later</source>
        <translation>Publier plus tard</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publier…</translation>
    </message>
    <message>
        <source>Publish the reply</source>
        <translation>Publier la réponse</translation>
    </message>
    <message>
        <source>Publish the holding reply…</source>
        <translation>Publier la réponse d’attente…</translation>
    </message>
    <message>
        <source>Ask for a review…</source>
        <translation>Demander une relecture…</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Result of each message</source>
        <translation>Résultat de chaque message</translation>
    </message>
    <message>
        <source>Try again those that were refused</source>
        <translation>Réessayer ceux qui ont été refusés</translation>
    </message>
    <message>
        <source>Close the results</source>
        <translation>Fermer les résultats</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on their way…</source>
        <translation>
            <numerusform>%n message en cours…</numerusform>
            <numerusform>%n messages en cours…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) done</source>
        <translation>
            <numerusform>%n message traité</numerusform>
            <numerusform>%n messages traités</numerusform>
        </translation>
    </message>
    <message>
        <source>{done}, {refused}</source>
        <translation>{done}, {refused}</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: done</source>
        <translation>{name}&#xa0;: fait</translation>
    </message>
    <message>
        <source>{name}: refused, {reason}</source>
        <translation>{name}&#xa0;: refusé, {reason}</translation>
    </message>
    <message>
        <source>No answer from the portal ({code}). Trying again does nothing twice.</source>
        <translation>Pas de réponse du portail ({code}). Réessayer ne fait rien deux fois.</translation>
    </message>
</context>
<context>
    <name>ResultsWindow</name>
    <message>
        <source>Result of each message</source>
        <translation>Résultat de chaque message</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo for these messages</source>
        <translation>Annuler pour ces messages</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fait</numerusform>
            <numerusform>%n faits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>Waiting: it leaves by itself, once, when the portal answers</source>
        <translation>En attente&#xa0;: part de lui-même, une seule fois, dès que le portail répond</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>Not possible: {reason}</source>
        <translation>Impossible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Not written down: {code}</source>
        <translation>Non enregistré&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Refused: the message changed before it arrived</source>
        <translation>Refusé&#xa0;: le message a changé entre-temps</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refusé&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>Comments of the reviewer</source>
        <translation>Commentaires du relecteur</translation>
    </message>
    <message>
        <source>Comments on passages of your reply</source>
        <translation>Commentaires sur des passages de votre réponse</translation>
    </message>
    <message>
        <source>Take the text up again</source>
        <translation>Reprendre le texte</translation>
    </message>
    <message>
        <source>Take your text up again</source>
        <translation>Reprendre votre texte</translation>
    </message>
    <message>
        <source>{name} sent it back</source>
        <translation>Renvoyée par {name}</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>a supervisor</source>
        <translation>un superviseur</translation>
    </message>
    <message>
        <source>Review by {whom}: waits to be sent; the portal does not know of it yet.</source>
        <translation>Relecture par {whom}&#xa0;: demande en attente d’envoi, le portail ne la connaît pas encore.</translation>
    </message>
    <message>
        <source>Taking the request for a review back: waits to be sent.</source>
        <translation>Retrait de la demande de relecture&#xa0;: en attente d’envoi.</translation>
    </message>
    <message>
        <source>Sending the reply back: waits to be sent.</source>
        <translation>Renvoi de la réponse&#xa0;: en attente d’envoi.</translation>
    </message>
    <message>
        <source>Your approval waits to be sent: the reply is not published yet.</source>
        <translation>Votre approbation attend d’être envoyée&#xa0;: la réponse n’est pas encore publiée.</translation>
    </message>
    <message>
        <source>{name} sent your reply back {moment}</source>
        <translation>{name} a renvoyé votre réponse {moment}</translation>
    </message>
    <message>
        <source>{name} sent the reply of {author} back {moment}</source>
        <translation>{name} a renvoyé la réponse de {author} {moment}</translation>
    </message>
    <message>
        <source>In review: {whom} was asked {moment}</source>
        <translation>En relecture&#xa0;: demandée à {whom} {moment}</translation>
    </message>
    <message>
        <source>Reply of {author} in review: {whom} was asked {moment}</source>
        <translation>Réponse de {author} en relecture&#xa0;: demandée à {whom} {moment}</translation>
    </message>
    <message>
        <source>“{passage}”: {comment}</source>
        <translation>«&#xa0;{passage}&#xa0;»&#xa0;: {comment}</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Reply in review</source>
        <translation>Réponse en relecture</translation>
    </message>
    <message>
        <source>Reply sent back</source>
        <translation>Réponse renvoyée</translation>
    </message>
    <message>
        <source>{title}, of {author}</source>
        <translation>{title}, de {author}</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Réponse d’attente</translation>
    </message>
    <message>
        <source>Take the request back</source>
        <translation>Retirer la demande</translation>
    </message>
    <message>
        <source>Take the request for a review back</source>
        <translation>Retirer la demande de relecture</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Reply to review</source>
        <translation>Réponse à relire</translation>
    </message>
    <message>
        <source>Text of the reply to review</source>
        <translation>Texte de la réponse à relire</translation>
    </message>
    <message>
        <source>Scroll the reply</source>
        <translation>Faire défiler la réponse</translation>
    </message>
    <message>
        <source>Comments on passages</source>
        <translation>Commentaires sur des passages</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Commenter…</translation>
    </message>
    <message>
        <source>Comment on the selected passage</source>
        <translation>Commenter le passage sélectionné</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Amend the text</source>
        <translation>Modifier le texte</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Renvoyer…</translation>
    </message>
    <message>
        <source>Send the reply back to its author</source>
        <translation>Renvoyer la réponse à son auteur</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Approuver…</translation>
    </message>
    <message>
        <source>Approve and publish the reply</source>
        <translation>Approuver et publier la réponse</translation>
    </message>
    <message>
        <source>Reply of {author}</source>
        <translation>Réponse de {author}</translation>
    </message>
    <message>
        <source>The adherent wrote after this reply was finished. Read what they added above.</source>
        <translation>L’adhérent a écrit depuis que cette réponse est prête. Lisez au-dessus ce qu’il a ajouté.</translation>
    </message>
    <message>
        <source>The disk is full: what you began here is not saved yet.</source>
        <translation>Le disque est plein&#xa0;: ce que vous avez commencé ici n’est pas encore enregistré.</translation>
    </message>
    <message>
        <source>The disk cannot be written: what you began is not saved yet.</source>
        <translation>Le disque est en lecture seule&#xa0;: ce que vous avez commencé n’est pas encore enregistré.</translation>
    </message>
    <message>
        <source>This PC&apos;s disk refuses: what you began here is not saved yet.</source>
        <translation>Le disque de ce poste refuse&#xa0;: ce que vous avez commencé ici n’est pas encore enregistré.</translation>
    </message>
    <message>
        <source>The author&apos;s text is here again; yours was given up.</source>
        <translation>Le texte de l’auteur est de nouveau là&#xa0;; le vôtre a été abandonné.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The author&apos;s text again</source>
        <translation>Texte de l’auteur</translation>
    </message>
    <message>
        <source>It leaves as you amend it, in its author&apos;s name.</source>
        <translation>Elle part telle que vous la modifiez, au nom de son auteur.</translation>
    </message>
    <message>
        <source>Comments go back with the reply. Delete removes one.</source>
        <translation>Les commentaires partent avec le renvoi. Suppr en retire un.</translation>
    </message>
    <message>
        <source>Select a passage to comment on it.</source>
        <translation>Sélectionnez un passage pour le commenter.</translation>
    </message>
</context>
<context>
    <name>ReviewWork</name>
    <message>
        <source>Comment on the passage</source>
        <translation>Commenter le passage</translation>
    </message>
    <message>
        <source>“{passage}”</source>
        <translation>«&#xa0;{passage}&#xa0;»</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Votre commentaire</translation>
    </message>
    <message>
        <source>Add the comment</source>
        <translation>Ajouter le commentaire</translation>
    </message>
    <message>
        <source>Send the reply back?</source>
        <translation>Renvoyer la réponse&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>{author} reads your words, and your comments beside the passages (%n).</source>
        <translation>
            <numerusform>{author} lit vos mots, et votre commentaire à côté du passage (%n).</numerusform>
            <numerusform>{author} lit vos mots, et vos commentaires à côté des passages (%n).</numerusform>
        </translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Ce qu’il faut reprendre</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Renvoyer</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>Publish later</source>
        <translation>Publier plus tard</translation>
    </message>
    <message>
        <source>First lines of the reply</source>
        <translation>Premières lignes de la réponse</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programmer</translation>
    </message>
    <message>
        <source>Schedule the reply</source>
        <translation>Programmer la réponse</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer à écrire</translation>
    </message>
    <message>
        <source>The portal publishes the reply by itself, even when this PC is off. It holds it back, and tells you, when the adherent writes again before, when the exchange changes, or when you are absent.</source>
        <translation>Le portail publie la réponse de lui-même, même si ce poste est éteint. Il la retient, et vous le dit, si l’adhérent écrit de nouveau avant, si l’échange change ou si vous êtes absent.</translation>
    </message>
    <message>
        <source>This moment has passed: choose a later one.</source>
        <translation>Ce moment est passé&#xa0;: choisissez-en un plus tard.</translation>
    </message>
    <message>
        <source>It will be published {moment} (time of the caisse).</source>
        <translation>Elle sera publiée {moment} (heure de la caisse).</translation>
    </message>
    <message>
        <source>That is after the deadline ({due}): the answer will count as late.</source>
        <translation>C’est après l’échéance ({due})&#xa0;: la réponse comptera comme en retard.</translation>
    </message>
    <message>
        <source>The clock does not stop: an answer is still due {moment}.</source>
        <translation>Le délai continue&#xa0;: une réponse reste due {moment}.</translation>
    </message>
    <message>
        <source>Within the deadline ({due}).</source>
        <translation>Avant l’échéance ({due}).</translation>
    </message>
</context>
<context>
    <name>ScheduledCard</name>
    <message>
        <source>Reply held</source>
        <translation>Réponse retenue</translation>
    </message>
    <message>
        <source>Scheduled reply</source>
        <translation>Réponse programmée</translation>
    </message>
    <message>
        <source>{title} of {author}, {moment}</source>
        <translation>{title} de {author}, {moment}</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Réponse d’attente</translation>
    </message>
    <message>
        <source>was to leave {moment}</source>
        <translation>devait partir {moment}</translation>
    </message>
    <message>
        <source>leaves {moment}</source>
        <translation>partira {moment}</translation>
    </message>
    <message>
        <source>Take the text back, to publish it now</source>
        <translation>Reprendre le texte, pour publier maintenant</translation>
    </message>
    <message>
        <source>Cancel the scheduling</source>
        <translation>Annuler la programmation</translation>
    </message>
    <message>
        <source>Cancel the scheduling: the text goes back to the reply</source>
        <translation>Annuler la programmation&#xa0;: le texte revient dans la réponse</translation>
    </message>
    <message>
        <source>Schedule again…</source>
        <translation>Programmer à nouveau…</translation>
    </message>
    <message>
        <source>Its cancelling waits to be sent: until then the portal may publish it.</source>
        <translation>L’annulation attend de partir&#xa0;: d’ici là, le portail peut encore la publier.</translation>
    </message>
    <message>
        <source>Waiting to be sent: the portal does not know of this scheduling yet.</source>
        <translation>En attente d’envoi&#xa0;: le portail ne connaît pas encore cette programmation.</translation>
    </message>
    <message>
        <source>The portal publishes it by itself at that moment.</source>
        <translation>Le portail la publiera de lui-même à ce moment-là.</translation>
    </message>
    <message>
        <source>Not published: the adherent wrote meanwhile. Read what they added, then publish it now or schedule it again.</source>
        <translation>Non publiée&#xa0;: l’adhérent a écrit entre-temps. Lisez ce qu’il a ajouté, puis publiez-la maintenant ou programmez-la à nouveau.</translation>
    </message>
    <message>
        <source>Not published: its author was absent at that moment. Read the exchange again, then publish it now or schedule it again.</source>
        <translation>Non publiée&#xa0;: son auteur était absent à ce moment-là. Relisez l’échange, puis publiez-la maintenant ou programmez-la à nouveau.</translation>
    </message>
    <message>
        <source>Not published: its author is in training, so a colleague reads it first. Cancel it, then ask for a review.</source>
        <translation>Non publiée&#xa0;: son auteur est en formation, elle doit être relue. Annulez la programmation, puis demandez une relecture.</translation>
    </message>
    <message>
        <source>Not published: the exchange changed meanwhile. Read it, then publish it now or schedule it again.</source>
        <translation>Non publiée&#xa0;: l’échange a changé entre-temps. Lisez-le, puis publiez-la maintenant ou programmez-la à nouveau.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>There is no field “{name}:”; it is left out.</source>
        <translation>Le champ «&#xa0;{name}:&#xa0;» n’existe pas&#xa0;; il est ignoré.</translation>
    </message>
    <message>
        <source>The catalogue has nothing like “{value}” for {name}:; it is left out.</source>
        <translation>Le catalogue n’a rien comme «&#xa0;{value}&#xa0;» pour {name}:&#xa0;; ce critère est ignoré.</translation>
    </message>
    <message>
        <source>statut: is followed by ouvert, répondu or clos, not by “{value}”.</source>
        <translation>statut: se complète par ouvert, répondu ou clos, et non par «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>relecture: is followed by demandée, renvoyée or à-faire, not by “{value}”.</source>
        <translation>relecture: se complète par demandée, renvoyée ou à-faire, et non par «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>“{value}” is not a day: write hier, lundi, 12/11, 12/11/2026 or novembre.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un jour&#xa0;: écrivez hier, lundi, 12/11, 12/11/2026 ou novembre.</translation>
    </message>
    <message>
        <source>“{value}” is not a time left: write &lt;2h, &gt;1j, &lt;30min or dépassée.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un temps restant&#xa0;: écrivez &lt;2h, &gt;1j, &lt;30min ou dépassée.</translation>
    </message>
    <message>
        <source>Only the first words are searched.</source>
        <translation>Seuls les premiers mots sont cherchés.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>classified under a motif</source>
        <translation>classé sous un motif</translation>
    </message>
    <message>
        <source>classified under a sujet</source>
        <translation>classé sous un sujet</translation>
    </message>
    <message>
        <source>classified under a thème</source>
        <translation>classé sous un thème</translation>
    </message>
    <message>
        <source>name of the adherent</source>
        <translation>nom de l’adhérent</translation>
    </message>
    <message>
        <source>time left: &lt;2h, &gt;1j, dépassée</source>
        <translation>temps restant&#xa0;: &lt;2h, &gt;1j, dépassée</translation>
    </message>
    <message>
        <source>ouvert, répondu or clos</source>
        <translation>ouvert, répondu ou clos</translation>
    </message>
    <message>
        <source>reply in review: demandée, renvoyée or à-faire</source>
        <translation>réponse en relecture&#xa0;: demandée, renvoyée ou à-faire</translation>
    </message>
    <message>
        <source>written before a day: hier, lundi, 12/11</source>
        <translation>écrit avant un jour&#xa0;: hier, lundi, 12/11</translation>
    </message>
    <message>
        <source>written from a day on</source>
        <translation>écrit à partir d’un jour</translation>
    </message>
    <message>
        <source>moi, or the name of a colleague</source>
        <translation>moi, ou le nom d’un collègue</translation>
    </message>
    <message>
        <source>reference of the exchange</source>
        <translation>référence de l’échange</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom&#xa0;:</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Search: words, “phrase”, -without, de:, motif:, statut:</source>
        <translation>Rechercher&#xa0;: mots, «&#xa0;phrase&#xa0;», -sans, de:, motif:, statut:</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Rechercher dans tous les messages</translation>
    </message>
    <message>
        <source>Accents do not matter. Ctrl+Space suggests fields and values.</source>
        <translation>Les accents ne comptent pas. Ctrl+Espace propose des champs et des valeurs.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search all messages</source>
        <translation>Rechercher dans tous les messages</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Enregistrer cette recherche…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Revenir à la liste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>Most urgent</source>
        <translation>Plus urgents</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Plus pertinents</translation>
    </message>
    <message>
        <source>The messages could not be searched. Try again in a moment.</source>
        <translation>La recherche n’a pas pu se faire. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
</context>
<context>
    <name>SearchPlace</name>
    <message>
        <source>Keep the list&apos;s present view</source>
        <translation>Garder la vue actuelle de la liste</translation>
    </message>
</context>
<context>
    <name>SessionBanners</name>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>Your session has ended. You can go on reading and writing: everything is kept on this PC and leaves when you have signed in again.</source>
        <translation>Votre session a pris fin. Vous pouvez continuer à lire et à écrire&#xa0;: tout est gardé sur ce PC et partira quand vous vous serez reconnecté.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in in the browser window that has opened.</source>
        <translation>Connectez-vous dans la fenêtre du navigateur qui s’est ouverte.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>You are noted as absent until {moment}: your scheduled replies are held.</source>
        <translation>Vous êtes noté absent jusqu’au {moment}&#xa0;: vos réponses programmées sont retenues.</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Je suis de retour</translation>
    </message>
    <message>
        <source>This PC has no keyring</source>
        <translation>Ce PC n’a pas de trousseau</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring is locked</source>
        <translation>Le trousseau de ce PC est verrouillé</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring does not answer</source>
        <translation>Le trousseau de ce PC ne répond pas</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring cannot be used</source>
        <translation>Le trousseau de ce PC est inutilisable</translation>
    </message>
    <message>
        <source>{cause}: your sign-in will not be kept, and you will sign in again at the next start.</source>
        <translation>{cause}&#xa0;: vos identifiants ne seront pas gardés, et vous vous reconnecterez au prochain démarrage.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>The portal was restored from a backup, and everything here was read anew. Nothing that this PC sent for you is missing there: you can go on.</source>
        <translation>Le portail a été rétabli depuis une sauvegarde, et tout a été relu ici. Rien de ce que ce poste a envoyé pour vous n’y manque&#xa0;: vous pouvez continuer.</translation>
    </message>
    <message numerus="yes">
        <source>The portal was restored from a backup: %n of your text(s) are no longer there. Nothing is lost on this PC: they wait for you in the outbox, and the replies as drafts too. Read each exchange again, then publish again.</source>
        <translation>
            <numerusform>Le portail a été rétabli depuis une sauvegarde&#xa0;: un de vos textes n’y est plus. Rien n’est perdu sur ce poste&#xa0;: il vous attend dans la boîte d’envoi et, si c’est une réponse, aussi en brouillon. Relisez l’échange, puis publiez de nouveau.</numerusform>
            <numerusform>Le portail a été rétabli depuis une sauvegarde&#xa0;: %n de vos textes n’y sont plus. Rien n’est perdu sur ce poste&#xa0;: ils vous attendent dans la boîte d’envoi et, pour les réponses, aussi en brouillon. Relisez chaque échange, puis publiez de nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>See the outbox</source>
        <translation>Voir la boîte d’envoi</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent text(s) were on this PC alone: they were removed with its copy of the messages, and nobody can bring them back. Tell your supervisor now, so that a colleague answers those adherents.</source>
        <translation>
            <numerusform>Un texte non envoyé n’existait que sur ce poste&#xa0;: il a été supprimé avec la copie des messages, et personne ne peut le faire revenir. Prévenez tout de suite votre superviseur, pour qu’un collègue réponde à cet adhérent.</numerusform>
            <numerusform>%n textes non envoyés n’existaient que sur ce poste&#xa0;: ils ont été supprimés avec la copie des messages, et personne ne peut les faire revenir. Prévenez tout de suite votre superviseur, pour qu’un collègue réponde à ces adhérents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettledReviews</name>
    <message>
        <source>A message</source>
        <translation>Un message</translation>
    </message>
    <message>
        <source>{reference}: the review of {author}&apos;s reply was settled without you. What you had written is kept on this PC.</source>
        <translation>{reference}&#xa0;: la relecture de la réponse de {author} a été close sans vous. Ce que vous aviez écrit est conservé sur ce poste.</translation>
    </message>
    <message>
        <source>See your words</source>
        <translation>Voir vos mots</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share out?</source>
        <translation>Répartir&#xa0;?</translation>
    </message>
    <message>
        <source>Who gets how many</source>
        <translation>Qui en reçoit combien</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Ensuite</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) stay where they are: nobody who answers for them is there.</source>
        <translation>
            <numerusform>%n message reste où il est&#xa0;: personne d’habilité n’est présent.</numerusform>
            <numerusform>%n messages restent où ils sont&#xa0;: personne d’habilité n’est présent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Share out %n message(s)</source>
        <translation>
            <numerusform>Répartir %n message</numerusform>
            <numerusform>Répartir %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Evenly, among those who are there and answer for the motif.</source>
        <translation>À parts égales, entre les agents présents et compétents pour le motif.</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>New keys of the selected action</source>
        <translation>Nouvelles touches de l’action sélectionnée</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Appuyez ici sur les nouvelles touches</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Utiliser ces touches</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Touches habituelles</translation>
    </message>
    <message>
        <source>Usual keys for every action</source>
        <translation>Touches habituelles pour toutes les actions</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>aucune touche</translation>
    </message>
    <message>
        <source>{keys} is “{action}” already.</source>
        <translation>{keys} est déjà «&#xa0;{action}&#xa0;».</translation>
    </message>
    <message>
        <source>Alt and AltGr write characters: take Ctrl or a function key.</source>
        <translation>Alt et AltGr écrivent des caractères&#xa0;: prenez Ctrl ou une touche de fonction.</translation>
    </message>
    <message>
        <source>Digits and punctuation move between keyboards: take a letter.</source>
        <translation>Les chiffres et la ponctuation changent de place d’un clavier à l’autre&#xa0;: prenez une lettre.</translation>
    </message>
    <message>
        <source>These keys belong to the writing of text.</source>
        <translation>Ces touches servent à la saisie du texte.</translation>
    </message>
    <message>
        <source>Take a function key, or Ctrl with a letter.</source>
        <translation>Prenez une touche de fonction, ou Ctrl et une lettre.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Secure messages</source>
        <translation>Messagerie sécurisée</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>En attente du navigateur</translation>
    </message>
    <message>
        <source>Portal: {address}</source>
        <translation>Portail&#xa0;: {address}</translation>
    </message>
    <message>
        <source>Your web browser opens at the portal: you sign in there, with your usual account, and come back here. Desk never sees your password.</source>
        <translation>Votre navigateur s’ouvre sur le portail&#xa0;: vous vous y connectez avec votre compte habituel, puis revenez ici. Desk ne voit jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>Sign in in the browser window that has opened. Desk waits for you.</source>
        <translation>Connectez-vous dans la fenêtre du navigateur qui s’est ouverte. Desk vous attend.</translation>
    </message>
    <message>
        <source>Your access to the secure messages was taken away at the portal. The copy kept on this PC is removed with its key: messages, drafts, and what was not sent. Ask your supervisor.</source>
        <translation>Votre accès aux messages sécurisés a été retiré sur le portail. La copie gardée sur ce poste est supprimée avec sa clé&#xa0;: messages, brouillons et ce qui n’était pas parti. Adressez-vous à votre responsable.</translation>
    </message>
    <message>
        <source>This PC&apos;s copy of the messages is erased.</source>
        <translation>La copie des messages de ce poste est effacée.</translation>
    </message>
    <message>
        <source>What you had not sent stays here, encrypted: nobody can read it until you sign in again.</source>
        <translation>Ce que vous n’aviez pas envoyé y reste, chiffré&#xa0;: personne ne peut le lire avant votre prochaine connexion.</translation>
    </message>
    <message>
        <source>Nothing of your work is left on this PC.</source>
        <translation>Rien de votre travail ne reste sur ce poste.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>le disque ne répond pas</translation>
    </message>
    <message>
        <source>This PC&apos;s copy could not be erased: {cause}. It is encrypted, and nobody can read it without signing in as you. Call your support before leaving this PC.</source>
        <translation>La copie de ce poste n’a pas pu être effacée&#xa0;: {cause}. Elle est chiffrée, et personne ne peut la lire sans se connecter à votre place. Appelez votre assistance avant de quitter ce poste.</translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation>le disque refuse</translation>
    </message>
    <message>
        <source>No web browser could be opened on this PC. Call your support.</source>
        <translation>Aucun navigateur n’a pu être ouvert sur ce PC. Appelez votre assistance.</translation>
    </message>
    <message>
        <source>The portal refused the sign-in. Try again; if it happens twice, call your supervisor.</source>
        <translation>Le portail a refusé la connexion. Réessayez&#x202f;; si cela se reproduit, appelez votre responsable.</translation>
    </message>
    <message>
        <source>Nobody signed in within five minutes. Try again when you are ready.</source>
        <translation>Personne ne s’est connecté en cinq minutes. Réessayez quand vous serez prêt.</translation>
    </message>
    <message>
        <source>The portal cannot be reached. Check the network, then try again.</source>
        <translation>Le portail est injoignable. Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>The portal has a problem for the moment. Try again in a few minutes.</source>
        <translation>Le portail a un problème pour le moment. Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>The address does not lead to the portal. Check it in the settings, or call your support.</source>
        <translation>L’adresse ne mène pas au portail. Vérifiez-la dans les réglages, ou appelez votre assistance.</translation>
    </message>
    <message>
        <source>This account is not an agent&apos;s. Sign in with your agent account.</source>
        <translation>Ce compte n’est pas celui d’un agent. Connectez-vous avec votre compte d’agent.</translation>
    </message>
    <message>
        <source>The sign-in failed ({code}). Try again.</source>
        <translation>La connexion a échoué ({code}). Réessayez.</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>Se déconnecter&#xa0;?</translation>
    </message>
    <message>
        <source>Counting what was not sent…</source>
        <translation>Décompte de ce qui n’est pas parti…</translation>
    </message>
    <message>
        <source>Also erase this PC&apos;s copy of the messages (shared PC)</source>
        <translation>Effacer aussi la copie des messages de ce poste (poste partagé)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Everything that you wrote has been sent: nothing waits on this PC.</source>
        <translation>Tout ce que vous avez écrit est parti&#xa0;: rien n’attend sur ce poste.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n brouillon</numerusform>
            <numerusform>%n brouillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) begun</source>
        <translation>
            <numerusform>%n relecture commencée</numerusform>
            <numerusform>%n relectures commencées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting to be sent</source>
        <translation>
            <numerusform>%n action en attente d’envoi</numerusform>
            <numerusform>%n actions en attente d’envoi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused action(s) waiting for you</source>
        <translation>
            <numerusform>%n action refusée qui vous attend</numerusform>
            <numerusform>%n actions refusées qui vous attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>On this PC: {parts}.</source>
        <translation>Sur ce poste&#xa0;: {parts}.</translation>
    </message>
    <message>
        <source>This session is kept nowhere: what was not sent is lost when you sign out. Send it or copy it first.</source>
        <translation>Cette session n’est gardée nulle part&#xa0;: ce qui n’est pas parti sera perdu à la déconnexion. Envoyez-le ou copiez-le d’abord.</translation>
    </message>
    <message>
        <source>They stay on this PC, encrypted, and nobody can read them until you sign in again.</source>
        <translation>Cela reste sur ce poste, chiffré&#xa0;: personne ne peut le lire avant votre prochaine connexion.</translation>
    </message>
    <message>
        <source>What waits leaves then, not before.</source>
        <translation>Ce qui attend partira alors, pas avant.</translation>
    </message>
    <message>
        <source>Nothing of this session stays on this PC.</source>
        <translation>Rien de cette session ne reste sur ce poste.</translation>
    </message>
    <message>
        <source>The messages, notes and history kept on this PC are erased. At your next sign-in they are loaded from the portal again.</source>
        <translation>Les messages, notes et historiques gardés sur ce poste sont effacés. À votre prochaine connexion, ils seront de nouveau chargés depuis le portail.</translation>
    </message>
    <message>
        <source>The messages stay on this PC, encrypted, for your next sign-in: you can then work at once, even offline.</source>
        <translation>Les messages restent sur ce poste, chiffrés, pour votre prochaine connexion&#xa0;: vous pourrez alors travailler aussitôt, même hors ligne.</translation>
    </message>
</context>
<context>
    <name>SmallBoxes</name>
    <message>
        <source>About</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Desk – secure messages</source>
        <translation>Desk – messagerie sécurisée</translation>
    </message>
    <message>
        <source>Icons: Lucide (ISC licence). Font: Inter (SIL Open Font License). Windows: Qt (LGPL).</source>
        <translation>Icônes&#xa0;: Lucide (licence ISC). Police&#xa0;: Inter (SIL Open Font License). Fenêtres&#xa0;: Qt (LGPL).</translation>
    </message>
    <message>
        <source>A text is not saved</source>
        <translation>Un texte n’est pas enregistré</translation>
    </message>
    <message>
        <source>What you wrote could not be saved: this PC&apos;s disk refuses it.</source>
        <translation>Ce que vous avez écrit n’a pas pu être enregistré&#xa0;: le disque de ce PC le refuse.</translation>
    </message>
    <message>
        <source>Copy your text elsewhere before leaving.</source>
        <translation>Copiez votre texte ailleurs avant de partir.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Leave and lose the text</source>
        <translation>Partir et perdre le texte</translation>
    </message>
</context>
<context>
    <name>SpellingMarks</name>
    <message>
        <source>Spelling of {word}</source>
        <translation>Orthographe de {word}</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Recherche de suggestions…</translation>
    </message>
    <message>
        <source>&amp;Add to my words</source>
        <translation>&amp;Ajouter à mes mots</translation>
    </message>
    <message>
        <source>&amp;Ignore for now</source>
        <translation>&amp;Ignorer pour l’instant</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Aucune suggestion</translation>
    </message>
</context>
<context>
    <name>SpellingWork</name>
    <message>
        <source>the enchant library is not installed on this PC</source>
        <translation>la bibliothèque enchant n’est pas installée sur ce poste</translation>
    </message>
    <message>
        <source>this PC has no French dictionary</source>
        <translation>ce poste n’a pas de dictionnaire français</translation>
    </message>
    <message>
        <source>Spelling is not checked: {reason}.</source>
        <translation>L’orthographe n’est pas vérifiée&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>I see</source>
        <translation>Compris</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Saved and recent searches</source>
        <translation>Recherches enregistrées et récentes</translation>
    </message>
    <message>
        <source>Enter chooses; Delete removes what was saved. Esc goes back to the list.</source>
        <translation>Entrée choisit&#xa0;; Suppr retire ce qui est enregistré. Échap revient à la liste.</translation>
    </message>
    <message>
        <source>Keep the list&apos;s present view…</source>
        <translation>Garder la vue actuelle de la liste…</translation>
    </message>
    <message>
        <source>Forget recent searches</source>
        <translation>Oublier les recherches récentes</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>Views of the list</source>
        <translation>Vues de la liste</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Recherches récentes</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>{section}: {words}</source>
        <translation>{section}&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Queued since {time}: leaves as soon as the portal answers</source>
        <translation>En file depuis {time}&#xa0;: partira dès que le portail répondra</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Unconfirmed: no answer from the portal. The same request goes again at {time}; it can only be published once</source>
        <translation>Non confirmé&#xa0;: pas de réponse du portail. La même demande repart à {time}&#x202f;; elle ne peut être publiée qu’une fois</translation>
    </message>
    <message>
        <source>Unconfirmed: no answer from the portal. The same request goes again; it can only be published once</source>
        <translation>Non confirmé&#xa0;: pas de réponse du portail. La même demande repart&#x202f;; elle ne peut être publiée qu’une fois</translation>
    </message>
    <message>
        <source>Published: no. {number} at the portal, {moment}</source>
        <translation>Publié&#xa0;: n° {number} au portail, {moment}</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refusé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Conflict: the exchange changed while you were writing</source>
        <translation>Conflit&#xa0;: l’échange a changé pendant que vous écriviez</translation>
    </message>
    <message>
        <source>Cancelled, kept as a draft</source>
        <translation>Annulé, gardé en brouillon</translation>
    </message>
    <message>
        <source>this exchange already has its answer</source>
        <translation>cet échange a déjà sa réponse</translation>
    </message>
    <message>
        <source>a colleague holds this exchange</source>
        <translation>un collègue tient cet échange</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>le texte est trop long</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>le texte est vide</translation>
    </message>
    <message>
        <source>the exchange no longer exists at the portal</source>
        <translation>l’échange n’existe plus au portail</translation>
    </message>
    <message>
        <source>nobody holds this exchange any more</source>
        <translation>plus personne n’a cet échange en charge</translation>
    </message>
    <message>
        <source>a reply to this exchange is already scheduled</source>
        <translation>une réponse à cet échange est déjà programmée</translation>
    </message>
    <message>
        <source>this motif is no longer offered</source>
        <translation>ce motif n’est plus proposé</translation>
    </message>
    <message>
        <source>it cannot be transferred there</source>
        <translation>l’échange ne peut pas y être transféré</translation>
    </message>
    <message>
        <source>too late, the adherent already sees this reply</source>
        <translation>trop tard, l’adhérent voit déjà cette réponse</translation>
    </message>
    <message>
        <source>you are in training: ask a colleague to review it</source>
        <translation>vous êtes en formation&#xa0;: demandez une relecture</translation>
    </message>
    <message>
        <source>somebody else is to review this reply</source>
        <translation>cette relecture revient à quelqu’un d’autre</translation>
    </message>
    <message>
        <source>this colleague cannot be asked any more</source>
        <translation>ce collègue ne peut plus être sollicité</translation>
    </message>
    <message>
        <source>a reply to this message is in review</source>
        <translation>une réponse à ce message est en relecture</translation>
    </message>
    <message>
        <source>this review was decided by a colleague, or taken back by its author</source>
        <translation>un collègue a déjà décidé de cette relecture, ou son auteur l’a retirée</translation>
    </message>
    <message>
        <source>you are not allowed to answer this exchange</source>
        <translation>vous n’êtes pas autorisé à répondre à cet échange</translation>
    </message>
    <message>
        <source>the portal gave no reason</source>
        <translation>le portail n’a pas donné de raison</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Correct the motif</source>
        <translation>Corriger le motif</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Clore sans réponse</translation>
    </message>
    <message>
        <source>End a colleague&apos;s hold</source>
        <translation>Libérer un échange</translation>
    </message>
    <message>
        <source>Take a reply back</source>
        <translation>Reprendre une réponse</translation>
    </message>
    <message>
        <source>Scheduled reply</source>
        <translation>Réponse programmée</translation>
    </message>
    <message>
        <source>Cancel a scheduled reply</source>
        <translation>Annuler une réponse programmée</translation>
    </message>
    <message>
        <source>Pause the deadline</source>
        <translation>Suspendre le délai</translation>
    </message>
    <message>
        <source>Let the deadline run again</source>
        <translation>Reprendre le délai</translation>
    </message>
    <message>
        <source>Ask for a review</source>
        <translation>Demander une relecture</translation>
    </message>
    <message>
        <source>Take the request for a review back</source>
        <translation>Retirer la demande de relecture</translation>
    </message>
    <message>
        <source>Send a reply back</source>
        <translation>Renvoyer une réponse</translation>
    </message>
    <message>
        <source>Approve a reply</source>
        <translation>Approuver une réponse</translation>
    </message>
    <message>
        <source>SMS that confirms the message</source>
        <translation>SMS de confirmation</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Accusé de réception</translation>
    </message>
    <message>
        <source>“Answer available” SMS</source>
        <translation>SMS «&#xa0;réponse disponible&#xa0;»</translation>
    </message>
    <message>
        <source>“Answer available” notice</source>
        <translation>Réponse disponible</translation>
    </message>
    <message>
        <source>{what} to {proxy}</source>
        <translation>{what} à {proxy}</translation>
    </message>
    <message>
        <source>{what}: reached the telephone {moment}</source>
        <translation>{what}&#xa0;: arrivé sur le téléphone {moment}</translation>
    </message>
    <message>
        <source>{what}: did not reach the telephone ({cause})</source>
        <translation>{what}&#xa0;: pas arrivé sur le téléphone ({cause})</translation>
    </message>
    <message>
        <source>{what}: not delivered ({cause}), came back {moment}</source>
        <translation>{what}&#xa0;: non remis ({cause}), revenu {moment}</translation>
    </message>
    <message>
        <source>{what}: handed to the SMS gateway {moment}</source>
        <translation>{what}&#xa0;: remis à la passerelle SMS {moment}</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server {moment}, {cause}</source>
        <translation>{what}&#xa0;: remis au serveur de courrier {moment}, {cause}</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server {moment}</source>
        <translation>{what}&#xa0;: remis au serveur de courrier {moment}</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), no further try</source>
        <translation>{what}&#xa0;: échec ({cause}), pas d’autre essai</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), next try {moment}</source>
        <translation>{what}&#xa0;: échec ({cause}), prochain essai {moment}</translation>
    </message>
    <message>
        <source>{what}: to be sent</source>
        <translation>{what}&#xa0;: à envoyer</translation>
    </message>
    <message>
        <source>Private person</source>
        <translation>Particulier</translation>
    </message>
    <message>
        <source>Farmer</source>
        <translation>Exploitant</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employeur</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>Tiers</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>pas d’adresse</translation>
    </message>
    <message>
        <source>invalid address</source>
        <translation>adresse invalide</translation>
    </message>
    <message>
        <source>mail server unreachable</source>
        <translation>serveur de courrier injoignable</translation>
    </message>
    <message>
        <source>the mail server refused the sign-in</source>
        <translation>le serveur de courrier a refusé la connexion</translation>
    </message>
    <message>
        <source>the mail server&apos;s encryption failed</source>
        <translation>le chiffrement du serveur de courrier a échoué</translation>
    </message>
    <message>
        <source>address refused</source>
        <translation>adresse refusée</translation>
    </message>
    <message>
        <source>address refused for now</source>
        <translation>adresse refusée pour l’instant</translation>
    </message>
    <message>
        <source>message refused</source>
        <translation>message refusé</translation>
    </message>
    <message>
        <source>message refused for now</source>
        <translation>message refusé pour l’instant</translation>
    </message>
    <message>
        <source>sender refused</source>
        <translation>expéditeur refusé</translation>
    </message>
    <message>
        <source>the message could not be written</source>
        <translation>le message n’a pas pu être écrit</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connexion perdue</translation>
    </message>
    <message>
        <source>delayed on its way</source>
        <translation>retardé en chemin</translation>
    </message>
    <message>
        <source>this address does not exist</source>
        <translation>cette adresse n’existe pas</translation>
    </message>
    <message>
        <source>this mailbox is closed</source>
        <translation>cette boîte est fermée</translation>
    </message>
    <message>
        <source>this mailbox is full</source>
        <translation>cette boîte est pleine</translation>
    </message>
    <message>
        <source>no mail server takes this address</source>
        <translation>aucun serveur de courrier ne connaît cette adresse</translation>
    </message>
    <message>
        <source>refused by a rule of the other mail server</source>
        <translation>refusé par une règle du serveur destinataire</translation>
    </message>
    <message>
        <source>the other mail server never answered in time</source>
        <translation>le serveur destinataire n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>refused by the other mail server</source>
        <translation>refusé par le serveur destinataire</translation>
    </message>
    <message>
        <source>the telephone was off or full for a day</source>
        <translation>téléphone éteint ou saturé pendant un jour</translation>
    </message>
    <message>
        <source>the telephone network failed</source>
        <translation>panne du réseau téléphonique</translation>
    </message>
    <message>
        <source>number refused</source>
        <translation>numéro refusé</translation>
    </message>
    <message>
        <source>refused by the SMS gateway</source>
        <translation>refusé par la passerelle SMS</translation>
    </message>
    <message>
        <source>SMS gateway unreachable</source>
        <translation>passerelle SMS injoignable</translation>
    </message>
    <message>
        <source>the SMS gateway has a fault</source>
        <translation>la passerelle SMS est en panne</translation>
    </message>
    <message>
        <source>the SMS gateway is overloaded</source>
        <translation>la passerelle SMS est surchargée</translation>
    </message>
    <message>
        <source>the SMS gateway&apos;s answer says nothing</source>
        <translation>réponse de la passerelle SMS incompréhensible</translation>
    </message>
    <message>
        <source>the SMS gateway refused the sign-in</source>
        <translation>la passerelle SMS refuse la connexion</translation>
    </message>
    <message>
        <source>no SMS credit left</source>
        <translation>plus de crédit SMS</translation>
    </message>
    <message>
        <source>too late to be of use</source>
        <translation>trop tard pour être utile</translation>
    </message>
    <message>
        <source>cause unknown</source>
        <translation>cause inconnue</translation>
    </message>
    <message>
        <source>the portal was restored from a backup that does not hold it; the text is kept here</source>
        <translation>le portail a été rétabli depuis une sauvegarde qui ne la contient pas&#xa0;; le texte est conservé ici</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Rendez-vous</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) came back</source>
        <translation>
            <numerusform>%n réponse revenue</numerusform>
            <numerusform>%n réponses revenues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting</source>
        <translation>
            <numerusform>%n action en attente</numerusform>
            <numerusform>%n actions en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Boîte d’envoi vide</translation>
    </message>
    <message>
        <source>Outbox: {words}</source>
        <translation>Boîte d’envoi&#xa0;: {words}</translation>
    </message>
    <message>
        <source>, data of {time}</source>
        <translation>, données de {time}</translation>
    </message>
    <message numerus="yes">
        <source>First load: %n message(s) received</source>
        <translation>
            <numerusform>Premier chargement&#xa0;: %n message reçu</numerusform>
            <numerusform>Premier chargement&#xa0;: %n messages reçus</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion au portail…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>Up to date {age} ago</source>
        <translation>À jour il y a {age}</translation>
    </message>
    <message>
        <source>No network since {time}</source>
        <translation>Pas de réseau depuis {time}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Hors ligne depuis {time}</translation>
    </message>
    <message>
        <source>The proxy lets nothing through since {time}</source>
        <translation>Le proxy ne laisse rien passer depuis {time}</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first</source>
        <translation>Ce réseau demande d’abord de s’y connecter</translation>
    </message>
    <message>
        <source>The portal cannot prove that it is the portal</source>
        <translation>Le portail ne peut pas prouver qu’il est bien le portail</translation>
    </message>
    <message>
        <source>The portal asks for patience since {time}</source>
        <translation>Le portail demande de patienter depuis {time}</translation>
    </message>
    <message>
        <source>Sign-in needed since {time}</source>
        <translation>Connexion à refaire depuis {time}</translation>
    </message>
    <message>
        <source>The portal answers with errors since {time}</source>
        <translation>Le portail répond par des erreurs depuis {time}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is {by} fast; times shown are the portal&apos;s</source>
        <translation>L’horloge de ce PC avance de {by}&#x202f;; les heures affichées sont celles du portail</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is {by} slow; times shown are the portal&apos;s</source>
        <translation>L’horloge de ce PC retarde de {by}&#x202f;; les heures affichées sont celles du portail</translation>
    </message>
</context>
<context>
    <name>SuggestedTemplate</name>
    <message>
        <source>Template “{title}” inserted. Ctrl+Z takes it out again.</source>
        <translation>Modèle «&#xa0;{title}&#xa0;» inséré. Ctrl+Z le retire.</translation>
    </message>
</context>
<context>
    <name>SupervisionPlace</name>
    <message>
        <source>The portal did not take it ({code}).</source>
        <translation>Le portail ne l’a pas pris en compte ({code}).</translation>
    </message>
    <message>
        <source>The portal does not answer ({code})</source>
        <translation>Le portail ne répond pas ({code})</translation>
    </message>
</context>
<context>
    <name>TeamWindow</name>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Agents of the caisse</source>
        <translation>Agents de la caisse</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Équipes</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Présence</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Affectés</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Pris en charge</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Note the absence until then</source>
        <translation>Noter l’absence jusque-là</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>De retour</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Presence is known to the minute, from the portal&apos;s contact with each PC; agents are told. It serves to share the work out, not to judge anybody.</source>
        <translation>La présence est connue à la minute, par le contact du portail avec chaque poste&#xa0;; les agents en sont informés. Elle sert à répartir le travail, non à juger quiconque.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>toutes</translation>
    </message>
</context>
<context>
    <name>TeamWords</name>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>present</source>
        <translation>présent</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>non connecté</translation>
    </message>
    <message>
        <source>{there} · {count} assigned</source>
        <translation>{there} · {count} affectés</translation>
    </message>
    <message>
        <source>Absent until {moment}</source>
        <translation>Absence jusqu’à&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Never signed in</source>
        <translation>Jamais connecté</translation>
    </message>
    <message>
        <source>Last seen {moment}</source>
        <translation>Vu {moment}</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Reply templates</source>
        <translation>Modèles de réponse</translation>
    </message>
    <message>
        <source>Search a template</source>
        <translation>Chercher un modèle</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Templates, suited ones first</source>
        <translation>Modèles, les plus adaptés d’abord</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>Aperçu du texte</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete this template of mine</source>
        <translation>Supprimer ce modèle personnel</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Garder mon texte</translation>
    </message>
    <message>
        <source>Keep my text as a template of mine</source>
        <translation>Garder mon texte comme modèle personnel</translation>
    </message>
    <message>
        <source>The selected text, or the whole reply; this adherent&apos;s data are blanked.</source>
        <translation>Le texte sélectionné, ou toute la réponse&#xa0;; les données de cet adhérent sont effacées.</translation>
    </message>
    <message>
        <source>Insert in the reply</source>
        <translation>Insérer dans la réponse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choice of the template</source>
        <translation>Choix du modèle</translation>
    </message>
    <message>
        <source>Values of the template</source>
        <translation>Valeurs du modèle</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>No template holds these words.</source>
        <translation>Aucun modèle ne contient ces mots.</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n modèle</numerusform>
            <numerusform>%n modèles</numerusform>
        </translation>
    </message>
    <message>
        <source>, of which {count} suit this motif</source>
        <translation>, dont {count} pour ce motif</translation>
    </message>
    <message>
        <source>{title}, my own</source>
        <translation>{title}, modèle personnel</translation>
    </message>
    <message>
        <source>{title}, an earlier reply to this motif</source>
        <translation>{title}, réponse passée au même motif</translation>
    </message>
    <message>
        <source>{title}, suits this motif</source>
        <translation>{title}, adapté à ce motif</translation>
    </message>
    <message>
        <source>Fewer words, or only how they begin, find more.</source>
        <translation>Moins de mots, ou seulement leurs débuts, trouvent davantage.</translation>
    </message>
    <message>
        <source>An earlier reply to this motif: names, numbers and dates are blanked.</source>
        <translation>Réponse passée au même motif&#xa0;: noms, nombres et dates sont à compléter.</translation>
    </message>
    <message>
        <source>To be answered before inserting.</source>
        <translation>À renseigner avant d’insérer.</translation>
    </message>
    <message>
        <source>Answer first: {fields}</source>
        <translation>À renseigner d’abord&#xa0;: {fields}</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) missing: marked in the text, and to be filled before publishing.</source>
        <translation>
            <numerusform>%n valeur manque&#xa0;: elle est marquée dans le texte, à compléter avant de publier.</numerusform>
            <numerusform>%n valeurs manquent&#xa0;: elles sont marquées dans le texte, à compléter avant de publier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Rien ne manque.</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Values of the template</source>
        <translation>Valeurs du modèle</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{count} / {most}</source>
        <translation>{count} / {most}</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>Trop long de %n caractère.</numerusform>
            <numerusform>Trop long de %n caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>Au moins %n caractère.</numerusform>
            <numerusform>Au moins %n caractères.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThrowingAway</name>
    <message>
        <source>The draft was deleted.</source>
        <translation>Le brouillon a été supprimé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>en</source>
        <comment>language code of this translation</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>QDateTime format, a time of day</comment>
        <translation>HH&#xa0;&apos;h&apos;&#xa0;mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy &apos;at&apos; HH:mm:ss</source>
        <comment>QDateTime format, an exact instant</comment>
        <translation>d MMMM yyyy &apos;à&apos; HH:mm:ss</translation>
    </message>
    <message>
        <source>dddd d MMMM &apos;at&apos; HH:mm</source>
        <comment>QDateTime format, a day and a time</comment>
        <translation>dddd d MMMM &apos;à&apos; HH&#xa0;&apos;h&apos;&#xa0;mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>QDateTime format, a date</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>hier à {time}</translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>demain à {time}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} j</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer the exchange</source>
        <translation>Transférer l’échange</translation>
    </message>
    <message>
        <source>A team of this caisse</source>
        <translation>Une équipe de cette caisse</translation>
    </message>
    <message>
        <source>Another caisse: the exchange leaves yours</source>
        <translation>Une autre caisse&#xa0;: l’échange quitte la vôtre</translation>
    </message>
    <message>
        <source>Teams and caisses</source>
        <translation>Équipes et caisses</translation>
    </message>
    <message>
        <source>Search a team or a caisse</source>
        <translation>Chercher une équipe ou une caisse</translation>
    </message>
    <message>
        <source>A few letters of the team or the caisse</source>
        <translation>Quelques lettres de l’équipe ou de la caisse</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transférer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It is with {team} now. The clock goes on: it is still the same message.</source>
        <translation>Il est chez {team} pour l’instant. Le délai continue&#xa0;: c’est toujours le même message.</translation>
    </message>
    <message>
        <source>{count} / {most}</source>
        <translation>{count} / {most}</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>Trop long de&#xa0;%n caractère.</numerusform>
            <numerusform>Trop long de&#xa0;%n caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>Au moins&#xa0;%n caractère.</numerusform>
            <numerusform>Au moins&#xa0;%n caractères.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleLine</name>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Go to the missing value</source>
        <translation>Aller à la valeur manquante</translation>
    </message>
    <message>
        <source>In training: your reply leaves after a colleague has read it.</source>
        <translation>En formation&#xa0;: votre réponse part après relecture.</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>%n caractère en trop.</numerusform>
            <numerusform>%n caractères en trop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to complete before publishing.</source>
        <translation>
            <numerusform>%n valeur à compléter avant de publier.</numerusform>
            <numerusform>%n valeurs à compléter avant de publier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take the published reply back</source>
        <translation>Reprendre la réponse publiée</translation>
    </message>
    <message>
        <source>The reply to {name} is published. They do not see it yet.</source>
        <translation>La réponse à {name} est publiée. Elle ne lui est pas encore visible.</translation>
    </message>
    <message>
        <source>Undo ({count} s)</source>
        <translation>Annuler ({count} s)</translation>
    </message>
    <message>
        <source>The reply to {name} is being taken back…</source>
        <translation>La réponse à {name} est en cours de reprise…</translation>
    </message>
</context>
<context>
    <name>Unmasking</name>
    <message>
        <source>Too many in a short time: wait a little.</source>
        <translation>Trop d’affichages en peu de temps&#xa0;: patientez un peu.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Connectez-vous d’abord.</translation>
    </message>
    <message>
        <source>The portal no longer has this exchange.</source>
        <translation>Le portail n’a plus cet échange.</translation>
    </message>
    <message>
        <source>The portal cannot be asked for the moment.</source>
        <translation>Le portail ne peut pas être interrogé pour le moment.</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the draft</source>
        <translation>Versions du brouillon</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versions, la plus récente d’abord</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>Texte de cette version</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Reprendre cette version</translation>
    </message>
    <message>
        <source>What you wrote is kept on this PC as you write. Restoring loses nothing: the present text becomes a version too.</source>
        <translation>Ce que vous écrivez est gardé sur ce poste au fil de la frappe. Reprendre une version ne perd rien&#xa0;: le texte actuel en devient une à son tour.</translation>
    </message>
    <message>
        <source>Exchange that is no longer here (text of {moment})</source>
        <translation>Échange qui n’est plus ici (texte de {moment})</translation>
    </message>
    <message>
        <source>{age} ago · {hour}</source>
        <translation>il y a {age} · {hour}</translation>
    </message>
    <message>
        <source>{moment} · present text</source>
        <translation>{moment} · texte actuel</translation>
    </message>
    <message>
        <source>{moment} · {count} characters</source>
        <translation>{moment} · {count} caractères</translation>
    </message>
    <message>
        <source>Nothing has been written on this PC yet.</source>
        <translation>Rien n’a encore été écrit sur ce poste.</translation>
    </message>
    <message>
        <source>Nothing was written for this exchange before.</source>
        <translation>Rien n’a été écrit auparavant pour cet échange.</translation>
    </message>
    <message>
        <source>This exchange is no longer with your caisse. Your text is kept: copy it.</source>
        <translation>Cet échange n’est plus dans votre caisse. Votre texte est conservé&#xa0;: copiez-le.</translation>
    </message>
    <message>
        <source>Nothing is being written there now: the whole text comes back.</source>
        <translation>Rien n’est en cours d’écriture ici&#xa0;: le texte entier revient.</translation>
    </message>
    <message>
        <source>This is the present text.</source>
        <translation>C’est le texte actuel.</translation>
    </message>
    <message>
        <source>Compared with the present text:</source>
        <translation>Par rapport au texte actuel&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) come back (underlined),</source>
        <translation>
            <numerusform>%n mot revient (souligné),</numerusform>
            <numerusform>%n mots reviennent (soulignés),</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) go (struck out).</source>
        <translation>
            <numerusform>%n mot disparaît (barré).</numerusform>
            <numerusform>%n mots disparaissent (barrés).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if</source>
        <translation>Et si</translation>
    </message>
    <message>
        <source>Agents to move</source>
        <translation>Agents à déplacer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>De l’équipe</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>Vers l’équipe</translation>
    </message>
    <message>
        <source>Open on Saturday</source>
        <translation>Ouvrir samedi</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Ouvre à</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Ferme à</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>comme d’habitude</translation>
    </message>
    <message>
        <source>Agents who come</source>
        <translation>Agents qui viennent</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simuler</translation>
    </message>
    <message>
        <source>As things are</source>
        <translation>En l’état</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Open on {day}</source>
        <translation>Ouvrir {day}</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>You are signed in already</source>
        <translation>Vous êtes déjà connecté</translation>
    </message>
    <message>
        <source>Sign in first</source>
        <translation>Connectez-vous d’abord</translation>
    </message>
    <message>
        <source>For supervisors</source>
        <translation>Réservé aux responsables</translation>
    </message>
    <message>
        <source>No reply can be taken back any more</source>
        <translation>Aucune réponse ne peut plus être reprise</translation>
    </message>
    <message>
        <source>Open a message first</source>
        <translation>Ouvrez d’abord un message</translation>
    </message>
    <message>
        <source>No reply was published yet</source>
        <translation>Aucune réponse n’a encore été publiée</translation>
    </message>
    <message>
        <source>The message is answered or closed</source>
        <translation>Le message est répondu ou clos</translation>
    </message>
    <message>
        <source>{name} holds the message</source>
        <translation>{name} a le message en charge</translation>
    </message>
    <message>
        <source>You hold the message already</source>
        <translation>Vous avez déjà le message en charge</translation>
    </message>
    <message>
        <source>You do not hold the message</source>
        <translation>Vous n’avez pas le message en charge</translation>
    </message>
    <message>
        <source>For supervisors, when a colleague holds the message</source>
        <translation>Pour les responsables, quand un collègue a le message en charge</translation>
    </message>
    <message>
        <source>No value is missing in the reply</source>
        <translation>Aucune valeur ne manque dans la réponse</translation>
    </message>
    <message>
        <source>No reply waits for its moment</source>
        <translation>Aucune réponse n’est programmée</translation>
    </message>
    <message>
        <source>In training: ask for a review instead</source>
        <translation>En formation&#xa0;: demandez plutôt une relecture</translation>
    </message>
    <message>
        <source>No reply of yours is in review</source>
        <translation>Aucune de vos réponses n’est en relecture</translation>
    </message>
    <message>
        <source>No reply of yours came back, or another text was begun</source>
        <translation>Aucune réponse ne vous est revenue, ou un autre texte est commencé</translation>
    </message>
    <message>
        <source>Select a passage of a colleague&apos;s reply first</source>
        <translation>Sélectionnez d’abord un passage de la réponse d’un collègue</translation>
    </message>
    <message>
        <source>No reply waits for your review here</source>
        <translation>Aucune réponse n’attend votre relecture ici</translation>
    </message>
    <message>
        <source>Write a reply first</source>
        <translation>Rédigez d’abord une réponse</translation>
    </message>
    <message>
        <source>Fill in the missing values first</source>
        <translation>Complétez d’abord les valeurs manquantes</translation>
    </message>
    <message>
        <source>Not possible for this message now</source>
        <translation>Pas possible pour ce message maintenant</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Work</source>
        <translation>Travail</translation>
    </message>
    <message>
        <source>List and exchange</source>
        <translation>Liste et échange</translation>
    </message>
</context>
<context>
    <name>telling</name>
    <message>
        <source>Unexpected error</source>
        <translation>Erreur inattendue</translation>
    </message>
    <message>
        <source>Something went wrong in desk. Your drafts and your outbox are kept; you can go on working.</source>
        <translation>Une erreur s’est produite dans desk. Vos brouillons et votre boîte d’envoi sont conservés&#x202f;; vous pouvez continuer.</translation>
    </message>
    <message>
        <source>If it happens again, give this to your support: {what} (log: {log})</source>
        <translation>Si cela se reproduit, transmettez ceci à votre assistance&#xa0;: {what} (journal&#xa0;: {log})</translation>
    </message>
    <message>
        <source>desk cannot start</source>
        <translation>desk ne peut pas démarrer</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: is the disk full or read-only? No draft could be kept.</source>
        <translation>Le dossier {folder} n’est pas accessible en écriture&#xa0;: le disque est-il plein ou en lecture seule&#x202f;? Aucun brouillon ne pourrait être conservé.</translation>
    </message>
</context>
</TS>
