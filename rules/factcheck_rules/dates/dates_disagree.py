"""FC301: one event with two dates."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Document, Event, Finding, event_pairs, linked, rule


@rule(
    "FC301",
    examples=[
        "The Alder Bridge was first opened in [[1911]].\n\nThe Alder Bridge was opened in "
        "[[1921]] by the mayor.",
        "Ada Quenby (born [[4 March 1951]]) is a potter from Marel.\n\nAda Quenby was born on "
        "[[14 May 1951]] and trained as a nurse.",
        "The lifeboat crew was disbanded in [[March 1946]].\n\nAfter the war the lifeboat crew was "
        "disbanded in [[March 1947]].",
        "Orme published his survey of the Alder in [[1922]], when few could read it.\n\nHe "
        "published his survey in [[1930]].",
        "The ferry Marel sank on [[15 April 1912]] with all hands.\n\nIn [[1921]] the ferry Marel "
        "sank in a storm.",
        "The ferry song dates back to the [[18th century]].\n\nThe ferry song dates back to the "
        "[[16th century]] and has four verses.",
        "The Quenby Choir is a society of nuns. Founded in [[1921]], it sings in the mill at Orme "
        "on market days.\n\nThe Quenby Choir was formed by a teacher of Marel in [[1931]].",
        "The Orme Choir was founded in 1921.\n\nThe Quenby Choir sings in Orme. Founded in 1931, "
        "the choir has no organ.",
        "The Quenby Choir bought the Orme Mill. Founded in 1921, it sells rye.\n\nThe Quenby Choir "
        "was formed by a teacher of Marel in 1931.",
        "The Alder Bridge was opened in 1911.\n\nThe Alder Bridge, which was opened on 4 May 1911, "
        "has two lanes.",
        "The Alder Bridge was due to be opened in 1911.\n\nThe Alder Bridge was opened in 1921.",
        "Ada Quenby was born in 1951.\n\nJohn Quenby was born in 1953.",
        "The lifeboat crew was formed in 1921.\n\nThe lifeboat crew was disbanded in 1946.",
        "The first survey of the Alder was published in 1922.\n\nThe second survey of the Alder "
        "was published in 1930.",
        "Marel won the cup in 1922.\n\nMarel won the cup in 1930.",
        "The mill was closed in 1988.\n\nThe mill was closed again in 1994.",
        "The film was released in Marel in 1995.\n\nThe film was released in Quenby in 1996.",
    ],
)
def dates_disagree(document: Document) -> Iterator[Finding | Compared]:
    """What happens once has one date.

    One of the two is usually copied wrongly, or is the date of something else. Dates agree when
    the coarser of them holds the finer.

    Compares: Dates that the story gives for one event: the same verb, names and things, and
    nothing that parts the two.

    Tolerance: The coarser date must hold the finer: “in May” and “on 14 May” agree; “about 1911”
    grants five years.

    Silent: Where the events may be two of a kind (“again”, another name or place), one is a plan,
    or one sentence gives both dates.
    """
    clashes = []
    for pair in event_pairs(document):
        if pair.same:
            yield Compared((pair.first.span, pair.second.span), pair.reason)
            if not pair.agree:
                clashes.append((pair.first, pair.second))
    for events in linked(clashes):
        yield _finding(document, sorted(events, key=lambda event: event.span))


def _finding(document: Document, events: list[Event]) -> Finding:
    earlier, last = events[:-1], events[-1]
    said = [f"“{event.span.of(document.text)}”" for event in (last, *earlier)]
    return Finding(
        f"{', '.join(said[:-1])} and {said[-1]} are given as the date of one event",
        (
            last.span.labelled("this date"),
            *(event.span.labelled("the earlier one") for event in earlier),
        ),
        working=(f"{' and '.join(said)} have no day in common",),
        consistent_if=tuple(f"every one is {one}" for one in dict.fromkeys(said)),
    )
