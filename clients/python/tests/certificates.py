"""Certificates for tests, valid for two days; needs openssl on the path."""

import shutil
import subprocess

import pytest


def make_certificates(folder, server_name):
    """Makes authority.pem, server.pem and server.key (for `server_name`), client.pem and client.key in the folder.

    locked.key is client.key under a password.
    """
    if shutil.which("openssl") is None:
        pytest.skip("no openssl on the path")

    def openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], cwd=folder, check=True, capture_output=True)

    def new_key(name):
        curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        return (*curve, "-keyout", f"{name}.key", "-subj", f"/CN={name}")

    openssl("req", "-x509", *new_key("authority"), "-days", 2, "-out", "authority.pem")
    (folder / "extensions").write_text(f"subjectAltName=DNS:{server_name}\n")
    for name in ("server", "client"):
        openssl("req", "-new", *new_key(name), "-out", f"{name}.csr")
        signer = ("-CA", "authority.pem", "-CAkey", "authority.key", "-CAcreateserial", "-days", 2)
        openssl("x509", "-req", "-in", f"{name}.csr", "-out", f"{name}.pem", "-extfile", "extensions", *signer)
    openssl("pkcs8", "-topk8", "-in", "client.key", "-out", "locked.key", "-passout", "pass:of the tests")
