"""The report's first chapter: every subcommittee in one row, and how its commitments stand."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.commitments.board import Tally, tally_by_subcommittee
from committee.commitments.models import Commitment
from committee.commitments.standings import Standing
from committee.printing.content import (
    Chart,
    Claim,
    Column,
    Figure,
    Figures,
    Paragraph,
    Row,
    Scope,
    Section,
    Table,
)
from committee.progress.models import ProgressUpdate
from committee.progress.report_section import printed_projects, printed_updates
from committee.subcommittees.models import Subcommittee

State = ProgressUpdate.State

# The colours of the summary's bars, from what is done to what is not.
COLOURS = {
    Standing.KEPT: "#2f6b3c",
    Standing.ON_TRACK: "#7fa7bd",
    Standing.LATE: "#a3281e",
    Standing.NO_PROJECT: "#e3b04b",
    Standing.SILENT: "#8a7a5c",
    Standing.RELEASED: "#d9dee3",
}


# What each number of a score counts.
SUBJECTS = {
    "promised": "commitments:all",
    **{each.value: f"commitments:{each.value}" for each in Standing},
    "projects": "projects:all",
    "confirmed": f"updates:{State.CONFIRMED}",
    "unconfirmed": f"updates:{State.SUBMITTED}",
    "one_sided": f"updates:{State.ONE_SIDED}",
    "differing": f"updates:{State.DIFFERING}",
}


@dataclass(frozen=True)
class Score:
    """What a subcommittee has promised to date, and how much of its work was reported in the period."""

    promised: int = 0
    kept: int = 0
    on_track: int = 0
    late: int = 0
    no_project: int = 0
    silent: int = 0
    released: int = 0
    projects: int = 0
    confirmed: int = 0
    unconfirmed: int = 0
    one_sided: int = 0
    differing: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + its for mine, its in zip(astuple(self), astuple(other), strict=True)))

    def claim(self, field: str, who: Subcommittee | None = None) -> Claim:
        """Say what one of the numbers counts: of one subcommittee, or of all of them."""
        subject = f"{SUBJECTS[field]}:{who.code}" if who else SUBJECTS[field]
        return Claim(subject, getattr(self, field))


def summary(scope: Scope) -> Section:
    promised = Commitment.objects.promised_until(scope.end).with_standing(scope.end)
    tallies = tally_by_subcommittee(promised)
    scores = [(each, score(each, tallies[each.pk], scope)) for each in Subcommittee.objects.all()]
    if not scores:
        return Section(_("Summary"), (Paragraph(_("No subcommittee is recorded."), manner="nothing"),))
    total = sum((counted for _who, counted in scores), Score())
    day = date_format(scope.end)
    return Section(
        _("Summary"),
        (
            Figures(
                (
                    _figure(total.claim("promised"), _("commitments"), _("to date")),
                    _figure(total.claim("kept"), _("of them kept"), _("to date")),
                    _figure(total.claim("late"), _("of them late"), _("on %(day)s") % {"day": day}),
                    _figure(total.claim("confirmed"), _("confirmed progress updates"), _("in this period")),
                )
            ),
            _chart(scores),
            _scores(
                _("Commitments of each subcommittee on %(day)s") % {"day": day}, COMMITMENTS, scores, total
            ),
            _scores(_("Work of each subcommittee in this period"), WORK, scores, total),
        ),
    )


def _figure(claim: Claim, label: str, remark: str) -> Figure:
    return Figure(str(claim.number), label, remark, claim)


def score(subcommittee: Subcommittee, commitments: Tally, scope: Scope) -> Score:
    """Count what is printed, as of the last day covered: what was settled later counts as open."""
    projects = printed_projects(scope).filter(subcommittee=subcommittee)
    updates = printed_updates(scope).filter(project__in=projects.values("pk"))
    return Score(
        promised=commitments.total(),
        **{standing.value: commitments[standing] for standing in Standing},
        projects=projects.count(),
        confirmed=updates.filter(state=State.CONFIRMED).count(),
        unconfirmed=updates.filter(state=State.SUBMITTED).count(),
        one_sided=updates.filter(state=State.ONE_SIDED).count(),
        differing=updates.filter(state=State.DIFFERING).count(),
    )


def _chart(scores: list[tuple[Subcommittee, Score]]) -> Chart:
    said = (
        _("%(subcommittee)s: %(promised)s made, %(kept)s kept, %(late)s late")
        % {"subcommittee": who.name.plain, "promised": its.promised, "kept": its.kept, "late": its.late}
        for who, its in scores
    )
    caption = _("How the commitments of each subcommittee stand")
    claims = tuple(its.claim(state.value, who) for who, its in scores for state in Standing)
    return Chart(caption, "; ".join(said), _bars(scores), claims=claims)


def _bars(scores: list[tuple[Subcommittee, Score]]) -> dict[str, Any]:
    """Draw one bar a subcommittee, parted by what became of its commitments."""
    parts = [
        {"who": who.name.plain, "state": str(state.label), "order": place, "commitments": count}
        for who, its in scores
        for place, state in enumerate(Standing)
        if (count := getattr(its, state.value))
    ]
    most = max(its.promised for _who, its in scores)
    names = [who.name.plain for who, _its in scores]
    whole_numbers = {"values": list(range(most + 1)), "format": "d"}
    scale = {"domain": [str(each.label) for each in Standing], "range": [COLOURS[each] for each in Standing]}
    return {
        "width": 480,
        "height": {"step": 24},
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
COMMITMENTS = [
    (gettext_lazy("made"), "promised"),
    *((each.label, each.value) for each in Standing),
]
WORK = [
    (gettext_lazy("projects"), "projects"),
    (gettext_lazy("confirmed updates"), "confirmed"),
    (gettext_lazy("updates not yet confirmed"), "unconfirmed"),
    (gettext_lazy("one-sided for silence"), "one_sided"),
    (gettext_lazy("seen differently"), "differing"),
]


def _scores(
    caption: str,
    columns: Sequence[tuple[str | Promise, str]],
    scores: list[tuple[Subcommittee, Score]],
    total: Score,
) -> Table:
    def row(name: str, counted: Score, who: Subcommittee | None = None) -> Row:
        claims = tuple(counted.claim(field, who) for _heading, field in columns)
        return Row((name, *(str(each.number) for each in claims)), is_total=who is None, claims=claims)

    return Table(
        caption,
        (
            Column(_("Subcommittee"), share=3),
            *(Column(capfirst(str(heading)), 2, "end") for heading, _field in columns),
        ),
        (
            *(row(subcommittee.name, counted, subcommittee) for subcommittee, counted in scores),
            row(_("All subcommittees"), total),
        ),
    )
