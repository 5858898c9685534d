"""Draws the pages of a copy and reads their pixels: words in every orientation, pale ones, codes."""
