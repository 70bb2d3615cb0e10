import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from committee.history.models import HistoryEntry
from committee.history.readable import changes_of
from committee.members.models import Role
from environment.models import GapNotice
from tests.factories.gap import GapFactory
from tests.factories.member import member_with
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("gaps", [1, 3])
def test_the_list_asks_the_same_number_of_questions(gaps, signed_in, django_assert_num_queries):
    for _each in range(gaps):
        notice = GapFactory()
        GapFactory(station=StationFactory(city=notice.city))
    visitor = signed_in(member_with(Role.OBSERVER))

    with django_assert_num_queries(6):
        visitor.get(reverse("gap_list"))


def test_an_officer_answers_on_the_page(signed_in):
    notice = GapFactory()
    visitor = signed_in(member_with(Role.LIAISON))

    visitor.post(
        reverse("gap_answer", args=[notice.pk]), {"reason": "power", "answer": "Cut.", "seen_version": 1}
    )

    notice.refresh_from_db()
    assert (notice.state, notice.reason) == (GapNotice.State.ANSWERED, "power")


def test_an_answer_needs_a_reason(signed_in):
    notice = GapFactory()

    answer = signed_in(member_with(Role.LIAISON)).post(
        reverse("gap_answer", args=[notice.pk]), {"answer": "Cut."}
    )

    assert answer.status_code == 422


def test_words_find_the_station(signed_in):
    notice = GapFactory(station=StationFactory(name_ko="종로구"))
    GapFactory()

    page = signed_in(member_with(Role.OBSERVER)).get(reverse("gap_list"), {"q": "종로"})

    assert list(page.context["rows"]) == [notice]


def test_the_history_tells_pollutants_and_hours_in_words():
    notice = GapFactory()
    entry = HistoryEntry(
        record_type=ContentType.objects.get_for_model(notice),
        changes={"pollutants": [None, ["pm25", "o3"]], "first_hour": [420_000, 420_001]},
    )

    told = [(change.before, change.after) for change in changes_of(entry, notice.city.zone)]

    assert told == [("—", "PM2.5; ozone"), ("2017-11-30 09:00 KST", "2017-11-30 10:00 KST")]
