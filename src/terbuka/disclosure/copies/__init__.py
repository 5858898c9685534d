"""The public copy on its way: asked for, looked at by a second person, certified, fetched."""
