"""LaTeX and HTML of exported records as the letters they stand for."""

from __future__ import annotations

import pytest

from apparatus.commands.latex import to_unicode


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param(r"G{\"u}l", "Gül", id="an accent in braces"),
        pytest.param(r"G\"{u}l", "Gül", id="its letter in braces"),
        pytest.param(r"G{\"{u}}l", "Gül", id="both in braces"),
        pytest.param(r"G\"ul", "Gül", id="no braces"),
        pytest.param(r"Ba{\c{s}}ar", "Başar", id="a cedilla"),
        pytest.param(r"Ba\c sar", "Başar", id="a cedilla after a space"),
        pytest.param(r"Tu{\u g}lu", "Tuğlu", id="a breve"),
        pytest.param(r"St{\'a}rka, Du{\v{s}}kov{\'a}", "Stárka, Dušková", id="two kinds"),
        pytest.param(r"{\'{\i}}", "í", id="a dotless letter"),
        pytest.param(r"Mart\'inez", "Martínez", id="an accent on i"),
        pytest.param(r"J{\o}rgensen, Kj{\o}ller", "Jørgensen, Kjøller", id="letters of their own"),
        pytest.param(r"Stra{\ss}e", "Straße", id="a sharp s"),
        pytest.param(r"\AA sa", "Åsa", id="a letter and a space"),
        pytest.param(
            r"Endocrinology \& Metabolism, 5\%", "Endocrinology & Metabolism, 5%", id="escaped signs"
        ),
        pytest.param(r"$\geq$25 kg/m$^{2}$", "≥25 kg/m2", id="formulas"),
        pytest.param(r"5$\alpha$-reductase, 17{$\beta$}", "5α-reductase, 17β", id="Greek"),
        pytest.param(r"\emph{in vivo} and {\em in vitro}", "in vivo and in vitro", id="slanted"),
        pytest.param(r"T\textsubscript{max}", "Tmax", id="lowered"),
        pytest.param(r"``Quoted'' -- and---so~on", "“Quoted” – and—so on", id="signs"),
        pytest.param("<i>in vivo</i>, H<sub>2</sub>O", "in vivo, H2O", id="HTML"),
        pytest.param(
            "Cell &amp;amp; Biology, 5&#945;", "Cell & Biology, 5α", id="entities, one escaped twice"
        ),
        pytest.param("p < 0.05 and n > 5", "p < 0.05 and n > 5", id="signs that are no tag"),
        pytest.param("{TESE} in {The Lancet}", "{TESE} in {The Lancet}", id="braces stay"),
        pytest.param("Gu\u0308l", "Gül", id="an accent of its own"),
        pytest.param(r"\foo{x} and \bar", r"\foo{x} and \bar", id="an unknown command stays"),
        pytest.param("a\n  b\tc", "a b c", id="white space"),
    ],
)
def test_letters_come_out_as_they_are_meant(typed: str, meant: str) -> None:
    assert to_unicode(typed) == meant
