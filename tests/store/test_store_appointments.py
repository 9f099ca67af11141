"""Requests for appointments in the store: what the feed said last, in the portal's order."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from desk import wire
from desk.models import appointments
from desk.models.store import Store

TODAY = date(2026, 12, 1)
ASKED = wire.Appointment(
    id=1,
    version=1,
    reference="RDV-2026-000001",
    state="asked",
    asked_at=datetime(2026, 11, 30, 9, tzinfo=UTC),
    adherent_id=7,
    adherent_name="Odile Ferrandier",
    written_by=None,
    theme_label="",
    sujet_label="",
    way="phone",
    place="",
    phone="+33322000000",
    words="",
    wished=[wire.HalfDay(day=TODAY, half="morning")],
    proposed=[],
    agreed=None,
    answer=None,
)


def agreed(number: int, days: int, state: str = "confirmed") -> wire.Appointment:
    """Agreed so many days from today."""
    day = TODAY + timedelta(days=days)
    when = wire.AgreedTime(day=day, half="morning", hour=None)
    return replace(ASKED, id=number, state=state, agreed=when)


def page(*found: wire.Appointment, gone: tuple[int, ...] = ()) -> wire.ChangesPage:
    return wire.ChangesPage(
        cursor=9,
        more=False,
        changes=[],
        threads=[],
        deleted_thread_ids=[],
        appointments=list(found),
        deleted_appointment_ids=list(gone),
    )


def listed(store: Store) -> list[int]:
    with store.reading() as connection:
        return [each.id for each in appointments.listed(connection, TODAY)]


def test_listed_as_the_portal_does(store: Store) -> None:
    earlier = replace(ASKED, id=5, asked_at=ASKED.asked_at - timedelta(hours=1))
    proposed = replace(ASKED, id=6, state="proposed")
    refused, withdrawn = (
        replace(ASKED, id=7, state="refused"),
        replace(ASKED, id=8, state="withdrawn"),
    )
    with store.writing() as connection:
        appointments.begin_again(
            connection,
            [agreed(2, 3), agreed(3, 0), agreed(4, -1), ASKED, earlier, proposed, refused],
        )
        appointments.enter(connection, [withdrawn, agreed(9, 1, "withdrawn")])
        assert appointments.waiting(connection) == 2
    assert listed(store) == [5, 1, 3, 9, 2, 6]
    with store.reading() as connection:
        also = [each.id for each in appointments.listed(connection, TODAY, also=refused.id)]
    assert sorted(also) == [1, 2, 3, 5, 6, 7, 9]


def test_the_newest_word_counts(store: Store) -> None:
    notice = wire.AppointmentNotice(
        state="to_send",
        attempts=0,
        cause="",
        next_try_at=None,
        handed_over_at=None,
        returned_at=None,
        told_proxy=None,
    )
    answer = wire.AppointmentAnswer(
        kind="confirm", words="", agent_name="Claire", at=ASKED.asked_at, notices=[notice]
    )
    second = replace(agreed(1, 2), version=2, answer=answer)
    sent = replace(second, answer=replace(answer, notices=[replace(notice, state="handed_over")]))
    with store.writing() as connection:
        assert appointments.apply_changes(connection, page(second))
        assert not appointments.apply_changes(connection, page(ASKED)), "an earlier version"
        assert not appointments.apply_changes(connection, page(second)), "known"
        assert appointments.apply_changes(connection, page(sent)), "its e-mail has left"
        assert not appointments.enter(connection, [second]), "the feed told more meanwhile"
        assert appointments.listed(connection, TODAY) == [sent]
        assert appointments.apply_changes(connection, page(gone=(1,)))
        assert not appointments.apply_changes(connection, page(gone=(1,)))
        appointments.enter(connection, [sent])
        appointments.begin_again(connection, [])
    assert listed(store) == []
