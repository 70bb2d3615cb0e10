from django.urls import path

from committee.hand_overs import views

urlpatterns = [
    path("posts/changing/", views.posts_changing, name="posts_changing"),
    path("posts/<int:post_id>/hand-over/", views.hand_over, name="hand_over"),
    path("posts/<int:post_id>/hand-over/write/", views.hand_over_write, name="hand_over_write"),
    path("posts/<int:post_id>/hand-over/take/", views.hand_over_take, name="hand_over_take"),
]
