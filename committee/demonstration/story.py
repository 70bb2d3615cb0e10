"""The forms in which the content of the demonstration is written down, a module a subcommittee."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from committee.languages.wording import SUFFIXES
from committee.progress.models import ProgressUpdate
from committee.projects.indicators import Indicator
from committee.projects.models import Project

Course = ProgressUpdate.Course
Answer = ProgressUpdate.State
Rule = Indicator.Rule
ProjectState = Project.State

SEOUL, BEIJING = "seoul", "beijing"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


class Words(NamedTuple):
    """One text in Korean, Simplified Chinese and English."""

    ko: str
    zh_hans: str
    en: str

    def columns(self, name: str) -> dict[str, str]:
        """Return the text as the columns of a trilingual field: `name_ko`, `name_zh_hans`, `name_en`."""
        return {f"{name}_{suffix}": text for suffix, text in zip(SUFFIXES, self, strict=True)}

    def as_title(self) -> "Words":
        """Return a sentence without its full stop."""
        return Words(*(text.removesuffix(".").removesuffix("。") for text in self))

    def followed_by(self, other: "Words") -> "Words":
        """Return both texts, each language on its own; Chinese needs no space between sentences."""
        return Words(f"{self.ko} {other.ko}", f"{self.zh_hans}{other.zh_hans}", f"{self.en} {other.en}")


@dataclass(frozen=True)
class Step:
    """A milestone: what, and by when."""

    title: Words
    due_on: datetime.date


@dataclass(frozen=True)
class Measure:
    """What a project measures itself by."""

    name: Words
    unit: Words
    rule: Rule
    target: str
    target_on: datetime.date
    baseline: str = "0"
    baseline_on: datetime.date = datetime.date(2018, 3, 19)


@dataclass(frozen=True)
class Told:
    """What one city tells of a project for a period, and how the other city answers.

    `done` names the milestones reached, by their place among the project's steps, with their days. Where
    the other city sees it differently, `statement` is its own; what is `dictated` the secretariat entered.
    """

    city: str
    period: tuple[datetime.date, datetime.date]
    course: Course
    narrative: Words
    next_steps: Words | None = None
    answer: Answer = Answer.CONFIRMED
    comment: str = ""
    value: str | None = None
    done: tuple[tuple[int, datetime.date], ...] = ()
    correction: "Told | None" = None
    statement: Words | None = None
    statement_course: Course | None = None
    dictated: bool = False


@dataclass(frozen=True)
class Undertaking:
    """One thing the cities agreed: its agreement, its commitment and the project that carries it out."""

    agreement: Words
    promise: Words
    project: Words
    due_on: datetime.date | None
    steps: tuple[Step, ...]
    measure: Measure | None
    told: tuple[Told, ...]
    kept_on: datetime.date | None = None
    expired_on: datetime.date | None = None
    state: ProjectState = ProjectState.UNDER_WAY
    starts_on: datetime.date = datetime.date(2018, 3, 19)
    ends_on: datetime.date | None = None
    promised_by: str | None = None
    linked_to_air: bool = False


@dataclass(frozen=True)
class Chapter:
    """What one subcommittee has to do, and which organisations lead its projects."""

    subcommittee: str
    seoul_organisation: Words
    beijing_organisation: Words
    undertakings: tuple[Undertaking, ...]
