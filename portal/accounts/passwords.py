"""What a password must not be (CNIL délibération 2022-100; NIST SP 800-63B, 5.1.1.2): short, or
what somebody who guesses tries first. No rule says which characters it is made of.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

from django.conf import settings
from django.contrib.auth.password_validation import (
    CommonPasswordValidator as DjangoCommonPasswordValidator,
)
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal.accounts.models import User

MAX_LENGTH = 128
"""Hashing is slow on purpose: who sends megabytes must not keep a process busy by it."""
FEW_CHARACTERS = 4
_STEM_LENGTH = 4
"""Of Django's list: shorter words are part of too many others."""
_WORDS_AT_MOST = 2
"""More of them are a sentence, however common each is."""
_LOOKALIKES = str.maketrans("013457@$€!", "oieastasei")


class LengthValidator(MinimumLengthValidator):
    """At least so many characters, blanks in a row counting as one; at most `MAX_LENGTH`."""

    def validate(self, password: str, user: User | None = None) -> None:
        super().validate(re.sub(r"\s+", " ", password.strip()), user)
        if len(password) > MAX_LENGTH:
            raise ValidationError(
                _("This password is too long: %(most)d characters at most.") % {"most": MAX_LENGTH}
            )


class GuessedFirstValidator:
    """Refuses common passwords lengthened to pass: « Bonjour123456! », « azertyazerty »,
    « motdepasse2026 ». Taken apart, they hold nothing but one or two common words, figures and
    signs. The words are Django's list and ours (``resources/words/common_passwords.txt``).
    """

    def validate(self, password: str, user: User | None = None) -> None:
        """Check a password.

        Raises:
            ValidationError: it is one of those that are tried first.
        """
        if len(password) > MAX_LENGTH:
            return  # refused for that, and not worth the time
        if len(set(password.casefold())) <= FEW_CHARACTERS or _is_a_run(password):
            raise self._refusal()
        written = _letters_and_figures(password)
        for form in {written, written.translate(_LOOKALIKES)}:
            if _is_made_of(_stems(), form):
                raise self._refusal()

    def get_help_text(self) -> str:
        """Nothing that the length's help does not say."""
        return ""

    def _refusal(self) -> ValidationError:
        return ValidationError(
            _("This password is among those that are tried first. Choose one less common."),
            code="password_guessed_first",
        )


def _letters_and_figures(password: str) -> str:
    """In small letters and without accents."""
    return "".join(
        each
        for each in unicodedata.normalize("NFKD", password.casefold())
        if not unicodedata.combining(each)
    )


def _is_a_run(password: str) -> bool:
    """Whether it goes up or down by one: 123456789012, abcdefghijkl."""
    steps = {(ord(b) - ord(a)) % 10 for a, b in pairwise(password)}
    return len(steps) == 1 and (password.isdigit() or password.isalpha())


def _is_made_of(stems: frozenset[str], written: str) -> bool:
    """Whether nothing but common words, `_WORDS_AT_MOST` different ones, figures and signs."""
    runs = [run for run in re.split(r"[^a-z]+", written) if run]
    found: set[str] = set()
    for run in runs:
        words = _taken_apart(stems, run)
        if words is None:
            return False
        found |= words
    return 0 < len(found) <= _WORDS_AT_MOST


def _taken_apart(stems: frozenset[str], run: str) -> set[str] | None:
    """The fewest common words that make `run`, None when they do not."""
    best: list[set[str] | None] = [set()]
    for end in range(1, len(run) + 1):
        ways = []
        for begin in range(end):
            before = best[begin]
            if before is not None and (run[begin:end] in stems or len(set(run[begin:end])) == 1):
                ways.append(before | {run[begin:end]})
        best.append(min(ways, key=len, default=None))
    return best[-1]


@cache
def _stems() -> frozenset[str]:
    """The words, read once in each process that checks a password."""
    ours = (settings.RESOURCES / "words" / "common_passwords.txt").read_text(encoding="utf-8")
    listed = {line.strip() for line in ours.splitlines() if not line.startswith("#")}
    known = DjangoCommonPasswordValidator().passwords
    return frozenset(
        listed | {each for each in known if len(each) >= _STEM_LENGTH and each.isalpha()}
    )
