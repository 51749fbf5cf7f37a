"""A screen reader for tests: another process, which knows of the program only what AT-SPI tells.

Runs in the system's own Python, the only one that has ``gi``. It reads one JSON request a line and answers each with
one JSON line. Nothing of KneeGuide is imported here.
"""

import json
import sys
import time
import warnings
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
warnings.simplefilter("ignore")  # the names that are marked as old are the only ones that every release has
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
STATES = {
    "focusable": Atspi.StateType.FOCUSABLE,
    "focused": Atspi.StateType.FOCUSED,
    "checked": Atspi.StateType.CHECKED,
    "enabled": Atspi.StateType.ENABLED,
}


class Reader:
    """What was heard, where the focus is, and what can be done with it."""

    def __init__(self) -> None:
        Atspi.set_timeout(10_000, 30_000)  # milliseconds: whatever does not answer sooner is given up for good
        self._heard: list[dict[str, Any]] = []
        self._focus: Any = None
        self._listeners = [Atspi.EventListener.new(self._hear), Atspi.EventListener.new(self._follow)]
        self._listeners[0].register("object:announcement")
        self._listeners[0].register("object:property-change:accessible-name")
        self._listeners[0].register("object:property-change:accessible-description")
        self._listeners[0].register("object:property-change:accessible-value")
        self._listeners[1].register("object:state-changed:focused")
        self._program: Any = None

    def find(self, name: str) -> None:
        """Take up the program of this name, as soon as it has a window."""
        self._program = self._wait(lambda: self._application(name))

    def heard(self) -> list[dict[str, Any]]:
        """All that was announced, and each change of what can be read, since the start."""
        return self._heard

    def controls(self) -> list[dict[str, Any]]:
        """All that is on the screen and has a name or can have the focus, in the order of the tree."""

        def look() -> list[dict[str, Any]]:
            return [told for told in map(self._told, self._showing()) if told["name"] or told["focusable"]]

        return list(self._wait(look))

    def names(self) -> list[str]:
        """What can be read and pressed, as far as it can be told."""
        try:
            return [told["name"] for told in self.controls()]
        except TimeoutError:
            return []

    def press(self, name: str, nth: int = 0) -> str:
        """Press a control as soon as it is there. Returns its role."""
        node = self._wait(lambda: self._named(name, nth))
        actions = node.get_action_iface()
        names = [actions.get_action_name(number) for number in range(actions.get_n_actions())]
        actions.do_action(names.index("Press"))
        return str(node.get_role_name())

    def focus_on(self, name: str) -> None:
        self._wait(lambda: self._named(name, 0)).get_component_iface().grab_focus()

    def wait_for(self, names: list[str]) -> str:
        """The first of these names that is on the screen and can be pressed, if it is a control at all."""
        return str(self._wait(lambda: next((name for name in names if self._named(name, 0)), None)))

    def wait_to_hear(self, part: str) -> str:
        """An announcement that holds this, already heard or yet to come."""

        def look() -> str | None:
            said = [each["text"] for each in self._heard if each["kind"] == "announcement"]
            return next((text for text in reversed(said) if part in text), None)

        return str(self._wait(look))

    def focused(self) -> str:
        """The name of what has the focus."""
        return str(self._focus.get_name()) if self._focus is not None else ""

    def focused_after(self, before: str) -> str:
        """The name of what has the focus, once it has left what it was on, or after a moment all the same."""
        until = time.monotonic() + 1.0
        while self.focused() == before and time.monotonic() < until:
            self._pump(0.02)
        return self.focused()

    def _named(self, name: str, nth: int) -> Any:
        found = [node for node in self._showing() if node.get_name() == name and self._can_be_used(node)]
        return found[nth] if len(found) > nth else None

    def _can_be_used(self, node: Any) -> bool:
        return node.get_action_iface() is None or node.get_state_set().contains(Atspi.StateType.ENABLED)

    def _showing(self) -> Iterator[Any]:
        def walk(node: Any) -> Iterator[Any]:
            yield node
            for number in range(node.get_child_count()):
                child = node.get_child_at_index(number)
                if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
                    yield from walk(child)

        yield from walk(self._program)

    def _told(self, node: Any) -> dict[str, Any]:
        states = node.get_state_set()
        return {
            "role": node.get_role_name(),
            "name": node.get_name(),
            "description": node.get_description(),
            **{word: states.contains(state) for word, state in STATES.items()},
        }

    def _application(self, name: str) -> Any:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_name() == name and child.get_child_count():
                return child
        return None

    def _hear(self, event: Any) -> None:
        kind = event.type.removeprefix("object:").removeprefix("property-change:")
        text = str(event.any_data)
        self._heard.append({"kind": kind, "text": text, "at": time.monotonic(), "urgent": event.detail1 == 2})

    def _follow(self, event: Any) -> None:
        if event.detail1:
            self._focus = event.source

    def _wait(self, look: Any) -> Any:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                found = look()
            except (GLib.Error, AttributeError):  # what was looked at went away meanwhile
                found = None
            if found is not None:
                return found
            if time.monotonic() > until:
                raise TimeoutError("not there in time")
            self._pump(0.1)

    def _pump(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not GLib.MainContext.default().iteration(False):
                time.sleep(0.01)


def main() -> None:
    """Answer each request; what goes wrong is an answer too."""
    reader = Reader()
    print(json.dumps({"answer": "ready"}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        reader._pump(0.02)
        try:
            answer = {"answer": getattr(reader, request["do"])(*request["with"])}
        except Exception as error:  # noqa: BLE001 - the test that asks must hear of it
            answer = {"error": f"{type(error).__name__}: {error}", "there": reader.names()}
        print(json.dumps(answer), flush=True)


main()
