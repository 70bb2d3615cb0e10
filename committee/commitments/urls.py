from django.urls import path

from committee.commitments import views

urlpatterns = [
    path("commitments/", views.commitment_list, name="commitment_list"),
    path("commitments/board/", views.commitment_board, name="commitment_board"),
    path("agreements/<int:agreement_id>/commitments/new/", views.commitment_new, name="commitment_new"),
    path("commitments/<int:commitment_id>/", views.commitment_page, name="commitment"),
    path("commitments/<int:commitment_id>/edit/", views.commitment_edit, name="commitment_edit"),
    path("commitments/<int:commitment_id>/delete/", views.commitment_delete, name="commitment_delete"),
    path("commitments/<int:commitment_id>/settle/", views.commitment_settle, name="commitment_settle"),
    path("commitments/<int:commitment_id>/reopen/", views.commitment_reopen, name="commitment_reopen"),
]
