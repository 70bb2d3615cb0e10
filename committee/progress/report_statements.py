"""What the report says of progress updates: each city's own words, with the state of their confirmation."""

from collections import defaultdict

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from committee.languages.wording import sentence
from committee.printing.checked import Day, Mention
from committee.printing.content import (
    Block,
    Cell,
    Facts,
    Lines,
    Paragraph,
    Scope,
    SideBySide,
    Statement,
    Status,
    Tone,
)
from committee.progress.models import ProgressUpdate
from committee.projects.report_section import measured

State, Course = ProgressUpdate.State, ProgressUpdate.Course
COURSE_TONES = {
    Course.ON_TRACK: Tone.GOOD,
    Course.DONE: Tone.GOOD,
    Course.AT_RISK: Tone.FAIR,
    Course.LATE: Tone.POOR,
}


def statements(updates: list[ProgressUpdate], scope: Scope) -> list[Block]:
    """Return the updates by period, the latest first; what two cities say of one stands side by side."""
    by_period = defaultdict(list)
    for update in updates:
        by_period[update.period_until, update.period_from].append(update)
    blocks: list[Block] = []
    for _of, group in sorted(by_period.items(), reverse=True):
        group.sort(key=lambda update: (scope.city_ids.index(update.city_id), update.pk))
        both = len(group) == 2 and group[0].city_id != group[1].city_id
        if both and not any(update.statement for update in group):
            blocks.append(SideBySide(tuple(_statement(update, scope) for update in group)))
        else:
            blocks += [_alone_or_answered(update, scope) for update in group]
    return blocks


def _alone_or_answered(update: ProgressUpdate, scope: Scope) -> Statement | SideBySide:
    own = _statement(update, scope)
    return SideBySide((own, _other_statement(update, scope))) if update.statement else own


def _statement(update: ProgressUpdate, scope: Scope) -> Statement:
    blocks: list[Block] = []
    if update.corrects_id:
        blocks.append(Paragraph(_("Corrects what this city had reported before."), manner="note"))
    if update.entered_by:
        blocks.append(Paragraph(capfirst(update.entered_by), manner="note"))
    if update.narrative:
        blocks.append(Paragraph(update.narrative))
    if facts := _reported(update):
        blocks.append(Facts(facts))
    course = Course(update.course)
    return Statement(
        city=update.city.name,
        position=sorted(scope.city_ids).index(update.city_id),
        period=_period(update),
        course=Status(str(course.label), COURSE_TONES[course]),
        standing=Status(update.printable_state, _tone_of_standing(update.state)),
        blocks=tuple(blocks),
        illustrative=update.is_illustrative,
        mention=Mention(f"update-{update.pk}", update.state),
        days=(Day(update.period_until), Day(update.period_from, may_be_earlier=True)),
    )


def _tone_of_standing(state: str) -> Tone:
    if state == State.CONFIRMED:
        return Tone.GOOD
    return Tone.POOR if state == State.ONE_SIDED else Tone.FAIR


def _other_statement(update: ProgressUpdate, scope: Scope) -> Statement:
    """What the other city says of the same, where it sees it differently."""
    course = Course(update.statement_course)
    words = _("statement of %(city)s beside the report of %(reporter)s")
    return Statement(
        city=update.answering_city.name,
        position=sorted(scope.city_ids).index(update.answering_city_id),
        period=_period(update),
        course=Status(str(course.label), COURSE_TONES[course]),
        standing=Status(
            sentence(words, city=update.answering_city.name, reporter=update.city.name), Tone.FAIR
        ),
        blocks=(Paragraph(update.statement),),
        illustrative=update.is_illustrative,
    )


def _period(update: ProgressUpdate) -> str:
    return f"{date_format(update.period_from)} – {date_format(update.period_until)}"


def _reported(update: ProgressUpdate) -> tuple[tuple[str, Cell], ...]:
    milestones: list[tuple[str, Cell]] = [
        (
            row.milestone.title,
            _("done on %(day)s") % {"day": date_format(row.done_on)} if row.done_on else _("not done yet"),
        )
        for row in update.reported_milestones.all()
    ]
    values: list[tuple[str, Cell]] = [
        (row.indicator.name, Lines((measured(row.value, row.indicator), date_format(row.on))))
        for row in update.reported_values.all()
    ]
    return (*milestones, *values)
