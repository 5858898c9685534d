"""How the models are made (``make model``): from sentences with marked names, annotated documents, and
decisions of officers that ``terbuka screening export`` wrote out.

``corpus`` reads, ``letters`` and ``words`` teach what words are, ``things`` what to hide of the persons and
details found, ``make`` runs it all. The same input gives the same bytes; sources and licences:
``data/SOURCES.md``.
"""
