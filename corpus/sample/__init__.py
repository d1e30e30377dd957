"""Invented plans of invented municipalities, with questions and goals, and the script that builds them."""
