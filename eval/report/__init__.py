"""Reports of a run: HTML for people, Markdown for a pull request, JSON and CSV for other programs."""
