"""Every address: pages below the language, the API beside them."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from committee.calendar.urls import feed_urlpatterns
from committee.dashboard.views import to_own_language
from committee.members.sign_in import no_own_addresses

urlpatterns = [
    path("", to_own_language, name="root"),
    path("api/v1/", include("committee.config.api")),
    *feed_urlpatterns,
    *i18n_patterns(
        path("", include("committee.dashboard.urls")),
        path("", include("committee.search.urls")),
        path("", include("committee.calendar.urls")),
        path("", include("committee.filters.urls")),
        path("", include("committee.public_part.urls")),
        path("", include("committee.checklists.urls")),
        path("", include("committee.meetings.urls")),
        path("", include("committee.minutes.urls")),
        path("", include("committee.minutes_prints.urls")),
        path("", include("committee.delegations.urls")),
        path("", include("committee.programmes.urls")),
        path("", include("committee.agendas.urls")),
        path("", include("committee.follow_ups.urls")),
        path("", include("committee.agreements.urls")),
        path("", include("committee.commitments.urls")),
        path("", include("committee.positions.urls")),
        path("", include("committee.forewords.urls")),
        path("", include("committee.delegation_books.urls")),
        path("", include("committee.projects.urls")),
        path("", include("committee.events.urls")),
        path("", include("committee.research.urls")),
        path("", include("committee.project_kinds.urls")),
        path("", include("committee.progress.urls")),
        path("", include("committee.budgets.urls")),
        path("", include("committee.discussions.urls")),
        path("", include("committee.imports.urls")),
        path("", include("committee.reviews.urls")),
        path("", include("committee.reports.urls")),
        path("", include("committee.verification.urls")),
        path("", include("committee.report_outlines.urls")),
        path("", include("committee.documents.urls")),
        path("", include("committee.translations.urls")),
        path("", include("environment.urls")),
        path("", include("committee.hand_overs.urls")),
        path("", include("committee.subcommittees.urls")),
        path("", include("committee.notices.urls")),
        path("", include("committee.archive.urls")),
        path("", include("committee.members.urls")),
        path("", include("committee.cities.urls")),
        path("account/email/", no_own_addresses, name="account_email"),
        path("account/", include("allauth.urls")),
    ),
]
