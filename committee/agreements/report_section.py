"""What the report says of agreements: signed in the period, or before it and in force."""

import datetime

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.agreements.models import Agreement, AgreementQuerySet, Signature
from committee.languages.wording import each_language, sentence
from committee.printing.checked import Day
from committee.printing.content import (
    Block,
    Cell,
    Column,
    Lines,
    Paragraph,
    Row,
    Scope,
    Section,
    Subsection,
    Table,
)


def agreements(scope: Scope) -> Section:
    binding = Agreement.objects.in_force_on(scope.end)
    earlier = binding.filter(signed_on__lte=scope.start) if scope.start else binding.none()
    return Section(
        _("Agreements"),
        (
            Subsection(
                _("Agreements signed in this period"),
                _listed(
                    Agreement.objects.signed_between(scope.start, scope.end),
                    scope,
                    _("Agreements of this period, their titles in each language and who signed them"),
                    nothing=_("No agreement was signed in this period."),
                ),
            ),
            Subsection(
                _("Earlier agreements in force"),
                _listed(
                    earlier,
                    scope,
                    _("Earlier agreements, their titles in each language and who signed them"),
                    nothing=_("No earlier agreement is in force."),
                    are_earlier=True,
                ),
            ),
        ),
    )


def _listed(
    agreements: AgreementQuerySet, scope: Scope, caption: str, *, nothing: str, are_earlier: bool = False
) -> tuple[Block, ...]:
    signatures = Prefetch("signatures", Signature.objects.select_related("city"))
    found = agreements.order_by("signed_on", "pk").select_related("earlier").prefetch_related(signatures)
    if not found:
        return (Paragraph(nothing, manner="nothing"),)
    return (
        Table(
            caption,
            (
                Column(_("Agreement"), share=9),
                Column(_("Kind"), share=4),
                Column(_("Signed"), share=5),
                Column(_("In force"), share=5),
            ),
            tuple(_agreement(agreement, scope, are_earlier) for agreement in found),
            is_multilingual=True,
        ),
    )


def _agreement(agreement: Agreement, scope: Scope, is_earlier: bool) -> Row:
    """Show the title in the edition's language first, then in those of the other texts."""
    others = [text for text in each_language(agreement, "title") if text.plain != agreement.title.plain]
    by_protocol = sorted(agreement.signatures.all(), key=lambda each: scope.city_ids.index(each.city_id))
    signed = [_day(agreement.signed_on), agreement.signed_in, *(each.signatory for each in by_protocol)]
    return Row(
        (
            Lines((agreement.title, *others, *_goes_on_from(agreement))),
            agreement.get_kind_display(),
            Lines(tuple(line for line in signed if line)),
            _time_in_force(agreement),
        ),
        illustrative=agreement.is_illustrative,
        days=(Day(agreement.signed_on, may_be_earlier=is_earlier),) if agreement.signed_on else (),
    )


def _goes_on_from(agreement: Agreement) -> tuple[str, ...]:
    if agreement.earlier is None:
        return ()
    relation = agreement.get_relation_display()
    return (sentence(_("%(relation)s: %(earlier)s"), relation=relation, earlier=agreement.earlier.title),)


def _time_in_force(agreement: Agreement) -> Cell:
    if agreement.in_force_from is None:
        return _("not in force yet")
    begins = _("from %(day)s") % {"day": _day(agreement.in_force_from)}
    if agreement.terminated_on:
        return Lines((begins, _("terminated on %(day)s") % {"day": _day(agreement.terminated_on)}))
    if agreement.in_force_until is None:
        return begins
    ends = _("until %(day)s") % {"day": _day(agreement.in_force_until)}
    if agreement.renewal == Agreement.Renewal.NONE:
        return Lines((begins, ends))
    return Lines((begins, ends, agreement.get_renewal_display()))


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
