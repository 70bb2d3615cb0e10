"""Every page that links lead to, in every language, as a reader's browser sees it."""

import io

import pytest
from django.core.management import call_command
from django.urls import resolve
from django.utils import translation

from committee.models import Member

LANGUAGES = ["ko", "zh-hans", "en"]
FILES = {
    "episodes_csv",
    "episodes_xlsx",
    "air_csv",
    "air_effect_csv",
    "air_effect_xlsx",
    "calendar_feed",
    "calendar_public_feed",
    "delegation_book_download",
    "document_file",
    "explorer_csv",
    "explorer_xlsx",
    "history_file",
    "import_template",
    "ledger_csv",
    "ledger_xlsx",
    "public_report",
    "public_report_file",
    "minutes_print_download",
    "report_download",
    "report_file",
    "thread_csv",
    "thread_log_csv",
    "thread_log_xlsx",
    "thread_xlsx",
}
# Whole reports: the demonstration's take axe minutes each, so a short one of every kind of block stands in
# for them, in `test_reports.py`.
WHOLE_REPORTS = {
    "meeting_report_round",
    "public_report_web",
    "report_preview",
    "report_today",
    "report_web",
}

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def kind_of(path, language):
    with translation.override(language):
        return resolve(path).view_name


def pages_in(tab, language):
    """Yield the kind (URL name) of each page that links lead to, one page a kind, having opened it."""
    start, seen = f"/{language}/", set()
    waiting = [start]
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path, language)
        if kind in seen or kind in FILES or kind.startswith("api-"):
            continue
        seen.add(kind)
        assert tab.open(path) == 200, path
        yield kind
        waiting += [link for link in tab.links() if link.startswith(start)]


def troubles(tab, language):
    findings = []
    for kind in pages_in(tab, language):
        if kind not in WHOLE_REPORTS:
            findings += tab.accessibility_findings()
    return "\n".join(findings + tab.complaints)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_troubles_who_has_not_signed_in(visit, language):
    call_command("found_committee", stdout=io.StringIO())
    tab = visit()

    assert troubles(tab, language) == ""


def test_no_page_of_the_demonstration_troubles_a_secretariat_in_any_language(visit):
    # One test for all languages: loading the demonstration takes as long as reading it.
    call_command("load_demo", stdout=io.StringIO())
    tab = visit(Member.objects.get(username="secretariat.seoul"))

    found = {language: troubles(tab, language) for language in LANGUAGES}

    assert found == dict.fromkeys(LANGUAGES, "")
