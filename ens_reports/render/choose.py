"""Which renderer runs: Quarto where a capable one is there, once and for all editions of a workspace."""

from collections.abc import Callable

from ens_reports.errors import RequestError, ToolError
from ens_reports.render import quarto
from ens_reports.render.embedded import Embedded
from ens_reports.render.renderer import Renderer

AUTO = "auto"
RENDERERS: dict[str, Callable[[], Renderer]] = {"quarto": quarto.find, "embedded": Embedded}
"""By name; each says in `probe` whether it can run here."""


def choose(name: str, kept: str | None = None) -> Renderer:
    """The renderer to use.

    Args:
        name: `quarto`, `embedded` or `auto`.
        kept: What the workspace's editions were rendered with; `auto` keeps to it.

    Returns:
        A renderer. What `auto` found was probed; of others call `probe`, which tells whether they can run here.

    Raises:
        RequestError: There is no such renderer.
    """
    wanted = kept if name == AUTO and kept else name
    if wanted == AUTO:
        found = quarto.find()
        return found if _runs(found) else Embedded()
    if wanted not in RENDERERS:
        raise RequestError(
            f"renderer must be one of {AUTO}, {', '.join(RENDERERS)}, got {wanted!r}", hint="choose one of these with --renderer"
        )
    return RENDERERS[wanted]()


def _runs(renderer: Renderer) -> bool:
    try:
        renderer.probe()
    except ToolError:
        return False
    return True
