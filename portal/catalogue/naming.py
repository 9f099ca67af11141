"""What an exchange was filed under is called today (contradictions 1 and 2 of the seed documents).

An exchange keeps the words of its day. They may be those of the older generation of the catalogue
(`FormerLabel`), or have been renamed since; the present name is shown, and the former is told.
"""

from dataclasses import dataclass
from functools import cached_property

from portal.catalogue.models import FormerLabel, Motif, Sujet, Theme


@dataclass(frozen=True)
class Name:
    """The label of today, and the one it was filed under where that is another."""

    present: str
    former: str = ""

    @property
    def words(self) -> str:
        """Both, as a search looks for them."""
        return f"{self.present} {self.former}"


@dataclass(frozen=True)
class Names:
    """The three levels of one exchange."""

    theme: Name
    sujet: Name
    motif: Name

    @property
    def words(self) -> str:
        """Every name, as a search looks for them."""
        return " ".join(each.words for each in (self.theme, self.sujet, self.motif))


class Naming:
    """Names the exchanges of one page; asks the database only when some name has changed."""

    def names(self, motif: Motif, *, theme: str, sujet: str, label: str) -> Names:
        """The names of an exchange.

        Args:
            motif: the adherent's own choice, with its sujet and theme at hand.
            theme: as it read on the day of sending, as `sujet` and `label`, the motif's.
        """
        level = FormerLabel.Level
        return Names(
            theme=self._name(level.THEME, theme, motif.sujet.theme),
            sujet=self._name(level.SUJET, sujet, motif.sujet),
            motif=self._name(level.MOTIF, label, motif),
        )

    def _name(self, level: FormerLabel.Level, filed: str, now: Theme | Sujet | Motif) -> Name:
        if filed == now.label:
            return Name(filed)
        codes = self._former.get((level.value, filed), [])
        if not codes or now.code in codes:
            return Name(now.label, filed)
        # One of the older generation was split, and this exchange hangs from neither part.
        model: type[Theme] | type[Sujet] | type[Motif] = type(now)
        first = model.objects.filter(pk=codes[0]).values_list("label", flat=True).first()
        return Name(filed) if first is None else Name(first, filed)

    @cached_property
    def _former(self) -> dict[tuple[str, str], list[str]]:
        return {(row.level, row.label): row.replaced_by for row in FormerLabel.objects.all()}
