from django.urls import path

from committee.reviews import views, views_of_changes, views_of_comments

urlpatterns = [
    path("meeting-reports/waiting/", views.meeting_reports_waiting, name="meeting_reports_waiting"),
    path("meetings/<int:meeting_id>/report/new/", views.meeting_report_new, name="meeting_report_new"),
    path("meeting-reports/<int:report_id>/", views.meeting_report, name="meeting_report"),
    path(
        "meeting-reports/<int:report_id>/delete/", views.meeting_report_delete, name="meeting_report_delete"
    ),
    path("meeting-reports/<int:report_id>/send/", views.meeting_report_send, name="meeting_report_send"),
    path("meeting-reports/<int:report_id>/stop/", views.meeting_report_stop, name="meeting_report_stop"),
    path(
        "meeting-reports/<int:report_id>/waive/<slug:language>/",
        views.meeting_report_waive,
        name="meeting_report_waive",
    ),
    path(
        "meeting-reports/<int:report_id>/return/", views.meeting_report_return, name="meeting_report_return"
    ),
    path(
        "meeting-reports/<int:report_id>/approve/",
        views.meeting_report_approve,
        name="meeting_report_approve",
    ),
    path(
        "meeting-reports/<int:report_id>/publish/",
        views.meeting_report_publish,
        name="meeting_report_publish",
    ),
    path(
        "meeting-reports/<int:report_id>/withdraw/",
        views.meeting_report_withdraw,
        name="meeting_report_withdraw",
    ),
    path(
        "meeting-reports/<int:report_id>/correct/",
        views.meeting_report_correct,
        name="meeting_report_correct",
    ),
    path(
        "meeting-reports/<int:report_id>/rounds/<int:number>/changes/",
        views_of_changes.report_changes,
        name="report_changes",
    ),
    path(
        "meeting-reports/<int:report_id>/rounds/<int:number>/<slug:language>/",
        views.meeting_report_round,
        name="meeting_report_round",
    ),
    path(
        "meeting-reports/<int:report_id>/changes-today/",
        views_of_changes.report_changes_today,
        name="report_changes_today",
    ),
    path(
        "meeting-reports/<int:report_id>/sections/<str:section>/",
        views_of_comments.report_section,
        name="report_section",
    ),
    path("meeting-reports/<int:report_id>/people/", views_of_comments.report_people, name="report_people"),
    path("report-comments/<int:comment_id>/", views_of_comments.report_comment, name="report_comment"),
    path("report-comments/<int:comment_id>/answer/", views_of_comments.comment_answer, name="comment_answer"),
    path("report-comments/<int:comment_id>/settle/", views_of_comments.comment_settle, name="comment_settle"),
]
