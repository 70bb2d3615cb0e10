from django.urls import path

from committee.discussions import views

urlpatterns = [
    path("projects/<int:project_id>/discussion/", views.project_discussion, name="project_discussion"),
    path("projects/<int:project_id>/discussion/latest/", views.latest_messages, name="latest_messages"),
    path("projects/<int:project_id>/discussion/new/", views.message_new, name="message_new"),
    path("projects/<int:project_id>/discussion/people/", views.people_to_mention, name="people_to_mention"),
    path("messages/<int:message_id>/", views.message_page, name="message"),
    path("messages/<int:message_id>/edit/", views.message_edit, name="message_edit"),
    path("messages/<int:message_id>/delete/", views.message_delete, name="message_delete"),
]
