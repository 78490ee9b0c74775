"""A real verifier for the tests, started from this repository."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from touchstone_verifier import VerifierClient

REPOSITORY = Path(__file__).resolve().parents[3]
PROGRAM = REPOSITORY / "packages" / "verifier" / "bin" / "touchstone-verifier.js"
BUILT = REPOSITORY / "packages" / "verifier" / "dist" / "cli.js"


@contextmanager
def running_verifier(*flags: str, port: int = 0) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Address and process of a verifier that ends with the block, and with this process."""
    if shutil.which("node") is None or not BUILT.exists():
        pytest.skip("no built verifier: install Node.js, then npm ci && npm run build in the repository")
    command = ["node", str(PROGRAM), "serve", "--port", str(port), "--log-level", "error", "--exit-with-parent", *flags]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())["address"], process
        finally:
            process.kill()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with running_verifier() as (address, _):
        yield address


@pytest.fixture
def client(address: str) -> Iterator[VerifierClient]:
    with VerifierClient(address) as client:
        yield client
