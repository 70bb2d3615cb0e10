from django.urls import path

from committee.filters import views

urlpatterns = [
    path("filters/<slug:list_name>/", views.filter_page, name="filters"),
    path("filters/<int:filter_id>/forget/", views.filter_forget, name="filter_forget"),
]
