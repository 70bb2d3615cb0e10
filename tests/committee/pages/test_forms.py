import re

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override

from committee.agreements.forms import AgreementForm
from committee.commitments.forms import SettlementForm
from committee.history.actions import keep_changes
from committee.meetings.forms import MeetingForm
from committee.models import GeneralMeeting, HistoryEntry
from committee.pages.field_groups import groups_of
from committee.pages.forms import RecordsField
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing
from tests.factories.meeting import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(signed_in, secretary):
    return signed_in(secretary)


def as_sent(form) -> dict[str, str]:
    """What a browser sends when the form is sent as it was shown, hidden fields included."""
    page = Template("{% for field in form %}{{ field }}{% endfor %}").render(Context({"form": form}))
    sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    for field in form:
        value = field.value()
        if value not in (None, "", False):
            sent[field.name] = str(value)
    return sent


def edit(writer, meeting, seen, **typed) -> object:
    return writer.post(reverse("meeting_edit", args=[meeting.pk]), {**seen, **typed})


def seen_by(writer, meeting) -> dict[str, str]:
    return as_sent(writer.get(reverse("meeting_edit", args=[meeting.pk])).context["form"])


def test_a_form_sent_as_it_was_shown_changes_nothing(writer):
    meeting = MeetingFactory(summary_ko="첫 줄\n\n둘째 줄", venue_en="City Hall")

    answer = edit(writer, meeting, seen_by(writer, meeting))

    meeting.refresh_from_db()
    assert (answer.status_code, meeting.version, HistoryEntry.objects.count()) == (302, 1, 0)


def test_only_what_the_writer_changed_is_saved(writer, secretary):
    meeting = MeetingFactory(venue_en="City Hall")
    seen = seen_by(writer, meeting)
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"})

    edit(writer, meeting, seen, venue_ko="서울시청")

    meeting.refresh_from_db()
    assert (meeting.venue_en, meeting.venue_ko) == ("Guildhall", "서울시청")


def test_who_comes_second_is_shown_what_the_other_wrote(writer, secretary):
    meeting = MeetingFactory(venue_en="City Hall")
    seen = seen_by(writer, meeting)
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "<b>Guildhall</b>"})

    answer = edit(writer, meeting, seen, venue_en="Town Hall")

    said = f"{secretary} changed this meanwhile to “<b>Guildhall</b>”. Save again to keep what you wrote."
    assert (answer.status_code, answer.context["form"].errors["venue_en"]) == (422, [said])
    assert "<b>Guildhall" not in answer.content.decode()


def test_a_choice_in_conflict_is_told_in_words(writer, secretary):
    meeting = MeetingFactory()
    seen = seen_by(writer, meeting)
    keep_changes(by=secretary, record=meeting, changes={"host": beijing(), "state": "postponed"})

    answer = edit(writer, meeting, seen, state="planned")

    said = f"{secretary} changed this meanwhile to “postponed”. Save again to keep what you wrote."
    assert answer.context["form"].errors["state"] == [said]


def test_saving_again_after_a_conflict_keeps_the_writer_s_own_text(writer, secretary):
    meeting = MeetingFactory(venue_en="City Hall")
    seen = seen_by(writer, meeting)
    keep_changes(by=secretary, record=meeting, changes={"venue_en": "Guildhall"})
    shown_again = edit(writer, meeting, seen, venue_en="Town Hall").context["form"]

    answer = edit(
        writer, meeting, seen, venue_en="Town Hall", seen_version=shown_again["seen_version"].value()
    )

    meeting.refresh_from_db()
    assert (answer.status_code, meeting.venue_en) == (302, "Town Hall")


def test_the_languages_of_a_text_stand_together_under_its_name():
    groups = [(group.legend, [each.label for each in group.fields]) for group in groups_of(MeetingForm())]

    languages = ["Korean", "Simplified Chinese", "English"]
    assert [group for group in groups if group[0]] == [("venue", languages), ("summary", languages)]
    assert groups[0] == ("", ["Host city"])


def test_no_field_is_lost_in_the_groups():
    form = AgreementForm()

    grouped = [each.field.name for group in groups_of(form) for each in group.fields]

    assert sorted(grouped) == sorted(field.name for field in form.visible_fields())


def test_each_text_field_says_in_which_language_it_is_written():
    form = AgreementForm(instance=AgreementFactory())

    languages = {name: field.widget.attrs.get("lang") for name, field in form.fields.items()}

    chosen = {name: languages[name] for name in ("title_ko", "text_zh_hans", "authentic_en", "state")}
    assert chosen == {"title_ko": "ko", "text_zh_hans": "zh-Hans", "authentic_en": None, "state": None}


def test_a_choice_that_must_be_made_starts_with_a_request():
    assert MeetingForm().fields["host"].empty_label == "Please choose"


def test_problems_are_read_with_their_field_and_listed_above(writer):
    answer = writer.post(reverse("meeting_new"), {"ordinal": "many"})

    page = answer.content.decode()
    assert re.findall(r'<input type="number"[^>]*name="ordinal"[^>]*>', page) == [
        '<input type="number" name="ordinal" value="many" min="0" class="form-control" required '
        'aria-invalid="true" aria-describedby="id_ordinal_error" id="id_ordinal">'
    ]
    assert ('id="id_ordinal_error"' in page, '<a href="#id_ordinal">Number</a>' in page) == (True, True)


def test_a_form_without_a_record_shows_every_field_alone():
    assert [group.legend for group in groups_of(SettlementForm())] == ["", "", ""]


def test_a_record_that_vanished_is_not_found(writer):
    meeting = MeetingFactory()
    GeneralMeeting.objects.all().delete()

    assert writer.get(reverse("meeting_edit", args=[meeting.pk])).status_code == 404


@pytest.mark.parametrize("key", ["9" * 25, "-1", "none"])
def test_a_key_that_no_record_has_is_no_choice(key):
    meeting = MeetingFactory()

    with pytest.raises(ValidationError, match=f"{key} is not one of the available choices"):
        RecordsField(GeneralMeeting.objects.all()).clean([str(meeting.pk), key])


@pytest.mark.parametrize(
    ("day", "status"),
    [("0026-12-05", 422), ("1899-12-31", 422), ("1900-01-01", 302), ("8999-12-31", 302), ("9999-12-31", 422)],
)
def test_a_slip_in_the_year_is_told(writer, day, status):
    meeting = MeetingFactory(starts_on=None, ends_on=None, state="planned")
    seen = seen_by(writer, meeting)

    answer = edit(writer, meeting, seen, starts_on=day)

    assert answer.status_code == status
    assert ("Give a day from 1900 on" in answer.content.decode()) is (status == 422)


@pytest.mark.parametrize(("language", "marked"), [("ko", "title_ko"), ("zh-hans", "title_zh_hans")])
def test_a_text_that_is_missing_in_all_languages_is_marked_at_the_reader_s_own(language, marked, writer):
    meeting = MeetingFactory(state="planned")
    with override(language):
        new = reverse("agenda_item_new", args=[meeting.pk])

    answer = writer.post(new, {"title_en": " ", "text_en": "What it is about"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [marked])


def test_a_text_that_is_needed_says_so_beside_its_name(writer):
    page = writer.get(reverse("agenda_item_new", args=[MeetingFactory(state="planned").pk])).content.decode()

    assert re.findall(r"<legend>(.*?) <span class=.needed.>", page) == ["Title"]
