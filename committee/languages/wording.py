"""One text kept in up to three languages, and which of them a reader gets."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import Any, Self, TypeAlias, overload

from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override

# A text that gettext translates when it is read, a function called once in each language, the texts by
# language code, or one text for all.
Words: TypeAlias = Callable[[], str] | Promise | Mapping[str, str] | str

# Column suffix → language tag as written into `lang`. The order is the order of substitutes.
LANGUAGES = {"ko": "ko", "zh_hans": "zh-Hans", "en": "en"}
SUFFIXES = tuple(LANGUAGES)


# Asked for each text of a page, of a few languages.
@lru_cache(maxsize=64)
def suffix_of(language: str) -> str:
    """Return the column suffix of a Django language code: `zh-hans` → `zh_hans`."""
    return language.lower().replace("-", "_")


class Wording(str):
    """A text that knows its language.

    In a template it wraps itself in `<span lang=…>` when its language is not the page's, so that
    Han characters take the shapes of their own language. Inside an attribute write `.plain`.
    `source` names the record and text it was read from, see `source_of`; '' where it is of no record. A
    sentence that several texts are built into names the source of each, with spaces between, see `sentence`.
    """

    language: str
    source: str

    def __new__(cls, text: str, language: str, source: str = "") -> Self:
        wording = super().__new__(cls, text)
        wording.language = language
        wording.source = source
        return wording

    def __getnewargs__(self) -> tuple[str, str, str]:  # type: ignore[override]
        """A copy is made from the text, its language and its source."""
        return self.plain, self.language, self.source

    @property
    def plain(self) -> str:
        return str(self)

    @property
    def is_substitute(self) -> bool:
        """Whether the text is in another language than the page."""
        return self.language != LANGUAGES.get(suffix_of(get_language() or settings.LANGUAGE_CODE))

    def __html__(self) -> str:
        if not self.is_substitute:
            return mark_safe(escape(self.plain))
        return format_html('<span lang="{}">{}</span>', self.language, self.plain)


def choose(texts: dict[str, str], language: str, source: str = "") -> Wording:
    """Return the text in `language` (a Django code), or in the first language that has one."""
    wanted = suffix_of(language)
    for suffix in (wanted, *SUFFIXES):
        if texts.get(suffix):
            return Wording(texts[suffix], LANGUAGES[suffix], source)
    return Wording("", LANGUAGES.get(wanted, "en"))


def sentence(words: str, **texts: object) -> Wording:
    """Put texts of records into a sentence in the page's language, which goes on to name their sources.

    Without them nobody is told that one of the texts lacks a translation.
    """
    sources = {source for text in texts.values() for source in getattr(text, "source", "").split()}
    language = LANGUAGES.get(suffix_of(get_language() or settings.LANGUAGE_CODE), "en")
    return Wording(words % texts, language, " ".join(sorted(sources)))


def source_of(record: Any, name: str) -> str:
    """Return by what a text of a saved record is known: `committee.project/7/title`; '' for any other."""
    if not isinstance(record, Model) or record.pk is None:
        return ""
    kind = record._meta.concrete_model or type(record)
    return f"{kind._meta.label_lower}/{record.pk}/{name}"


class Trilingual:
    """Reads `<name>_ko`, `<name>_zh_hans`, `<name>_en` of a record as one text in the reader's language.

    `label` names the text in forms, where its languages stand side by side.
    """

    def __init__(self, name: str, label: str | Promise = "") -> None:
        self.name = name
        self.label = label

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...

    @overload
    def __get__(self, record: object, owner: type | None = None) -> Wording: ...

    def __get__(self, record: object | None, owner: type | None = None) -> Self | Wording:
        if record is None:
            return self
        return in_language(record, self.name, get_language() or settings.LANGUAGE_CODE)


def in_language(record: Any, name: str, language: str) -> Wording:
    """Return the text `name` of `record` in `language`, or in the first language that has one."""
    source, wanted = source_of(record, name), suffix_of(language)
    if text := getattr(record, f"{name}_{wanted}", ""):
        return Wording(text, LANGUAGES[wanted], source)
    return choose({suffix: getattr(record, f"{name}_{suffix}") for suffix in SUFFIXES}, language, source)


def columns(*names: str) -> list[str]:
    """Return the column names of trilingual texts: `columns("title")` → `["title_ko", …]`."""
    return [f"{name}_{suffix}" for name in names for suffix in SUFFIXES]


def language_of_column(name: str) -> str:
    """Return the language tag of a column: `title_zh_hans` → `zh-Hans`; '' where it has none."""
    return next((tag for suffix, tag in LANGUAGES.items() if name.endswith(f"_{suffix}")), "")


def each_language(record: Any, name: str) -> Iterator[Wording]:
    """Yield the text `name` of `record` in every language that has one."""
    for suffix, tag in LANGUAGES.items():
        if text := getattr(record, f"{name}_{suffix}"):
            yield Wording(text, tag)


def in_each_language(words: Words) -> dict[str, str]:
    """Return a text by column suffix in every language of the site."""
    if isinstance(words, Mapping):
        return {suffix_of(language): text for language, text in words.items()}
    texts: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            texts[suffix_of(language)] = words() if callable(words) else str(words)
    return texts
