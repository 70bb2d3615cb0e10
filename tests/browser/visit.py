"""A visit to the site in a real Chromium that notices what a reader would suffer from."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

from committee.config.settings import PROJECT_FOLDER

AXE = PROJECT_FOLDER / "node_modules" / "axe-core" / "axe.min.js"


@dataclass
class Visit:
    """One tab; `complaints` collects what the browser's console and network say against the pages."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    has_axe: bool = False

    def __post_init__(self) -> None:
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("request", self._note_foreign)
        self.page.on("response", self._note_broken)

    def open(self, path: str) -> int:
        """Go to a path of the site and return the status of the answer."""
        response = self.page.goto(f"{self.address}{path}")
        assert response is not None
        return response.status

    def sign_in(self, cookie_name: str, session_key: str) -> None:
        self.page.context.add_cookies([{"name": cookie_name, "value": session_key, "url": self.address}])

    def accessibility_findings(self) -> list[str]:
        """Return axe-core's findings on the page, each with the elements it is about.

        Evaluated over the debugging protocol, so the page's Content-Security-Policy stays as it is. The
        browser keeps axe-core for the pages to come, for sending it costs as much as a tenth of a page.
        """
        if not self.has_axe:
            self.page.add_init_script(path=AXE)
            self.page.evaluate(f"{AXE.read_text(encoding='utf-8')}; undefined")
            self.has_axe = True
        run = "axe.run(document, {resultTypes: ['violations']}).then(found => found.violations)"
        return [
            f"{self.page.url}: {violation['id']} at {json.dumps(node['target'])}: {violation['help']}"
            for violation in self.page.evaluate(run)
            for node in violation["nodes"]
        ]

    def links(self) -> list[str]:
        """Return the paths, queries left out, of all links of the page within the site."""
        addresses = self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        own = urlsplit(self.address).netloc
        return sorted({urlsplit(link).path for link in addresses if urlsplit(link).netloc == own})

    def picture(self, path: Path) -> None:
        self.page.screenshot(path=path, full_page=True)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _note_foreign(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"{self.page.url} asks another host: {request.url}")

    def _note_broken(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{self.page.url}: {response.status} for {response.url}")
