"""Looks for survivors in a saved copy with other means than those that wrote it.

Reads the bytes of a copy of ours on disk with other libraries than the writers (pypdf, pdfminer, poppler,
expat instead of pikepdf, PDFium, lxml), knows the secrets, fails closed, and never prints one. The PDFs of
other programs are measured and drawn by PDFium too, which did not write them. What is shared all the same
stands in docs/decisions/0011.

``inspect`` is the program, ``copy`` what it looks at, ``model`` what it says. A map of the room:

- A file of each format: ``pdf``, ``package`` (DOCX), ``workbook`` (XLSX), ``html``, ``mail``, ``plain``,
  ``picture``; parts of packages: ``entries``, ``xml_part``, ``workbook_cells``.
- Copies of ours, held to what the writers put there: ``pdf_structure``, ``pdf_streams``, ``pdf_form``,
  ``pdf_font``, ``pdf_pictures``, ``operators``, ``real_text``, ``tags`` (PDF); ``package_form``,
  ``package_pictures``, ``workbook_form``, ``rewriting`` (packages); ``bars``. Which pages need no reading:
  ``own_pages``, ``specimens``, ``specimen_sheet``. Read without an original: ``own``, ``own_flow``,
  ``layer``, ``agreement``, ``again``, ``restored``.
- Files of other programs: what they hide (``foreign``, ``telling``, ``emblems``), what a PDF holds and does
  not show (``pdf_covered``, ``pdf_undrawn``, ``pdf_revisions``, ``pdf_stray``), what bars and gaps tell
  (``flat_bars``, ``smears``, ``widths``, ``measured``, ``fitting``, ``left_letters``); ``pdf_objects``.
- Pixels: ``rendering`` draws, ``reading`` reads, with ``askew``, ``pallor`` and ``codes``; ``picture_files``.
- The search for secrets: ``search`` and ``mentions`` in text, ``encodings`` in bytes.
"""
