"""The office: the Django project on which every desk stands. How a desk is made: ``docs/office.md``."""
