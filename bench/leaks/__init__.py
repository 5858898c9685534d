"""Files that each hide or show a secret in one place, made anew from a seed."""
