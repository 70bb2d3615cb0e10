from django.urls import path

from committee.report_outlines import views

urlpatterns = [
    path("meetings/<int:meeting_id>/report/outline/", views.report_outline, name="report_outline"),
    path("meetings/<int:meeting_id>/report/outline/up/", views.outline_up, name="outline_up"),
    path("meetings/<int:meeting_id>/report/outline/down/", views.outline_down, name="outline_down"),
    path("meetings/<int:meeting_id>/report/outline/show/", views.outline_show, name="outline_show"),
    path(
        "meetings/<int:meeting_id>/report/outline/leave-out/",
        views.outline_leave_out,
        name="outline_leave_out",
    ),
    path(
        "meetings/<int:meeting_id>/report/outline/<str:section>/introduction/",
        views.outline_introduction,
        name="outline_introduction",
    ),
]
