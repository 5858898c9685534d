"""What the program itself writes when a job has ended."""
