"""Setting the Teams app up, with an Entra of our own and Microsoft's library."""
