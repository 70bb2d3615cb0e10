import pytest

from committee.mentions.naming import begun_in, meant_by, named_in, offered
from committee.mentions.rules import TooLong, TooManyNamed
from committee.models import Member
from tests.factories.city import beijing
from tests.factories.member import MemberFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@kim", ["kim"]),
        ("Ask @kim.", ["kim"]),
        ("Ask @kim.seoul, please", ["kim.seoul"]),
        ("@kim.seoul.", ["kim.seoul"]),
        ("@kim님께", ["kim"]),
        ("@김서울님께 여쭤보세요", ["김서울"]),
        ("请@kim看一下", ["kim"]),
        ("@kimchi", []),
        ("@kim2", []),
        ("kim", []),
        ("@", []),
        ("@kim @kim.seoul @kim", ["kim", "kim.seoul"]),
    ],
)
def test_members_are_named_by_their_sign_in_names(text, named):
    for username in ("kim", "kim.seoul", "김서울"):
        MemberFactory(username=username)

    assert sorted(member.username for member in named_in(text, Member.objects.all())) == named


def test_names_are_looked_up_in_one_query(django_assert_num_queries):
    MemberFactory(username="kim")

    with django_assert_num_queries(1):
        named_in("@kim @kim.seoul @김서울", Member.objects.all())


def test_fifty_different_names_are_looked_up_and_one_more_is_refused():
    MemberFactory(username="kim")
    fifty = " ".join(["@kim", *(f"@member{number}" for number in range(49))])

    named = named_in(f"{fifty} @kim", Member.objects.all())

    assert [member.username for member in named] == ["kim"]
    with pytest.raises(TooManyNamed, match=r"At most 50 people are named by @ in one text\."):
        named_in(f"{fifty} @member50", Member.objects.all())


def test_a_text_longer_than_ten_thousand_characters_is_refused():
    assert meant_by("가" * 10_000, [], Member.objects.all()) == []

    with pytest.raises(TooLong, match=r"At most 10,000 characters fit here\."):
        meant_by("가" * 10_001, [], Member.objects.all())


@pytest.mark.parametrize(
    ("text", "begun"),
    [("@", ""), ("Ask @ki", "ki"), ("Ask\n@김", "김"), ("Ask @kim ", None), ("a@b", None), ("", None)],
)
def test_a_name_is_begun_at_the_end_of_the_text(text, begun):
    assert begun_in(text) == begun


@pytest.mark.parametrize(
    ("begun", "found"),
    [("li", ["li.ming"]), ("李", ["li.ming"]), ("gil", ["hong"]), ("", ["hong", "li.ming"])],
)
def test_people_are_offered_by_sign_in_name_and_by_name_in_each_language(begun, found):
    MemberFactory(username="hong", name_en="Hong Gildong")
    MemberFactory(username="li.ming", city=beijing(), name_zh_hans="李明")

    assert [member.username for member in offered(begun, Member.objects.all())] == found
