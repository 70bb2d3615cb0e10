from django.urls import path

from committee.filters import views

urlpatterns = [
    path("filters/", views.filter_page, name="filters"),
    path("filters/<int:filter_id>/forget/", views.filter_forget, name="filter_forget"),
]
