"""Plausible filler: a seed comes in, words and sentences go out, the same ones each time.

Knows nothing of Markdown, terms or citations: those come in as the subject of a sentence.
"""

from __future__ import annotations

from random import Random

CONSONANTS = "bdfgklmnprtvz"
VOWELS = "aeiou"
ENDINGS = "klmnrt"

ADJECTIVES = ("calm", "late", "small", "warm", "plain", "clear", "slow", "brief", "firm", "steady")
NOUNS = ("river", "garden", "signal", "window", "market", "kitchen", "bridge", "valley", "letter")
VERBS = ("follow", "change", "lift", "carry", "slow", "reach", "hold", "mark", "shape", "open")

STATEMENTS = (
    "In most years {subject} may {verb} the {noun} before noon.",
    "Later on, {subject} can {verb} a {adjective} {noun}, and this takes some time.",
    "Some people find that {subject} will {verb} the {noun} too much.",
    "It is not known why {subject} should {verb} one {noun} and not the next.",
    "When the {noun} is {adjective}, {subject} tends to {verb} it a little less.",
    "Two teams have asked how {subject} and the {noun} go together.",
    "For now {subject} is one {adjective} step on the way to the {noun}.",
    "Nobody has shown that {subject} must {verb} the {noun} each time.",
)

RESULTS = (
    "In one trial of {count} men, {subject} rose by {amount} mg over {weeks} weeks.",
    "A study of {count} men saw {subject} fall by {amount} % in {weeks} weeks.",
    "Among {count} men, {subject} took {weeks} weeks to {verb} the {adjective} {noun}.",
)


def coined(number: int) -> str:
    """A word that English does not have, another one for each number below 247,162: `coined(0)`."""
    # The factor shares no divisor with the number of words, so no word comes twice and neighbors differ.
    rest = (number * 100_003 + 54_321) % (13**3 * 5**3 * 6)
    word = ""
    for letters in (CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS, VOWELS, ENDINGS):
        rest, chosen = divmod(rest, len(letters))
        word += letters[chosen]
    return word


class Writer:
    """Writes sentences from one seed: `Writer(7).statement("the tide")`."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)

    def title(self) -> str:
        """A heading of two or three words, such as `Calm harbor`."""
        return f"{self._random.choice(ADJECTIVES).capitalize()} {self._random.choice(NOUNS)}"

    def statement(self, subject: str = "") -> str:
        """A sentence of plain words without figures; without a subject it finds one."""
        return self._filled(self._random.choice(STATEMENTS), subject)

    def result(self, subject: str = "") -> str:
        """A sentence with quantities, which the stricter tiers want sourced."""
        return self._filled(self._random.choice(RESULTS), subject)

    def amount(self) -> int:
        """A quantity for a table cell."""
        return self._random.randint(2, 60)

    def _filled(self, template: str, subject: str) -> str:
        choose = self._random.choice
        return template.format(
            subject=subject or f"the {choose(ADJECTIVES)} {choose(NOUNS)}",
            adjective=choose(ADJECTIVES),
            noun=choose(NOUNS),
            verb=choose(VERBS),
            count=self._random.randint(12, 140),
            amount=self.amount(),
            weeks=self._random.randint(4, 52),
        )
