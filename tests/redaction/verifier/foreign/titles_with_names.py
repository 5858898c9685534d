"""Titles, names of files and subjects that name an invented person, in which no other word tells so."""

NAMED = """\
SP2HP Melati Kusumawardhani
Surat Melati Kusumawardhani
Melati Kusumawardhani
Paijo
Surat Panggilan Suparman
BAP Tukiyem
Keterangan Sumiyati
Surat Kuasa Wagiman
Ni Luh Putu Ayu Sukmaningsih
I Made Widiartha
Laporan I Wayan Sudiarta
Anak Agung Gede Rai Mahardika
Surat Ni Komang Trisnadewi
Togar Simanjuntak
BAP Poltak Hutagalung
Surat Tiurma Boru Sitanggang
Permohonan Maruli Lumbantobing
Laporan Norhayati
Surat Gusti Aliansyah
Muhammad Rusydi Banjari
Hj. Siti Rahmah, S.Pd.
Dr. Bagus Prakosa, M.Kes
H. Ahmad Zarkasi
Surat Ir. Yohanes Wattimena
SITI RAHMAH
BAP MELATI KUSUMAWARDHANI
SURAT PANGGILAN BUDI HARTAWAN
SP2HP WULAN PERMATASARI
nama_file_siti_rahmah.docx
bap_melati_kusumawardhani.pdf
laporan-bunga-anggraini.docx
scan_ktp_suryanto.pdf
PutriAyuLestari.docx
Visum Bunga Anggraini
Surat Cahaya Purnamasari
Intan Permatasari
Mentari Wijayakusuma
Bintang Ramadhan Nasution
Daftar Hadir Xaverius Nugrahanto
Kasus Mawar Rachmadhani
Rekam Medis Fitri Handayani
Surat Keterangan Dewi
Yuyun Rostikawaty
Surat untuk Rangga Aditama
Microsoft Word - BAP Galang Prabaswara
Surat Pernyataan Jelita Pangaribuan
Tanda terima Permata Sihombing
Ijazah Cut Meutia Zahrani
Ananda Teuku Rizaldi
Undangan Sr. Theresia Wulandari
Berkas Kristoforus Ngongo
Laporan Daeng Baso Makkarennu
Perkara Rambu Anawoli
Izin Cuti Bripka Andika Prasetyawan
Surat Lapor Sahabudin
Pengaduan Mutiara Ningtyas
Gugatan Cinta Rahayuningtyas
Permohonan SIM a.n. Wira Dharmasaputra
Foto Melati
Lia Kusumadewi - CV.pdf
CV Siti Rahmah
Laporan Polisi an Zulkarnaen
Surat Rini
Surat Kelurahan Siti Rahmah
Laporan Polsek Budi Hartawan
Surat Fitri
Surat Ramadhan
Toko Siti Rahmah
Surat Ketua RT 05 Siti Rahmah
Puskesmas Melati: Siti Rahmah
SPT Galuh Candraningrat
Undangan Nyoman Suarjaya
RAHMADANIAH
Norliani binti Basuni
Utuh Ancau
Xantira Qwelmono
XANTIRA QWELMONO
xantira_qwelmono.docx
Surat Kuasa Sahat Marpaung, S.H., M.H.
AKP Indra Gunawan
Kontrak Kerja Fajar Wicaksana
2024-03-12_putusan_dewi-anggraeni_final(2).pdf
Hasil Lab Agus
Surat Nurul Hikmah
Laporan Kehilangan Supriyono
Berkas Perkara Slamet Widodo
SP2HP Anjani Pramudita
Melati Safitri
BAP Saksi Cempaka Rosalina
Surat Perintah Penahanan Joni Sinaga
Visum Putri Maharani
hasil_visum_kirana_larasati.pdf
I Gusti Agung Ngurah Partha
Ni Wayan Suartini
Surat Keterangan Sehat Dewa Ketut Arnawa
Rekam medis Sondang Manullang
Tiopan Nainggolan
Permohonan Duma Sari Siregar
Laporan Masdalipah
Surat Ahmad Baihaqi
Hj. Norjanah
Dra. Endang Wahyuningsih, M.Si.
drg. Felicia Tanoto
SURAT KUASA YOSEP LEREBULAN
ELISABETH NAIBAHO
KTP Sugeng
ktp_sugeng_riyadi.jpg
Scan KK Mulyono
cv-intan-maharani.pdf
RizkyFebrian_Lamaran.docx
Surat Lamaran Gilang Ramdanu
Undangan Klarifikasi Mega Puspita
Surat Pencabutan Laporan Fajar Alamsyah
Kwitansi Sulastri
Ijazah Bintang Aurelia
Pernyataan Cinta Laurensia
Permohonan Informasi Haerudin
Keberatan Zubaidah
Daeng Rannu
Andi Tenri Ampa
Surat Makmur Jaya Saputra
Akta Kelahiran Aqila Zafira
Surat Tanah Datuk Maringgau
Perkara Yulianus Tebai
Markus Wanimbo
Surat Bunga Citra
Surat Pelangi Kasih
Tukimin
Surat Wahyu Setiadi
Pengaduan Suwarti
Kuitansi pembayaran Lilis Karmini
Berkas Teguh
Surat Cuti Bu Ratna
Surat Panggilan Saksi Jumiatun
Laporan Mariatul Kiptiah
Berkas Hendra Wijaya
SP2HP Kenanga Ayuningtyas
Bukti Transfer Ruslan
Ahmad Fauzi - Surat Kuasa
Foto KTP Halimatus Sadiah
Surat Sakit Teratai Puspaningrum
Permohonan Indah Permata Sari
I Nyoman Sukerta
Ni Made Rastini
Anak Agung Istri Candrawati
Surat Cokorda Raka Swastika
Surat Bonar Tampubolon
Ruth Simarmata
BAP Hotman Situmeang
Kuasa Hukum Lamria Silalahi
Surat Syaifullah
Berita Acara Hj. Mastora
Laporan Rusmiyati
Gusti Nurhasna
Keterangan Ahli dr. Yessica Halim
SURAT KETERANGAN NURHASNA
KARTINI PURWANINGSIH
bap_saksi_hendro.pdf
ktp-nurlela.jpg
SuratKuasa_DewiLestari.docx
Visum et Repertum Salsabila
Surat Nikah Yohana Lestari
Hasil Tes Urine Reza
Mutasi Briptu Yoga Pradipta
Pelapor Desi Natalia
Putusan Cerai Rohani binti Saleh
Permohonan Yosefina Kewa
Surat Elias Rumbiak
Laporan La Ode Sarifudin
Daeng Tompo
Pengaduan Wa Ode Nurmala
Melati Anggraini
Surat Fajar Prasetia
""".splitlines()
"""One to a line."""
