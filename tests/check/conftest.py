"""What a run says at its end of the stories that SPIN decided."""

from __future__ import annotations

import faulthandler

import pytest

from tests.check.spin import REPORT


@pytest.fixture
def no_clock() -> None:
    """For a test that may take minutes, and ends what takes longer by itself."""
    faulthandler.cancel_dump_traceback_later()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say of each story whether SPIN searched the unsliced model or act by act."""
    said = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "call"
        for name, value in report.user_properties
        if name == REPORT
    ]
    if said:
        terminalreporter.section("SPIN")
        for one in said:
            terminalreporter.line(str(one))
