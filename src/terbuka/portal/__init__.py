"""The public pages. They read only what is published, set no cookie and need no script."""
