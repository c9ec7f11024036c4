"""One module for each kind of thing that the embedded judge can see."""
