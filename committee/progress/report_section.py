"""The report's summary and its chapter on the subcommittees' work, with what each city reports."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.commitments.models import Commitment
from committee.progress.models import ProgressUpdate, UpdateQuerySet
from committee.projects.models import Project, ProjectQuerySet
from committee.projects.report_section import measured, project_blocks
from committee.reports.content import (
    Block,
    Cell,
    Chart,
    Column,
    Facts,
    Figure,
    Figures,
    Lines,
    Paragraph,
    Row,
    Scope,
    Section,
    SideBySide,
    Statement,
    Status,
    Subsection,
    Table,
    Tone,
)
from committee.subcommittees.models import Subcommittee

State, Course = ProgressUpdate.State, ProgressUpdate.Course
COURSE_TONES = {
    Course.ON_TRACK: Tone.GOOD,
    Course.DONE: Tone.GOOD,
    Course.AT_RISK: Tone.FAIR,
    Course.LATE: Tone.POOR,
}


# The colours of the summary's bars, from what is done to what is not.
KEPT, OPEN, OVERDUE, RELEASED = "#2f6b3c", "#9fb4c4", "#a3281e", "#d9dee3"


@dataclass(frozen=True)
class Score:
    """What a subcommittee has promised to date, and how much of its work was reported in the period."""

    promised: int = 0
    kept: int = 0
    released: int = 0
    open: int = 0
    overdue: int = 0
    projects: int = 0
    confirmed: int = 0
    unconfirmed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))


def summary(scope: Scope) -> Section:
    scores = [(subcommittee, score(subcommittee, scope)) for subcommittee in Subcommittee.objects.all()]
    if not scores:
        return Section(_("Summary"), (Paragraph(_("No subcommittee is recorded."), manner="nothing"),))
    total = sum((counted for _who, counted in scores), Score())
    day = date_format(scope.end)
    return Section(
        _("Summary"),
        (
            Figures(
                (
                    Figure(str(total.promised), _("commitments"), _("to date")),
                    Figure(str(total.kept), _("of them kept"), _("to date")),
                    Figure(str(total.overdue), _("of them overdue"), _("on %(day)s") % {"day": day}),
                    Figure(str(total.confirmed), _("confirmed progress updates"), _("in this period")),
                )
            ),
            _chart(scores),
            _scores(
                _("Commitments of each subcommittee on %(day)s") % {"day": day}, COMMITMENTS, scores, total
            ),
            _scores(_("Work of each subcommittee in this period"), WORK, scores, total),
        ),
    )


def score(subcommittee: Subcommittee, scope: Scope) -> Score:
    """Count as of the last day covered: what was settled later counts as open."""
    promised = Commitment.objects.filter(subcommittee=subcommittee).promised_until(scope.end)
    settled = promised.settled_until(scope.end)
    updates = _updates(scope).filter(project__subcommittee=subcommittee)
    return Score(
        promised=promised.count(),
        kept=settled.filter(state=Commitment.State.KEPT).count(),
        released=settled.filter(state=Commitment.State.RELEASED).count(),
        open=promised.open_on(scope.end).count(),
        overdue=promised.open_on(scope.end).filter(due_on__lt=scope.end).count(),
        projects=_projects(scope).filter(subcommittee=subcommittee).count(),
        confirmed=updates.filter(state=State.CONFIRMED).count(),
        unconfirmed=updates.filter(state=State.SUBMITTED).count(),
    )


def _chart(scores: list[tuple[Subcommittee, Score]]) -> Chart:
    """Draw how the commitments of each subcommittee stand: one bar each."""
    states = [(_("kept"), KEPT), (_("open"), OPEN), (_("overdue"), OVERDUE), (_("released"), RELEASED)]
    bars = [
        {"who": who.name.plain, "state": state, "order": place, "commitments": count}
        for who, its in scores
        for place, (state, count) in enumerate(
            zip(
                (name for name, _colour in states),
                (its.kept, its.open - its.overdue, its.overdue, its.released),
                strict=True,
            )
        )
    ]
    most = max(its.promised for _who, its in scores)
    scale = {"domain": [name for name, _colour in states], "range": [colour for _name, colour in states]}
    return Chart(
        _("How the commitments of each subcommittee stand"),
        "; ".join(
            _("%(subcommittee)s: %(promised)s made, %(kept)s kept, %(overdue)s overdue")
            % {
                "subcommittee": who.name.plain,
                "promised": its.promised,
                "kept": its.kept,
                "overdue": its.overdue,
            }
            for who, its in scores
        ),
        {
            "width": 480,
            "height": {"step": 24},
            "data": {"values": bars},
            "mark": {"type": "bar", "height": 13},
            "encoding": {
                "y": {
                    "field": "who",
                    "type": "nominal",
                    "title": None,
                    "sort": [who.name.plain for who, _its in scores],
                    "axis": {"domain": False, "ticks": False},
                },
                "x": {
                    "field": "commitments",
                    "type": "quantitative",
                    "title": _("commitments"),
                    "axis": {"values": list(range(most + 1)), "format": "d"},
                },
                "color": {"field": "state", "type": "nominal", "scale": scale},
                "order": {"field": "order"},
            },
        },
    )


# The columns of the summary: heading and field of Score.
COMMITMENTS = [
    (gettext_lazy("made"), "promised"),
    (gettext_lazy("kept"), "kept"),
    (gettext_lazy("open"), "open"),
    (gettext_lazy("of them overdue"), "overdue"),
    (gettext_lazy("released"), "released"),
]
WORK = [
    (gettext_lazy("projects"), "projects"),
    (gettext_lazy("confirmed updates"), "confirmed"),
    (gettext_lazy("updates not yet confirmed"), "unconfirmed"),
]


def _scores(
    caption: str,
    columns: Sequence[tuple[str | Promise, str]],
    scores: list[tuple[Subcommittee, Score]],
    total: Score,
) -> Table:
    def row(name: str, counted: Score, *, is_total: bool = False) -> Row:
        return Row((name, *(str(getattr(counted, field)) for _heading, field in columns)), is_total=is_total)

    return Table(
        caption,
        (
            Column(_("Subcommittee"), share=3),
            *(Column(capfirst(str(heading)), 2, "end") for heading, _field in columns),
        ),
        (
            *(row(subcommittee.name, counted) for subcommittee, counted in scores),
            row(_("All subcommittees"), total, is_total=True),
        ),
    )


def subcommittees(scope: Scope) -> Section:
    heading = _("Work of the subcommittees")
    all_of_them = Subcommittee.objects.all()
    if not all_of_them:
        return Section(heading, (Paragraph(_("No subcommittee is recorded."), manner="nothing"),))
    return Section(heading, tuple(_subcommittee(each, scope) for each in all_of_them))


def _subcommittee(subcommittee: Subcommittee, scope: Scope) -> Subsection:
    found = (
        _projects(scope)
        .filter(subcommittee=subcommittee)
        .prefetch_related(
            "commitments",
            "lead_organisations__city",
            "milestones",
            "indicators__values",
            Prefetch("updates", _updates(scope).in_full(), to_attr="reported"),
        )
    )
    blocks: tuple[Block, ...] = tuple(_project(project, scope) for project in found)
    nothing = Paragraph(_("No project of this subcommittee carries out a commitment yet."), manner="nothing")
    return Subsection(subcommittee.name, blocks or (nothing,))


def _project(project: Project, scope: Scope) -> Subsection:
    reported: list[ProgressUpdate] = project.reported  # type: ignore[attr-defined]
    statements = tuple(_statements(reported, scope))
    if not statements:
        statements = (Paragraph(_("No progress was reported in this period."), manner="nothing"),)
    return Subsection(
        project.title,
        (*project_blocks(project, scope), Subsection(_("Progress reported"), statements)),
        illustrative=project.is_illustrative,
    )


def _statements(updates: list[ProgressUpdate], scope: Scope) -> list[Block]:
    """Return the updates by period, the latest first; two cities on one period stand side by side."""
    by_period = defaultdict(list)
    for update in updates:
        by_period[update.period_until, update.period_from].append(update)
    blocks: list[Block] = []
    for _of, group in sorted(by_period.items(), reverse=True):
        group.sort(key=lambda update: (scope.city_ids.index(update.city_id), update.pk))
        both = len(group) == 2 and group[0].city_id != group[1].city_id
        said = tuple(_statement(update, scope) for update in group)
        blocks += [SideBySide(said)] if both else said
    return blocks


def _statement(update: ProgressUpdate, scope: Scope) -> Statement:
    blocks: list[Block] = []
    if update.corrects_id:
        blocks.append(Paragraph(_("Corrects what this city had reported before."), manner="note"))
    if update.narrative:
        blocks.append(Paragraph(update.narrative))
    if facts := _reported(update):
        blocks.append(Facts(facts))
    is_confirmed = update.state == State.CONFIRMED
    course = Course(update.course)
    return Statement(
        city=update.city.name,
        position=sorted(scope.city_ids).index(update.city_id),
        period=f"{date_format(update.period_from)} – {date_format(update.period_until)}",
        course=Status(str(course.label), COURSE_TONES[course]),
        standing=Status(update.printable_state, Tone.GOOD if is_confirmed else Tone.FAIR),
        blocks=tuple(blocks),
        illustrative=update.is_illustrative,
    )


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
    next_steps: list[tuple[str, Cell]] = [(_("Next steps"), update.next_steps)] if update.next_steps else []
    return (*milestones, *values, *next_steps)


def _updates(scope: Scope) -> UpdateQuerySet:
    return ProgressUpdate.objects.released().current().reporting_on(scope.start, scope.end)


def _projects(scope: Scope) -> ProjectQuerySet:
    """Those that carry out a commitment made up to the last day covered."""
    return Project.objects.filter(commitments__agreement__signed_on__lte=scope.end).distinct()
