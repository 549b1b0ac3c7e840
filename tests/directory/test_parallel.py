"""The work of one process, shared out: the same results in the same order, and the same errors."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest
from directory.parallel import FEW, in_parts, meanwhile

Numbers = Sequence[int]


@pytest.mark.usefixtures("three_processes")
def test_the_parts_follow_each_other_and_are_made_by_processes_of_their_own() -> None:
    parts = in_parts(lambda numbers: (os.getpid(), numbers), range(10))
    assert [list(numbers) for _, numbers in parts] == [[0, 1, 2], [3, 4, 5], [6, 7, 8, 9]]
    processes = [process for process, _ in parts]
    assert processes[0] == os.getpid()
    assert len(set(processes)) == 3


@pytest.mark.usefixtures("three_processes")
def test_each_part_takes_a_slice_of_each_list_however_short_it_is() -> None:
    parts = in_parts(lambda *lists: lists, [1, 2, 3, 4], "ab", [])
    assert parts == [([1], "", []), ([2], "a", []), ([3, 4], "b", [])]


def test_a_short_list_is_not_shared_out() -> None:
    assert in_parts(lambda numbers: (os.getpid(), len(numbers)), range(FEW - 1)) == [(os.getpid(), FEW - 1)]
    assert in_parts(list, []) == [[]]


@pytest.mark.usefixtures("three_processes")
@pytest.mark.parametrize("bad", range(4))
def test_an_error_is_raised_whichever_process_it_was_in(bad: int) -> None:
    def work(numbers: Numbers) -> None:
        if bad in numbers:
            raise ValueError(f"{bad} is bad")

    with pytest.raises(ValueError, match=f"{bad} is bad"):
        in_parts(work, range(4))


@pytest.mark.usefixtures("three_processes")
def test_a_process_that_ends_without_an_answer_is_an_error() -> None:
    def work(numbers: Numbers) -> None:
        if 3 in numbers:
            os._exit(9)

    with pytest.raises(RuntimeError, match="stopped without an answer"):
        in_parts(work, range(4))


@pytest.mark.usefixtures("three_processes")
def test_answers_may_be_larger_than_a_pipe_holds() -> None:
    assert in_parts(lambda numbers: "x" * 1_000_000, range(3)) == ["x" * 1_000_000] * 3


@pytest.mark.usefixtures("three_processes")
def test_something_is_made_beside_what_goes_on_here_and_made_once() -> None:
    answer = meanwhile(lambda *given: (os.getpid(), given), 1, "a")
    (process, given), again = answer(), answer()
    assert given == (1, "a")
    assert process != os.getpid()
    assert again == (process, given)


@pytest.mark.usefixtures("one_process")
def test_without_a_second_process_it_is_made_here_once_when_it_is_asked_for() -> None:
    made: list[int] = []
    answer = meanwhile(made.append, 1)
    assert made == []
    answer()
    answer()
    assert made == [1]


@pytest.mark.usefixtures("three_processes")
def test_what_goes_wrong_beside_is_heard_when_the_answer_is_asked_for() -> None:
    answer = meanwhile(int, "a word")
    with pytest.raises(ValueError, match="a word"):
        answer()
