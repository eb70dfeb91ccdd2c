"""The YAML files that come with the program: words, headers, codes. They are many, so they are read by the faster of PyYAML's parsers."""

from importlib.resources import files
from typing import Any

import yaml

SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times faster where PyYAML was built with libyaml, as its wheels are."""


def listed(package: str, name: str) -> Any:  # noqa: ANN401 - each file has its own shape, which its reader knows
    """What a YAML file of the program holds.

    Args:
        package: Where it lies.
        name: Of the file.
    """
    return yaml.load(files(package).joinpath(name).read_bytes(), Loader=SafeLoader)  # noqa: S506 - both are safe loaders
