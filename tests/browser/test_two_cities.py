"""Where two people or two cities meet over one text: in a browser, as it happens to them."""

import datetime

import pytest
from django.conf import settings
from django.utils import timezone

from committee.members.models import Role
from committee.models import ProgressUpdate
from committee.progress.silence import note_silence
from tests.browser.hands import Pointer
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVE = "main form.record-form button.btn-primary"


def write_and_save(tab, narrative):
    hand = Pointer(tab.page)
    hand.write("narrative_en", narrative)
    hand.press(SAVE)


def test_the_second_of_two_writers_sees_both_versions_and_decides(visit):
    draft = UpdateFactory()
    colleague = member_with(Role.CO_LEAD, draft.city, draft.project.subcommittee)
    first, second = visit(colleague), visit(draft.author)
    for tab in (first, second):
        tab.open(f"/en/updates/{draft.pk}/edit/")

    write_and_save(first, "Every day.")
    write_and_save(second, "Every month.")

    asked = second.page.locator("main form .problem").inner_text()
    own = second.page.locator("main form [name=narrative_en]").input_value()
    kept = ProgressUpdate.objects.get().narrative_en
    Pointer(second.page).press(SAVE)
    decided = ProgressUpdate.objects.get().narrative_en
    assert (
        asked
        == f"{colleague.name} changed this meanwhile to “Every day.”. Save again to keep what you wrote."
    )
    assert (own, kept, decided) == ("Every month.", "Every day.", "Every month.")


def test_silence_is_one_sided_after_its_days_and_can_still_be_answered(visit):
    asked_on = timezone.now() - datetime.timedelta(days=settings.ONE_SIDED_DAYS)
    update = submitted_update(submitted_at=asked_on)
    note_silence(timezone.now())
    tab = visit(member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee))
    hand = Pointer(tab.page)

    tab.open(f"/en/projects/{update.project_id}/")
    of_project = tab.page.locator("main").inner_text()
    tab.open("/en/")
    hand.press(f"main a[href$='/updates/{update.pk}/']")
    standing = tab.page.locator("main .standing h2").inner_text()
    hand.press("main form[action$='/confirm/'] button")

    update.refresh_from_db()
    assert ["not yet confirmed by Beijing: one-sided since" in text for text in (of_project, standing)] == [
        True,
        True,
    ]
    assert (update.state, tab.complaints) == (ProgressUpdate.State.CONFIRMED, [])
