from django.urls import path

from committee.programmes import views

urlpatterns = [
    path("programme/", views.programme_list, name="programme_list"),
    path("meetings/<int:meeting_id>/programme/", views.programme, name="programme"),
    path("meetings/<int:meeting_id>/programme/new/", views.programme_entry_new, name="programme_entry_new"),
    path("programme/<int:entry_id>/edit/", views.programme_entry_edit, name="programme_entry_edit"),
    path("programme/<int:entry_id>/delete/", views.programme_entry_delete, name="programme_entry_delete"),
]
