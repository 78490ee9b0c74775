"""The manifests are what their schemas ask for, and name flags that the server has."""

import subprocess

import pytest
from conftest import BUILT, PROGRAM, REPOSITORY

yaml = pytest.importorskip("yaml")
DEPLOY = REPOSITORY / "deploy"
MANIFESTS = sorted(path for path in (DEPLOY / "kubernetes").glob("*.yaml") if path.name != "kustomization.yaml")


def documents(path):
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


def verifier_arguments():
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    (deployment,) = documents(DEPLOY / "kubernetes" / "deployment.yaml")
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    return [compose["services"]["verifier"]["command"], container["args"]]


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_kubernetes_accepts(path):
    validator = pytest.importorskip("kubernetes_validate", reason="pip install kubernetes-validate")
    for document in documents(path):
        validator.validate(document, validator.latest_version(), strict=True)


def test_kustomization_names_every_manifest():
    resources = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text(encoding="utf-8"))["resources"]
    assert sorted(resources) == [path.name for path in MANIFESTS]


@pytest.mark.parametrize("arguments", verifier_arguments(), ids=["compose", "kubernetes"])
def test_flags_exist(arguments):
    if not BUILT.exists():
        pytest.skip("no built verifier: npm ci && npm run build")
    command = ["node", str(PROGRAM), "serve", "--help"]
    help_text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for flag in (argument.split("=")[0] for argument in arguments if argument.startswith("--")):
        assert f"{flag} " in help_text, flag
