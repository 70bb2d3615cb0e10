from django.urls import path

from committee.meetings import views

urlpatterns = [
    path("meetings/", views.meeting_list, name="meeting_list"),
    path("meetings/new/", views.meeting_new, name="meeting_new"),
    path("meetings/subcommittee/new/", views.subcommittee_meeting_new, name="subcommittee_meeting_new"),
    path("meetings/working/new/", views.working_meeting_new, name="working_meeting_new"),
    path("meetings/<int:meeting_id>/", views.meeting_page, name="meeting"),
    path("meetings/<int:meeting_id>/edit/", views.meeting_edit, name="meeting_edit"),
    path("meetings/<int:meeting_id>/delete/", views.meeting_delete, name="meeting_delete"),
    path("meetings/<int:meeting_id>/decisions/new/", views.decision_new, name="decision_new"),
    path("meetings/decisions/<int:decision_id>/edit/", views.decision_edit, name="decision_edit"),
    path("meetings/decisions/<int:decision_id>/delete/", views.decision_delete, name="decision_delete"),
    path(
        "meetings/decisions/<int:decision_id>/documents/new/",
        views.decision_document_new,
        name="decision_document_new",
    ),
]
