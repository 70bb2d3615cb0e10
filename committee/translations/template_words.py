"""Template words that other rooms' pages need to say how their texts stand; registered as builtins."""

from collections import Counter
from typing import Any

from django import template
from django.urls import reverse

from committee.history.models import Record
from committee.languages.wording import SUFFIXES
from committee.translations.models import SUFFIX_CHOICES, OutdatedText
from committee.translations.texts import kind_of, texts_in, translated_kind

register = template.Library()


@register.inclusion_tag("translations/line.html")
def languages_of(record: Record) -> dict[str, Any]:
    """Say which languages of a record's own texts are missing or outdated; at most one query."""
    kind = translated_kind(record)
    missing: Counter[str] = Counter()
    texts = {name: texts_in(record, name) for name in kind.names}
    for said in texts.values():
        if any(said.values()):
            missing.update(suffix for suffix in SUFFIXES if not said[suffix])
    behind = OutdatedText.objects.of(record).filter(name__in=texts) if texts else []
    outdated = Counter(row.language for row in behind if not row.holds_again(texts[row.name]))
    return {
        "address": reverse("translations_of", args=[kind_of(type(record)), record.pk]),
        "missing": _named(missing),
        "outdated": _named(outdated),
    }


def _named(numbers: Counter[str]) -> list[tuple[str, int]]:
    return [(str(name), numbers[suffix]) for suffix, name in SUFFIX_CHOICES if numbers[suffix]]
