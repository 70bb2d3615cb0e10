"""Where a report is on its way, and whose turn it is, in words that stand alone."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.rounds import ReportRound

State = MeetingReport.State
WAY = (State.DRAFT, State.REVIEW, State.APPROVED, State.PUBLISHED)


@dataclass(frozen=True)
class StepOnTheWay:
    """One step of a report's way; `course` is done, current or ahead."""

    label: str
    course: str


def way_of(report: MeetingReport) -> list[StepOnTheWay]:
    """Return the steps from draft to publication; a publication under way is still the step before."""
    reached = {
        State.PUBLISHING: State.APPROVED,
        State.WITHDRAWN: State.PUBLISHED,
        State.CORRECTED: State.PUBLISHED,
    }
    state = State(report.state)
    place = WAY.index(reached.get(state, state))
    courses = ["done"] * place + ["current"] + ["ahead"] * (len(WAY) - place - 1)
    return [StepOnTheWay(str(step.label), course) for step, course in zip(WAY, courses, strict=True)]


def whose_turn(
    report: MeetingReport, open_comments: int, waiting: list[City], held_up_by: list[ReportEdition]
) -> str:
    """Say what is to be done next and by whom.

    Args:
        waiting: the cities that have not approved what is in review.
        held_up_by: the editions whose build failed or was stopped.
    """
    if report.is_draft:
        return _turn_in_draft(report.latest)
    if report.state == State.REVIEW:
        return _turn_in_review(open_comments, waiting)
    if report.state == State.APPROVED:
        return _("Both cities have approved it. Either secretariat publishes it.")
    if report.state == State.PUBLISHING:
        if held_up_by:
            return _held_up(held_up_by)
        return _("The editions are being built. Once each one is ready, all of them are laid open together.")
    if report.state == State.PUBLISHED:
        return _("Everybody can read it. Nothing is left to be done.")
    if report.state == State.WITHDRAWN:
        return _("It was withdrawn. Either secretariat can begin a corrected report.")
    return _("A corrected report has taken its place.")


def _held_up(editions: list[ReportEdition]) -> str:
    words = _(
        "It is not published yet: %(editions)s could not be built. It is the turn of the secretariats: "
        "either one has that built again below, or takes the report back to draft."
    )
    return words % {"editions": ", ".join(edition.languages_in_words for edition in editions)}


def _turn_in_draft(latest: ReportRound | None) -> str:
    if latest and latest.is_under_way:
        return _("Its content is being gathered in every language and checked. Nobody needs to wait here.")
    if latest and latest.state == ReportRound.State.STOPPED:
        return _("The gathering was stopped. It is the turn of the secretariats: either one sends it again.")
    if latest and latest.state == ReportRound.State.REFUSED:
        return _(
            "It is the turn of the secretariats: mend what was found below, or waive a translation by name, "
            "and send it to review again."
        )
    return _(
        "It is the turn of the secretariats: either one sends it to review once its records are complete."
    )


def _turn_in_review(open_comments: int, waiting: list[City]) -> str:
    if open_comments:
        return _(
            "It is the turn of both cities: each comment is answered and settled. Where records are to be "
            "changed, the report is taken back to draft and sent to review again."
        )
    cities = _(" and ").join(city.name.plain for city in waiting)
    words = _("It is the turn of %(cities)s: the secretariat reads the report and approves it for its city.")
    return words % {"cities": cities}
