"""The parts of a Word file, which is a zip of XML: read with limits, whatever was put into it."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from factcheck.readers.decoding import Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A novel in Word is 5 MB of XML, and XML seldom shrinks to less than a fiftieth.
_LARGEST, _FROM, _RATIO = 64_000_000, 4_000_000, 200
_MAIN = re.compile(
    rb"""<(?:\w+:)?Relationship\s(?=[^>]*Type\s*=\s*["'][^"'>]*/officeDocument["'])"""
    rb"""[^>]*Target\s*=\s*["']/?([^"'>]+)"""
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_NO_ZIP = "it is no Word document (.docx): it is not a zip archive, or a damaged one"


class Package:
    """An archive of parts; every way in which it can be broken is an `Unreadable`."""

    def __init__(self, data: bytes) -> None:
        if data[:4] == _OLD_OFFICE:
            raise Unreadable(
                "it is an old Word document (.doc) or one with a password: save it as .docx without"
            )
        try:
            self._archive = ZipFile(BytesIO(data))
            self._names = frozenset(self._archive.namelist())
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, LookupError):
            raise Unreadable(_NO_ZIP) from None

    def main(self) -> str:
        """The name of the part with the text."""
        usual = "word/document.xml"
        if usual not in self._names:
            found = _MAIN.search(self.read("_rels/.rels"))
            usual = found[1].decode("utf-8", "replace") if found else usual
        if usual not in self._names:
            raise Unreadable("it is no Word document (.docx): the archive holds no text of one")
        return usual

    def read(self, name: str) -> bytes:
        """The bytes of a part, none where there is no such part."""
        if name not in self._names:
            return b""
        info = self._archive.getinfo(name)
        if info.flag_bits & 1 or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unreadable("it is encrypted, or compressed in a way that Word does not use")
        size, ratio = info.file_size, info.file_size / max(1, info.compress_size)
        if size > _LARGEST or (size > _FROM and ratio > _RATIO):
            raise Unreadable(f"it is packed to grow to {size:,} bytes, which no story is")
        try:
            with self._archive.open(info) as part:
                # The size that the archive states may be a lie.
                return part.read(size)
        except (BadZipFile, ZlibError, ValueError, OSError, EOFError, RuntimeError):
            raise Unreadable(_NO_ZIP) from None

    def parse(self, name: str) -> Element | None:
        """The root of a part, None where there is no such part."""
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring

        data = self.read(name)
        try:
            # Office forbids document types, so one that is there is there for no good.
            root: Element | None = fromstring(data, forbid_dtd=True) if data else None
        except DefusedXmlException:
            raise Unreadable("its XML declares a document type, as no Word document does") from None
        except (ParseError, ValueError, LookupError):
            raise Unreadable(f"it is a damaged Word document: its part {name} is no XML") from None
        return root
