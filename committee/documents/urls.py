from django.urls import path

from committee.documents import views

urlpatterns = [
    path("library/", views.library, name="library"),
    path("library/new/", views.library_new, name="library_new"),
    path("documents/", views.document_list, name="document_list"),
    path("documents/<int:document_id>/", views.document_page, name="document"),
    path("documents/<int:document_id>/edit/", views.document_edit, name="document_edit"),
    path("documents/<int:document_id>/release/", views.document_release, name="document_release"),
    path("documents/<int:document_id>/withdraw/", views.document_withdraw, name="document_withdraw"),
    path("documents/<int:document_id>/restore/", views.document_restore, name="document_restore"),
    path("documents/<int:document_id>/files/new/", views.document_file_new, name="document_file_new"),
    path("documents/<int:document_id>/files/<int:number>/", views.document_file, name="document_file"),
]
