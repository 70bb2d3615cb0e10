from django.urls import path

from committee.public_part import views

urlpatterns = [
    path("public/", views.public_part, name="public_part"),
    path("public/agreements/", views.public_agreements, name="public_agreements"),
    path("public/agreements/<int:agreement_id>/", views.public_agreement, name="public_agreement"),
    path("public/meetings/", views.public_meetings, name="public_meetings"),
    path("public/reports/", views.public_reports, name="public_reports"),
    path("public/reports/<int:edition_id>/", views.public_report, name="public_report"),
    path("public/reports/<int:edition_id>/web/", views.public_report_web, name="public_report_web"),
    path("public/reports/<int:edition_id>/<slug:kind>/", views.public_report_file, name="public_report_file"),
    path("public/documents/", views.public_documents, name="public_documents"),
]
