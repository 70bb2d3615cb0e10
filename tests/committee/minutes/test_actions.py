import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from committee.history.actions import ChangedMeanwhile
from committee.members.models import Role
from committee.minutes.actions import (
    add_section,
    create_minutes,
    delete_minutes,
    delete_section,
    edit_section,
    move_section,
)
from committee.minutes.rules import NotHeldYet, NotInThisState, RemarkedOn, WrittenAlready
from committee.models import Minutes, MinutesSection
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory, SubcommitteeMeetingFactory
from tests.factories.member import member_with
from tests.factories.minutes import (
    MinutesFactory,
    MinutesSectionFactory,
    circulated_minutes,
    remark_on,
    written_minutes,
)


def headings(minutes):
    return [section.title_en for section in minutes.sections.all()]


def test_minutes_begin_with_a_section_for_each_item_of_the_agenda(secretary):
    meeting = MeetingFactory()
    AgendaItemFactory(meeting=meeting, position=2, title_en="Education")
    AgendaItemFactory(meeting=meeting, position=1, title_en="Economy")

    minutes = create_minutes(by=secretary, meeting=meeting)

    assert headings(minutes) == ["Economy", "Education"]


def test_a_meeting_that_was_not_held_has_no_minutes(secretary):
    with pytest.raises(NotHeldYet):
        create_minutes(by=secretary, meeting=MeetingFactory(state="planned"))


def test_a_meeting_has_one_set_of_minutes(secretary):
    minutes = MinutesFactory()

    with pytest.raises(WrittenAlready):
        create_minutes(by=secretary, meeting=minutes.meeting)


def test_the_other_citys_secretariat_does_not_write_the_hosts_minutes(db):
    with pytest.raises(PermissionDenied):
        create_minutes(by=member_with(Role.SECRETARIAT, beijing()), meeting=MeetingFactory(host=seoul()))


def test_a_co_lead_of_the_host_city_writes_the_minutes_of_the_subcommittee(db):
    meeting = SubcommitteeMeetingFactory(state="held")

    minutes = create_minutes(by=member_with(Role.CO_LEAD, seoul(), meeting.subcommittee), meeting=meeting)

    assert Minutes.objects.get() == minutes


def test_a_free_section_is_added_at_the_end(secretary):
    minutes = MinutesFactory()
    MinutesSectionFactory(minutes=minutes, position=7, title_en="Fine dust")

    add_section(by=secretary, minutes=minutes, title_en="Thanks")

    assert headings(minutes) == ["Fine dust", "Thanks"]


def test_sections_change_places(secretary):
    minutes = MinutesFactory()
    for position, title in enumerate(["First", "Second", "Third"], start=1):
        MinutesSectionFactory(minutes=minutes, position=position, title_en=title)

    move_section(by=secretary, section=minutes.sections.get(title_en="Third"), up=True)
    move_section(by=secretary, section=minutes.sections.get(title_en="First"), up=False)

    assert headings(minutes) == ["Third", "First", "Second"]


def test_the_first_section_does_not_go_further_up(secretary):
    section = MinutesSectionFactory()

    move_section(by=secretary, section=section, up=True)

    assert MinutesSection.objects.get().version == section.version


def test_two_who_write_different_languages_of_a_section_are_no_conflict(secretary):
    section = MinutesSectionFactory()
    edit_section(by=secretary, section=section, seen_version=1, text_ko="합의하였다.")

    edit_section(by=secretary, section=section, seen_version=1, text_en="Agreed.")

    section.refresh_from_db()
    assert (section.text_ko, section.text_en) == ("합의하였다.", "Agreed.")


def test_the_second_writer_of_the_same_text_is_told_of_the_first(secretary):
    section = MinutesSectionFactory()
    edit_section(by=secretary, section=section, seen_version=1, text_en="Agreed.")

    with pytest.raises(ChangedMeanwhile):
        edit_section(by=secretary, section=section, seen_version=1, text_en="Not agreed.")


def test_circulated_minutes_are_locked(secretary):
    minutes = circulated_minutes()

    with pytest.raises(NotInThisState):
        edit_section(by=secretary, section=minutes.sections.get(), text_en="Something else.")


def test_a_section_with_a_remark_stays(secretary):
    minutes = circulated_minutes()
    remark_on(minutes)
    Minutes.objects.update(state="draft")

    with pytest.raises(RemarkedOn):
        delete_section(by=secretary, section=minutes.sections.get())


def test_minutes_that_were_never_circulated_can_be_deleted(secretary):
    delete_minutes(by=secretary, minutes=written_minutes())

    assert not MinutesSection.objects.exists()


def test_an_agenda_item_has_one_section_in_the_minutes(db):
    item = AgendaItemFactory()
    section = MinutesSectionFactory(agenda_item=item)

    with pytest.raises(IntegrityError), transaction.atomic():
        MinutesSectionFactory(minutes=section.minutes, agenda_item=item)
