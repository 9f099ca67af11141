<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>I am absent</source>
        <translation>I am absent</translation>
    </message>
    <message>
        <source>Note my absence</source>
        <translation>Note my absence</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Until then the portal publishes none of your scheduled replies: each is held at its moment, and waits for your decision. Nothing else changes.</source>
        <translation>Until then the portal publishes none of your scheduled replies: each is held at its moment, and waits for your decision. Nothing else changes.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Sign in first: the portal does not know of your absence.</source>
        <translation>Sign in first: the portal does not know of your absence.</translation>
    </message>
    <message>
        <source>The portal cannot be reached: it does not know of your absence. Try again.</source>
        <translation>The portal cannot be reached: it does not know of your absence. Try again.</translation>
    </message>
    <message>
        <source>This moment has passed: choose a later one.</source>
        <translation>This moment has passed: choose a later one.</translation>
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
        <translation>&amp;Reply</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Sign &amp;in…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Sign &amp;out</translation>
    </message>
    <message>
        <source>I am &amp;absent…</source>
        <translation>I am &amp;absent…</translation>
    </message>
    <message>
        <source>&amp;Notifications…</source>
        <translation>&amp;Notifications…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Re&amp;fresh</translation>
    </message>
    <message>
        <source>Ne&amp;xt message to answer</source>
        <translation>Ne&amp;xt message to answer</translation>
    </message>
    <message>
        <source>&amp;Take charge</source>
        <translation>&amp;Take charge</translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation>&amp;Give back</translation>
    </message>
    <message>
        <source>Show the &amp;identifier</source>
        <translation>Show the &amp;identifier</translation>
    </message>
    <message>
        <source>&amp;Proof of the reply…</source>
        <translation>&amp;Proof of the reply…</translation>
    </message>
    <message>
        <source>Internal &amp;note…</source>
        <translation>Internal &amp;note…</translation>
    </message>
    <message>
        <source>&amp;Correct the motif…</source>
        <translation>&amp;Correct the motif…</translation>
    </message>
    <message>
        <source>Tran&amp;sfer…</source>
        <translation>Tran&amp;sfer…</translation>
    </message>
    <message>
        <source>Exchanges of the &amp;adherent</source>
        <translation>Exchanges of the &amp;adherent</translation>
    </message>
    <message>
        <source>Cop&amp;y the message&apos;s address</source>
        <translation>Cop&amp;y the message&apos;s address</translation>
    </message>
    <message>
        <source>Deposited d&amp;ocuments</source>
        <translation>Deposited d&amp;ocuments</translation>
    </message>
    <message>
        <source>Open in a &amp;window</source>
        <translation>Open in a &amp;window</translation>
    </message>
    <message>
        <source>Why this &amp;deadline?</source>
        <translation>Why this &amp;deadline?</translation>
    </message>
    <message>
        <source>Pa&amp;use the deadline…</source>
        <translation>Pa&amp;use the deadline…</translation>
    </message>
    <message>
        <source>Let the deadline run a&amp;gain</source>
        <translation>Let the deadline run a&amp;gain</translation>
    </message>
    <message>
        <source>Close without an &amp;answer…</source>
        <translation>Close without an &amp;answer…</translation>
    </message>
    <message>
        <source>&amp;End a colleague&apos;s hold…</source>
        <translation>&amp;End a colleague&apos;s hold…</translation>
    </message>
    <message>
        <source>&amp;Write the reply</source>
        <translation>&amp;Write the reply</translation>
    </message>
    <message>
        <source>Choose a &amp;template…</source>
        <translation>Choose a &amp;template…</translation>
    </message>
    <message>
        <source>&amp;Insert the suggested template</source>
        <translation>&amp;Insert the suggested template</translation>
    </message>
    <message>
        <source>&amp;Next missing value</source>
        <translation>&amp;Next missing value</translation>
    </message>
    <message>
        <source>Next spelling mista&amp;ke</source>
        <translation>Next spelling mista&amp;ke</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>&amp;Publish…</translation>
    </message>
    <message>
        <source>Publish, and open the ne&amp;xt message…</source>
        <translation>Publish, and open the ne&amp;xt message…</translation>
    </message>
    <message>
        <source>Publish &amp;later…</source>
        <translation>Publish &amp;later…</translation>
    </message>
    <message>
        <source>&amp;Cancel the scheduling</source>
        <translation>&amp;Cancel the scheduling</translation>
    </message>
    <message>
        <source>Ask for a &amp;review…</source>
        <translation>Ask for a &amp;review…</translation>
    </message>
    <message>
        <source>Take the request for a review bac&amp;k</source>
        <translation>Take the request for a review bac&amp;k</translation>
    </message>
    <message>
        <source>Take &amp;up the text that was sent back</source>
        <translation>Take &amp;up the text that was sent back</translation>
    </message>
    <message>
        <source>Co&amp;mment on the selected passage…</source>
        <translation>Co&amp;mment on the selected passage…</translation>
    </message>
    <message>
        <source>&amp;Send the reply back…</source>
        <translation>&amp;Send the reply back…</translation>
    </message>
    <message>
        <source>&amp;Approve and publish…</source>
        <translation>&amp;Approve and publish…</translation>
    </message>
    <message>
        <source>Take the published reply &amp;back</source>
        <translation>Take the published reply &amp;back</translation>
    </message>
    <message>
        <source>&amp;Versions of the draft…</source>
        <translation>&amp;Versions of the draft…</translation>
    </message>
    <message>
        <source>&amp;Delete the draft</source>
        <translation>&amp;Delete the draft</translation>
    </message>
    <message>
        <source>&amp;Search all messages…</source>
        <translation>&amp;Search all messages…</translation>
    </message>
    <message>
        <source>Inbox / s&amp;upervision</source>
        <translation>Inbox / s&amp;upervision</translation>
    </message>
    <message>
        <source>&amp;List of messages</source>
        <translation>&amp;List of messages</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>&amp;Filter the list</translation>
    </message>
    <message>
        <source>&amp;Messages of the exchange</source>
        <translation>&amp;Messages of the exchange</translation>
    </message>
    <message>
        <source>&amp;Outbox</source>
        <translation>&amp;Outbox</translation>
    </message>
    <message>
        <source>My &amp;drafts…</source>
        <translation>My &amp;drafts…</translation>
    </message>
    <message>
        <source>&amp;Appointments…</source>
        <translation>&amp;Appointments…</translation>
    </message>
    <message>
        <source>&amp;Every action…</source>
        <translation>&amp;Every action…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;First steps…</source>
        <translation>&amp;First steps…</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;About</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Colleagues read it, the adherent does not; they may ask for a copy of it. Facts only: no opinion on people, nothing about health (CNIL).</source>
        <translation>Colleagues read it, the adherent does not; they may ask for a copy of it. Facts only: no opinion on people, nothing about health (CNIL).</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Add the note</translation>
    </message>
    <message>
        <source>Pause the deadline?</source>
        <translation>Pause the deadline?</translation>
    </message>
    <message>
        <source>The clock stands still until somebody lets it run again or the adherent writes. Say which document is awaited; colleagues read it.</source>
        <translation>The clock stands still until somebody lets it run again or the adherent writes. Say which document is awaited; colleagues read it.</translation>
    </message>
    <message>
        <source>Pause the deadline</source>
        <translation>Pause the deadline</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Close without an answer?</source>
        <translation>Close without an answer?</translation>
    </message>
    <message>
        <source>The adherent receives no reply to this message. Colleagues read the reason.</source>
        <translation>The adherent receives no reply to this message. Colleagues read the reason.</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Close without an answer</translation>
    </message>
    <message>
        <source>End the colleague&apos;s hold?</source>
        <translation>End the colleague&apos;s hold?</translation>
    </message>
    <message>
        <source>Anybody may then take the exchange. What the colleague has written stays on their PC; they read the reason.</source>
        <translation>Anybody may then take the exchange. What the colleague has written stays on their PC; they read the reason.</translation>
    </message>
    <message>
        <source>End the hold</source>
        <translation>End the hold</translation>
    </message>
</context>
<context>
    <name>AddressedMessage</name>
    <message>
        <source>The message&apos;s address is copied: it opens the message in desk.</source>
        <translation>The message&apos;s address is copied: it opens the message in desk.</translation>
    </message>
    <message>
        <source>This address names a message that is not among those of your caisse.</source>
        <translation>This address names a message that is not among those of your caisse.</translation>
    </message>
</context>
<context>
    <name>AdherentPanel</name>
    <message>
        <source>Exchanges of the adherent</source>
        <translation>Exchanges of the adherent</translation>
    </message>
    <message>
        <source>Search in these exchanges</source>
        <translation>Search in these exchanges</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Texts of the chosen exchange</source>
        <translation>Texts of the chosen exchange</translation>
    </message>
    <message>
        <source>Open this exchange</source>
        <translation>Open this exchange</translation>
    </message>
    <message>
        <source>In a window</source>
        <translation>In a window</translation>
    </message>
    <message>
        <source>Open this exchange in a window of its own</source>
        <translation>Open this exchange in a window of its own</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>List and texts</source>
        <translation>List and texts</translation>
    </message>
    <message>
        <source>Exchanges of {name}</source>
        <translation>Exchanges of {name}</translation>
    </message>
    <message>
        <source>shown beside</source>
        <translation>shown beside</translation>
    </message>
    <message>
        <source>{count}, {open}</source>
        <translation>{count}, {open}</translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s)</source>
        <translation>
            <numerusform>%n exchange</numerusform>
            <numerusform>%n exchanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message>
        <source>The MSA</source>
        <translation>The MSA</translation>
    </message>
    <message>
        <source>{proxy}, for {adherent}</source>
        <translation>{proxy}, for {adherent}</translation>
    </message>
</context>
<context>
    <name>AdherentPlace</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>As this PC knows them: the portal could not be asked ({code}).</source>
        <translation>As this PC knows them: the portal could not be asked ({code}).</translation>
    </message>
</context>
<context>
    <name>AlertRulesDialog</name>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>{figure}, from</source>
        <translation>{figure}, from</translation>
    </message>
    <message>
        <source>On the desktop after (minutes)</source>
        <translation>On the desktop after (minutes)</translation>
    </message>
    <message>
        <source>Insistently after (minutes)</source>
        <translation>Insistently after (minutes)</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Quiet until</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>First a banner in the window, at any hour; then the desktop, then insistently, but not in the quiet hours.</source>
        <translation>First a banner in the window, at any hour; then the desktop, then insistently, but not in the quiet hours.</translation>
    </message>
</context>
<context>
    <name>AlertsWork</name>
    <message>
        <source>{figure}: {count}</source>
        <translation>{figure}: {count}</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>See them</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Noted</translation>
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
        <translation>No other message of your competences waits for an answer.</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Propose other half-days</source>
        <translation>Propose other half-days</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>At a precise hour</source>
        <translation>At a precise hour</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Send the answer</source>
        <translation>Send the answer</translation>
    </message>
    <message>
        <source>Choose in the list</source>
        <translation>Choose in the list</translation>
    </message>
    <message>
        <source>{half_day} (wish {number})</source>
        <translation>{half_day} (wish {number})</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>Too long by %n character.</numerusform>
            <numerusform>Too long by %n characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Say why.</translation>
    </message>
    <message>
        <source>Choose a half-day.</source>
        <translation>Choose a half-day.</translation>
    </message>
    <message>
        <source>The same half-day is there twice.</source>
        <translation>The same half-day is there twice.</translation>
    </message>
    <message>
        <source>Half-day</source>
        <translation>Half-day</translation>
    </message>
    <message>
        <source>First half-day</source>
        <translation>First half-day</translation>
    </message>
    <message>
        <source>Second (optional)</source>
        <translation>Second (optional)</translation>
    </message>
    <message>
        <source>Third (optional)</source>
        <translation>Third (optional)</translation>
    </message>
    <message>
        <source>Why, for the adherent (without medical information)</source>
        <translation>Why, for the adherent (without medical information)</translation>
    </message>
    <message>
        <source>Words for the adherent (optional, without medical information)</source>
        <translation>Words for the adherent (optional, without medical information)</translation>
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
        <translation>To answer</translation>
    </message>
    <message>
        <source>Half-days proposed</source>
        <translation>Half-days proposed</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <comment>QDate format, a day</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>afternoon</translation>
    </message>
    <message>
        <source>{day} at {hour}</source>
        <translation>{day} at {hour}</translation>
    </message>
    <message>
        <source>Another subject</source>
        <translation>Another subject</translation>
    </message>
    <message>
        <source>By telephone: {number}</source>
        <translation>By telephone: {number}</translation>
    </message>
    <message>
        <source>{half_day} (+ {more})</source>
        <translation>{half_day} (+ {more})</translation>
    </message>
    <message>
        <source>This request has changed since you saw it: it is shown as it now is. What you typed is kept.</source>
        <translation>This request has changed since you saw it: it is shown as it now is. What you typed is kept.</translation>
    </message>
    <message>
        <source>The adherent has withdrawn it, or a colleague refused it.</source>
        <translation>The adherent has withdrawn it, or a colleague refused it.</translation>
    </message>
    <message>
        <source>The place is closed then, or the hour is not of this half-day. Choose another.</source>
        <translation>The place is closed then, or the hour is not of this half-day. Choose another.</translation>
    </message>
    <message>
        <source>The portal cannot be reached ({code}). An answer needs it, since a colleague may take the same half-day: what you typed is kept on this PC, send it again later.</source>
        <translation>The portal cannot be reached ({code}). An answer needs it, since a colleague may take the same half-day: what you typed is kept on this PC, send it again later.</translation>
    </message>
    <message>
        <source>The portal did not take it ({code}). What you typed is kept on this PC.</source>
        <translation>The portal did not take it ({code}). What you typed is kept on this PC.</translation>
    </message>
    <message>
        <source>The portal cannot be reached ({code}): these are the requests that this PC knows. An answer needs the portal.</source>
        <translation>The portal cannot be reached ({code}): these are the requests that this PC knows. An answer needs the portal.</translation>
    </message>
    <message>
        <source>The portal did not answer ({code}).</source>
        <translation>The portal did not answer ({code}).</translation>
    </message>
</context>
<context>
    <name>AppointmentsModel</name>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adherent</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Asked on</translation>
    </message>
</context>
<context>
    <name>AppointmentsPlace</name>
    <message>
        <source>Asking the portal…</source>
        <translation>Asking the portal…</translation>
    </message>
    <message>
        <source>This request has changed while you were writing: it is shown as it now is. What you typed is kept.</source>
        <translation>This request has changed while you were writing: it is shown as it now is. What you typed is kept.</translation>
    </message>
    <message>
        <source>Sending the answer…</source>
        <translation>Sending the answer…</translation>
    </message>
    <message>
        <source>Answered: {reference}. The adherent finds it in the private space.</source>
        <translation>Answered: {reference}. The adherent finds it in the private space.</translation>
    </message>
</context>
<context>
    <name>AppointmentsWindow</name>
    <message>
        <source>Appointments</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>State of the requests</source>
        <translation>State of the requests</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Open requests</source>
        <translation>Open requests</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Wished</source>
        <translation>Wished</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>The adherent writes</source>
        <translation>The adherent writes</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Request and its answer</source>
        <translation>Request and its answer</translation>
    </message>
    <message>
        <source>Requests and the chosen one</source>
        <translation>Requests and the chosen one</translation>
    </message>
    <message>
        <source>Nobody has asked for an appointment. A new request is told at the foot of the main window.</source>
        <translation>Nobody has asked for an appointment. A new request is told at the foot of the main window.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to answer</source>
        <translation>
            <numerusform>%n request to answer</numerusform>
            <numerusform>%n requests to answer</numerusform>
        </translation>
    </message>
    <message>
        <source>No request is open.</source>
        <translation>No request is open.</translation>
    </message>
    <message>
        <source>{adherent}, asked by {proxy}</source>
        <translation>{adherent}, asked by {proxy}</translation>
    </message>
    <message>
        <source>by {agent}, {moment}</source>
        <translation>by {agent}, {moment}</translation>
    </message>
    <message>
        <source>{words}, proposed: {half_days}</source>
        <translation>{words}, proposed: {half_days}</translation>
    </message>
</context>
<context>
    <name>AskReviewDialog</name>
    <message>
        <source>Ask for a review</source>
        <translation>Ask for a review</translation>
    </message>
    <message>
        <source>First lines of the reply</source>
        <translation>First lines of the reply</translation>
    </message>
    <message>
        <source>Any supervisor</source>
        <translation>Any supervisor</translation>
    </message>
    <message>
        <source>The first one who is free</source>
        <translation>The first one who is free</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Who reads it</translation>
    </message>
    <message>
        <source>Search a colleague</source>
        <translation>Search a colleague</translation>
    </message>
    <message>
        <source>A name…</source>
        <translation>A name…</translation>
    </message>
    <message>
        <source>Ask for the review</source>
        <translation>Ask for the review</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>The reply leaves in your name once it is approved. It may come back with comments.</source>
        <translation>The reply leaves in your name once it is approved. It may come back with comments.</translation>
    </message>
    <message>
        <source>You are in training: your replies leave after a colleague read them.</source>
        <translation>You are in training: your replies leave after a colleague read them.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Colleague</translation>
    </message>
</context>
<context>
    <name>AskedPage</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Back to the board</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>The portal is being asked…</translation>
    </message>
    <message>
        <source>The portal does not answer ({code})</source>
        <translation>The portal does not answer ({code})</translation>
    </message>
    <message>
        <source>Old figures, of {time}.</source>
        <translation>Old figures, of {time}.</translation>
    </message>
