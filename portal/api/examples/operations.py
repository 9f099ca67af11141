"""What each operation is asked, and what it answers."""

from portal.api.examples import appointments, deposits, forecast, reviews, supervision
from portal.api.examples.caisse import CATALOGUE, ME
from portal.api.examples.exchange import (
    ANSWERED,
    DEADLINE,
    DRAFT,
    PAUSE,
    QUESTION,
    REPLY,
    SCHEDULED,
    THREAD,
    Node,
    with_event,
)
from portal.api.examples.templates import TEMPLATES

FEED = "5f0c1b1e-6a0e-4c51-9d5b-0d8f6f0a7c21"


FOR_OPERATIONS: dict[str, Node] = {
    "health": {"status": "ok", "version": "0.1.0"},
    "me": ME,
    "catalogue": CATALOGUE,
    "templates": TEMPLATES,
    "changes": {
        "feed": FEED,
        "me_mark": "8c4f2b1d90ae63f7",
        "cursor": 118,
        "more": False,
        "changes": [
            {
                "seq": 117,
                "thread_id": None,
                "appointment_id": 12,
                "event": "appointment_asked",
                "at": "2026-11-20T15:20:00Z",
            },
            {
                "seq": 118,
                "thread_id": 41,
                "appointment_id": None,
                "event": "claimed",
                "at": "2026-11-20T15:40:00Z",
            },
        ],
        "threads": [THREAD],
        "deleted_thread_ids": [],
        "appointments": [appointments.ASKED],
        "deleted_appointment_ids": [],
    },
    "snapshot": {
        "feed": FEED,
        "cursor": 118,
        "next_after": None,
        "threads": [THREAD],
        "appointments": [appointments.ASKED],
    },
    "thread": THREAD,
    "adherentExchanges": {"threads": [THREAD]},
    "claim": THREAD,
    "release": {**THREAD, "version": 3, "claim": None},
    "publishReply": {"reply": REPLY, "thread": ANSWERED},
    "note": THREAD,
    "reclassify": THREAD,
    "transfer": with_event(
        "transferred",
        "Relève de l’équipe retraite.",
        "competence:sante competence:retraite",
        competence="retraite",
        claim=None,
    ),
    "close": with_event("closed", "Doublon du message précédent.", "", status="closed", claim=None),
    "breakClaim": with_event("claim_broken", "Agent absent.", "agent:3", claim=None),
    "deadline": DEADLINE,
    **deposits.ANSWERS,
    **appointments.ANSWERS,
    "pause": with_event("paused", PAUSE["reason"], "", pause=PAUSE),
    "resume": with_event("resumed", "", "", due_at="2026-11-22T18:20:00Z"),
    "withdrawReply": with_event("reply_withdrawn", "", "message:52", claim=None),
    "scheduleReply": SCHEDULED,
    "unscheduleReply": {**THREAD, "version": 4, "claim": None},
    "askReview": with_event("review_asked", "", "review:91", claim=None, review=reviews.REVIEW),
    "withdrawReview": with_event("review_withdrawn", "", "review:91", claim=None),
    "sendBackReview": with_event(
        "review_sent_back", "", "review:91", claim=None, review=reviews.SENT_BACK
    ),
    "approveReview": {
        **with_event("review_approved", "", "review:91 message:52 agent:3", claim=None),
        "status": "answered",
        "answered_at": REPLY["at"],
        "messages": [QUESTION, REPLY],
    },
    "drafts": {"drafts": [DRAFT]},
    "saveDraft": DRAFT,
    "setAbsence": {**ME, "absent_until": "2026-11-24T07:00:00Z"},
    "unmaskIdentifier": {"identifier": "2630760999000", "key": "61"},
    **supervision.ANSWERS,
    **forecast.ANSWERS,
}


REQUESTS: dict[str, Node] = {
    "publishReply": {
        "kind": "answer",
        "text": REPLY["text"],
        "confirmed_warnings": ["attachment"],
    },
    "note": {"text": "Attestation demandée au service des droits."},
    "reclassify": {"motif": "sante-attestations-droits"},
    "transfer": {
        "competence": "retraite",
        "caisse": None,
        "reason": "Relève de l’équipe retraite.",
    },
    "close": {"reason": "Doublon du message précédent."},
    "breakClaim": {"reason": "Agent absent."},
    "pause": {"reason": PAUSE["reason"]},
    "scheduleReply": {
        "kind": "answer",
        "text": REPLY["text"],
        "publish_at": "2026-11-21T07:30:00Z",
        "confirmed_warnings": ["attachment"],
    },
    **reviews.REQUESTS,
    **appointments.REQUESTS,
    "saveDraft": {"text": DRAFT["text"], "device": DRAFT["device"]},
    "setAbsence": {"until": "2026-11-24T07:00:00Z"},
    **supervision.REQUESTS,
    **forecast.REQUESTS,
}
