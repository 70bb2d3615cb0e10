from django.urls import path

from committee.imports import views

urlpatterns = [
    path("imports/<slug:kind>/new/", views.import_new, name="import_new"),
    path("imports/<slug:kind>/template/", views.import_template, name="import_template"),
    path("imports/<int:list_id>/", views.import_preview, name="import_preview"),
    path("imports/<int:list_id>/take-over/", views.import_take_over, name="import_take_over"),
]
