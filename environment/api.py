"""The environment's routes under `/api/v1/`; `committee` includes them by the name of this module."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from environment.hotline.api import SeriesView, StationViewSet

router = SimpleRouter()
router.register("stations", StationViewSet, basename="api-station")

urlpatterns = [
    path("air/", include(router.urls)),
    path("air/series/", SeriesView.as_view(), name="api-air-series"),
]
