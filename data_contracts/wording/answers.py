"""What is told of answers that came back in a workbook of ours."""

from data_contracts.check import Check

ANSWERS: tuple[Check, ...] = (
    Check(
        id="answer_unclear",
        level=1,
        severity="warning",
        statement="An answer must be one of those offered, or be explained in your own words, but this one is not understood.",
        fix="Choose an answer from the list; with the answer Other, write your words beside it.",
        cost="The finding stays open, and you are asked again.",
    ),
    Check(
        id="answers_taken",
        level=1,
        severity="note",
        statement="Answers that were taken from the workbook: {number}. They were given for {submission}.",
        fix="Nothing needs to be done.",
        cost="Nothing is lost.",
    ),
    Check(
        id="answers_of_other",
        level=1,
        severity="warning",
        statement="The workbook must be one that was made for you and for these records, but it names another submission.",
        fix="Answer in the workbook that you received last for these records.",
        cost="The rows were taken in; the answers were not.",
    ),
)
"""Checks of answers."""
