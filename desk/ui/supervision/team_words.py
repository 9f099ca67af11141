"""An agent of the caisse in words: there or not, and what is with them."""

from PySide6.QtCore import QCoreApplication

from desk import wire
from desk.instants import to_ms
from desk.ui.common.times import Times

translate = QCoreApplication.translate


def agent_place(agent: wire.TeamAgent) -> str:
    """« présent · 12 affectés », for a line of choices."""
    if agent.absent_until is not None:
        there = translate("TeamWords", "absent")
    elif agent.present:
        there = translate("TeamWords", "present")
    else:
        there = translate("TeamWords", "not signed in")
    return translate("TeamWords", "{there} · {count} assigned").format(
        there=there, count=agent.assigned
    )


def presence_words(agent: wire.TeamAgent, times: Times, now_ms: int) -> str:
    """To the minute, never finer: agents know that it is kept (law C3)."""
    if agent.absent_until is not None and to_ms(agent.absent_until) > now_ms:
        return translate("TeamWords", "Absent until {moment}").format(
            moment=times.moment(to_ms(agent.absent_until), now_ms)
        )
    if agent.present:
        return translate("TeamWords", "Present")
    if agent.last_seen_at is None:
        return translate("TeamWords", "Never signed in")
    return translate("TeamWords", "Last seen {moment}").format(
        moment=times.moment(to_ms(agent.last_seen_at), now_ms)
    )
