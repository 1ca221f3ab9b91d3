"""Word documents, made with python-docx and, where that knows nothing of it, in XML of Word's."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from strategies import sentence_lists

from factcheck import Unreadable, check_file
from factcheck.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BROKEN = "Between 50 and 30 people attended the meeting."


def saved(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def packed(parts):
    """A package of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def part(body, element="document"):
    """A part of Word's with this inside."""
    return f'<w:{element} xmlns:w="{W}">{body}</w:{element}>'


def word(body, **parts):
    """A Word document with this XML for its body, and perhaps further parts."""
    inside = {"word/document.xml": part(f"<w:body>{body}</w:body>")}
    return packed(inside | {f"word/{name}.xml": xml for name, xml in parts.items()})


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(data):
    return read_bytes(data, "a.docx")[0].split("\n")


def parts(data):
    """Kind and words of each region."""
    text, reading = read_bytes(data, "a.docx")
    return [(one.kind, one.span.of(text)) for one in reading.regions]


@given(sentence_lists)
def test_the_text_of_a_document_is_its_paragraphs(sentences):
    body = "".join(f"<w:p>{run(one)}</w:p><w:p/>" for one in sentences)
    data = word(body)
    assert lines(data) == sentences
    names = [one.name for one in read_bytes(data, "a.docx")[1].places]
    assert names == [f"paragraph {number}" for number in range(1, len(sentences) + 1)]


def test_styles_say_what_part_a_paragraph_plays():
    document = docx.Document()
    document.add_paragraph("Politics", style="Heading 2")
    document.add_heading("Ferry sinks", 0)
    document.add_paragraph("Boats search the bay", style="Subtitle")
    document.add_heading("What now", 1)
    document.add_paragraph("The bay", style="Caption")
    document.add_paragraph("We saw nothing.", style="Quote")
    document.add_paragraph("All 40 were saved.")
    assert parts(saved(document)) == [
        ("heading", "Politics"), ("headline", "Ferry sinks"), ("deck", "Boats search the bay"),
        ("heading", "What now"), ("caption", "The bay"), ("quotation", "We saw nothing."),
    ]  # fmt: skip


def test_the_first_heading_is_the_headline_where_there_is_no_title():
    document = docx.Document()
    for text in ("Ferry sinks", "What now"):
        document.add_heading(text, 1)
    assert parts(saved(document)) == [("headline", "Ferry sinks"), ("heading", "What now")]


