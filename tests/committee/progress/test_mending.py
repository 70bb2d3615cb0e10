"""An editorial correction tells the other city and asks nobody again."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from committee.history.actions import ChangedMeanwhile
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Notice, OutdatedText, ProgressUpdate
from committee.progress import actions
from committee.progress.mending import WORDING, mend_wording
from committee.progress.rules import MoreThanConfirmed, NotInThisState
from tests.factories.member import member_with
from tests.factories.update import confirmed_update, submitted_update

pytestmark = pytest.mark.django_db

WRONG, RIGHT = (
    "Both oficers exchange 24 readings every week.",
    "Both officers exchange 24 readings every week.",
)


def confirmed():
    return confirmed_update(narrative_en=WRONG)


def test_a_slip_is_mended_and_the_confirmation_stands():
    update = confirmed()
    answered = update.answered_at

    mended = mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    assert (mended.narrative_en, mended.state, mended.answered_at) == (RIGHT, "confirmed", answered)
    assert (mended.is_intact, mended.mended_at is not None) == (True, True)


def test_it_is_logged_with_the_difference():
    update = confirmed()

    mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    entry = HistoryEntry.objects.of(update).filter(verb="mended").get()
    assert (entry.by, entry.changes["narrative_en"]) == (update.author, [WRONG, RIGHT])


def test_a_translation_that_was_missing_is_added_by_the_secretariat(secretary):
    mended = mend_wording(by=secretary, update=confirmed(), narrative_zh_hans="双方联络员每周交换24条数据。")

    assert (mended.narrative_zh_hans, mended.is_intact) == ("双方联络员每周交换24条数据。", True)


@pytest.mark.parametrize(
    "text",
    ["", "Both oficers exchange 25 readings every week.", "Nothing was exchanged 24 times, as both regret."],
)
def test_what_says_something_else_is_refused(text):
    update = confirmed()

    with pytest.raises(MoreThanConfirmed):
        mend_wording(by=update.author, update=update, narrative_en=text)


def test_many_small_steps_do_not_lead_to_something_else():
    update = confirmed()
    for text in (
        "Both officers exchange 24 readings every year.",
        "Both officers change 24 meetings every year.",
    ):
        update = mend_wording(by=update.author, update=update, narrative_en=text)

    with pytest.raises(MoreThanConfirmed):
        mend_wording(
            by=update.author, update=update, narrative_en="Two officers change 24 meetings each year."
        )


@pytest.mark.parametrize("field", ["course", "period_until", "statement_en"])
def test_only_the_texts_can_be_mended(field):
    update = confirmed()

    with pytest.raises(MoreThanConfirmed):
        mend_wording(by=update.author, update=update, **{field: "late"})


def test_only_what_is_confirmed_is_mended():
    update = submitted_update()

    with pytest.raises(NotInThisState):
        mend_wording(by=update.author, update=update, narrative_en=RIGHT)


def test_the_other_city_does_not_mend_it():
    update = confirmed()

    with pytest.raises(PermissionDenied):
        mend_wording(by=update.answered_by, update=update, narrative_en=RIGHT)


def test_the_other_languages_stay_right():
    update = confirmed_update(narrative_en=WRONG, narrative_ko="매주 24건을 교환한다.")

    mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    assert OutdatedText.objects.count() == 0


def test_who_corrects_says_that_the_other_languages_have_to_follow():
    update = confirmed_update(narrative_en=WRONG, narrative_ko="매주 24건을 교환한다.")

    mend_wording(by=update.author, update=update, others_follow=True, narrative_en=RIGHT)

    outdated = OutdatedText.objects.of(update).get()
    assert (outdated.language, outdated.changed_language) == ("ko", "en")


def test_an_added_language_is_not_a_correction(secretary):
    mended = mend_wording(by=secretary, update=confirmed(), narrative_ko="매주 24건을 교환한다.")

    assert mended.mended_at is None


def test_the_form_asks_whether_the_other_languages_have_to_follow(signed_in):
    update = confirmed_update(narrative_en=WRONG, narrative_ko="매주 24건을 교환한다.")
    texts = {name: getattr(update, name) for name in WORDING}
    sent = {f"initial-{name}": text for name, text in texts.items()} | texts
    sent |= {"narrative_en": RIGHT, "others_follow": "on", "initial-others_follow": "False"}

    answer = signed_in(update.author).post(reverse("update_mend", args=[update.pk]), sent)

    assert (answer.status_code, OutdatedText.objects.of(update).count()) == (302, 1)


def test_the_api_says_whether_the_other_languages_have_to_follow(signed_in):
    update = confirmed_update(narrative_en=WRONG, narrative_ko="매주 24건을 교환한다.")
    sent = {"narrative_en": RIGHT, "others_follow": True}

    answer = signed_in(update.author).post(
        f"/api/v1/updates/{update.pk}/wording/", sent, content_type="application/json"
    )

    assert (answer.status_code, OutdatedText.objects.of(update).count()) == (200, 1)


def test_saving_the_same_words_tells_nobody():
    update = confirmed()
    Notice.objects.all().delete()

    same = mend_wording(by=update.author, update=update, narrative_en=WRONG)

    assert (same.version, same.mended_at, Notice.objects.count()) == (update.version, None, 0)


def test_two_who_mend_the_same_text_are_told(secretary):
    update = confirmed()
    mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    with pytest.raises(ChangedMeanwhile):
        mend_wording(by=secretary, update=update, seen_version=update.version, narrative_en=RIGHT.lower())


def test_the_other_city_is_told():
    update = confirmed()
    Notice.objects.all().delete()

    mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    notice = Notice.objects.get()
    assert (notice.member, notice.body_en) == (
        update.answered_by,
        "Seoul has corrected the wording of: narrative in English. Your confirmation stands; the history "
        "shows the difference.",
    )


def test_the_state_says_that_the_wording_was_corrected():
    update = confirmed()

    mended = mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    assert mended.printable_state.partition("), ")[2].startswith("wording corrected on ")


def test_a_mended_update_can_still_be_corrected():
    update = confirmed()
    mended = mend_wording(by=update.author, update=update, narrative_en=RIGHT)

    correction = actions.correct_update(by=update.author, update=mended)

    assert correction.content() == mended.content()


def test_the_database_keeps_mended_wording_with_what_is_confirmed():
    update = submitted_update()

    with pytest.raises(IntegrityError):
        ProgressUpdate.objects.filter(pk=update.pk).update(mended_at=update.submitted_at)


def test_the_form_mends_and_refuses_at_the_field(signed_in):
    update = confirmed()
    client, address = signed_in(update.author), reverse("update_mend", args=[update.pk])

    refused = client.post(address, {"narrative_en": "All is well."})
    client.post(address, {"narrative_en": RIGHT})

    update.refresh_from_db()
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["narrative_en"])
    assert update.narrative_en == RIGHT


def test_a_member_elsewhere_sees_no_way_to_mend(signed_in):
    update = confirmed()
    reader = member_with(Role.OBSERVER, update.city)

    page = signed_in(reader).get(update.get_absolute_url()).content.decode()

    assert reverse("update_mend", args=[update.pk]) not in page
