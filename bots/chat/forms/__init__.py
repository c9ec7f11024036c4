"""Forms: what they ask, and what people's answers mean.

A surface builds each form of its own parts, hands what was sent in over as `Answers`, and gets a
command back, or what is wrong, by field.
"""
