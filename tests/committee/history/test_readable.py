import datetime

from django.utils.translation import override

from committee.history.actions import keep_changes, keep_new, plain
from committee.history.models import HistoryEntry
from committee.history.readable import Change, changes_of
from committee.models import Agreement, GeneralMeeting
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.milestone import MilestoneFactory


def last_changes(record) -> list[Change]:
    return changes_of(HistoryEntry.objects.of(record)[0])


def test_a_choice_is_told_in_the_words_of_the_form(secretary):
    meeting = MeetingFactory()

    keep_changes(by=secretary, record=meeting, changes={"state": "postponed"})

    assert last_changes(meeting) == [Change("state", "held", "postponed", "")]


def test_a_linked_record_is_told_by_its_title_as_it_was(secretary):
    meeting = MeetingFactory(host=seoul())

    keep_changes(by=secretary, record=meeting, changes={"host": beijing()})

    assert last_changes(meeting) == [Change("host city", "Seoul", "Beijing", "")]


def test_a_linked_record_is_told_in_the_reader_s_language(secretary):
    meeting = MeetingFactory(host=seoul())
    keep_changes(by=secretary, record=meeting, changes={"host": beijing()})

    with override("zh-hans"):
        change = last_changes(meeting)[0]

    assert (change.before, change.after) == ("首尔", "北京")


def test_what_a_part_was_called_is_told_in_the_reader_s_language(secretary):
    milestone = MilestoneFactory(title_ko="합의", title_en="Agreed")
    keep_changes(by=secretary, record=milestone, changes={"done_on": datetime.date(2018, 3, 19)})

    with override("ko"):
        title = HistoryEntry.objects.of(milestone)[0].title

    assert title == "합의"


def test_a_day_is_told_in_the_reader_s_words(secretary):
    meeting = MeetingFactory(starts_on=datetime.date(2018, 3, 19), ends_on=None)

    keep_changes(by=secretary, record=meeting, changes={"ends_on": datetime.date(2018, 3, 20)})

    assert [change.after for change in last_changes(meeting)] == ["March 20, 2018"]


def test_a_yes_or_no_is_told_in_words(secretary):
    agreement = AgreementFactory(authentic_en=False)

    keep_changes(by=secretary, record=agreement, changes={"authentic_en": True})

    assert last_changes(agreement) == [Change("the English text is authentic", "no", "yes", "")]


def test_a_text_carries_its_own_language(secretary):
    agreement = AgreementFactory()

    keep_changes(by=secretary, record=agreement, changes={"title_zh_hans": "谅解备忘录"})

    assert last_changes(agreement) == [Change("title in Chinese", "—", "谅解备忘录", "zh-Hans")]


def test_a_field_that_is_gone_is_told_by_its_name(secretary):
    meeting = keep_new(by=secretary, record=GeneralMeeting(ordinal=1, host=seoul()))
    HistoryEntry.objects.of(meeting).update(changes={"weather": [None, "fine"]})

    assert last_changes(meeting) == [Change("weather", "—", "fine", "")]


def test_days_are_kept_as_iso_dates():
    assert plain(datetime.date(2018, 3, 19)) == "2018-03-19"


def test_a_record_is_kept_as_its_id_and_title():
    agreement = Agreement(pk=7, title_ko="업무협약", title_en="MOU")

    kept = plain(agreement)

    assert kept == {"id": 7, "title": {"ko": "업무협약", "zh_hans": "업무협약", "en": "MOU"}}


def test_a_moment_is_told_in_the_reader_s_zone(secretary):
    meeting = MeetingFactory()
    moment = datetime.datetime(2018, 3, 19, 5, 0, tzinfo=datetime.UTC)
    keep_changes(by=secretary, record=meeting, changes={"state": "postponed"})
    entry = HistoryEntry.objects.of(meeting)[0]
    entry.changes = {"created_at": [None, moment.isoformat()]}

    assert [change.after for change in changes_of(entry, seoul().zone)] == ["2018-03-19 14:00 KST"]
