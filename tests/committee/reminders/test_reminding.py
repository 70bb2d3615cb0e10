import datetime

import pytest

from committee.members.models import Role
from committee.models import Commitment, Notice, ProgressUpdate, Project
from committee.notices.choosing import choose_ways
from committee.notices.models import Way
from committee.progress.actions import return_update, submit_update
from committee.reminders.reminding import remind
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

pytestmark = pytest.mark.django_db

# Already the eleventh of March in Seoul, still the tenth in Beijing.
NOW = datetime.datetime(2026, 3, 10, 15, 30, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def leads():
    """The co-leads of one subcommittee, Seoul's and Beijing's."""
    here = SubcommitteeFactory()
    member_with(Role.CO_LEAD, seoul(), SubcommitteeFactory(code="economy", name_en="Economy", position=1))
    return [member_with(Role.CO_LEAD, city, here) for city in (seoul(), beijing())]


def reminded_of(kind, now=NOW):
    """Remind, and return whom of what kind were told for the first time."""
    return [notice.member for notice in remind(now) if notice.kind == kind]


def late_commitment(due_on="2026-03-10", **fields):
    return CommitmentFactory(due_on=due_on, **fields)


def test_both_cities_are_reminded_of_what_both_promised(leads):
    late_commitment("2026-02-01")

    assert reminded_of("commitment_late") == leads


def test_of_what_one_city_promised_it_alone_is_reminded(leads):
    late_commitment("2026-02-01", promisor=Commitment.Promisor.ONE, city=leads[1].city)

    assert reminded_of("commitment_late") == [leads[1]]


def test_a_day_has_passed_when_it_has_in_the_city(leads):
    late_commitment("2026-03-10")

    assert reminded_of("commitment_late") == [leads[0]]
    assert reminded_of("commitment_late", NOW + DAY / 24) == [leads[1]]


def test_of_what_was_kept_nobody_is_reminded(leads):
    kept_commitment(due_on="2026-02-01")

    assert reminded_of("commitment_late") == []


def test_one_is_reminded_once(leads):
    late_commitment("2026-02-01")
    remind(NOW)

    assert remind(NOW + 30 * DAY) == []


def test_another_day_reminds_anew(leads):
    commitment = late_commitment("2026-02-01")
    remind(NOW)
    Commitment.objects.filter(pk=commitment.pk).update(due_on="2026-02-15")

    assert reminded_of("commitment_late") == leads


def test_who_takes_the_post_later_is_reminded_too(leads):
    commitment = late_commitment("2026-02-01")
    remind(NOW)

    newcomer = member_with(Role.CO_LEAD, seoul(), commitment.subcommittee)

    assert reminded_of("commitment_late") == [newcomer]


def test_a_city_that_has_reported_nothing_for_long_is_reminded(leads):
    confirmed_update(period_until="2025-09-01", project=ProjectFactory(starts_on="2025-01-01"))
    ProgressUpdate.objects.update(period_until="2025-10-01")
    seoul_lead, beijing_lead = leads

    told = reminded_of("update_due")

    assert beijing_lead in told
    assert seoul_lead not in told


@pytest.mark.parametrize(("days", "is_due"), [(180, False), (181, True)])
def test_an_update_is_due_after_half_a_year(leads, days, is_due):
    today = NOW.astimezone(leads[0].city.zone).date()
    ProjectFactory(starts_on=today - days * DAY)

    assert (leads[0] in reminded_of("update_due")) == is_due


def test_a_draft_is_no_report(leads):
    update = UpdateFactory(project=ProjectFactory(starts_on="2025-01-01"), period_until="2026-02-28")

    assert update.state == ProgressUpdate.State.DRAFT
    assert leads[0] in reminded_of("update_due")


def test_nothing_is_due_of_a_project_that_is_not_under_way(leads):
    ProjectFactory(starts_on="2020-01-01", state=Project.State.COMPLETED)

    assert reminded_of("update_due") == []


def test_a_project_without_a_first_day_counts_from_when_it_was_entered(leads):
    project = ProjectFactory(starts_on=None)
    Project.objects.filter(pk=project.pk).update(created_at=NOW - 200 * DAY)

    assert reminded_of("update_due") == leads


def test_the_other_city_is_reminded_of_what_waits_for_it(leads):
    submitted_update(submitted_at=NOW - 7 * DAY)

    assert reminded_of("confirmation_due", NOW - DAY) == []
    assert reminded_of("confirmation_due") == [leads[1]]


def test_what_was_handed_over_again_reminds_anew(leads):
    update = submitted_update(submitted_at=NOW - 7 * DAY)
    remind(NOW)
    return_update(by=leads[1], update=update, comment="Which week?")
    submit_update(by=update.author, update=update)
    ProgressUpdate.objects.update(submitted_at=NOW)

    assert reminded_of("confirmation_due", NOW + 7 * DAY) == [leads[1]]


def test_a_reminder_says_why_in_each_language(leads):
    late_commitment("2026-02-01")
    remind(NOW)

    notice = Notice.objects.filter(kind="commitment_late").first()

    assert notice.reason_en == "You are told this because you are a co-lead of the subcommittee Environment."
    assert len({notice.reason_ko, notice.reason_zh_hans, notice.reason_en}) == 3


def test_reminders_come_in_the_daily_mail_unless_chosen_otherwise(leads):
    for lead in leads:
        lead.email = f"{lead.username}@example.org"
        lead.save(update_fields=["email"])
    choose_ways(by=leads[1], ways={"commitment_late": Way.AT_ONCE})
    late_commitment("2026-02-01")

    remind(NOW)

    late = Notice.objects.filter(kind="commitment_late").order_by("pk")
    assert list(late.values_list("mail", flat=True)) == ["daily", "waiting"]


@pytest.mark.parametrize("count", [1, 3])
def test_what_everybody_was_told_before_costs_the_same_whatever_its_number(
    leads, settings, django_assert_num_queries, count
):
    settings.REMINDERS = [
        "committee.commitments.reminders.late_commitments",
        "committee.progress.reminders.due_updates",
        "committee.progress.reminders.due_confirmations",
    ]
    for _number in range(count):
        late_commitment("2026-02-01")
        submitted_update(submitted_at=NOW - 7 * DAY, project=ProjectFactory(starts_on="2025-01-01"))
    remind(NOW)

    with django_assert_num_queries(21):
        assert remind(NOW) == []
