"""The leak guard against the labelled set, and the held-out one: precision and recall by kind.

    .venv/bin/python -m benchmarks.guard [--show]

Targets: no NIR or IBAN missed; fewer than 3 % of the warnings false. A warning is right when one of
its kind was expected at that place; an expectation is met when a warning of its kind overlaps it.
The held-out set is counted apart and to the same targets. `--show` prints each mistake.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.guard_set import HELD_OUT, RESOURCES, Labelled, World, handwritten, read_set
from desk.services.guard.checks import findings
from desk.services.guard.finding import Finding, FindingKind
from desk.services.guard.surroundings import surroundings_of
from desk.services.guard.words import WordLists
from tests.support.me import ME

FALSE_WARNINGS = 0.03
NEVER_MISSED = (FindingKind.NIR, FindingKind.IBAN)


@dataclass
class Tally:
    """What was right, false and missed, by kind."""

    right: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)
    replies: int = 0

    @property
    def false_share(self) -> float:
        """Of all warnings."""
        given = self.right.total() + self.false.total()
        return self.false.total() / given if given else 0.0

    @property
    def holds(self) -> bool:
        """The targets are met."""
        never = any(self.missed[kind.value] for kind in NEVER_MISSED)
        return not never and self.false_share < FALSE_WARNINGS


def measure(replies: Iterable[Labelled]) -> Tally:
    """Run the guard over labelled replies."""
    world, lists, tally = World(), WordLists(RESOURCES / "words"), Tally()
    for reply in replies:
        around = surroundings_of(world.thread(reply.message), ME, world.others(reply.message))
        _count(reply, findings(reply.text, around, lists), tally)
    return tally


def _count(reply: Labelled, found: tuple[Finding, ...], tally: Tally) -> None:
    tally.replies += 1
    met = set()
    for finding in found:
        here = [
            each
            for each in reply.expected
            if each[0] == finding.kind and each[1] < finding.end and finding.start < each[2]
        ]
        met.update(here)
        words = reply.text[max(0, finding.start - 30) : finding.end + 15]
        if here:
            tally.right[finding.kind] += 1
        else:
            tally.false[finding.kind] += 1
            tally.mistakes.append(f"false {finding.kind} ({reply.message}): …{words!r}…")
    for kind, start, end in set(reply.expected) - met:
        tally.missed[kind] += 1
        tally.mistakes.append(f"missed {kind} ({reply.message}): {reply.text[start:end]!r}")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print each mistake")
    show = options.parse_args().show
    sets = (("labelled", read_set()), ("held out", handwritten(HELD_OUT)))
    tallies = [(name, measure(replies)) for name, replies in sets]
    for name, tally in tallies:
        _print(name, tally)
        if show:
            print(*tally.mistakes, sep="\n")
    holds = all(tally.holds for _, tally in tallies)
    print("targets hold" if holds else "TARGETS MISSED")
    return 0 if holds else 1


def _print(name: str, tally: Tally) -> None:
    expected = tally.right.total() + tally.missed.total()
    print(f"{name}: {tally.replies} replies, {expected} to be warned of")
    print(f"{'kind':<12} {'right':>6} {'false':>6} {'missed':>7} {'precision':>10} {'recall':>7}")
    kinds = [(kind.value, [kind.value]) for kind in FindingKind]
    kinds.append(("all", [kind.value for kind in FindingKind]))
    for label, values in kinds:
        right, false, missed = (
            sum(counted[value] for value in values)
            for counted in (tally.right, tally.false, tally.missed)
        )
        precision = right / (right + false) if right + false else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        print(f"{label:<12} {right:>6} {false:>6} {missed:>7} {precision:>10.1%} {recall:>7.1%}")
    print(f"false warnings: {tally.false_share:.1%} of all (target: under {FALSE_WARNINGS:.0%})")
    missed = sum(tally.missed[kind.value] for kind in NEVER_MISSED)
    print(f"NIR or IBAN missed: {missed} (target: 0)\n")


if __name__ == "__main__":
    sys.exit(main())
