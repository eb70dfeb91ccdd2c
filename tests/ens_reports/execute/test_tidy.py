from nbformat import v4

from ens_reports.execute.tidy import tidy


def test_a_notebook_keeps_what_it_said_and_loses_what_differs_from_run_to_run() -> None:
    said = v4.new_output("stream", name="stdout", text="three records\n")
    warned = v4.new_output("stream", name="stderr", text="/home/someone/x.py:1: UserWarning\n  x\n")
    shown = v4.new_output("execute_result", data={"text/plain": "<Figure at 0x7f00AB>"}, execution_count=2)
    cell = v4.new_code_cell("look()", outputs=[said, warned, shown], metadata={"tags": ["kept"], "papermill": {"duration": 1.5}}, id="look")
    injected = v4.new_code_cell("recipient = 'KEN'", metadata={"tags": ["injected-parameters"]}, id="random")
    notebook = v4.new_notebook(cells=[injected, cell], metadata={"papermill": {"output_path": "/home/someone"}})

    lines = tidy(notebook)

    assert lines == 2
    assert notebook.cells[0].id == "injected-parameters"
    assert cell.metadata == {"tags": ["kept"]}
    assert [output.output_type for output in cell.outputs] == ["stream", "execute_result"]
    assert cell.outputs[0].text == "three records\n"
    assert cell.outputs[1].data["text/plain"] == "<Figure at 0x0>"
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def test_what_a_cell_prints_stands_together_as_a_terminal_would_leave_it() -> None:
    texts = ("10 %\r20 %\r", "100 %\nab", "\bc\r\n", "x" * 1_000_000)
    printed = [v4.new_output("stream", name="stdout", text=text) for text in texts]
    between = v4.new_output("display_data", data={"text/plain": "1"})
    cell = v4.new_code_cell("1", outputs=[printed[0], between, *printed[1:]])
    tidy(v4.new_notebook(cells=[cell]))

    assert [output.output_type for output in cell.outputs] == ["stream", "display_data"]
    assert cell.outputs[0].text == "100 %\nac\r\n" + "x" * 1_000_000
