"""Dialogs: what they ask, and what people's answers mean.

Each has `dialog(…)`, which returns what Teams opens. What is sent in, `reading.read` turns into
answers; `read(answers, …)` makes a command of them, or tells what is wrong, by field. With that and
the answers `dialog` returns the form once more, because Teams shows no mistakes by itself.
"""
