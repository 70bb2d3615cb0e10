from django.urls import path

from environment.effects import views

urlpatterns = [
    path("projects/<int:project_id>/air/", views.project_air, name="project_air"),
    path("projects/air/<int:link_id>/", views.air_effect, name="air_effect"),
    path("projects/air/<int:link_id>/again/", views.air_effect_again, name="air_effect_again"),
    path("projects/air/<int:link_id>/chart/", views.air_effect_chart, name="air_effect_chart"),
    path("projects/air/<int:link_id>/csv/", views.air_effect_csv, name="air_effect_csv"),
    path("projects/air/<int:link_id>/xlsx/", views.air_effect_xlsx, name="air_effect_xlsx"),
]
