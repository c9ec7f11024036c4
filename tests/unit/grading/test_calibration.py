from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.calibration import agreement, ranks, spearman, weighted_kappa

ratings = st.lists(st.integers(1, 5), min_size=2, max_size=30)


def test_kappa_against_a_table_worked_by_hand() -> None:
    # Squared misses: 0 + 1 + 0 + 4 = 5. By chance: all 16 pairs give 9 + 3 + 5 + 15 = 32, or 8.
    assert weighted_kappa([1, 2, 3, 4], [1, 3, 3, 2]) == pytest.approx(1 - 5 / 8)


def test_kappa_of_opposites() -> None:
    assert weighted_kappa([1, 5], [5, 1]) == pytest.approx(-1.0)


def test_kappa_cannot_be_told_when_nobody_varies() -> None:
    assert weighted_kappa([3, 3], [3, 3]) is None
    assert weighted_kappa([], []) is None


@given(ratings)
def test_agreeing_with_oneself_is_perfect(given: list[int]) -> None:
    assert weighted_kappa(given, given) in {None, 1.0}


@given(ratings, st.data())
def test_kappa_does_not_care_who_is_first(given: list[int], data: st.DataObject) -> None:
    other = data.draw(st.lists(st.integers(1, 5), min_size=len(given), max_size=len(given)))
    assert weighted_kappa(given, other) == pytest.approx(weighted_kappa(other, given))


def test_spearman_against_a_case_worked_by_hand() -> None:
    # d = 0, -1, 1, 0: 1 - 6 * 2 / (4 * 15)
    assert spearman([10, 20, 30, 40], [1, 3, 2, 4]) == pytest.approx(0.8)


def test_equal_values_share_their_rank() -> None:
    assert ranks([7, 3, 7, 1]) == [3.5, 2.0, 3.5, 1.0]


@given(st.lists(st.integers(-50, 50), min_size=2, unique=True))
def test_spearman_sees_only_the_order(given: list[int]) -> None:
    assert spearman(given, [value**3 for value in given]) == pytest.approx(1.0)


def test_raters_must_have_rated_the_same_calls() -> None:
    with pytest.raises(ValueError, match="2 ratings cannot be compared with 1"):
        spearman([1, 2], [1])


def test_agreement_counts_what_both_rated() -> None:
    found = agreement([1, None, 3, 5], [1, 2, 3, None])
    assert found.count == 2
    assert found.kappa == pytest.approx(1.0)
