"""What can be done here, one session a job. Arguments after `--` go to `ens`, or to the tool of the session."""

import os
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["reports"]
nox.options.error_on_external_run = True

ROOT = Path(__file__).parent
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
CLUSTER = "requirements-cluster.lock"
POSTGRES = "requirements-postgres.lock"
DONE_OR_ROWS_REJECTED = [0, 3]
OWN_TESTS = ("--ignore=tests/faults", "--ignore=tests/browser")


@nox.session
def reports(session: nox.Session) -> None:
    """Take in the inbox (the examples when it is empty) and build every report that is out of date, to PDF and HTML."""
    install(session, runtime())
    session.run("ens", "intake", "--examples-if-empty", success_codes=DONE_OR_ROWS_REJECTED)
    session.run("ens", "reports", *session.posargs, success_codes=DONE_OR_ROWS_REJECTED)


@nox.session
def intake(session: nox.Session) -> None:
    """Take in the files of the inbox, or those named after `--`: accept, quarantine, write feedback."""
    install(session, runtime())
    session.run("ens", "intake", *session.posargs, success_codes=DONE_OR_ROWS_REJECTED)


@nox.session
def lab(session: nox.Session) -> None:
    """Open the notebooks in JupyterLab, each with an example view beside it."""
    install(session, runtime())
    session.run("python", "-m", "ens_reports.editions.lab")
    session.run("jupyter", "lab", "reports", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, without those that have sessions of their own; arguments go to pytest.

    The tests of a module run in one worker: what they share is made once.
    """
    install(session, DEVELOPMENT)
    session.run("pytest", "--numprocesses=auto", "--dist=loadscope", *(session.posargs or OWN_TESTS))


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the same tests with branch coverage, which takes half as long again; arguments go to pytest."""
    install(session, DEVELOPMENT)
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "--numprocesses=auto", "--dist=loadscope", *(session.posargs or OWN_TESTS))
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report", *([] if session.posargs else ["--fail-under=95"]))


@nox.session
def faults(session: nox.Session) -> None:
    """Try hostile files and random worlds; `-- --cases 20000 --heavy --worlds 1000 --whole 20 --mutations all` asks for more."""
    install(session, DEVELOPMENT)
    more = [] if any(argument.startswith("--cases") for argument in session.posargs) else ["--cases", "300"]
    session.run("pytest", "tests/faults", "--numprocesses=auto", "--dist=loadfile", "-rP", "--no-header", *more, *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Open reports in headless Chromium: nothing is fetched, nothing runs, nothing is cut off."""
    install(session, DEVELOPMENT)
    session.run("pytest", "tests/browser", "--numprocesses=auto", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure intake side by side with pandera, Frictionless and plain reading, or (`-- editions`) editions with plain papermill.

    The size is small; `--full` takes the full one, and long.
    """
    install(session, DEVELOPMENT)
    session.run("python", "-m", "benchmarks.bench", *session.posargs, env={"PYTHONPATH": "tests"})


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format (ruff) and the direction of imports (import-linter)."""
    install(session, DEVELOPMENT)
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check types (mypy, strict)."""
    install(session, DEVELOPMENT)
    session.run("mypy", *session.posargs)


@nox.session
def lock(session: nox.Session) -> None:
    """Pin every dependency by hash, for all platforms: names, versions and hashes only."""
    session.install("uv")
    pin = ("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--group", "build")
    session.run(*pin, "--output-file", RUNTIME, *session.posargs, "pyproject.toml")
    for extra, locked in (("cluster", CLUSTER), ("postgres", POSTGRES)):
        session.run(*pin, "--extra", extra, "--constraints", RUNTIME, "--output-file", locked, *session.posargs, "pyproject.toml")
    session.run(*pin, "--group", "dev", "--constraints", RUNTIME, "--output-file", DEVELOPMENT, *session.posargs, "pyproject.toml")


def runtime() -> str:
    """What `ens` needs: the driver of a server too where its ledger is on one."""
    return POSTGRES if os.environ.get("ENS_LEDGER_URL") else RUNTIME


def install(session: nox.Session, locked: str) -> None:
    """Install what is locked, by hash, and then this project in place, without a download at build time.

    The link to this folder is made relative: Python reads it in the locale's encoding, and would not start from a folder with an accent.
    """
    session.install("--require-hashes", "-r", locked)
    session.install("--no-deps", "--no-build-isolation", "-e", ".")
    for link in Path(session.virtualenv.location).glob("lib/*/site-packages/*ens_reports*.pth"):
        link.write_text(os.path.relpath(ROOT, link.parent) + "\n", encoding="utf-8")
