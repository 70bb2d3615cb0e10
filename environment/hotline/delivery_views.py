"""What was delivered, and what became of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE, list_page
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of
from committee.rules import BrokenRule
from environment.exchange.afterwards import decided_afterwards
from environment.exchange.deciding import accept_clock, withdraw
from environment.exchange.forms import ClockDecisionForm
from environment.exchange.permissions import may_decide_clock, may_keep_machine_accounts, may_upload
from environment.exchange.receipts import ahead_of, receipts_shown_to
from environment.hotline.columns import DELIVERY_COLUMNS
from environment.hotline.forms import DeliveryFilter
from environment.measurements.clock_words import in_words as clock_in_words
from environment.measurements.models import ClockCheck, Delivery
from environment.measurements.reasons import reason_in_words

PAGE = "hotline/delivery.html"


def delivery_list(request: MemberRequest) -> HttpResponse:
    deliveries = Delivery.objects.select_related("city", "by")
    return list_page(
        request,
        "hotline/delivery_list.html",
        deliveries,
        DeliveryFilter,
        DELIVERY_COLUMNS,
        may_upload=may_upload(request.user),
        may_keep_machine_accounts=may_keep_machine_accounts(request.user),
    )


def delivery_page(request: MemberRequest, delivery_id: int) -> HttpResponse:
    """Show one delivery and what was not taken over, by reason where one is chosen."""
    context = _about(request, _delivery(delivery_id))
    return page_or_part(request, PAGE, f"{PAGE}#state", context)


@by_button_of("delivery")
def delivery_clock(request: MemberRequest, delivery_id: int) -> HttpResponse:
    """Accept the clock of a held delivery as it is, or withdraw the delivery."""
    delivery = _delivery(delivery_id)
    require(may_decide_clock(request.user, delivery))
    form = ClockDecisionForm(request.POST)
    refusal = _decided(request, delivery, form)
    if refusal:
        context = _about(request, delivery) | {"refusal": refusal, "decision": form}
        return render(request, PAGE, context, status=UNPROCESSABLE)
    return HttpResponseRedirect(reverse("delivery", args=[delivery.pk]))


def _decided(request: MemberRequest, delivery: Delivery, form: ClockDecisionForm) -> str:
    """Do what was chosen; return the rule that stands against it, if one does."""
    if not form.is_valid() and "note" not in form.errors:
        return _("Choose whether to accept or to withdraw it.")
    act = withdraw if form.data.get("act") == ClockCheck.Decision.WITHDRAWN else accept_clock
    try:
        act(by=request.user, delivery=delivery, note=form.cleaned_data.get("note", ""))
    except BrokenRule as rule:
        return str(rule.message)
    return ""


def _delivery(delivery_id: int) -> Delivery:
    related = "city", "by", "handover__account", "clock_check__station", "clock_check__decided_by__city"
    return get_object_or_404(Delivery.objects.select_related(*related), pk=delivery_id)


def _about(request: MemberRequest, delivery: Delivery) -> dict[str, Any]:
    check: ClockCheck | None = getattr(delivery, "clock_check", None)
    chosen = request.GET.get("reason", "")
    rejected = delivery.rejected_readings.select_related("repeats")
    if chosen:
        rejected = rejected.filter(reason=chosen)
    return {
        "delivery": delivery,
        "clock": check,
        "clock_in_words": clock_in_words(check) if check else "",
        "may_decide": delivery.state == Delivery.State.HELD and may_decide_clock(request.user, delivery),
        "ahead": ahead_of(delivery),
        "afterwards": decided_afterwards(delivery),
        "receipts": receipts_shown_to(request.user, delivery),
        "reasons": [
            {"code": code, "words": reason_in_words(code), "count": count, "is_chosen": code == chosen}
            for code, count in sorted(delivery.rejected.items())
        ],
        "rows": Paginator(rejected, ROWS_A_PAGE).get_page(request.GET.get("page")),
    }
