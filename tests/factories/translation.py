import datetime
from typing import Any

import factory

from committee.members.models import Role
from committee.models import Member, TranslationRequest
from committee.translations.actions import hand_in_translation, texts_seen
from tests.factories.article import ArticleFactory
from tests.factories.city import CityFactory
from tests.factories.member import member_with


class TranslationRequestFactory(factory.django.DjangoModelFactory):
    """Seoul's secretariat asks itself for the English heading of an article."""

    class Meta:
        model = TranslationRequest

    record = factory.SubFactory(ArticleFactory)
    name = "heading"
    from_language = "ko"
    to_language = "en"
    city = factory.SubFactory(CityFactory)
    asked_by = factory.LazyAttribute(lambda request: member_with(Role.SECRETARIAT, request.city))
    due_on = datetime.date(2026, 12, 10)


def translate(
    request: TranslationRequest, text: str = "Hotline", by: Member | None = None
) -> TranslationRequest:
    """Let somebody of the secretariat that was asked hand in a translation of what stands there now."""
    translator = by or member_with(Role.SECRETARIAT, request.city)
    return hand_in_translation(by=translator, request=request, text=text, seen=texts_seen(request))


def translated_request(**fields: Any) -> TranslationRequest:
    return translate(TranslationRequestFactory(**fields))
