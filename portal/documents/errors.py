"""Why a deposit cannot go on."""


class DepositNotFound(Exception):
    """Nobody's, somebody else's, or sent already."""


class TooManyFiles(Exception):
    """The deposit holds as many files as it may."""


class Incomplete(Exception):
    """Something is missing before it can be sent; `step` is the address where."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step