</context>
<context>
    <name>BatchBar</name>
    <message>
        <source>Selected messages</source>
        <translation>Selected messages</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Take charge</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Correct the motif…</source>
        <translation>Correct the motif…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Deselect</source>
        <translation>Deselect</translation>
    </message>
    <message>
        <source>Deselect the messages</source>
        <translation>Deselect the messages</translation>
    </message>
    <message>
        <source>{count} messages selected: at most {most} at once</source>
        <translation>{count} messages selected: at most {most} at once</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) selected</source>
        <translation>
            <numerusform>%n message selected</numerusform>
            <numerusform>%n messages selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchWork</name>
    <message numerus="yes">
        <source>End the holds on %n message(s)?</source>
        <translation>
            <numerusform>End the hold on %n message?</numerusform>
            <numerusform>End the holds on %n messages?</numerusform>
        </translation>
    </message>
    <message>
        <source>Anybody may then take them. The colleagues read the reason.</source>
        <translation>Anybody may then take them. The colleagues read the reason.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>End the holds</source>
        <translation>End the holds</translation>
    </message>
    <message numerus="yes">
        <source>Holding reply to %n message(s)?</source>
        <translation>
            <numerusform>Holding reply to %n message?</numerusform>
            <numerusform>Holding reply to %n messages?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each adherent receives this text and is notified. The clocks do not stop: an answer is still due.</source>
        <translation>Each adherent receives this text and is notified. The clocks do not stop: an answer is still due.</translation>
    </message>
    <message>
        <source>Text of the holding reply</source>
        <translation>Text of the holding reply</translation>
    </message>
    <message>
        <source>Publish to all of them</source>
        <translation>Publish to all of them</translation>
    </message>
    <message>
        <source>Nobody any more</source>
        <translation>Nobody any more</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n message(s)</source>
        <translation>
            <numerusform>Assign %n message</numerusform>
            <numerusform>Assign %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no hold: colleagues may still take them.</source>
        <translation>It is no hold: colleagues may still take them.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>A team of this caisse</source>
        <translation>A team of this caisse</translation>
    </message>
    <message>
        <source>Another caisse</source>
        <translation>Another caisse</translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n message(s)</source>
        <translation>
            <numerusform>Transfer %n message</numerusform>
            <numerusform>Transfer %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take charge of %n message(s)</source>
        <translation>
            <numerusform>Take charge of %n message</numerusform>
            <numerusform>Take charge of %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n message(s) back</source>
        <translation>
            <numerusform>Give %n message back</numerusform>
            <numerusform>Give %n messages back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct the motif of %n message(s)</source>
        <translation>
            <numerusform>Correct the motif of %n message</numerusform>
            <numerusform>Correct the motif of %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>What the adherents chose stays known.</source>
        <translation>What the adherents chose stays known.</translation>
    </message>
    <message>
        <source>Correct the motif</source>
        <translation>Correct the motif</translation>
    </message>
    <message>
        <source>To another caisse they leave yours. Colleagues read the reason.</source>
        <translation>To another caisse they leave yours. Colleagues read the reason.</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message numerus="yes">
        <source>Close %n message(s) without an answer?</source>
        <translation>
            <numerusform>Close %n message without an answer?</numerusform>
            <numerusform>Close %n messages without an answer?</numerusform>
        </translation>
    </message>
    <message>
        <source>The adherents receive no reply to these messages. The reason is written with each of them; colleagues read it.</source>
        <translation>The adherents receive no reply to these messages. The reason is written with each of them; colleagues read it.</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Close without an answer</translation>
    </message>
    <message numerus="yes">
        <source>Undone for %n message(s)</source>
        <translation>
            <numerusform>Undone for %n message</numerusform>
            <numerusform>Undone for %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Beside the conversation</source>
        <translation>Beside the conversation</translation>
    </message>
    <message>
        <source>Conversation and what stands beside it</source>
        <translation>Conversation and what stands beside it</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Supervision: now</source>
        <translation>Supervision: now</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>The portal is being asked…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Agents…</source>
        <translation>Agents…</translation>
    </message>
    <message>
        <source>Alerts…</source>
        <translation>Alerts…</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Figures told apart, and by half-day</source>
        <translation>Figures told apart, and by half-day</translation>
    </message>
    <message>
        <source>Old figures, of {time} ({age} ago)</source>
        <translation>Old figures, of {time} ({age} ago)</translation>
    </message>
    <message>
        <source>Figures of {time} ({age} ago)</source>
        <translation>Figures of {time} ({age} ago)</translation>
    </message>
</context>
<context>
    <name>CellTable</name>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Messages and reply</source>
        <translation>Messages and reply</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Choices</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>A few letters</source>
        <translation>A few letters</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ChoiceList</name>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
</context>
<context>
    <name>CommentList</name>
    <message>
        <source>Scroll the comments</source>
        <translation>Scroll the comments</translation>
    </message>
    <message>
        <source>“{passage}”
{comment}</source>
        <translation>“{passage}”
{comment}</translation>
    </message>
    <message>
        <source>On “{passage}”: {comment}</source>
        <translation>On “{passage}”: {comment}</translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message>
        <source>Only in this text: {quoted}</source>
        <translation>Only in this text: {quoted}</translation>
    </message>
    <message>
        <source>Only in the other text: {quoted}</source>
        <translation>Only in the other text: {quoted}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two quotations</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>Both texts are the same</source>
        <translation>Both texts are the same</translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Text of the reply</translation>
    </message>
    <message>
        <source>Your reply</source>
        <translation>Your reply</translation>
    </message>
    <message>
        <source>Being queued…</source>
        <translation>Being queued…</translation>
    </message>
    <message>
        <source>Not saved yet: {reason}. The text is held here and tried again</source>
        <translation>Not saved yet: {reason}. The text is held here and tried again</translation>
    </message>
    <message>
        <source>A reply is scheduled: it leaves {moment}</source>
        <translation>A reply is scheduled: it leaves {moment}</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>the disk does not answer</translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation>the disk refuses</translation>
    </message>
    <message>
        <source>Draft saved on this PC at {time}</source>
        <translation>Draft saved on this PC at {time}</translation>
    </message>
    <message>
        <source>Draft being saved…</source>
        <translation>Draft being saved…</translation>
    </message>
    <message>
        <source>{name} is answering this message. You can write, and your text is kept; publishing waits until the exchange is free.</source>
        <translation>{name} is answering this message. You can write, and your text is kept; publishing waits until the exchange is free.</translation>
    </message>
    <message>
        <source>{name} has already written a reply, which {whom} is asked to review: see it above.</source>
        <translation>{name} has already written a reply, which {whom} is asked to review: see it above.</translation>
    </message>
    <message>
        <source>This exchange already has its answer. Your text is kept as a draft.</source>
        <translation>This exchange already has its answer. Your text is kept as a draft.</translation>
    </message>
    <message>
        <source>The exchange has changed since you began to write. Read it again above.</source>
        <translation>The exchange has changed since you began to write. Read it again above.</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>This exchange has its answer.</source>
        <translation>This exchange has its answer.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Publish the holding reply?</source>
        <translation>Publish the holding reply?</translation>
    </message>
    <message>
        <source>Publish the answer?</source>
        <translation>Publish the answer?</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>First lines of the reply</source>
        <translation>First lines of the reply</translation>
    </message>
    <message>
        <source>Publish the holding reply</source>
        <translation>Publish the holding reply</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>The clock stays paused.</source>
        <translation>The clock stays paused.</translation>
    </message>
    <message>
        <source>The clock does not stop: an answer is still due {moment}.</source>
        <translation>The clock does not stop: an answer is still due {moment}.</translation>
    </message>
    <message>
        <source>The 48 h clock stops.</source>
        <translation>The 48 h clock stops.</translation>
    </message>
    <message>
        <source>The portal cannot be reached: the reply waits in the outbox and leaves by itself, once.</source>
        <translation>The portal cannot be reached: the reply waits in the outbox and leaves by itself, once.</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Conflict</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>The exchange changed before your reply arrived</source>
        <translation>The exchange changed before your reply arrived</translation>
    </message>
    <message>
        <source>Nothing was published. Your text is safe whatever you choose.</source>
        <translation>Nothing was published. Your text is safe whatever you choose.</translation>
    </message>
    <message>
        <source>The text in the exchange</source>
        <translation>The text in the exchange</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Your text</translation>
    </message>
    <message>
        <source>The merged text</source>
        <translation>The merged text</translation>
    </message>
    <message>
        <source>Keep my text as a draft</source>
        <translation>Keep my text as a draft</translation>
    </message>
    <message>
        <source>Merge both texts</source>
        <translation>Merge both texts</translation>
    </message>
    <message>
        <source>Publish my text all the same…</source>
        <translation>Publish my text all the same…</translation>
    </message>
    <message>
        <source>Give up my text</source>
        <translation>Give up my text</translation>
    </message>
    <message>
        <source>The exchange</source>
        <translation>The exchange</translation>
    </message>
    <message>
        <source>The MSA</source>
        <translation>The MSA</translation>
    </message>
    <message>
        <source>The exchange changed before your reply was scheduled</source>
        <translation>The exchange changed before your reply was scheduled</translation>
    </message>
    <message>
        <source>Nothing is scheduled. Your text is safe whatever you choose.</source>
        <translation>Nothing is scheduled. Your text is safe whatever you choose.</translation>
    </message>
    <message>
        <source>Schedule my text all the same…</source>
        <translation>Schedule my text all the same…</translation>
    </message>
    <message>
        <source>Keep the merged text as a draft</source>
        <translation>Keep the merged text as a draft</translation>
    </message>
    <message>
        <source>{name} has already answered.</source>
        <translation>{name} has already answered.</translation>
    </message>
    <message>
        <source>This exchange has been answered.</source>
        <translation>This exchange has been answered.</translation>
    </message>
    <message>
        <source>{name} has taken charge of it meanwhile.</source>
        <translation>{name} has taken charge of it meanwhile.</translation>
    </message>
    <message>
        <source>The adherent has written again.</source>
        <translation>The adherent has written again.</translation>
    </message>
    <message>
        <source>It was changed meanwhile: read it again before publishing.</source>
        <translation>It was changed meanwhile: read it again before publishing.</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Medical subject</source>
        <translation>Medical subject</translation>
    </message>
    <message>
        <source>Never repeat medical information in a reply: point to the medical service.</source>
        <translation>Never repeat medical information in a reply: point to the medical service.</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Take charge</translation>
    </message>
    <message>
        <source>Take charge of it</source>
        <translation>Take charge of it</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Give the exchange back</source>
        <translation>Give the exchange back</translation>
    </message>
    <message>
        <source>Why this deadline?</source>
        <translation>Why this deadline?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>Other exchanges</source>
        <translation>Other exchanges</translation>
    </message>
    <message>
        <source>Exchange {reference} with {name}</source>
        <translation>Exchange {reference} with {name}</translation>
    </message>
    <message>
        <source>formerly: {names}</source>
        <translation>formerly: {names}</translation>
    </message>
    <message>
        <source>{proxy} writes for {adherent}, under a procuration</source>
        <translation>{proxy} writes for {adherent}, under a procuration</translation>
    </message>
    <message>
        <source>In your charge until {time}</source>
        <translation>In your charge until {time}</translation>
    </message>
    <message>
        <source>{name} is answering, until {time}</source>
        <translation>{name} is answering, until {time}</translation>
    </message>
    <message>
        <source>Not in anybody&apos;s charge</source>
        <translation>Not in anybody&apos;s charge</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Assigned to you</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Assigned to {name}</translation>
    </message>
    <message>
        <source>{holder}; assigned to {name}</source>
        <translation>{holder}; assigned to {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n other exchange(s)</source>
        <translation>
            <numerusform>%n other exchange</numerusform>
            <numerusform>%n other exchanges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>late {duration}</source>
        <translation>late {duration}</translation>
    </message>
    <message>
        <source>paused {duration}</source>
        <translation>paused {duration}</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>{duration} left</translation>
    </message>
    <message>
        <source>paused, late by {duration}</source>
        <translation>paused, late by {duration}</translation>
    </message>
    <message>
        <source>paused, {duration} left</source>
        <translation>paused, {duration} left</translation>
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
        <translation>{days} d {hours} h</translation>
    </message>
</context>
<context>
    <name>CountdownBox</name>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Answered late</source>
        <translation>Answered late</translation>
    </message>
    <message>
        <source>Answered {moment}</source>
        <translation>Answered {moment}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Closed without an answer</source>
        <translation>Closed without an answer</translation>
    </message>
    <message>
        <source>Since {moment}</source>
        <translation>Since {moment}</translation>
    </message>
    <message>
        <source>Due: {moment}</source>
        <translation>Due: {moment}</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>every hour counts, nights and days off too</source>
        <translation>every hour counts, nights and days off too</translation>
    </message>
    <message>
        <source>the whole of each working day counts</source>
        <translation>the whole of each working day counts</translation>
    </message>
    <message>
        <source>only the opening hours count</source>
        <translation>only the opening hours count</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Outside the opening hours</source>
        <translation>Outside the opening hours</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Break</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Public holiday</translation>
    </message>
    <message>
        <source>Closure</source>
        <translation>Closure</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>{kind}: {name}</source>
        <translation>{kind}: {name}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>nothing: due</source>
        <translation>nothing: due</translation>
    </message>
    <message>
        <source>The clock is {paused}. Reason: {reason}</source>
        <translation>The clock is {paused}. Reason: {reason}</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Nothing is due.</translation>
    </message>
    <message>
        <source>Due {moment}.</source>
        <translation>Due {moment}.</translation>
    </message>
    <message>
        <source>none are taken off</source>
        <translation>none are taken off</translation>
    </message>
    <message>
        <source>those of Alsace-Moselle</source>
        <translation>those of Alsace-Moselle</translation>
    </message>
    <message>
        <source>those of France</source>
        <translation>those of France</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Promised within</source>
        <translation>Promised within</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Public holidays</translation>
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
        <translation>rule {rule}, calendar {calendar}, time of {zone}</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent} % used</translation>
    </message>
    <message>
        <source>not before the clock runs again</source>
        <translation>not before the clock runs again</translation>
    </message>
</context>
<context>
    <name>DeadlinePlace</name>
    <message>
        <source>The portal keeps the rules and could not be asked ({code}). The deadline in the list stands.</source>
        <translation>The portal keeps the rules and could not be asked ({code}). The deadline in the list stands.</translation>
    </message>
</context>
<context>
    <name>DeadlineWindow</name>
    <message>
        <source>Why this deadline?</source>
        <translation>Why this deadline?</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>The portal is being asked…</translation>
    </message>
    <message>
        <source>What counted and what did not</source>
        <translation>What counted and what did not</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>What it was</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Deposits</name>
    <message>
        <source>PDF, one page</source>
        <translation>PDF, one page</translation>
    </message>
    <message>
        <source>PDF, {count} pages</source>
        <translation>PDF, {count} pages</translation>
    </message>
    <message>
        <source>{format} picture</source>
        <translation>{format} picture</translation>
    </message>
    <message>
        <source>sent by {proxy}</source>
        <translation>sent by {proxy}</translation>
    </message>
    <message>
        <source>Deposited documents are not kept on this PC, and the portal cannot be reached.</source>
        <translation>Deposited documents are not kept on this PC, and the portal cannot be reached.</translation>
    </message>
    <message>
        <source>Sign in again to read the deposited documents.</source>
        <translation>Sign in again to read the deposited documents.</translation>
    </message>
    <message>
        <source>The portal does not let you read these documents.</source>
        <translation>The portal does not let you read these documents.</translation>
    </message>
    <message>
        <source>The portal no longer has this for you: the message has left your caisse, or the document was removed.</source>
        <translation>The portal no longer has this for you: the message has left your caisse, or the document was removed.</translation>
    </message>
    <message>
        <source>This document is too large to be shown.</source>
        <translation>This document is too large to be shown.</translation>
    </message>
    <message>
        <source>The portal could not answer ({code}).</source>
        <translation>The portal could not answer ({code}).</translation>
    </message>
    <message>
        <source>This document is locked by a password.</source>
        <translation>This document is locked by a password.</translation>
    </message>
    <message>
        <source>This document took too long to draw: it was stopped.</source>
        <translation>This document took too long to draw: it was stopped.</translation>
    </message>
    <message>
        <source>This document is damaged: it cannot be shown.</source>
        <translation>This document is damaged: it cannot be shown.</translation>
    </message>
    <message>
        <source>The reader of documents does not start on this PC.</source>
        <translation>The reader of documents does not start on this PC.</translation>
    </message>
    <message>
        <source>The reader of documents has stopped. Your work is not touched by it.</source>
        <translation>The reader of documents has stopped. Your work is not touched by it.</translation>
    </message>
