from django.urls import path

from committee.agreements import views

urlpatterns = [
    path("agreements/", views.agreement_list, name="agreement_list"),
    path("agreements/new/", views.agreement_new, name="agreement_new"),
    path("agreements/<int:agreement_id>/", views.agreement_page, name="agreement"),
    path("agreements/ending/", views.agreements_ending, name="agreements_ending"),
    path("agreements/<int:agreement_id>/parity/", views.agreement_parity, name="agreement_parity"),
    path("agreements/<int:agreement_id>/edit/", views.agreement_edit, name="agreement_edit"),
    path("agreements/<int:agreement_id>/delete/", views.agreement_delete, name="agreement_delete"),
    path("agreements/<int:agreement_id>/articles/new/", views.article_new, name="article_new"),
    path("agreements/articles/<int:article_id>/edit/", views.article_edit, name="article_edit"),
    path("agreements/articles/<int:article_id>/delete/", views.article_delete, name="article_delete"),
    path(
        "agreements/<int:agreement_id>/documents/new/",
        views.agreement_document_new,
        name="agreement_document_new",
    ),
    path("agreements/<int:agreement_id>/signatures/new/", views.signature_new, name="signature_new"),
    path("agreements/signatures/<int:signature_id>/edit/", views.signature_edit, name="signature_edit"),
    path("agreements/signatures/<int:signature_id>/delete/", views.signature_delete, name="signature_delete"),
]
