from django.urls import path

from environment.pulls import views

urlpatterns = [
    path("air/pulls/", views.pull_list, name="pull_list"),
    path("air/pulls/new/", views.pull_new, name="pull_new"),
    path("air/pulls/<int:pull_id>/", views.pull_page, name="pull"),
    path("air/pulls/<int:pull_id>/edit/", views.pull_edit, name="pull_edit"),
    path("air/pulls/<int:pull_id>/run/", views.pull_run, name="pull_run"),
    path("air/pulls/<int:pull_id>/delete/", views.pull_delete, name="pull_delete"),
]
