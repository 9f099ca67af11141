"""What days of faults came to."""

from dataclasses import dataclass, field


@dataclass
class Tally:
    """What one day, or many, came to; the last seven must be zero."""

    runs: int = 0
    texts: int = 0
    entries: int = 0
    replies_at_portal: int = 0
    deaths: int = 0
    faults: int = 0
    conflicts: int = 0
    lost_texts: int = 0
    duplicate_replies: int = 0
    wrong_thread: int = 0
    stuck_entries: int = 0
    out_of_order: int = 0
    unlike_the_portal: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def fine(self) -> bool:
        return not (
            self.lost_texts
            or self.duplicate_replies
            or self.wrong_thread
            or self.stuck_entries
            or self.out_of_order
            or self.unlike_the_portal
            or self.problems
        )

    def add(self, other: "Tally") -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def lines(self) -> list[str]:
        """For people."""
        return [
            f"runs (days of two agents)      {self.runs}",
            f"texts saved                    {self.texts}",
            f"actions written down           {self.entries}",
            f"replies at the portal          {self.replies_at_portal}",
            f"deaths of a desk               {self.deaths}",
            f"faults set                     {self.faults}",
            f"conflicts shown                {self.conflicts}",
            f"lost texts                     {self.lost_texts}",
            f"duplicate replies              {self.duplicate_replies}",
            f"replies to the wrong thread    {self.wrong_thread}",
            f"stuck entries                  {self.stuck_entries}",
            f"events applied out of order    {self.out_of_order}",
            f"ends unlike the portal         {self.unlike_the_portal}",
            *(f"problem: {each}" for each in self.problems),
        ]
