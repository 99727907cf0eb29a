// Names of the gazetteer in a document, before it is decided whether they are used as places and which places they are.
// In: tokens and trees. Out: candidates in text order that do not overlap, longest name first.
// One `Candidate` vector is reused inside a document; nothing is allocated per token.
#pragma once

#include <string>
#include <vector>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "place/gazetteer.h"

namespace bayhaqi {

enum class PlaceUse : std::uint8_t {
  kNot,     // something else: a government, part of another name, an adjective
  kPerson,  // a person's name; says that the same word elsewhere is one too
  kWeak,    // may be a place, if nothing speaks against the name
  kPlace    // the words around it say "place"
};

struct PlaceCandidate {
  std::uint32_t first = 0;  // tokens first..last, half-open
  std::uint32_t last = 0;
  std::uint32_t head = 0;
  std::span<const std::uint32_t> names;  // values of Gazetteer::names(); empty for a name it does not know
  std::uint32_t likely = 0;              // the place that the name means where nothing else is known
  std::uint32_t marks = 0;               // of NameMark, those of the likely reading
  std::uint32_t chosen = 0xFFFFFFFF;     // place; all ones: unresolved
  std::uint32_t inside = 0xFFFFFFFF;     // the candidate after the comma: "Homs, Syria"
  std::uint32_t within = 0xFFFFFFFF;     // a candidate that holds this unresolved one: "Evin Prison in Tehran"
  PlaceUse use = PlaceUse::kNot;
  std::string_view reason = "";          // why, for the trace
  bool wants_region = false;             // "X province"
  bool wants_city = false;               // "the town of X"
  bool context_only = false;             // a demonym
  bool weak = false;                     // nothing around it says "place"
  bool dateline = false;                 // stands before the first token; first and last are 0
  Span outside;                          // of a name in the dateline; empty where the text has no dateline

  [[nodiscard]] bool has(NameMark mark) const { return (marks & static_cast<std::uint32_t>(mark)) != 0; }
  [[nodiscard]] bool known() const { return !names.empty(); }
};

// How a name is written.
struct Writing {
  bool capitals = false;  // one word, all in capitals
  bool after_comma = false;
  std::size_t size = 0;   // of its first word
};

// Chooses the likely reading of a name; false if no entry is written like that.
bool choose_likely(const Gazetteer& gazetteer, PlaceCandidate& candidate, const Writing& writing);

// A document as this layer reads it: word classes of tokens, neighbours, heads.
class PlaceView {
 public:
  PlaceView(const Document& document, const Gazetteer& gazetteer) : document_(document), gazetteer_(gazetteer), children_(document) {}

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }
  [[nodiscard]] const Children& children() const { return children_; }
  [[nodiscard]] const Token& token(std::uint32_t index) const { return document_.tokens[index]; }
  [[nodiscard]] std::string_view form(std::uint32_t index) const { return document_.form(TokenIndex(index)); }

  // Classes (bits of PlaceWord) of the word and of its lemma.
  [[nodiscard]] std::uint32_t classes(std::uint32_t index) const;
  [[nodiscard]] bool is(std::uint32_t index, PlaceWord kind) const { return (classes(index) & static_cast<std::uint32_t>(kind)) != 0; }
  [[nodiscard]] std::uint32_t classes_of(std::string_view word) const;
  [[nodiscard]] bool capitalised(std::uint32_t index) const;
  // Whether both tokens stand in one sentence.
  [[nodiscard]] bool same_sentence(std::uint32_t a, std::uint32_t b) const { return b < document_.tokens.size() && token(a).sentence == token(b).sentence; }
  // The token of first..last that hangs on something outside.
  [[nodiscard]] std::uint32_t head_of(std::uint32_t first, std::uint32_t last) const;
  // Hash of a token's folded form.
  [[nodiscard]] std::uint64_t hash(std::uint32_t index) const;
  [[nodiscard]] std::uint64_t hash_of(std::string_view word) const;

 private:
  const Document& document_;
  const Gazetteer& gazetteer_;
  Children children_;
  mutable std::string scratch_;
};

void find_candidates(const PlaceView& view, std::vector<PlaceCandidate>& out);

// Puts the places of the dateline behind the candidates; each part after a comma holds the one before it.
void add_dateline_places(const PlaceView& view, std::vector<PlaceCandidate>& out);

// How likely a name means a place before anything is known of the text: its kind and its population.
[[nodiscard]] float prior_of(const PlaceRecord& place);
// The same for one of its names.
[[nodiscard]] float prior_of(const Gazetteer& gazetteer, const PlaceName& name);

}  // namespace bayhaqi
