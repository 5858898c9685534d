"""Second thoughts: how likely what the recognisers found must really be hidden.

Rules and word models propose; here a model of all that is known at once about a person or a detail says how
often such a one had to be hidden in annotated documents. ``persons`` and ``passages`` say what it looks at,
``weigher`` asks the model, ``training`` made it.
"""
