"""Holds the code to its form, its types and its licences: what CI runs after the tests.

.venv/bin/python packaging/check.py        exit status 1 if anything fails
"""

import json
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

ALLOWED = {
    "MIT",
    "MIT License",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD License",
    "Apache-2.0",
    "Apache Software License",
    "PSF-2.0",
    "Python Software Foundation License",
}
"""Licences under which a part may be passed on with KneeGuide, as pip-licenses names them."""

ALLOWED_FOR_A_REASON = {
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "Qt: taken under the LGPL, and replaceable by the user",
}


def main() -> int:
    """Run every check, say how each went, and return the exit status."""
    python = sys.executable
    outcomes = [
        passes("format", [python, "-m", "ruff", "format", "--check", "."]),
        passes("lint", [python, "-m", "ruff", "check", "."]),
        passes("types", [python, "-m", "mypy", "--strict", "kneeguide"]),
        passes_licences(),
    ]
    return 0 if all(outcomes) else 1


def passes(what: str, command: list[str]) -> bool:
    """Run a tool on the checkout; show what it says only where it fails."""
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    report(what, "" if ran.returncode == 0 else ran.stdout + ran.stderr)
    return ran.returncode == 0


def report(what: str, problems: str) -> None:
    """One clear line for each check, and its problems below."""
    print(f"{'FAIL' if problems else 'pass'}  {what}", flush=True)
    if problems:
        print(problems.rstrip(), flush=True)


def passes_licences() -> bool:
    """Whether all that KneeGuide brings along may be passed on with it."""
    names = sorted(brought_along_by("kneeguide"))
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--packages", *names]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    if listed.returncode:
        report("licences", listed.stdout + listed.stderr)
        return False
    problems = licence_problems({entry["Name"]: entry["License"] for entry in json.loads(listed.stdout)}, names)
    report(f"licences of {len(names)} packages", "\n".join(problems))
    return not problems


def licence_problems(licences: dict[str, str], names: list[str]) -> list[str]:
    """Which of the packages are not listed, or are under a licence that nobody has agreed to."""
    listed = {canonicalize_name(name): licence for name, licence in licences.items()}
    allowed = ALLOWED | ALLOWED_FOR_A_REASON.keys()
    return [
        f"  {name}: {listed.get(canonicalize_name(name), 'no licence found')}"
        for name in names
        if listed.get(canonicalize_name(name)) not in allowed
    ]


def brought_along_by(package: str) -> set[str]:
    """The packages that installing one brings along on this system, with theirs, without extras."""
    found: set[str] = set()
    waiting = [package]
    while waiting:
        for line in requires(waiting.pop()) or []:
            requirement = Requirement(line)
            if requirement.name not in found and (
                requirement.marker is None or requirement.marker.evaluate({"extra": ""})
            ):
                found.add(requirement.name)
                waiting.append(requirement.name)
    return found


if __name__ == "__main__":
    sys.exit(main())
