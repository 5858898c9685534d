"""A file's way to its certified public copy: upload, screening, the studio, the second pair of eyes."""
