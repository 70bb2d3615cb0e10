"""The thread from the meeting to the confirmed update, played by four members of two cities in a browser."""

import pytest

from committee.languages.wording import suffix_of
from committee.members.models import Role
from committee.models import Commitment, GeneralMeeting, ProgressUpdate, Project
from tests.browser.hands import Keyboard, Pointer
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.project_kind import general_kind
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVE = "main form.record-form button.btn-primary"


@pytest.fixture
def people(db):
    """The subcommittee, and who takes part: role and city → member."""
    subcommittee = SubcommitteeFactory()
    general_kind()
    return subcommittee, {
        (role, city.code): member_with(role, city, subcommittee if role == Role.CO_LEAD else None)
        for city in (seoul(), beijing())
        for role in (Role.SECRETARIAT, Role.CO_LEAD)
    }


def follow(hand, tab, selector):
    hand.press(selector)
    assert not tab.complaints


def secretary_logs_the_promise(hand, tab, language, subcommittee):
    """From the empty list of meetings to a commitment and the project that carries it out."""
    tab.open(f"/{language}/meetings/")
    follow(hand, tab, f"a[href='/{language}/meetings/new/']")
    hand.write("ordinal", "5")
    hand.choose("host", str(beijing().pk))
    hand.choose("state", "held")
    hand.write("starts_on", "2026-03-19")
    follow(hand, tab, SAVE)
    meeting = GeneralMeeting.objects.get()

    follow(hand, tab, f"a[href='/{language}/agreements/']")
    follow(hand, tab, f"a[href='/{language}/agreements/new/']")
    hand.choose("state", "in_force")
    hand.write("title_ko", "미세먼지 핫라인 합의")
    hand.choose("meeting", str(meeting.pk))
    hand.write("signed_on", "2026-03-19")
    hand.write("in_force_from", "2026-03-19")
    follow(hand, tab, SAVE)
    follow(hand, tab, "a[href$='/articles/new/']")
    hand.write("text_zh_hans", "双方每小时交换空气质量数据。")
    follow(hand, tab, SAVE)
    follow(hand, tab, "a[href$='/commitments/new/']")
    hand.write("title_en", "Run the hotline")
    hand.choose("subcommittee", str(subcommittee.pk))
    hand.write("due_on", "2027-03-19")
    follow(hand, tab, SAVE)
    commitment = Commitment.objects.get()

    follow(hand, tab, f"a[href='/{language}/projects/']")
    follow(hand, tab, f"a[href='/{language}/projects/new/']")
    hand.write("title_en", "Fine dust hotline")
    hand.choose("subcommittee", str(subcommittee.pk))
    hand.choose("kind", str(general_kind().pk))
    hand.tick("commitments", str(commitment.pk))
    hand.choose("state", "under_way")
    follow(hand, tab, SAVE)


def lead_reports(hand, tab, language, project):
    tab.open(f"/{language}/projects/{project.pk}/")
    follow(hand, tab, "a[href$='/updates/new/']")
    hand.write("period_from", "2026-03-19")
    hand.write("period_until", "2026-09-30")
    hand.choose("course", "on_track")
    # The reader's own language stands open, the others wait below it.
    hand.write(f"narrative_{suffix_of(language)}", "양측 연락관이 매시간 자료를 교환합니다.")
    follow(hand, tab, SAVE)
    follow(hand, tab, "main form[action$='/submit/'] button")


def other_city_confirms(hand, tab, language, update):
    """From the first page, where what waits stands, to the confirmation."""
    tab.open(f"/{language}/")
    follow(hand, tab, f"main a[href$='/updates/{update.pk}/']")
    follow(hand, tab, "main form[action$='/confirm/'] button")


@pytest.mark.parametrize(
    ("language", "width", "hands"),
    [("en", 1280, Pointer), ("ko", 390, Pointer), ("zh-hans", 1280, Keyboard)],
    ids=["english", "korean-on-a-phone", "chinese-by-keyboard"],
)
def test_the_whole_thread(visit, people, language, width, hands):
    subcommittee, members = people

    def sit_down(role, city):
        tab = visit(members[role, city], width=width)
        return hands(tab.page), tab

    secretary_logs_the_promise(*sit_down(Role.SECRETARIAT, "seoul"), language, subcommittee)
    lead_reports(*sit_down(Role.CO_LEAD, "seoul"), language, Project.objects.get())
    other_city_confirms(*sit_down(Role.CO_LEAD, "beijing"), language, ProgressUpdate.objects.get())
    _hand, reader = sit_down(Role.SECRETARIAT, "beijing")
    reader.open(f"/{language}/commitments/{Commitment.objects.get().pk}/")

    update = ProgressUpdate.objects.get()
    assert update.state == ProgressUpdate.State.CONFIRMED
    assert update.answered_by == members[Role.CO_LEAD, "beijing"]
    thread = reader.page.locator("main").inner_text()
    for part in ("5", "미세먼지 핫라인 합의", "Run the hotline", "Fine dust hotline"):
        assert part in thread
    assert reader.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
