"""Open actions open the agenda of the next meeting: called for each act, see AFTER_ACT_KEPT."""

from django.db.models import F, Model

from committee.agendas.actions import enter_item
from committee.follow_ups.models import CarriedOver, FollowUp
from committee.history.actions import lock
from committee.history.models import HistoryEntry
from committee.languages.wording import columns
from committee.meetings.models import Meeting


def open_next_agenda(record: Model, entry: HistoryEntry) -> None:
    """After an act on a meeting or on an action, put what is open on the agenda of the next meeting."""
    if entry.verb == HistoryEntry.Verb.DELETED:
        return  # what is deleted is still there at this moment, and nothing is put on an agenda that goes
    if isinstance(record, Meeting):
        _carry_over(record)
    elif isinstance(record, FollowUp):
        _carry_over(record.decision.meeting)


def _carry_over(meeting: Meeting) -> None:
    """Each open action once on each agenda, also when the meeting is made later than the action."""
    line = Meeting.objects.of_the_line_of(meeting)
    to_come = line.exclude(state=Meeting.State.HELD).order_by(F("starts_on").asc(nulls_last=True), "pk")
    following = to_come.first()
    if following is None:
        return
    held = line.filter(state=Meeting.State.HELD)
    waiting = FollowUp.objects.open().filter(decision__meeting__in=held)
    waiting = waiting.exclude(carried_over__meeting=following)
    if not waiting.exists():
        return
    locked = lock(following)
    for action in waiting.select_related("decision__subcommittee", "responsible__city", "post__city"):
        _put_on_agenda(action, locked)


def _put_on_agenda(action: FollowUp, meeting: Meeting) -> None:
    """It is proposed by the city of who is responsible, or else by the host."""
    city = action.city or meeting.host
    item = enter_item(
        by=None,
        meeting=meeting,
        city=city,
        subcommittee=meeting.subcommittee or action.decision.subcommittee,
        is_illustrative=action.is_illustrative,
        **{name: getattr(action, name) for name in columns("title")},
    )
    CarriedOver.objects.create(follow_up=action, meeting=meeting, item=item)
