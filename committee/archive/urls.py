from django.urls import path

from committee.archive import views

urlpatterns = [
    path("deleted/", views.deletion_list, name="deletion_list"),
    path("deleted/<int:deletion_id>/", views.deletion_page, name="deletion"),
    path("history/<int:kind_id>/<int:record_id>/", views.history_file, name="history_file"),
]
