"""The embedded customer with its real model, over the whole library."""
