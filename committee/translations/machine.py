"""A first draft by a machine, where MACHINE_TRANSLATION names one; people translate and check it anyway."""

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from committee.history.actions import keep_changes, lock
from committee.languages.wording import LANGUAGES
from committee.translations.models import TranslationRequest


def draft(request_id: int) -> None:
    """Have a text drafted and keep the draft in its request, unless somebody was faster; the record stays.

    The function that MACHINE_TRANSLATION names is given the text and both language tags, and returns a text.
    """
    request = TranslationRequest.objects.get(pk=request_id)
    translate = import_string(settings.MACHINE_TRANSLATION)
    text: str = translate(
        request.source.plain, LANGUAGES[request.from_language], LANGUAGES[request.to_language]
    )
    with transaction.atomic():
        locked = lock(request)
        if locked.state == TranslationRequest.State.ASKED and not locked.text:
            keep_changes(by=None, record=locked, changes={"text": text, "is_machine_draft": bool(text)})
