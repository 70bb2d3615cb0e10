"""The worksheet of who reports: one file with the open projects, to be filled in and handed in again.

A line is about a project, or about one of its milestones or indicators; its number says which, whatever
becomes of the order. What was reported last stands beside what is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committee.languages.wording import columns
from committee.members.models import ROLES_IN_A_SUBCOMMITTEE, Member
from committee.pages.columns import ID
from committee.pages.spreadsheets import Cell
from committee.progress.models import ProgressUpdate
from committee.progress.periods import period_after
from committee.projects.indicators import Indicator
from committee.projects.models import Milestone, Project

TEXTS = columns("narrative", "next_steps")
# What a line about the project asks for; the others ask for a day, and an indicator for its value.
ASKED = ["period_from", "period_until", "course", *TEXTS]


class WorksheetForm(forms.Form):
    """One line of the worksheet, whatever it is about."""

    draft = forms.CharField(label=pgettext_lazy("state of a progress update", "draft"))
    what = forms.CharField(label=gettext_lazy("Project, milestone or indicator"))
    last = forms.CharField(label=gettext_lazy("What is known"))
    period_from = forms.DateField(label=gettext_lazy("period from"))
    period_until = forms.DateField(label=gettext_lazy("period until"))
    course = forms.ChoiceField(label=gettext_lazy("course"), choices=ProgressUpdate.Course.choices)
    value = forms.CharField(label=gettext_lazy("value"))
    day = forms.DateField(label=gettext_lazy("Done or measured on"))
    submit = forms.BooleanField(label=gettext_lazy("Submit to the other city"))

    def __init__(self) -> None:
        super().__init__()
        for name in TEXTS:
            label = ProgressUpdate._meta.get_field(name).verbose_name  # type: ignore[union-attr]  # a column
            self.fields[name] = forms.CharField(label=label)
        self.order_fields(["draft", "what", "last", *ASKED, "value", "day", "submit"])


@dataclass(frozen=True)
class Sheet:
    """A project, the update of the member's city that can be written at, and the latest one handed over."""

    project: Project
    draft: ProgressUpdate | None
    last: ProgressUpdate | None

    @property
    def milestones(self) -> list[Milestone]:
        return [each for each in self.project.milestones.all() if each.done_on is None]

    @property
    def indicators(self) -> list[Indicator]:
        return [each for each in self.project.indicators.all() if each.figure_id is None]


def may_fill_in(member: Member) -> bool:
    return member.holds(*ROLES_IN_A_SUBCOMMITTEE)


def sheets_of(member: Member) -> list[Sheet]:
    """Return the open projects on which `member` reports, in a fixed number of queries."""
    projects = list(_open_projects(member))
    state = ProgressUpdate.State
    editable = ProgressUpdate.objects.filter(city=member.city_id, state__in=[state.DRAFT, state.RETURNED])
    drafts: dict[int, ProgressUpdate] = {}
    for update in editable.filter(project__in=projects, on_behalf_of=None).in_full().order_by("pk"):
        drafts.setdefault(update.project_id, update)
    released = ProgressUpdate.objects.released().filter(city=member.city_id, project__in=projects)
    latest = {update.project_id: update for update in released.order_by("period_until", "pk")}
    return [Sheet(each, drafts.get(each.pk), latest.get(each.pk)) for each in projects]


def headings() -> list[str]:
    return [str(ID.heading), *(str(field.label) for field in WorksheetForm().fields.values())]


def lines_of(member: Member) -> Iterator[list[Cell]]:
    for sheet in sheets_of(member):
        yield _of_project(sheet, member)
        reported = sheet.draft.reported_milestones.all() if sheet.draft else []
        said = {row.milestone_id: row.done_on for row in reported}
        for milestone in sheet.milestones:
            due = _("due on %(day)s") % {"day": date_format(milestone.due_on)}
            yield _line(f"milestone-{milestone.pk}", str(milestone), due, day=said.get(milestone.pk))
        measured = sheet.draft.reported_values.all() if sheet.draft else []
        values = {row.indicator_id: row for row in measured}
        for indicator in sheet.indicators:
            row = values.get(indicator.pk)
            given = {"value": float(row.value), "day": row.on} if row else {}
            yield _line(f"indicator-{indicator.pk}", _measure(indicator), _last_value(indicator), **given)


def _open_projects(member: Member) -> QuerySet[Project]:
    here = [post.subcommittee_id for post in member.posts_now if post.role in ROLES_IN_A_SUBCOMMITTEE]
    ended = [Project.State.COMPLETED, Project.State.CANCELLED]
    seen = Project.objects.visible_to(member).filter(subcommittee__in=here).exclude(state__in=ended)
    return seen.select_related("subcommittee").prefetch_related("milestones", "indicators__values")


def _of_project(sheet: Sheet, member: Member) -> list[Cell]:
    draft, project, last = sheet.draft, sheet.project, sheet.last
    known = f"{date_format(last.period_until)}: {last.narrative}" if last else ""
    if draft is None:
        period = period_after(last, project, member.today)
        return _line(f"project-{project.pk}", str(project), known, **period)
    given: dict[str, Cell] = {name: getattr(draft, name) for name in ASKED}
    given["course"] = draft.get_course_display()
    mark = f"{draft.pk}/{draft.version}"
    return _line(f"project-{project.pk}", str(project), known, draft=mark, **given)


def _line(key: str, what: str, last: str, **given: Cell) -> list[Cell]:
    cells: dict[str, Cell] = {"what": what, "last": last, **given}
    return [key, *(cells.get(name) for name in WorksheetForm().fields)]


def _measure(indicator: Indicator) -> str:
    return f"{indicator} ({indicator.unit})" if indicator.unit else str(indicator)


def _last_value(indicator: Indicator) -> str:
    values = list(indicator.values.all())
    return f"{values[-1].value.normalize():f} ({date_format(values[-1].on)})" if values else ""
