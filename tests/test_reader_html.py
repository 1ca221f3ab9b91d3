import pytest

from factcheck import check
from factcheck.readers import read_text

BODY = "<p>The ferry left the harbour late on Monday with about forty people on board.</p>"


def parts(text, name="story.html"):
    """Kind and words of each region but the quotations in quotation marks."""
    reading = read_text(text, name)
    return [(one.kind, " ".join(one.span.of(reading.prose).split())) for one in reading.regions]


def words(text, name="story.html"):
    """The words of each paragraph of the prose."""
    lines = read_text(text, name).prose.split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def test_a_page_gives_headline_deck_byline_captions_headings_and_quotations():
    page = f"""<!DOCTYPE html>
    <html><head><title>Ferry sinks off cape</title>
    <meta name="description" content="Boats search the bay"></head><body>
    <h1>Ferry sinks</h1> <div class="article-byline">Ann Other</div> {BODY}
    <figure><img src="9.jpg" alt="A boat &amp; its crew"><figcaption>The bay</figcaption></figure>
    <h2>What now</h2> <blockquote><p>We saw nothing.</p></blockquote></body></html>"""
    assert parts(page) == [
        ("deck", "Boats search the bay"),
        ("headline", "Ferry sinks"),
        ("byline", "Ann Other"),
        ("alt", "A boat & its crew"),
        ("caption", "The bay"),
        ("heading", "What now"),
        ("quotation", "We saw nothing."),
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>if (a < 9) { b = '<p>9</p>' }</script>",
        "<STYLE>p { width: 9px }</STYLE>",
        "<nav><a href=/9>9 stories</a><nav>9</nav></nav>",
        "<code>9</code>",
        "<pre>9</pre>",
        "<!-- 9 --> <!-->",
        "<del>9</del> <s>9</s>",
        "<svg><title>9</title></svg>",
        "<p title='> 9' data-x=\"9\" data-y=9></p>",
        "<?php 9 ?>",
        "<!DOCTYPE 9>",
        "<form><select><option>9</select></form>",
        "<footer>9</footer>",
    ],
)
def test_what_no_reader_of_the_page_reads_as_the_story_is_no_prose(inside):
    assert words(f"<p>Twelve</p>{inside}<p>boats</p>") == ["Twelve", "boats"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a&nbsp;b", ["a b"]),
        ("AT&amp;T", ["AT& T"]),
        ("from &pound;5m", ["from £5m"]),
        ("20&ndash;30", ["20– 30"]),
        ("film&#8217;s", ["film’ s"]),
        ("&bogus; &#0; &", ["&bogus; \ufffd &"]),
        ("2,000<sup>3</sup> of 5 km<sup>2</sup>", ["2,000 ³ of 5 km ²"]),
        ("one<br>two<p>three<p>four", ["one", "two", "three", "four"]),
        ("<ul><li>one<li>two</ul>", ["one", "two"]),
        ("<tr><td>Dead<td>12", ["Dead", "12"]),
        ("one\n<b>two</b>\r\nthree", ["one two three"]),
        ("5 < 6 and 7 > 6 <b", ["5 < 6 and 7 > 6 <b"]),
        ("<a href='9>two</a> three", ["two three"]),
        ("<p>one</p><script>9", ["one"]),
    ],
)
def test_a_prose_is_what_a_browser_shows(text, shown):
    assert words(text) == shown


def test_the_longest_article_of_a_page_is_the_story():
    page = f"<header><h1>Chronicle</h1></header><article>{BODY}</article><article>9</article>9"
    assert words(page) == ["Chronicle", BODY[3:-4]]
    page = page.replace("<article>", "<article><h1>Ferry sinks</h1>", 1)
    assert words(page) == ["Ferry sinks", BODY[3:-4]]


def test_articles_of_one_size_are_the_entries_of_one_story():
    assert words("<article>One.</article> 9 <article>Two.</article>") == ["One.", "Two."]


def test_a_title_is_read_once_and_without_the_name_of_the_site():
    assert parts(f"<title>Ferry sinks | Chronicle</title>{BODY}") == [("headline", "Ferry sinks")]
    title = "<title>Ferry sinks - Chronicle</title><h1>Ferry <b>sinks</b></h1>"
    assert parts(title + BODY) == [("headline", "Ferry sinks")]
    other = "<title>Twelve dead | Chronicle</title><h1>Thirteen dead</h1>"
    assert parts(other + BODY) == [("headline", "Twelve dead"), ("headline", "Thirteen dead")]


def test_a_caption_that_repeats_the_alternative_text_is_read_once():
    figure = '<figure><img alt="The bay."><figcaption>The bay</figcaption></figure>'
    assert parts(figure) == [("alt", "The bay.")]


@pytest.mark.parametrize(
    "date",
    [
        '<meta property="article:published_time" content="2024-03-31T10:00:00Z">',
        '<time itemprop="datePublished" datetime="2024-03-31">Sunday</time>',
        '<time datetime="2024-03-31" pubdate>Sunday</time>',
    ],
)
def test_the_day_of_a_page_is_that_of_its_publication(date):
    assert read_text(date, "a.html").as_of == (2024, 3, 31)
    assert read_text(date.replace("03", "13"), "a.html").as_of is None


def test_a_finding_marks_the_text_as_it_came():
    text = "<p>Between <b>50</b>&nbsp;and 30 people attended the meeting.</p>"
    finding = check(text, "a.htm").findings[0]
    assert finding.rule == "inverted-range"
    assert "50</b>&nbsp;and 30" in finding.spans[0].of(text)
