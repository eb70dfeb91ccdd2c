import pytest

from data_contracts.crashed import UnsoundError, attempt, crash_of, guarded


def _fail() -> int:
    raise ValueError("a value of a record")


def test_guarded_tells_of_a_crash_by_name_and_place_and_never_by_its_message() -> None:
    told: list[tuple[str, dict[str, str]]] = []
    with guarded(lambda check, values: told.append((check, values)), "position_zero"):
        _fail()
    ((check, values),) = told
    assert (check, values["name"]) == ("check_crashed", "position_zero")
    assert values["fault"].startswith("ValueError, test_crashed.py ")
    assert "record" not in str(told)


def test_guarded_is_silent_about_what_goes_well() -> None:
    told: list[str] = []
    with guarded(lambda check, _values: told.append(check), "position_zero"):
        pass
    assert told == []


def test_attempt_gives_the_other_result_after_a_crash() -> None:
    told: list[str] = []
    tell = lambda check, _values: told.append(check)  # noqa: E731 - shorter than a function
    assert (attempt(tell, "one", lambda: 1, otherwise=lambda: 0), attempt(tell, "two", _fail, otherwise=lambda: 0)) == (1, 0)
    assert told == ["check_crashed"]


def test_nothing_runs_on_where_no_check_can_be_relied_on() -> None:
    def switched_off() -> int:
        raise UnsoundError("PANDERA_VALIDATION_ENABLED must not be off")

    with pytest.raises(UnsoundError), guarded(lambda _check, _values: None, "one"):
        switched_off()
    with pytest.raises(UnsoundError):
        attempt(lambda _check, _values: None, "one", switched_off, otherwise=lambda: 0)


def test_a_crash_outside_our_code_names_its_kind_alone() -> None:
    assert crash_of("one", ValueError("secret")) == {"name": "one", "fault": "ValueError"}
