"""The page of findings in a real browser: from a finding to its place and back."""

from itertools import pairwise
from pathlib import Path

import pytest
from chromium import PROGRAM, browsing
from colours import colour, contrast
from reported import checked, finding, place, written

from factcheck import Bar, Range

pytestmark = pytest.mark.skipif(
    not PROGRAM, reason="no Chromium on the path; Debian's package is called chromium"
)

# Long enough that the second finding stands far below the window.
STORY = (
    "# Harbour loses 12 boats\n\nPolice said 14 boats sank in Skellaby on Tuesday.\n\n"
    + "It rained, and the wind rose.\n\n" * 40
    + "On the quay 20 people watched it.\n"
)
FOUND = [
    finding(
        STORY, place(STORY, "12 boats", "headline"), place(STORY, "14 boats", "story"),
        message="The headline has 12 boats, the story 14", working=("14 − 12 = 2",),
        bars=(Bar(Range.point(12), "headline"), Bar(Range(14, None), "story")),
        consistent_if=("the headline says 14",),
    ),
    finding(STORY, "20 people", message="Nobody else saw these 20 people",
            severity="warning"),
]  # fmt: skip
BACK = "document.activeElement.closest('article')?.id"


@pytest.fixture(scope="module")
def browser():
    with browsing() as page:
        yield page


@pytest.fixture
def show(browser, tmp_path):
    """Opens the page of the story in a window of this width."""

    def open_page(width=1300, scheme="light", media=""):
        browser.send("Emulation.setDeviceMetricsOverride", width=width, height=700,
                     deviceScaleFactor=1, mobile=False)  # fmt: skip
        wanted = {"name": "prefers-color-scheme", "value": scheme}
        browser.send("Emulation.setEmulatedMedia", media=media, features=[wanted])
        file = Path(tmp_path, "findings.html")
        file.write_text(written("html", checked(STORY, *FOUND)), encoding="utf-8")
        browser.open(file)
        return browser

    return open_page


def is_seen(page, selector):
    _, top, _, bottom = page.box(selector)
    return 0 <= top < bottom <= 700


def words_behind(page, selector):
    """The text that follows an element, as far as that of the next two."""
    return page.value(
        f"(() => {{ const one = document.querySelector('{selector}').nextElementSibling;"
        " return one.textContent + one.nextSibling.textContent })()"
    )


def test_a_click_on_a_finding_goes_to_its_place_and_back(show):
    page = show()
    assert not is_seen(page, "#s1-f2-p1")
    page.click(".overview li:nth-child(2) a")
    assert page.value(BACK) == "s1-f2"
    assert is_seen(page, "#s1-f2")
    page.value("scrollBy(0, -300)")
    page.click("#s1-f2 h4 a")
    assert page.value("document.activeElement.id") == "s1-f2-p1"
    assert is_seen(page, "#s1-f2-p1")
    assert words_behind(page, "#s1-f2-p1") == "20 people"
    page.click("#s1-f2-p1")
    assert page.value(BACK) == "s1-f2"
    assert is_seen(page, "#s1-f2")


def test_the_keyboard_goes_from_a_finding_to_its_second_place_and_back(show):
    page = show()
    page.value("document.querySelector('#s1-f1 .places li:nth-child(2) a').focus()")
    page.press("Enter")
    assert page.value("document.activeElement.id") == "s1-f1-p2"
    assert words_behind(page, "#s1-f1-p2") == "14 boats"
    page.press("Enter")
    assert page.value(BACK) == "s1-f1"
    page.press("Tab")
    assert page.value("document.activeElement.textContent") == (
        "1 error The headline has 12 boats, the story 14"
    )


def test_the_place_gone_to_is_seen_among_the_others(show):
    page = show()
    page.click("#s1-f1 h4 a")
    outline = "getComputedStyle(document.querySelector('{}')).outlineStyle"
    assert page.value(outline.format("#s1-f1-p1 + *")) == "solid"
    assert page.value(outline.format("#s1-f1-p2 + *")) == "none"


def test_on_a_wide_window_a_finding_stands_beside_its_paragraph(show):
    page = show()
    _, top, right, _ = page.box(".beside > h3")
    left, note_top, *_ = page.box("#s1-f1")
    assert left > right
    assert abs(note_top - top) < 4


@pytest.mark.parametrize(("width", "media"), [(400, ""), (900, ""), (700, "print")])
def test_on_a_narrow_window_and_in_print_a_finding_stands_below_its_paragraph(show, width, media):
    page = show(width=width, media=media)
    *_, bottom = page.box(".beside > h3")
    left, note_top, *_ = page.box("#s1-f1")
    assert note_top >= bottom
    assert left == pytest.approx(page.box(".beside > h3")[0])
    assert note_top < page.box(".beside > p")[1]
    assert page.value("document.documentElement.scrollWidth <= innerWidth")


def test_the_paragraphs_of_a_story_are_not_parted_by_what_stands_beside_them(show):
    page = show()
    tops = page.value("[...document.querySelectorAll('.beside > p')].slice(10, 30)"
                      ".map((one) => one.getBoundingClientRect().top)")  # fmt: skip
    steps = {round(later - earlier) for earlier, later in pairwise(tops)}
    assert len(steps) <= 2
    assert max(steps) < 80


def test_a_number_line_is_drawn_to_scale(show):
    page = show()
    left, _, right, _ = page.box("#s1-f1 .bars svg")
    dot, *_ = page.box("#s1-f1 .dot")
    bar, _, end, _ = page.box("#s1-f1 .bar")
    assert left <= dot < bar < end <= right
    assert end - bar > 15


def test_a_screen_reader_hears_each_finding_with_its_severity(show):
    page = show()
    page.send("Accessibility.enable")
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in page.send("Accessibility.getFullAXTree")["nodes"]
        if not node["ignored"]
    ]
    roles = [role for role, _ in heard]
    assert roles.count("main") == roles.count("banner") == 1
    assert [name for role, name in heard if role == "article"] == [
        "1 error: The headline has 12 boats, the story 14",
        "2 warning: Nobody else saw these 20 people",
    ]
    links = [name for role, name in heard if role == "link"]
    assert "Finding 1, error: headline" in links
    assert ("region", "Text of story.md") in heard


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_severities_can_be_read(show, scheme):
    """Text by 4.5 to 1: WCAG 2.2, success criterion 1.4.3."""
    page = show(scheme=scheme)
    for severity in ("error", "warning"):
        note = colour(page, f".finding.{severity}", "backgroundColor")
        assert contrast(colour(page, f".finding.{severity} .severity", "color"), note) >= 4.5
        marked = colour(page, f".beside .flag.{severity}", "backgroundColor")
        assert contrast(colour(page, f".beside .flag.{severity}", "color"), marked) >= 4.5
        badge = colour(page, f".finding.{severity} .number", "backgroundColor")
        assert contrast(colour(page, f".finding.{severity} .number", "color"), badge) >= 4.5
