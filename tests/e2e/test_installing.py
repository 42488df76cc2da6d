import json
import zipfile
from pathlib import Path

from tests.e2e.conftest import ROOT, Env, run


def test_the_wheel_holds_every_style_the_marker_of_types_and_the_content(wheel: Path) -> None:
    package, content = ROOT / "src" / "starprep", ROOT / "content"
    styles = {f"starprep/{path.relative_to(package)}" for path in package.rglob("*.tcss")}
    texts = {f"starprep/content/{path.relative_to(content)}" for path in content.rglob("*.toml")}
    names = zipfile.ZipFile(wheel).namelist()
    assert styles
    assert texts
    assert set(names) >= styles | texts | {"starprep/py.typed", "starprep/__main__.py"}


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    name, version, *_ = wheel.name.split("-")
    tops = {each.split("/")[0] for each in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"starprep", f"{name}-{version}.dist-info"}


def test_a_wheel_finds_its_content_from_anywhere(installed: Path, env: Env, tmp_path: Path) -> None:
    (package,) = installed.parent.glob("lib/python*/site-packages/starprep")
    assert_is_imported_from(package, installed / "python", env, tmp_path)
    assert_lists([installed / "starprep"], package / "content", env, tmp_path)


def test_an_editable_install_finds_its_content_from_anywhere(
    editable: Path, checkout: Path, env: Env, tmp_path: Path
) -> None:
    python = editable / "python"
    assert_is_imported_from(checkout / "src" / "starprep", python, env, tmp_path)
    assert_lists([python, "-m", "starprep"], checkout / "content", env, tmp_path)


def test_a_checkout_that_is_not_installed_finds_its_content_from_anywhere(
    installed: Path, checkout: Path, env: Env, tmp_path: Path
) -> None:
    python = installed / "python"
    env["PYTHONPATH"] = str(checkout / "src")
    assert_is_imported_from(checkout / "src" / "starprep", python, env, tmp_path)
    assert_lists([python, "-m", "starprep"], checkout / "content", env, tmp_path)


def assert_is_imported_from(package: Path, python: Path, env: Env, cwd: Path) -> None:
    found = run([python, "-c", "import starprep; print(starprep.__file__)"], env, cwd)
    assert found.strip() == str(package / "__init__.py")


def assert_lists(command: list[str | Path], content: Path, env: Env, cwd: Path) -> None:
    shelf = json.loads(run([*command, "list", "--json"], env, cwd))
    listed = {each["path"] for each in (*shelf["walkthroughs"], *shelf["principles"])}
    assert listed == {str(path) for path in content.rglob("*.toml")}
    assert shelf["walkthroughs"]
    assert shelf["problems"] == []
