"""Lists of who got how much: "the Reform Union took 38 percent, the Greens 21"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from factcheck import Document, Quantity, Span
from factcheck_plugin_elections.races import Part, Tally, is_one_race
from factcheck_plugin_elections.wording import NAME, one_of, whole_words, words

_LONGEST = 160  # characters from who to how much
_APPOSITION = re.compile(r", (?:an? |the |of |from |who |whose |leader |backed )[^,]{1,60}$")
# What follows a figure in "Ada Brook, 48.3 percent; Tom Marsh, 41.9 percent".
_ENDS_ENTRY = re.compile(r"\.?$|[;\n]")
_ENDS_ITEM = re.compile(r"[^\w\n]{0,3}(?:of the votes?|seats?|MPs)?[^\w\n]{0,3}(?=\n|$)")


def find_tallies(
    document: Document, figures: Sequence[Quantity], fits: Callable[[str], bool]
) -> Iterator[Tally]:
    """The lists that these figures form, those left out that look like more than one race.

    `fits` says of the prose right behind a figure whether the figure may be one of the list.
    """
    for tally in _joined(document, _in_sentences(document, figures, fits)):
        if is_one_race(document, tally):
            yield tally


def _in_sentences(
    document: Document, figures: Sequence[Quantity], fits: Callable[[str], bool]
) -> Iterator[Tally]:
    """The list within each sentence, cut where a name comes again."""
    by_sentence: dict[int, list[Quantity]] = {}
    for one in figures:
        by_sentence.setdefault(document.sentence_at(one.span.start), []).append(one)
    for index, ones in by_sentence.items():
        span = document.sentences[index].span
        for parts in _without_repeats(_parts(document.prose, span, ones, fits)):
            yield Tally(parts, span, listed=_is_item(document.prose, span, parts))


def _parts(
    prose: str, sentence: Span, figures: Sequence[Quantity], fits: Callable[[str], bool]
) -> Iterator[Part]:
    ends = [sentence.start, *(one.span.end for one in figures)]
    starts = [*(one.span.start for one in figures[1:]), sentence.end]
    for one, begin, end in zip(figures, ends, starts, strict=False):
        after = prose[one.span.end : max(end, one.span.end)]
        if not fits(after):
            continue
        lead = prose[max(begin, one.span.start - _LONGEST) : one.span.start]
        last = one is figures[-1]
        if holder := _named_after(after, last=last) or _named_before(lead, after):
            yield Part(holder, one)


def _named_before(lead: str, after: str) -> str:
    """Who stands before a figure with nothing between but words that link the two."""
    found = _links().search(lead)
    link = found[0] if found else ""
    if re.fullmatch(r",? and ", link) or (link == ", " and not _ENDS_ENTRY.match(after)):
        return ""
    head = re.sub(r" ?\([^()]*\)$", "", lead[: found.start()] if found else lead)
    in_brackets = "(" in link
    if name := _at_end(head, in_brackets=in_brackets):
        return name
    return _at_end(_APPOSITION.sub("", head), in_brackets=in_brackets) if link[:1] == "," else ""


def _at_end(head: str, *, in_brackets: bool) -> str:
    name = _holder_at_end().search(head)
    holder = _without_opening(name[0]) if name else ""
    if not name or not holder:
        return ""
    before = head[: name.start()].rstrip()
    last = before.rpartition(" ")[2].lower()
    # "Ahead of the Greens on 21 percent", "to Marsh’s 48 percent": who follows has the figure.
    fine = before.endswith(("ahead of", "in front of")) or name[0].endswith(("’s", "'s"))
    if last in words("not_before_holders") and not fine:
        return ""
    return "" if last in words("takes_place") and not in_brackets else _tidy(holder)


def _named_after(after: str, *, last: bool) -> str:
    """Who stands behind: "52 percent for Brook", "54 percent voted yes"."""
    found = _holder_behind().match(after)
    # "52 percent to Marsh’s 48": the name goes with the figure that follows it.
    if not found or not (
        last or re.match(r"[,;]| and | but | while | with ", after[found.end() :])
    ):
        return ""
    return _tidy(found["name"] or found["side"])


def _without_opening(name: str) -> str:
    """A name without what opens the sentence: "Yesterday Ada Brook", "In Quenby Ada Brook"."""
    first, _, rest = name.partition(" ")
    if first.lower() in words("not_before_holders"):
        return _without_opening(rest.partition(" ")[2])
    return _without_opening(rest) if first.lower() in words("not_holders") - {"the"} else name


def _tidy(name: str) -> str:
    bare = re.sub(r"(?:’s|'s|’)$", "", name).strip(" .")
    return f"the {bare[4:]}" if bare.startswith("The ") else bare


@cache
def _links() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,:(=|–—-]|(?<![\w-]){one_of('links')}(?![\w-]))+$")


@cache
def _holder_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:\b[Tt]he )?(?:{NAME}|\b(?i:{one_of('holders')}))$")


@cache
def _holder_behind() -> re.Pattern[str]:
    base = rf"(?: of {one_of('vote_bases')})?"
    verb = r" (?:for|to|from|went to|voted for|backed|chose|in favour of|in favor of|opted for)"
    name = rf"(?P<name>(?:the )?{NAME}|{one_of('holders')}\b)"
    return re.compile(rf"{base}(?:{verb} {name}| voted (?P<side>{one_of('sides')})\b)")


def _words_of(holder: str) -> frozenset[str]:
    found = frozenset(holder.lower().replace("’s", "").split())
    return found - words("party_words") or found


def _without_repeats(parts: Iterable[Part]) -> Iterator[tuple[Part, ...]]:
    run: list[Part] = []
    for part in parts:
        if any(_words_of(part.holder) & _words_of(one.holder) for one in run):
            yield tuple(run)
            run = []
        run.append(part)
    if run:
        yield tuple(run)


def _is_item(prose: str, sentence: Span, parts: Sequence[Part]) -> bool:
    """Whether the sentence is no more than an item of a list: "- Ada Brook: 48.3%"."""
    one = parts[0]
    before = prose[sentence.start : one.quantity.span.start]
    return (
        len(parts) == 1
        and before.lstrip("-*•– ").startswith(one.holder)
        and _ENDS_ITEM.match(prose, one.quantity.span.end) is not None
    )


def _joined(document: Document, tallies: Iterable[Tally]) -> Iterator[Tally]:
    """Lists that run over sentences or lines put together."""
    last: Tally | None = None
    for tally in tallies:
        if last and _goes_on(document, last, tally):
            last = replace(
                last,
                parts=last.parts + tally.parts,
                span=Span(last.span.start, tally.span.end),
                listed=last.listed,
            )
        else:
            if last:
                yield last
            last = tally
    if last:
        yield last


def _goes_on(document: Document, last: Tally, tally: Tally) -> bool:
    before, here = (document.sentence_at(one.span.end - 1) for one in (last, tally))
    if here != before + 1 or len([*_without_repeats(last.parts + tally.parts)]) > 1:
        return False
    if last.listed or tally.listed:
        return last.listed and tally.listed and _spaced_alike(document, last, tally)
    paragraphs = {document.sentences[index].paragraph for index in (before, here)}
    text = tally.span.of(document.prose)
    return len(paragraphs) == 1 and bool(whole_words("goes_on").search(text))


def _spaced_alike(document: Document, last: Tally, item: Tally) -> bool:
    """Whether an item follows as those before it did: below an empty line another list begins."""
    parts = (*last.parts, *item.parts)[-3:]
    gaps = {
        document.prose.count("\n", one.quantity.span.end, other.quantity.span.start)
        for one, other in pairwise(parts)
    }
    return len(gaps) == 1
