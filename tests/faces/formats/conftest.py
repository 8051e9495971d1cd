"""The pages that the formats are shown with: what is planned and past, exact and vague, and words that attack a reader."""

from __future__ import annotations

import pytest

import malirights as mr

TEXT = """\
May 9, 2016

Court to open the bakers’ trial

The trial of Ada Moru will open in Velmora in June 2017. “It rained for nine days,” said Ada Moru, a lawyer.

Six bakers were arrested by soldiers in Orvel between 3 and 5 May 2012. Three shepherds were allegedly killed in Ostrel.

May 4, 2016

Elections were held in Bamako in March 2012.
"""
HOSTILE = """\
May 4, 2016

<script>window.stolen = 1</script> "News" & more \u202eseman

Soldiers arrested <img src=x onerror="window.stolen=1"> six bakers\x07, of \u202eOrvel, in March 2012; they said \\n, no.
"""


@pytest.fixture(scope="session")
def page() -> mr.Page:
    """Give a page of two statements: events of a day, of months, of an interval, and of no stated time."""
    return mr.parse(TEXT, publisher="Zanara Rights Watch", url="https://zanara.example/news?a=1&b=2")


@pytest.fixture(scope="session")
def hostile() -> mr.Page:
    """Give a page whose words, publisher and address attack whoever shows them."""
    return mr.parse(HOSTILE, publisher="<b onclick=window.stolen=1>\x00Guild\u202e", url="javascript:window.stolen=1")
