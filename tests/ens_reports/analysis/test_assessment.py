import worlds

from ens_reports.analysis.assessment import assess


def test_an_assessment_is_of_the_view_alone() -> None:
    view = worlds.view(worlds.World(own=40))
    first, second = assess(view), assess(worlds.view(worlds.World(own=40)))
    assert first.view is view
    assert first.headline == second.headline
    assert first.scope.basis == first.picture.basis
