"""The hands of a reader: one who points and clicks, and one who has nothing but a keyboard."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# More stops than any page of the site has on the way to one of its fields.
MOST_STOPS = 400


@dataclass
class Pointer:
    """Fills in forms and follows links by mouse or finger."""

    page: Page

    def write(self, name: str, value: str) -> None:
        self.page.locator(f"main form [name={name}]").fill(value)

    def choose(self, name: str, value: str) -> None:
        self.page.locator(f"main form [name={name}]").select_option(value)

    def tick(self, name: str, value: str) -> None:
        self.page.locator(f"main form [name={name}][value='{value}']").check()

    def press(self, selector: str) -> None:
        """Press a button or follow a link, and wait for the page that answers."""
        with self.page.expect_navigation():
            self._shown(selector).click()

    def _shown(self, selector: str) -> Locator:
        """Return the first one shown; on a narrow page the menu is opened for it."""
        shown = self.page.locator(selector).locator("visible=true")
        if not shown.count():
            self.page.locator("header .menu summary").click()
        return shown.first


@dataclass
class Keyboard:
    """Does the same by Tab, letters, arrows, Space and Enter alone."""

    page: Page

    def write(self, name: str, value: str) -> None:
        field = self._reach(f"main form [name={name}]")
        if field.get_attribute("type") == "date":
            year, month, day = value.split("-")
            # The parts of a date in the order of the browser's own language, which is English.
            self.page.keyboard.type(f"{month}{day}{year}")
        else:
            self.page.keyboard.insert_text(value)
        assert field.input_value() == value

    def choose(self, name: str, value: str) -> None:
        field = self._reach(f"main form [name={name}]")
        self.page.keyboard.press("Home")
        for _option in range(field.locator("option").count()):
            if field.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no way to {value} in {name}")

    def tick(self, name: str, value: str) -> None:
        self._reach(f"main form [name={name}][value='{value}']")
        self.page.keyboard.press("Space")

    def press(self, selector: str) -> None:
        self._reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _reach(self, selector: str) -> Locator:
        """Press Tab until the first element of `selector` has the focus, as the browser shows it."""
        wanted = self.page.locator(selector).locator("visible=true").first
        for _stop in range(MOST_STOPS):
            if wanted.evaluate("element => element === document.activeElement"):
                return wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {selector}")
