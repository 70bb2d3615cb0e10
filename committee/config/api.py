"""The routes under `/api/v1/`."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from committee.agreements.api import AgreementViewSet
from committee.budgets.api import BudgetLineViewSet
from committee.checklists.api import ChecklistStepViewSet
from committee.cities.api import CityViewSet
from committee.commitments.api import CommitmentViewSet
from committee.delegation_books.api import BookViewSet
from committee.delegations.api import DelegationViewSet
from committee.discussions.api import MessageViewSet
from committee.documents.api import DocumentViewSet
from committee.events.api import EventViewSet
from committee.follow_ups.api import FollowUpViewSet
from committee.forewords.api import ForewordViewSet
from committee.meetings.api import MeetingViewSet
from committee.members.api import MemberViewSet
from committee.minutes.api import MinutesViewSet
from committee.notices.api import NoticeViewSet
from committee.pages.visitors import open_to_visitors
from committee.positions.api import PositionViewSet
from committee.programmes.api import ProgrammeViewSet
from committee.progress.api import UpdateViewSet
from committee.project_kinds.api import KindViewSet
from committee.projects.api import ProjectViewSet
from committee.report_outlines.api import OutlineSectionViewSet
from committee.reports.api import EditionViewSet
from committee.research.api import StudyViewSet
from committee.reviews.api import MeetingReportViewSet, ReviewCommentViewSet
from committee.search.api import SearchViewSet
from committee.subcommittees.api import SubcommitteeViewSet
from committee.translations.api import TranslationViewSet
from committee.verification.api import EditionByChecksum

router = DefaultRouter()
router.register("meetings", MeetingViewSet, basename="api-meeting")
router.register("minutes", MinutesViewSet, basename="api-minutes")
router.register("delegations", DelegationViewSet, basename="api-delegation")
router.register("programme", ProgrammeViewSet, basename="api-programme")
router.register("agreements", AgreementViewSet, basename="api-agreement")
router.register("commitments", CommitmentViewSet, basename="api-commitment")
router.register("positions", PositionViewSet, basename="api-position")
router.register("delegation-books", BookViewSet, basename="api-delegation-book")
router.register("actions", FollowUpViewSet, basename="api-follow-up")
router.register("projects", ProjectViewSet, basename="api-project")
router.register("events", EventViewSet, basename="api-event")
router.register("studies", StudyViewSet, basename="api-study")
router.register("project-kinds", KindViewSet, basename="api-project-kind")
router.register("updates", UpdateViewSet, basename="api-update")
router.register("budgets", BudgetLineViewSet, basename="api-budget")
router.register("messages", MessageViewSet, basename="api-message")
router.register("documents", DocumentViewSet, basename="api-document")
router.register("translations", TranslationViewSet, basename="api-translation")
router.register("forewords", ForewordViewSet, basename="api-foreword")
router.register("meeting-reports", MeetingReportViewSet, basename="api-meeting-report")
router.register("report-comments", ReviewCommentViewSet, basename="api-report-comment")
router.register("reports", EditionViewSet, basename="api-report")
router.register("report-outlines", OutlineSectionViewSet, basename="api-report-outline")
router.register("search", SearchViewSet, basename="api-search")
router.register("subcommittees", SubcommitteeViewSet, basename="api-subcommittee")
router.register("notices", NoticeViewSet, basename="api-notice")
router.register("members", MemberViewSet, basename="api-member")
router.register("checklist-steps", ChecklistStepViewSet, basename="api-checklist-step")
router.register("cities", CityViewSet, basename="api-city")

urlpatterns = [
    path("", include("environment.api")),
    path("", include(router.urls)),
    path(
        "editions/by-checksum/<slug:sha256>/",
        open_to_visitors(EditionByChecksum.as_view()),
        name="api-edition-by-checksum",
    ),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
]
