from django.urls import path

from committee.members import views

urlpatterns = [
    path("members/", views.member_list, name="member_list"),
    path("members/new/", views.member_new, name="member_new"),
    path("members/<int:member_id>/", views.member_page, name="member"),
    path("members/<int:member_id>/edit/", views.member_edit, name="member_edit"),
    path("members/<int:member_id>/delete/", views.member_delete, name="member_delete"),
    path("members/<int:member_id>/sign-in-link/", views.member_sign_in_link, name="member_sign_in_link"),
    path("members/<int:member_id>/invite/", views.member_invite, name="member_invite"),
    path("members/<int:member_id>/posts/new/", views.post_new, name="post_new"),
    path("members/posts/<int:post_id>/edit/", views.post_edit, name="post_edit"),
    path("members/posts/<int:post_id>/delete/", views.post_delete, name="post_delete"),
    path("members/posts/<int:post_id>/successor/", views.post_pass_on, name="post_pass_on"),
]
