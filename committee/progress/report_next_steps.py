"""What the report says comes next on the projects of a subcommittee: milestones, and what the cities plan."""

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.languages.wording import sentence
from committee.printing.content import Cell, Column, Lines, Row, Scope, Status, Subsection, Table
from committee.progress.models import ProgressUpdate
from committee.projects.models import Milestone, Project
from committee.projects.report_section import TONES


def next_steps(projects: Iterable[Project], scope: Scope) -> tuple[Subsection, ...]:
    """Return the next milestone of each project and what each city last said it would do; none for none."""
    rows = tuple(row for each in projects if (row := _row(each, scope)))
    if not rows:
        return ()
    columns = (
        Column(_("Project"), share=6),
        Column(_("Next milestone"), share=6),
        Column(_("Due on"), share=4),
        Column(_("What the cities will do next"), share=9),
    )
    subcommittee = next(iter(projects)).subcommittee.name
    caption = sentence(_("Next steps: %(subcommittee)s"), subcommittee=subcommittee)
    return (Subsection(_("Next steps"), (Table(caption, columns, rows),)),)


def _row(project: Project, scope: Scope) -> Row | None:
    done = Milestone.Standing.DONE
    waiting = [each for each in project.milestones.all() if each.standing(scope.end) != done]
    planned = _planned(project.reported, scope)  # type: ignore[attr-defined]  # read with it
    if not waiting and not planned:
        return None
    milestone = waiting[0] if waiting else None
    return Row(
        (
            project.title,
            milestone.title if milestone else "—",
            _due(milestone, scope) if milestone else "—",
            Lines(planned) if planned else "—",
        ),
        illustrative=project.is_illustrative,
    )


def _planned(updates: Iterable[ProgressUpdate], scope: Scope) -> tuple[str, ...]:
    """Return the next steps that each city reported last, each behind the city's name."""
    latest: dict[int, ProgressUpdate] = {}
    for update in sorted(updates, key=lambda each: (each.period_until, each.pk)):
        if update.next_steps:
            latest[update.city_id] = update
    in_order = sorted(latest.values(), key=lambda each: scope.city_ids.index(each.city_id))
    return tuple(line for each in in_order for line in (each.city.name, each.next_steps))


def _due(milestone: Milestone, scope: Scope) -> Cell:
    standing = milestone.standing(scope.end)
    day = date_format(milestone.due_on)
    if standing != Milestone.Standing.LATE:
        return day
    return Status(_("late since %(day)s") % {"day": day}, TONES[standing])
