"""What is a person's name, and what only looks like one because a street, ship or company bears it.

``candidates`` is the port: whoever finds names (what announces them, rules, gazetteers, the trained models of
words) hands on ``NameCandidate``; ``people`` decides who they are.
"""
