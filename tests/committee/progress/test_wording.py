import datetime

import pytest
from django.utils import translation

from committee.models import ProgressUpdate
from tests.factories.update import UpdateFactory, confirmed_update, returned_update, submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def test_silence_has_its_words():
    assert submitted_update().printable_state == "reported by Seoul, not yet confirmed by Beijing"


def test_a_return_says_why():
    assert returned_update().printable_state == "returned by Beijing: Which week is missing?"


def test_a_draft_is_not_a_report():
    assert UpdateFactory().printable_state == "draft of Seoul, not yet reported"


def test_a_confirmation_names_both_days_and_the_person():
    update = confirmed_update()
    past_midnight_in_beijing = datetime.datetime(2018, 10, 4, 16, 30, tzinfo=datetime.UTC)
    ProgressUpdate.objects.filter(pk=update.pk).update(answered_at=past_midnight_in_beijing)

    update = ProgressUpdate.objects.in_brief().get(pk=update.pk)

    assert update.printable_state == (
        f"reported by Seoul on Oct. 1, 2018, confirmed by Beijing on Oct. 5, 2018 ({update.answered_by.name})"
    )
