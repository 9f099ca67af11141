"""What is true of every deadline; 100,000 questions: ``python -m tests.deadline_properties``."""

from hypothesis import given, settings

from tests.deadline_properties import check, questions


@settings(max_examples=150, deadline=None)
@given(**questions)
def test_every_property_holds(case, more, later, place):
    check(case, more, later, place)
