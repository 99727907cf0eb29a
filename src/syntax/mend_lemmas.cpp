#include "syntax/mend_lemmas.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

std::uint64_t hash_of(std::string_view word) { return hash_folded_word(folded(word)); }

// What a regular form may be a form of, likelier ones first.
std::vector<std::string> regular_lemmas(const std::string& form, bool noun) {
  std::vector<std::string> lemmas;
  const auto stem = [&](std::size_t cut) { return form.substr(0, form.size() - cut); };
  const auto undoubled = [&](std::string base) {
    if (base.size() > 2 && base[base.size() - 1] == base[base.size() - 2]) {
      base.pop_back();
      lemmas.push_back(std::move(base));
    }
  };
  if (form.size() > 4 && form.ends_with("ies")) lemmas.push_back(stem(3) + "y");
  if (form.size() > 3 && form.ends_with("s")) lemmas.push_back(stem(1));
  if (form.size() > 4 && form.ends_with("es")) lemmas.push_back(stem(2));
  if (noun) {
    if (form.size() > 4 && form.ends_with("men")) lemmas.push_back(stem(3) + "man");
    return lemmas;
  }
  if (form.size() > 4 && form.ends_with("ied")) lemmas.push_back(stem(3) + "y");
  if (form.size() > 3 && form.ends_with("ed")) {
    lemmas.push_back(stem(2));
    lemmas.push_back(stem(1));
    undoubled(stem(2));
  }
  if (form.size() > 4 && form.ends_with("ing")) {
    lemmas.push_back(stem(3));
    lemmas.push_back(stem(3) + "e");
    undoubled(stem(3));
  }
  return lemmas;
}

void set_lemma(Document& document, TokenIndex index, std::string_view lemma) {
  const auto begin = static_cast<std::uint32_t>(document.lemma_text.size());
  document.tokens[index.value].lemma = {begin, begin + static_cast<std::uint32_t>(lemma.size())};
  document.lemma_text += lemma;
}

// Web addresses keep their capitals, and names that have one keep it.
void mend_name(Document& document, TokenIndex index) {
  const std::string form(document.form(index));
  if (form.find("://") != std::string::npos || form.starts_with("www.")) return set_lemma(document, index, form);
  const std::string lemma(document.lemma(index));
  if (form.empty() || lemma.empty()) return;
  const CodePoint first = decode_utf8(form, 0);
  if (!is_upper(first.value) || !is_lower(decode_utf8(lemma, 0).value)) return;
  const bool same_letter = lowered(form.substr(0, first.size)) == lemma.substr(0, decode_utf8(lemma, 0).size);
  if (lemma == lowered(form)) set_lemma(document, index, form);
  else if (same_letter) set_lemma(document, index, form.substr(0, first.size) + lemma.substr(decode_utf8(lemma, 0).size));
}

// "1,100": the lemma of a number is without the commas between its thousands.
void mend_number(Document& document, TokenIndex index) {
  const std::string form(document.form(index));
  std::string plain;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool digit = form[i] >= '0' && form[i] <= '9';
    if (form[i] != ',') plain += form[i];
    else if (i == 0 || form.size() < i + 4 || (form.size() > i + 4 && form[i + 4] != ',' && form[i + 4] != '.')) return;
    if (!digit && form[i] != ',' && form[i] != '.') return;
  }
  if (plain.size() < form.size()) set_lemma(document, index, plain);
}

}  // namespace

