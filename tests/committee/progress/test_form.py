"""The form of an update: it saves itself, overwrites nobody, and loses nothing when the session ends."""

import pytest
from django.test import Client
from django.urls import reverse

from committee.history.models import HistoryEntry
from committee.models import ProgressUpdate
from committee.progress import actions
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory, confirmed_update, correction_of, returned_update

pytestmark = pytest.mark.django_db

BEGUN = {"period_from": "2018-10-01", "period_until": "2018-12-31", "course": "on_track"}


@pytest.fixture
def draft(db):
    return UpdateFactory()


def sent(page, **changed):
    """What a browser sends of a page's form: every field, and what it held when the page was made."""
    form = page.context["form"]
    fields = [*form, *form.rows]
    shown = {field.html_name: field.value() for field in fields}
    first = {field.html_initial_name: field.value() for field in form.visible_fields()}
    return {name: "" if value is None else value for name, value in (shown | first | changed).items()}


def autosave(client, draft, fields):
    return client.post(reverse("update_autosave", args=[draft.pk]), fields, headers={"HX-Request": "true"})


def test_a_draft_saves_itself(signed_in, draft):
    client = signed_in(draft.author)
    page = client.get(reverse("update_edit", args=[draft.pk]))

    answer = autosave(client, draft, sent(page, narrative_ko="매주 교환"))

    draft.refresh_from_db()
    assert (answer.status_code, draft.narrative_ko, draft.version) == (200, "매주 교환", 2)
    assert 'id="id_seen_version" hx-swap-oob="true"' in answer.content.decode()


def test_what_was_saved_and_taken_back_is_taken_back(signed_in, draft):
    client = signed_in(draft.author)
    page = client.get(reverse("update_edit", args=[draft.pk]))
    autosave(client, draft, sent(page, narrative_ko="매주"))

    # The answer tells the page to hold “매주” for what it first showed, and version 2 for what it saw.
    fields = sent(page, narrative_ko="", seen_version=2) | {"initial-narrative_ko": "매주"}
    autosave(client, draft, fields)

    draft.refresh_from_db()
    assert draft.narrative_ko == ""


def test_writing_on_is_no_conflict_with_oneself(signed_in, draft):
    client = signed_in(draft.author)
    page = client.get(reverse("update_edit", args=[draft.pk]))
    autosave(client, draft, sent(page, narrative_ko="매"))

    answer = autosave(
        client,
        draft,
        sent(page, narrative_ko="매주", seen_version=2) | {"initial-narrative_ko": "매"},
    )

    draft.refresh_from_db()
    assert (answer.status_code, draft.narrative_ko) == (200, "매주")


def test_what_a_colleague_wrote_meanwhile_is_not_overwritten(signed_in, draft):
    client = signed_in(draft.author)
    page = client.get(reverse("update_edit", args=[draft.pk]))
    actions.edit_update(by=draft.author, update=draft, narrative_en="Every day.")

    answer = autosave(client, draft, sent(page, narrative_en="Every month."))

    draft.refresh_from_db()
    assert (answer.status_code, draft.narrative_en) == (422, "Every day.")
    assert "Somebody changed the same fields" in answer.content.decode()


def test_the_button_then_shows_both_and_lets_the_second_decide(signed_in, draft):
    client = signed_in(draft.author)
    address = reverse("update_edit", args=[draft.pk])
    page = client.get(address)
    actions.edit_update(by=draft.author, update=draft, narrative_en="Every day.")

    shown = client.post(address, sent(page, narrative_en="Every month."))
    decided = client.post(address, sent(shown) | {"initial-narrative_en": draft.narrative_en})

    draft.refresh_from_db()
    assert "Every day." in str(shown.context["form"].errors["narrative_en"])
    assert (shown.status_code, decided.status_code, draft.narrative_en) == (422, 302, "Every month.")


def test_what_a_colleague_changed_elsewhere_is_still_unseen(signed_in, draft):
    client = signed_in(draft.author)
    page = client.get(reverse("update_edit", args=[draft.pk]))
    actions.edit_update(by=draft.author, update=draft, next_steps_en="A new server.")

    answer = autosave(client, draft, sent(page, narrative_ko="매주"))

    draft.refresh_from_db()
    assert (draft.narrative_ko, draft.next_steps_en) == ("매주", "A new server.")
    assert 'name="seen_version" value="1"' in answer.content.decode()