</context>
<context>
    <name>DepositsPanel</name>
    <message>
        <source>Deposited documents</source>
        <translation>Deposited documents</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>The portal records who reads this list and each document. Nothing of them is kept on this PC.</source>
        <translation>The portal records who reads this list and each document. Nothing of them is kept on this PC.</translation>
    </message>
    <message>
        <source>State of the deposited documents</source>
        <translation>State of the deposited documents</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Open the document</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>Fit the page</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>Previous page (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Next page (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Smaller (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Larger (+)</translation>
    </message>
    <message>
        <source>Fit the width (W)</source>
        <translation>Fit the width (W)</translation>
    </message>
    <message>
        <source>Fit the page (P)</source>
        <translation>Fit the page (P)</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>List and document</source>
        <translation>List and document</translation>
    </message>
    <message>
        <source>Documents deposited by {name}</source>
        <translation>Documents deposited by {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>This person has deposited no document at your caisse.</source>
        <translation>This person has deposited no document at your caisse.</translation>
    </message>
    <message>
        <source>Page {page} of {pages} · {percent} %</source>
        <translation>Page {page} of {pages} · {percent} %</translation>
    </message>
    <message>
        <source>No document is open</source>
        <translation>No document is open</translation>
    </message>
</context>
<context>
    <name>DepositsPlace</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Asking the portal…</source>
        <translation>Asking the portal…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Another adherent&apos;s message is open.</source>
        <translation>Another adherent&apos;s message is open.</translation>
    </message>
    <message>
        <source>Read the list</source>
        <translation>Read the list</translation>
    </message>
    <message>
        <source>Opening {document}…</source>
        <translation>Opening {document}…</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>Somebody</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>{words} ({moment})</source>
        <translation>{words} ({moment})</translation>
    </message>
    <message>
        <source>{words}: {reason}</source>
        <translation>{words}: {reason}</translation>
    </message>
    <message>
        <source>The adherent wrote again</source>
        <translation>The adherent wrote again</translation>
    </message>
    <message>
        <source>{who} answered</source>
        <translation>{who} answered</translation>
    </message>
    <message>
        <source>{who} sent a holding reply</source>
        <translation>{who} sent a holding reply</translation>
    </message>
    <message>
        <source>The motif is now “{after}” (it was “{before}”)</source>
        <translation>The motif is now “{after}” (it was “{before}”)</translation>
    </message>
    <message>
        <source>It was transferred to {after}</source>
        <translation>It was transferred to {after}</translation>
    </message>
    <message>
        <source>It was closed without an answer</source>
        <translation>It was closed without an answer</translation>
    </message>
    <message>
        <source>It is open again</source>
        <translation>It is open again</translation>
    </message>
    <message>
        <source>{who} took a reply back</source>
        <translation>{who} took a reply back</translation>
    </message>
    <message>
        <source>{who} has taken charge of it</source>
        <translation>{who} has taken charge of it</translation>
    </message>
    <message>
        <source>{who} ended the hold on it</source>
        <translation>{who} ended the hold on it</translation>
    </message>
    <message>
        <source>You no longer hold it</source>
        <translation>You no longer hold it</translation>
    </message>
    <message>
        <source>{who} scheduled a reply: it leaves {moment}</source>
        <translation>{who} scheduled a reply: it leaves {moment}</translation>
    </message>
    <message>
        <source>{who} wrote an internal note</source>
        <translation>{who} wrote an internal note</translation>
    </message>
    <message>
        <source>It is no longer with your caisse</source>
        <translation>It is no longer with your caisse</translation>
    </message>
</context>
<context>
    <name>DraftWork</name>
    <message>
        <source>The text of {moment} is the draft again; the one it replaced is in the versions.</source>
        <translation>The text of {moment} is the draft again; the one it replaced is in the versions.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Another text of this reply was written on {device}. Yours is untouched until you choose.</source>
        <translation>Another text of this reply was written on {device}. Yours is untouched until you choose.</translation>
    </message>
    <message>
        <source>Compare both texts…</source>
        <translation>Compare both texts…</translation>
    </message>
    <message>
        <source>A reply that you began here was written differently on {device}: choose when you like.</source>
        <translation>A reply that you began here was written differently on {device}: choose when you like.</translation>
    </message>
    <message>
        <source>Open the exchange</source>
        <translation>Open the exchange</translation>
    </message>
    <message>
        <source>The text that you wrote on another PC is here: you can go on.</source>
        <translation>The text that you wrote on another PC is here: you can go on.</translation>
    </message>
</context>
<context>
    <name>DrillModel</name>
    <message>
        <source>No. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adherent</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Held by</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>Messages behind a figure</source>
        <translation>Messages behind a figure</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Back to the board</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Following messages</source>
        <translation>Following messages</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Assign…</translation>
    </message>
    <message>
        <source>Share out…</source>
        <translation>Share out…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Transfer…</translation>
    </message>
    <message>
        <source>End the holds…</source>
        <translation>End the holds…</translation>
    </message>
    <message>
        <source>Holding reply…</source>
        <translation>Holding reply…</translation>
    </message>
    <message>
        <source>The portal is being asked…</source>
        <translation>The portal is being asked…</translation>
    </message>
    <message>
        <source>The messages could not be asked for ({code}).</source>
        <translation>The messages could not be asked for ({code}).</translation>
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
        <translation>Which text do you go on with?</translation>
    </message>
    <message>
        <source>Text of this PC</source>
        <translation>Text of this PC</translation>
    </message>
    <message>
        <source>Text of the other PC</source>
        <translation>Text of the other PC</translation>
    </message>
    <message>
        <source>This PC</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decide later</translation>
    </message>
    <message>
        <source>Take the other PC&apos;s text</source>
        <translation>Take the other PC&apos;s text</translation>
    </message>
    <message>
        <source>Keep this PC&apos;s text</source>
        <translation>Keep this PC&apos;s text</translation>
    </message>
    <message>
        <source>You wrote this reply on two PCs. The text that you leave is not lost: it stays in the versions of the draft. What only one of them says is underlined.</source>
        <translation>You wrote this reply on two PCs. The text that you leave is not lost: it stays in the versions of the draft. What only one of them says is underlined.</translation>
    </message>
    <message>
        <source>{device} · {moment} · the newer one</source>
        <translation>{device} · {moment} · the newer one</translation>
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
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Loading messages…</source>
        <translation>Loading messages…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) received so far. They appear as they come.</source>
        <translation>
            <numerusform>%n message received so far. They appear as they come.</numerusform>
            <numerusform>%n messages received so far. They appear as they come.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first load is under way.</source>
        <translation>The first load is under way.</translation>
    </message>
    <message>
        <source>The messages on this PC could not be read.</source>
        <translation>The messages on this PC could not be read.</translation>
    </message>
    <message>
        <source>Nothing is lost: they are with the portal. The log says why.</source>
        <translation>Nothing is lost: they are with the portal. The log says why.</translation>
    </message>
    <message>
        <source>No message matches “{text}”.</source>
        <translation>No message matches “{text}”.</translation>
    </message>
    <message>
        <source>Name, reference, motif and first words are searched, accents or not.</source>
        <translation>Name, reference, motif and first words are searched, accents or not.</translation>
    </message>
    <message>
        <source>Nothing to answer. Well done.</source>
        <translation>Nothing to answer. Well done.</translation>
    </message>
    <message>
        <source>New messages appear here by themselves.</source>
        <translation>New messages appear here by themselves.</translation>
    </message>
    <message>
        <source>No message is yours.</source>
        <translation>No message is yours.</translation>
    </message>
    <message>
        <source>Claim one of those that nobody holds.</source>
        <translation>Claim one of those that nobody holds.</translation>
    </message>
    <message>
        <source>No message is assigned to you.</source>
        <translation>No message is assigned to you.</translation>
    </message>
    <message>
        <source>Supervisors may choose who is to answer.</source>
        <translation>Supervisors may choose who is to answer.</translation>
    </message>
    <message>
        <source>Every message has somebody.</source>
        <translation>Every message has somebody.</translation>
    </message>
    <message>
        <source>What colleagues hold is under “To answer”.</source>
        <translation>What colleagues hold is under “To answer”.</translation>
    </message>
    <message>
        <source>Nothing is late.</source>
        <translation>Nothing is late.</translation>
    </message>
    <message>
        <source>The promise of 48 h is kept so far.</source>
        <translation>The promise of 48 h is kept so far.</translation>
    </message>
    <message>
        <source>Show those that nobody holds</source>
        <translation>Show those that nobody holds</translation>
    </message>
    <message>
        <source>Show all that is to answer</source>
        <translation>Show all that is to answer</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>{label} (optional)</source>
        <translation>{label} (optional)</translation>
    </message>
    <message>
        <source>One item per line</source>
        <translation>One item per line</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>Date:</translation>
    </message>
    <message>
        <source>Give a date for: {label}</source>
        <translation>Give a date for: {label}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>In euros, for example {sample}</source>
        <translation>In euros, for example {sample}</translation>
    </message>
    <message>
        <source>Not an amount: digits, and at most two decimals.</source>
        <translation>Not an amount: digits, and at most two decimals.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Not
assigned</source>
        <translation>Not
assigned</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Due within 2 h</source>
        <translation>Due within 2 h</translation>
    </message>
    <message>
        <source>≤ 2 h</source>
        <translation>≤ 2 h</translation>
    </message>
    <message>
        <source>Due within 4 h</source>
        <translation>Due within 4 h</translation>
    </message>
    <message>
        <source>≤ 4 h</source>
        <translation>≤ 4 h</translation>
    </message>
    <message>
        <source>Due within 8 h</source>
        <translation>Due within 8 h</translation>
    </message>
    <message>
        <source>≤ 8 h</source>
        <translation>≤ 8 h</translation>
    </message>
    <message>
        <source>Due within 24 h</source>
        <translation>Due within 24 h</translation>
    </message>
    <message>
        <source>≤ 24 h</source>
        <translation>≤ 24 h</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>Waiting for review</translation>
    </message>
    <message>
        <source>In
review</source>
        <translation>In
review</translation>
    </message>
    <message>
        <source>Notices not sent</source>
        <translation>Notices not sent</translation>
    </message>
    <message>
        <source>Notices
failed</source>
        <translation>Notices
failed</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>By team</translation>
    </message>
    <message>
        <source>By thème</source>
        <translation>By thème</translation>
    </message>
    <message>
        <source>By sujet</source>
        <translation>By sujet</translation>
    </message>
    <message>
        <source>By motif</source>
        <translation>By motif</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>By site</translation>
    </message>
    <message>
        <source>By agent, by name</source>
        <translation>By agent, by name</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Assigned to nobody</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>No site</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>To answer</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Assigned to me</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Clear the filter</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>Filter: name, reference, motif, words</source>
        <translation>Filter: name, reference, motif, words</translation>
    </message>
    <message>
        <source>Filter the messages</source>
        <translation>Filter the messages</translation>
    </message>
    <message>
        <source>Beginnings of words, in names, motifs and texts; accents do not matter.</source>
        <translation>Beginnings of words, in names, motifs and texts; accents do not matter.</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>By subject</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>By deadline</translation>
    </message>
    <message>
        <source>Open or close all groups</source>
        <translation>Open or close all groups</translation>
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
        <translation>Searching…</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation>
            <numerusform>%n message found</numerusform>
            <numerusform>%n messages found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastPage</name>
    <message>
        <source>Forecast</source>
        <translation>Forecast</translation>
    </message>
    <message>
        <source>Broken deadlines by day</source>
        <translation>Broken deadlines by day</translation>
    </message>
    <message>
        <source>Broken deadlines by motif</source>
        <translation>Broken deadlines by motif</translation>
    </message>
    <message>
        <source>What if, motifs and assumptions</source>
        <translation>What if, motifs and assumptions</translation>
    </message>
    <message>
        <source>By motif</source>
        <translation>By motif</translation>
    </message>
    <message>
        <source>What this supposes</source>
        <translation>What this supposes</translation>
    </message>
    <message>
        <source>Forecast of {time}</source>
        <translation>Forecast of {time}</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{mean} deadlines will break within {days} days, between {low} and {high} in eight simulations of ten.</source>
        <translation>{mean} deadlines will break within {days} days, between {low} and {high} in eight simulations of ten.</translation>
    </message>
    <message>
        <source>Without the change: {mean}.</source>
        <translation>Without the change: {mean}.</translation>
    </message>
    <message>
        <source>Late already, and not among them: {count}.</source>
        <translation>Late already, and not among them: {count}.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} to {high}</translation>
    </message>
    <message>
        <source>{day}: {mean}, {low} to {high}</source>
        <translation>{day}: {mean}, {low} to {high}</translation>
    </message>
    <message>
        <source>Broken deadlines by day. {told}</source>
        <translation>Broken deadlines by day. {told}</translation>
    </message>
    <message>
        <source>Bar: mean. Line: eight simulations of ten.</source>
        <translation>Bar: mean. Line: eight simulations of ten.</translation>
    </message>
    <message>
        <source>Dashed outline: without the change.</source>
        <translation>Dashed outline: without the change.</translation>
    </message>
    <message>
        <source>Without change</source>
        <translation>Without change</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Between</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
</context>
<context>
    <name>FoundWords</name>
    <message numerus="yes">
        <source>More than %n exchange(s)</source>
        <translation>
            <numerusform>More than one exchange</numerusform>
            <numerusform>More than %n exchanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s) found</source>
        <translation>
            <numerusform>%n exchange found</numerusform>
            <numerusform>%n exchanges found</numerusform>
        </translation>
    </message>
    <message>
        <source>{found}, index being made</source>
        <translation>{found}, index being made</translation>
    </message>
    <message>
        <source>Nothing that waits for an answer has this. Choose “Newest” to see all.</source>
        <translation>Nothing that waits for an answer has this. Choose “Newest” to see all.</translation>
    </message>
    <message>
        <source>Nothing was found. Fewer words, or only their beginnings, find more; all of them must stand in one text or in its name, reference or classification.</source>
        <translation>Nothing was found. Fewer words, or only their beginnings, find more; all of them must stand in one text or in its name, reference or classification.</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Group</source>
        <translation>Group</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Figures told apart</source>
        <translation>Figures told apart</translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation>Told apart</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>Social security number</source>
        <translation>Social security number</translation>
    </message>
    <message>
        <source>Bank account number</source>
        <translation>Bank account number</translation>
    </message>
    <message>
        <source>Phone number or address of somebody else</source>
        <translation>Phone number or address of somebody else</translation>
    </message>
    <message>
        <source>Name of another adherent</source>
        <translation>Name of another adherent</translation>
    </message>
    <message>
        <source>Health information</source>
        <translation>Health information</translation>
    </message>
    <message>
        <source>Attachment promised, but a reply carries none</source>
        <translation>Attachment promised, but a reply carries none</translation>
    </message>
    <message>
        <source>Salutation that is not the adherent&apos;s</source>
        <translation>Salutation that is not the adherent&apos;s</translation>
    </message>
    <message>
        <source>{kind}: “{words}”, line {line}</source>
        <translation>{kind}: “{words}”, line {line}</translation>
    </message>
</context>
<context>
    <name>GuardPanel</name>
    <message>
        <source>Warnings before publishing</source>
        <translation>Warnings before publishing</translation>
    </message>
    <message>
        <source>Warnings; ticked ones are let stand</source>
        <translation>Warnings; ticked ones are let stand</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Mend</translation>
    </message>
    <message>
        <source>Mend the warning</source>
        <translation>Mend the warning</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Go to it</translation>
    </message>
    <message>
        <source>Go to the warning in the text</source>
        <translation>Go to the warning in the text</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s) before publishing</source>
        <translation>
            <numerusform>%n warning before publishing</numerusform>
            <numerusform>%n warnings before publishing</numerusform>
        </translation>
    </message>
    <message>
        <source>Space: let stand. Delete: mend. Enter: go to it.</source>
        <translation>Space: let stand. Delete: mend. Enter: go to it.</translation>
    </message>
    <message>
        <source>Let stand; the audit trail keeps that you were warned.</source>
        <translation>Let stand; the audit trail keeps that you were warned.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>What to answer now</source>
        <translation>What to answer now</translation>
    </message>
    <message>
        <source>The list is ordered by thème, sujet and motif, the most urgent first. Beside each message stands what is left of its time, by the portal&apos;s clock.</source>
        <translation>The list is ordered by thème, sujet and motif, the most urgent first. Beside each message stands what is left of its time, by the portal&apos;s clock.</translation>
    </message>
    <message>
        <source>takes the most urgent message in charge</source>
        <translation>takes the most urgent message in charge</translation>
    </message>
    <message>
        <source>brings you back to the list</source>
        <translation>brings you back to the list</translation>
    </message>
    <message>
        <source>searches every message, offline too</source>
        <translation>searches every message, offline too</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+arrows</translation>
    </message>
    <message>
        <source>selects several messages: take, give back, transfer…</source>
        <translation>selects several messages: take, give back, transfer…</translation>
    </message>
    <message>
        <source>Answer with few keys</source>
        <translation>Answer with few keys</translation>
    </message>
    <message>
        <source>A template is suggested for each motif, filled in for this adherent. What it does not know is marked in the text, and nothing leaves with a gap in it.</source>
        <translation>A template is suggested for each motif, filled in for this adherent. What it does not know is marked in the text, and nothing leaves with a gap in it.</translation>
    </message>
    <message>
        <source>inserts the suggested template</source>
        <translation>inserts the suggested template</translation>
    </message>
    <message>
        <source>shows every template</source>
        <translation>shows every template</translation>
    </message>
    <message>
        <source>goes to the next missing value</source>
        <translation>goes to the next missing value</translation>
    </message>
    <message>
        <source>publishes after your agreement, and opens the next one</source>
        <translation>publishes after your agreement, and opens the next one</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>Nothing is lost</translation>
    </message>
    <message>
        <source>What you type is saved on this PC within a second. Without a network your replies wait in the outbox and leave by themselves, once.</source>
        <translation>What you type is saved on this PC within a second. Without a network your replies wait in the outbox and leave by themselves, once.</translation>
    </message>
    <message>
        <source>lists your drafts</source>
        <translation>lists your drafts</translation>
    </message>
    <message>
        <source>shows what waits to leave, and why</source>
        <translation>shows what waits to leave, and why</translation>
    </message>
    <message>
        <source>takes a reply back just after publishing it</source>
        <translation>takes a reply back just after publishing it</translation>
    </message>
    <message>
        <source>finds every action by a few letters</source>
        <translation>finds every action by a few letters</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>First steps</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Skip the first steps</source>
        <translation>Skip the first steps</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} of {count}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message>
        <source>The portal</source>
        <translation>The portal</translation>
    </message>
    <message>
        <source>{who} corrected the motif: “{after}” instead of “{before}”</source>
        <translation>{who} corrected the motif: “{after}” instead of “{before}”</translation>
    </message>
    <message>
        <source>{who} transferred it to {after}</source>
        <translation>{who} transferred it to {after}</translation>
    </message>
    <message>
        <source>{who} closed it without an answer</source>
        <translation>{who} closed it without an answer</translation>
    </message>
    <message>
        <source>{who} ended the hold on it</source>
        <translation>{who} ended the hold on it</translation>
    </message>
    <message>
        <source>{who} took a reply back</source>
        <translation>{who} took a reply back</translation>
    </message>
    <message>
        <source>The adherent added a detail</source>
        <translation>The adherent added a detail</translation>
    </message>
    <message>
        <source>{who} paused the deadline</source>
        <translation>{who} paused the deadline</translation>
    </message>
    <message>
        <source>The deadline runs again</source>
        <translation>The deadline runs again</translation>
    </message>
    <message>
        <source>{who} asked for a review of a reply</source>
        <translation>{who} asked for a review of a reply</translation>
    </message>
    <message>
        <source>{who} sent the reply back to its author</source>
        <translation>{who} sent the reply back to its author</translation>
    </message>
    <message>
        <source>{who} approved the reply, which was published</source>
        <translation>{who} approved the reply, which was published</translation>
    </message>
    <message>
        <source>{who} took the request for a review back</source>
        <translation>{who} took the request for a review back</translation>
    </message>
    <message>
        <source>{words}: {reason}</source>
        <translation>{words}: {reason}</translation>
    </message>
    <message>
        <source>{words} ({moment})</source>
        <translation>{words} ({moment})</translation>
    </message>
    <message>
        <source>{who} took its assignment back</source>
        <translation>{who} took its assignment back</translation>
    </message>
    <message>
        <source>{who} assigned it to a colleague</source>
        <translation>{who} assigned it to a colleague</translation>
    </message>
    <message>
        <source>{who} assigned it to {after}</source>
        <translation>{who} assigned it to {after}</translation>
    </message>
    <message>
        <source>Waiting to be sent: the motif becomes “{motif}”</source>
        <translation>Waiting to be sent: the motif becomes “{motif}”</translation>
    </message>
    <message>
        <source>Waiting to be sent: transfer to {team}</source>
        <translation>Waiting to be sent: transfer to {team}</translation>
    </message>
    <message>
        <source>Waiting to be sent: closing without an answer</source>
        <translation>Waiting to be sent: closing without an answer</translation>
    </message>
    <message>
        <source>Waiting to be sent: the end of the colleague&apos;s hold</source>
        <translation>Waiting to be sent: the end of the colleague&apos;s hold</translation>
    </message>
    <message>
        <source>Waiting to be sent: the pause of the deadline</source>
        <translation>Waiting to be sent: the pause of the deadline</translation>
    </message>
    <message>
        <source>Waiting to be sent: the deadline runs again</source>
        <translation>Waiting to be sent: the deadline runs again</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Due by half-day</source>
        <translation>Due by half-day</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>Nothing is due.</translation>
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
        <translation>Overdue
