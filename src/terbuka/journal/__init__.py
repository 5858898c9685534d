"""Every act of the office, in one chain of hashes that cannot be rewritten without being seen."""
