"""What stands in a text besides names: identifiers, contacts, addresses, attributes. One idea per module.

Each recogniser is a function from what was read to candidates: from the ``Layout`` where the text alone
tells, from the ``Cast`` where the persons must be known. It decides what a thing is, not whether it may be
shown: that is the policy's business.
"""
