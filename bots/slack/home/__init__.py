"""The Home tab, and what `/practice` answers with: My Training, waiting reviews, help."""

from bots.slack.home.helping import help_text
from bots.slack.home.page import home, stranger
from bots.slack.home.reviews import review_blocks
from bots.slack.home.training import training_blocks

__all__ = ["help_text", "home", "review_blocks", "stranger", "training_blocks"]