void compile_lemmas(LexiconSource& source) {
  std::vector<KnownLemmas::Word> known;
  std::vector<KnownLemmas::Word> irregular;
  std::string strings(1, '\0');
  const auto add = [&](std::string_view word, bool noun) {
    if (word.empty() || word.front() == '%') return;
    word = word.substr(0, word.find('+'));
    if (const std::size_t joint = word.rfind('_'); joint != std::string_view::npos) word.remove_prefix(joint + 1);
    known.push_back({hash_of(word), 0, noun ? 1U : 0U});
  };
  for (const std::string& name : source.list_lexicon("events/frames")) {
    const Table table = source.read_lexicon(name);
    for (const Row& row : table.rows()) {
      const std::string_view head = row.at(0).text.substr(0, row.at(0).text.find(' '));
      const std::size_t slash = head.rfind('/');
      if (slash != std::string_view::npos) add(head.substr(0, slash), head.ends_with("/n"));
    }
  }
  for (const std::string& name : source.list_lexicon("events/sets")) {
    const Table table = source.read_lexicon(name);
    for (const Row& row : table.rows()) {
      const bool noun = !row.at(0).text.starts_with("%v_");
      for (const Field& member : split_field(row.at(1), ';')) add(member.text, noun);
    }
  }
  const Table speech = source.read_lexicon("speech/verbs.txt");
  for (const Row& row : speech.rows()) add(row.at(0).text, false);
  for (const bool noun : {false, true}) {
    const Table table = source.read_lexicon(noun ? "words/irregular_nouns.txt" : "words/irregular_verbs.txt");
    table.expect_sorted(source.faults());
    for (const Row& row : table.rows()) {
      if (row.at(1).text.empty()) table.fault(row, row.at(1), "expected a lemma, found nothing", source.faults());
      irregular.push_back({hash_of(row.at(0).text), static_cast<std::uint32_t>(strings.size()), noun ? 1U : 0U});
      strings.append(row.at(1).text).push_back('\0');
    }
  }
  const auto order = [](const KnownLemmas::Word& a, const KnownLemmas::Word& b) { return std::tie(a.hash, a.noun) < std::tie(b.hash, b.noun); };
  const auto same = [](const KnownLemmas::Word& a, const KnownLemmas::Word& b) { return a.hash == b.hash && a.noun == b.noun; };
  for (auto* list : {&known, &irregular}) {
    std::stable_sort(list->begin(), list->end(), order);
    list->erase(std::unique(list->begin(), list->end(), same), list->end());
  }
  source.out().add("lemmas.known", known);
  source.out().add("lemmas.irregular", irregular);
  source.out().add_text("lemmas.strings", strings);
}

Result<KnownLemmas> KnownLemmas::open(const PackedFile& file) {
  KnownLemmas lemmas;
  auto known = file.array<Word>("lemmas.known");
  if (!known) return std::unexpected(known.error());
  auto irregular = file.array<Word>("lemmas.irregular");
  if (!irregular) return std::unexpected(irregular.error());
  auto strings = file.text("lemmas.strings");
  if (!strings) return std::unexpected(strings.error());
  const bool inside = !strings->empty() && strings->back() == '\0' && std::ranges::all_of(*irregular, [&](const Word& word) { return word.lemma < strings->size(); });
  if (!inside) return fail(ErrorCode::kFormat, "has a section of lemmas that points outside itself", file.name());
  lemmas.known_ = *known;
  lemmas.irregular_ = *irregular;
  lemmas.strings_ = *strings;
  return lemmas;
}

bool KnownLemmas::knows(std::uint64_t lemma, bool noun) const {
  return std::binary_search(known_.begin(), known_.end(), Word{lemma, 0, noun ? 1U : 0U}, [](const Word& a, const Word& b) { return std::tie(a.hash, a.noun) < std::tie(b.hash, b.noun); });
}

std::string_view KnownLemmas::irregular(std::uint64_t form, bool noun) const {
  const Word wanted{form, 0, noun ? 1U : 0U};
  const auto found = std::lower_bound(irregular_.begin(), irregular_.end(), wanted, [](const Word& a, const Word& b) { return std::tie(a.hash, a.noun) < std::tie(b.hash, b.noun); });
  return found != irregular_.end() && found->hash == form && found->noun == wanted.noun ? std::string_view(strings_.data() + found->lemma) : std::string_view{};
}

void mend_lemmas(Document& document, const KnownLemmas& lemmas) {
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    Token& token = document.tokens[i];
    const bool noun = token.upos == Upos::kNoun;
    if (token.upos == Upos::kPropn) {
      mend_name(document, TokenIndex(i));
      continue;
    }
    if (token.upos == Upos::kNum) mend_number(document, TokenIndex(i));
    if (!noun && token.upos != Upos::kVerb) continue;
    if (lemmas.knows(hash_of(document.lemma(TokenIndex(i))), noun)) continue;
    const std::string form = folded(document.form(TokenIndex(i)));
    const std::string_view lemma = lemmas.irregular(hash_folded_word(form), noun);
    if (!lemma.empty() && (document.lemma(TokenIndex(i)) != form || lemmas.knows(hash_of(lemma), noun))) {  // "they rent it" is no "rend"
      set_lemma(document, TokenIndex(i), lemma);
      continue;
    }
    for (const std::string& each : regular_lemmas(form, noun)) {
      if (!lemmas.knows(hash_folded_word(each), noun)) continue;
      set_lemma(document, TokenIndex(i), each);
      break;
    }
  }
}

}  // namespace bayhaqi
