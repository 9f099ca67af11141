"""Each problem the portal may answer with."""

from typing import Any

from portal.api.examples import appointments, reviews
from portal.api.examples.exchange import ANSWERED, DRAFT, SCHEDULED, THREAD, Node
from portal.api.problems import Problem


def _problem(problem: Problem, title: str, detail: str, **members: Any) -> Node:
    return {
        "type": problem.type,
        "title": title,
        "status": problem.status,
        "detail": detail,
        **members,
    }


FOR_PROBLEMS: dict[Problem, Node] = {
    Problem.MALFORMED_REQUEST: _problem(
        Problem.MALFORMED_REQUEST,
        "Requête illisible",
        "Le corps de la requête n’est pas du JSON valide en UTF-8.",
    ),
    Problem.MALFORMED_IF_MATCH: _problem(
        Problem.MALFORMED_IF_MATCH,
        "En-tête If-Match illisible",
        "If-Match doit contenir la dernière version vue, entre guillemets, "
        "telle que l’ETag l’a donnée.",
    ),
    Problem.MALFORMED_IDEMPOTENCY_KEY: _problem(
        Problem.MALFORMED_IDEMPOTENCY_KEY,
        "En-tête Idempotency-Key absent ou illisible",
        "Idempotency-Key doit contenir un UUID créé pour cette réponse ou cette action.",
    ),
    Problem.NOT_SIGNED_IN: _problem(
        Problem.NOT_SIGNED_IN,
        "Connexion nécessaire",
        "Votre session est terminée ou n’est pas valable. Reconnectez-vous.",
    ),
    Problem.AGENT_REVOKED: _problem(
        Problem.AGENT_REVOKED,
        "Accès retiré",
        "Ce compte ne donne plus accès aux messages d’une caisse.",
    ),
    Problem.NOT_AN_AGENT: _problem(
        Problem.NOT_AN_AGENT,
        "Réservé aux agents",
        "Ce compte n’est pas celui d’un agent d’une caisse.",
    ),
    Problem.ROLE_NOT_ALLOWED: _problem(
        Problem.ROLE_NOT_ALLOWED,
        "Non permis à votre rôle",
        "Votre rôle ne permet pas cette action.",
    ),
    Problem.NOT_FOUND: _problem(
        Problem.NOT_FOUND, "Introuvable", "Il n’y a rien pour vous à cette adresse."
    ),
    Problem.CLAIMED_BY_ANOTHER: _problem(
        Problem.CLAIMED_BY_ANOTHER,
        "Pris en charge par un collègue",
        "Claire Exemple répond à ce message.",
        current=THREAD,
    ),
    Problem.ALREADY_ANSWERED: _problem(
        Problem.ALREADY_ANSWERED,
        "Déjà répondu",
        "Ce message n’attend plus de réponse.",
        current=ANSWERED,
    ),
    Problem.TOO_LATE: _problem(
        Problem.TOO_LATE,
        "Trop tard pour annuler",
        "Cette réponse ne peut plus être annulée : l’adhérent a pu la voir.",
        current=ANSWERED,
    ),
    Problem.NOT_CLAIMED: _problem(
        Problem.NOT_CLAIMED,
        "Personne ne répond",
        "Personne ne répond à ce message : il n’y a pas de prise en charge à lever.",
        current=THREAD,
    ),
    Problem.REVIEW_NEEDED: _problem(
        Problem.REVIEW_NEEDED,
        "Relecture nécessaire",
        "Vous êtes en formation : demandez à un collègue ou à un superviseur de relire cette "
        "réponse.",
    ),
    Problem.NOT_REVIEWER: _problem(
        Problem.NOT_REVIEWER,
        "Relecture confiée à quelqu’un d’autre",
        "Cette réponse est la vôtre, ou sa relecture a été demandée à quelqu’un d’autre.",
    ),
    Problem.ALREADY_IN_REVIEW: _problem(
        Problem.ALREADY_IN_REVIEW,
        "Déjà en relecture",
        "Une réponse à ce message attend d’être relue par un collègue.",
        current={**THREAD, "review": reviews.REVIEW},
    ),
    Problem.REVIEW_SETTLED: _problem(
        Problem.REVIEW_SETTLED,
        "Relecture déjà close",
        "Un collègue a déjà décidé de cette relecture, ou son auteur l’a retirée.",
        current=ANSWERED,
    ),
    Problem.UNKNOWN_REVIEWER: _problem(
        Problem.UNKNOWN_REVIEWER,
        "Personne pour relire",
        "Aucun collègue en poste de votre caisse ne correspond, ou il est en formation.",
    ),
    Problem.ALREADY_PAUSED: _problem(
        Problem.ALREADY_PAUSED,
        "Déjà en pause",
        "Le délai de ce message est déjà suspendu.",
        current=THREAD,
    ),
    Problem.NOT_PAUSED: _problem(
        Problem.NOT_PAUSED,
        "Pas en pause",
        "Le délai de ce message court.",
        current=THREAD,
    ),
    Problem.ALREADY_SCHEDULED: _problem(
        Problem.ALREADY_SCHEDULED,
        "Réponse déjà programmée",
        "Une réponse est déjà programmée pour ce message.",
        current=SCHEDULED,
    ),
    Problem.APPOINTMENT_SETTLED: _problem(
        Problem.APPOINTMENT_SETTLED,
        "Demande déjà close",
        "Cette demande de rendez-vous a été refusée, ou retirée par l’adhérent.",
        current_appointment={**appointments.ASKED, "version": 2, "state": "withdrawn"},
    ),
    Problem.STALE_APPOINTMENT: _problem(
        Problem.STALE_APPOINTMENT,
        "La demande a changé",
        "Cette demande de rendez-vous a changé depuis que vous l’avez vue. Rien n’a été écrit.",
        current_appointment=appointments.CONFIRMED,
    ),
    Problem.HALF_DAY_NOT_OPEN: _problem(
        Problem.HALF_DAY_NOT_OPEN,
        "Fermé à ce moment",
        "Le lieu est fermé cette demi-journée, elle est passée ou trop lointaine, ou l’heure n’en "
        "fait pas partie.",
    ),
    Problem.CURSOR_EXPIRED: _problem(
        Problem.CURSOR_EXPIRED,
        "Changements qui ne sont plus conservés",
        "Les changements depuis ce point ne sont plus conservés. Recommencez par un état complet.",
    ),
    Problem.STALE_VERSION: _problem(
        Problem.STALE_VERSION,
        "Le message a changé",
        "Ce message a changé depuis que vous l’avez vu. Rien n’a été écrit.",
        current=ANSWERED,
    ),
    Problem.STALE_DRAFT: _problem(
        Problem.STALE_DRAFT,
        "Le brouillon a changé",
        "Ce brouillon a été modifié sur un autre poste. Rien n’a été écrit.",
        current_draft=DRAFT,
    ),
    Problem.BODY_TOO_LARGE: _problem(
        Problem.BODY_TOO_LARGE,
        "Requête trop volumineuse",
        "La requête dépasse ce que le portail accepte.",
    ),
    Problem.UNSUPPORTED_MEDIA_TYPE: _problem(
        Problem.UNSUPPORTED_MEDIA_TYPE,
        "Format non pris en charge",
        "Le corps de la requête doit être de type application/json.",
    ),
    Problem.INVALID_PARAMETERS: _problem(
        Problem.INVALID_PARAMETERS,
        "Valeurs refusées",
        "Des valeurs de la requête manquent ou sont hors limites.",
        errors=[{"where": "query.limit", "message": "Input should be less than or equal to 5000"}],
    ),
    Problem.TEXT_TOO_SHORT: _problem(
        Problem.TEXT_TOO_SHORT,
        "Texte trop court",
        "Le texte compte 0 caractères ; il en faut au moins 1.",
    ),
    Problem.TEXT_TOO_LONG: _problem(
        Problem.TEXT_TOO_LONG,
        "Texte trop long",
        "Le texte compte 5012 caractères ; 5000 au plus sont permis.",
    ),
    Problem.KEY_REUSED: _problem(
        Problem.KEY_REUSED,
        "Clé déjà utilisée",
        "Cette Idempotency-Key a déjà servi pour une autre réponse ou action.",
    ),
    Problem.MOTIF_NOT_OFFERED: _problem(
        Problem.MOTIF_NOT_OFFERED,
        "Motif indisponible",
        "Ce motif n’est pas en vigueur, ou c’est déjà celui du message.",
    ),
    Problem.UNKNOWN_DESTINATION: _problem(
        Problem.UNKNOWN_DESTINATION,
        "Destination inconnue",
        "Cette équipe ou cette caisse n’existe pas, ou le message y est déjà.",
    ),
    Problem.PRECONDITION_REQUIRED: _problem(
        Problem.PRECONDITION_REQUIRED,
        "Dernière version vue absente",
        "L’en-tête If-Match avec la dernière version vue est obligatoire.",
    ),
    Problem.TOO_MANY_REQUESTS: _problem(
        Problem.TOO_MANY_REQUESTS,
        "Trop de requêtes",
        "Trop de requêtes en peu de temps. Réessayez plus tard.",
    ),
    Problem.INTERNAL_ERROR: _problem(
        Problem.INTERNAL_ERROR,
        "Erreur interne",
        "Le portail a rencontré une erreur inattendue. Réessayez plus tard.",
    ),
    Problem.UNAVAILABLE: _problem(
        Problem.UNAVAILABLE,
        "Portail indisponible",
        "Le portail ne peut pas répondre pour le moment. Réessayez dans quelques secondes.",
    ),
}
