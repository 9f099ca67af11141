"""How many keys the agent's main job takes besides the text itself.

    python -m benchmarks.keystrokes

Real key events (X's test extension) on a French AZERTY keyboard, a real desk on a real portal: from
the list of messages to the reply published and the next message open and claimed, with the template
suggested for the motif; then the same from the message that is open by then. A chord such as
Ctrl+Maj+M counts as one key; so does the key that answers a template's question. Every key pressed
is printed.

Goal: at most 6 with a template that asks at most three things (values, questions), so at most 5
from a message that is open. Each further value has to be gone to and costs one more; how many
templates ask so much is printed too.
"""

import os
import sys
import tempfile
from pathlib import Path

NOW_MS = 1_800_000_000_000


def main() -> int:
    """Press, read, count; 0 when the goal holds."""
    os.environ.setdefault("PORTAL_LOG_LEVEL", "WARNING")  # the portal reads it when it starts
    from tests.support.keyed_job import MOST_KEYS, THINGS_ASKED, KeyedJob
    from tests.support.spoken_desk import spoken_desk

    with tempfile.TemporaryDirectory() as folder, spoken_desk(Path(folder)) as desk:
        jobs = (KeyedJob(desk), KeyedJob(desk))
        jobs[0].take_the_first()
        for job in jobs:
            job.answer_with_a_template()
            job.publish_and_go_on()
    for job in jobs:
        print(f"\na template that asks {job.asked} things")
        number = 0
        for each in job.pressed:
            number += not each.is_text
            place, keys = ("", f"« {each.keys} »") if each.is_text else (number, each.keys)
            print(f"{place:>3} {keys:20} {each.why}")
        print(f"  = {len(job.keys)} keys besides the text (at most {job.most_keys})")
    asked = things_asked()
    few = sum(each <= THINGS_ASKED for each in asked)
    print(f"\n{few} of {len(asked)} templates ask at most {THINGS_ASKED} things; one {max(asked)}")
    held = all(len(job.keys) <= job.most_keys for job in jobs)
    print(
        f"goal: at most {MOST_KEYS} keys, one more for each thing beyond {THINGS_ASKED}: "
        + ("held" if held else "MISSED")
    )
    return 0 if held else 1


def things_asked() -> list[int]:
    """By each template that comes with desk, for an invented adherent of whom little is known: its
    questions, and the values missing in its text whichever way they are answered.
    """
    from desk.resources import resource_path
    from desk.services.template_fields import FieldType
    from desk.services.templates import ReplyTemplates
    from tests.support.me import ME
    from tests.support.views import a_thread_view

    collection = ReplyTemplates(resource_path("templates", "replies.yaml"))
    counts = []
    for template in collection.all:
        yes_or_no = [each for each in template.fields if each.type is FieldType.BOOLEAN]
        questions = sum(each.required for each in yes_or_no)
        holes = [
            len(
                collection.render(
                    template.code,
                    {each.name: answer for each in yes_or_no},
                    a_thread_view(),
                    ME,
                    {},
                    NOW_MS,
                ).holes
            )
            for answer in (True, False)
        ]
        counts.append(questions + max(holes))
    return counts


if __name__ == "__main__":
    sys.exit(main())
