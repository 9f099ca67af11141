"""How many keys the agent's main job takes besides the text itself.

    python -m benchmarks.keystrokes

Real key events (X's test extension) on a French AZERTY keyboard, a real desk on a real portal: from
the list of messages to the reply published and the next message open and claimed, with a template
that asks a question and misses values; then the same again from the message that is open by then. A
chord such as Ctrl+Maj+M counts as one key; so does the key that answers the template's question.
Every key pressed is printed. Goal: at most 6.
"""

import os
import sys
import tempfile
from pathlib import Path

GOAL = 6


def main() -> int:
    """Press, read, count; 0 when the goal holds."""
    os.environ.setdefault("PORTAL_LOG_LEVEL", "WARNING")  # the portal reads it when it starts
    from tests.support.keyed_job import KeyedJob
    from tests.support.spoken_desk import spoken_desk

    jobs: dict[str, KeyedJob] = {}
    with tempfile.TemporaryDirectory() as folder, spoken_desk(Path(folder)) as desk:
        for title in ("from the list of messages", "and the message after it"):
            jobs[title] = job = KeyedJob(desk)
            if len(jobs) == 1:
                job.take_the_first()
            job.answer_with_a_template()
            job.publish_and_go_on()
    for title, job in jobs.items():
        print(f"\n{title}")
        number = 0
        for each in job.pressed:
            number += not each.is_text
            place, keys = ("", f"« {each.keys} »") if each.is_text else (number, each.keys)
            print(f"{place:>3} {keys:20} {each.why}")
        print(f"  = {len(job.keys)} keys besides the text")
    most = max(len(job.keys) for job in jobs.values())
    held = most <= GOAL
    print(f"\ngoal: at most {GOAL} keys: {most}, {'held' if held else 'MISSED'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
