"""Fill an empty database with the demonstration, through the same doors as everybody else."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.demonstration.amendment import amend, exchange_letters
from committee.demonstration.between_meetings import gather
from committee.demonstration.cast import assemble, hold
from committee.demonstration.conversation import talk
from committee.demonstration.culture import CULTURE
from committee.demonstration.delegations import send_delegations
from committee.demonstration.economy import ECONOMY
from committee.demonstration.education import EDUCATION
from committee.demonstration.environment import ENVIRONMENT
from committee.demonstration.forewords import speak
from committee.demonstration.hotline import HOTLINE
from committee.demonstration.meetings import MEETINGS
from committee.demonstration.minutes import write_minutes
from committee.demonstration.mistakes import delete_what_was_entered_twice
from committee.demonstration.open_promises import leave_open
from committee.demonstration.papers import file_signed_text, fill_library, prepare_next_meeting
from committee.demonstration.pictures import show
from committee.demonstration.positions import state_positions
from committee.demonstration.preparation import (
    call_working_meeting,
    introduce_next_report,
    prepare_postponed_meeting,
)
from committee.demonstration.undertakings import (
    found,
    prepare_inside,
    set_up_team,
    sign_memorandum,
    undertake,
)
from committee.founding.founders import CITIES, SUBCOMMITTEES
from committee.meetings.models import GeneralMeeting
from committee.members.models import Member
from committee.progress.silence import note_silence
from committee.rules import BrokenRule
from committee.subcommittees.models import Subcommittee

CHAPTERS = (ECONOMY, CULTURE, EDUCATION)


class NotEmpty(BrokenRule):
    """The demonstration is for an empty database; it never mixes with real records."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The database already has records, so the demonstration was not loaded. Give it an empty "
                "database."
            )
        )


def is_empty() -> bool:
    """Tell whether nobody has begun: no member, no meeting. An import may have founded the committee."""
    codes = {kind: set(kind.objects.values_list("code", flat=True)) for kind in (City, Subcommittee)}
    is_founded = codes == {
        City: {city["code"] for city in CITIES},
        Subcommittee: {subcommittee["code"] for subcommittee in SUBCOMMITTEES},
    }
    has_begun = Member.objects.exists() or GeneralMeeting.objects.exists()
    return not has_begun and (is_founded or not any(codes.values()))


@transaction.atomic
def fill(*, password: str) -> None:
    """Enter everything of the committee's side; everybody signs in with `password`.

    Raises:
        NotEmpty: when the database has meetings, members, or cities other than those of the demonstration.
    """
    if not is_empty():
        raise NotEmpty
    cast = assemble(password)
    for meeting in MEETINGS:
        hold(cast, meeting)
    found(cast)
    set_up_team(cast)
    of_the_memorandum = sign_memorandum(cast)
    file_signed_text(cast, of_the_memorandum.agreement)
    amend(cast, of_the_memorandum.agreement)
    exchange_letters(cast)
    gather(cast, of_the_memorandum.agreement)
    prepare_next_meeting(cast)
    send_delegations(cast)
    write_minutes(cast)
    delete_what_was_entered_twice(cast)
    fill_library(cast)
    prepare_postponed_meeting(cast)
    speak(cast)
    introduce_next_report(cast)
    call_working_meeting(cast)
    for undertaking in ENVIRONMENT.undertakings:
        project = undertake(cast, ENVIRONMENT, undertaking, [of_the_memorandum])
        if undertaking is HOTLINE:
            talk(cast, project)
            show(cast, project)
    leave_open(cast, of_the_memorandum.agreement)
    for chapter in CHAPTERS:
        for undertaking in chapter.undertakings:
            undertake(cast, chapter, undertaking, [])
    prepare_inside(cast, of_the_memorandum)
    # The years that the demonstration tells of are over, and so is the wait for an answer.
    note_silence(timezone.now())
    state_positions(cast)
