import pytest

from ens_reports.errors import RequestError
from ens_reports.execute import kernels
from ens_reports.execute.kernels import open_kernels


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(RequestError) as caught, open_kernels("quick"):
        pass

    assert caught.value.message == "kernel must be one of auto, warm, jupyter, got 'quick'"


def test_where_nothing_can_be_forked_kernels_are_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "can_fork", lambda: False)

    with open_kernels("auto") as found:
        assert found.address is None
    with pytest.raises(RequestError, match="on Linux only"), open_kernels("warm"):
        pass


def test_the_font_cache_is_kept_between_notebooks_and_gone_after_them() -> None:
    with open_kernels("jupyter") as found:
        assert found.caches.is_dir()

    assert not found.caches.exists()
