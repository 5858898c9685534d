"""Titles, names of files and subjects as offices give them, in which nobody is named."""

ORDINARY = """\
Laporan Tahunan 2025
Rencana Kerja Bidang Humas
Microsoft Word - Dokumen1
Polda Kalimantan Selatan
Surat Edaran Kapolri
Peraturan Gubernur Nomor 5
Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2022
Laporan Kinerja Instansi Pemerintah Polres Banjarbaru
Daftar Informasi Publik Triwulan III
Notulen Rapat Koordinasi Januari 2026
Rekapitulasi Pelayanan Informasi Publik Februari
Jadwal Piket Desember 2025
Standar Operasional Prosedur Penanganan Keluhan
Buku Saku Keterbukaan Informasi
Siaran Pers Hari Bhayangkara ke-79
Operasi Ketupat Intan 2026
Operasi Zebra Intan
Operasi Patuh Intan 2025
Perjanjian Kinerja Tahun 2026
LAKIP Polda Kalsel 2024
DIPA Petikan Revisi 2
RKA-KL Satker 641225
SPT Tahunan
Rencana Strategis Polri 2025-2029
Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik
Surat Keputusan Kepala Desa Sungai Jelai
Kelurahan Guntung Manggis
Kecamatan Martapura Timur
Jalan Ahmad Yani Km 34 Banjarbaru
RSUD Ulin Banjarmasin
RSUD Moch Ansari Saleh
Bandara Syamsudin Noor
Universitas Lambung Mangkurat
Masjid Sabilal Muhtadin
Pasar Terapung Lok Baintan
Sungai Barito dan Sungai Martapura
Kabupaten Hulu Sungai Tengah
Kotabaru Tanah Bumbu Tapin Balangan
Polsek Kertak Hanyar
Polresta Banjarmasin Satlantas
Polsek Liang Anggang
Polres Tanah Laut Pelaihari
Presentasi Sosialisasi Saber Pungli
Powerpoint Presentation
Untitled Document
Book1.xlsx
Document1 - Compatibility Mode
laporan_akhir_final_rev3.docx
scan0001.pdf
IMG_20240315_WA0012
Scan Dokumen 15 Maret 2024
Annual Report 2025
Guidelines for Public Information Officers
Press Release: Road Safety Week
Statistical Yearbook of Indonesia
Bulan Keselamatan Jalan
Program Polisi Sahabat Anak
Program Jumat Curhat
Program Bunga Melati untuk Sekolah
Gerakan Pangan Murah Ramadhan
Bantuan Sosial Idul Fitri 1446 Hijriah
Hari Kartini 21 April
Peringatan Maulid Nabi Muhammad SAW
Peringatan Hari Santri Nasional
Sarasehan Kebangsaan Bhinneka Tunggal Ika
Formulir Permohonan Informasi
Formulir Keberatan Model B
Lampiran I Keputusan PPID
Matriks Tindak Lanjut Temuan BPK RI
Berita Acara Uji Konsekuensi
Surat Perintah Tugas
SP2HP A1
Kwitansi Belanja ATK
Rincian Anggaran Belanja Modal
Hasil Survei Kepuasan Masyarakat Semester II
Grafik Gangguan Kamtibmas
Peta Rawan Kebakaran Hutan dan Lahan
Data Kecelakaan Lalu Lintas Ditlantas
Tabel Perkara Narkoba Ditresnarkoba
Panduan Aplikasi Dumas Presisi
Kurikulum Diktukba SPN Banjarbaru
Renja Biro SDM
Kontrak Pengadaan Mobil Ambulans Toyota
Spesifikasi Teknis Kendaraan Isuzu Elf
Brosur SIM Keliling
Pelayanan SKCK Online
Majalah Mediahub Edisi 12
Pengumuman Lelang Barang Sitaan
Pengumuman Penerimaan Bintara Polri
Daftar Isi
Bab II Tinjauan Pustaka
Kata Pengantar
Ringkasan Eksekutif
Kop Surat Bidhumas
Surat Edaran Menteri PANRB
Instruksi Presiden Nomor 1 Tahun 2025
Peraturan Daerah Kota Banjarmasin
Kabinet Merah Putih
Asta Cita Presiden
Polri Presisi
Bhabinkamtibmas Polda Jawa Tengah
Papua Barat Daya Sorong
Nusa Tenggara Timur Manggarai Barat
Aceh Besar Banda Aceh
Gunung Kidul Yogyakarta Sleman Bantul
Surabaya Sidoarjo Gresik Mojokerto
Denpasar Badung Gianyar Tabanan
Kuala Kapuas dan Palangka Raya
Daerah Istimewa Yogyakarta
Layout1
Sheet2
Print_Area
Slide 1
Heading 1
TRAFFIC ACCIDENT ANALYSIS 2024
Code of Conduct for Police Officers
final_report_v2.docx
pedoman-pelayanan-informasi-publik-2025.pdf
LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH
KEPUTUSAN KAPOLDA KALSEL TENTANG STANDAR LAYANAN
rekap_laka_lantas_januari.xlsx
sRGB IEC61966-2.1
Display P3
Logo Polri
Lambang Garuda Pancasila
Gambar 1. Alur Permohonan
A screenshot of a computer
Peringatan Dini Tsunami
Hari Antikorupsi Sedunia
Hari Jadi Humas Polri
Deklarasi Pemilu Damai
Pilkada Serentak 2024
Vaksinasi Covid-19
Lomba Cipta Lagu Mars Polri
Tanda Kehormatan Bintang Bhayangkara Nararya
Daftar Pejabat Utama
Telaahan Staf
Nota Dinas Kabidhumas
Surat Telegram Kapolri
Anev Gangguan Kamtibmas Mingguan
Berita Acara Serah Terima Jabatan
Pakta Integritas
Zona Integritas WBK WBBM
Reformasi Birokrasi Polri
Bantuan Banjir Kecamatan Cempaka
Penanaman Jagung Serentak Kuartal I
Program Makan Bergizi Gratis
Green Policing Polda Riau
Siskamling dan Poskamling
Laporan Pengelolaan Barang Milik Negara Semester I
Rencana Aksi Penanganan Karhutla
Profil Polres Hulu Sungai Utara
Daftar Nomor Telepon Penting
Rekapitulasi Permohonan Informasi Publik Maret 2025
Struktur Organisasi Bidang Hubungan Masyarakat
Pedoman Penulisan Berita
Maklumat Pelayanan
Indeks Kepuasan Masyarakat Polsek Banjarbaru Timur
Penghargaan Kapolda bagi Satuan Kerja
Hasil Pemeriksaan Inspektorat Pengawasan Daerah
Rapat Anggota Koperasi Primkoppol
Perubahan Arus Lalu Lintas Jalan Lambung Mangkurat
Pengalihan Arus Haul Guru Sekumpul
Operasi Lilin Telabang 2025
Operasi Keselamatan Intan
Kalender Akademik SPN Polda Kalteng
Modul Pelatihan Negosiator
Daftar Inventaris Ruang Kantor
Rilis Pengungkapan Kasus Curanmor
Laporan Harta Kekayaan Penyelenggara Negara
Evaluasi Anggaran Triwulan IV
Petunjuk Teknis Dana Desa
Peraturan Bupati Kotabaru Nomor 12
Keputusan Wali Kota Samarinda
Jadwal Samsat Keliling Kecamatan Aluh-Aluh
Data Stunting Kabupaten Barito Kuala
Pelabuhan Trisakti Banjarmasin
Bendungan Riam Kanan
Gedung Mahligai Pancasila
Lapangan Murjani Banjarbaru
Stadion 17 Mei
Festival Pasar Terapung
Gunung Semeru Lumajang
Taman Nasional Bromo Tengger Semeru
Bandara Soekarno-Hatta
Jembatan Suramadu
Universitas Gadjah Mada
Universitas Diponegoro Semarang
Museum Wasaka
Puskesmas Sungai Ulin
SMAN 1 Pelaihari
Hari Sumpah Pemuda
Hari Pahlawan 10 November
Isra Mikraj 1446 H
Penerimaan Taruna Akpol
Sosialisasi Layanan Darurat 110
Layanan Pengaduan Propam Presisi
Dokumen Pelaksanaan Anggaran
Surat Pengantar Kirim
Bukti Setor PNBP
Tabulasi Hasil Angket
Microsoft PowerPoint - Paparan Kabid
Microsoft Excel - rekap bulanan.xlsx
LHP_Itwasda_2025.pdf
UU_14_2008.pdf
perkap-nomor-6-tahun-2019.pdf
WhatsApp Image 2025-01-03 at 09.12.44
CamScanner 03-02-2025 10.15
Adobe Scan 12 Jan 2025
Quarterly Budget Review
Human Rights and Policing
Manual Book Aplikasi E-Dumas
Web Design Template
Default Paragraph Font
Kop Biro Rena
Tugas Pokok dan Fungsi
Ketentuan Umum
Penutup
Ucapan Terima Kasih
Matriks Risiko
Berita Acara Pemusnahan Barang Bukti
Sidang Kode Etik
Nomor Induk Berusaha
Rekrutmen Proaktif
Peresmian Gedung Presisi
Surat Izin Keramaian
Lampu Lalu Lintas Simpang Empat Banjarbaru
Perbaikan Jalan Trikora
Kecelakaan Beruntun Tol Cipularang
Banjir Bandang Luwu Utara
Bantuan Hukum
Pemilihan Gubernur
Daftar Pemilih Tetap
Kampung Tangguh Bebas Narkoba
Rumah Restorative Justice
Aplikasi Super Apps Polri
Polisi RW
Minggu Kasih
Polwan Sambang Desa
Laporan Bulanan Kegiatan Subbid Penmas
Kerangka Acuan Kerja Pengadaan Seragam
Rencana Umum Pengadaan 2026
Profil Layanan SPKT
Alur Penerbitan SIM
Daftar Tunggakan Perkara
Notulensi Apel Pagi
Buletin Tribrata Edisi Maret
Statistik Kriminal Kalimantan Tengah
Evaluasi Operasi Mantap Praja
Operasi Sikat Intan 2025
Operasi Antik Intan
Pemetaan Titik Api
Sosialisasi Tilang Elektronik ETLE
Katalog Produk UMKM Binaan
Kebijakan Privasi
Syarat dan Ketentuan
Lembar Disposisi
Kartu Kendali Surat Masuk
Agenda Kegiatan Kapolres
Penilaian Mandiri Badan Publik
Anugerah Keterbukaan Informasi Publik
Putusan Komisi Informasi Provinsi
Pembangunan Jembatan Sei Alalak
Banjir Kalimantan Selatan Januari 2021
Jalan Gatot Subroto Banjarmasin
Jalan Sultan Adam
Polsek Banjarmasin Barat
Polsek Simpang Empat
Polsek Kusan Hilir
Polres Kotawaringin Timur
Kecamatan Haur Gading
Desa Awang Bangkal
Pesantren Darul Hijrah
Masjid Raya Al Karomah Martapura
SMKN 2 Kandangan
Pasar Wadai Ramadhan
Arus Mudik Lebaran 2025
Malam Takbiran
Natal dan Tahun Baru
Hari Lalu Lintas Bhayangkara
Hari Anak Nasional
HUT RI ke-80
Lomba Menembak Piala Kapolda
Turnamen Sepak Bola Bhayangkara Cup
Senam Pagi Bersama
Donor Darah
Vaksin Rabies Gratis
Layanan Kesehatan Keliling
Kontrak Sewa Gedung
Final Draft Budget 2026
Meeting Minutes
Training of Trainers
Terms of Reference
Curriculum Vitae Template
Quick Start Guide
User Manual CCTV
Kebakaran Pasar Sudimampir
Kajian Akademik Raperda
Naskah Sambutan Kapolda
Teks Amanat Upacara
Daftar Nominatif Personel
Rekap Absensi Fingerprint
Formulir LHKPN
Rencana Kontinjensi Gempa
Gambar Kerja Lantai Dua
denah-kantor-revisi.dwg
foto_kegiatan_baksos_2.jpg
SK_Tim_PPID_2025.pdf
draft-mou-polri-bpn.docx
DIP_Polda_Kalsel_2025.xlsx
RENCANA KEGIATAN BHABINKAMTIBMAS
PENGUMUMAN HASIL SELEKSI ADMINISTRASI
BERITA ACARA PEMERIKSAAN FISIK KENDARAAN
Surat Edaran Sekretaris Mahkamah Agung
Kementerian Komunikasi dan Digital
Badan Siber dan Sandi Negara
Badan Nasional Penanggulangan Bencana
Kejaksaan Tinggi Kalimantan Selatan
Komisi Pemilihan Umum
Ombudsman Republik Indonesia
Lembaga Perlindungan Saksi dan Korban
Program Keluarga Harapan
Kartu Indonesia Pintar
Bulan Bakti Gotong Royong
Bintang Kejora
Sekar Arum Catering
Cahaya Fajar Mandiri
Taman Bunga Nusantara
Perumahan Citra Garden
""".splitlines()
"""One to a line."""
