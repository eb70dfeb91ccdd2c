import threading

import matplotlib as mpl
from matplotlib import pyplot as plt

from ens_reports.report.rehearsal import rehearse


def test_it_leaves_nothing_that_a_notebook_could_see() -> None:
    settings, threads = dict(mpl.rcParams), threading.active_count()
    rehearse()

    assert dict(mpl.rcParams) == settings
    assert plt.get_fignums() == []
    assert threading.active_count() == threads
