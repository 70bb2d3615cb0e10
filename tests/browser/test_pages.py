"""Every page that links lead to, in every language, as a reader's browser sees it."""

import pytest
from django.urls import resolve
from django.utils import translation

from committee.members.models import Role
from tests.factories.member import member_with

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def kind_of(path, language):
    with translation.override(language):
        return resolve(path).view_name


def pages_in(tab, language):
    """Yield one path for each kind of page (URL name) that links lead to, having opened it."""
    start, seen = f"/{language}/", set()
    waiting = [start]
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path, language)
        if kind in seen or kind.startswith("api-"):
            continue
        seen.add(kind)
        assert tab.open(path) == 200, path
        yield path
        waiting += [link for link in tab.links() if link.startswith(start)]


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
@pytest.mark.parametrize("role", [None, Role.SECRETARIAT], ids=["signed out", "signed in"])
def test_no_page_troubles_the_browser_or_a_reader_with_a_handicap(visit, role, language):
    tab = visit(member_with(role) if role else None)
    findings = []

    for _path in pages_in(tab, language):
        findings += tab.accessibility_findings()

    assert "\n".join(findings + tab.complaints) == ""
