from django.urls import path

from committee.agendas import views

urlpatterns = [
    path("meetings/agenda/waiting/", views.agenda_waiting, name="agenda_waiting"),
    path("meetings/<int:meeting_id>/agenda/new/", views.agenda_item_new, name="agenda_item_new"),
    path("meetings/<int:meeting_id>/agenda/agree/", views.agenda_agree, name="agenda_agree"),
    path("meetings/<int:meeting_id>/agenda/open/", views.agenda_open, name="agenda_open"),
    path("meetings/agenda/<int:item_id>/", views.agenda_item, name="agenda_item"),
    path("meetings/agenda/<int:item_id>/edit/", views.agenda_item_edit, name="agenda_item_edit"),
    path("meetings/agenda/<int:item_id>/delete/", views.agenda_item_delete, name="agenda_item_delete"),
    path("meetings/agenda/<int:item_id>/accept/", views.agenda_item_accept, name="agenda_item_accept"),
    path("meetings/agenda/<int:item_id>/return/", views.agenda_item_return, name="agenda_item_return"),
    path("meetings/agenda/<int:item_id>/up/", views.agenda_item_up, name="agenda_item_up"),
    path("meetings/agenda/<int:item_id>/down/", views.agenda_item_down, name="agenda_item_down"),
    path(
        "meetings/agenda/<int:item_id>/documents/new/",
        views.agenda_item_document_new,
        name="agenda_item_document_new",
    ),
]
