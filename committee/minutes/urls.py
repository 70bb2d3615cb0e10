from django.urls import path

from committee.minutes import views, views_of_rounds, views_of_sections

urlpatterns = [
    path("minutes/", views.minutes_list, name="minutes_list"),
    path("minutes/waiting/", views.minutes_waiting, name="minutes_waiting"),
    path("meetings/<int:meeting_id>/minutes/new/", views.minutes_new, name="minutes_new"),
    path("minutes/<int:minutes_id>/", views.minutes_page, name="minutes"),
    path("minutes/<int:minutes_id>/delete/", views.minutes_delete, name="minutes_delete"),
    path("minutes/<int:minutes_id>/versions/<int:number>/", views.minutes_version, name="minutes_version"),
    path("minutes/<int:minutes_id>/documents/new/", views.minutes_document_new, name="minutes_document_new"),
    path("minutes/<int:minutes_id>/sections/new/", views_of_sections.section_new, name="minutes_section_new"),
    path(
        "minutes/<int:minutes_id>/sections/new/autosave/",
        views_of_sections.section_new_autosave,
        name="minutes_section_new_autosave",
    ),
    path(
        "minutes/sections/<int:section_id>/autosave/",
        views_of_sections.section_autosave,
        name="minutes_section_autosave",
    ),
    path(
        "minutes/sections/<int:section_id>/edit/", views_of_sections.section_edit, name="minutes_section_edit"
    ),
    path(
        "minutes/sections/<int:section_id>/delete/",
        views_of_sections.section_delete,
        name="minutes_section_delete",
    ),
    path(
        "minutes/sections/<int:section_id>/move/", views_of_sections.section_move, name="minutes_section_move"
    ),
    path("minutes/<int:minutes_id>/circulate/", views_of_rounds.circulate, name="minutes_circulate"),
    path("minutes/<int:minutes_id>/take-back/", views_of_rounds.take_back, name="minutes_take_back"),
    path("minutes/<int:minutes_id>/agree/", views_of_rounds.agree, name="minutes_agree"),
    path(
        "minutes/sections/<int:section_id>/remarks/new/",
        views_of_rounds.remark_new,
        name="minutes_remark_new",
    ),
    path(
        "minutes/remarks/<int:remark_id>/answer/", views_of_rounds.remark_answer, name="minutes_remark_answer"
    ),
]
