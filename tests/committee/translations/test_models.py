import datetime

import pytest
from django.db import IntegrityError, transaction

from committee.members.models import Role
from committee.models import OutdatedText, TranslationRequest
from committee.translations.models import fingerprint
from tests.factories.article import ArticleFactory
from tests.factories.city import beijing, seoul
from tests.factories.member import MemberFactory, member_with
from tests.factories.translation import TranslationRequestFactory
from tests.factories.update import UpdateFactory

pytestmark = pytest.mark.django_db
MOMENT = datetime.datetime(2026, 11, 26, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "fields",
    [
        {"to_language": "ko"},
        {"state": "translated", "text": "Hotline"},
        {"state": "translated", "with": ["translated"], "text": ""},
        {"state": "asked", "with": ["translated"]},
        {"state": "checked", "with": ["translated"], "text": "Hotline"},
        {"state": "translated", "with": ["translated", "checked"], "text": "Hotline"},
        {"state": "translated", "with": ["translated"], "text": "Hotline", "is_machine_draft": True},
    ],
    ids=[
        "into its own language",
        "translated by nobody",
        "translated without a text",
        "translated and still to translate",
        "checked by nobody",
        "checked and still to check",
        "handed in as a draft by a machine",
    ],
)
def test_the_database_refuses_a_request_that_cannot_be(fields):
    for act in fields.pop("with", []):
        fields |= {f"{act}_by": MemberFactory(), f"{act}_at": MOMENT}

    with pytest.raises(IntegrityError), transaction.atomic():
        TranslationRequestFactory(**fields)


def test_the_database_refuses_that_one_checks_oneself():
    member = MemberFactory()
    both = {f"{act}_by": member for act in ("translated", "checked")}
    both |= {f"{act}_at": MOMENT for act in ("translated", "checked")}

    with pytest.raises(IntegrityError), transaction.atomic():
        TranslationRequestFactory(state="checked", text="Hotline", **both)


def test_the_database_refuses_to_ask_twice_at_a_time():
    article = TranslationRequestFactory().record

    with pytest.raises(IntegrityError), transaction.atomic():
        TranslationRequestFactory(record=article)


@pytest.mark.parametrize("changed", ["zh_hans", "en"], ids=["by itself", "twice"])
def test_the_database_refuses_a_text_outdated(changed):
    row = {"record": ArticleFactory(), "language": "zh_hans", "source_hash": "", "since": MOMENT}
    OutdatedText.objects.create(name="text", changed_language="ko", **row)
    name = "heading" if changed == "zh_hans" else "text"

    with pytest.raises(IntegrityError), transaction.atomic():
        OutdatedText.objects.create(name=name, changed_language=changed, **row)


@pytest.mark.parametrize(("city", "seen"), [(seoul, 1), (beijing, 0)])
def test_what_is_asked_of_a_draft_is_seen_by_its_own_city(city, seen):
    TranslationRequestFactory(record=UpdateFactory(), name="narrative", from_language="en", to_language="ko")
    reader = member_with(Role.SECRETARIAT, city())

    assert TranslationRequest.objects.visible_to(reader).count() == seen


def test_what_is_asked_of_a_record_that_is_gone_is_not_seen():
    asked = TranslationRequestFactory()
    type(asked.record).objects.filter(pk=asked.record_id).delete()

    assert not TranslationRequest.objects.visible_to(asked.asked_by).exists()


def test_how_lines_end_makes_no_other_text():
    assert fingerprint("1\r\n2") == fingerprint("1\n2")
