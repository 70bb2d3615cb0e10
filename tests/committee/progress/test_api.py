import pytest
from django.urls import reverse

from committee.members.models import Role
from committee.models import ProgressUpdate
from tests.factories.city import beijing
from tests.factories.indicator import IndicatorFactory
from tests.factories.member import member_with
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

pytestmark = pytest.mark.django_db

JSON = "application/json"


def other_lead(update):
    return member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)


def words(project, **more):
    return {
        "project": project.pk,
        "period_from": "2018-04-01",
        "period_until": "2018-09-30",
        "course": "on_track",
        "narrative_en": "Going on.",
    } | more


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_runs_a_constant_number_of_queries(rows, secretary, signed_in, django_assert_num_queries):
    for _ in range(rows):
        confirmed_update()
    client = signed_in(secretary)

    with django_assert_num_queries(11):
        client.get(reverse("api-update-list"))


def test_an_update_is_written_with_its_rows(signed_in):
    project = ProjectFactory()
    beijing()
    milestone, indicator = MilestoneFactory(project=project), IndicatorFactory(project=project)
    author = member_with(Role.CONTRIBUTOR, subcommittee=project.subcommittee)
    rows = {
        "reported_milestones": [{"milestone": milestone.pk, "done_on": "2018-05-03"}],
        "reported_values": [{"indicator": indicator.pk, "on": "2018-06-30", "value": "24.000"}],
    }

    answer = signed_in(author).post(reverse("api-update-list"), words(project, **rows), content_type=JSON)

    assert answer.status_code == 201
    assert {name: answer.json()[name] for name in rows} == rows


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("period_until", "9999-12-31"),
        ("reported_values", [{"indicator": 0, "on": "0026-06-30", "value": "24.000"}]),
    ],
)
def test_a_slip_in_the_year_is_refused(field, said, signed_in):
    update = UpdateFactory()
    if field == "reported_values":
        said = [said[0] | {"indicator": IndicatorFactory(project=update.project).pk}]

    answer = signed_in(update.author).patch(
        reverse("api-update-detail", args=[update.pk]), {field: said}, content_type=JSON
    )

    assert (answer.status_code, "from 1900 on" in answer.content.decode()) == (400, True)


@pytest.mark.parametrize("field", ["course", "narrative_en"])
def test_half_a_letter_is_refused_wherever_it_stands(field, signed_in):
    update = UpdateFactory()

    answer = signed_in(update.author).patch(
        reverse("api-update-detail", args=[update.pk]), {field: "\ud83d"}, content_type=JSON
    )

    assert (answer.status_code, "half a letter" in answer.json()["detail"]) == (400, True)


def test_rows_left_out_are_taken_back(signed_in):
    update = UpdateFactory()
    update.reported_milestones.create(
        milestone=MilestoneFactory(project=update.project), done_on=update.period_until
    )

    answer = signed_in(update.author).patch(
        reverse("api-update-detail", args=[update.pk]), {"reported_milestones": []}, content_type=JSON
    )

    assert answer.status_code == 200
    assert update.reported_milestones.count() == 0


def test_writing_on_a_project_of_another_subcommittee_is_refused(signed_in):
    economist = member_with(Role.CONTRIBUTOR)
    economist.posts.all().delete()

    answer = signed_in(economist).post(reverse("api-update-list"), words(ProjectFactory()), content_type=JSON)

    assert answer.status_code == 403


def test_what_was_read_is_confirmed(signed_in):
    update = submitted_update()
    client = signed_in(other_lead(update))
    read = client.get(reverse("api-update-detail", args=[update.pk])).json()

    answer = client.post(
        reverse("api-update-confirm", args=[update.pk]), {"seen": read["fingerprint"]}, content_type=JSON
    )

    assert (answer.status_code, answer.json()["state"]) == (200, "confirmed")


def test_a_broken_rule_is_answered_with_its_sentence(signed_in):
    update = confirmed_update()

    answer = signed_in(update.author).post(reverse("api-update-withdraw", args=[update.pk]))

    assert answer.status_code == 422
    assert answer.json()["detail"][:45] == "This is not possible now, and nothing was don"
    assert ProgressUpdate.objects.get(pk=update.pk).state == "confirmed"


def test_dates_the_wrong_way_round_are_answered_by_field(signed_in):
    update = UpdateFactory()

    answer = signed_in(update.author).patch(
        reverse("api-update-detail", args=[update.pk]), {"period_until": "2018-01-01"}, content_type=JSON
    )

    assert (answer.status_code, answer.json()) == (422, {"__all__": ["The period ends before it starts."]})


def test_what_somebody_else_changed_meanwhile_is_not_lost(signed_in):
    update = UpdateFactory(narrative_en="Going on.")
    client, address = signed_in(update.author), reverse("api-update-detail", args=[update.pk])
    client.patch(address, {"narrative_en": "Going well."}, JSON)

    answer = client.patch(address, {"narrative_en": "Going slowly.", "seen_version": update.version}, JSON)

    update.refresh_from_db()
    assert (answer.status_code, update.narrative_en) == (422, "Going well.")
