import datetime

import pytest

from committee.members.models import Role
from tests.factories.city import seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.edition import ReadyEditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.update import submitted_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def test_a_commitment_names_its_city_and_subcommittee_by_code(reader):
    commitment = CommitmentFactory(promisor="one", city=seoul(), due_on=datetime.date(2019, 12, 31))

    answer = reader.get(f"/api/v1/commitments/{commitment.pk}/").json()

    named = {name: answer[name] for name in ("city", "subcommittee", "due_on", "standing", "is_overdue")}
    assert named == {
        "city": "seoul",
        "subcommittee": "environment",
        "due_on": "2019-12-31",
        "standing": "late",
        "is_overdue": True,
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for commitment in CommitmentFactory.create_batch(rows, promisor="one", city=seoul()):
        submitted_update().project.commitments.add(commitment)

    with django_assert_num_queries(7):
        answer = reader.get("/api/v1/commitments/")

    assert answer.json()["count"] == rows


def test_the_filters_are_those_of_the_page(reader):
    CommitmentFactory(title_en="Hotline", due_on=datetime.date(2019, 12, 31))
    CommitmentFactory(title_en="Forum")

    found = reader.get("/api/v1/commitments/", {"standing": "late", "state": "open"}).json()

    assert [each["title_en"] for each in found["results"]] == ["Hotline"]


def test_one_commitment_comes_with_its_thread(reader):
    commitment = CommitmentFactory(agreement__meeting=MeetingFactory())
    update = submitted_update(city=seoul())
    update.project.commitments.add(commitment)
    edition = ReadyEditionFactory()
    edition.mentions.create(record=f"commitment-{commitment.pk}", state="no_project")

    answer = reader.get(f"/api/v1/commitments/{commitment.pk}/").json()

    assert (answer["meeting"], answer["thread"]) == (
        commitment.agreement.meeting_id,
        {
            "projects": [
                {
                    "id": update.project_id,
                    "state": "under_way",
                    "updates": [
                        {
                            "id": update.pk,
                            "city": "seoul",
                            "period_from": "2018-04-01",
                            "period_until": "2018-09-30",
                            "state": "submitted",
                            "course": "on_track",
                        }
                    ],
                }
            ],
            "reports": [
                {
                    "meeting": edition.meeting_id,
                    "editions": [edition.pk],
                    "standing": "no_project",
                    "before": None,
                }
            ],
        },
    )
