from django.urls import path

from environment.project_links import views

urlpatterns = [
    path("projects/<int:project_id>/air/new/", views.air_link_new, name="air_link_new"),
    path("projects/air/<int:link_id>/edit/", views.air_link_edit, name="air_link_edit"),
    path("projects/air/<int:link_id>/delete/", views.air_link_delete, name="air_link_delete"),
]
