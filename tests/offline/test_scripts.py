"""Modules become one classic script that means the same, or an error that names the place."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from oer_build import theme
from oer_build.offline.masking import masked
from oer_build.offline.scripts import BROWSER, OfflineError, bundle, rewritten

ASSETS = Path(theme.__file__).parent
SCRIPTS = {path.relative_to(ASSETS).as_posix(): path.read_text("utf-8") for path in ASSETS.rglob("*.js")}
TEMPLATES = "".join(path.read_text("utf-8") for path in ASSETS.rglob("*.html"))
CLASSIC = {
    name for name in SCRIPTS if re.search(rf"<script src=\"\{{\{{ '{re.escape(name)}' \| url", TEMPLATES)
}
MODULES = sorted(SCRIPTS.keys() - CLASSIC)


def node(*arguments: str | Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    program = shutil.which("node")
    if not program:
        pytest.fail("node is needed: install Node.js 20 or newer", False)
    return subprocess.run(
        [program, *map(str, arguments)], input=text, capture_output=True, text=True, check=False, timeout=60
    )


def run(sources: dict[str, str], tmp_path: Path) -> str:
    """What the modules print when `a.js` is the entry, run as the offline copy runs them."""
    page = (
        "globalThis.document = {"
        "currentScript: {src: 'file:///x/offline/scripts.js', dataset: {modules: 'a.js'}},"
        " addEventListener() {}, baseURI: 'file:///x/index.html'};\n"
    )
    file = tmp_path / "run.cjs"
    file.write_text(page + bundle(["a.js"], sources), encoding="utf-8")
    done = node(file)
    assert not done.returncode, done.stderr
    return done.stdout


def test_every_script_of_the_theme_is_bundled_and_is_javascript(tmp_path: Path) -> None:
    assert "assets/oer/early.js" in CLASSIC
    assert "assets/oer/oer.js" in MODULES
    text = bundle(MODULES, SCRIPTS, ["glossary.json"])
    for name in MODULES:
        assert f'"{name}": (oerExports' in text
    (tmp_path / "scripts.js").write_text(text, encoding="utf-8")
    done = node("--check", tmp_path / "scripts.js")
    assert not done.returncode, done.stderr


@pytest.mark.parametrize("name", MODULES)
def test_a_module_alone_is_javascript_once_rewritten(name: str, tmp_path: Path) -> None:
    body = rewritten(name, SCRIPTS[name]).body
    file = tmp_path / "module.js"
    file.write_text(
        f'"use strict";\n((oerExports, oerNeed, oerImport, oerUrl) => {{\n{body}\n}});\n', "utf-8"
    )
    done = node("--check", file)
    assert not done.returncode, done.stderr


def test_what_a_page_begins_with_brings_everything_it_may_import() -> None:
    text = bundle(["assets/oer/oer.js"], SCRIPTS)
    named = re.findall(r'import\("\./([\w-]+\.js)"\)', SCRIPTS["assets/oer/oer.js"])
    assert len(named) > 5
    for name in named:
        assert f'"assets/oer/{name}": (oerExports' in text


def test_every_form_means_what_it_meant(tmp_path: Path) -> None:
    sources = {
        "a.js": 'import { one, two as deux } from "./lib/b.js";\nimport * as all from "./lib/b.js";\n'
        'import whole from "./lib/c.js";\nimport "./lib/d.js";\n'
        "console.log(one(), deux, all.Three.name, whole, import.meta.url);\n"
        'import("./lib/e.js").then(({ late }) => console.log(late));\n'
        'import("./lib/none.js".replace("none", "gone")).catch((fault) => console.log(fault.message));\n',
        "lib/b.js": "export function one() { return 1; }\nexport const two = \"import { x } from 'y'\";\n"
        "export class Three {}\n",
        "lib/c.js": "const inner = /export [`'\"]/.source;\nexport { inner as default, inner };\n",
        "lib/d.js": 'console.log("effect"); // import "./nothing.js"\n',
        "lib/e.js": 'export { two as late } from "./b.js";\nexport async function more() { await 0; }\n',
    }
    lines = run(sources, tmp_path).splitlines()
    assert lines[:2] == ["effect", "1 import { x } from 'y' Three export [`'\"] file:///x/a.js"]
    # These two wait for nothing of one another.
    assert sorted(lines[2:]) == ["import { x } from 'y'", "not in the offline copy: lib/gone.js"]


def test_a_module_runs_once(tmp_path: Path) -> None:
    sources = {
        "a.js": 'import "./b.js";\nimport "./c.js";\n',
        "b.js": 'import "./c.js";\n',
        "c.js": 'console.log("once");\n',
    }
    assert run(sources, tmp_path) == "once\n"


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"a.js": "\nexport default 1;\n"}, "a.js:2: a form of import or export"),
        ({"a.js": "export let a = 1;\n"}, "a.js:1: a form of import or export"),
        ({"a.js": 'export * from "./b.js";\n', "b.js": ""}, "a.js:1: a form"),
        ({"a.js": "const x = await f();\n"}, "a.js:1: the offline copy cannot wait"),
        ({"a.js": 'import { x } from "lodash";\n'}, "'lodash' is no relative address"),
        ({"a.js": 'import "./b.js";\n'}, "b.js: a page or a module asks for this script"),
        ({"a.js": 'import { x } from "./b.js";\n', "b.js": ""}, "a.js: b.js does not export x"),
        ({"a.js": 'import "./b.js";\n', "b.js": 'import "./a.js";\n'}, "in a circle"),
    ],
)
def test_what_it_does_not_know_is_an_error(sources: dict[str, str], message: str) -> None:
    with pytest.raises(OfflineError, match=re.escape(message)):
        bundle(["a.js"], sources)


@pytest.mark.parametrize(
    "code",
    [
        "// import x",
        "/* import\nx */",
        '"import \\" x"',
        "'import'",
        "`import ${a} export`",
        "x = /import['`\"]/g",
        "`${`import ${{a: 1}.a}`} import`",
        'return /[/"]import/.test(x)',
    ],
)
def test_what_is_no_code_is_blank_and_nothing_moves(code: str) -> None:
    blank = masked(f"{code}\nexport const a = b / c / d;")
    assert "import" not in blank
    assert blank.endswith("export const a = b / c / d;")
    assert len(blank) == len(code) + len("\nexport const a = b / c / d;")


def test_the_search_of_the_copy(tmp_path: Path) -> None:
    done = node("--test", Path(__file__).parent / "search.test.mjs")
    assert not done.returncode, done.stdout
    done = node("--check", BROWSER / "start.js")
    assert not done.returncode, done.stderr
