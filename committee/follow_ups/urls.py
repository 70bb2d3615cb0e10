from django.urls import path

from committee.follow_ups import views

urlpatterns = [
    path("follow-ups/", views.follow_up_list, name="follow_up_list"),
    path("follow-ups/waiting/", views.follow_ups_waiting, name="follow_ups_waiting"),
    path("follow-ups/<int:follow_up_id>/", views.follow_up_page, name="follow_up"),
    path("follow-ups/<int:follow_up_id>/edit/", views.follow_up_edit, name="follow_up_edit"),
    path("follow-ups/<int:follow_up_id>/delete/", views.follow_up_delete, name="follow_up_delete"),
    path("follow-ups/<int:follow_up_id>/done/", views.follow_up_done, name="follow_up_done"),
    path("follow-ups/<int:follow_up_id>/open/", views.follow_up_open, name="follow_up_open"),
    path("meetings/decisions/<int:decision_id>/outcome/", views.outcome_edit, name="outcome_edit"),
    path("meetings/decisions/<int:decision_id>/actions/new/", views.follow_up_new, name="follow_up_new"),
    path("meetings/<int:meeting_id>/close/", views.meeting_close, name="meeting_close"),
    path("meetings/<int:meeting_id>/open/", views.meeting_open, name="meeting_open"),
]
