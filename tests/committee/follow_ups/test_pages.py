import datetime

import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import FollowUp, Meeting, Outcome
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.follow_up import FollowUpFactory, OutcomeFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import MemberFactory, member_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _row in range(rows):
        FollowUpFactory()
    reader.get(reverse("follow_up_list"))

    with django_assert_num_queries(9):
        page = reader.get(reverse("follow_up_list"))

    assert len(page.context["rows"]) == rows


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", ["A", "B", "C"]),
        ("q=보고", ["B"]),
        ("state=done", ["C"]),
        ("overdue=true", ["A"]),
        ("overdue=false", ["B", "C"]),
        ("mine=true", ["B"]),
        ("city=beijing", ["B"]),
    ],
)
def test_the_list_finds(signed_in, filters, found):
    own = member_with(Role.LIAISON, beijing())
    FollowUpFactory(title_en="A", due_on=datetime.date(2020, 1, 2), responsible__city=seoul())
    FollowUpFactory(title_en="B", title_ko="보고", due_on=datetime.date(2999, 1, 2), responsible=own)
    FollowUpFactory(
        title_en="C",
        due_on=None,
        state="done",
        done_on=datetime.date(2020, 1, 1),
        done_by=MemberFactory(),
        result_en="Written",
    )

    address = f"{reverse('follow_up_list')}?{filters.replace('beijing', str(beijing().pk))}"
    page = signed_in(own).get(address)

    assert sorted(action.title_en for action in page.context["rows"]) == found


def test_the_list_is_a_file_too(reader):
    FollowUpFactory(title_en="=1+1")

    answer = reader.get(f"{reverse('follow_up_list')}?format=csv")

    assert "=1+1" not in answer.content.decode("utf-8-sig").replace("'=1+1", "")


def test_an_outcome_is_said_on_its_form_and_shown_at_the_decision(writer):
    decision, agreement = DecisionFactory(), AgreementFactory()

    page = writer.post(
        reverse("outcome_edit", args=[decision.pk]),
        {"kind": "agreement", "agreement": agreement.pk},
        follow=True,
    )

    ((shown, _documents),) = page.context["decisions"]
    assert shown.outcome.agreement == agreement


def test_an_outcome_that_names_nothing_is_refused_in_words(writer):
    answer = writer.post(reverse("outcome_edit", args=[DecisionFactory().pk]), {"kind": "agreement"})

    assert (answer.status_code, Outcome.objects.count()) == (422, 0)
    assert answer.context["form"].non_field_errors() == [
        "Name the agreement where the decision became one, and only there."
    ]


def test_an_action_is_recorded_given_and_done(signed_in, writer):
    decision, owner = DecisionFactory(), member_with(Role.CONTRIBUTOR)

    writer.post(
        reverse("follow_up_new", args=[decision.pk]),
        {"title_ko": "보고서 작성", "responsible": owner.pk, "due_on": "2026-12-31"},
    )
    action = FollowUp.objects.get()
    signed_in(owner).post(
        reverse("follow_up_done", args=[action.pk]), {"done_on": "2026-11-20", "result_ko": "작성하였다."}
    )

    action.refresh_from_db()
    assert (action.state, action.done_by, action.result_ko) == ("done", owner, "작성하였다.")


def test_an_action_is_not_done_without_a_word(signed_in):
    action = FollowUpFactory()

    answer = signed_in(action.responsible).post(
        reverse("follow_up_done", args=[action.pk]), {"done_on": "2026-11-20"}
    )

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["Say when it was done and what came of it."],
    )


def test_the_page_of_a_meeting_lists_what_is_lacking_with_the_way_to_mend_it(writer):
    meeting = MeetingFactory()
    decision = DecisionFactory(meeting=meeting, number=1)

    page = writer.get(meeting.get_absolute_url())

    assert [(lack.sentence, lack.address) for lack in page.context["closing"].lacks] == [
        ("Decision 1 has no outcome.", reverse("outcome_edit", args=[decision.pk]))
    ]


def test_a_meeting_that_lacks_something_is_not_closed_by_an_old_page(writer):
    decision = DecisionFactory(number=1)

    answer = writer.post(reverse("meeting_close", args=[decision.meeting_id]))

    assert (answer.status_code, str(answer.context["refusal"])) == (
        422,
        "The meeting cannot be closed yet: Decision 1 has no outcome.",
    )


def test_a_meeting_is_closed_and_opened_again_with_a_reason(writer):
    meeting = OutcomeFactory().decision.meeting

    closed = writer.post(reverse("meeting_close", args=[meeting.pk]), follow=True).context
    writer.post(reverse("meeting_open", args=[meeting.pk]), {"reason": "A word is missing"})

    assert (closed["meeting"].is_closed, closed["may_edit"]) == (True, False)
    assert Meeting.objects.get().is_closed is False


@pytest.mark.parametrize("rows", [1, 3])
def test_the_own_actions_take_the_same_queries_for_any_number(signed_in, rows, django_assert_num_queries):
    own = MemberFactory()
    FollowUpFactory.create_batch(rows, responsible=own)
    FollowUpFactory()
    client = signed_in(own)
    client.get(reverse("follow_ups_waiting"))

    with django_assert_num_queries(4):
        page = client.get(reverse("follow_ups_waiting"))

    assert len(page.context["actions"]) == rows


def test_actions_without_a_day_come_last(signed_in):
    someday, soon = FollowUpFactory(due_on=None), FollowUpFactory()

    page = signed_in(member_with(Role.OBSERVER)).get(reverse("follow_up_list"))

    assert list(page.context["rows"]) == [soon, someday]
