from django.urls import path

from committee.minutes_prints import views

urlpatterns = [
    path("minutes/<int:minutes_id>/prints/", views.minutes_prints, name="minutes_prints"),
    path(
        "minutes/prints/<int:print_id>/download/", views.minutes_print_download, name="minutes_print_download"
    ),
]
