"""What people ask to see: My Training, waiting reviews, their people, what there is to ask for."""

from bots.teams.home.greeting import help_card, stranger, welcome
from bots.teams.home.people import people
from bots.teams.home.reviews import reviews
from bots.teams.home.training import training

__all__ = ["help_card", "people", "reviews", "stranger", "training", "welcome"]
