"""What was delivered, and what became of it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE, list_page
from environment.hotline.forms import DeliveryFilter
from environment.measurements.models import Delivery
from environment.measurements.reasons import reason_in_words


def delivery_list(request: MemberRequest) -> HttpResponse:
    deliveries = Delivery.objects.select_related("city", "by")
    return list_page(request, "hotline/delivery_list.html", deliveries, DeliveryFilter)


def delivery_page(request: MemberRequest, delivery_id: int) -> HttpResponse:
    """Show one delivery and what was not taken over, by reason where one is chosen."""
    delivery = get_object_or_404(Delivery.objects.select_related("city", "by"), pk=delivery_id)
    chosen = request.GET.get("reason", "")
    rejected = delivery.rejected_readings.all()
    if chosen:
        rejected = rejected.filter(reason=chosen)
    context: dict[str, Any] = {
        "delivery": delivery,
        "reasons": [
            {"code": code, "words": reason_in_words(code), "count": count, "is_chosen": code == chosen}
            for code, count in sorted(delivery.rejected.items())
        ],
        "rows": Paginator(rejected, ROWS_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "hotline/delivery.html", context)
