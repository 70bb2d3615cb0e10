"""The addresses of the environment's pages; `committee` includes them by the name of this module."""

from django.urls import include, path

urlpatterns = [
    path("", include("environment.exchange.urls")),  # before the hotline's: air/<city>/ takes any word
    path("", include("environment.hotline.urls")),
    path("", include("environment.project_links.urls")),
]
