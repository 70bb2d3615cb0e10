"""The addresses of the environment's pages; `committee` includes them by the name of this module."""

from django.urls import include, path

urlpatterns = [
    # Before the hotline's: its last address, air/<city>/, takes any word.
    path("", include("environment.alerts.urls")),
    path("", include("environment.exchange.urls")),
    path("", include("environment.gaps.urls")),
    path("", include("environment.threads.urls")),
    path("", include("environment.quarantine.urls")),
    path("", include("environment.pulls.urls")),
    path("", include("environment.ledger.urls")),
    path("", include("environment.explorer.urls")),
    path("", include("environment.hotline.urls")),
    path("", include("environment.project_links.urls")),
    path("", include("environment.effects.urls")),
]
