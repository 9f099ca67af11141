"""The labelled set of the leak guard: 300 invented replies, each with what ought to be warned of.

    .venv/bin/python -m benchmarks.guard_set      # writes tests/data/guard_replies.jsonl again

Made from a seed, so that anybody gets the same file:

- the 50 of `tests/data/guard_handwritten.txt`, written by hand;
- 250 from the 25 templates and 40 messages of `resources`: a template filled with varied values for
  a message, then up to two sentences that ought to be warned of and up to three that look like it
  and ought not (`LEAKS`, `DECOYS`), each put at a random place.

Beside them, `tests/data/guard_held_out.txt`: 60 replies by somebody who had not read the guard's
rules. They are no part of the 300 and no template made them.

What is right is known because it was put there, never because the guard found it: numbers and their
keys are computed here, apart from the guard's own code. One reply in five has no leak at all.
"""

# ruff: noqa: E501 - a sentence is read on one line

import json
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from desk import wire
from desk.instants import to_ms
from desk.models.snapshots import MessageView, ThreadView
from desk.services.guard.surroundings import Person
from desk.services.template_fields import FieldType, FieldValue, TemplateField
from desk.services.templates import OnlineService, ReplyTemplates
from tests.support.me import ME
from tests.support.views import a_thread_view

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
HANDWRITTEN = ROOT / "tests" / "data" / "guard_handwritten.txt"
HELD_OUT = ROOT / "tests" / "data" / "guard_held_out.txt"
SET = ROOT / "tests" / "data" / "guard_replies.jsonl"
SEED = 2017
GENERATED = 250
NOW = datetime(2017, 5, 5, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
MARK = re.compile(r"\[\[(\w+)\|([^\]]+)\]\]")


@dataclass(frozen=True)
class Labelled:
    """One reply; `expected` are (kind, first character, end)."""

    message: str
    others: tuple[str, ...]
    text: str
    expected: tuple[tuple[str, int, int], ...]


class World:
    """The demonstration's messages as exchanges."""

    def __init__(self) -> None:
        document = _yaml("demo/messages.yaml")
        self.messages = {each["id"]: each for each in document["messages"]}
        catalogue = _yaml("catalogue/catalogue.yaml")
        self.services: dict[str, OnlineService] = {
            each["code"]: OnlineService(each["code"], each["libelle"], each["lien"])
            for each in catalogue["services_en_ligne"]
        }
        self._paths = {
            motif["code"]: (theme["libelle"], sujet["libelle"], motif["libelle"])
            for theme in catalogue["themes"]
            for sujet in theme["sujets"]
            for motif in sujet["motifs"]
        }
        self.templates = ReplyTemplates(RESOURCES / "templates" / "replies.yaml")

    def thread(self, message_id: str) -> ThreadView:
        """The exchange that an agent would answer."""
        message = self.messages[message_id]
        sender = message["expediteur"]
        theme, sujet, motif = self._paths[message["motif"]]
        family, first = sender["nom"], sender["prenom"]
        company = sender.get("raison_sociale")
        question = MessageView(1, "in", "question", None, message["texte"], 0)
        return a_thread_view(
            civility="" if company and message["profil"] == "entreprise" else sender["civilite"],
            adherent_name=f"{family.upper()} {first}",
            addressed_name=family,
            profile=message["profil"],
            theme_label=theme,
            sujet_label=sujet,
            motif=message["motif"],
            motif_label=motif,
            online_service=None,
            messages=(question,),
        )

    def others(self, message_id: str) -> tuple[Person, ...]:
        """Every other sender: their exchanges are open too."""
        return tuple(
            Person(each["expediteur"]["prenom"], each["expediteur"]["nom"])
            for code, each in self.messages.items()
            if code != message_id
        )


def read_set() -> list[Labelled]:
    """The committed set."""
    lines = SET.read_text(encoding="utf-8").splitlines()
    return [
        Labelled(
            message=raw["message"],
            others=tuple(raw["others"]),
            text=raw["text"],
            expected=tuple((kind, start, end) for kind, start, end in raw["expected"]),
        )
        for raw in map(json.loads, lines)
    ]


def unmarked(source: str) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    """A text without its [[kind|words]] marks, and the places of those words."""
    text, expected, at = "", [], 0
    for match in MARK.finditer(source):
        text += source[at : match.start()]
        expected.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return text + source[at:], tuple(expected)


def _yaml(name: str) -> Any:
    return yaml.load((RESOURCES / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


# Invented numbers ----------------------------------------------------------------------------------


def a_nir(dice: random.Random) -> str:
    """Thirteen characters with the order number 000, and the key."""
    department = dice.choice([f"{dice.randint(1, 95):02}", "2A", "2B", "97", "99"])
    department = "60" if department == "20" else department
    first = f"{dice.choice('12')}{dice.randint(30, 99)}{dice.randint(1, 12):02}{department}"
    thirteen = f"{first}{dice.randint(1, 899):03}000"
    number = int(thirteen.replace("2A", "19").replace("2B", "18"))
    return f"{thirteen}{97 - number % 97:02}"


def written_nir(nir: str, dice: random.Random) -> str:
    """As somebody may write it."""
    parts = (nir[0], nir[1:3], nir[3:5], nir[5:7], nir[7:10], nir[10:13], nir[13:])
    ways: tuple[Callable[[], str], ...] = (
        lambda: nir,
        lambda: nir[:13],
        lambda: " ".join(parts),
        lambda: " ".join(parts[:6]),
        lambda: ".".join(parts),
        lambda: "-".join(parts),
        lambda: "\u00a0".join(parts),
        lambda: "\u202f".join(parts),
        lambda: f"{nir[:13]} {nir[13:]}",
        lambda: f"{nir[:13]} clé {nir[13:]}",
        lambda: nir.lower(),
    )
    return dice.choice(ways)()


def wrong_nir(dice: random.Random) -> str:
    """Fifteen digits in a row whose key is false: a file number, say."""
    nir = a_nir(dice)
    return nir[:13].replace("A", "1").replace("B", "2") + "00"


def an_iban(dice: random.Random) -> str:
    """An account of no bank, with a right checksum."""
    country, digits = dice.choice(
        [("FR", 23), ("FR", 23), ("FR", 23), ("DE", 18), ("BE", 12), ("ES", 20), ("LU", 16),
         ("PT", 21), ("NL", 0), ("GB", 0)]
    )  # fmt: skip
    account = "".join(dice.choice("0123456789") for _ in range(digits))
    if country == "NL":
        account = "FICT" + "".join(dice.choice("0123456789") for _ in range(10))
    if country == "GB":
        account = "FICT" + "".join(dice.choice("0123456789") for _ in range(14))
    turned = "".join(str(int(each, 36)) for each in f"{account}{country}00")
    return f"{country}{98 - int(turned) % 97:02}{account}"


def written_iban(iban: str, dice: random.Random) -> str:
    """In one piece, by fours, with other spaces, in lower case."""
    fours = [iban[at : at + 4] for at in range(0, len(iban), 4)]
    return dice.choice(
        [iban, " ".join(fours), "\u00a0".join(fours), "-".join(fours), " ".join(fours).lower()]
    )


def wrong_iban(dice: random.Random) -> str:
    iban = an_iban(dice)
    return f"{iban[:2]}{(int(iban[2:4]) + 7) % 90 + 10}{iban[4:]}"


def a_phone(dice: random.Random) -> str:
    pairs = [f"{dice.randint(0, 99):02}" for _ in range(4)]
    head = dice.choice("1234567")
    return dice.choice(
        [f"0{head} {' '.join(pairs)}", f"0{head}{''.join(pairs)}", f"0{head}.{'.'.join(pairs)}",
         f"+33 {head} {' '.join(pairs)}", f"+33{head}{''.join(pairs)}",
         f"0{head}-{'-'.join(pairs)}", f"0{head}\u00a0" + "\u00a0".join(pairs)]
    )  # fmt: skip


# Sentences -----------------------------------------------------------------------------------------


def _leak(dice: random.Random, others: tuple[Person, ...]) -> str:
    """One sentence that ought to be warned of."""
    nir, iban = written_nir(a_nir(dice), dice), written_iban(an_iban(dice), dice)
    other = dice.choice(others)
    marked_name = dice.choice(
        [f"Madame [[other_name|{other.family_name}]]", f"M. [[other_name|{other.family_name}]]",
         f"[[other_name|{other.first_name} {other.family_name}]]",
         f"[[other_name|{other.family_name.upper()} {other.first_name}]]"]
    )  # fmt: skip
    return dice.choice(
        [
            f"Votre numéro de sécurité sociale, [[nir|{nir}]], est bien rattaché à ce dossier.",
            f"Le dossier a été créé sous le n° [[nir|{nir}]] en mars.",
            f"NIR : [[nir|{nir}]]",
            f"Nous avons retrouvé deux numéros : [[nir|{nir}]] et [[nir|{written_nir(a_nir(dice), dice)}]].",
            f"Le virement est parti sur le compte [[iban|{iban}]].",
            f"IBAN enregistré : [[iban|{iban}]]",
            f"Merci de régler sur notre compte {dice.choice(['', 'n° '])}[[iban|{iban}]] avant la fin du mois.",
            f"Vous pouvez joindre la personne qui suit ce dossier au [[contact|{a_phone(dice)}]].",
            f"Le numéro indiqué par l'employeur est le [[contact|{a_phone(dice)}]] (le matin).",
            f"Écrivez à [[contact|{dice.choice(['lucie.d', 'contact', 'm-p.r_75'])}@{dice.choice(['courriel-exemple.test', 'cabinet.exemple.org', 'exemple.fr'])}]] pour la suite.",
            f"Une somme versée à {marked_name} vous a été réclamée à tort.",
            f"Ce courrier était destiné à {marked_name}, veuillez ne pas en tenir compte.",
            f"La prise en charge liée à votre [[health|{dice.choice(['cancer', 'diabète', 'dépression', 'épilepsie', 'fibromyalgie', 'sclérose', 'tumeur', 'hépatite'])}]] est renouvelée.",
            f"Compte tenu du [[health|{dice.choice(['diagnostic', 'burn-out', 'syndrome dépressif'])}]] transmis, le dossier avance.".replace("[[health|syndrome dépressif]]", "syndrome [[health|dépressif]]"),
            f"Vous trouverez [[attachment|{dice.choice(['ci-joint', 'en pièce jointe', 'ci-inclus', 'en annexe'])}]] le document attendu.",
            "Je vous envoie l'attestation [[attachment|en PJ]].",
            "[[attachment|Ci-joint]] votre relevé.",
            "Le formulaire [[attachment|ci-joint]] est à compléter et à nous retourner.",
        ]
    )  # fmt: skip


def _decoy(dice: random.Random) -> str:
    """One sentence that looks like it and ought not to be warned of."""
    return dice.choice(
        [
            f"Numéro de dossier : {wrong_nir(dice)}.",
            f"Le SIRET de l'établissement est le 000 {dice.randint(100, 999)} {dice.randint(100, 999)} 000{dice.randint(10, 99)}.",
            f"Le compte {wrong_iban(dice)} que vous nous aviez indiqué est refusé par la banque.",
            "Notre plateforme vous répond au 03 00 00 00 00.",
            "L'assistance internet est au 03 20 900 500.",
            "Vous pouvez appeler le 3646 ou le 0 800 00 00 00 (appel gratuit).",
            "Le service écrit depuis l'adresse ne-pas-repondre@picardie.msa.fr.",
            "Merci de nous transmettre votre bail en pièce jointe, depuis « Envoyer un document ».",
            "Les pièces jointes à votre message ont bien été reçues.",
            "Veuillez joindre la copie de votre livret de famille.",
            "Petit rappel : la déclaration se fait chaque trimestre.",
            "Martin, notre collègue de la comptabilité, confirme le calcul.",
            "L'agence se trouve rue Henri Martin, à Beauvais.",
            "Votre assurance maladie complémentaire n'est pas concernée.",
            "Le dépistage organisé du cancer du sein est gratuit à partir de 50 ans.",
            "Les frais d'hospitalisation et les soins dentaires sont remboursés sous dix jours.",
            f"La référence du paiement est {dice.randint(10**9, 10**10 - 1)}-{dice.randint(10, 99)}.",
            f"Le montant de {dice.randint(1, 9)} {dice.randint(100, 999)},{dice.randint(10, 99)} € sera versé le {dice.randint(1, 28):02}/06/2017.",
            f"Total : {dice.randint(1, 9)} {dice.randint(100, 999)} {dice.randint(100, 999)},00 € pour 2016, 2017 et 2018.",
            f"Parcelles ZB {dice.randint(10, 99)}, ZC {dice.randint(10, 99)} et 0A {dice.randint(100, 999)}, {dice.randint(1, 9)} ha {dice.randint(10, 99)} a.",
            "Votre collègue Camille Exemple vous rappellera si besoin.",
            "Il est joint à votre dossier et n'appelle pas de réponse.",
            "Madame, Monsieur les élus de la commune recevront le même avis.",
            "Le traitement de votre demande prend huit jours ; aucun scanner n'est nécessaire, une photo suffit.",
        ]
    )  # fmt: skip


_TEXTS = (
    "le dossier est complet", "une vérification est en cours", "votre demande du mois dernier",
    "l'allocation de rentrée scolaire", "janvier à mars 2017", "la prime d'activité",
    "le recalcul tient compte de vos nouveaux revenus", "envoyez le bail signé",
    "un conseiller de la caisse", "le bulletin de salaire d'avril", "la MDPH de votre département",
)  # fmt: skip


def _value(field: TemplateField, world: World, dice: random.Random) -> FieldValue:
    match field.type:
        case FieldType.TEXT:
            return dice.choice(_TEXTS)
        case FieldType.LIST:
            return tuple(dice.sample(_TEXTS, dice.randint(1, 3)))
        case FieldType.DATE:
            return date(2017, dice.randint(1, 12), dice.randint(1, 28))
        case FieldType.BOOLEAN:
            return dice.random() < 0.5
        case FieldType.INTEGER:
            return dice.randint(1, 60)
        case FieldType.AMOUNT:
            return Decimal(dice.randint(100, 999_999)) / 100
        case FieldType.CHOICE:
            return dice.choice(field.choices)
        case FieldType.SERVICE:
            return dice.choice(sorted(world.services))


def _wrong_opening(
    text: str, thread: ThreadView, others: tuple[Person, ...], dice: random.Random
) -> str:
    """The first line with another civility or another's name."""
    first, _, rest = text.partition("\n")
    wrong = "Monsieur" if thread.civility == "Madame" else "Madame"
    other = dice.choice(others).family_name
    if not thread.civility:
        return text
    opening = dice.choice(
        [f"Bonjour [[salutation|{wrong} {thread.addressed_name}]],",
         f"Bonjour [[salutation|{thread.civility} {other}]],",
         f"Bonjour [[salutation|{wrong}]],",
         f"[[salutation|{wrong}]],"]
    )  # fmt: skip
    return f"{opening}\n{rest}" if first.startswith("Bonjour") else text


def generated(world: World) -> Iterator[Labelled]:
    """`GENERATED` replies from the seed."""
    dice = random.Random(SEED)
    codes = [template.code for template in world.templates.all]
    ids = sorted(world.messages)
    for number in range(GENERATED):
        message = ids[number % len(ids)]
        thread, others = world.thread(message), world.others(message)
        template = world.templates.get(codes[number % len(codes)])
        values = {
            field.name: _value(field, world, dice)
            for field in world.templates.fields_of(template)
            if field.required or dice.random() < 0.8
        }
        me: wire.Me = ME
        rendered = world.templates.render(
            template.code, values, thread, me, world.services, to_ms(NOW)
        )
        text = rendered.text
        if dice.random() < 0.12:
            text = _wrong_opening(text, thread, others, dice)
        paragraphs = text.split("\n\n")
        for sentence in _inserted(dice, others):
            paragraphs.insert(dice.randint(1, max(1, len(paragraphs) - 1)), sentence)
        plain, expected = unmarked("\n\n".join(paragraphs))
        yield Labelled(message, (), plain, expected)


def _inserted(dice: random.Random, others: tuple[Person, ...]) -> Iterator[str]:
    for _ in range(dice.choice([0, 1, 1, 1, 2])):
        yield _leak(dice, others)
    for _ in range(dice.randint(0, 3)):
        yield _decoy(dice)


def handwritten(file: Path = HANDWRITTEN) -> Iterator[Labelled]:
    """Those written by hand, in `HANDWRITTEN` or in `HELD_OUT`."""
    blocks = file.read_text(encoding="utf-8").split("\n== ")[1:]
    for block in blocks:
        head, _, body = block.partition("\n")
        message, other = head.split(" ", 1)
        text, expected = unmarked(body.strip())
        yield Labelled(message, () if other == "-" else (other,), text, expected)


def main() -> None:
    world = World()
    every = [*handwritten(), *generated(world)]
    lines = (
        json.dumps(
            {
                "message": each.message,
                "others": each.others,
                "text": each.text,
                "expected": each.expected,
            },
            ensure_ascii=False,
        )
        for each in every
    )
    SET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(every)} replies, {sum(len(each.expected) for each in every)} to be warned of")


if __name__ == "__main__":
    main()
