"""Goals and comparisons as files: Excel, Word, CSV and Markdown."""
