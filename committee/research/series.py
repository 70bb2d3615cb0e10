"""Which measurements of the hotline a study uses: a page of this site, kept without host and language."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from committee.rules import BrokenRule


class NotASeries(BrokenRule):
    """The address is not that of a page that shows measurements."""

    def __init__(self) -> None:
        super().__init__(
            _("This is not the address of a page of the hotline that shows measurements."), field="series"
        )


def kept(address: str) -> str:
    """Return what is kept of a page's address: `air/explorer/?pollutant=pm25`; '' of none.

    Raises:
        NotASeries: when no page named in SERIES_PAGES has it.
    """
    if not address.strip():
        return ""
    parts = urlsplit(address.strip())
    first, _slash, rest = parts.path.removeprefix("/").partition("/")
    page = rest if first in dict(settings.LANGUAGES) else f"{first}/{rest}"
    whole = f"{page}?{parts.query}" if parts.query else page
    try:
        name = resolve(urlsplit(address_of(whole)).path).view_name
    except Resolver404 as problem:
        raise NotASeries from problem
    if name not in settings.SERIES_PAGES:
        raise NotASeries
    return whole


def address_of(series: str) -> str:
    """Return the address of a kept page in the reader's language."""
    return f"/{get_language() or settings.LANGUAGE_CODE}/{series}" if series else ""
