"""What is too large is refused before it is read."""

import io

import pytest
from django.urls import reverse

from committee.members.models import Role
from tests.factories.agreement import AgreementFactory
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


class Unreadable(io.BytesIO):
    def read(self, *_sizes):
        raise AssertionError("it is refused before it is read")


def send(visitor, address, megabytes):
    """Send a form as a browser begins to: it says how large it is before anything else."""
    said = {
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "CONTENT_LENGTH": str(megabytes * MEGABYTE),
        "wsgi.input": Unreadable(),
    }
    return visitor.generic("POST", address, **said)


def test_a_file_above_the_limit_is_refused_in_words(secretary, signed_in):
    address = reverse("agreement_document_new", args=[AgreementFactory().pk])

    answer = send(signed_in(secretary), address, 52)

    assert answer.status_code == 413
    assert "The file is larger than 50 MB. Nothing was stored." in answer.content.decode()
    assert f'<a href="{address}">Back to the form</a>' in answer.content.decode()


def test_the_api_says_so_too(secretary, signed_in):
    answer = send(signed_in(secretary), "/api/v1/updates/", 52)

    assert (answer.status_code, answer.json()["detail"]) == (
        413,
        "The file is larger than 50 MB. Nothing was stored.",
    )


def test_a_file_below_the_limit_is_read(secretary, signed_in):
    address = reverse("agreement_document_new", args=[AgreementFactory().pk])

    with pytest.raises(AssertionError, match="before it is read"):
        send(signed_in(secretary), address, 49)


def test_files_of_air_values_have_a_limit_of_their_own(signed_in, settings):
    settings.AIR_FILE_MEGABYTES = 100
    visitor, address = signed_in(member_with(Role.LIAISON)), reverse("delivery_new")

    with pytest.raises(AssertionError, match="before it is read"):
        send(visitor, address, 99)
    assert send(visitor, address, 102).status_code == 413
