from django.urls import path

from environment.gaps import views

urlpatterns = [
    path("air/gaps/", views.gap_list, name="gap_list"),
    path("air/gaps/<int:gap_id>/", views.gap_page, name="gap"),
    path("air/gaps/<int:gap_id>/answer/", views.gap_answer, name="gap_answer"),
    path("air/gaps/<int:gap_id>/close/", views.gap_close, name="gap_close"),
]
