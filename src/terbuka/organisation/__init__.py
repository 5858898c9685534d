"""Who there is: units (a tree with validity dates), people, accounts, and who holds which role where."""
