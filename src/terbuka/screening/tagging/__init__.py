"""What the models of the program see in a text: which words are likely names of persons, and which are likely
a detail of a person (an ailment, a debt, a marriage, a secret word).

``features`` reads, ``tagger`` tells; ``training`` taught them. What they were taught and how good they are:
``docs/models.md``.
"""
