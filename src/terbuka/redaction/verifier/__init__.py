"""Looks for survivors in a saved copy with other means than those that wrote it.

Reads the bytes of a copy of ours on disk with other libraries than the writers (pypdf, pdfminer, poppler,
expat instead of pikepdf, PDFium, lxml), knows the secrets, fails closed, and never prints one. The PDFs of
other programs are measured and drawn by PDFium too, which did not write them. What is shared all the same
stands in docs/decisions/0011.

``inspect`` is the program, ``copy`` what it looks at, ``model`` what it says. A file of each format says
which checks it gets: ``pdf``, ``package`` (DOCX), ``workbook`` (XLSX), ``html``, ``mail``, ``plain``,
``picture``. What the checks do stands in rooms; each imports from those below it alone:

- ``rescreen``: what ``verify`` without an original reads: a copy of ours as text once more (``own``), any
  other file with its bars (``alone``).
- ``ours``: copies of our own making, held byte by byte to what the writers put there; which of their pages
  need no reading (``pages``, ``specimens``).
- ``foreign``: files of other programs: what they hide (``hidden_parts``), cover, leave behind, and what
  their bars and gaps tell (``widths``).
- ``pixels``: ``rendering`` draws, ``reading`` reads, ``agreement`` holds what is said against what is read;
  with ``askew``, ``pallor`` and ``codes``.
- ``packages``: the parts of a ZIP package, and their form (``rewriting``).
- ``secrets``: the search for what was hidden, in text (``search``, ``mentions``, ``disguised``) and bytes
  (``encodings``).
"""
