"""The demonstration as `resources/demo/messages.yaml` states it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from portal.messaging.models import MessageKind

KINDS = {
    "demande": MessageKind.REQUEST,
    "information": MessageKind.INFORMATION,
    "piece": MessageKind.DOCUMENT,
}


@dataclass(frozen=True)
class DemoAgent:
    login: str
    caisse: str
    role: str
    first_name: str
    last_name: str
    job_title: str
    competences: tuple[str, ...]
    in_training: bool


@dataclass(frozen=True)
class DemoSender:
    """An adherent. One of `nir` and `siret` is given; `email` may be empty."""

    civility: str
    first_name: str
    family_name: str
    nir: str
    siret: str
    company_name: str
    email: str

    @property
    def identifier(self) -> str:
        """What the account is named after."""
        return self.nir or self.siret


@dataclass(frozen=True)
class DemoReply:
    """A reply, so long after the message; `login` of its agent, if of the message's caisse."""

    after: timedelta
    login: str
    text: str


@dataclass(frozen=True)
class DemoMessage:
    """A message sent `age` ago, with an answer or a holding reply, or taken by somebody."""

    id: str
    caisse: str
    profile: str
    motif: str
    kind: MessageKind
    origin: str
    age: timedelta
    sender: DemoSender
    text: str
    answer: DemoReply | None
    holding: DemoReply | None
    claimed_by: str


@dataclass(frozen=True)
class DemoDocument:
    agents: tuple[DemoAgent, ...]
    messages: tuple[DemoMessage, ...]


def read_demo(path: Path) -> DemoDocument:
    """Read the demonstration's file, which comes with the program and is tested with it."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    messages = {raw["id"]: _message(raw, raw, raw["expediteur"]) for raw in content["messages"]}
    past = [
        _message(raw, of, of["expediteur"])
        for raw in content["messages_passes"]
        for of in _named(content["messages"], raw["de"])
    ]
    return DemoDocument(
        agents=tuple(map(_agent, content["agents"])),
        # Oldest first: the feed then tells them in the order in which they came.
        messages=tuple(sorted([*past, *messages.values()], key=lambda message: -message.age)),
    )


def _named(messages: list[dict[str, Any]], wanted: str) -> Iterable[dict[str, Any]]:
    return (raw for raw in messages if raw["id"] == wanted)


def _agent(raw: dict[str, Any]) -> DemoAgent:
    return DemoAgent(
        login=raw["login"],
        caisse=raw["caisse"],
        role=raw["role"],
        first_name=raw["prenom"],
        last_name=raw["nom"],
        job_title=raw["qualite"],
        competences=tuple(raw["competences"]),
        in_training=raw.get("en_formation", False),
    )


def _message(raw: dict[str, Any], of: dict[str, Any], person: dict[str, Any]) -> DemoMessage:
    return DemoMessage(
        id=raw["id"],
        caisse=of["caisse"],
        profile=of["profil"],
        motif=raw["motif"],
        kind=KINDS[raw["nature"]],
        origin=raw.get("origine", ""),
        age=timedelta(hours=raw["age_heures"]),
        sender=DemoSender(
            civility=person["civilite"],
            first_name=person["prenom"],
            family_name=person["nom"],
            nir=person.get("nir", ""),
            siret=person.get("siret", ""),
            company_name=person.get("raison_sociale", ""),
            email=person.get("email", ""),
        ),
        text=raw["texte"],
        answer=_reply(raw.get("reponse")),
        holding=_reply(raw.get("reponse_d_attente")),
        claimed_by=raw.get("pris_par", ""),
    )


def _reply(raw: dict[str, Any] | None) -> DemoReply | None:
    if raw is None:
        return None
    return DemoReply(
        after=timedelta(hours=raw["apres_heures"]), login=raw["par"], text=raw["texte"]
    )
