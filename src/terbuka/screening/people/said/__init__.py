"""What a sentence says of who is named in it: who somebody is (``predicates``), what somebody did or suffered
(``deeds``), who reported, complained or saw it (``reports``), whose a thing or a family is (``owners``).
``sentence`` is the grammar they share."""
