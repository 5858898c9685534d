"""Who the persons of a document are: mentions, then persons, then one role each with its reasons."""
