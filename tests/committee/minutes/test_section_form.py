"""The form of a section of minutes: it saves itself, overwrites nobody, and loses nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from committee.minutes import actions
from committee.models import MinutesSection
from tests.factories.minutes import circulated_minutes, written_minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return written_minutes().sections.get()


def sent(page, **changed):
    """What a browser sends of a page's form: every field, and what it held when the page was made."""
    form = page.context["form"]
    shown = {field.html_name: field.value() for field in form}
    first = {field.html_initial_name: field.value() for field in form.visible_fields()}
    return {name: "" if value is None else value for name, value in (shown | first | changed).items()}


def autosave(client, section, fields):
    return client.post(reverse("minutes_section_autosave", args=[section.pk]), fields)


def test_a_section_saves_itself(signed_in, secretary, section):
    client = signed_in(secretary)
    page = client.get(reverse("minutes_section_edit", args=[section.pk]))

    answer = autosave(client, section, sent(page, text_en="Two hotlines are set up."))

    section.refresh_from_db()
    assert (answer.status_code, section.text_en, section.version) == (200, "Two hotlines are set up.", 2)
    assert 'id="id_seen_version" hx-swap-oob="true"' in answer.content.decode()


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(signed_in, secretary, section):
    client = signed_in(secretary)
    page = client.get(reverse("minutes_section_edit", args=[section.pk]))
    actions.edit_section(by=secretary, section=section, text_en="Two hotlines.")

    answer = autosave(client, section, sent(page, text_en="One hotline."))

    section.refresh_from_db()
    assert (answer.status_code, section.text_en) == (422, "Two hotlines.")
    assert "Somebody changed the same fields" in answer.content.decode()


def test_a_new_section_is_kept_once_it_has_a_heading(signed_in, secretary):
    client, minutes = signed_in(secretary), written_minutes()
    address = reverse("minutes_section_new_autosave", args=[minutes.pk])

    too_early = client.post(address, {"text_en": "We thank the hosts."})
    answer = client.post(address, {"title_en": "Thanks", "text_en": "We thank the hosts."})

    new = MinutesSection.objects.get(title_en="Thanks")
    edit = reverse("minutes_section_edit", args=[new.pk])
    assert (too_early.status_code, answer.status_code, answer["HX-Replace-Url"]) == (422, 200, edit)


def test_what_is_circulated_no_longer_saves_itself(signed_in, secretary):
    section = circulated_minutes().sections.get()

    answer = autosave(signed_in(secretary), section, {"title_en": "Thanks"})

    assert answer.status_code == 422
    assert "nothing was done" in answer.content.decode()


def test_what_was_sent_after_the_session_had_ended_comes_back(secretary, section):
    client, address = Client(), reverse("minutes_section_edit", args=[section.pk])

    client.post(address, {"title_en": "Hotline", "text_en": "A long text", "writer": secretary.pk})
    client.force_login(secretary)
    page = client.get(address)

    assert (page.status_code, page.context["form"]["text_en"].value()) == (422, "A long text")
