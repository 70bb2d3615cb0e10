"""Tells the other city of an update that was handed over, and its writers of what became of it."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.cities.models import City
from committee.languages.sentences import listed
from committee.languages.wording import Words
from committee.members.holders import co_leads
from committee.members.models import Member
from committee.notices.actions import notify
from committee.notices.reasons import Reason, as_co_lead_of, as_its_author
from committee.progress.models import ProgressUpdate

State = ProgressUpdate.State
ANSWERED = {
    State.CONFIRMED: gettext_lazy("Update confirmed: %(project)s"),
    State.RETURNED: gettext_lazy("Update returned: %(project)s"),
    State.DIFFERING: gettext_lazy("Update seen differently: %(project)s"),
}


def tell_submitted(update: ProgressUpdate) -> None:
    """Tell the co-leads who may confirm it, and the one on whose behalf somebody else entered it."""
    assert update.submitted_at is not None, "a submitted update has its time"
    _tell(
        update,
        _co_leads(update, update.answering_city),
        f"submitted-{int(update.submitted_at.timestamp())}",
        gettext_lazy("Update to confirm: %(project)s"),
        lambda: (
            _("%(city)s reports of %(first)s – %(last)s. Please confirm it or return it.")
            % {"city": update.city, "first": update.period_from, "last": update.period_until}
        ),
        as_co_lead_of(update.project.subcommittee),
    )
    if update.on_behalf_of is not None:
        _tell(
            update,
            [update.on_behalf_of],
            f"entered-{int(update.submitted_at.timestamp())}",
            gettext_lazy("Submitted on your behalf: %(project)s"),
            lambda: (
                _("%(author)s has entered and submitted it for you.") % {"author": update.author.name.plain}
            ),
            as_its_author,
        )


def tell_mended(update: ProgressUpdate, by: Member, texts: list[str]) -> None:
    """Tell the other city's co-leads which texts of what they confirmed `by` has worded otherwise."""

    def names() -> str:
        return listed(str(ProgressUpdate._meta.get_field(name).verbose_name) for name in texts)  # type: ignore[union-attr]  # columns

    _tell(
        update,
        [member for member in _co_leads(update, update.answering_city) if member != by],
        f"mended-{update.version}",
        gettext_lazy("Wording corrected: %(project)s"),
        lambda: (
            _(
                "%(city)s has corrected the wording of: %(texts)s. Your confirmation stands; the history "
                "shows the difference."
            )
            % {"city": by.city, "texts": names()}
        ),
        as_co_lead_of(update.project.subcommittee),
    )


def tell_answered(update: ProgressUpdate) -> None:
    """Tell who wrote and who submitted it; of a return, with the reason."""
    assert update.answered_at is not None, "an answered update has its time"
    event = f"answered-{int(update.answered_at.timestamp())}"
    words = ANSWERED[State(update.state)]
    _tell(update, _writers(update), event, words, update.return_comment, as_its_author)


def tell_one_sided(update: ProgressUpdate) -> None:
    """Tell both cities, once each time it was submitted, that it has been left unanswered."""
    assert update.submitted_at is not None, "a submitted update has its time"
    _tell(
        update,
        [*_co_leads(update, update.city), *_co_leads(update, update.answering_city)],
        f"one-sided-{int(update.submitted_at.timestamp())}",
        gettext_lazy("One-sided for now: %(project)s"),
        lambda: (
            _(
                "%(reporter)s submitted its update on %(day)s and %(answerer)s has not answered. It is "
                "marked as one-sided everywhere; %(answerer)s can still confirm or return it."
            )
            % {"reporter": update.city, "answerer": update.answering_city, "day": _day_submitted(update)}
        ),
        as_co_lead_of(update.project.subcommittee),
    )


def tell_changed_beside(update: ProgressUpdate) -> None:
    """Tell the co-leads of the city that is now to read: the other one changed its side of two statements."""
    city = update.city_to_act
    assert city is not None, "one of both cities is to read it"
    _tell(
        update,
        _co_leads(update, city),
        f"changed-beside-{update.version}",
        gettext_lazy("The other city changed its statement: %(project)s"),
        lambda: _("Read both statements; change your own, or close."),
        as_co_lead_of(update.project.subcommittee),
    )


def tell_closed(update: ProgressUpdate) -> None:
    """Tell the co-leads of both cities that it was left at two statements."""
    _tell(
        update,
        [*_co_leads(update, update.city), *_co_leads(update, update.answering_city)],
        f"closed-{update.version}",
        gettext_lazy("Left at two statements: %(project)s"),
        "",
        as_co_lead_of(update.project.subcommittee),
    )


def _tell(
    update: ProgressUpdate,
    members: Iterable[Member],
    event: str,
    subject: Promise,
    body: Words,
    reason: Reason,
) -> None:
    notify(
        members=members,
        kind="update",
        key=f"update-{update.pk}-{event}",
        subject=lambda: subject % {"project": update.project},
        body=body,
        address=f"updates/{update.pk}/",
        reason=reason,
    )


def _co_leads(update: ProgressUpdate, city: City) -> list[Member]:
    """Return who leads the subcommittee for `city` today; of the other city, not those who wrote it."""
    leads = co_leads(city, timezone.now()).get(update.project.subcommittee_id, [])
    wrote = set() if city == update.city else update.writers
    return [member for member in leads if member.pk not in wrote]


def _writers(update: ProgressUpdate) -> list[Member]:
    return list(Member.objects.filter(pk__in=update.writers).select_related("city"))


def _day_submitted(update: ProgressUpdate) -> str:
    assert update.submitted_at is not None, "a submitted update has its time"
    return date_format(update.submitted_at.astimezone(update.answering_city.zone).date())
