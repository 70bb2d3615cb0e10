from django.urls import path

from committee.forewords import views

urlpatterns = [
    path("meetings/<int:meeting_id>/messages/", views.foreword_list, name="forewords"),
    path("meetings/<int:meeting_id>/messages/new/", views.foreword_new, name="foreword_new"),
    path("meetings/messages/<int:foreword_id>/edit/", views.foreword_edit, name="foreword_edit"),
    path(
        "meetings/messages/<int:foreword_id>/documents/new/",
        views.foreword_document_new,
        name="foreword_document_new",
    ),
    path("meetings/messages/<int:foreword_id>/delete/", views.foreword_delete, name="foreword_delete"),
]