already</translation>
    </message>
    <message>
        <source>morning</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>afternoon</source>
        <translation>afternoon</translation>
    </message>
    <message>
        <source>overdue already</source>
        <translation>overdue already</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Messages of the exchange</source>
        <translation>Messages of the exchange</translation>
    </message>
    <message>
        <source>Scroll the messages</source>
        <translation>Scroll the messages</translation>
    </message>
    <message>
        <source>{proxy}, for {adherent}</source>
        <translation>{proxy}, for {adherent}</translation>
    </message>
    <message>
        <source>The MSA</source>
        <translation>The MSA</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>{name}, {state}. {source}, {moment}, {motif}: {text}</source>
        <translation>{name}, {state}. {source}, {moment}, {motif}: {text}</translation>
    </message>
</context>
<context>
    <name>HitView</name>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
</context>
<context>
    <name>IdentifierField</name>
    <message>
        <source>{number}, key {key}</source>
        <translation>{number}, key {key}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Hide the identifier</source>
        <translation>Hide the identifier</translation>
    </message>
    <message>
        <source>Show the identifier</source>
        <translation>Show the identifier</translation>
    </message>
    <message>
        <source>Each showing is recorded by the portal.</source>
        <translation>Each showing is recorded by the portal.</translation>
    </message>
    <message>
        <source>Identifier: {number}</source>
        <translation>Identifier: {number}</translation>
    </message>
</context>
<context>
    <name>InboxCounts</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message(s)</numerusform>
            <numerusform>%n message(s)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxModel</name>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
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
        <translation>Inbox</translation>
    </message>
    <message>
        <source>{name}, {motif}: {time}</source>
        <translation>{name}, {motif}: {time}</translation>
    </message>
</context>
<context>
    <name>InboxRow</name>
    <message>
        <source>unassigned</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>reply {state}</source>
        <translation>reply {state}</translation>
    </message>
    <message>
        <source>You are writing</source>
        <translation>You are writing</translation>
    </message>
    <message>
        <source>{name} is writing</source>
        <translation>{name} is writing</translation>
    </message>
    <message>
        <source>Assigned to you</source>
        <translation>Assigned to you</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Assigned to {name}</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unconfirmed</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>to review</translation>
    </message>
    <message>
        <source>sent back to you</source>
        <translation>sent back to you</translation>
    </message>
    <message>
        <source>in review</source>
        <translation>in review</translation>
    </message>
    <message>
        <source>motif changing</source>
        <translation>motif changing</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>leaving</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>nearest deadline: {time}</source>
        <translation>nearest deadline: {time}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
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
        <translation>How your texts are protected</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>The same passphrase again</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Show what I type</translation>
    </message>
    <message>
        <source>Go on for this session only</source>
        <translation>Go on for this session only</translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation>Ask the keyring again</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Sign in as somebody else</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>With a passphrase</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>For this session only</translation>
    </message>
    <message>
        <source>With the keyring</source>
        <translation>With the keyring</translation>
    </message>
    <message>
        <source>Unlock it as you usually do, then have it asked once more.</source>
        <translation>Unlock it as you usually do, then have it asked once more.</translation>
    </message>
    <message>
        <source>Your passphrase, please</source>
        <translation>Your passphrase, please</translation>
    </message>
    <message>
        <source>Your drafts and messages on this PC are locked with the one you chose.</source>
        <translation>Your drafts and messages on this PC are locked with the one you chose.</translation>
    </message>
    <message>
        <source>It opens what was kept on this PC.</source>
        <translation>It opens what was kept on this PC.</translation>
    </message>
    <message>
        <source>Forgotten, or not at hand: what was kept stays locked, and nothing of this session is kept on this PC. Drafts not yet sent go when desk closes.</source>
        <translation>Forgotten, or not at hand: what was kept stays locked, and nothing of this session is kept on this PC. Drafts not yet sent go when desk closes.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>How shall your texts be protected on this PC?</source>
        <translation>How shall your texts be protected on this PC?</translation>
    </message>
    <message>
        <source>At least {count} characters. It is asked at each start; nobody can give it back if it is forgotten, and drafts kept here would be lost.</source>
        <translation>At least {count} characters. It is asked at each start; nobody can give it back if it is forgotten, and drafts kept here would be lost.</translation>
    </message>
    <message>
        <source>Nothing to remember: everything here goes when desk closes, drafts not yet sent included. The portal keeps what has reached it.</source>
        <translation>Nothing to remember: everything here goes when desk closes, drafts not yet sent included. The portal keeps what has reached it.</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>Use this passphrase</translation>
    </message>
    <message>
        <source>It was asked again: nothing has changed.</source>
        <translation>It was asked again: nothing has changed.</translation>
    </message>
    <message>
        <source>At least {count} characters.</source>
        <translation>At least {count} characters.</translation>
    </message>
    <message>
        <source>This is not the passphrase that was chosen. Nothing is lost: try again.</source>
        <translation>This is not the passphrase that was chosen. Nothing is lost: try again.</translation>
    </message>
    <message>
        <source>This PC has no keyring, where their key would be kept.</source>
        <translation>This PC has no keyring, where their key would be kept.</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring is locked, so their key cannot be read.</source>
        <translation>This PC&apos;s keyring is locked, so their key cannot be read.</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring, which keeps their key, does not answer.</source>
        <translation>This PC&apos;s keyring, which keeps their key, does not answer.</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring cannot be used.</source>
        <translation>This PC&apos;s keyring cannot be used.</translation>
    </message>
    <message>
        <source>{cause} Your texts are always encrypted: choose how they are opened.</source>
        <translation>{cause} Your texts are always encrypted: choose how they are opened.</translation>
    </message>
    <message>
        <source>The disk is full: your choice could not be kept. Make room, try again.</source>
        <translation>The disk is full: your choice could not be kept. Make room, try again.</translation>
    </message>
    <message>
        <source>This PC&apos;s disk refuses: your choice could not be kept. Go on for this session only, or call your support.</source>
        <translation>This PC&apos;s disk refuses: your choice could not be kept. Go on for this session only, or call your support.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>Type the passphrase first.</translation>
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
        <translation>{count} characters of {most}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Desk – secure messages</source>
        <translation>Desk – secure messages</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s) to answer</source>
        <translation>
            <numerusform>%n appointment to answer</numerusform>
            <numerusform>%n appointments to answer</numerusform>
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
        <translation>Toolbar</translation>
    </message>
    <message>
        <source>L&amp;ook</source>
        <translation>L&amp;ook</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;High contrast</translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>Message of {author}, {moment}</source>
        <translation>Message of {author}, {moment}</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Holding reply</translation>
    </message>
    <message>
        <source>Procuration</source>
        <translation>Procuration</translation>
    </message>
    <message>
        <source>Proof of the reply</source>
        <translation>Proof of the reply</translation>
    </message>
    <message>
        <source>Proof of the reply, {moment}</source>
        <translation>Proof of the reply, {moment}</translation>
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
        <translation>&amp;Close the window</translation>
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
            <numerusform>%n message is in a window: close one first.</numerusform>
            <numerusform>%n messages are in windows: close one first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MineDialog</name>
    <message>
        <source>My drafts</source>
        <translation>My drafts</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>this PC</translation>
    </message>
    <message>
        <source>this PC, and another text on {device}</source>
        <translation>this PC, and another text on {device}</translation>
    </message>
    <message>
        <source>An exchange that is no longer here</source>
        <translation>An exchange that is no longer here</translation>
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
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) begun</source>
        <translation>
            <numerusform>%n review begun</numerusform>
            <numerusform>%n reviews begun</numerusform>
        </translation>
    </message>
    <message>
        <source>{drafts}, {reviews}</source>
        <translation>{drafts}, {reviews}</translation>
    </message>
    <message>
        <source>Go on writing it</source>
        <translation>Go on writing it</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>review of the reply of {author}</source>
        <translation>review of the reply of {author}</translation>
    </message>
    <message>
        <source>review of the reply of {author}, settled without you</source>
        <translation>review of the reply of {author}, settled without you</translation>
    </message>
    <message>
        <source>See its versions</source>
        <translation>See its versions</translation>
    </message>
    <message>
        <source>See your words</source>
        <translation>See your words</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>Go on reviewing</translation>
    </message>
    <message>
        <source>Nothing begun</source>
        <translation>Nothing begun</translation>
    </message>
    <message>
        <source>What you begin to write is kept here until it is published or deleted.</source>
        <translation>What you begin to write is kept here until it is published or deleted.</translation>
    </message>
</context>
<context>
    <name>MomentFields</name>
    <message>
        <source>Day and time</source>
        <translation>Day and time</translation>
    </message>
    <message>
        <source>{choice}: {moment}</source>
        <translation>{choice}: {moment}</translation>
    </message>
    <message>
        <source>ddd dd/MM/yyyy</source>
        <comment>QDateTime format of a date field</comment>
        <translation>ddd dd/MM/yyyy</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Today at {time}</source>
        <translation>Today at {time}</translation>
    </message>
    <message>
        <source>Tomorrow at {time}</source>
        <translation>Tomorrow at {time}</translation>
    </message>
    <message>
        <source>Monday at {time}</source>
        <translation>Monday at {time}</translation>
    </message>
    <message>
        <source>In a week at {time}</source>
        <translation>In a week at {time}</translation>
    </message>
</context>
<context>
    <name>MotifDialog</name>
    <message>
        <source>Correct the motif</source>
        <translation>Correct the motif</translation>
    </message>
    <message>
        <source>A few letters of the motif, the subject or theme</source>
        <translation>A few letters of the motif, the subject or theme</translation>
    </message>
    <message>
        <source>Search a motif</source>
        <translation>Search a motif</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Motifs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Now: {motif}. What the adherent chose stays known.</source>
        <translation>Now: {motif}. What the adherent chose stays known.</translation>
    </message>
</context>
<context>
    <name>MyWordsDialog</name>
    <message>
        <source>Your words on a reply</source>
        <translation>Your words on a reply</translation>
    </message>
    <message>
        <source>An exchange that is no longer here</source>
        <translation>An exchange that is no longer here</translation>
    </message>
    <message>
        <source>The review of {author}&apos;s reply was settled before you decided: none of this was sent. It stays on this PC until you throw it away, or for thirty days.</source>
        <translation>The review of {author}&apos;s reply was settled before you decided: none of this was sent. It stays on this PC until you throw it away, or for thirty days.</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Your words</translation>
    </message>
    <message>
        <source>Scroll your words</source>
        <translation>Scroll your words</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy your words</source>
        <translation>Copy your words</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Throw your words away</source>
        <translation>Throw your words away</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Internal note of {author}, {moment}</source>
        <translation>Internal note of {author}, {moment}</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Not taken by the portal</source>
        <translation>Not taken by the portal</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Waiting to be sent</translation>
    </message>
</context>
<context>
    <name>NothingOpen</name>
    <message>
        <source>No message is open</source>
        <translation>No message is open</translation>
    </message>
    <message>
        <source>Go to its window</source>
        <translation>Go to its window</translation>
    </message>
    <message>
        <source>Arrow keys move through the list, Enter opens.</source>
        <translation>Arrow keys move through the list, Enter opens.</translation>
    </message>
    <message>
        <source>{keys} takes the most urgent one in charge.</source>
        <translation>{keys} takes the most urgent one in charge.</translation>
    </message>
    <message>
        <source>{keys} shows every shortcut.</source>
        <translation>{keys} shows every shortcut.</translation>
    </message>
    <message>
        <source>Choose a message in the list</source>
        <translation>Choose a message in the list</translation>
    </message>
    <message>
        <source>This message is open in a window of its own.</source>
        <translation>This message is open in a window of its own.</translation>
    </message>
    <message>
        <source>This message is no longer here. If you wrote a text, it is kept on this PC.</source>
        <translation>This message is no longer here. If you wrote a text, it is kept on this PC.</translation>
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
        <translation>Tell me on the desktop</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Quiet from</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Quiet until</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>When a message that you hold comes near its deadline or is late, and when a reply of yours was refused or overtaken. Each is told once, without a name or a word of the message. What happens in the quiet hours is told at their end; the same hour twice: no quiet hours.</source>
        <translation>When a message that you hold comes near its deadline or is late, and when a reply of yours was refused or overtaken. Each is told once, without a name or a word of the message. What happens in the quiet hours is told at their end; the same hour twice: no quiet hours.</translation>
    </message>
