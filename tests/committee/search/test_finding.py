import datetime

import pytest
from django.utils.translation import override

from committee.members.models import Role
from committee.search import finding
from committee.search.indexing import build
from committee.search.models import SearchEntry
from committee.search.query import parse
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.document import DocumentFactory
from tests.factories.edition import EditionFactory
from tests.factories.follow_up import FollowUpFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(db):
    return member_with(Role.OBSERVER)


def groups_for(reader, typed, **narrowed):
    asked = finding.Asked(parse(typed), **narrowed)
    return finding.groups(reader, asked, finding.found(reader, asked))


def found_by(reader, typed, **narrowed):
    """Return the records found, by kind."""
    groups = groups_for(reader, typed, **narrowed)
    return {group.searched.kind: [hit.record for hit in group.hits] for group in groups}


@pytest.mark.parametrize(
    "typed",
    [
        "환경",
        "环境",
        "热线",
        "空气",
        "환",
        "线",
        "hotli",
        "AI",
        "서울 AI",
        "ＡＩ",
        '"dust hotline"',
        "环境 핫라인",
    ],
)
def test_short_words_of_three_languages_are_found(reader, typed):
    project = ProjectFactory(
        title_ko="서울-베이징 환경 핫라인",
        title_zh_hans="环境热线",
        title_en="Fine-dust hotline",
        summary_zh_hans="交换空气质量信息。",
        summary_en="Forecasts by AI",
        subcommittee__code="other",
    )
    AgreementFactory(title_ko="서울 관광", title_zh_hans="首尔旅游", title_en="Tourism and air")
    build()

    assert found_by(reader, typed)["project"] == [project]
    assert "agreement" not in found_by(reader, typed)


@pytest.mark.parametrize(
    "typed", ["气空", "线热", "환핫", '"hotline dust"', "경핫", "otline", '"hotlin"', "空气 관광"]
)
def test_nothing_is_found_across_words_or_from_the_middle_of_one(reader, typed):
    ProjectFactory(
        title_ko="환경 핫라인", title_zh_hans="热线", title_en="dust hotline", summary_zh_hans="空气"
    )
    build()

    assert found_by(reader, typed) == {}


def test_two_characters_in_words_that_follow_each_other_are_not_one_word(reader):
    ProjectFactory(title_ko="대기 질문")
    build()

    assert found_by(reader, "대기질") == {}


def test_a_hit_in_a_title_stands_before_the_latest(reader):
    titled = ProjectFactory(title_en="Hotline")
    in_text = [ProjectFactory(summary_en="A hotline"), ProjectFactory(summary_en="The hotline")]
    build()

    assert found_by(reader, "hotline")["project"] == [titled, *reversed(in_text)]


def test_a_draft_is_found_by_its_own_city_only():
    draft = UpdateFactory(narrative_ko="비공개 초안")
    build()

    found = [found_by(member_with(Role.OBSERVER, city), "초안") for city in (seoul(), beijing())]

    assert found == [{"progressupdate": [draft]}, {}]


def test_an_action_is_found_under_the_city_of_its_person_or_of_its_post(reader):
    post = member_with(Role.SECRETARIAT, beijing()).posts.get()
    actions = [
        FollowUpFactory(title_en="Write"),
        FollowUpFactory(title_en="Write", responsible=None, post=post),
    ]
    build()

    found = [found_by(reader, "write", city=city) for city in (seoul(), beijing())]

    assert found == [{"followup": [action]} for action in actions]


def test_a_document_of_one_city_is_found_by_its_own_city_only():
    document = DocumentFactory(title_zh_hans="内部文件", readers="one_city", city=beijing())
    build()

    found = [found_by(member_with(Role.SECRETARIAT, city), "内部") for city in (seoul(), beijing())]

    assert found == [{}, {"document": [document]}]


def test_an_observer_finds_a_report_when_it_is_ready():
    waiting = EditionFactory(meeting__ordinal=3)
    build()

    found = [found_by(member_with(role), "meeting english") for role in (Role.LIAISON, Role.OBSERVER)]

    assert found == [{"reportedition": [waiting]}, {}]


def test_what_was_withdrawn_after_it_was_entered_is_out_of_sight(reader):
    update = submitted_update(narrative_en="withdrawn soon")
    build()
    type(update).objects.update(state="draft", submitted_at=None, submitted_by=None)

    assert found_by(member_with(Role.OBSERVER, beijing()), "withdrawn") == {}


