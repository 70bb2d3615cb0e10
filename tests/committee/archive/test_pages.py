import csv
import datetime
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from committee.archive.actions import forget_old_deletions, undo_deletion
from committee.history.actions import keep_changes
from committee.members.models import Role
from committee.models import Decision, Deletion, HistoryEntry, Post
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing
from tests.factories.decision import DecisionFactory
from tests.factories.deletion import deleted
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory, member_with
from tests.factories.milestone import MilestoneFactory

UNDO_DAYS = datetime.timedelta(days=30)


def long_ago(deletion):
    HistoryEntry.objects.filter(pk=deletion.entry_id).update(at=timezone.now() - UNDO_DAYS)


def test_after_a_deletion_the_page_carries_the_way_back(signed_in, secretary):
    decision = DecisionFactory()

    answer = signed_in(secretary).post(reverse("decision_delete", args=[decision.pk]), follow=True)

    address = Deletion.objects.get().get_absolute_url()
    assert f'Deleted. <a href="{address}">Undo</a>' in answer.content.decode()


def test_the_page_of_what_it_was_part_of_carries_the_way_back_too(signed_in, secretary):
    decision = DecisionFactory()
    deletion = deleted(decision, secretary)

    page = signed_in(secretary).get(decision.meeting.get_absolute_url()).content.decode()

    assert f'<a href="{deletion.get_absolute_url()}">Undo' in page


def test_who_may_not_delete_is_not_offered_to_undo(signed_in, secretary):
    decision = DecisionFactory()
    deleted(decision, secretary)

    page = signed_in(member_with(Role.OBSERVER)).get(decision.meeting.get_absolute_url()).content.decode()

    assert "/deleted/1" not in page


def test_the_page_names_what_comes_back_with_the_record(signed_in, secretary):
    item = AgendaItemFactory(title_en="Acting on ozone")
    again = undo_deletion(by=secretary, deletion=deleted(item.meeting, secretary))

    page = signed_in(secretary).get(deleted(again, secretary).get_absolute_url()).content.decode()

    assert page.count("Acting on ozone") == 1


def test_undoing_leads_to_the_record_where_it_was(signed_in, secretary):
    decision = DecisionFactory()
    deletion = deleted(decision, secretary)

    answer = signed_in(secretary).post(deletion.get_absolute_url())

    assert (answer.status_code, answer.url) == (302, decision.get_absolute_url())
    assert Decision.objects.get().pk == decision.pk


def test_what_stands_in_the_way_is_said_on_the_page(signed_in, secretary):
    decision = DecisionFactory(number=1)
    deletion = deleted(decision, secretary)
    DecisionFactory(meeting=decision.meeting, number=1)

    answer = signed_in(secretary).post(deletion.get_absolute_url())

    assert answer.status_code == 422
    assert "Another decision of this meeting has this number." in answer.content.decode()


def test_a_post_that_has_passed_on_meanwhile_is_not_given_back(signed_in, secretary):
    officer = member_with(Role.LIAISON)
    deletion = deleted(officer.posts.get(), secretary)
    member_with(Role.LIAISON)

    answer = signed_in(secretary).post(deletion.get_absolute_url())

    assert answer.status_code == 422
    assert not Post.objects.filter(member=officer).exists()


def test_a_co_lead_undoes_what_a_colleague_of_the_subcommittee_deleted(signed_in, secretary):
    milestone = MilestoneFactory()
    colleague = member_with(Role.CO_LEAD, beijing(), milestone.project.subcommittee)
    deletion = deleted(milestone, secretary)

    answer = signed_in(colleague).post(deletion.get_absolute_url())

    assert answer.status_code == 302


def test_a_city_sees_what_its_own_members_deleted(signed_in, secretary):
    other = member_with(Role.SECRETARIAT, beijing())
    own, _others = deleted(MeetingFactory(), secretary), deleted(MeetingFactory(), other)

    answer = signed_in(secretary).get(reverse("deletion_list"))

    assert list(answer.context["rows"]) == [own]


def test_after_the_set_days_a_deletion_stays(signed_in, secretary):
    deletion = deleted(MeetingFactory(), secretary)
    long_ago(deletion)

    assert signed_in(secretary).get(deletion.get_absolute_url()).status_code == 404


def test_after_the_set_days_what_was_deleted_is_forgotten_but_for_its_history(secretary):
    deletion = deleted(MeetingFactory(), secretary)
    fresh = deleted(MeetingFactory(), secretary)
    long_ago(deletion)

    forget_old_deletions(timezone.now())

    assert list(Deletion.objects.all()) == [fresh]
    assert HistoryEntry.objects.filter(pk=deletion.entry_id).exists()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_number_of_queries_however_long(
    number, signed_in, secretary, django_assert_num_queries
):
    visitor = signed_in(secretary)
    meeting = MeetingFactory()
    for _each in range(number):
        deleted(DecisionFactory(meeting=meeting), secretary)
    visitor.get(reverse("deletion_list"))

    with django_assert_num_queries(7):
        visitor.get(reverse("deletion_list"))


def test_the_history_of_a_record_and_its_parts_is_a_file(signed_in, secretary):
    meeting = MeetingFactory(venue_en="Seoul")
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "=Beijing"})
    entry = HistoryEntry.objects.of(meeting).get()
    address = reverse("history_file", args=[entry.whole_type_id, meeting.pk])

    answer = signed_in(secretary).get(address, {"format": "csv"})

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][1:] == [
        str(secretary),
        "Seoul",
        "changed",
        "meeting",
        str(meeting),
        "venue in English",
        "Seoul",
        "'=Beijing",
        "",
    ]


def test_the_history_of_a_member_is_its_own_secretariats(signed_in, secretary):
    member = MemberFactory(city=beijing())
    keep_changes(by=secretary, record=member, changes={"title_en": "Director"})
    entry = HistoryEntry.objects.of(member).get()

    answer = signed_in(secretary).get(reverse("history_file", args=[entry.whole_type_id, member.pk]))

    assert answer.status_code == 404
