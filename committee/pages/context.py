from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.languages.wording import LANGUAGES, suffix_of

OWN_NAMES = {"ko": "한국어", "zh-hans": "简体中文", "en": "English"}

NAVIGATION = [
    ("calendar", pgettext_lazy("of the committee", "Calendar")),
    ("meeting_list", _("Meetings")),
    ("agreement_list", _("Agreements")),
    ("commitment_list", _("Commitments")),
    ("project_list", _("Projects")),
    ("update_list", _("Updates")),
    ("air", _("Air")),
    ("report_list", _("Reports")),
]
DIRECTORY = [
    ("minutes_list", _("Minutes")),
    ("event_list", _("Events")),
    ("study_list", _("Studies")),
    ("follow_up_list", _("Actions")),
    ("library", _("Library")),
    ("delegation_list", _("Delegations")),
    ("translation_list", _("Translations")),
    ("subcommittee_list", _("Subcommittees")),
    ("member_list", _("Members")),
    ("post_list", _("Posts")),
    ("city_list", _("Cities")),
    ("project_kind_list", _("Kinds of projects")),
]


def page(request: HttpRequest) -> dict[str, Any]:
    """What the frame around every page shows: the same page in each language, and the site's state."""
    return {
        "language_links": [
            {
                "code": code,
                "tag": LANGUAGES[suffix_of(code)],
                "name": OWN_NAMES[code],
                "address": _same_page(request, code),
                "is_current": code == get_language(),
            }
            for code, _name in settings.LANGUAGES
        ],
        "language_tag": LANGUAGES[suffix_of(get_language() or settings.LANGUAGE_CODE)],
        **{name: _links(entries, request.path) for name, entries in _menus(get_language()).items()},
        "has_public_part": settings.PUBLIC_PART,
        "is_demonstration": settings.DEMONSTRATION,
    }


def _same_page(request: HttpRequest, language: str) -> str:
    """Return the address of this page in `language`; so is the page to go to after signing in."""
    following = request.GET.get("next")
    if following is None:
        return _in_language(request.get_full_path(), language)
    query = request.GET.copy()
    query["next"] = _in_language(following, language)
    return f"{_in_language(request.path, language)}?{query.urlencode(safe='/')}"


def _in_language(address: str, language: str) -> str:
    """Change the language in front; what is not there gets it too, or its page could not be read."""
    spoken, _slash, rest = address.removeprefix("/").partition("/")
    return f"/{language}/{rest}" if spoken in dict(settings.LANGUAGES) else f"/{language}/"


@lru_cache
def _menus(_language: str | None) -> dict[str, list[tuple[str, str]]]:
    """Return the addresses and labels of both menus; they stand on every page and never change."""
    menus = {"navigation": NAVIGATION, "directory": DIRECTORY}
    return {name: [(reverse(page), str(label)) for page, label in menus[name]] for name in menus}


def _links(entries: list[tuple[str, str]], path: str) -> list[dict[str, Any]]:
    return [
        {"address": address, "label": label, "is_current": path.startswith(address)}
        for address, label in entries
    ]
