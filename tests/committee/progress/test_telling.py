import pytest

from committee.members.models import Role
from committee.models import Notice
from committee.progress.actions import confirm_update, return_update, submit_update
from tests.factories.member import member_with
from tests.factories.update import UpdateFactory, submitted_update

pytestmark = pytest.mark.django_db


def co_lead_of(city, update):
    return member_with(Role.CO_LEAD, city, update.project.subcommittee)


def test_the_other_citys_co_lead_is_told_of_a_submission():
    update = UpdateFactory()
    co_lead_of(update.city, update)
    answering = co_lead_of(update.answering_city, update)

    submit_update(by=update.author, update=update)

    notice = Notice.objects.get()
    assert (notice.member, notice.subject_en) == (answering, f"Update to confirm: {update.project}")


@pytest.mark.parametrize(
    ("answer", "subject", "body"),
    [
        (lambda by, update: confirm_update(by=by, update=update, seen=update.fingerprint()), "confirmed", ""),
        (lambda by, update: return_update(by=by, update=update, comment="When?"), "returned", "When?"),
    ],
)
def test_the_writer_is_told_of_the_answer(answer, subject, body):
    update = submitted_update()

    answer(co_lead_of(update.answering_city, update), update)

    notice = Notice.objects.get()
    assert (notice.member, notice.subject_en) == (update.author, f"Update {subject}: {update.project}")
    assert (notice.body_en, notice.reason_en) == (
        body,
        "You are told this because you wrote or submitted it.",
    )
