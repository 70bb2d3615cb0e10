"""A list is handed in, looked at and taken over, on a phone and in every language."""

import pytest
from django.urls import reverse
from django.utils import translation

from committee.members.models import Role
from committee.models import Agreement
from tests.factories.agreement import AgreementFactory
from tests.factories.member import member_with

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_list_is_corrected_and_taken_over(language, visit):
    known = AgreementFactory()
    tab = visit(member_with(Role.SECRETARIAT))
    tab.page.set_viewport_size({"width": 390, "height": 844})
    with translation.override(language):
        address = reverse("import_new", args=["agreements"])
    bad = f"id,title_en,kind\n{known.pk},Renamed,mou\n,Wrong,contract\n"

    findings = hand_in(tab, address, bad)
    findings += hand_in(tab, address, f"id,title_en,kind\n{known.pk},Renamed,mou\n,New,minutes\n")
    tab.page.click("main form button")
    tab.page.wait_for_load_state()

    assert (findings, tab.complaints) == ([], [])
    assert sorted(Agreement.objects.values_list("title_en", flat=True)) == ["New", "Renamed"]


def hand_in(tab, address, text):
    """Hand a text in as a file, and return what stands in anybody's way on the page that shows it."""
    tab.open(address)
    file = {"name": "agreements.csv", "mimeType": "text/csv", "buffer": text.encode()}
    tab.page.set_input_files("input[type=file]", file)
    tab.page.click("main form.record-form button")
    tab.page.wait_for_load_state()
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return [*tab.accessibility_findings(), *(["too wide"] if tab.page.evaluate(width) else [])]
