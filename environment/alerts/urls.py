from django.urls import path

from environment.alerts import views

urlpatterns = [
    path("air/episodes/", views.episode_list, name="episode_list"),
    path("air/episodes/episodes.csv", views.episodes_csv, name="episodes_csv"),
    path("air/episodes/episodes.xlsx", views.episodes_xlsx, name="episodes_xlsx"),
    path("air/episodes/<int:episode_id>/", views.episode_page, name="episode"),
    path("air/episodes/<int:episode_id>/chart.svg", views.episode_picture, name="episode_chart"),
]
