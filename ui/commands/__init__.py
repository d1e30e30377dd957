"""One module a command of ``plansvar``."""
