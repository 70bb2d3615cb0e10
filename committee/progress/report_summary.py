"""The report's first chapter: every subcommittee in one row, and how its commitments stand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.commitments.standings import Standing
from committee.printing.charts import values_called
from committee.printing.checked import Claim
from committee.printing.content import Chart, Column, Figure, Figures, Paragraph, Row, Scope, Section, Table
from committee.progress.report_scores import Score, Scores, growth_of, scores_on
from committee.subcommittees.models import Subcommittee

# The colours of the summary's bars, from what is done to what is not.
COLOURS = {
    Standing.KEPT: "#2f6b3c",
    Standing.ON_TRACK: "#7fa7bd",
    Standing.LATE: "#a3281e",
    Standing.NO_PROJECT: "#e3b04b",
    Standing.SILENT: "#8a7a5c",
    Standing.RELEASED: "#d9dee3",
}


def summary(scope: Scope) -> Section:
    """Say on one page how all promises stand, how that has changed, and what work was reported."""
    scores = scores_on(scope)
    if not scores:
        return Section(_("Summary"), (Paragraph(_("No subcommittee is recorded."), manner="nothing"),))
    total = sum(scores.values(), Score())
    growth = growth_of(scores, scope)
    on_day = _("Commitments of each subcommittee on %(day)s") % {"day": date_format(scope.end)}
    return Section(
        _("Summary"),
        (
            _figures(total, growth, scope),
            *([_chart(scores)] if total.promised else []),
            _scores(on_day, COMMITMENTS, scores),
            _period(scores, growth, scope),
        ),
        on_one_page=True,
    )


def signed(number: int) -> str:
    """Write a change with its sign, less with a minus and not with a hyphen."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def _figures(total: Score, growth: Scores | None, scope: Scope) -> Figures:
    """Set the largest numbers, each with its change since the last meeting where there was one."""
    grown = sum(growth.values(), Score()) if growth else None
    day = _("on %(day)s") % {"day": date_format(scope.end)}

    def remark(field: str, otherwise: str) -> str:
        if grown is None:
            return otherwise
        change = getattr(grown, field)
        words = _("%(change)s since %(meeting)s") if change else _("unchanged since %(meeting)s")
        return words % {"change": signed(change), "meeting": since(scope)}

    return Figures(
        (
            _figure(total.claim("promised"), _("commitments"), remark("promised", _("to date"))),
            _figure(total.claim("kept"), _("of them kept"), remark("kept", _("to date"))),
            _figure(total.claim("late"), _("of them late"), remark("late", day)),
            _figure(total.claim("confirmed"), _("confirmed progress updates"), _("in this period")),
        )
    )


def since(scope: Scope) -> str:
    """Return since when a report tells of changes: the last meeting, or its day where it has no name."""
    return scope.last_meeting or (date_format(scope.start) if scope.start else "")


def _figure(claim: Claim, label: str, remark: str) -> Figure:
    return Figure(str(claim.number), label, remark, claim)


def _chart(scores: Scores) -> Chart:
    said = (
        _("%(subcommittee)s: %(promised)s made, %(kept)s kept, %(late)s late")
        % {"subcommittee": who.name.plain, "promised": its.promised, "kept": its.kept, "late": its.late}
        for who, its in scores.items()
    )
    caption = _("How the commitments of each subcommittee stand")
    claims = tuple(its.claim(state.value, who) for who, its in scores.items() for state in Standing)
    return Chart(caption, "; ".join(said), _bars(scores), claims=claims)


def _bars(scores: Scores) -> dict[str, Any]:
    """Draw one bar a subcommittee, parted by what became of its commitments."""
    parts = [
        {"who": who.name.plain, "state": str(state.label), "order": place, "commitments": count}
        for who, its in scores.items()
        for place, state in enumerate(Standing)
        if (count := getattr(its, state.value))
    ]
    names = [who.name.plain for who in scores]
    whole_numbers = {"tickMinStep": 1, "format": ",d"}
    scale = {"domain": [str(each.label) for each in Standing], "range": [COLOURS[each] for each in Standing]}
    return {
        **values_called({"who": _("Subcommittee"), "state": _("State"), "commitments": _("commitments")}),
        "width": 480,
        "height": {"step": 19},
        "data": {"values": parts},
        "mark": {"type": "bar", "height": 13},
        "encoding": {
            "y": {"field": "who", "title": None, "sort": names, "axis": {"domain": False, "ticks": False}},
            "x": {
                "field": "commitments",
                "type": "quantitative",
                "title": _("commitments"),
                "axis": whole_numbers,
            },
            "color": {"field": "state", "scale": scale},
            "order": {"field": "order"},
        },
    }


# The columns of the summary: heading and field of Score.
Counted: TypeAlias = Sequence[tuple[str | Promise, str]]
COMMITMENTS: Counted = [
    (gettext_lazy("made"), "promised"),
    *((each.label, each.value) for each in Standing),
]
GROWTH: Counted = [
    (gettext_lazy("made, change"), "promised"),
    (gettext_lazy("kept, change"), "kept"),
    (gettext_lazy("late, change"), "late"),
]
WORK: Counted = [
    (gettext_lazy("projects"), "projects"),
    (gettext_lazy("confirmed updates"), "confirmed"),
    (gettext_lazy("updates not yet confirmed"), "unconfirmed"),
    (gettext_lazy("one-sided for silence"), "one_sided"),
    (gettext_lazy("seen differently"), "differing"),
]


def _scores(caption: str, columns: Counted, scores: Scores) -> Table:
    def row(name: str, score: Score, who: Subcommittee | None = None) -> Row:
        claims = tuple(score.claim(field, who) for _heading, field in columns)
        return Row((name, *(str(each.number) for each in claims)), is_total=who is None, claims=claims)

    rows = tuple(row(who.name, score, who) for who, score in scores.items())
    total = row(_("All subcommittees"), sum(scores.values(), Score()))
    return Table(caption, _columns(columns), (*rows, total))


def _period(scores: Scores, growth: Scores | None, scope: Scope) -> Table:
    """Set the work of the period beside what has changed since the last meeting, where there was one."""
    work = _scores(_("Work of each subcommittee in this period"), WORK, scores)
    if growth is None:
        return work
    changes = [*growth.values(), sum(growth.values(), Score())]
    caption = _("Change since %(meeting)s, and work of each subcommittee in this period")
    return replace(
        work,
        caption=caption % {"meeting": since(scope)},
        columns=(work.columns[0], *_columns(GROWTH)[1:], *work.columns[1:]),
        rows=tuple(_with_change(row, change) for row, change in zip(work.rows, changes, strict=True)),
    )


def _with_change(row: Row, change: Score) -> Row:
    changes = (signed(getattr(change, field)) for _heading, field in GROWTH)
    return replace(row, cells=(row.cells[0], *changes, *row.cells[1:]))


def _columns(counted: Counted) -> tuple[Column, ...]:
    numbers = (Column(capfirst(str(heading)), 2, "end") for heading, _field in counted)
    return (Column(_("Subcommittee"), share=5), *numbers)
