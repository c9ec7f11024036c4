"""How soon our Teams surface answers whatever the customer does, beside an echo."""
