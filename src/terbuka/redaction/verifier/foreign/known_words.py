"""Words that begin with a capital in titles and are in no lexicon of Indonesian.

Nobody in an archive is called by them alone: a part of names that is also one of these does not stand here.
"""

_OF_PROGRAMS = """
accent acrobat adobe aladdin annotation apache apple arial aspose balloon banner bibliography bizhub body book
bookman brother brown calibri cambria camera canon canva caption century char chrome chromium cid closedxml
collabora colorful comic comment compatible computer consolas convert converted copy courier creation creator
cropped default dejavu development device distiller document docx docxtemplater dompdf draft elements embedded
emphasis endnote enterprise epplus epson excel exif export figure file final font footer footnote format foxit
fpdf fujitsu full galaxy garamond generated georgia ghostscript gimp gnome gold google gothic graphics gray
grid header heading helvetica hewlett hyperlink illustrator image images indesign inkscape intense iphone
itext jasper java kingsoft konica kyocera latex layer liberation library libre libreoffice light linotype
linux list macintosh macos mark medium mention message microsoft minolta modified mono motorola mpdf mupdf
name navigator neue new nikon nimbus nitro no normal noto npoi numbers onlyoffice open openoffice openpdf
openpyxl oppo oracle original outline packard page pages paint panasonic pandas pandoc paper paragraph part
pdfbox pdfium photo photoshop phpexcel phpspreadsheet phpword pikepdf pixel placeholder plain poi portable
powerpoint presentation print printer producer professional public publisher pymupdf pypdf python qpdf quartz
quote ragged reader realme redmi reference regular report reportlab reports revision ricoh roboto roman
samsung sans scan scanned scanner screenshot section segoe serif shading sharp sheet sheetjs sheets signature
skia slide software sony spacing spreadsheet standard story strong style subject subtitle subtle summary
symbol symbola system table tahoma tcpdf template test tex text thumbnail times title toc toshiba trebuchet
typst ubuntu unicode unresolved untitled utility vector verdana version vivo weasyprint web whats windows
wkhtmltopdf word wordpress workbook wps writer xerox xiaomi xlsxwriter yahei zapf
"""
_OF_ENGLISH_TITLES = """
abstract access accident accountability accounting achievement act action activities activity address
administration advanced agency agenda agreement aid analysis and annex annual answer app appendix application
approach approval apps article asia asian assessment asset assistance association attendance audit authority
award background balance bank basic best board bridge brief briefing briefs budget building bulletin business
calendar capacity care case cases catalogue center central centre certificate change chapter chart charter
checklist child children citizen city climate code collection command committee communication community
company comparison compatibility complaint complete conclusion conference contents contract control
cooperation corruption council country course court cover crime crisis cyber daily data date day days decision
declaration delivery department description design detail digital directive directory disaster discussion
division drug economic education election emergency employee energy environment equipment evaluation event
evidence example executive exercise facility family field financial fire first flow follow food force foreign
form forum framework free freedom fund future general glossary good governance government group guidance guide
guideline guidelines handbook handling health help high highlights history human implementation improvement
index indicator indicators indonesian information initial innovation inspection institution instruction
integrity internal international introduction investigation invitation issue item joint journal justice key
knowledge land law leadership learning legal letter level life literature local main management manual map
master material matrix media meeting member memo memorandum mid minister ministry minutes mission mode model
monitoring month monthly narcotics national network news newsletter notes notice number objectives office
officer officers official online operation operational operations order organization overview participant
partnership patrol peace people performance period permit person personnel picture plan planning plans police
policies policy position poster practice preface preliminary preparation press prevention procedure procedures
process procurement profile program programme progress project proposal protection protocol province purchase
quality quarter quarterly question questionnaire rapid rate receipt recommendation record recovery reform
region regional register regulation rehabilitation relations release request research resource resources
response restorative result results review rights risk road roadmap role rules safety sample schedule school
science second security seminar service services session short social society sources special staff statement
statistical statistics status strategic strategy street structure study super support survey sustainable
tables target task team technical technology terms third time timeline tools tourism trade traffic training
transparency transport travel treaty trends unit united university update urban user value victim view village
violence vision visit volume water week weekly welcome woman women work working workshop world worldwide year
yearbook yearly youth
"""
_OF_FEASTS_AND_OFFICES = """
adha akpol antikorupsi asta bhinneka cita garuda green hijriah idul imlek isra kamtibmas maulid miraj mudik
nabi nararya nataru nyepi pancasila paskah policing polwan posko pungli pustaka saber sambang saw sembako
stunting waisak zebra
"""
PROGRAMS = frozenset(_OF_PROGRAMS.split())
"""Those of programs, fonts and machines."""
KNOWN = PROGRAMS.union(_OF_ENGLISH_TITLES.split(), _OF_FEASTS_AND_OFFICES.split())
"""Those of titles in English, and of feasts and undertakings, too."""
