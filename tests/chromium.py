"""A headless Chromium for tests, spoken to over a pipe: no driver, no port, no network."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from threading import Timer


def _find_program():
    for name in ("chromium", "chromium-browser", "google-chrome"):
        program = shutil.which(name)
        # One in a snap cannot read the files of a test.
        if program and "snap" not in Path(program).resolve().parts[-1:]:
            return program
    return None


PROGRAM = _find_program()
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip
# Chromium reads commands from descriptor 3 and answers on 4, whatever they were here.
_LAUNCHER = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Page:
    """A tab of the browser."""

    def __init__(self, commands, answers):
        self._commands = commands
        self._answers = answers
        self._ids = count(1)
        self._session = {}
        self._events = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = {"sessionId": session}
        self.send("Page.enable")

    def send(self, method, **params):
        """The result of a command of the DevTools protocol."""
        message = {"id": next(self._ids), "method": method, "params": params, **self._session}
        self._commands.write(json.dumps(message).encode() + b"\0")
        self._commands.flush()
        while (answer := self._read()).get("id") != message["id"]:
            self._events.append(answer.get("method"))
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def open(self, path):
        """Go to a file and wait until it is there."""
        self._events.clear()
        self.send("Page.navigate", url=path.as_uri())
        while "Page.loadEventFired" not in self._events:
            self._events.append(self._read().get("method"))

    def value(self, expression):
        """What a JavaScript expression comes to."""
        result = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def box(self, selector):
        """Where an element stands in the window: left, top, right, bottom."""
        return self.value(
            "(({left, top, right, bottom}) => [left, top, right, bottom])"
            f"(document.querySelector('{selector}').getBoundingClientRect())"
        )

    def click(self, selector):
        """Click in the middle of an element."""
        left, top, right, bottom = self.box(selector)
        at = {"x": (left + right) / 2, "y": (top + bottom) / 2, "button": "left", "clickCount": 1}
        self.send("Input.dispatchMouseEvent", type="mousePressed", **at)
        self.send("Input.dispatchMouseEvent", type="mouseReleased", **at)

    def press(self, key):
        """Press "Tab" or "Enter" and let it go."""
        code = {"Tab": 9, "Enter": 13}[key]
        named = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        text = {"text": "\r"} if key == "Enter" else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", **named, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **named)

    def _read(self):
        message = bytearray()
        while (byte := self._answers.read(1)) != b"\0":
            assert byte, "Chromium ended"
            message += byte
        return json.loads(message)


@contextmanager
def browsing():
    """A page of a browser of its own, which ends with the block."""
    read_command, write_command = os.pipe()
    read_answer, write_answer = os.pipe()
    ends = (read_command, write_answer)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile,
        os.fdopen(write_command, "wb") as commands,
        os.fdopen(read_answer, "rb") as answers,
    ):
        process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCHER, *map(str, ends), PROGRAM, *_OPTIONS,
             f"--user-data-dir={profile}"],
            pass_fds=ends, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for end in ends:
            os.close(end)
        # Should it hang, its end makes the reading of its answers fail.
        watch = Timer(120, process.kill)
        watch.start()
        try:
            yield Page(commands, answers)
        finally:
            process.terminate()
            process.wait()
            watch.cancel()
