"""When an action is possible, where several ask for the same."""

from desk.ui.situation import Situation


def always(_situation: Situation) -> bool:
    return True


def signed_in(situation: Situation) -> bool:
    return situation.signed_in


def open(situation: Situation) -> bool:
    return situation.thread is not None
