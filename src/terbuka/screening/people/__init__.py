"""Who the persons of a document are: mentions → persons → one role each, with its reasons, carried everywhere."""
