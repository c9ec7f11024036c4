"""The judge that needs no key and no network: counts, rules and sentence vectors.

It is approximate, and says so. It sees wordings and counts, not meaning, and where it sees too
little it leaves a criterion unscored.
"""
