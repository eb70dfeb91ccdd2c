"""The reference notebook: ten cells, two figures, two tables, whose cells take about 0.25 s."""

import json
from pathlib import Path

NAME = "reference"
CELLS = (
    'recipient = "KEN"\nlanguage = "en"',
    (
        "from matplotlib.figure import Figure\n\nfrom ens_reports import report\n\n"
        "view = report.open_view('view', recipient=recipient, language=language)"
    ),
    "report.cover(title='A picture', subtitle=view.language.country(recipient), abstract='Of what is taken.')",
    (
        "goods = view.incidents['commodity'].value_counts().sort_index().head(12)\n"
        "years = view.incidents['date_from'].dt.year.value_counts().sort_index()"
    ),
    "report.section('What', basis='Basis: all records')\nreport.text('Seizures show where authorities looked and found.')",
    (
        "report.table([[str(name), str(number)] for name, number in goods.items()], columns=['Commodity', 'Records'], key='goods',\n"
        "             caption='Commodities', source='Records held')"
    ),
    (
        "report.table([[str(year), str(number)] for year, number in years.items()], columns=['Year', 'Records'], key='years',\n"
        "             caption='Years', source='Records held')"
    ),
    (
        "chart = Figure(figsize=(6, 3))\n_ = chart.subplots().bar(range(len(goods)), goods.to_numpy())\n"
        "report.figure(chart, key='a', caption='Commodities', alt='Bars, one for each commodity.', source='Records held')"
    ),
    (
        "chart = Figure(figsize=(6, 3))\n_ = chart.subplots().plot(years.index.to_numpy(), years.to_numpy())\n"
        "report.figure(chart, key='b', caption='Years', alt='A line over the years held.', source='Records held')"
    ),
    "report.section('How to read this', basis='Basis: all records')\nreport.text('More seizures can mean more controls.')",
)


def product(number: int) -> str:
    """The name of one of several products that are alike: a party gets an edition of each.

    Args:
        number: From 1.
    """
    return NAME if number == 1 else f"{NAME}-{number}"


def write(project: Path, products: int) -> None:
    """Add the notebook to a project, and products that are built from it.

    Args:
        project: Its folder.
        products: How many.
    """
    (project / "reports" / f"{NAME}.ipynb").write_text(json.dumps(_notebook()), encoding="utf-8")
    for number in range(1, products + 1):
        lines = [
            f"name: {product(number)}",
            "level: strategic",
            f"notebook: reports/{NAME}.ipynb",
            "title: A picture",
            "recipients: {rule: submitters}",
        ]
        (project / "params" / "products" / f"{product(number)}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _notebook() -> dict[str, object]:
    cells: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "execution_count": None,
            "id": f"c{number}",
            "metadata": {} if number else {"tags": ["parameters"]},
            "outputs": [],
            "source": code,
        }
        for number, code in enumerate(CELLS)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
