import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import City
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
TOKYO = {"code": "tokyo", "name_en": "Tokyo", "country": "JP", "index_rules": "us-epa"}


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_rows(writer, rows, django_assert_num_queries):
    for number in range(rows):
        member_with(Role.OBSERVER, seoul())
        MeetingFactory(ordinal=number + 1)
    writer.get(seoul().get_absolute_url())

    with django_assert_num_queries(9):
        page = writer.get(seoul().get_absolute_url())

    assert len(page.context["meetings"]) == rows


def test_a_city_is_found_by_its_name_in_any_language(writer):
    seoul(), beijing()

    page = writer.get(reverse("city_list"), {"q": "北京"})

    assert [city.code for city in page.context["rows"]] == ["beijing"]


def test_an_unknown_time_zone_is_refused(writer):
    page = writer.post(reverse("city_new"), {**TOKYO, "time_zone": "Asia/Edo"})

    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["time_zone"]


def test_a_city_keeps_the_code_that_files_name_it_by(writer):
    city = beijing()
    form = {"code": "peking", "name_en": "Peking", "country": "CN", "time_zone": "Asia/Shanghai"}

    writer.post(reverse("city_edit", args=[city.pk]), {**form, "index_rules": "cn-hj633"})

    assert (City.objects.get(pk=city.pk).code, City.objects.get(pk=city.pk).name_en) == ("beijing", "Peking")


def test_a_city_with_members_stays(writer):
    page = writer.post(reverse("city_delete", args=[seoul().pk]))

    assert page.status_code == 422
    assert City.objects.filter(code="seoul").exists()
