"""What a report says of its parts so that it can be checked in any language; none of it is printed."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """Which record a part is about, by a name such as `commitment-7`, and the code of the state it prints."""

    record: str
    state: str


@dataclass(frozen=True)
class Claim:
    """What a printed number counts, by a name such as `commitments:kept:economy`, and the number.

    Wherever a subject is claimed, in whatever language, the number is the same. `commitments:kept` counts
    what is mentioned as a commitment that is kept, `commitments:all` all that are mentioned; a third part
    names one of several that add up to the subject without it.
    """

    subject: str
    number: int | float


@dataclass(frozen=True)
class Day:
    """A day that is printed and lies in the time covered; only up to its end where it `may_be_earlier`."""

    day: datetime.date
    may_be_earlier: bool = False


@dataclass(frozen=True)
class Covered:
    """The time a report covers, as in its scope: after `start`, where there is one, up to `end`."""

    start: datetime.date | None
    end: datetime.date
