"""File -> pages -> sections -> passages -> catalogue and indexes."""
