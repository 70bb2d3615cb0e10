"""Template words that every page needs; registered as builtins."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from committee.languages.wording import each_language

register = template.Library()


@register.simple_tag
def every_language(record: Any, name: str) -> SafeString:
    """Show the text `name` of `record` in each language that has one, a paragraph each."""
    return format_html_join(
        "", '<p lang="{}">{}</p>', ((text.language, text.plain) for text in each_language(record, name))
    )


@register.simple_tag
def query(parameters: QueryDict, **changed: Any) -> str:
    """Return the query string of the page with some parameters changed, for links of filtered lists."""
    kept = {name: values for name, values in parameters.lists() if name not in changed}
    return urlencode({**kept, **{name: [value] for name, value in changed.items()}}, doseq=True)


@register.filter
def plain(text: Any) -> str:
    """Return a text without its language mark-up, for attributes and titles."""
    return str(text)
