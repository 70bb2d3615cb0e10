"""Lists that come in over the pages, and the files that members begin with."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from committee.imports.actions import preview
from committee.imports.outcomes import Verdict
from committee.models import Project
from tests.committee.imports.lists import FORUM, PROJECT, handed_in, shown, workbook
from tests.factories.agreement import AgreementFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_of_a_list_comes_back_unchanged(kind, secretary, signed_in):
    AgreementFactory(title_ko="양해각서", title_zh_hans="谅解备忘录")
    exported = signed_in(secretary).get(reverse("agreement_list"), {"format": kind}).content

    outcomes = shown(secretary, exported, "agreements")

    assert [outcome.verdict for outcome in outcomes] == [Verdict.UNCHANGED]


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_list_is_imported_on_the_pages(language, secretary, commitment, signed_in):
    client = signed_in(secretary)
    with translation.override(language):
        address = reverse("import_new", args=["projects"])

    file = SimpleUploadedFile("목록.xlsx", workbook(PROJECT, FORUM))
    page = client.post(address, {"file": file}, follow=True)
    confirmed = page.wsgi_request.path + "take-over/"
    done = client.post(confirmed, {"fingerprint": page.context["preview"].fingerprint})

    assert (page.status_code, done.status_code, Project.objects.count()) == (200, 302, 1)


def test_a_file_that_cannot_be_read_is_refused_beside_the_form(secretary, signed_in):
    file = SimpleUploadedFile("list.xlsx", b"PK\x03\x04broken")

    page = signed_in(secretary).post(reverse("import_new", args=["projects"]), {"file": file})

    assert (page.status_code, page.context["form"].errors["file"]) == (
        422,
        ["The workbook is damaged. Save it once more as XLSX."],
    )


@pytest.mark.parametrize("kind", ["agreements", "projects", "members"])
def test_the_template_is_read_again(kind, secretary, signed_in):
    template = signed_in(secretary).get(reverse("import_template", args=[kind]))

    tried = preview(by=secretary, handed_in=handed_in(secretary, template.content, kind))

    assert (tried.outcomes, tried.unread) == ([], [])


def test_a_stale_page_shows_what_would_happen_now(secretary, commitment, signed_in):
    waiting = handed_in(secretary, workbook(PROJECT, FORUM))

    page = signed_in(secretary).post(reverse("import_take_over", args=[waiting.pk]), {"fingerprint": "old"})

    assert (page.status_code, Project.objects.count()) == (422, 0)
