from django.urls import path

from committee.cities import views

urlpatterns = [
    path("cities/", views.city_list, name="city_list"),
    path("cities/new/", views.city_new, name="city_new"),
    path("cities/<int:city_id>/", views.city_page, name="city"),
    path("cities/<int:city_id>/edit/", views.city_edit, name="city_edit"),
    path("cities/<int:city_id>/delete/", views.city_delete, name="city_delete"),
]
