"""The report's chapters on the work of the subcommittees, one a subcommittee."""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from committee.events import report_section as events
from committee.languages.wording import sentence
from committee.printing.checked import Mention
from committee.printing.content import (
    Block,
    Chart,
    Figure,
    Figures,
    Paragraph,
    Picture,
    Scope,
    Section,
    Subsection,
)
from committee.progress.models import ProgressUpdate
from committee.progress.printed import printed_projects, printed_updates
from committee.progress.report_next_steps import next_steps
from committee.progress.report_pictures import pictures_of_each
from committee.progress.report_promises import made_since, what_became
from committee.progress.report_scores import Score, scores_on
from committee.progress.report_statements import statements
from committee.projects.models import Project
from committee.projects.report_section import WIDTH_IN_PRINT, project_blocks
from committee.projects.timeline import TimelineRow, in_words, legend_in_words, timeline
from committee.research import report_section as research
from committee.subcommittees.models import Subcommittee

# Two lines of a project's name fit into a row.
ROW_HEIGHT = 30
# So many rows, with what stands around them, fill a page.
MOST_ROWS = 24


def subcommittees(scope: Scope) -> tuple[Section, ...]:
    scores = scores_on(scope)
    if not scores:
        nothing = Paragraph(_("No subcommittee is recorded."), manner="nothing")
        return (Section(_("Work of the subcommittees"), (nothing,), key="none"),)
    return tuple(_chapter(each, score, scope) for each, score in scores.items())


def _chapter(subcommittee: Subcommittee, score: Score, scope: Scope) -> Section:
    projects = _projects(subcommittee, scope)
    pictures = pictures_of_each(projects)
    nothing = Paragraph(_("No project of this subcommittee carries out a commitment yet."), manner="nothing")
    return Section(
        subcommittee.name,
        (
            _figures(subcommittee, score),
            *(_overviews(subcommittee, projects, scope) if projects else (nothing,)),
            *what_became(subcommittee, scope),
            *made_since(subcommittee, scope),
            *(_project(project, pictures[project.pk], scope) for project in projects),
            *next_steps(projects, scope),
        ),
        key=subcommittee.code,
    )


def _projects(subcommittee: Subcommittee, scope: Scope) -> list[Project]:
    found = (
        printed_projects(scope)
        .filter(subcommittee=subcommittee)
        .select_related("kind", "subcommittee")
        .prefetch_related(
            "commitments",
            "lead_organisations__city",
            "milestones",
            "indicators__values",
            "indicators__reports__update",
            *events.READ_OF_PROJECTS,
            *research.READ_OF_PROJECTS,
            Prefetch("updates", printed_updates(scope).in_full(), to_attr="reported"),
        )
    )
    return list(found)


def _figures(subcommittee: Subcommittee, score: Score) -> Figures:
    def figure(field: str, label: str, remark: str = "") -> Figure:
        claim = score.claim(field, subcommittee)
        return Figure(str(claim.number), label, remark, claim)

    return Figures(
        (
            figure("promised", _("commitments"), _("to date")),
            figure("kept", _("of them kept"), _("to date")),
            figure("projects", _("projects"), _("to date")),
            figure("confirmed", _("confirmed progress updates"), _("in this period")),
        )
    )


def _overviews(subcommittee: Subcommittee, projects: list[Project], scope: Scope) -> Iterator[Chart]:
    """Draw the projects against time, a page at a time."""
    pages = [projects[first : first + MOST_ROWS] for first in range(0, len(projects), MOST_ROWS)]
    for number, shown in enumerate(pages, start=1):
        words = _("Projects and their milestones: %(subcommittee)s")
        if len(pages) > 1:
            words = _("Projects and their milestones: %(subcommittee)s (%(number)s of %(total)s)")
        caption = sentence(words, subcommittee=subcommittee.name, number=str(number), total=str(len(pages)))
        yield _overview(caption, shown, scope)


def _overview(caption: str, projects: list[Project], scope: Scope) -> Chart:
    rows = [
        TimelineRow(each.title.plain, each.starts_on, each.ends_on, list(each.milestones.all()))
        for each in projects
    ]
    return Chart(
        caption,
        in_words(rows, scope.end),
        timeline(rows, scope.end, width=WIDTH_IN_PRINT, row_height=ROW_HEIGHT),
        note=legend_in_words(),
        illustrative=any(each.is_illustrative for each in projects),
    )


def _project(project: Project, pictures: tuple[Picture, ...], scope: Scope) -> Subsection:
    reported: list[ProgressUpdate] = project.reported  # type: ignore[attr-defined]
    said: tuple[Block, ...] = tuple(statements(reported, scope))
    nothing = Paragraph(_("No progress was reported in this period."), manner="nothing")
    return Subsection(
        project.title,
        (
            *project_blocks(project, scope),
            *events.event_blocks(project, scope),
            *research.research_blocks(project, scope),
            *pictures,
            Subsection(_("Progress reported"), said) if said else nothing,
        ),
        illustrative=project.is_illustrative,
        mention=Mention(f"project-{project.pk}", project.state),
    )
