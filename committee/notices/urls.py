from django.urls import path

from committee.notices import views

urlpatterns = [
    path("notices/", views.notice_list, name="notice_list"),
    path("notices/read/", views.notices_all_read, name="notices_all_read"),
    path("notices/choices/", views.notice_choices, name="notice_choices"),
    path("notices/stop/<str:token>/", views.notice_stop, name="notice_stop"),
    path("notices/<int:notice_id>/", views.notice_open, name="notice_open"),
]