def test_sign_in_names_and_addresses_are_not_searched(reader):
    type(reader).objects.filter(pk=reader.pk).update(email="someone@seoul.example", username="hidden-name")
    build()

    assert (found_by(reader, "someone"), found_by(reader, "hidden")) == ({}, {})


def test_what_is_found_is_narrowed_down(reader):
    economy = SubcommitteeFactory(code="economy")
    old = LeadOrganisationFactory(name_en="Bureau", project__starts_on=datetime.date(2018, 1, 1))
    LeadOrganisationFactory(
        name_en="Bureau",
        city=beijing(),
        project__subcommittee=economy,
        project__starts_on=datetime.date(2020, 1, 1),
    )
    build()

    found = [
        found_by(reader, "bureau", city=seoul()),
        found_by(reader, "bureau", subcommittee=old.project.subcommittee),
        found_by(reader, "bureau", until=datetime.date(2018, 1, 1)),
        found_by(reader, "bureau", since=datetime.date(2017, 1, 1), until=datetime.date(2019, 1, 1)),
    ]

    assert found == [{"leadorganisation": [old]}] * 4


def test_only_the_first_of_a_kind_are_shown_and_all_are_counted(reader):
    ProjectFactory.create_batch(finding.OF_EACH_KIND + 2, title_en="Forum")
    build()

    (group,) = groups_for(reader, "forum")

    assert (group.total, len(group.hits), group.has_more) == (7, 5, True)


def test_a_meeting_is_found_by_its_name_in_each_language(reader):
    meeting = MeetingFactory(ordinal=3)
    build()

    assert [found_by(reader, name)["meeting"] for name in ("제3차", "第3次", '"meeting no. 3"')] == [
        [meeting]
    ] * 3


def test_the_readers_language_is_shown_first(reader):
    ProjectFactory(title_ko="핫라인", title_zh_hans="热线", summary_ko="AI 예보", summary_zh_hans="AI预报")
    build()

    with override("zh-hans"):
        (group,) = groups_for(reader, "AI")

    assert (str(group.hits[0].title), str(group.hits[0].excerpt)) == ("热线", "AI预报")


def test_a_record_that_is_gone_since_is_left_out(reader):
    gone = ProjectFactory(title_en="Gone")
    build()
    gone.delete()

    assert [hit for group in groups_for(reader, "gone") for hit in group.hits] == []


def test_what_no_room_has_searched_any_more_is_not_found(reader):
    project = ProjectFactory(title_en="Air forum")
    ProjectFactory(title_en="Sea forum")
    build()
    SearchEntry.objects.exclude(record_id=project.pk).update(kind="pledge")

    assert found_by(reader, "forum") == {"project": [project]}


@pytest.mark.parametrize("number", [1, 3])
def test_finding_takes_the_same_queries_however_much_is_found(reader, number, django_assert_num_queries):
    ProjectFactory.create_batch(number, title_en="Forum")
    build()
    finding.kinds()

    with django_assert_num_queries(4):
        groups_for(reader, "forum")


def test_of_very_many_the_latest_are_shown_and_it_is_said(reader, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 2)
    titled = ProjectFactory(title_en="Forum")
    latest = [ProjectFactory(summary_en="forum") for _project in range(3)][-1]
    build()

    found = finding.found(reader, finding.Asked(parse("forum")))
    hits = finding.hits_of(found.entries, reader, parse("forum"))

    assert ([hit.record for hit in hits], found.is_cut) == ([titled, latest], True)


def test_who_sees_few_of_very_many_finds_them_too(monkeypatch):
    monkeypatch.setattr(finding, "MOST", 2)
    seen = [submitted_update(narrative_en="forum") for _update in range(2)]
    for _draft in range(4):
        UpdateFactory(narrative_en="forum")
    build()

    found = [
        finding.found(member_with(Role.OBSERVER, city), finding.Asked(parse("forum")))
        for city in (seoul(), beijing())
    ]

    assert [(len(each.entries), each.is_cut) for each in found] == [(2, True), (2, False)]
    assert [entry.record_id for entry in found[1].entries] == [update.pk for update in reversed(seen)]


def test_one_kind_is_found_among_very_many_of_others(reader, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 2)
    meeting = MeetingFactory(summary_en="forum")
    ProjectFactory.create_batch(3, title_en="Forum")
    build()

    found = finding.found(reader, finding.Asked(parse("forum")), "meeting")

    assert (
        [hit.record for hit in finding.hits_of(found.entries, reader, parse("forum"))],
        found.is_cut,
    ) == (
        [meeting],
        False,
    )