def test_a_style_has_the_same_part_in_every_language():
    styles = part(
        '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>', "styles"
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>{run("Ferry sinks")}</w:p>'
    assert parts(word(body, styles=styles)) == [("headline", "Ferry sinks")]


def test_a_draft_without_styles_has_the_headline_of_a_plain_text():
    text = "The ferry left the harbour late on Monday with about forty people on board, it said. "
    body = f"<w:p>{run('Ferry sinks off the cape')}</w:p><w:p>{run(text * 2)}</w:p>"
    assert parts(word(body)) == [("headline", "Ferry sinks off the cape")]


def test_insertions_are_read_and_deletions_skipped():
    change = 'w:id="1" w:author="A" w:date="2024-03-31T10:00:00Z"'
    body = f"""<w:p>{run("All ")}<w:ins {change}>{run("40 ")}
      <w:del {change}><w:r><w:delText>9 </w:delText></w:r></w:del></w:ins>
      <w:del {change}><w:r><w:delText>9</w:delText></w:r></w:del>
      <w:moveFrom {change}>{run("9")}</w:moveFrom><w:moveTo {change}>{run("were ")}</w:moveTo>
      <w:hyperlink>{run("saved")}</w:hyperlink>{run(".")}</w:p>"""
    assert lines(word(body)) == ["All 40 were saved."]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
    body = f"<w:p>{mark}{run('All 40 ')}</w:p><w:p>{run('were saved.')}</w:p><w:p>{mark}</w:p>"
    assert lines(word(body)) == ["All 40 were saved."]
    assert lines(word(f"<w:p>{mark}{run('All')}</w:p>")) == ["All"]


@pytest.mark.parametrize(
    "inside",
    [
        run("9", "<w:vanish/>"),
        run("9", "<w:strike/>"),
        "<w:r><w:instrText>PAGE 9</w:instrText></w:r>",
        '<w:commentRangeStart w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>',
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        "<m:r><m:t>9</m:t></m:r></m:oMath>",
    ],
)
def test_what_is_not_printed_is_no_text(inside):
    comments = part(f'<w:comment w:id="9"><w:p>{run("9?")}</w:p></w:comment>', "comments")
    kept = run("40.", '<w:strike w:val="0"/>')
    body = f"<w:p>{run('All ')}{inside}{kept}</w:p>"
    assert lines(word(body, comments=comments)) == ["All 40."]


def test_raised_digits_are_no_part_of_a_figure():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert lines(word(f"<w:p>{run('2,000')}{run('3', raised)}</w:p>")) == ["2,000³"]


def test_a_line_break_ends_a_paragraph_of_the_prose_and_a_tab_is_kept():
    text, reading = read_bytes(
        word("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>3</w:t></w:r></w:p>"),
        "a.docx",
    )
    assert text == "One\u2028two\t3"
    assert reading.prose == "One\ntwo\t3"


def test_the_cells_of_a_table_are_paragraphs_of_their_own():
    document = docx.Document()
    document.add_paragraph("Before")
    for number in (1, 2):
        table = document.add_table(2, 2)
        table.cell(1, 0).text = f"Dead {number}"
        table.cell(1, 1).text = "40"
    document.add_paragraph("After")
    data = saved(document)
    assert lines(data) == ["Before", "Dead 1", "40", "Dead 2", "40", "After"]
    names = [one.name for one in read_bytes(data, "a.docx")[1].places]
    assert names[2] == "paragraph 3; table 1, row 2, column 2"
    assert names[3] == "paragraph 4; table 2, row 2, column 1"
    assert names[5] == "paragraph 6"


def test_a_deleted_row_is_skipped():
    cell = f"<w:tc><w:p>{run('40')}</w:p></w:tc>"
    gone = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell}</w:tr>'
    assert lines(word(f"<w:tbl>{gone}<w:tr>{cell}</w:tr></w:tbl>")) == ["40"]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent>"
    drawing = f"""<w:r><mc:AlternateContent
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
      <mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>
      <mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
    assert lines(word(f"<w:p>{drawing}{run('Beside it')}</w:p>")) == ["Beside it", "In a box"]


def test_footnotes_follow_in_the_order_of_the_text():
    note = '<w:footnote w:id="{}"><w:p>{}</w:p></w:footnote>'
    notes = part(note.format(2, run("Second.")) + note.format(7, run("First.")), "footnotes")
    end = part(f'<w:endnote w:id="2"><w:p>{run("End.")}</w:p></w:endnote>', "endnotes")
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p>{run('All')}{refer.format(7)}<w:r><w:endnoteReference w:id='2'/></w:r></w:p>"
    data = word(f"{body}<w:p>{refer.format(2)}{run('40')}</w:p>", footnotes=notes, endnotes=end)
    assert lines(data) == ["All", "40", "First.", "Second.", "End."]
    names = [one.name for one in read_bytes(data, "a.docx")[1].places]
    assert names[2:] == ["footnote 1", "footnote 2", "endnote 1"]


def test_the_text_is_where_the_package_says():
    rels = """<Relationships><Relationship Id="9" Target="/word/document2.xml"
      Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
      </Relationships>"""
    body = part(f"<w:body><w:p>{run('All')}</w:p></w:body>")
    assert lines(packed({"_rels/.rels": rels, "word/document2.xml": body})) == ["All"]


def test_strict_documents_are_read():
    body = part(f"<w:body><w:p>{run('All')}</w:p></w:body>")
    strict = body.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert lines(packed({"word/document.xml": strict})) == ["All"]


def test_a_finding_names_the_paragraph(tmp_path):
    document = docx.Document()
    document.add_paragraph("The town met on Monday.")
    paragraph = document.add_paragraph("Between 50 ")
    change = f'<w:ins xmlns:w="{W}" w:id="1" w:author="A"/>'
    insertion = parse_xml(change)
    insertion.append(paragraph.add_run("and 30 people attended")._r)
    paragraph._p.append(insertion)
    path = tmp_path / "draft.docx"
    document.save(path)
    report = check_file(path)
    assert [one.rule for one in report.findings] == ["inverted-range"]
    span = report.findings[0].spans[0]
    assert report.document.place_at(span.start) == "paragraph 2"
    assert "50 and 30" in span.of(report.document.text)


# What is no Word document, or one that was made to do harm


def bomb(size):
    return packed({"word/document.xml": b"<a>" + b" " * size + b"</a>"})


ENTITIES = '<!DOCTYPE w [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "it is no Word document"),
        (b"PK\3\4 and no more", "it is no Word document"),
        (packed({"mimetype": "x"}), "the archive holds no text"),
        (packed({"word/document.xml": "<w:p>"}), "its part word/document.xml is no XML"),
        (packed({"word/document.xml": ENTITIES + part("&c;")}), "declares a document type"),
        (bomb(70_000_000), "packed to grow to 70,000,007 bytes"),
        (bomb(5_000_000), "packed to grow to 5,000,007 bytes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word document"),
        (word("<w:p/>")[:-30], "it is no Word document"),
    ],
)
def test_what_is_no_word_document_is_told_in_one_sentence(data, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read_bytes(data, "a.docx")


def test_a_size_that_lies_is_not_believed():
    data = bomb(5_000_000)
    honest = (5_000_007).to_bytes(4, "little")
    assert data.count(honest) == 2
    with pytest.raises(Unreadable):
        read_bytes(data.replace(honest, (99).to_bytes(4, "little")), "a.docx")


def test_an_empty_document_is_a_story_without_words():
    assert read_bytes(word(""), "a.docx")[0] == ""


def test_depth_is_no_trouble():
    deep = "<w:sdt>" * 5_000 + f"<w:p>{run('All')}</w:p>" + "</w:sdt>" * 5_000
    assert lines(word(deep)) == ["All"]


def test_every_flipped_byte_is_read_or_told():
    data = word(f"<w:p>{run('All 40 were saved.')}</w:p>")
    for at in range(len(data)):
        for value in (data[at] ^ 255, data[at] ^ 1):
            try:
                text, reading = read_bytes(data[:at] + bytes([value]) + data[at + 1 :], "a.docx")
            except Unreadable:
                continue
            assert len(text) == len(reading.prose)