</context>
<context>
    <name>NoticesWork</name>
    <message>
        <source>Secure messages</source>
        <translation>Secure messages</translation>
    </message>
    <message>
        <source>Open the message</source>
        <translation>Open the message</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that you hold near their deadline.</source>
        <translation>
            <numerusform>%n message that you hold is near its deadline.</numerusform>
            <numerusform>%n messages that you hold are near their deadline.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) that you hold late.</source>
        <translation>
            <numerusform>%n message that you hold is late.</numerusform>
            <numerusform>%n messages that you hold are late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your replies was refused by the portal.</source>
        <translation>
            <numerusform>%n of your replies was refused by the portal.</numerusform>
            <numerusform>%n of your replies were refused by the portal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s) changed before your reply arrived.</source>
        <translation>
            <numerusform>%n exchange changed before your reply arrived.</numerusform>
            <numerusform>%n exchanges changed before your reply arrived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) of colleagues for you to read.</source>
        <translation>
            <numerusform>%n reply of a colleague for you to read.</numerusform>
            <numerusform>%n replies of colleagues for you to read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your replies came back from a review.</source>
        <translation>
            <numerusform>%n of your replies came back from a review.</numerusform>
            <numerusform>%n of your replies came back from a review.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>Desk – secure messages</source>
        <translation>Desk – secure messages</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>OutboxCause</name>
    <message>
        <source>Leaving now</source>
        <translation>Leaving now</translation>
    </message>
    <message>
        <source>Waits for what was asked before it: {act}</source>
        <translation>Waits for what was asked before it: {act}</translation>
    </message>
    <message>
        <source>The portal asks to wait until {time}</source>
        <translation>The portal asks to wait until {time}</translation>
    </message>
    <message>
        <source>The last try did not arrive</source>
        <translation>The last try did not arrive</translation>
    </message>
    <message>
        <source>Not confirmed: it left, and no answer came</source>
        <translation>Not confirmed: it left, and no answer came</translation>
    </message>
    <message>
        <source>Refused by the portal: {reason}</source>
        <translation>Refused by the portal: {reason}</translation>
    </message>
    <message>
        <source>Conflict: the exchange changed before it arrived</source>
        <translation>Conflict: the exchange changed before it arrived</translation>
    </message>
    <message>
        <source>The portal&apos;s answer, within a minute at most.</source>
        <translation>The portal&apos;s answer, within a minute at most.</translation>
    </message>
    <message>
        <source>It leaves by itself right after that one.</source>
        <translation>It leaves by itself right after that one.</translation>
    </message>
    <message>
        <source>It leaves by itself once you have signed in again.</source>
        <translation>It leaves by itself once you have signed in again.</translation>
    </message>
    <message>
        <source>It leaves by itself, once, as soon as the portal answers.</source>
        <translation>It leaves by itself, once, as soon as the portal answers.</translation>
    </message>
    <message>
        <source>It leaves by itself at the next try.</source>
        <translation>It leaves by itself at the next try.</translation>
    </message>
    <message>
        <source>The same request goes again until the portal says what became of it; it can only be done once.</source>
        <translation>The same request goes again until the portal says what became of it; it can only be done once.</translation>
    </message>
    <message>
        <source>Your choice: open it, correct, try again or cancel.</source>
        <translation>Your choice: open it, correct, try again or cancel.</translation>
    </message>
    <message>
        <source>Its text is with the exchange, as a reply that is held.</source>
        <translation>Its text is with the exchange, as a reply that is held.</translation>
    </message>
    <message>
        <source>It is over; nothing waits.</source>
        <translation>It is over; nothing waits.</translation>
    </message>
    <message>
        <source>after that one</source>
        <translation>after that one</translation>
    </message>
    <message>
        <source>at reconnection</source>
        <translation>at reconnection</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>No network since {time}</source>
        <translation>No network since {time}</translation>
    </message>
    <message>
        <source>The proxy lets nothing through since {time}</source>
        <translation>The proxy lets nothing through since {time}</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first, since {time}</source>
        <translation>This network wants you to sign in to it first, since {time}</translation>
    </message>
    <message>
        <source>What answers cannot prove that it is the portal, since {time}</source>
        <translation>What answers cannot prove that it is the portal, since {time}</translation>
    </message>
    <message>
        <source>Sign-in needed since {time}</source>
        <translation>Sign-in needed since {time}</translation>
    </message>
    <message>
        <source>Signed out since {time}</source>
        <translation>Signed out since {time}</translation>
    </message>
    <message>
        <source>The portal answers with errors since {time}</source>
        <translation>The portal answers with errors since {time}</translation>
    </message>
    <message>
        <source>The portal asks for patience since {time}</source>
        <translation>The portal asks for patience since {time}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline since {time}</translation>
    </message>
    <message>
        <source>Taken back by the portal: the adherent wrote before they could see it</source>
        <translation>Taken back by the portal: the adherent wrote before they could see it</translation>
    </message>
    <message>
        <source>Taken back in time: the adherent never saw it</source>
        <translation>Taken back in time: the adherent never saw it</translation>
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
        <translation>Adherent</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Next try</translation>
    </message>
</context>
<context>
    <name>OutboxWindow</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Actions on their way to the portal</source>
        <translation>Actions on their way to the portal</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Open the exchange</source>
        <translation>Open the exchange</translation>
    </message>
    <message>
        <source>Go on writing it</source>
        <translation>Go on writing it</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Try again now</translation>
    </message>
    <message>
        <source>Cancel, keep the text as a draft</source>
        <translation>Cancel, keep the text as a draft</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>About the selected action</source>
        <translation>About the selected action</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nothing is waiting</translation>
    </message>
    <message>
        <source>Everything you did has reached the portal.</source>
        <translation>Everything you did has reached the portal.</translation>
    </message>
    <message>
        <source>What you did and the portal has not confirmed yet. Everything leaves by itself, in order, and only once.</source>
        <translation>What you did and the portal has not confirmed yet. Everything leaves by itself, in order, and only once.</translation>
    </message>
    <message>
        <source>Asked for: {since} · Attempts: {count} · Next try: {next}</source>
        <translation>Asked for: {since} · Attempts: {count} · Next try: {next}</translation>
    </message>
    <message>
        <source>What ends it: {end}</source>
        <translation>What ends it: {end}</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancel it</translation>
    </message>
</context>
<context>
    <name>OutcomeBanner</name>
    <message>
        <source>A reply to this message is already on its way.</source>
        <translation>A reply to this message is already on its way.</translation>
    </message>
    <message>
        <source>This reply is published already: it was not sent twice.</source>
        <translation>This reply is published already: it was not sent twice.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be sent. The text is kept here.</source>
        <translation>The disk is full: nothing could be sent. The text is kept here.</translation>
    </message>
    <message>
        <source>This PC&apos;s disk refuses: nothing was sent. Try again.</source>
        <translation>This PC&apos;s disk refuses: nothing was sent. Try again.</translation>
    </message>
    <message>
        <source>{name} already holds {reference}.</source>
        <translation>{name} already holds {reference}.</translation>
    </message>
    <message>
        <source>{reference}: {reason}</source>
        <translation>{reference}: {reason}</translation>
    </message>
    <message>
        <source>{reference}: the exchange changed before what you asked ({act}) arrived. Nothing was done.</source>
        <translation>{reference}: the exchange changed before what you asked ({act}) arrived. Nothing was done.</translation>
    </message>
    <message>
        <source>Open the exchange</source>
        <translation>Open the exchange</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>Do it all the same</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>The reply to {name} was taken back: its text is a draft again.</source>
        <translation>The reply to {name} was taken back: its text is a draft again.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page of the document</source>
        <translation>Page of the document</translation>
    </message>
</context>
<context>
    <name>PaletteWindow</name>
    <message>
        <source>Every action</source>
        <translation>Every action</translation>
    </message>
    <message>
        <source>A few letters of what you want to do</source>
        <translation>A few letters of what you want to do</translation>
    </message>
    <message>
        <source>Search an action</source>
        <translation>Search an action</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Not possible now because</source>
        <translation>Not possible now because</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>no keys</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>possible now</translation>
    </message>
    <message>
        <source>No action fits these letters.</source>
        <translation>No action fits these letters.</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Saved on this PC: {when}</source>
        <translation>Saved on this PC: {when}</translation>
    </message>
    <message>
        <source>Accepted by the portal: {when}, no. {number}</source>
        <translation>Accepted by the portal: {when}, no. {number}</translation>
    </message>
    <message>
        <source>May be taken back until {when}; the adherent is told after that</source>
        <translation>May be taken back until {when}; the adherent is told after that</translation>
    </message>
    <message>
        <source>Could be taken back until {when}</source>
        <translation>Could be taken back until {when}</translation>
    </message>
    <message>
        <source>{what}: handed to the SMS gateway, {when}</source>
        <translation>{what}: handed to the SMS gateway, {when}</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server, {when}</source>
        <translation>{what}: handed to the mail server, {when}</translation>
    </message>
    <message>
        <source>{said}; {cause}</source>
        <translation>{said}; {cause}</translation>
    </message>
    <message>
        <source>{what}: did not reach the telephone ({cause}), {when}</source>
        <translation>{what}: did not reach the telephone ({cause}), {when}</translation>
    </message>
    <message>
        <source>{what}: not delivered ({cause}), came back {when}</source>
        <translation>{what}: not delivered ({cause}), came back {when}</translation>
    </message>
    <message>
        <source>{what}: reached the telephone {when}</source>
        <translation>{what}: reached the telephone {when}</translation>
    </message>
    <message>
        <source>{what}: to be sent</source>
        <translation>{what}: to be sent</translation>
    </message>
    <message>
        <source>Saved on this PC</source>
        <translation>Saved on this PC</translation>
    </message>
    <message>
        <source>Accepted by the portal, no. {number}</source>
        <translation>Accepted by the portal, no. {number}</translation>
    </message>
    <message>
        <source>Until then it could be taken back</source>
        <translation>Until then it could be taken back</translation>
    </message>
    <message>
        <source>Taken back by {who}; the adherent never saw it</source>
        <translation>Taken back by {who}; the adherent never saw it</translation>
    </message>
    <message>
        <source>Taken back; the adherent never saw it</source>
        <translation>Taken back; the adherent never saw it</translation>
    </message>
    <message>
        <source>Read by {who} in the private space</source>
        <translation>Read by {who} in the private space</translation>
    </message>
    <message>
        <source>Read by the adherent in the private space</source>
        <translation>Read by the adherent in the private space</translation>
    </message>
    <message>
        <source>{what}: handed to the SMS gateway</source>
        <translation>{what}: handed to the SMS gateway</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server</source>
        <translation>{what}: handed to the mail server</translation>
    </message>
    <message>
        <source>{what}: did not reach the telephone ({cause})</source>
        <translation>{what}: did not reach the telephone ({cause})</translation>
    </message>
    <message>
        <source>{what}: not delivered ({cause})</source>
        <translation>{what}: not delivered ({cause})</translation>
    </message>
    <message>
        <source>{what}: reached the telephone</source>
        <translation>{what}: reached the telephone</translation>
    </message>
    <message>
        <source>{what}: failed ({cause})</source>
        <translation>{what}: failed ({cause})</translation>
    </message>
    <message>
        <source>Next try: {when}</source>
        <translation>Next try: {when}</translation>
    </message>
    <message>
        <source>No further try</source>
        <translation>No further try</translation>
    </message>
    <message>
        <source>Key that keeps it from being published twice: {key}</source>
        <translation>Key that keeps it from being published twice: {key}</translation>
    </message>
    <message>
        <source>Reference at the SMS gateway: {reference}</source>
        <translation>Reference at the SMS gateway: {reference}</translation>
    </message>
    <message>
        <source>Attempts: {count}</source>
        <translation>Attempts: {count}</translation>
    </message>
    <message>
        <source>Taken back by the portal: {when}. The adherent wrote meanwhile and never saw it</source>
        <translation>Taken back by the portal: {when}. The adherent wrote meanwhile and never saw it</translation>
    </message>
    <message>
        <source>Taken back by {who}: {when}. The adherent never saw it</source>
        <translation>Taken back by {who}: {when}. The adherent never saw it</translation>
    </message>
    <message>
        <source>Taken back. The adherent never saw it</source>
        <translation>Taken back. The adherent never saw it</translation>
    </message>
    <message>
        <source>Read by {who}, under a procuration, {when}</source>
        <translation>Read by {who}, under a procuration, {when}</translation>
    </message>
    <message>
        <source>Read by the adherent {when}</source>
        <translation>Read by the adherent {when}</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), no further try</source>
        <translation>{what}: failed ({cause}), no further try</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), next try {when}</source>
        <translation>{what}: failed ({cause}), next try {when}</translation>
    </message>
    <message>
        <source>{said} (attempt {number})</source>
        <translation>{said} (attempt {number})</translation>
    </message>
    <message>
        <source>“Answer available” SMS</source>
        <translation>“Answer available” SMS</translation>
    </message>
    <message>
        <source>“Answer available” e-mail</source>
        <translation>“Answer available” e-mail</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>Proof</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>Export the messages</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Last three months</source>
        <translation>Last three months</translation>
    </message>
    <message>
        <source>Last twelve months</source>
        <translation>Last twelve months</translation>
    </message>
    <message>
        <source>Told apart</source>
        <translation>Told apart</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>By week</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>By thème</source>
        <translation>By thème</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>By team</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>By site</translation>
    </message>
    <message>
        <source>Promise kept over time</source>
        <translation>Promise kept over time</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Promise kept</translation>
    </message>
    <message>
        <source>The file is being written…</source>
        <translation>The file is being written…</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>The file could not be written: {reason}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Written: {name}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet (*.ods)</source>
        <translation>OpenDocument spreadsheet (*.ods)</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV file (*.csv)</translation>
    </message>
    <message>
        <source>delays</source>
        <translation>delays</translation>
    </message>
    <message>
        <source>Figures of {time}</source>
        <translation>Figures of {time}</translation>
    </message>
    <message>
        <source>No promise has fallen due in this period.</source>
        <translation>No promise has fallen due in this period.</translation>
    </message>
    <message>
        <source>Promise kept: {percent} ({kept} of {judged}). Half were answered within {median}, nine in ten within {p90}.</source>
        <translation>Promise kept: {percent} ({kept} of {judged}). Half were answered within {median}, nine in ten within {p90}.</translation>
    </message>
    <message>
        <source>Promise kept. {told}</source>
        <translation>Promise kept. {told}</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Judged</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Nine in ten</source>
        <translation>Nine in ten</translation>
    </message>
    <message>
        <source>week of {day}</source>
        <translation>week of {day}</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>No site</translation>
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
        <translation>Proof of the reply</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>The page</source>
        <translation>The page</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>What this PC knows of the reply&apos;s way. The identifier stays masked, and so do numbers that look like one in the text.</source>
        <translation>What this PC knows of the reply&apos;s way. The identifier stays masked, and so do numbers that look like one in the text.</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}</source>
        <translation>The file could not be written: {reason}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>No. {number}, {who}, {when}</source>
        <translation>No. {number}, {who}, {when}</translation>
    </message>
    <message>
        <source>{reply} (taken back)</source>
        <translation>{reply} (taken back)</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Holding reply</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Adherent</source>
        <translation>Adherent</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Proof of the reply no. {number}</source>
        <translation>Proof of the reply no. {number}</translation>
    </message>
    <message>
        <source>Its way</source>
        <translation>Its way</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Its text</source>
        <translation>Its text</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the exact text:</source>
        <translation>SHA-256 fingerprint of the exact text:</translation>
    </message>
    <message>
        <source>Page made by {who} on {when}, from this PC&apos;s store. Times are those of the portal&apos;s clock, in the caisse&apos;s time zone.</source>
        <translation>Page made by {who} on {when}, from this PC&apos;s store. Times are those of the portal&apos;s clock, in the caisse&apos;s time zone.</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>What the template asks</source>
        <translation>What the template asks</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>Question {number} of {count}</translation>
    </message>
</context>
<context>
    <name>ReachWords</name>
    <message>
        <source>SMS asked for, the portal sends none</source>
        <translation>SMS asked for, the portal sends none</translation>
    </message>
    <message>
        <source>SMS asked for, number not confirmed</source>
        <translation>SMS asked for, number not confirmed</translation>
    </message>
    <message>
        <source>The last SMS did not reach their telephone</source>
        <translation>The last SMS did not reach their telephone</translation>
    </message>
    <message>
        <source>SMS asked for</source>
        <translation>SMS asked for</translation>
    </message>
    <message>
        <source>They asked for an SMS: this portal sends none.</source>
        <translation>They asked for an SMS: this portal sends none.</translation>
    </message>
    <message>
        <source>They asked for an SMS, but no number is confirmed: none.</source>
        <translation>They asked for an SMS, but no number is confirmed: none.</translation>
    </message>
    <message>
        <source>An SMS leaves too, but the last one did not reach their telephone.</source>
        <translation>An SMS leaves too, but the last one did not reach their telephone.</translation>
    </message>
    <message>
        <source>They will receive the “answer available” SMS.</source>
        <translation>They will receive the “answer available” SMS.</translation>
    </message>
    <message>
        <source>answer asked for by post</source>
        <translation>answer asked for by post</translation>
    </message>
    <message>
        <source>The adherent has no e-mail address: the SMS tells them.</source>
        <translation>The adherent has no e-mail address: the SMS tells them.</translation>
    </message>
    <message>
        <source>The adherent has no e-mail address: nobody will tell them.</source>
        <translation>The adherent has no e-mail address: nobody will tell them.</translation>
    </message>
    <message>
        <source>The adherent asked for no e-mail: the SMS tells them.</source>
        <translation>The adherent asked for no e-mail: the SMS tells them.</translation>
    </message>
    <message>
        <source>The adherent asked for no e-mail: they see the reply when they visit.</source>
        <translation>The adherent asked for no e-mail: they see the reply when they visit.</translation>
    </message>
    <message>
        <source>The adherent will receive the “answer available” e-mail.</source>
        <translation>The adherent will receive the “answer available” e-mail.</translation>
    </message>
    <message>
        <source>E-mails to their address come back: it will probably not arrive either.</source>
        <translation>E-mails to their address come back: it will probably not arrive either.</translation>
    </message>
    <message>
        <source>Their address refused the last e-mail: it will not arrive either.</source>
        <translation>Their address refused the last e-mail: it will not arrive either.</translation>
    </message>
    <message>
        <source>Their e-mail address was never verified: it may not arrive.</source>
        <translation>Their e-mail address was never verified: it may not arrive.</translation>
    </message>
    <message>
        <source>They ask for the answer by post: print it and send it.</source>
        <translation>They ask for the answer by post: print it and send it.</translation>
    </message>
    <message>
        <source>No e-mail</source>
        <translation>No e-mail</translation>
    </message>
    <message>
        <source>No e-mail: will not be notified</source>
        <translation>No e-mail: will not be notified</translation>
    </message>
    <message>
        <source>Wants no e-mail</source>
        <translation>Wants no e-mail</translation>
    </message>
    <message>
        <source>E-mails to their address come back</source>
        <translation>E-mails to their address come back</translation>
    </message>
    <message>
        <source>Their address refused the last e-mail</source>
        <translation>Their address refused the last e-mail</translation>
    </message>
    <message>
        <source>E-mail not verified</source>
        <translation>E-mail not verified</translation>
    </message>
    <message>
        <source>E-mail verified</source>
        <translation>E-mail verified</translation>
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
        <translation>Scroll the reply</translation>
    </message>
    <message>
        <source>Write the reply here, or start from the suggested template ({suggested}) or another one ({choose}).</source>
        <translation>Write the reply here, or start from the suggested template ({suggested}) or another one ({choose}).</translation>
    </message>
    <message>
        <source>Write the reply here, or start from a template.</source>
        <translation>Write the reply here, or start from a template.</translation>
    </message>
