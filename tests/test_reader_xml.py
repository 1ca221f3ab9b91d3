import pytest

from factcheck.readers import read_text
from factcheck.readers.decoding import Unreadable

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf>
  <head><title>ferry-9</title><docdata><date.issue norm="20240331T100000Z"/></docdata></head>
  <body>
    <body.head>
      <hedline><hl1>Ferry sinks</hl1><hl2>Boats search the bay</hl2></hedline>
      <note><body.content><p>EDITORS: adds 9 missing</p></body.content></note>
      <byline>By Ann Other<byttl>Staff writer</byttl></byline>
      <distributor>AB</distributor>
      <dateline><location>Harbour</location></dateline>
      <abstract><p>A ferry sank.</p></abstract>
    </body.head>
    <body.content>
      <p>The <org>coast guard</org> saved <num>40</num>&nbsp;people &amp; a dog
      in the bay.</p>
      <hl2>What now</hl2>
      <media media-type="image"><media-metadata name="9" value="9"/>
        <media-reference source="9.jpg">9</media-reference>
        <media-caption>The bay</media-caption><media-producer>Ann Other</media-producer></media>
      <bq><block><p>We saw nothing.</p></block></bq>
    </body.content>
    <body.end><tagline>Ann Other reports from Harbour.</tagline></body.end>
  </body>
</nitf>"""

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:9" version="9">
  <catalogRef href="http://example.org/9"/>
  <itemMeta><versionCreated>2024-03-31T10:00:00Z</versionCreated><title>9</title></itemMeta>
  <contentMeta><urgency>9</urgency><by>Ann Other</by><headline>Ferry sinks</headline>
    <description role="drol:summary">A ferry sank.</description>
    <subject qcode="a:9"><name>accident 9</name></subject></contentMeta>
  <contentSet>@</contentSet>
</newsItem>"""
TEXT = '<inlineData contenttype="text/plain">All 40 were saved.\n\nOne &lt; two.</inlineData>'
INNER = f'<inlineXML contenttype="application/nitf+xml">{NITF[NITF.index("<nitf") :]}</inlineXML>'


def parts(text):
    """Kind and words of each region."""
    reading = read_text(text, "a.xml")
    return [(one.kind, " ".join(one.span.of(reading.prose).split())) for one in reading.regions]


def words(text):
    lines = read_text(text, "a.xml").prose.split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def test_nitf_gives_every_part_of_its_story():
    assert parts(NITF) == [
        ("headline", "Ferry sinks"),
        ("deck", "Boats search the bay"),
        ("byline", "By Ann Other Staff writer"),
        ("byline", "By Ann Other"),
        ("credit", "AB"),
        ("dateline", "Harbour"),
        ("deck", "A ferry sank."),
        ("heading", "What now"),
        ("caption", "The bay"),
        ("credit", "Ann Other"),
        ("quotation", "We saw nothing."),
        ("credit", "Ann Other reports from Harbour."),
    ]
    assert "The coast guard saved 40 people & a dog in the bay." in words(NITF)
    assert "9" not in read_text(NITF, "a.xml").prose


@pytest.mark.parametrize("text", [NITF, ITEM])
def test_the_day_of_an_item_is_that_of_its_version(text):
    assert read_text(text, "a.xml").as_of == (2024, 3, 31)


def test_the_lines_of_inline_data_are_paragraphs():
    assert words(ITEM.replace("@", TEXT)) == [
        "Ann Other", "Ferry sinks", "A ferry sank.", "All 40 were saved.", "One < two.",
    ]  # fmt: skip


def test_what_an_item_says_of_itself_and_its_story_says_again_is_read_once():
    kinds = [kind for kind, _ in parts(ITEM.replace("@", INNER))]
    assert kinds.count("headline") == 1
    assert kinds.count("deck") == 2  # the abstract, and the second headline


def test_html_in_an_item_is_read_as_html():
    inside = "<inlineData><![CDATA[<p>All 40<br>were saved.</p>]]></inlineData>"
    assert words(ITEM.replace("@", inside))[-2:] == ["All 40", "were saved."]
    page = '<inlineXML><html xmlns="x"><head><title>Ferry sinks</title></head><body><p>All 40</p>'
    page += "<p>were saved.</p></body></html></inlineXML>"
    assert words(ITEM.replace("@", page))[-2:] == ["All 40", "were saved."]


def test_prefixes_mean_nothing():
    item = ITEM.replace("@", TEXT).replace("</", "</n:").replace("xmlns=", "xmlns:n=")
    for name in (
        "newsItem",
        "contentMeta",
        "headline",
        "inlineData",
        "contentSet",
        "by>",
        "urg",
        "itemMeta",
        "versionC",
        "title",
        "descr",
        "subject",
        "name>",
        "catalogRef",
    ):
        item = item.replace(f"<{name}", f"<n:{name}")
    assert words(item) == words(ITEM.replace("@", TEXT))


def test_of_a_message_the_item_with_a_text_is_the_story():
    picture = ITEM.replace("Ferry sinks", "A picture of the ferry").replace("@", "")
    message = f"<newsMessage><itemSet>{picture}{ITEM.replace('@', TEXT)}</itemSet></newsMessage>"
    assert words(message) == words(ITEM.replace("@", TEXT))


def test_a_message_of_two_stories_is_told():
    items = ITEM.replace("@", TEXT) * 2
    with pytest.raises(Unreadable, match="it holds 2 stories"):
        read_text(f"<newsMessage><itemSet>{items}</itemSet></newsMessage>", "a.xml")
