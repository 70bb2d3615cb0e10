"""What the report says of the joint research of one project."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.languages.wording import Wording, sentence
from committee.printing.content import (
    Block,
    Cell,
    Column,
    Facts,
    Lines,
    Paragraph,
    Row,
    Scope,
    Status,
    Table,
    Tone,
)
from committee.projects.models import Project
from committee.research.models import Institute, Study

READ_OF_PROJECTS = ["institutes__city", "institutes__researchers", "studies"]
TONES = {
    Study.State.PUBLISHED: Tone.GOOD,
    Study.State.UNDER_WAY: Tone.CALM,
    Study.State.PLANNED: Tone.CALM,
    Study.State.GIVEN_UP: Tone.FAIR,
}


def research_blocks(project: Project, scope: Scope) -> tuple[Block, ...]:
    """Return institutes and studies as of the last day covered; none where the kind has no research.

    Reads `kind` and READ_OF_PROJECTS: fetch them before.
    """
    if not project.kind.has_research:
        return ()
    institutes = sorted(project.institutes.all(), key=lambda each: scope.city_ids.index(each.city_id))
    studies = [each for each in project.studies.all() if _has_begun(each, scope.end)]
    pairs = tuple(
        (sentence(_("Institute in %(city)s"), city=each.city.name), _said(each)) for each in institutes
    )
    facts: tuple[Block, ...] = (Facts(pairs),) if pairs else ()
    if not studies:
        return (*facts, Paragraph(_("No study is recorded."), manner="nothing"))
    return (*facts, _table(studies, scope.end))


def _has_begun(study: Study, on: datetime.date) -> bool:
    return study.starts_on is None or study.starts_on <= on


def _said(institute: Institute) -> Cell:
    number = len(institute.researchers.all())
    people = ngettext("%(total)s researcher", "%(total)s researchers", number) % {"total": number}
    return Lines((institute.name, people))


def _table(studies: list[Study], on: datetime.date) -> Table:
    return Table(
        _("Studies"),
        (
            Column(_("Study"), share=7),
            Column(_("Data used"), share=7),
            Column(_("State"), share=3),
            Column(_("Published on"), share=4),
        ),
        tuple(_study(each, on) for each in studies),
        is_numbered=False,
    )


def _study(study: Study, on: datetime.date) -> Row:
    """Show a study as it stood on the day: what was published later was under way."""
    state = Study.State(study.state)
    is_out = study.published_on is not None and study.published_on <= on
    if state == Study.State.PUBLISHED and not is_out:
        state = Study.State.UNDER_WAY
    used: Wording | str = study.used or (_("Measurements of the hotline") if study.series else "—")
    return Row(
        (
            study.title,
            used,
            Status(str(state.label), TONES[state]),
            date_format(study.published_on) if study.published_on and is_out else "—",
        ),
        illustrative=study.is_illustrative,
    )
