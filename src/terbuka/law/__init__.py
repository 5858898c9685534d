"""The law as data with provenance, and pure functions over it. Every figure carries its article."""
