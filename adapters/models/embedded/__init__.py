"""The customer that runs with no key and no network: authored lines, rules and embeddings."""

from adapters.models.embedded.customer import EmbeddedCustomer

__all__ = ["EmbeddedCustomer"]