</context>
<context>
    <name>ReplyFoot</name>
    <message>
        <source>What to do with the reply</source>
        <translation>What to do with the reply</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>Template…</translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Choose a template</translation>
    </message>
    <message>
        <source>Kind of reply</source>
        <translation>Kind of reply</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Holding reply (does not stop the clock)</source>
        <translation>Holding reply (does not stop the clock)</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Versions…</translation>
    </message>
    <message>
        <source>Versions of the draft</source>
        <translation>Versions of the draft</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Delete the draft</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Cancel sending</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>Later…</translation>
    </message>
    <message>
        <source>Publish later</source>
        <translation>Publish later</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publish…</translation>
    </message>
    <message>
        <source>Publish the reply</source>
        <translation>Publish the reply</translation>
    </message>
    <message>
        <source>Publish the holding reply…</source>
        <translation>Publish the holding reply…</translation>
    </message>
    <message>
        <source>Ask for a review…</source>
        <translation>Ask for a review…</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Result of each message</source>
        <translation>Result of each message</translation>
    </message>
    <message>
        <source>Try again those that were refused</source>
        <translation>Try again those that were refused</translation>
    </message>
    <message>
        <source>Close the results</source>
        <translation>Close the results</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on their way…</source>
        <translation>
            <numerusform>%n message on its way…</numerusform>
            <numerusform>%n messages on their way…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) done</source>
        <translation>
            <numerusform>%n message done</numerusform>
            <numerusform>%n messages done</numerusform>
        </translation>
    </message>
    <message>
        <source>{done}, {refused}</source>
        <translation>{done}, {refused}</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: done</source>
        <translation>{name}: done</translation>
    </message>
    <message>
        <source>{name}: refused, {reason}</source>
        <translation>{name}: refused, {reason}</translation>
    </message>
    <message>
        <source>No answer from the portal ({code}). Trying again does nothing twice.</source>
        <translation>No answer from the portal ({code}). Trying again does nothing twice.</translation>
    </message>
</context>
<context>
    <name>ResultsWindow</name>
    <message>
        <source>Result of each message</source>
        <translation>Result of each message</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Undo for these messages</source>
        <translation>Undo for these messages</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Waiting: it leaves by itself, once, when the portal answers</source>
        <translation>Waiting: it leaves by itself, once, when the portal answers</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>On its way</translation>
    </message>
    <message>
        <source>Not possible: {reason}</source>
        <translation>Not possible: {reason}</translation>
    </message>
    <message>
        <source>Not written down: {code}</source>
        <translation>Not written down: {code}</translation>
    </message>
    <message>
        <source>Refused: the message changed before it arrived</source>
        <translation>Refused: the message changed before it arrived</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refused: {reason}</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>Comments of the reviewer</source>
        <translation>Comments of the reviewer</translation>
    </message>
    <message>
        <source>Comments on passages of your reply</source>
        <translation>Comments on passages of your reply</translation>
    </message>
    <message>
        <source>Take the text up again</source>
        <translation>Take the text up again</translation>
    </message>
    <message>
        <source>Take your text up again</source>
        <translation>Take your text up again</translation>
    </message>
    <message>
        <source>{name} sent it back</source>
        <translation>{name} sent it back</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>a supervisor</source>
        <translation>a supervisor</translation>
    </message>
    <message>
        <source>Review by {whom}: waits to be sent; the portal does not know of it yet.</source>
        <translation>Review by {whom}: waits to be sent; the portal does not know of it yet.</translation>
    </message>
    <message>
        <source>Taking the request for a review back: waits to be sent.</source>
        <translation>Taking the request for a review back: waits to be sent.</translation>
    </message>
    <message>
        <source>Sending the reply back: waits to be sent.</source>
        <translation>Sending the reply back: waits to be sent.</translation>
    </message>
    <message>
        <source>Your approval waits to be sent: the reply is not published yet.</source>
        <translation>Your approval waits to be sent: the reply is not published yet.</translation>
    </message>
    <message>
        <source>{name} sent your reply back {moment}</source>
        <translation>{name} sent your reply back {moment}</translation>
    </message>
    <message>
        <source>{name} sent the reply of {author} back {moment}</source>
        <translation>{name} sent the reply of {author} back {moment}</translation>
    </message>
    <message>
        <source>In review: {whom} was asked {moment}</source>
        <translation>In review: {whom} was asked {moment}</translation>
    </message>
    <message>
        <source>Reply of {author} in review: {whom} was asked {moment}</source>
        <translation>Reply of {author} in review: {whom} was asked {moment}</translation>
    </message>
    <message>
        <source>“{passage}”: {comment}</source>
        <translation>“{passage}”: {comment}</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Reply in review</source>
        <translation>Reply in review</translation>
    </message>
    <message>
        <source>Reply sent back</source>
        <translation>Reply sent back</translation>
    </message>
    <message>
        <source>{title}, of {author}</source>
        <translation>{title}, of {author}</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Holding reply</translation>
    </message>
    <message>
        <source>Take the request back</source>
        <translation>Take the request back</translation>
    </message>
    <message>
        <source>Take the request for a review back</source>
        <translation>Take the request for a review back</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Reply to review</source>
        <translation>Reply to review</translation>
    </message>
    <message>
        <source>Text of the reply to review</source>
        <translation>Text of the reply to review</translation>
    </message>
    <message>
        <source>Scroll the reply</source>
        <translation>Scroll the reply</translation>
    </message>
    <message>
        <source>Comments on passages</source>
        <translation>Comments on passages</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Comment…</translation>
    </message>
    <message>
        <source>Comment on the selected passage</source>
        <translation>Comment on the selected passage</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>Amend</translation>
    </message>
    <message>
        <source>Amend the text</source>
        <translation>Amend the text</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>Send the reply back to its author</source>
        <translation>Send the reply back to its author</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Approve…</translation>
    </message>
    <message>
        <source>Approve and publish the reply</source>
        <translation>Approve and publish the reply</translation>
    </message>
    <message>
        <source>Reply of {author}</source>
        <translation>Reply of {author}</translation>
    </message>
    <message>
        <source>The adherent wrote after this reply was finished. Read what they added above.</source>
        <translation>The adherent wrote after this reply was finished. Read what they added above.</translation>
    </message>
    <message>
        <source>The disk is full: what you began here is not saved yet.</source>
        <translation>The disk is full: what you began here is not saved yet.</translation>
    </message>
    <message>
        <source>The disk cannot be written: what you began is not saved yet.</source>
        <translation>The disk cannot be written: what you began is not saved yet.</translation>
    </message>
    <message>
        <source>This PC&apos;s disk refuses: what you began here is not saved yet.</source>
        <translation>This PC&apos;s disk refuses: what you began here is not saved yet.</translation>
    </message>
    <message>
        <source>The author&apos;s text is here again; yours was given up.</source>
        <translation>The author&apos;s text is here again; yours was given up.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>The author&apos;s text again</source>
        <translation>The author&apos;s text again</translation>
    </message>
    <message>
        <source>It leaves as you amend it, in its author&apos;s name.</source>
        <translation>It leaves as you amend it, in its author&apos;s name.</translation>
    </message>
    <message>
        <source>Comments go back with the reply. Delete removes one.</source>
        <translation>Comments go back with the reply. Delete removes one.</translation>
    </message>
    <message>
        <source>Select a passage to comment on it.</source>
        <translation>Select a passage to comment on it.</translation>
    </message>
</context>
<context>
    <name>ReviewWork</name>
    <message>
        <source>Comment on the passage</source>
        <translation>Comment on the passage</translation>
    </message>
    <message>
        <source>“{passage}”</source>
        <translation>“{passage}”</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Your comment</translation>
    </message>
    <message>
        <source>Add the comment</source>
        <translation>Add the comment</translation>
    </message>
    <message>
        <source>Send the reply back?</source>
        <translation>Send the reply back?</translation>
    </message>
    <message numerus="yes">
        <source>{author} reads your words, and your comments beside the passages (%n).</source>
        <translation>
            <numerusform>{author} reads your words, and your comment beside the passage (%n).</numerusform>
            <numerusform>{author} reads your words, and your comments beside the passages (%n).</numerusform>
        </translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>What is to be done</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Send back</translation>
    </message>
</context>
<context>
    <name>ScheduleDialog</name>
    <message>
        <source>Publish later</source>
        <translation>Publish later</translation>
    </message>
    <message>
        <source>First lines of the reply</source>
        <translation>First lines of the reply</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schedule</translation>
    </message>
    <message>
        <source>Schedule the reply</source>
        <translation>Schedule the reply</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>The portal publishes the reply by itself, even when this PC is off. It holds it back, and tells you, when the adherent writes again before, when the exchange changes, or when you are absent.</source>
        <translation>The portal publishes the reply by itself, even when this PC is off. It holds it back, and tells you, when the adherent writes again before, when the exchange changes, or when you are absent.</translation>
    </message>
    <message>
        <source>This moment has passed: choose a later one.</source>
        <translation>This moment has passed: choose a later one.</translation>
    </message>
    <message>
        <source>It will be published {moment} (time of the caisse).</source>
        <translation>It will be published {moment} (time of the caisse).</translation>
    </message>
    <message>
        <source>That is after the deadline ({due}): the answer will count as late.</source>
        <translation>That is after the deadline ({due}): the answer will count as late.</translation>
    </message>
    <message>
        <source>The clock does not stop: an answer is still due {moment}.</source>
        <translation>The clock does not stop: an answer is still due {moment}.</translation>
    </message>
    <message>
        <source>Within the deadline ({due}).</source>
        <translation>Within the deadline ({due}).</translation>
    </message>
</context>
<context>
    <name>ScheduledCard</name>
    <message>
        <source>Reply held</source>
        <translation>Reply held</translation>
    </message>
    <message>
        <source>Scheduled reply</source>
        <translation>Scheduled reply</translation>
    </message>
    <message>
        <source>{title} of {author}, {moment}</source>
        <translation>{title} of {author}, {moment}</translation>
    </message>
    <message>
        <source>Holding reply</source>
        <translation>Holding reply</translation>
    </message>
    <message>
        <source>was to leave {moment}</source>
        <translation>was to leave {moment}</translation>
    </message>
    <message>
        <source>leaves {moment}</source>
        <translation>leaves {moment}</translation>
    </message>
    <message>
        <source>Take the text back, to publish it now</source>
        <translation>Take the text back, to publish it now</translation>
    </message>
    <message>
        <source>Cancel the scheduling</source>
        <translation>Cancel the scheduling</translation>
    </message>
    <message>
        <source>Cancel the scheduling: the text goes back to the reply</source>
        <translation>Cancel the scheduling: the text goes back to the reply</translation>
    </message>
    <message>
        <source>Schedule again…</source>
        <translation>Schedule again…</translation>
    </message>
    <message>
        <source>Its cancelling waits to be sent: until then the portal may publish it.</source>
        <translation>Its cancelling waits to be sent: until then the portal may publish it.</translation>
    </message>
    <message>
        <source>Waiting to be sent: the portal does not know of this scheduling yet.</source>
        <translation>Waiting to be sent: the portal does not know of this scheduling yet.</translation>
    </message>
    <message>
        <source>The portal publishes it by itself at that moment.</source>
        <translation>The portal publishes it by itself at that moment.</translation>
    </message>
    <message>
        <source>Not published: the adherent wrote meanwhile. Read what they added, then publish it now or schedule it again.</source>
        <translation>Not published: the adherent wrote meanwhile. Read what they added, then publish it now or schedule it again.</translation>
    </message>
    <message>
        <source>Not published: its author was absent at that moment. Read the exchange again, then publish it now or schedule it again.</source>
        <translation>Not published: its author was absent at that moment. Read the exchange again, then publish it now or schedule it again.</translation>
    </message>
    <message>
        <source>Not published: its author is in training, so a colleague reads it first. Cancel it, then ask for a review.</source>
        <translation>Not published: its author is in training, so a colleague reads it first. Cancel it, then ask for a review.</translation>
    </message>
    <message>
        <source>Not published: the exchange changed meanwhile. Read it, then publish it now or schedule it again.</source>
        <translation>Not published: the exchange changed meanwhile. Read it, then publish it now or schedule it again.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>There is no field “{name}:”; it is left out.</source>
        <translation>There is no field “{name}:”; it is left out.</translation>
    </message>
    <message>
        <source>The catalogue has nothing like “{value}” for {name}:; it is left out.</source>
        <translation>The catalogue has nothing like “{value}” for {name}:; it is left out.</translation>
    </message>
    <message>
        <source>statut: is followed by ouvert, répondu or clos, not by “{value}”.</source>
        <translation>statut: is followed by ouvert, répondu or clos, not by “{value}”.</translation>
    </message>
    <message>
        <source>relecture: is followed by demandée, renvoyée or à-faire, not by “{value}”.</source>
        <translation>relecture: is followed by demandée, renvoyée or à-faire, not by “{value}”.</translation>
    </message>
    <message>
        <source>“{value}” is not a day: write hier, lundi, 12/11, 12/11/2026 or novembre.</source>
        <translation>“{value}” is not a day: write hier, lundi, 12/11, 12/11/2026 or novembre.</translation>
    </message>
    <message>
        <source>“{value}” is not a time left: write &lt;2h, &gt;1j, &lt;30min or dépassée.</source>
        <translation>“{value}” is not a time left: write &lt;2h, &gt;1j, &lt;30min or dépassée.</translation>
    </message>
    <message>
        <source>Only the first words are searched.</source>
        <translation>Only the first words are searched.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>classified under a motif</source>
        <translation>classified under a motif</translation>
    </message>
    <message>
        <source>classified under a sujet</source>
        <translation>classified under a sujet</translation>
    </message>
    <message>
        <source>classified under a thème</source>
        <translation>classified under a thème</translation>
    </message>
    <message>
        <source>name of the adherent</source>
        <translation>name of the adherent</translation>
    </message>
    <message>
        <source>time left: &lt;2h, &gt;1j, dépassée</source>
        <translation>time left: &lt;2h, &gt;1j, dépassée</translation>
    </message>
    <message>
        <source>ouvert, répondu or clos</source>
        <translation>ouvert, répondu or clos</translation>
    </message>
    <message>
        <source>reply in review: demandée, renvoyée or à-faire</source>
        <translation>reply in review: demandée, renvoyée or à-faire</translation>
    </message>
    <message>
        <source>written before a day: hier, lundi, 12/11</source>
        <translation>written before a day: hier, lundi, 12/11</translation>
    </message>
    <message>
        <source>written from a day on</source>
        <translation>written from a day on</translation>
    </message>
    <message>
        <source>moi, or the name of a colleague</source>
        <translation>moi, or the name of a colleague</translation>
    </message>
    <message>
        <source>reference of the exchange</source>
        <translation>reference of the exchange</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Search: words, “phrase”, -without, de:, motif:, statut:</source>
        <translation>Search: words, “phrase”, -without, de:, motif:, statut:</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Search all messages</translation>
    </message>
    <message>
        <source>Accents do not matter. Ctrl+Space suggests fields and values.</source>
        <translation>Accents do not matter. Ctrl+Space suggests fields and values.</translation>
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
        <translation>Search all messages</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Save this search…</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>Most urgent</source>
        <translation>Most urgent</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Best match</translation>
    </message>
    <message>
        <source>The messages could not be searched. Try again in a moment.</source>
        <translation>The messages could not be searched. Try again in a moment.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Save this search</translation>
    </message>
</context>
<context>
    <name>SearchPlace</name>
    <message>
        <source>Keep the list&apos;s present view</source>
        <translation>Keep the list&apos;s present view</translation>
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
        <translation>Your session has ended. You can go on reading and writing: everything is kept on this PC and leaves when you have signed in again.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Sign in in the browser window that has opened.</source>
        <translation>Sign in in the browser window that has opened.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>You are noted as absent until {moment}: your scheduled replies are held.</source>
        <translation>You are noted as absent until {moment}: your scheduled replies are held.</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>I am back</translation>
    </message>
    <message>
        <source>This PC has no keyring</source>
        <translation>This PC has no keyring</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring is locked</source>
        <translation>This PC&apos;s keyring is locked</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring does not answer</source>
        <translation>This PC&apos;s keyring does not answer</translation>
    </message>
    <message>
        <source>This PC&apos;s keyring cannot be used</source>
        <translation>This PC&apos;s keyring cannot be used</translation>
    </message>
    <message>
        <source>{cause}: your sign-in will not be kept, and you will sign in again at the next start.</source>
        <translation>{cause}: your sign-in will not be kept, and you will sign in again at the next start.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>The portal was restored from a backup, and everything here was read anew. Nothing that this PC sent for you is missing there: you can go on.</source>
        <translation>The portal was restored from a backup, and everything here was read anew. Nothing that this PC sent for you is missing there: you can go on.</translation>
    </message>
    <message numerus="yes">
        <source>The portal was restored from a backup: %n of your text(s) are no longer there. Nothing is lost on this PC: they wait for you in the outbox, and the replies as drafts too. Read each exchange again, then publish again.</source>
        <translation>
            <numerusform>The portal was restored from a backup: 1 of your texts is no longer there. Nothing is lost on this PC: it waits for you in the outbox and, if it is a reply, as a draft too. Read the exchange again, then publish again.</numerusform>
            <numerusform>The portal was restored from a backup: %n of your texts are no longer there. Nothing is lost on this PC: they wait for you in the outbox, and the replies as drafts too. Read each exchange again, then publish again.</numerusform>
        </translation>
    </message>
    <message>
        <source>See the outbox</source>
        <translation>See the outbox</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent text(s) were on this PC alone: they were removed with its copy of the messages, and nobody can bring them back. Tell your supervisor now, so that a colleague answers those adherents.</source>
        <translation>
            <numerusform>1 unsent text was on this PC alone: it was removed with its copy of the messages, and nobody can bring it back. Tell your supervisor now, so that a colleague answers that adherent.</numerusform>
            <numerusform>%n unsent texts were on this PC alone: they were removed with its copy of the messages, and nobody can bring them back. Tell your supervisor now, so that a colleague answers those adherents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettledReviews</name>
    <message>
        <source>A message</source>
        <translation>A message</translation>
    </message>
    <message>
        <source>{reference}: the review of {author}&apos;s reply was settled without you. What you had written is kept on this PC.</source>
        <translation>{reference}: the review of {author}&apos;s reply was settled without you. What you had written is kept on this PC.</translation>
    </message>
    <message>
        <source>See your words</source>
        <translation>See your words</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share out?</source>
        <translation>Share out?</translation>
    </message>
    <message>
        <source>Who gets how many</source>
        <translation>Who gets how many</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) stay where they are: nobody who answers for them is there.</source>
        <translation>
            <numerusform>%n message stays where it is: nobody who answers for it is there.</numerusform>
            <numerusform>%n messages stay where they are: nobody who answers for them is there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Share out %n message(s)</source>
        <translation>
            <numerusform>Share out %n message</numerusform>
            <numerusform>Share out %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Evenly, among those who are there and answer for the motif.</source>
        <translation>Evenly, among those who are there and answer for the motif.</translation>
    </message>
