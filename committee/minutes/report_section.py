"""What the report says of the minutes: where those of each meeting of its time stand."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.history.readable import NOTHING
from committee.meetings.models import Meeting
from committee.minutes.models import Minutes
from committee.printing.checked import Day
from committee.printing.content import Cell, Column, Paragraph, Row, Scope, Section, Status, Table, Tone

TONE: dict[str, Tone] = {
    Minutes.State.DRAFT: Tone.CALM,
    Minutes.State.CIRCULATED: Tone.FAIR,
    Minutes.State.AGREED: Tone.GOOD,
}


def state_of_minutes(scope: Scope) -> Section | None:
    """Say of each meeting held in the time of the report, the one before included, where its minutes stand.

    Minutes that were never circulated are their host's alone: the report says that they are not circulated.
    """
    held = Meeting.objects.filter(state=Meeting.State.HELD, starts_on__lte=scope.end)
    if scope.start:
        held = held.filter(starts_on__gte=scope.start)
    meetings = list(held.select_related("host", "subcommittee").order_by("starts_on", "pk"))
    circulated = Minutes.objects.circulated().in_brief().filter(meeting__in=meetings)
    by_meeting = {minutes.meeting_id: minutes for minutes in circulated}
    if not meetings:
        return Section(_("Minutes"), (Paragraph(_("No meeting was held."), manner="nothing"),), place="annex")
    rows = tuple(_row(meeting, by_meeting.get(meeting.pk)) for meeting in meetings)
    table = Table(_("Where the minutes of each meeting stand"), _columns(), rows)
    return Section(_("Minutes"), (table,), place="annex")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Meeting"), share=4),
        Column(_("Date"), share=2),
        Column(_("State"), share=2),
        Column(_("Where they stand"), share=5),
    )


def _row(meeting: Meeting, minutes: Minutes | None) -> Row:
    state: Cell = Status(minutes.get_state_display(), TONE[minutes.state]) if minutes else NOTHING
    return Row(
        (
            meeting.title,
            date_format(meeting.starts_on) if meeting.starts_on else NOTHING,
            state,
            minutes.printable_state if minutes else _("not circulated yet"),
        ),
        illustrative=meeting.is_illustrative or bool(minutes and minutes.is_illustrative),
        days=(Day(meeting.starts_on, may_be_earlier=True),) if meeting.starts_on else (),
    )
