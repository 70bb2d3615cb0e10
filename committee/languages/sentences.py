"""Sentences one after the other, as the reader's language sets them."""

from collections.abc import Iterable

from django.utils.translation import get_language


def in_a_row(sentences: Iterable[str]) -> str:
    """Join whole sentences; Chinese, whose full stop is as wide as a letter, has no space between them."""
    return ("" if (get_language() or "").startswith("zh") else " ").join(sentences)
