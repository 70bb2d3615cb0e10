from django.urls import path

from committee.reports import views

urlpatterns = [
    path("reports/", views.report_list, name="report_list"),
    path("reports/<int:edition_id>/", views.report_page, name="report"),
    path("reports/<int:edition_id>/preview/", views.report_preview, name="report_preview"),
    path("reports/<int:edition_id>/download/", views.report_download, name="report_download"),
    path("reports/<int:edition_id>/download/<slug:kind>/", views.report_file, name="report_file"),
    path("reports/<int:edition_id>/web/", views.report_web, name="report_web"),
    path("reports/<int:edition_id>/stop/", views.report_stop, name="report_stop"),
    path("reports/<int:edition_id>/build-again/", views.report_build_again, name="report_build_again"),
    path("reports/<int:edition_id>/compare/", views.report_compare, name="report_compare"),
    path("meetings/<int:meeting_id>/reports/", views.report_meeting, name="report_meeting"),
    path("meetings/<int:meeting_id>/reports/today/<slug:language>/", views.report_today, name="report_today"),
    path("meetings/<int:meeting_id>/reports/new/", views.report_new, name="report_new"),
]
