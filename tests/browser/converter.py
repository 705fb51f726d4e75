"""The ratio converter as a reader meets it; tests know it by these words only."""

from __future__ import annotations

from playwright.sync_api import Locator

from apparatus.pages.conversions import HORMONES
from tests.browser.pages import Reader

FORM = "form.converter"
FIGURE = f"figure:has({FORM})"
TESTOSTERONE, ESTRADIOL = (hormone.name for hormone in HORMONES)


class Converter:
    """The form on the page that a reader has open."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.form = reader, reader.page.locator(FORM)

    def field(self, hormone: str) -> Locator:
        """Where the number of a hormone is typed."""
        return self.form.locator(f"input[name={hormone}]")

    def unit(self, hormone: str) -> Locator:
        """Where the unit of a hormone is chosen."""
        return self.form.locator(f"select[name={hormone}-unit]")

    def fill(self, hormone: str, number: str, unit: str) -> None:
        """Types a number and chooses its unit."""
        self.field(hormone).fill(number)
        self.unit(hormone).select_option(label=unit)

    def convert(self) -> None:
        """Presses Enter in the last field."""
        self.field(ESTRADIOL).press("Enter")

    @property
    def result(self) -> str:
        """The words of the result; empty where there is none."""
        return self.form.locator("output").inner_text().replace("\u00a0", " ")

    @property
    def doubt(self) -> str:
        """What the result asks back."""
        return self.form.locator("output strong").inner_text()

    def numbers(self, of: str) -> dict[str, str]:
        """The numbers of the result for a hormone or `ratio`, by unit."""
        found = self.form.locator(f"[data-of={of}] data").evaluate_all(NUMBERS)
        return {unit.strip(" .,\u00a0\n"): number for number, unit in found}

    def fault(self, hormone: str) -> str:
        """What is said of a field, as assistive tools tell it with the field."""
        description = self.field(hormone).get_attribute("aria-describedby")
        return self.reader.page.locator(f"[id={description}]").inner_text()


NUMBERS = "found => found.map(number => [number.textContent, number.nextSibling.textContent])"
