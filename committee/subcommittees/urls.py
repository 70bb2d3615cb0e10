from django.urls import path

from committee.subcommittees import views

urlpatterns = [
    path("posts/", views.post_list, name="post_list"),
    path("subcommittees/", views.subcommittee_list, name="subcommittee_list"),
    path("subcommittees/new/", views.subcommittee_new, name="subcommittee_new"),
    path("subcommittees/<int:subcommittee_id>/", views.subcommittee_page, name="subcommittee"),
    path("subcommittees/<int:subcommittee_id>/edit/", views.subcommittee_edit, name="subcommittee_edit"),
    path(
        "subcommittees/<int:subcommittee_id>/delete/", views.subcommittee_delete, name="subcommittee_delete"
    ),
]
