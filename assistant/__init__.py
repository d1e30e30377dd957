"""Question -> scope -> evidence -> answer with citations."""
