"""Looks for survivors in a saved copy with other means than those that wrote it.

Reads the bytes of a copy of ours on disk with other libraries than the writers (pypdf, pdfminer, poppler,
expat instead of pikepdf, PDFium, lxml), knows the secrets, fails closed, and never prints one. The PDFs of
other programs are measured and drawn by PDFium too, which did not write them. What is shared all the same
stands in docs/decisions/0011.

``inspect`` is the program, ``copy`` what it looks at, ``model`` what it says. A file of each format says
which checks it gets: ``pdf``, ``package`` (DOCX), ``workbook`` (XLSX), ``html``, ``mail``, ``plain``,
``picture``. What the checks do stands in rooms:

- ``ours``: copies of our own making, held byte by byte to what the writers put there; which of their pages
  need no reading (``pages``, ``specimens``).
- ``rescreen``: such a copy read as text once more, without its original.
- ``foreign``: files of other programs: what they hide (``hidden_parts``), cover, leave behind, and what
  their bars and gaps tell (``widths``).
- ``pixels``: ``rendering`` draws, ``reading`` reads, with ``askew``, ``pallor`` and ``codes``.
- ``secrets``: the search for what was hidden, in text (``search``, ``mentions``) and bytes (``encodings``).
- ``packages``: the parts of a ZIP package.
"""
