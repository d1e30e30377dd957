"""Question sets x assistant -> rows -> metrics, reports and gates."""
