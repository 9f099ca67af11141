"""What the checks need to know of the exchange, and nothing more."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec

from desk import wire
from desk.models.snapshots import Proxy, ThreadView

MSA_DOMAIN = "msa.fr"


class Person(msgspec.Struct, frozen=True):
    """Another adherent, as the store names them."""

    first_name: str
    family_name: str


class Surroundings(msgspec.Struct, frozen=True):
    """The exchange in which a reply is written."""

    civility: str
    """« Madame », « Monsieur », or empty when it is unknown or an enterprise's."""
    addressed_name: str
    """The name to write to."""
    own_names: str
    """Every name that may stand in the reply: the adherent's, the agents'."""
    own_words: str
    """What the adherent wrote in this exchange."""
    caisse_words: str
    """The caisse's names, addresses and numbers."""
    caisse_domains: tuple[str, ...]
    """Domains whose addresses are the organisation's."""
    subject: str
    """Theme, sujet and motif, as the adherent chose them."""
    others: tuple[Person, ...]
    """Other adherents who might be named by mistake."""
    proxy: Proxy | None = None
    """Who wrote last in the adherent's name: either of the two may be greeted."""


def surroundings_of(
    thread: ThreadView, me: wire.Me | None, others: Iterable[Person]
) -> Surroundings:
    """What the exchange tells. `me` None: nobody is known, and no number is the caisse's."""
    names = [thread.adherent_name, thread.addressed_name, thread.claim_name or ""]
    names += [each.author_name or "" for each in thread.messages]
    names += [each.proxy.name for each in thread.messages if each.proxy is not None]
    caisse, domains = "", [MSA_DOMAIN]
    if me is not None:
        names += [me.first_name, me.last_name, me.display_name]
        info = me.caisse
        caisse = "\n".join(
            (info.name, info.address, info.phone, info.medical_service_address,
             info.assistance_phone, info.assistance_hours)
        )  # fmt: skip
        host = urlsplit(me.private_space_url).hostname or ""
        domains.append(".".join(host.split(".")[-2:]))
    return Surroundings(
        civility=thread.civility,
        addressed_name=thread.addressed_name,
        own_names="\n".join(filter(None, names)),
        own_words="\n".join(each.text for each in thread.messages if each.direction == "in"),
        caisse_words="\n".join((caisse, thread.competence_label)),
        caisse_domains=tuple(each for each in domains if "." in each),
        subject="\n".join((thread.theme_label, thread.sujet_label, thread.motif_label)),
        others=tuple(others),
        proxy=thread.proxy,
    )
