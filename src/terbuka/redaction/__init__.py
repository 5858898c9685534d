"""Document + decisions → a public copy in which nothing hidden is left, proven by other means.

``redact`` is the only way to a public copy; it ends with a verification or without a file.
"""
