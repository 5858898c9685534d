"""The form of copies of our own making: every byte and element is one that the writers put there."""
