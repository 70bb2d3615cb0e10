from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from committee.languages.wording import LANGUAGES, suffix_of

OWN_NAMES = {"ko": "한국어", "zh-hans": "简体中文", "en": "English"}


def page(request: HttpRequest) -> dict[str, Any]:
    """What the frame around every page shows: the same page in each language, and the site's state."""
    address = request.get_full_path()
    return {
        "language_links": [
            {
                "code": code,
                "tag": LANGUAGES[suffix_of(code)],
                "name": OWN_NAMES[code],
                "address": translate_url(address, code),
                "is_current": code == get_language(),
            }
            for code, _name in settings.LANGUAGES
        ],
        "language_tag": LANGUAGES[suffix_of(get_language() or settings.LANGUAGE_CODE)],
        "is_demonstration": settings.DEMONSTRATION,
    }
