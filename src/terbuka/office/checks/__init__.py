"""Rules of the house that no general linter knows. ``python -m terbuka.office.checks`` runs them all."""
