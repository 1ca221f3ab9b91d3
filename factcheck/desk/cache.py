"""What earlier runs found, in an SQLite file under factcheck's cache folder.

A cache that is broken, locked, of another make or not to be written costs time and nothing else:
the stories are checked without it, and nothing is said.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import time
from zlib import crc32

from factcheck.tables import cache_folder

# To be raised when the table changes.
FILE = "stories-1.sqlite"
_TABLE = """\
CREATE TABLE IF NOT EXISTS stories (
    key BLOB PRIMARY KEY, packed BLOB NOT NULL, used INTEGER NOT NULL
)"""
_OLDEST = """\
DELETE FROM stories WHERE rowid IN (
    SELECT rowid FROM stories ORDER BY used, rowid LIMIT (SELECT count(*) / 4 + 1 FROM stories)
)"""
_DAY = 86_400
# Seconds, while another process writes; whoever has to wait longer had better check the stories.
_PATIENCE = 0.5
_MOST_BYTES = 200_000_000
# What is written at once, so that a run over any number of stories needs little memory.
_UNSAVED_BYTES = 8_000_000
# What SQLite says of a file that is not, or no longer, a cache of ours.
_BROKEN = frozenset((sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))


class Cache:
    """Packed reports by their keys; where they are too many, those longest unused go first."""

    def __init__(self, folder: Path | None = None, *, most_bytes: int = _MOST_BYTES) -> None:
        self._file = (folder or cache_folder()) / FILE
        self._most_bytes = most_bytes
        self._today = int(time()) // _DAY
        self._unsaved: dict[bytes, bytes] = {}
        self._unsaved_bytes = 0
        self._used: list[bytes] = []
        self._connection: sqlite3.Connection | None = None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._connection = _connect(self._file)
        except sqlite3.Error as error:
            self._give_up(error)
        except OSError:
            pass

    def recall(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys, some hundreds at most; nothing for what is damaged."""
        if not self._connection:
            return {}
        places = ", ".join("?" * len(keys))
        query = f"SELECT key, packed, used FROM stories WHERE key IN ({places})"
        try:
            rows = self._connection.execute(query, keys).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return {}
        sound = [row for row in rows if _is_sound(row[0], row[1])]
        self._used += [key for key, _, used in sound if used != self._today]
        return {key: packed[4:] for key, packed, _ in sound}

    def keep(self, key: bytes, packed: bytes) -> None:
        """Keep this under a key; it is written by the next `save`, if not now."""
        self._unsaved[key] = _checksum(key, packed) + packed
        self._unsaved_bytes += len(packed)
        if self._unsaved_bytes > _UNSAVED_BYTES:
            self.save()

    def save(self) -> None:
        """Write what is not yet written."""
        if self._connection and (self._unsaved or self._used):
            try:
                self._write(self._connection)
            except sqlite3.Error as error:
                self._give_up(error)
        self._unsaved, self._unsaved_bytes, self._used = {}, 0, []

    def close(self) -> None:
        """Write what is not yet written, and let go of the file."""
        self.save()
        if self._connection:
            self._connection.close()
            self._connection = None

    def _write(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT OR REPLACE INTO stories VALUES (?, ?, ?)",
            ((key, packed, self._today) for key, packed in self._unsaved.items()),
        )
        connection.executemany(
            "UPDATE stories SET used = ? WHERE key = ?", ((self._today, key) for key in self._used)
        )
        while _bytes_in(connection) > self._most_bytes:
            if not connection.execute(_OLDEST).rowcount:
                break
        connection.execute("COMMIT")

    def _give_up(self, error: sqlite3.Error) -> None:
        """Do without it from now on; what is broken makes room for the next run's."""
        # With nothing more to write, closing undoes what is not committed.
        if self._connection:
            self._connection.close()
            self._connection = None
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN:
            with suppress(OSError):
                self._file.unlink()


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    # What a failure of power loses is made again; what it breaks is noticed.
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(_TABLE)
    return connection


def _bytes_in(connection: sqlite3.Connection) -> int:
    names = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {one}").fetchone()[0] for one in names)
    return int((pages - free) * size)


def _is_sound(key: object, packed: object) -> bool:
    return (
        isinstance(key, bytes)
        and isinstance(packed, bytes)
        and packed[:4] == _checksum(key, packed[4:])
    )


def _checksum(key: bytes, packed: bytes) -> bytes:
    # What is damaged could crash the reading of it.
    return crc32(packed, crc32(key)).to_bytes(4)
