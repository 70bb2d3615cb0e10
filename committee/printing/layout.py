"""From a report to HTML: the very page that is printed, and shown as preview in the browser."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from committee.languages.both import Both
from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.content import InLanguage, Report, Table
from committee.printing.contents import Numbers, chapters_of, lists_of, numbers_before
from committee.printing.snapshot import walk
from committee.typesetting.binding import ELSEWHERE
from committee.typesetting.own_files import STYLESHEET

# The last of the `closer-` classes of the styles.
CLOSEST = 2


def report_html(report: Report, *, stylesheet: str = "", styles: str = "") -> str:
    """Return the whole page for a browser.

    Args:
        stylesheet: where the browser finds the styles.
        styles: the styles themselves, in place of that, for a page that is one file.
    """
    more = {"stylesheet": stylesheet, "styles": styles, "numbers": Numbers(), "is_for_browser": True}
    return _rendered("document", report, **more, **_front(report, pages={}))


def cover_html(report: Report) -> str:
    return _rendered("part_cover", report)


def front_html(report: Report, pages: Mapping[str, int]) -> str:
    """Return contents and lists, with the page of each anchor in `pages`; links lead into other parts."""
    return _rendered("part_front", report, elsewhere=ELSEWHERE, **_front(report, pages))


def chapter_html(report: Report, *numbers: int, closeness: int = 0) -> str:
    """Return one chapter, counted from 1, or several that follow each other, as printed; it knows no page.

    Args:
        closeness: how much closer than usual it is set, up to CLOSEST.
    """
    chapters = [(number, report.sections[number - 1]) for number in numbers]
    place = {"chapters": chapters, "numbers": numbers_before(report, numbers[0]), "closeness": closeness}
    return _rendered("part_chapter", report, **place)


def _has_substitutes(part: object, *tags: str) -> bool:
    """Whether a text stands in another language than the one, or the two, of its place."""
    return any(_is_foreign(each, *tags) for each in walk(part, into=_is_in_these_languages))


def _is_in_these_languages(part: object) -> bool:
    return not (isinstance(part, InLanguage) or (isinstance(part, Table) and part.is_multilingual))


def _is_foreign(part: object, *tags: str) -> bool:
    match part:
        case Both(parts=parts):
            return any(text.language != tag for text, tag in zip(parts, tags, strict=True))
        case Wording():
            return part.language not in tags
        case InLanguage(language=language, blocks=blocks):
            return _has_substitutes(blocks, LANGUAGES[suffix_of(language)])
        case _:
            return False


def language_tag(report: Report) -> str:
    return LANGUAGES[suffix_of(report.language)]


def _front(report: Report, pages: Mapping[str, int]) -> dict[str, Any]:
    tags = [LANGUAGES[suffix_of(each)] for each in (report.language, report.second_language) if each]
    return {
        "chapters": chapters_of(report, pages),
        "lists": lists_of(report, pages),
        "has_substitutes": _has_substitutes(report, *tags),
        "has_illustrative": any(getattr(part, "illustrative", False) for part in walk(report)),
    }


def _rendered(template: str, report: Report, **more: Any) -> str:
    context = {"report": report, "stylesheet": STYLESHEET, "language_tag": language_tag(report), **more}
    with override(report.language):
        return render_to_string(f"printing/{template}.html", context)
