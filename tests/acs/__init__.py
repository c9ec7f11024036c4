"""Azure Communication Services, as far as calls in Teams need it: a server of our own."""
