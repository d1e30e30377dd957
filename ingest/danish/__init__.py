"""Danish as municipal plans and their readers write it: words, sentences, numbers, names and terms."""