def test_nothing_is_kept_of_what_is_not_yet_whole(signed_in, draft):
    client = signed_in(draft.author)
    page = client.get(reverse("update_edit", args=[draft.pk]))

    answer = autosave(client, draft, sent(page, period_until=""))

    assert (answer.status_code, HistoryEntry.objects.of(draft).count()) == (422, 0)


def test_a_new_update_becomes_a_draft_while_it_is_written(signed_in, draft):
    client = signed_in(draft.author)
    address = reverse("update_new_autosave", args=[draft.project_id])

    too_early = client.post(address, BEGUN)
    answer = client.post(address, BEGUN | {"narrative_ko": "매주"})

    new = ProgressUpdate.objects.exclude(pk=draft.pk).get()
    edit = reverse("update_edit", args=[new.pk])
    assert (too_early.status_code, answer.status_code, answer["HX-Replace-Url"]) == (422, 200, edit)
    assert f'formaction="{edit}"' in answer.content.decode()


@pytest.mark.parametrize("make", [returned_update, lambda: correction_of(confirmed_update())])
def test_what_was_returned_and_corrections_save_themselves_too(make, signed_in):
    update = make()
    client = signed_in(update.author)
    page = client.get(reverse("update_edit", args=[update.pk]))

    assert autosave(client, update, sent(page, narrative_ko="매주")).status_code == 200


def test_what_the_city_reported_last_stands_beside(signed_in):
    last = confirmed_update(narrative_en="Weeks 14 to 39.")
    UpdateFactory(project=last.project, period_from="2018-10-01", period_until="2018-12-31")

    page = signed_in(last.author).get(reverse("update_new", args=[last.project_id]))

    assert (page.context["last"], "Weeks 14 to 39." in page.content.decode()) == (last, True)


def test_a_correction_has_what_it_corrects_beside_it(signed_in):
    update = confirmed_update()
    confirmed_update(project=update.project, period_from="2018-01-01", period_until="2018-03-31")
    correction = correction_of(update)

    page = signed_in(update.author).get(reverse("update_edit", args=[correction.pk]))

    assert page.context["last"] == update


@pytest.mark.parametrize(("language", "first"), [("ko", "narrative_ko"), ("zh-hans", "narrative_zh_hans")])
def test_ones_own_language_comes_first(language, first, signed_in, draft):
    page = signed_in(draft.author).get(f"/{language}/updates/{draft.pk}/edit/").content.decode()

    places = {
        name: page.index(f'id="id_{name}"') for name in ("narrative_ko", "narrative_zh_hans", "narrative_en")
    }
    assert min(places, key=places.get) == first


def test_what_was_sent_after_the_session_had_ended_comes_back_once(draft):
    client, address = Client(), reverse("update_edit", args=[draft.pk])
    fields = BEGUN | {"narrative_ko": "오래 쓴 글", "writer": draft.author.pk}

    answer = client.post(address, fields)
    client.force_login(draft.author)
    back, again = client.get(address), client.get(address)

    assert (answer.status_code, answer["Location"]) == (302, f"{reverse('account_login')}?next={address}")
    assert (back.context["form"]["narrative_ko"].value(), back.status_code) == ("오래 쓴 글", 422)
    assert "Your session had ended." in back.content.decode()
    assert again.context["form"]["narrative_ko"].value() == ""


def test_somebody_else_at_the_same_machine_does_not_read_it(draft):
    client, address = Client(), reverse("update_edit", args=[draft.pk])
    client.post(address, BEGUN | {"narrative_ko": "오래 쓴 글", "writer": draft.author.pk})
    client.force_login(member_with("co_lead", draft.city, draft.project.subcommittee))

    page = client.get(address)

    assert (page.status_code, page.context["form"]["narrative_ko"].value()) == (200, "")


def test_not_everything_is_kept_for_who_has_no_session(draft):
    client, address = Client(), reverse("update_edit", args=[draft.pk])
    client.post(address, BEGUN | {"narrative_ko": "x" * 60_000, "writer": draft.author.pk})

    assert "writing_kept" not in client.session


def test_autosave_says_that_the_session_has_ended(draft):
    answer = autosave(Client(), draft, BEGUN)

    assert answer.status_code == 422
    assert "Your session has ended." in answer.content.decode()
