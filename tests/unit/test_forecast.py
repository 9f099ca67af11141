"""The forecast follows what it is told: work, people, hours, arrivals; the same seed, the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from time import process_time
from zoneinfo import ZoneInfo

import pytest

from portal.deadlines.engine import Kind, Rules, policy_of, read_frames, read_weekly
from portal.forecast.engine import (
    Answer,
    Answered,
    Arrived,
    ChangeRefused,
    Demand,
    ExtraOpening,
    Message,
    Move,
    Pace,
    Pool,
    Promise,
    Question,
    Staff,
    busy_days,
    changed,
    forecast,
    learn_demand,
    learn_staff,
)

PARIS = ZoneInfo("Europe/Paris")
HOURS = policy_of(
    Rules(kind=Kind.HEURES, region="FR", week=read_weekly("mon-fri 08:30-12:15,13:30-16:30"))
)
CALENDAIRE = policy_of(Rules(kind=Kind.CALENDAIRE))
FRIDAY = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)
"""The minute in which people come: 6 h 45 of work a day."""
QUIET = Demand({}, [[1 / 24] * 24] * 7, 1.0, 0.0, 0.0, 0, 0)
EXACT = Pace(600.0, 0.0, 100)
ALL_THERE = Staff({}, EXACT, [1.0] * 7, 1.0, 0.0, 10)


def messages(hours: Sequence[float], team: str = "sante") -> list[Message]:
    return [
        Message(n, FRIDAY + timedelta(hours=due), f"{team}-motif", team)
        for n, due in enumerate(hours, start=1)
    ]


def question(**given) -> Question:
    return replace(
        Question(
            at=FRIDAY,
            days=4,
            zone=PARIS,
            messages=[],
            demand=QUIET,
            staff=ALL_THERE,
            pools=[Pool(frozenset({"sante"}), 1)],
            hours=HOURS,
            promises=[Promise(CALENDAIRE, timedelta(hours=48), 1.0)],
            motif_shares={},
            runs=20,
        ),
        **given,
    )


def broken(answer: Answer) -> list[float]:
    return [day.broken.mean for day in answer.days]


def test_one_agent_answers_six_an_hour_and_no_more():
    """Ten minutes each: the k-th ends after k times ten minutes, at the very due instant kept."""
    in_time = question(messages=messages([k / 6 for k in range(1, 20)]))
    assert broken(forecast(in_time)) == [0, 0, 0, 0]
    one_more = question(messages=messages([1 / 6, *(k / 6 for k in range(1, 20))]))
    answer = forecast(one_more)
    # From then on each is ten minutes late.
    assert broken(answer) == [19, 0, 0, 0]
    assert answer.motifs == {"sante-motif": 19.0}
    assert {each.message.thread_id for each in answer.at_risk} == set(range(2, 21))
    assert answer.at_risk[0].answered_at == FRIDAY + timedelta(minutes=20)
    two = replace(one_more, pools=[Pool(frozenset({"sante"}), 2)])
    assert broken(forecast(two)) == [0, 0, 0, 0]


def test_nobody_works_on_sunday_unless_people_come():
    monday = question(messages=messages([48.0] * 30))  # due on Sunday, 40 a day can be answered
    assert sum(broken(forecast(monday))) == 0
    many = question(messages=messages([48.0] * 60))
    unchanged = forecast(many)
    assert broken(unchanged) == [0, 0, 20, 0]  # 6 h 45: 40 and a half, after lunch
    assert unchanged.days[1].answered == 0
    saturday = ExtraOpening(date(2026, 11, 21), read_frames("09:00-12:00"))
    answer = forecast(changed(many, [], [saturday]))
    assert broken(answer) == [0, 0, 2, 0]  # three hours more: eighteen
    assert answer.days[1].answered == 18
    with_holiday = question(
        at=datetime(2026, 11, 11, 7, 30, tzinfo=UTC),  # Armistice Day
        messages=[replace(m, due_at=m.due_at - timedelta(days=9)) for m in messages([8.0] * 5)],
    )
    assert forecast(with_holiday).days[0].answered == 0


def test_agents_of_several_teams_help_where_it_is_due_first_and_moves_are_bounded():
    due = [*messages([3.0] * 18), *messages([6.0] * 18, "retraite")]
    both = frozenset({"sante", "retraite"})
    shared = question(messages=due, pools=[Pool(both, 1)])
    # Until half past two there are 4 h 45 of work: 28 of the 36.
    assert sum(broken(forecast(shared))) == 8
    apart = question(messages=due, pools=[Pool(frozenset({"retraite"}), 2)])
    assert broken(forecast(apart))[0] == 18
    moved = changed(apart, [Move(1, "retraite", "sante")], [])
    assert sum(broken(forecast(moved))) == 0
    with pytest.raises(ChangeRefused):
        changed(apart, [Move(3, "retraite", "sante")], [])
    everybody = changed(question(pools=[Pool(frozenset(), 3)]), [Move(2, "sante", "retraite")], [])
    assert sorted((sorted(p.teams), p.agents) for p in everybody.pools) == [
        ([], 1),
        (["retraite"], 2),
    ]
    away = question(messages=due, pools=[Pool(both, 1, FRIDAY + timedelta(days=3))])
    assert broken(forecast(away))[0] == 36


def test_what_arrives_falls_due_by_the_rule_and_breaks_when_nobody_answers():
    demand = Demand({"sante": [48.0] * 7}, [[1 / 24] * 24] * 7, 1.0, 0.0, 0.0, 1, 1)
    alone = forecast(
        question(
            demand=demand,
            pools=[],
            days=5,
            runs=200,
            motif_shares={"sante": {"a": 0.75, "b": 0.25}},
        )
    )
    # Two an hour, each due two days later: those sent on Friday (15.5 h of it) break on Sunday.
    assert broken(alone) == pytest.approx([0, 0, 31, 48, 48], rel=0.05)
    assert alone.motifs["a"] == pytest.approx(3 * alone.motifs["b"])
    assert alone.total.low < alone.total.middle < alone.total.high


def test_the_same_seed_has_the_same_answer_and_another_one_another():
    demand = Demand({"sante": [60.0] * 7}, [[1 / 24] * 24] * 7, 1.0, 0.1, 0.0, 1, 1)
    staff = replace(ALL_THERE, usual_pace=Pace(600, 0.7, 50), attendance=[0.8] * 7)
    asked = question(demand=demand, staff=staff, messages=messages([20.0] * 45))
    assert forecast(asked) == forecast(asked)
    assert forecast(asked) != forecast(replace(asked, seed=2))


def test_weeks_that_vary_make_the_bounds_wider_and_the_mean_no_other():
    demand = Demand({"sante": [48.0] * 7}, [[1 / 24] * 24] * 7, 1.0, 0.0, 0.0, 1, 1)
    asked = question(demand=demand, pools=[], days=5, runs=400)
    steady = forecast(asked).total
    varied = forecast(replace(asked, demand=replace(demand, week_variance=0.04))).total
    assert varied.mean == pytest.approx(steady.mean, rel=0.05)
    # A fifth more or less in the whole week, where chance alone is a tenth of that.
    assert varied.high - varied.low > 2 * (steady.high - steady.low)


def test_how_much_weeks_vary_is_learned():
    since, today = date(2026, 9, 28), date(2026, 11, 23)

    def lived(even: int, odd: int) -> Demand:
        arrived = [
            Arrived(since + timedelta(days=n), 9, "sante", even if n // 7 % 2 else odd)
            for n in range(56)
        ]
        return learn_demand(arrived, since, today, lambda _: False)

    assert lived(100, 100).week_variance == 0
    assert 0.01 < lived(80, 120).week_variance < 0.06


def test_arrivals_are_learned_by_weekday_and_hour_without_holidays():
    since, today = date(2026, 9, 28), date(2026, 11, 23)
    holiday = date(2026, 11, 11)
    arrived = [
        Arrived(since + timedelta(days=n), hour, "sante", (n % 7 + 1) * (2 if hour == 9 else 1))
        for n in range(56)
        for hour in (9, 14)
        if since + timedelta(days=n) != holiday
    ]
    found = learn_demand(arrived, since, today, lambda day: day == holiday)
    for weekday in range(7):
        assert found.rate("sante", weekday, 9) == pytest.approx(2 * (weekday + 1))
        assert found.rate("sante", weekday, 14) == pytest.approx(weekday + 1)
        assert found.rate("sante", weekday, 3) == found.rate("autre", weekday, 9) == 0
    doubled = [
        replace(each, count=each.count * 2) if each.day >= date(2026, 11, 18) else each
        for each in arrived
    ]
    risen = learn_demand(doubled, since, today, lambda day: day == holiday)
    assert 1.1 < risen.level <= 2


def test_the_pace_is_that_of_busy_time_and_nobody_is_measured():
    """Two agents, ten minutes an answer, half of their day; one message came when one had none."""
    answers = []
    days = [date(2026, 10, 5) + timedelta(days=n) for n in (0, 1, 2, 3, 7, 8, 9, 10)]
    for day in days:
        nine = datetime.combine(day, time(9), PARIS)
        for agent in ("a", "b"):
            answers += [
                Answered(nine + timedelta(minutes=10 * k), nine - timedelta(days=1), agent, "sante")
                for k in range(18)
            ]
        lonely = nine + timedelta(hours=6)
        answers.append(Answered(lonely, lonely - timedelta(minutes=2), "a", "sante"))
        # What waits when the day ends, and is answered on a later day.
        answers += [
            Answered(nine + timedelta(days=20, minutes=k), nine, f"late {k}", "sante")
            for k in range(3)
        ]
    assert busy_days(answers, HOURS, PARIS, days) == set(days)
    staff = learn_staff(answers, 4, HOURS, PARIS, set(days), days)
    assert staff.pace("sante").mean == pytest.approx(600)
    assert staff.pace("autre") == staff.usual_pace
    assert staff.attendance[:4] == [0.5] * 4
    assert staff.availability == pytest.approx(18.5 * 600 / (6.75 * 3600), rel=0.01)
    nothing = learn_staff([], 0, HOURS, PARIS, set(), days)
    assert (nothing.usual_pace.answers, nothing.availability, nothing.days) == (0, 1.0, 0)


def test_ten_thousand_open_messages_over_ten_days_cost_less_than_two_seconds():
    teams = [f"t{n}" for n in range(12)]
    demand = Demand(
        {team: [100.0] * 7 for team in teams}, [[1 / 24] * 24] * 7, 1.0, 0.05, 0.0, 9000, 56
    )
    asked = question(
        messages=[
            Message(n, FRIDAY + timedelta(seconds=17 * n), f"m{n % 300}", teams[n % 12])
            for n in range(10_000)
        ],
        days=10,
        demand=demand,
        staff=replace(ALL_THERE, usual_pace=Pace(700, 0.7, 50), attendance=[0.8] * 7),
        pools=[Pool(frozenset(), 10), *(Pool(frozenset({team}), 4) for team in teams)],
        runs=100,
    )
    began = process_time()
    forecast(asked)
    assert process_time() - began < 2
