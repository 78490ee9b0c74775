"""Writes the Python stubs of the contract into src/touchstone_verifier/_generated.

Usage: python scripts/generate_stubs.py [--check]      # --check: write nothing, fail where they are stale

Needs grpcio-tools 1.62.3, in an environment of its own: its stubs run on every protobuf from 4.25 on, while those of
later versions refuse older runtimes.
"""

import sys
import tempfile
from pathlib import Path

from grpc_tools import protoc

CLIENT = Path(__file__).resolve().parent.parent
PROTO_FOLDER = CLIENT.parent.parent / "packages" / "proto" / "proto"
PROTO_FILE = "touchstone/verifier/v1/verifier.proto"
STUBS = CLIENT / "src" / "touchstone_verifier" / "_generated"
NAMES = ("verifier_pb2.py", "verifier_pb2.pyi", "verifier_pb2_grpc.py")


def generate(out: Path) -> None:
    """Writes the three stub files into `out`.

    protoc places them by the path of the .proto, in a top-level package `touchstone`; here they are a private part of
    the client, so the one import between them is made relative.
    """
    with tempfile.TemporaryDirectory() as folder:
        outputs = [f"--{kind}_out={folder}" for kind in ("python", "pyi", "grpc_python")]
        status = protoc.main(["protoc", f"-I{PROTO_FOLDER}", *outputs, PROTO_FILE])
        if status != 0:
            raise SystemExit(f"protoc failed with status {status}")
        made = Path(folder) / "touchstone" / "verifier" / "v1"
        out.mkdir(parents=True, exist_ok=True)
        for name in NAMES:
            text = (made / name).read_text(encoding="utf-8")
            (out / name).write_text(
                text.replace("from touchstone.verifier.v1 import", "from . import"), encoding="utf-8"
            )


def stale(out: Path) -> list[str]:
    """Names of the committed stubs that differ from those in `out`."""
    return [name for name in NAMES if (out / name).read_bytes() != (STUBS / name).read_bytes()]


if __name__ == "__main__":
    if sys.argv[1:] != ["--check"]:
        generate(STUBS)
    else:
        with tempfile.TemporaryDirectory() as folder:
            generate(Path(folder))
            if names := stale(Path(folder)):
                raise SystemExit(f"{', '.join(names)}: not those of the contract. Run python {Path(__file__).name}")
