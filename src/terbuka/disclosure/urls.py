"""The desk's pages, below ``/kantor/berkas/``."""

from django.urls import path

from terbuka.disclosure import views

app_name = "disclosure"
urlpatterns = [
    path("", views.cases, name="cases"),
]