</context>
<context>
    <name>ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>New keys of the selected action</source>
        <translation>New keys of the selected action</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Press the new keys here</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Use these keys</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Usual keys</translation>
    </message>
    <message>
        <source>Usual keys for every action</source>
        <translation>Usual keys for every action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
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
        <translation>Columns</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>no keys</translation>
    </message>
    <message>
        <source>{keys} is “{action}” already.</source>
        <translation>{keys} is “{action}” already.</translation>
    </message>
    <message>
        <source>Alt and AltGr write characters: take Ctrl or a function key.</source>
        <translation>Alt and AltGr write characters: take Ctrl or a function key.</translation>
    </message>
    <message>
        <source>Digits and punctuation move between keyboards: take a letter.</source>
        <translation>Digits and punctuation move between keyboards: take a letter.</translation>
    </message>
    <message>
        <source>These keys belong to the writing of text.</source>
        <translation>These keys belong to the writing of text.</translation>
    </message>
    <message>
        <source>Take a function key, or Ctrl with a letter.</source>
        <translation>Take a function key, or Ctrl with a letter.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign-in</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>Secure messages</source>
        <translation>Secure messages</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Waiting for the browser</translation>
    </message>
    <message>
        <source>Portal: {address}</source>
        <translation>Portal: {address}</translation>
    </message>
    <message>
        <source>Your web browser opens at the portal: you sign in there, with your usual account, and come back here. Desk never sees your password.</source>
        <translation>Your web browser opens at the portal: you sign in there, with your usual account, and come back here. Desk never sees your password.</translation>
    </message>
    <message>
        <source>Sign in in the browser window that has opened. Desk waits for you.</source>
        <translation>Sign in in the browser window that has opened. Desk waits for you.</translation>
    </message>
    <message>
        <source>Your access to the secure messages was taken away at the portal. The copy kept on this PC is removed with its key: messages, drafts, and what was not sent. Ask your supervisor.</source>
        <translation>Your access to the secure messages was taken away at the portal. The copy kept on this PC is removed with its key: messages, drafts, and what was not sent. Ask your supervisor.</translation>
    </message>
    <message>
        <source>This PC&apos;s copy of the messages is erased.</source>
        <translation>This PC&apos;s copy of the messages is erased.</translation>
    </message>
    <message>
        <source>What you had not sent stays here, encrypted: nobody can read it until you sign in again.</source>
        <translation>What you had not sent stays here, encrypted: nobody can read it until you sign in again.</translation>
    </message>
    <message>
        <source>Nothing of your work is left on this PC.</source>
        <translation>Nothing of your work is left on this PC.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>the disk does not answer</translation>
    </message>
    <message>
        <source>This PC&apos;s copy could not be erased: {cause}. It is encrypted, and nobody can read it without signing in as you. Call your support before leaving this PC.</source>
        <translation>This PC&apos;s copy could not be erased: {cause}. It is encrypted, and nobody can read it without signing in as you. Call your support before leaving this PC.</translation>
    </message>
    <message>
        <source>the disk refuses</source>
        <translation>the disk refuses</translation>
    </message>
    <message>
        <source>No web browser could be opened on this PC. Call your support.</source>
        <translation>No web browser could be opened on this PC. Call your support.</translation>
    </message>
    <message>
        <source>The portal refused the sign-in. Try again; if it happens twice, call your supervisor.</source>
        <translation>The portal refused the sign-in. Try again; if it happens twice, call your supervisor.</translation>
    </message>
    <message>
        <source>Nobody signed in within five minutes. Try again when you are ready.</source>
        <translation>Nobody signed in within five minutes. Try again when you are ready.</translation>
    </message>
    <message>
        <source>The portal cannot be reached. Check the network, then try again.</source>
        <translation>The portal cannot be reached. Check the network, then try again.</translation>
    </message>
    <message>
        <source>The portal has a problem for the moment. Try again in a few minutes.</source>
        <translation>The portal has a problem for the moment. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>The address does not lead to the portal. Check it in the settings, or call your support.</source>
        <translation>The address does not lead to the portal. Check it in the settings, or call your support.</translation>
    </message>
    <message>
        <source>This account is not an agent&apos;s. Sign in with your agent account.</source>
        <translation>This account is not an agent&apos;s. Sign in with your agent account.</translation>
    </message>
    <message>
        <source>The sign-in failed ({code}). Try again.</source>
        <translation>The sign-in failed ({code}). Try again.</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>Sign out?</source>
        <translation>Sign out?</translation>
    </message>
    <message>
        <source>Counting what was not sent…</source>
        <translation>Counting what was not sent…</translation>
    </message>
    <message>
        <source>Also erase this PC&apos;s copy of the messages (shared PC)</source>
        <translation>Also erase this PC&apos;s copy of the messages (shared PC)</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Everything that you wrote has been sent: nothing waits on this PC.</source>
        <translation>Everything that you wrote has been sent: nothing waits on this PC.</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) begun</source>
        <translation>
            <numerusform>%n review begun</numerusform>
            <numerusform>%n reviews begun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting to be sent</source>
        <translation>
            <numerusform>%n action waiting to be sent</numerusform>
            <numerusform>%n actions waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused action(s) waiting for you</source>
        <translation>
            <numerusform>%n refused action waiting for you</numerusform>
            <numerusform>%n refused actions waiting for you</numerusform>
        </translation>
    </message>
    <message>
        <source>On this PC: {parts}.</source>
        <translation>On this PC: {parts}.</translation>
    </message>
    <message>
        <source>This session is kept nowhere: what was not sent is lost when you sign out. Send it or copy it first.</source>
        <translation>This session is kept nowhere: what was not sent is lost when you sign out. Send it or copy it first.</translation>
    </message>
    <message>
        <source>They stay on this PC, encrypted, and nobody can read them until you sign in again.</source>
        <translation>They stay on this PC, encrypted, and nobody can read them until you sign in again.</translation>
    </message>
    <message>
        <source>What waits leaves then, not before.</source>
        <translation>What waits leaves then, not before.</translation>
    </message>
    <message>
        <source>Nothing of this session stays on this PC.</source>
        <translation>Nothing of this session stays on this PC.</translation>
    </message>
    <message>
        <source>The messages, notes and history kept on this PC are erased. At your next sign-in they are loaded from the portal again.</source>
        <translation>The messages, notes and history kept on this PC are erased. At your next sign-in they are loaded from the portal again.</translation>
    </message>
    <message>
        <source>The messages stay on this PC, encrypted, for your next sign-in: you can then work at once, even offline.</source>
        <translation>The messages stay on this PC, encrypted, for your next sign-in: you can then work at once, even offline.</translation>
    </message>
</context>
<context>
    <name>SmallBoxes</name>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Desk – secure messages</source>
        <translation>Desk – secure messages</translation>
    </message>
    <message>
        <source>Icons: Lucide (ISC licence). Font: Inter (SIL Open Font License). Windows: Qt (LGPL).</source>
        <translation>Icons: Lucide (ISC licence). Font: Inter (SIL Open Font License). Windows: Qt (LGPL).</translation>
    </message>
    <message>
        <source>A text is not saved</source>
        <translation>A text is not saved</translation>
    </message>
    <message>
        <source>What you wrote could not be saved: this PC&apos;s disk refuses it.</source>
        <translation>What you wrote could not be saved: this PC&apos;s disk refuses it.</translation>
    </message>
    <message>
        <source>Copy your text elsewhere before leaving.</source>
        <translation>Copy your text elsewhere before leaving.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Leave and lose the text</source>
        <translation>Leave and lose the text</translation>
    </message>
</context>
<context>
    <name>SpellingMarks</name>
    <message>
        <source>Spelling of {word}</source>
        <translation>Spelling of {word}</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Looking for suggestions…</translation>
    </message>
    <message>
        <source>&amp;Add to my words</source>
        <translation>&amp;Add to my words</translation>
    </message>
    <message>
        <source>&amp;Ignore for now</source>
        <translation>&amp;Ignore for now</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>No suggestion</translation>
    </message>
</context>
<context>
    <name>SpellingWork</name>
    <message>
        <source>the enchant library is not installed on this PC</source>
        <translation>the enchant library is not installed on this PC</translation>
    </message>
    <message>
        <source>this PC has no French dictionary</source>
        <translation>this PC has no French dictionary</translation>
    </message>
    <message>
        <source>Spelling is not checked: {reason}.</source>
        <translation>Spelling is not checked: {reason}.</translation>
    </message>
    <message>
        <source>I see</source>
        <translation>I see</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Saved and recent searches</source>
        <translation>Saved and recent searches</translation>
    </message>
    <message>
        <source>Enter chooses; Delete removes what was saved. Esc goes back to the list.</source>
        <translation>Enter chooses; Delete removes what was saved. Esc goes back to the list.</translation>
    </message>
    <message>
        <source>Keep the list&apos;s present view…</source>
        <translation>Keep the list&apos;s present view…</translation>
    </message>
    <message>
        <source>Forget recent searches</source>
        <translation>Forget recent searches</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Saved searches</translation>
    </message>
    <message>
        <source>Views of the list</source>
        <translation>Views of the list</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Recent searches</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>{section}: {words}</source>
        <translation>{section}: {words}</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>Queued since {time}: leaves as soon as the portal answers</source>
        <translation>Queued since {time}: leaves as soon as the portal answers</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Unconfirmed: no answer from the portal. The same request goes again at {time}; it can only be published once</source>
        <translation>Unconfirmed: no answer from the portal. The same request goes again at {time}; it can only be published once</translation>
    </message>
    <message>
        <source>Unconfirmed: no answer from the portal. The same request goes again; it can only be published once</source>
        <translation>Unconfirmed: no answer from the portal. The same request goes again; it can only be published once</translation>
    </message>
    <message>
        <source>Published: no. {number} at the portal, {moment}</source>
        <translation>Published: no. {number} at the portal, {moment}</translation>
    </message>
    <message>
        <source>Refused: {reason}</source>
        <translation>Refused: {reason}</translation>
    </message>
    <message>
        <source>Conflict: the exchange changed while you were writing</source>
        <translation>Conflict: the exchange changed while you were writing</translation>
    </message>
    <message>
        <source>Cancelled, kept as a draft</source>
        <translation>Cancelled, kept as a draft</translation>
    </message>
    <message>
        <source>this exchange already has its answer</source>
        <translation>this exchange already has its answer</translation>
    </message>
    <message>
        <source>a colleague holds this exchange</source>
        <translation>a colleague holds this exchange</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>the text is too long</translation>
    </message>
    <message>
        <source>the text is empty</source>
        <translation>the text is empty</translation>
    </message>
    <message>
        <source>the exchange no longer exists at the portal</source>
        <translation>the exchange no longer exists at the portal</translation>
    </message>
    <message>
        <source>nobody holds this exchange any more</source>
        <translation>nobody holds this exchange any more</translation>
    </message>
    <message>
        <source>a reply to this exchange is already scheduled</source>
        <translation>a reply to this exchange is already scheduled</translation>
    </message>
    <message>
        <source>this motif is no longer offered</source>
        <translation>this motif is no longer offered</translation>
    </message>
    <message>
        <source>it cannot be transferred there</source>
        <translation>it cannot be transferred there</translation>
    </message>
    <message>
        <source>too late, the adherent already sees this reply</source>
        <translation>too late, the adherent already sees this reply</translation>
    </message>
    <message>
        <source>you are in training: ask a colleague to review it</source>
        <translation>you are in training: ask a colleague to review it</translation>
    </message>
    <message>
        <source>somebody else is to review this reply</source>
        <translation>somebody else is to review this reply</translation>
    </message>
    <message>
        <source>this colleague cannot be asked any more</source>
        <translation>this colleague cannot be asked any more</translation>
    </message>
    <message>
        <source>a reply to this message is in review</source>
        <translation>a reply to this message is in review</translation>
    </message>
    <message>
        <source>this review was decided by a colleague, or taken back by its author</source>
        <translation>this review was decided by a colleague, or taken back by its author</translation>
    </message>
    <message>
        <source>you are not allowed to answer this exchange</source>
        <translation>you are not allowed to answer this exchange</translation>
    </message>
    <message>
        <source>the portal gave no reason</source>
        <translation>the portal gave no reason</translation>
    </message>
    <message>
        <source>Take charge</source>
        <translation>Take charge</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Give back</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Correct the motif</source>
        <translation>Correct the motif</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>Close without an answer</translation>
    </message>
    <message>
        <source>End a colleague&apos;s hold</source>
        <translation>End a colleague&apos;s hold</translation>
    </message>
    <message>
        <source>Take a reply back</source>
        <translation>Take a reply back</translation>
    </message>
    <message>
        <source>Scheduled reply</source>
        <translation>Scheduled reply</translation>
    </message>
    <message>
        <source>Cancel a scheduled reply</source>
        <translation>Cancel a scheduled reply</translation>
    </message>
    <message>
        <source>Pause the deadline</source>
        <translation>Pause the deadline</translation>
    </message>
    <message>
        <source>Let the deadline run again</source>
        <translation>Let the deadline run again</translation>
    </message>
    <message>
        <source>Ask for a review</source>
        <translation>Ask for a review</translation>
    </message>
    <message>
        <source>Take the request for a review back</source>
        <translation>Take the request for a review back</translation>
    </message>
    <message>
        <source>Send a reply back</source>
        <translation>Send a reply back</translation>
    </message>
    <message>
        <source>Approve a reply</source>
        <translation>Approve a reply</translation>
    </message>
    <message>
        <source>SMS that confirms the message</source>
        <translation>SMS that confirms the message</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Acknowledgement</translation>
    </message>
    <message>
        <source>“Answer available” SMS</source>
        <translation>“Answer available” SMS</translation>
    </message>
    <message>
        <source>“Answer available” notice</source>
        <translation>“Answer available” notice</translation>
    </message>
    <message>
        <source>{what} to {proxy}</source>
        <translation>{what} to {proxy}</translation>
    </message>
    <message>
        <source>{what}: reached the telephone {moment}</source>
        <translation>{what}: reached the telephone {moment}</translation>
    </message>
    <message>
        <source>{what}: did not reach the telephone ({cause})</source>
        <translation>{what}: did not reach the telephone ({cause})</translation>
    </message>
    <message>
        <source>{what}: not delivered ({cause}), came back {moment}</source>
        <translation>{what}: not delivered ({cause}), came back {moment}</translation>
    </message>
    <message>
        <source>{what}: handed to the SMS gateway {moment}</source>
        <translation>{what}: handed to the SMS gateway {moment}</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server {moment}, {cause}</source>
        <translation>{what}: handed to the mail server {moment}, {cause}</translation>
    </message>
    <message>
        <source>{what}: handed to the mail server {moment}</source>
        <translation>{what}: handed to the mail server {moment}</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), no further try</source>
        <translation>{what}: failed ({cause}), no further try</translation>
    </message>
    <message>
        <source>{what}: failed ({cause}), next try {moment}</source>
        <translation>{what}: failed ({cause}), next try {moment}</translation>
    </message>
    <message>
        <source>{what}: to be sent</source>
        <translation>{what}: to be sent</translation>
    </message>
    <message>
        <source>Private person</source>
        <translation>Private person</translation>
    </message>
    <message>
        <source>Farmer</source>
        <translation>Farmer</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Employer</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>Third party</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>no address</translation>
    </message>
    <message>
        <source>invalid address</source>
        <translation>invalid address</translation>
    </message>
    <message>
        <source>mail server unreachable</source>
        <translation>mail server unreachable</translation>
    </message>
    <message>
        <source>the mail server refused the sign-in</source>
        <translation>the mail server refused the sign-in</translation>
    </message>
    <message>
        <source>the mail server&apos;s encryption failed</source>
        <translation>the mail server&apos;s encryption failed</translation>
    </message>
    <message>
        <source>address refused</source>
        <translation>address refused</translation>
    </message>
    <message>
        <source>address refused for now</source>
        <translation>address refused for now</translation>
    </message>
    <message>
        <source>message refused</source>
        <translation>message refused</translation>
    </message>
    <message>
        <source>message refused for now</source>
        <translation>message refused for now</translation>
    </message>
    <message>
        <source>sender refused</source>
        <translation>sender refused</translation>
    </message>
    <message>
        <source>the message could not be written</source>
        <translation>the message could not be written</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>connection lost</translation>
    </message>
    <message>
        <source>delayed on its way</source>
        <translation>delayed on its way</translation>
    </message>
    <message>
        <source>this address does not exist</source>
        <translation>this address does not exist</translation>
    </message>
    <message>
        <source>this mailbox is closed</source>
        <translation>this mailbox is closed</translation>
    </message>
    <message>
        <source>this mailbox is full</source>
        <translation>this mailbox is full</translation>
    </message>
    <message>
        <source>no mail server takes this address</source>
        <translation>no mail server takes this address</translation>
    </message>
    <message>
        <source>refused by a rule of the other mail server</source>
        <translation>refused by a rule of the other mail server</translation>
    </message>
    <message>
        <source>the other mail server never answered in time</source>
        <translation>the other mail server never answered in time</translation>
    </message>
    <message>
        <source>refused by the other mail server</source>
        <translation>refused by the other mail server</translation>
    </message>
    <message>
        <source>the telephone was off or full for a day</source>
        <translation>the telephone was off or full for a day</translation>
    </message>
    <message>
        <source>the telephone network failed</source>
        <translation>the telephone network failed</translation>
    </message>
    <message>
        <source>number refused</source>
        <translation>number refused</translation>
    </message>
    <message>
        <source>refused by the SMS gateway</source>
        <translation>refused by the SMS gateway</translation>
    </message>
    <message>
        <source>SMS gateway unreachable</source>
        <translation>SMS gateway unreachable</translation>
    </message>
    <message>
        <source>the SMS gateway has a fault</source>
        <translation>the SMS gateway has a fault</translation>
    </message>
    <message>
        <source>the SMS gateway is overloaded</source>
        <translation>the SMS gateway is overloaded</translation>
    </message>
    <message>
        <source>the SMS gateway&apos;s answer says nothing</source>
        <translation>the SMS gateway&apos;s answer says nothing</translation>
    </message>
    <message>
        <source>the SMS gateway refused the sign-in</source>
        <translation>the SMS gateway refused the sign-in</translation>
    </message>
    <message>
        <source>no SMS credit left</source>
        <translation>no SMS credit left</translation>
    </message>
    <message>
        <source>too late to be of use</source>
        <translation>too late to be of use</translation>
    </message>
    <message>
        <source>cause unknown</source>
        <translation>cause unknown</translation>
    </message>
    <message>
        <source>the portal was restored from a backup that does not hold it; the text is kept here</source>
        <translation>the portal was restored from a backup that does not hold it; the text is kept here</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Appointments</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) came back</source>
        <translation>
            <numerusform>%n reply came back</numerusform>
            <numerusform>%n replies came back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) waiting</source>
        <translation>
            <numerusform>%n action waiting</numerusform>
            <numerusform>%n actions waiting</numerusform>
        </translation>
    </message>
    <message>
        <source>Outbox empty</source>
        <translation>Outbox empty</translation>
    </message>
    <message>
        <source>Outbox: {words}</source>
        <translation>Outbox: {words}</translation>
    </message>
    <message>
        <source>, data of {time}</source>
        <translation>, data of {time}</translation>
    </message>
    <message numerus="yes">
        <source>First load: %n message(s) received</source>
        <translation>
            <numerusform>First load: %n message received</numerusform>
            <numerusform>First load: %n messages received</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Up to date {age} ago</source>
        <translation>Up to date {age} ago</translation>
    </message>
    <message>
        <source>No network since {time}</source>
        <translation>No network since {time}</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline since {time}</translation>
    </message>
    <message>
        <source>The proxy lets nothing through since {time}</source>
        <translation>The proxy lets nothing through since {time}</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first</source>
        <translation>This network wants you to sign in to it first</translation>
    </message>
    <message>
        <source>The portal cannot prove that it is the portal</source>
        <translation>The portal cannot prove that it is the portal</translation>
    </message>
    <message>
        <source>The portal asks for patience since {time}</source>
        <translation>The portal asks for patience since {time}</translation>
    </message>
    <message>
        <source>Sign-in needed since {time}</source>
        <translation>Sign-in needed since {time}</translation>
    </message>
    <message>
        <source>The portal answers with errors since {time}</source>
        <translation>The portal answers with errors since {time}</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is {by} fast; times shown are the portal&apos;s</source>
        <translation>This PC&apos;s clock is {by} fast; times shown are the portal&apos;s</translation>
    </message>
    <message>
        <source>This PC&apos;s clock is {by} slow; times shown are the portal&apos;s</source>
        <translation>This PC&apos;s clock is {by} slow; times shown are the portal&apos;s</translation>
    </message>
