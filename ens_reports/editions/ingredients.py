"""What an edition is made of beside its view, as digests: an equal key needs no second build."""

import platform
import sys
from functools import lru_cache
from pathlib import Path

import data_contracts
import ens_reports
from ens_reports import digest
from ens_reports.editions.manifest import Toolchain
from ens_reports.errors import RequestError

CODE = ("analysis", "execute", "locales", "render", "report")
"""Folders of this package that run between a view and its pages; the others act through the view, which has its own digest."""
CODE_LISTS = "codelists"
LOCK = "requirements.lock"
LEFT_OUT = frozenset({"__pycache__", ".ipynb_checkpoints"})


@lru_cache(maxsize=1)
def code_digest() -> str:
    """SHA-256 over the code and data that notebooks and renderers run, wherever the packages are installed."""
    package, contracts = Path(ens_reports.__path__[0]), Path(data_contracts.__path__[0])
    folders = [*(package / name for name in CODE), contracts / CODE_LISTS]
    return digest.of_value([folder_digest(folder) for folder in folders])


@lru_cache(maxsize=1)
def program_digest() -> str:
    """SHA-256 over all code of both packages, and the data of `code_digest`: what decides about a view before it is made too."""
    files = sorted(path for package in (ens_reports, data_contracts) for path in Path(package.__path__[0]).rglob("*.py"))
    return digest.of_value([code_digest(), *((path.name, digest.of_file(path)) for path in files)])


def folder_digest(folder: Path) -> str:
    """SHA-256 over the files of a folder, by their paths in it; caches are left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not LEFT_OUT.intersection(path.parts))
    return digest.of_value([(path.relative_to(folder).as_posix(), digest.of_file(path)) for path in files])


def lock_digest(root: Path) -> str:
    """SHA-256 of the project's lock; of nothing where there is none, as in a folder made by hand."""
    path = root / LOCK
    return digest.of_file(path) if path.is_file() else digest.of_bytes(b"")


def notebook_digest(path: Path) -> str:
    """SHA-256 of a product's notebook.

    Raises:
        RequestError: It is not there.
    """
    if not path.is_file():
        raise RequestError(f"the notebook {path.name} must be a file of the project, got none", hint="see `notebook` in params/products/")
    return digest.of_file(path)


def toolchain(renderer: str) -> Toolchain:
    """What same bytes are promised for.

    Args:
        renderer: Its name and version, as it says them itself.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return Toolchain(python=version, system=platform.system(), machine=platform.machine(), renderer=renderer)
