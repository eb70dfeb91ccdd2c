"""What goes wrong on our side: a check that crashes is no pass, and says so."""

from data_contracts.check import Check

OURS = (
    Check(
        id="check_crashed",
        level=1,
        severity="error",
        blocking=True,
        statement="Our own check {name} failed while it looked at this file ({fault}).",
        fix="Nothing needs to be done on your side: the mistake is ours. We mend it and take the same file in again.",
        cost="Until then nothing of the file is in any report. The file is kept as it came.",
    ),
)
