// The gazetteer: names of countries, regions, cities, towns and sites with what each may stand for, and the few words that
// tell a place from something else. One name may have many entries ("Springfield"); which one is meant is decided elsewhere.
//
// compile_places() packs lexicon/places/*.txt and lexicon/countries.txt into sections "places.…"; Gazetteer::open() uses
// them in place by mapping, so that there is no load time. Immutable, shared by threads.
// Source of the data: see the heads of the files; docs/decisions/gazetteer.md says why these.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/packed_file.h"
#include "bayhaqi/document.h"
#include "lexicon/phrase_table.h"
#include "lexicon/source.h"

namespace bayhaqi {

// A place. `point` is its direction from the centre of the earth: the dot product of two gives their distance.
struct PlaceRecord {
  std::uint32_t name = 0;  // offset into the strings
  std::array<char, 4> country{};
  float latitude = 0;
  float longitude = 0;
  std::array<float, 3> point{};
  std::uint32_t population = 0;
  std::uint32_t geonames = 0;
  std::uint32_t region = 0;  // offset of the name of the first-level region that holds it; 0: none or unknown
  std::uint32_t line = 0;
  std::uint16_t file = 0;
  std::uint16_t cow = 0;  // of the country, 0: none
  std::uint16_t gw = 0;
  std::uint8_t precision = 0;  // PlacePrecision
  std::uint8_t capital = 0;    // 1: seat of a government
  std::uint8_t known = 0;      // 1: what its bare name means in the news of the world
  std::array<std::uint8_t, 3> unused{};
  static constexpr bool kHoldsFloats = true;

  [[nodiscard]] std::string_view code() const { return {country.data(), country[0] == '\0' ? 0U : 3U}; }
  [[nodiscard]] PlacePrecision kind() const { return static_cast<PlacePrecision>(precision); }
};

// What is known of a name as such, beside its entries.
enum class NameMark : std::uint32_t {
  kDemonym = 1,   // "Iraqi": never a place, but says which country the article is about
  kSupport = 2,   // marked with * in the dictionary
  kWord = 4,      // also an English word ("Reading")
  kPerson = 8,    // also a first name or surname ("Paris")
  kCapitals = 16, // an acronym, counts only in capitals ("UAE")
  kShort = 32,    // "Calif.": counts only behind a place and a comma
  kVariant = 64   // another spelling of a town's name ("Frankfurt" for Frankfort)
};

// A name and one of its entries.
struct PlaceName {
  std::uint32_t place = 0;
  std::uint32_t marks = 0;  // bits of NameMark

  [[nodiscard]] bool has(NameMark mark) const { return (marks & static_cast<std::uint32_t>(mark)) != 0; }
};

// Classes of words around a name; lexicon/places/words.txt explains each.
enum class PlaceWord : std::uint32_t {
  kIn = 1U << 0,         // prepositions that by themselves say "place": in, near, throughout
  kWay = 1U << 1,        // prepositions that may stand before a place
  kMotion = 1U << 2,     // words of motion and of being somewhere
  kEnter = 1U << 3,      // verbs whose object is a place, even a country: enter, invade
  kStrike = 1U << 4,     // verbs whose object may be a place or its government: shell, seize
  kPart = 1U << 5,       // nouns that make a place of the name beside them: city, border, north
  kKind = 1U << 6,       // nouns that end a name: province, River
  kDirection = 1U << 7,  // northern, upper, occupied
  kTitle = 1U << 8,      // persons and bodies: president, embassy
  kJoined = 1U << 9,     // after a hyphen: based, born
  kNever = 1U << 10,     // names that are hardly ever places: March
  kStreet = 1U << 11,    // of `kind`, those whose name says nothing about where: "London Road"
  kAdmin = 1U << 12,     // of `kind`, those that written small do not belong to the name
  kOf = 1U << 13,
  kFrom = 1U << 14,
  kToward = 1U << 15,    // to, for, over: places beside a word of motion
  kLoose = 1U << 16,     // of `toward`, those that take a town without motion
  kOn = 1U << 17,
  kWith = 1U << 18,
  kCause = 1U << 19,     // by, than, because
  kEdge = 1U << 20,      // border, frontier
  kExample = 1U << 21,   // such as
  kTelling = 1U << 22,   // report, news
  kFacility = 1U << 23,  // nouns that end the name of a building or ground
  kBefore = 1U << 24,    // nouns that begin the name of a site: Lake, Fort
  kLand = 1U << 25       // what a country has as a place: economy, history
};

void compile_places(LexiconSource& source);

class Gazetteer {
 public:
  static Result<Gazetteer> open(const PackedFile& lexicon);

  [[nodiscard]] const PhraseTable& names() const { return names_; }
  // A value of names().
  [[nodiscard]] const PlaceName& name(std::uint32_t value) const { return entries_[value < entries_.size() ? value : 0]; }
  [[nodiscard]] const PlaceRecord& place(std::uint32_t index) const { return places_[index]; }
  [[nodiscard]] std::string_view string(std::uint32_t offset) const { return strings_.data() + offset; }
  // Classes of a folded word, by its hash.
  [[nodiscard]] std::uint32_t classes(std::uint64_t word_hash) const;

  struct Word {
    std::uint64_t hash = 0;
    std::uint64_t classes = 0;
  };

 private:
  PhraseTable names_;
  std::span<const PlaceName> entries_;
  std::span<const PlaceRecord> places_;
  std::span<const Word> words_;  // sorted by hash
  std::string_view strings_;
};

[[nodiscard]] std::array<float, 3> point_on_earth(double latitude, double longitude);
// In kilometres.
[[nodiscard]] float distance_between(const PlaceRecord& a, const PlaceRecord& b);

}  // namespace bayhaqi
