from django.urls import path

from committee.delegation_books import views

urlpatterns = [
    path("delegations/<int:delegation_id>/books/", views.delegation_books, name="delegation_books"),
    path(
        "delegations/books/<int:book_id>/download/",
        views.delegation_book_download,
        name="delegation_book_download",
    ),
]
