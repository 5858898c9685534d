"""The search for secrets: in text, in mentions of a person, in bytes."""
