"""The routes under `/api/v1/`."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from committee.meetings.api import MeetingViewSet

router = DefaultRouter()
router.register("meetings", MeetingViewSet, basename="api-meeting")

urlpatterns = [
    path("", include(router.urls)),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
]
