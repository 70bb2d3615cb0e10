"""What was delivered, and what became of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE, list_page
from committee.pages.partials import page_or_part
from environment.exchange.permissions import may_keep_machine_accounts, may_upload
from environment.exchange.receipts import ahead_of, receipts_shown_to
from environment.hotline.forms import DeliveryFilter
from environment.measurements.models import Delivery
from environment.measurements.reasons import reason_in_words


def delivery_list(request: MemberRequest) -> HttpResponse:
    deliveries = Delivery.objects.select_related("city", "by")
    return list_page(
        request,
        "hotline/delivery_list.html",
        deliveries,
        DeliveryFilter,
        may_upload=may_upload(request.user),
        may_keep_machine_accounts=may_keep_machine_accounts(request.user),
    )


def delivery_page(request: MemberRequest, delivery_id: int) -> HttpResponse:
    """Show one delivery and what was not taken over, by reason where one is chosen."""
    deliveries = Delivery.objects.select_related("city", "by", "handover__account")
    delivery = get_object_or_404(deliveries, pk=delivery_id)
    chosen = request.GET.get("reason", "")
    rejected = delivery.rejected_readings.select_related("repeats")
    if chosen:
        rejected = rejected.filter(reason=chosen)
    context: dict[str, Any] = {
        "delivery": delivery,
        "ahead": ahead_of(delivery),
        "receipts": receipts_shown_to(request.user, delivery),
        "reasons": [
            {"code": code, "words": reason_in_words(code), "count": count, "is_chosen": code == chosen}
            for code, count in sorted(delivery.rejected.items())
        ],
        "rows": Paginator(rejected, ROWS_A_PAGE).get_page(request.GET.get("page")),
    }
    return page_or_part(request, "hotline/delivery.html", "hotline/delivery.html#state", context)
