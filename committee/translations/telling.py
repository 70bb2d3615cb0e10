"""Tells who has to translate or to check, and who asked."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from committee.history.models import Record
from committee.members.models import Member, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_secretariat
from committee.translations.models import TranslationRequest
from committee.translations.texts import translated_kind


def tell_asked(record: Record, requests: Sequence[TranslationRequest]) -> None:
    """Tell the secretariat that was asked, once for all texts of the record."""
    first = requests[0]
    secretaries = [each for each in _secretariat_of(first) if each.pk != first.asked_by_id]
    kind = translated_kind(record).kind
    notify(
        members=secretaries,
        kind="translation",
        key=f"translation-{first.pk}-asked",
        subject=lambda: _("To translate: %(record)s") % {"record": record},
        body=lambda: (
            _("%(who)s asks for %(number)s translations by %(day)s.")
            % {"who": first.asked_by.name, "number": len(requests), "day": first.due_on}
        ),
        address=f"translations/of/{kind}/{record.pk}/",
        reason=as_secretariat,
    )


def tell_translated(request: TranslationRequest) -> None:
    """Tell who may check it: the secretariat that was asked and who asked, without the translator."""
    readers = {each.pk: each for each in [*_secretariat_of(request), request.asked_by]}
    readers.pop(request.translated_by_id or 0, None)
    notify(
        members=readers.values(),
        kind="translation",
        key=f"translation-{request.pk}-translated-{_moment(request)}",
        subject=lambda: _("Translation to check: %(what)s") % {"what": request},
        body=lambda: (
            _("%(who)s translated it. Please check it or give it back.")
            % {"who": request.translated_by.name if request.translated_by else "—"}
        ),
        address=_address(request),
        reason=_as_checker,
    )


def tell_checked(request: TranslationRequest) -> None:
    """Tell who asked and who translated."""
    people = [each for each in (request.asked_by, request.translated_by) if each]
    notify(
        members=[each for each in people if each.pk != request.checked_by_id],
        kind="translation",
        key=f"translation-{request.pk}-checked",
        subject=lambda: _("Translated: %(what)s") % {"what": request},
        body=lambda: _("The translation was checked and stands in the record."),
        address=_address(request),
        reason=_as_involved,
    )


def tell_given_back(request: TranslationRequest, translator: Member | None) -> None:
    """Tell who translated it, with the reason."""
    notify(
        members=[translator] if translator else [],
        kind="translation",
        key=f"translation-{request.pk}-given-back-{int(timezone.now().timestamp())}",
        subject=lambda: _("Translation given back: %(what)s") % {"what": request},
        body=request.returned_because,
        address=_address(request),
        reason=_as_involved,
    )


def _secretariat_of(request: TranslationRequest) -> list[Member]:
    today = timezone.localdate(timezone=request.city.zone)
    found = Member.objects.holding(Role.SECRETARIAT, today).filter(city=request.city)
    return list(found.select_related("city"))


def _as_checker(member: Member) -> str:
    return as_secretariat(member) if member.is_secretariat else _as_involved(member)


def _as_involved(_member: Member) -> str:
    return _("You are told this because you asked for this translation or made it.")


def _moment(request: TranslationRequest) -> int:
    assert request.translated_at is not None, "a translation has its time"
    return int(request.translated_at.timestamp())


def _address(request: TranslationRequest) -> str:
    return f"translations/{request.pk}/"
