"""Sentences, and names, one after the other, as the reader's language sets them."""

from collections.abc import Iterable

from django.utils.translation import get_language


def in_a_row(sentences: Iterable[str]) -> str:
    """Join whole sentences; Chinese, whose full stop is as wide as a letter, has no space between them."""
    return ("" if _is_chinese() else " ").join(sentences)


def listed(names: Iterable[str]) -> str:
    """Join names that stand beside each other."""
    return between_names().join(names)


def between_names() -> str:
    """Return what stands between them; Chinese has a comma of its own for that."""
    return "、" if _is_chinese() else ", "


def _is_chinese() -> bool:
    return (get_language() or "").startswith("zh")
