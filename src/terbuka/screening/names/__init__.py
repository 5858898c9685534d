"""What is a person's name, and what only looks like one because a street, ship or company bears it.

``candidates`` is the port: whoever finds names (rules and gazetteers now, a trained model beside them)
hands on ``NameCandidate``; ``people`` decides who they are.
"""
