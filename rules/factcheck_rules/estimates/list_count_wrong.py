"""FC108: a count that is not that of the list behind it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import Compared, Document, Finding, Listing, Span, find_listings, rule


@rule(
    "FC108",
    examples=[
        "Police found [[four weapons]]: [[two rifles, a pistol and two knives]].",
        "The museum bought [[three boats]]: [[a ferry, a tug, a dinghy and a canoe]].",
        "The farm keeps [[six animals]]: [[two goats, three hens and a donkey, and a dog]].",
        "The council will build [[five houses]] — [[three in brick and one in timber]].",
        "Customs seized [[seven crates]]: [[four crates of tea and two of rum]].",
        "The choir has [[nine singers]]: [[four sopranos, three altos and a bass]].",
        "The shed held [[four tools]] - [[two saws, a .5-litre can and two rakes]].",
        "Police found five weapons: two rifles, a pistol and two knives.",
        "The shed held five tools - two saws, a .5-litre can and two rakes.",
        "The museum bought three boats: the Marel, the Quenby and the Alder.",
        "The farm keeps six animals: two goats, three hens and a donkey.",
        "The council had two reasons: a lack of money and a lack of land.",
        "Police found four weapons, two rifles and a lot of money among them.",
        "The choir has about nine singers: four sopranos, three altos and a bass.",
    ],
)
def list_count_wrong(document: Document) -> Iterator[Finding | Compared]:
    """A count agrees with the list that follows it.

    Something was added to the list, or left out, after the count was written.

    Compares: A count from two to 20 with the list right behind its colon or dash, where each item
    begins with a number, “a” or “one”.

    Tolerance: None: a list has as many items as it has.

    Silent: Where an item begins otherwise (“and others”), the count is only “about”, or other words
    stand before the colon.
    """
    for listing in find_listings(document):
        spans = (listing.total.span, *listing.items)
        yield Compared(spans, "a count and its list")
        if listing.sum != listing.total.quantity.range:
            yield _finding(document, listing)


def _finding(document: Document, listing: Listing) -> Finding:
    total = listing.total
    items = Span(listing.items[0].start, listing.items[-1].end, "the list")
    return Finding(
        f"“{total.span.of(document.text)}”, but the list comes to {listing.sum}",
        (total.span.labelled("the count"), items),
        working=(
            " + ".join(span.of(document.text) for span in listing.items) + f" = {listing.sum}",
        ),
        consistent_if=(
            f"the count is {listing.sum}",
            f"the list comes to {total.quantity.range}",
        ),
    )
