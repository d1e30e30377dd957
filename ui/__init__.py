"""The two user interfaces: the plansvar command and the web pages."""
