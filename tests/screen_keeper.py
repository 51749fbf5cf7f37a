"""A desktop that can be asked to keep the screen on, on a bus of its own, and that notes who asks and who goes."""

import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from app_machine import PATIENCE
from jeepney import HeaderFields, Message, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

DESKTOPS = {"org.freedesktop.ScreenSaver": "UnInhibit", "org.gnome.SessionManager": "Uninhibit"}
"""Whom a program asks on the desktops there are, and how each of them is told to let go."""

_BUS = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A bus that starts no program of the computer it runs on."""


class ScreenKeeper:
    """Answers by one of the names of ``DESKTOPS``.

    ``notes``: "held", "let go", and "gone" where a program went without letting go. ``file`` says "on" as long as
    anybody holds the screen, else "free".
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.notes: list[str] = []
        self.file = folder / "screen"
        self.file.write_text("free")
        self._let_go = DESKTOPS[name]
        self._holders: dict[int, str] = {}
        self._changed = threading.Condition()
        config = folder / "bus.conf"
        config.write_text(_BUS.format(folder=folder))
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
            env={"PATH": os.defpath},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        self._connection: DBusConnection = open_dbus_connection(self.address)
        for asked in (message_bus.RequestName(name), message_bus.AddMatch("member='NameOwnerChanged'")):
            self._connection.send_and_get_reply(asked)
        self._thread = threading.Thread(target=self._serve, name="screen-keeper", daemon=True)
        self._thread.start()

    def wait_until(self, seen: Callable[[], object]) -> None:
        """Wait for what shall become of the notes."""
        with self._changed:
            assert self._changed.wait_for(seen, PATIENCE), self.notes

    def close(self) -> None:
        """End the bus, and all who are still connected with it."""
        self._bus.terminate()
        self._bus.communicate()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        self._connection.close()

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except (EOFError, OSError):
                return
            if message.header.message_type is MessageType.method_call:
                self._connection.send(self._answer(message))
            elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged":
                name, _, owner = message.body
                if not owner:
                    self._forget(name)

    def _answer(self, call: Message) -> Message:
        member = call.header.fields[HeaderFields.member]
        if member == "Inhibit":
            cookie = len(self.notes) + 1
            self._holders[cookie] = call.header.fields[HeaderFields.sender]
            self._note("held")
            return new_method_return(call, "u", (cookie,))
        if member == self._let_go and self._holders.pop(call.body[0], None) is not None:
            self._note("let go")
            return new_method_return(call)
        return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")

    def _forget(self, peer: str) -> None:
        for cookie in [cookie for cookie, holder in self._holders.items() if holder == peer]:
            del self._holders[cookie]
            self._note("gone")

    def _note(self, what: str) -> None:
        with self._changed:
            self.notes.append(what)
            self.file.write_text("on" if self._holders else "free")
            self._changed.notify_all()
