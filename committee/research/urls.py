from django.urls import path

from committee.research import views, views_of_institutes

urlpatterns = [
    path("projects/<int:project_id>/research/", views.project_research, name="project_research"),
    path("projects/<int:project_id>/studies/new/", views.study_new, name="study_new"),
    path("studies/", views.study_list, name="study_list"),
    path("studies/<int:study_id>/", views.study_page, name="study"),
    path("studies/<int:study_id>/edit/", views.study_edit, name="study_edit"),
    path("studies/<int:study_id>/delete/", views.study_delete, name="study_delete"),
    path("studies/<int:study_id>/documents/new/", views.study_document_new, name="study_document_new"),
    path(
        "projects/<int:project_id>/institutes/new/", views_of_institutes.institute_new, name="institute_new"
    ),
    path("institutes/<int:institute_id>/edit/", views_of_institutes.institute_edit, name="institute_edit"),
    path(
        "institutes/<int:institute_id>/delete/", views_of_institutes.institute_delete, name="institute_delete"
    ),
    path(
        "institutes/<int:institute_id>/researchers/new/",
        views_of_institutes.researcher_new,
        name="researcher_new",
    ),
    path(
        "researchers/<int:researcher_id>/edit/", views_of_institutes.researcher_edit, name="researcher_edit"
    ),
    path(
        "researchers/<int:researcher_id>/delete/",
        views_of_institutes.researcher_delete,
        name="researcher_delete",
    ),
]
