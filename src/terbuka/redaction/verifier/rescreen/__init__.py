"""Copies of ours read as text once more, without their original, and screened again."""
