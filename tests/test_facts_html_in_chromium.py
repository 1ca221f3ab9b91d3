"""The page of facts in a real browser: what is seen, and what the keyboard and the pointer do."""

from pathlib import Path

import pytest
from chromium import PROGRAM, browsing
from colours import colour, contrast

from factcheck import Compared, check, rule
from factcheck.reports.facts_html import write_facts_html

pytestmark = pytest.mark.skipif(
    not PROGRAM, reason="no Chromium on the path; Debian's package is called chromium"
)

# Long enough that the tables stand below the window.
STORY = (
    "# Harbour loses 12 boats\n\nPolice said 12 boats sank in Skellaby on Tuesday.\n\n"
    + "It rained, and the wind rose.\n\n" * 40
    + "The Boeing 737 was late.\n"
)
# NUL and half characters apart, what a file may hold and HTML finds hard.
HARD = (
    "\n\n<script>document.title='ran'</script> &amp; &lt; \"12\" '13'\r\n\r\n</section> שלום 14"
    " boats\u202e 15\u202c \x01\x1b\x7f\x85 👩\u200d👧 \u2028 16\rboats\n \n17 <!-- 18 --> ]]>\n"
)


@rule("ZZ311", examples=["[[Cats]]", "Dogs"])
def compares_boats(document):
    """Boats count."""
    for claim in document.claims:
        if claim.subject == "boat":
            yield Compared((claim.quantity.span,))


@pytest.fixture(scope="module")
def browser():
    with browsing() as page:
        yield page


@pytest.fixture
def show(browser, tmp_path):
    """Opens the page of a story in a window of this width."""

    def open_page(text, name="story.md", width=900, scheme="light"):
        browser.send("Emulation.setDeviceMetricsOverride", width=width, height=700,
                     deviceScaleFactor=1, mobile=False)  # fmt: skip
        wanted = {"name": "prefers-color-scheme", "value": scheme}
        browser.send("Emulation.setEmulatedMedia", features=[wanted])
        file = Path(tmp_path, "facts.html")
        report = check(text, name, rules=[compares_boats])
        file.write_bytes("".join(write_facts_html([(name, report)])).encode())
        browser.open(file)
        return browser

    return open_page


def focused(page):
    return page.value("document.activeElement.textContent")


def offset_of(page, selector):
    """Where an element begins in the text of the story."""
    return page.value(
        f"(() => {{ const before = document.createRange();"
        f" before.setStart(document.querySelector('.story'), 0);"
        f" before.setEndBefore(document.querySelector('{selector}'));"
        f" return before.toString().length }})()"
    )


def test_marks_stand_where_the_figures_are_and_look_unlike_each_other(show):
    page = show(STORY)
    lines = []
    for reading, text in (("compared", "12"), ("read", "Tuesday"), ("unread", "737")):
        assert page.value(f"document.querySelector('.story .{reading}').textContent") == text
        assert offset_of(page, f".story .{reading}") == STORY.index(text)
        style = f"getComputedStyle(document.querySelector('.story .{reading}'))"
        lines.append(page.value(f"{style}.textDecorationLine + {style}.textDecorationStyle"))
    assert lines == ["underlinesolid", "underlinedashed", "underlinewavy"]


def test_a_link_of_the_table_moves_the_focus_to_its_figure(show):
    page = show(STORY)
    page.value("[...document.querySelectorAll('tbody a')][1].focus()")
    assert page.value("scrollY") > 700
    page.press("Enter")
    assert page.value("document.activeElement.closest('.story') !== null")
    assert (focused(page), offset_of(page, ":focus")) == ("12", STORY.rindex("12"))
    _, top, _, bottom = page.box(":focus")
    assert 0 <= top < bottom <= 700
    # What is known of it stands at the foot of the window.
    bubble = "getComputedStyle(document.activeElement, '::after')"
    assert page.value(f"{bubble}.position") == "fixed"
    assert "Value: 12" in page.value(f"{bubble}.content")


def test_a_click_on_a_figure_leads_to_its_row(show):
    page = show(STORY)
    page.click(".story .read")
    assert focused(page) == "Tuesday"
    assert page.value("document.activeElement.closest('tbody') !== null")


def test_tab_goes_through_the_figures_in_reading_order(show):
    page = show(STORY)
    seen = []
    for _ in range(4):
        page.press("Tab")
        seen.append(focused(page))
    assert seen == ["12", "12", "Tuesday", "737"]


def test_a_screen_reader_hears_landmarks_headings_and_what_is_known_of_a_figure(show):
    page = show(STORY)
    page.send("Accessibility.enable")
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""),
         node.get("description", {}).get("value", ""))
        for node in page.send("Accessibility.getFullAXTree")["nodes"]
        if not node["ignored"]
    ]  # fmt: skip
    roles = [role for role, *_ in heard]
    assert roles.count("main") == roles.count("banner") == 1
    assert ("region", "Text of story.md") in [one[:2] for one in heard]
    assert {name.strip() for role, name, _ in heard if role == "heading"} == {
        "Facts", "story.md", "# Harbour loses 12 boats", "Figures and dates", "Numbers not read",
    }  # fmt: skip
    assert {"table", "columnheader", "rowheader", "cell"} <= {*roles}
    links = {name: about for role, name, about in heard if role == "link" and about}
    assert links["737"] == "Not read: taken for neither a figure nor a date"
    assert "Value: 12" in links["12"]


def test_the_name_of_a_figure_in_focus_is_the_figure_alone(show):
    page = show(STORY)
    page.press("Tab")
    page.send("Accessibility.enable")
    nodes = page.send("Accessibility.getFullAXTree")["nodes"]
    names = {one["name"]["value"] for one in nodes if one["role"]["value"] == "link"}
    assert names == {"12", "Tuesday", "737"}


@pytest.mark.parametrize("width", [400, 900])
def test_a_narrow_window_cuts_nothing_off_and_keeps_the_table_a_table(show, width):
    page = show(STORY, width=width)
    assert page.value("document.documentElement.scrollWidth <= innerWidth")
    nodes = page.send("Accessibility.getFullAXTree")["nodes"]
    assert sum(one["role"]["value"] == "columnheader" for one in nodes) == 13


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_lines_stand_out_from_what_is_behind_them(show, scheme):
    """Text by 7 to 1 and marks by 3 to 1: WCAG 2.2, success criteria 1.4.6 and 1.4.11."""
    page = show(STORY, scheme=scheme)
    behind = colour(page, "body", "backgroundColor")
    assert (sum(behind) > 600) is (scheme == "light")
    assert contrast(colour(page, "body", "color"), behind) >= 7
    assert contrast(colour(page, "tbody a", "color"), behind) >= 4.5
    assert contrast(colour(page, "thead th", "color"), behind) >= 4.5
    for reading in ("compared", "read", "unread"):
        mark = f".story .{reading}"
        ground = colour(page, mark, "backgroundColor")
        assert contrast(colour(page, mark, "color"), ground) >= 7
        assert contrast(colour(page, mark, "textDecorationColor"), behind) >= 3


@pytest.mark.parametrize("name", ["story.md", "story.txt"])
def test_a_story_full_of_markup_stays_text(show, name):
    page = show(HARD, name)
    assert page.value("document.querySelector('.story').textContent") == HARD
    assert page.value("document.title") == f"Facts of {name}"
    assert page.value("document.scripts.length") == 0
