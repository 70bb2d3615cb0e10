import pytest
from django.test import Client
from django.urls import reverse

from committee.demonstration.sign_ins import new_password
from committee.models import Member

pytestmark = pytest.mark.django_db


def test_the_password_signs_everybody_in(filled):
    refused = [
        member.username
        for member in Member.objects.all()
        if not Client().login(username=member.username, password=filled)
    ]

    assert refused == []


def test_outside_a_demonstration_the_sign_ins_are_refused(filled, settings):
    settings.DEMONSTRATION = False

    is_let_in = Client().login(username="secretariat.seoul", password=filled)

    assert is_let_in is False


def test_leaving_the_demonstration_ends_the_sessions_of_its_members(filled, settings, signed_in):
    visitor = signed_in(Member.objects.get(username="secretariat.seoul"))
    settings.DEMONSTRATION = False

    page = visitor.get(reverse("meeting_list"))

    assert page.status_code == 302


def test_the_password_is_another_one_each_time():
    passwords = {new_password() for _ in range(3)}

    assert len(passwords) == 3
