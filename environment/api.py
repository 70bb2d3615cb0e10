"""The environment's routes under `/api/v1/`; `committee` includes them by the name of this module."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from environment.alerts.api import EpisodeViewSet
from environment.effects.api import AirEffectViewSet
from environment.exchange.api import DeliveriesView, ReceiptView
from environment.hotline.api import SeriesView, StationViewSet
from environment.indices.api import IndicesView
from environment.threads.api import AlertThreadViewSet

router = SimpleRouter()
router.register("episodes", EpisodeViewSet, basename="api-episode")
router.register("effects", AirEffectViewSet, basename="api-air-effect")
router.register("stations", StationViewSet, basename="api-station")
router.register("threads", AlertThreadViewSet, basename="api-thread")

urlpatterns = [
    path("air/", include(router.urls)),
    path("air/deliveries/", DeliveriesView.as_view(), name="api-delivery-push"),
    path("air/deliveries/<int:delivery_id>/receipt/", ReceiptView.as_view(), name="api-delivery-receipt"),
    path("air/indices/", IndicesView.as_view(), name="api-air-indices"),
    path("air/series/", SeriesView.as_view(), name="api-air-series"),
]
