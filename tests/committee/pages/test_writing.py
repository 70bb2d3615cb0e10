import pytest
from django.urls import reverse

from committee.meetings.actions import edit_meeting
from committee.models import GeneralMeeting, HistoryEntry, OutdatedText
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.agreement import AgreementFactory
from tests.factories.article import ArticleFactory
from tests.factories.meeting import MeetingFactory

pytestmark = pytest.mark.django_db
NASTY = "<script>alert(1)</script>"


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


def test_deleting_asks_first(writer):
    meeting = MeetingFactory()

    page = writer.get(reverse("meeting_delete", args=[meeting.pk]))

    assert (page.status_code, GeneralMeeting.objects.count()) == (200, 1)


def test_a_refused_deletion_says_why_and_keeps_the_record(writer):
    meeting = MeetingFactory()
    AgreementFactory(meeting=meeting, title_en=NASTY)

    answer = writer.post(reverse("meeting_delete", args=[meeting.pk]))

    assert (answer.status_code, GeneralMeeting.objects.count()) == (422, 1)
    assert answer.context["refusal"] == f"This cannot be deleted while these depend on it: “{NASTY}”"
    assert NASTY not in answer.content.decode()


def test_after_deleting_a_part_one_is_back_at_the_whole(writer):
    item = AgendaItemFactory()

    answer = writer.post(reverse("agenda_item_delete", args=[item.pk]))

    assert (answer.status_code, answer.url) == (302, item.meeting.get_absolute_url())


def test_the_page_of_the_whole_keeps_the_history_of_a_part_that_is_gone(writer):
    item = AgendaItemFactory(title_en=NASTY)
    writer.post(reverse("agenda_item_delete", args=[item.pk]))

    page = writer.get(item.meeting.get_absolute_url())

    assert [(entry.kind, entry.verb) for entry in page.context["history"]] == [("agenda item", "deleted")]
    assert NASTY not in page.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_only_get_and_post_do_anything(writer, method):
    meeting = MeetingFactory()

    getattr(writer, method)(reverse("meeting_delete", args=[meeting.pk]))

    assert (GeneralMeeting.objects.count(), HistoryEntry.objects.count()) == (1, 0)


def test_deleting_says_what_goes_with_the_record(writer):
    item = AgendaItemFactory()

    page = writer.get(reverse("meeting_delete", args=[item.meeting.pk]))

    assert page.context["parts"] == [item]


@pytest.mark.parametrize(("acts", "shown", "leads_on"), [(10, 10, False), (11, 10, True)])
def test_a_page_shows_the_newest_acts_and_leads_to_all_of_them(writer, secretary, acts, shown, leads_on):
    meeting = edit_title_times(acts, by=secretary)

    page = writer.get(meeting.get_absolute_url()).content.decode()
    whole = writer.get(f"{meeting.get_absolute_url()}?history=all").content.decode()

    assert [text.count("<b>changed</b>") for text in (page, whole)] == [shown, acts]
    assert ("?history=all#history-heading" in page) == leads_on


def edit_title_times(times, *, by):
    meeting = MeetingFactory()
    for number in range(times):
        meeting = edit_meeting(by=by, meeting=meeting, venue_en=f"Hall {number}")
    return meeting


def edited(writer, article, **texts):
    """Send the form of an article as a browser does, with what it showed."""
    address = reverse("article_edit", args=[article.pk])
    form = writer.get(address).context["form"]
    shown = {field.html_name: field.value() or "" for field in form if field.name != "only_wording"}
    initial = {field.html_initial_name: field.value() or "" for field in form}
    return writer.post(address, initial | shown | texts)


def test_a_form_asks_whether_only_the_wording_is_mended(writer):
    article = ArticleFactory(text_en="A hotlinne is set up.")

    answer = edited(writer, article, text_en="A hotline is set up.", only_wording="on")

    assert (answer.status_code, OutdatedText.objects.count()) == (302, 0)
    assert HistoryEntry.objects.of(article).get().verb == HistoryEntry.Verb.MENDED


def test_whoever_does_not_say_so_leaves_the_other_languages_behind(writer):
    article = ArticleFactory(text_en="A hotlinne is set up.")

    answer = edited(writer, article, text_en="A hotline is set up.")

    assert (answer.status_code, OutdatedText.objects.of(article).count()) == (302, 2)


def test_more_than_wording_is_told_beside_the_field(writer):
    article = ArticleFactory(text_en="A hotline is set up.")

    answer = edited(writer, article, text_en="2 hotlines are set up.", only_wording="on")

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text_en"])


def test_a_text_in_one_language_asks_nothing(writer):
    article = ArticleFactory(text_zh_hans="", heading_zh_hans="")

    assert "only_wording" not in writer.get(reverse("article_edit", args=[article.pk])).context["form"].fields


def test_what_was_written_about_a_record_that_is_gone_can_be_copied(writer):
    item = AgendaItemFactory()
    edit = reverse("agenda_item_edit", args=[item.pk])
    text = f"{NASTY} Both cities exchange readings every hour."
    writer.post(reverse("agenda_item_delete", args=[item.pk]))

    answer = writer.post(
        edit, {"title_en": text, "initial-title_en": "What stood there before: Air", "q": ""}
    )

    page = answer.content.decode()
    assert (answer.status_code, "What you wrote was not saved" in page) == (404, True)
    assert page.count("Both cities exchange readings every hour.") == 1
    assert NASTY not in page


def test_who_has_written_nothing_is_told_nothing_of_it(writer, client):
    gone = reverse("agenda_item_edit", args=[0])

    pages = [
        writer.get(gone),
        writer.post(gone, {"title_en": "Air"}),
        client.post("/en/nowhere/", {"q": "x" * 50}),
    ]

    assert [(page.status_code, "not saved" in page.content.decode()) for page in pages] == [(404, False)] * 3
