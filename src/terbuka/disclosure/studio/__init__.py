"""Where officers decide what is hidden: the page, what stands on it, and every decision about it."""
