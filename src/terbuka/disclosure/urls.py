"""The desk's pages, below ``/kantor/berkas/``."""

from django.urls import path

from terbuka.disclosure import views
from terbuka.disclosure.copies import views as copies
from terbuka.disclosure.studio import dialogs
from terbuka.disclosure.studio import views as studio

app_name = "disclosure"
urlpatterns = [
    path("", views.cases, name="cases"),
    path("baru/", views.upload, name="upload"),
    path("<int:pk>/", views.case, name="case"),
    path("<int:pk>/judul/", views.retitle, name="retitle"),
    path("<int:pk>/ulang/", views.retry, name="retry"),
    path("<int:pk>/tarik/", views.withdraw, name="withdraw"),
    path("<int:pk>/asal/", views.original, name="original"),
    path("<int:pk>/studio/", studio.door, name="studio-door"),
    path("<int:pk>/studio/<int:number>/", studio.page, name="studio"),
    path("<int:pk>/studio/<int:number>/bantuan/", studio.keys, name="studio-keys"),
    path("<int:pk>/studio/<int:number>/gambar/", studio.picture, name="picture"),
    path("<int:pk>/studio/<int:number>/gambar/salinan/", studio.copy_picture, name="copy-picture"),
    path("<int:pk>/studio/<int:number>/putuskan/", studio.decide, name="decide"),
    path("<int:pk>/studio/<int:number>/temuan/<int:mark>/dasar/", dialogs.ground, name="ground"),
    path("<int:pk>/studio/<int:number>/temuan/<int:mark>/buka/", dialogs.lift, name="lift"),
    path("<int:pk>/studio/<int:number>/istilah/", dialogs.term, name="term"),
    path("<int:pk>/studio/<int:number>/teks/", dialogs.passage, name="passage"),
    path("<int:pk>/studio/<int:number>/kotak/", dialogs.region, name="region"),
    path("<int:pk>/salinan/", copies.prepare, name="prepare"),
    path("<int:pk>/pratinjau/<int:number>/", copies.preview, name="preview"),
    path("<int:pk>/pratinjau/<int:number>/gambar/", copies.picture, name="preview-picture"),
    path("<int:pk>/pratinjau/berkas/", copies.prepared_copy, name="prepared-copy"),
    path("<int:pk>/setujui/", copies.approve, name="approve"),
    path("<int:pk>/kembalikan/", copies.send_back, name="send-back"),
    path("<int:pk>/sertifikat/", copies.certificate, name="certificate"),
    path("<int:pk>/sertifikat/salinan/", copies.download, name="copy"),
]