</context>
<context>
    <name>SuggestedTemplate</name>
    <message>
        <source>Template “{title}” inserted. Ctrl+Z takes it out again.</source>
        <translation>Template “{title}” inserted. Ctrl+Z takes it out again.</translation>
    </message>
</context>
<context>
    <name>SupervisionPlace</name>
    <message>
        <source>The portal did not take it ({code}).</source>
        <translation>The portal did not take it ({code}).</translation>
    </message>
    <message>
        <source>The portal does not answer ({code})</source>
        <translation>The portal does not answer ({code})</translation>
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
        <translation>Agents of the caisse</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Presence</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Held</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Note the absence until then</source>
        <translation>Note the absence until then</translation>
    </message>
    <message>
        <source>Back again</source>
        <translation>Back again</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Presence is known to the minute, from the portal&apos;s contact with each PC; agents are told. It serves to share the work out, not to judge anybody.</source>
        <translation>Presence is known to the minute, from the portal&apos;s contact with each PC; agents are told. It serves to share the work out, not to judge anybody.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>all</translation>
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
        <translation>present</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>not signed in</translation>
    </message>
    <message>
        <source>{there} · {count} assigned</source>
        <translation>{there} · {count} assigned</translation>
    </message>
    <message>
        <source>Absent until {moment}</source>
        <translation>Absent until {moment}</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Never signed in</source>
        <translation>Never signed in</translation>
    </message>
    <message>
        <source>Last seen {moment}</source>
        <translation>Last seen {moment}</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Reply templates</source>
        <translation>Reply templates</translation>
    </message>
    <message>
        <source>Search a template</source>
        <translation>Search a template</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Clear the search</translation>
    </message>
    <message>
        <source>Templates, suited ones first</source>
        <translation>Templates, suited ones first</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>Preview of the text</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete this template of mine</source>
        <translation>Delete this template of mine</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Keep my text</translation>
    </message>
    <message>
        <source>Keep my text as a template of mine</source>
        <translation>Keep my text as a template of mine</translation>
    </message>
    <message>
        <source>The selected text, or the whole reply; this adherent&apos;s data are blanked.</source>
        <translation>The selected text, or the whole reply; this adherent&apos;s data are blanked.</translation>
    </message>
    <message>
        <source>Insert in the reply</source>
        <translation>Insert in the reply</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Choice of the template</source>
        <translation>Choice of the template</translation>
    </message>
    <message>
        <source>Values of the template</source>
        <translation>Values of the template</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>No template holds these words.</source>
        <translation>No template holds these words.</translation>
    </message>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
    <message>
        <source>, of which {count} suit this motif</source>
        <translation>, of which {count} suit this motif</translation>
    </message>
    <message>
        <source>{title}, my own</source>
        <translation>{title}, my own</translation>
    </message>
    <message>
        <source>{title}, an earlier reply to this motif</source>
        <translation>{title}, an earlier reply to this motif</translation>
    </message>
    <message>
        <source>{title}, suits this motif</source>
        <translation>{title}, suits this motif</translation>
    </message>
    <message>
        <source>Fewer words, or only how they begin, find more.</source>
        <translation>Fewer words, or only how they begin, find more.</translation>
    </message>
    <message>
        <source>An earlier reply to this motif: names, numbers and dates are blanked.</source>
        <translation>An earlier reply to this motif: names, numbers and dates are blanked.</translation>
    </message>
    <message>
        <source>To be answered before inserting.</source>
        <translation>To be answered before inserting.</translation>
    </message>
    <message>
        <source>Answer first: {fields}</source>
        <translation>Answer first: {fields}</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) missing: marked in the text, and to be filled before publishing.</source>
        <translation>
            <numerusform>%n value missing: marked in the text, and to be filled before publishing.</numerusform>
            <numerusform>%n values missing: marked in the text, and to be filled before publishing.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nothing is missing.</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Values of the template</source>
        <translation>Values of the template</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{count} / {most}</source>
        <translation>{count} / {most}</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>Too long by %n character.</numerusform>
            <numerusform>Too long by %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThrowingAway</name>
    <message>
        <source>The draft was deleted.</source>
        <translation>The draft was deleted.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>en</source>
        <comment>language code of this translation</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>QDateTime format, a time of day</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy &apos;at&apos; HH:mm:ss</source>
        <comment>QDateTime format, an exact instant</comment>
        <translation>d MMMM yyyy &apos;at&apos; HH:mm:ss</translation>
    </message>
    <message>
        <source>dddd d MMMM &apos;at&apos; HH:mm</source>
        <comment>QDateTime format, a day and a time</comment>
        <translation>dddd d MMMM &apos;at&apos; HH:mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>QDateTime format, a date</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>today at {time}</translation>
    </message>
    <message>
        <source>yesterday at {time}</source>
        <translation>yesterday at {time}</translation>
    </message>
    <message>
        <source>tomorrow at {time}</source>
        <translation>tomorrow at {time}</translation>
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
        <translation>{count} d</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer the exchange</source>
        <translation>Transfer the exchange</translation>
    </message>
    <message>
        <source>A team of this caisse</source>
        <translation>A team of this caisse</translation>
    </message>
    <message>
        <source>Another caisse: the exchange leaves yours</source>
        <translation>Another caisse: the exchange leaves yours</translation>
    </message>
    <message>
        <source>Teams and caisses</source>
        <translation>Teams and caisses</translation>
    </message>
    <message>
        <source>Search a team or a caisse</source>
        <translation>Search a team or a caisse</translation>
    </message>
    <message>
        <source>A few letters of the team or the caisse</source>
        <translation>A few letters of the team or the caisse</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>It is with {team} now. The clock goes on: it is still the same message.</source>
        <translation>It is with {team} now. The clock goes on: it is still the same message.</translation>
    </message>
    <message>
        <source>{count} / {most}</source>
        <translation>{count} / {most}</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>Too long by %n character.</numerusform>
            <numerusform>Too long by %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>At least %n character.</numerusform>
            <numerusform>At least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleLine</name>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Go to it</translation>
    </message>
    <message>
        <source>Go to the missing value</source>
        <translation>Go to the missing value</translation>
    </message>
    <message>
        <source>In training: your reply leaves after a colleague has read it.</source>
        <translation>In training: your reply leaves after a colleague has read it.</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %n character(s).</source>
        <translation>
            <numerusform>Too long by %n character.</numerusform>
            <numerusform>Too long by %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to complete before publishing.</source>
        <translation>
            <numerusform>%n value to complete before publishing.</numerusform>
            <numerusform>%n values to complete before publishing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Take the published reply back</source>
        <translation>Take the published reply back</translation>
    </message>
    <message>
        <source>The reply to {name} is published. They do not see it yet.</source>
        <translation>The reply to {name} is published. They do not see it yet.</translation>
    </message>
    <message>
        <source>Undo ({count} s)</source>
        <translation>Undo ({count} s)</translation>
    </message>
    <message>
        <source>The reply to {name} is being taken back…</source>
        <translation>The reply to {name} is being taken back…</translation>
    </message>
</context>
<context>
    <name>Unmasking</name>
    <message>
        <source>Too many in a short time: wait a little.</source>
        <translation>Too many in a short time: wait a little.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Sign in first.</translation>
    </message>
    <message>
        <source>The portal no longer has this exchange.</source>
        <translation>The portal no longer has this exchange.</translation>
    </message>
    <message>
        <source>The portal cannot be asked for the moment.</source>
        <translation>The portal cannot be asked for the moment.</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Versions of the draft</source>
        <translation>Versions of the draft</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Versions, newest first</source>
        <translation>Versions, newest first</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>Text of this version</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Restore this version</source>
        <translation>Restore this version</translation>
    </message>
    <message>
        <source>What you wrote is kept on this PC as you write. Restoring loses nothing: the present text becomes a version too.</source>
        <translation>What you wrote is kept on this PC as you write. Restoring loses nothing: the present text becomes a version too.</translation>
    </message>
    <message>
        <source>Exchange that is no longer here (text of {moment})</source>
        <translation>Exchange that is no longer here (text of {moment})</translation>
    </message>
    <message>
        <source>{age} ago · {hour}</source>
        <translation>{age} ago · {hour}</translation>
    </message>
    <message>
        <source>{moment} · present text</source>
        <translation>{moment} · present text</translation>
    </message>
    <message>
        <source>{moment} · {count} characters</source>
        <translation>{moment} · {count} characters</translation>
    </message>
    <message>
        <source>Nothing has been written on this PC yet.</source>
        <translation>Nothing has been written on this PC yet.</translation>
    </message>
    <message>
        <source>Nothing was written for this exchange before.</source>
        <translation>Nothing was written for this exchange before.</translation>
    </message>
    <message>
        <source>This exchange is no longer with your caisse. Your text is kept: copy it.</source>
        <translation>This exchange is no longer with your caisse. Your text is kept: copy it.</translation>
    </message>
    <message>
        <source>Nothing is being written there now: the whole text comes back.</source>
        <translation>Nothing is being written there now: the whole text comes back.</translation>
    </message>
    <message>
        <source>This is the present text.</source>
        <translation>This is the present text.</translation>
    </message>
    <message>
        <source>Compared with the present text:</source>
        <translation>Compared with the present text:</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) come back (underlined),</source>
        <translation>
            <numerusform>%n word comes back (underlined),</numerusform>
            <numerusform>%n words come back (underlined),</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) go (struck out).</source>
        <translation>
            <numerusform>%n word goes (struck out).</numerusform>
            <numerusform>%n words go (struck out).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>What if</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>Agents to move</source>
        <translation>Agents to move</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>From the team</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>To the team</translation>
    </message>
    <message>
        <source>Open on Saturday</source>
        <translation>Open on Saturday</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Opens at</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Closes at</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>as usual</translation>
    </message>
    <message>
        <source>Agents who come</source>
        <translation>Agents who come</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulate</translation>
    </message>
    <message>
        <source>As things are</source>
        <translation>As things are</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Hours</translation>
    </message>
    <message>
        <source>Open on {day}</source>
        <translation>Open on {day}</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>You are signed in already</source>
        <translation>You are signed in already</translation>
    </message>
    <message>
        <source>Sign in first</source>
        <translation>Sign in first</translation>
    </message>
    <message>
        <source>For supervisors</source>
        <translation>For supervisors</translation>
    </message>
    <message>
        <source>No reply can be taken back any more</source>
        <translation>No reply can be taken back any more</translation>
    </message>
    <message>
        <source>Open a message first</source>
        <translation>Open a message first</translation>
    </message>
    <message>
        <source>No reply was published yet</source>
        <translation>No reply was published yet</translation>
    </message>
    <message>
        <source>The message is answered or closed</source>
        <translation>The message is answered or closed</translation>
    </message>
    <message>
        <source>{name} holds the message</source>
        <translation>{name} holds the message</translation>
    </message>
    <message>
        <source>You hold the message already</source>
        <translation>You hold the message already</translation>
    </message>
    <message>
        <source>You do not hold the message</source>
        <translation>You do not hold the message</translation>
    </message>
    <message>
        <source>For supervisors, when a colleague holds the message</source>
        <translation>For supervisors, when a colleague holds the message</translation>
    </message>
    <message>
        <source>No value is missing in the reply</source>
        <translation>No value is missing in the reply</translation>
    </message>
    <message>
        <source>No reply waits for its moment</source>
        <translation>No reply waits for its moment</translation>
    </message>
    <message>
        <source>In training: ask for a review instead</source>
        <translation>In training: ask for a review instead</translation>
    </message>
    <message>
        <source>No reply of yours is in review</source>
        <translation>No reply of yours is in review</translation>
    </message>
    <message>
        <source>No reply of yours came back, or another text was begun</source>
        <translation>No reply of yours came back, or another text was begun</translation>
    </message>
    <message>
        <source>Select a passage of a colleague&apos;s reply first</source>
        <translation>Select a passage of a colleague&apos;s reply first</translation>
    </message>
    <message>
        <source>No reply waits for your review here</source>
        <translation>No reply waits for your review here</translation>
    </message>
    <message>
        <source>Write a reply first</source>
        <translation>Write a reply first</translation>
    </message>
    <message>
        <source>Fill in the missing values first</source>
        <translation>Fill in the missing values first</translation>
    </message>
    <message>
        <source>Not possible for this message now</source>
        <translation>Not possible for this message now</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Work</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>List and exchange</source>
        <translation>List and exchange</translation>
    </message>
</context>
<context>
    <name>telling</name>
    <message>
        <source>Unexpected error</source>
        <translation>Unexpected error</translation>
    </message>
    <message>
        <source>Something went wrong in desk. Your drafts and your outbox are kept; you can go on working.</source>
        <translation>Something went wrong in desk. Your drafts and your outbox are kept; you can go on working.</translation>
    </message>
    <message>
        <source>If it happens again, give this to your support: {what} (log: {log})</source>
        <translation>If it happens again, give this to your support: {what} (log: {log})</translation>
    </message>
    <message>
        <source>desk cannot start</source>
        <translation>desk cannot start</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: is the disk full or read-only? No draft could be kept.</source>
        <translation>The folder {folder} cannot be written: is the disk full or read-only? No draft could be kept.</translation>
    </message>
</context>
</TS>
