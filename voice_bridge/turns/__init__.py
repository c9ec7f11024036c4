"""Turn-taking: who speaks, who yields, when a turn is over, what was heard of a line.

Everything here is pure and driven by timed events, so that it runs on any clock. Moments are
seconds on whatever clock the caller has.
"""
