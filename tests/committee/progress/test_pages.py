import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from committee.members.models import Role
from committee.models import ProgressUpdate
from committee.progress import actions
from committee.progress.periods import next_period
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.member import member_with
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

pytestmark = pytest.mark.django_db


def other_lead(update):
    return member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    for _ in range(rows):
        confirmed_update()
    client = signed_in(secretary)
    client.get(reverse("update_list"))

    with django_assert_num_queries(11):
        client.get(reverse("update_list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    update = UpdateFactory()
    milestones = {MilestoneFactory(project=update.project): update.period_until for _ in range(rows)}
    update = actions.edit_update(by=update.author, update=update, milestones=milestones)
    client = signed_in(secretary)
    client.get(update.get_absolute_url())

    with django_assert_num_queries(14):
        client.get(update.get_absolute_url())


def test_the_other_city_does_not_see_a_draft_in_the_list(signed_in):
    draft, submitted = UpdateFactory(), submitted_update()

    page = signed_in(other_lead(draft)).get(reverse("update_list"))

    assert list(page.context["rows"]) == [submitted]


def test_a_co_lead_finds_what_waits_for_an_answer(signed_in):
    confirmed_update()
    waiting = submitted_update()
    submitted_update(project=ProjectFactory(subcommittee__code="economy", subcommittee__name_en="Economy"))

    page = signed_in(other_lead(waiting)).get(reverse("update_list"), {"waiting": "me"})

    assert list(page.context["rows"]) == [waiting]


@pytest.mark.parametrize("words", ["微尘", "핫라인", "READINGS"])
def test_the_words_of_an_update_are_found_in_each_language(words, secretary, signed_in):
    found = UpdateFactory(narrative_ko="핫라인 운영", narrative_zh_hans="微尘数据")
    UpdateFactory(narrative_en="Nothing new.")

    page = signed_in(secretary).get(reverse("update_list"), {"q": words})

    assert list(page.context["rows"]) == [found]


def test_a_new_update_begins_where_the_last_one_ended(signed_in):
    last = confirmed_update()

    page = signed_in(last.author).get(reverse("update_new", args=[last.project_id]))

    assert str(page.context["form"]["period_from"].value()) == "2018-10-01"


def test_a_city_that_has_reported_up_to_today_is_offered_no_last_day():
    update = UpdateFactory()

    period = next_period(update.project, update.city, today=update.period_until)

    assert (str(period["period_from"]), period["period_until"]) == ("2018-10-01", None)


def test_the_form_reports_milestones_and_values(signed_in):
    update = UpdateFactory()
    milestone, indicator = MilestoneFactory(project=update.project), IndicatorFactory(project=update.project)
    IndicatorValueFactory(indicator=indicator)
    address = reverse("update_new", args=[update.project_id])

    signed_in(update.author).post(
        address,
        {
            "period_from": "2018-10-01",
            "period_until": "2018-12-31",
            "course": "on_track",
            "narrative_en": "Done.",
            f"milestone_{milestone.pk}": "2018-11-05",
            f"value_{indicator.pk}": "24.5",
            f"value_on_{indicator.pk}": "2018-12-31",
        },
    )

    new = ProgressUpdate.objects.exclude(pk=update.pk).get()
    assert [(row.milestone, str(row.done_on)) for row in new.reported_milestones.all()] == [
        (milestone, "2018-11-05")
    ]
    assert [(row.indicator, str(row.value), str(row.on)) for row in new.reported_values.all()] == [
        (indicator, "24.500", "2018-12-31")
    ]


def test_a_value_needs_its_day(signed_in):
    update = UpdateFactory()
    indicator = IndicatorFactory(project=update.project)

    page = signed_in(update.author).post(
        reverse("update_edit", args=[update.pk]), {f"value_{indicator.pk}": "24"}
    )

    assert page.status_code == 422
    assert page.context["form"].rows.errors == {
        f"value_on_{indicator.pk}": ["Say on which day this was measured."]
    }


def test_the_confirm_form_carries_what_the_reader_saw(signed_in):
    update = submitted_update()
    client = signed_in(other_lead(update))
    seen = client.get(update.get_absolute_url()).context["seen"]

    client.post(reverse("update_confirm", args=[update.pk]), {"seen": seen})

    update.refresh_from_db()
    assert (update.state, update.confirmed_hash) == ("confirmed", seen)


def test_confirming_something_else_is_refused_in_words(signed_in):
    update = submitted_update()

    page = signed_in(other_lead(update)).post(reverse("update_confirm", args=[update.pk]), {"seen": "other"})

    update.refresh_from_db()
    assert (page.status_code, update.state) == (422, "submitted")
    assert str(page.context["refusal"]) == (
        "The update changed after you had read it. Nothing was confirmed; please read it again."
    )


def test_a_refused_return_keeps_nothing_but_says_what_is_needed(signed_in):
    update = submitted_update()

    page = signed_in(other_lead(update)).post(reverse("update_return", args=[update.pk]), {"comment": " "})

    assert page.status_code == 422
    assert str(page.context["refusal"]) == "Say in a comment what should be mended."


def test_a_correction_starts_as_a_draft_on_its_own_page(signed_in):
    update = confirmed_update()

    answer = signed_in(update.author).post(reverse("update_correct", args=[update.pk]))

    correction = ProgressUpdate.objects.get(corrects=update)
    assert answer["Location"] == correction.get_absolute_url()
    assert [str(message) for message in get_messages(answer.wsgi_request)] == [
        "This is a draft of the correction. Edit it, then submit it."
    ]


def test_the_other_city_is_not_told_of_a_correction_before_it_is_submitted(signed_in):
    update = confirmed_update()
    actions.correct_update(by=update.author, update=update)

    page = signed_in(other_lead(update)).get(update.get_absolute_url())

    assert page.context["correction"] is None


def test_who_comes_to_a_button_by_its_address_is_shown_the_update(signed_in, secretary):
    update = submitted_update()

    answer = signed_in(secretary).get(f"/ko/updates/{update.pk}/confirm/")

    assert (answer.status_code, answer.headers["Location"]) == (302, f"/ko/updates/{update.pk}/")


def test_updates_of_one_project_are_reached_by_its_link_and_no_project_is_offered_to_choose(
    secretary, signed_in
):
    mine, _other = submitted_update(), submitted_update()
    reader = signed_in(secretary)

    everything, of_one = reader.get("/en/updates/"), reader.get(f"/en/updates/?project={mine.project_id}")

    assert "project" not in everything.context["filters"].form.fields
    assert list(of_one.context["rows"]) == [mine]
    assert [str(name) for _key, name in of_one.context["filters"].form.fields["project"].choices][1:] == [
        str(mine.project)
    ]


@pytest.mark.parametrize("unknown", ["999999", "x", "²"])
def test_a_link_to_the_updates_of_no_project_is_told(secretary, signed_in, unknown):
    page = signed_in(secretary).get(f"/en/updates/?project={unknown}")

    assert page.status_code == 200
    assert "project" in page.context["filters"].form.errors
