from django.urls import path

from committee.progress import views, views_of_drafts

urlpatterns = [
    path("updates/", views.update_list, name="update_list"),
    path("projects/<int:project_id>/updates/new/", views_of_drafts.update_new, name="update_new"),
    path(
        "projects/<int:project_id>/updates/autosave/",
        views_of_drafts.update_new_autosave,
        name="update_new_autosave",
    ),
    path("updates/<int:update_id>/autosave/", views_of_drafts.update_autosave, name="update_autosave"),
    path("updates/<int:update_id>/", views.update_page, name="update"),
    path("updates/<int:update_id>/edit/", views_of_drafts.update_edit, name="update_edit"),
    path("updates/<int:update_id>/delete/", views.update_delete, name="update_delete"),
    path("updates/<int:update_id>/documents/new/", views.update_document_new, name="update_document_new"),
    path("updates/<int:update_id>/submit/", views.update_submit, name="update_submit"),
    path("updates/<int:update_id>/withdraw/", views.update_withdraw, name="update_withdraw"),
    path("updates/<int:update_id>/confirm/", views.update_confirm, name="update_confirm"),
    path("updates/<int:update_id>/return/", views.update_return, name="update_return"),
    path("updates/<int:update_id>/statement/", views.update_statement, name="update_statement"),
    path("updates/<int:update_id>/close/", views.update_close, name="update_close"),
    path("updates/<int:update_id>/wording/", views.update_mend, name="update_mend"),
    path("updates/<int:update_id>/correct/", views.update_correct, name="update_correct"),
]
