"""Sections that tests put into REPORT_SECTIONS in place of the rooms' own."""

import datetime

from committee.languages.wording import Wording
from committee.models import Article, ReportRound
from committee.printing.content import Chart, Paragraph, Scope, Section
from committee.rules import BrokenRule
from tests.at_once import at_once


def short(scope: Scope) -> Section:
    return Section("Short", (Paragraph(f"Covered until {scope.end}."),))


def broken(_scope: Scope) -> Section:
    raise ZeroDivisionError("a mean of no values")


def refusing(_scope: Scope) -> Section:
    raise BrokenRule("The picture “Opening” cannot be printed.")


def broken_cover(_meeting_id: int, _language: str, _today: datetime.date) -> None:
    raise ZeroDivisionError("a mean of no values")


def unprintable(_scope: Scope) -> Section:
    return Section("Bad chart", (Chart("Nothing", "Nothing.", {"mark": "no such mark"}),))


def absent(_scope: Scope) -> None:
    """A room that this committee has no use for."""


def two(_scope: Scope) -> tuple[Section, ...]:
    return tuple(Section(name, (Paragraph(name),), key=name.lower()) for name in ("Economy", "Culture"))


def korean(_scope: Scope) -> Section:
    return Section("Names", (Paragraph(Wording("미세먼지", "ko", "committee.article/1/text")),))


def another_korean(_scope: Scope) -> Section:
    return Section("Names", (Paragraph(Wording("핫라인", "ko", "committee.article/2/text")),))


def stopped_meanwhile(_scope: Scope) -> Section:
    """What somebody else does while this section is asked."""
    at_once(lambda: ReportRound.objects.update(state=ReportRound.State.STOPPED))
    return Section("Short", (Paragraph("Said in vain."),))


def emptied_meanwhile(scope: Scope) -> Section:
    """What somebody else saves as soon as this section has been asked in every language."""
    section = Section("Articles", (Paragraph(Article.objects.get().text),))
    if scope.language == "en":
        at_once(lambda: Article.objects.update(text_ko=""))
    return section
