"""What the report says of agreements: those signed in the period, and those in force at its end."""

import datetime

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.agreements.models import Agreement, Signature
from committee.languages.wording import each_language
from committee.reports.content import (
    Block,
    Cell,
    Column,
    Facts,
    Lines,
    Listing,
    Paragraph,
    Row,
    Scope,
    Section,
    Subsection,
    Table,
)


def agreements(scope: Scope) -> Section:
    signed = Agreement.objects.signed_between(scope.start, scope.end)
    signed = signed.order_by("signed_on", "pk").select_related("meeting")
    signed = signed.prefetch_related(
        "articles", Prefetch("signatures", Signature.objects.select_related("city"))
    )
    parts: list[Block] = [_in_force(scope)]
    if not signed:
        parts.insert(0, Paragraph(_("No agreement was signed in this period."), manner="nothing"))
    parts += [_agreement(agreement, scope) for agreement in signed]
    return Section(_("Agreements"), tuple(parts))


def _in_force(scope: Scope) -> Block:
    binding = Agreement.objects.in_force_on(scope.end).order_by("signed_on", "pk")
    if not binding:
        return Paragraph(_("No agreement was in force at the end of this period."), manner="nothing")
    return Table(
        _("Agreements in force on %(day)s") % {"day": date_format(scope.end)},
        (
            Column(_("Agreement"), share=6),
            Column(_("Kind"), share=3),
            Column(_("Signed on"), share=3),
            Column(_("In force until"), share=3),
        ),
        tuple(
            Row(
                (
                    agreement.title,
                    agreement.get_kind_display(),
                    date_format(agreement.signed_on),
                    _until(agreement),
                ),
                illustrative=agreement.is_illustrative,
            )
            for agreement in binding
        ),
    )


def _agreement(agreement: Agreement, scope: Scope) -> Subsection:
    titles = tuple(text for text in each_language(agreement, "title") if text != agreement.title)
    pairs: list[tuple[str, Cell]] = [
        (_("Kind"), agreement.get_kind_display()),
        (_("Signed on"), date_format(agreement.signed_on)),
    ]
    if agreement.signed_in:
        pairs.append((_("Signed in"), agreement.signed_in))
    by_protocol = sorted(agreement.signatures.all(), key=lambda each: scope.city_ids.index(each.city_id))
    pairs += [(each.city.name, each.signatory) for each in by_protocol]
    if agreement.in_force_from:
        pairs.append((_("In force"), _time_in_force(agreement)))
    pairs.append((_("Authentic texts"), _authentic(agreement)))
    if titles:
        pairs.append((_("Title in other languages"), Lines(titles)))
    blocks: list[Block] = [Facts(tuple(pairs))]
    if articles := tuple(article.heading for article in agreement.articles.all() if article.heading):
        blocks.append(Listing(articles))
    return Subsection(agreement.title, tuple(blocks), illustrative=agreement.is_illustrative)


def _time_in_force(agreement: Agreement) -> str:
    first, last = _day(agreement.in_force_from), agreement.in_force_until
    return f"{first} – {_day(last)}" if last else _("from %(day)s") % {"day": first}


def _until(agreement: Agreement) -> Cell:
    if agreement.in_force_until is None:
        return _("no end set")
    if agreement.renewal == Agreement.Renewal.NONE:
        return _day(agreement.in_force_until)
    return Lines((_day(agreement.in_force_until), agreement.get_renewal_display()))


def _authentic(agreement: Agreement) -> str:
    languages = (
        (agreement.authentic_ko, _("Korean")),
        (agreement.authentic_zh_hans, _("Simplified Chinese")),
        (agreement.authentic_en, _("English")),
    )
    return ", ".join(name for is_authentic, name in languages if is_authentic)


def _day(day: datetime.date | None) -> str:
    return date_format(day) if day else "—"
