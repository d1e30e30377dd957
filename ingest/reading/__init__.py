"""From a file to a ``Document``: what it is, its pages and lines, and what each line of its text is."""
