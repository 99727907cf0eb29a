#include "event/category_model.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "document/codes.h"
#include "event/frames.h"
#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

constexpr std::string_view kFolder = "events/model";
// The categories in the order of the weights; the last is "no act".
constexpr std::array<std::string_view, 17> kCategories = {"AGREE",   "CONSULT",  "SUPPORT",  "CONCEDE",  "COOPERATE", "AID",    "RETREAT", "REQUEST", "ACCUSE",
                                                          "REJECT",  "THREATEN", "PROTEST",  "SANCTION", "MOBILIZE",  "COERCE", "ASSAULT", ""};

std::uint64_t hash_feature(std::string_view feature) { return hash_folded_word(feature); }

// Classes of phrases whose preposition and head word count as features of their own.
bool is_preposition_slot(const Document& document, const Children& children, TokenIndex token, std::string& word) {
  const Relation relation = document.tokens[token.value].relation;
  if (relation != Relation::kObl && relation != Relation::kNmod && relation != Relation::kOblAgent) return false;
  word = preposition(document, children, token);
  return !word.empty();
}

void add_actor(const Document& document, std::string_view slot, TokenIndex token, std::vector<std::string>& out) {
  for (const ActorMention& mention : document.mentions) {
    if (mention.head != token) continue;
    const std::string_view sector = sector_of(document.actors[mention.actor.value].code);
    out.push_back(std::string(slot) + "=" + std::string(sector.empty() ? std::string_view("land") : sector));
    return;
  }
}

}  // namespace

std::vector<std::string> predicate_features(const Document& document, const Children& children, const Arguments& arguments, TokenIndex predicate) {
  const auto lemma = [&](TokenIndex token) { return folded(document.lemma(token)); };
  std::vector<std::string> out;
  std::string head = (document.tokens[predicate.value].upos == Upos::kVerb ? "v:" : "n:") + lemma(predicate);
  for (const TokenIndex each : children.of(predicate)) {
    if (document.tokens[each.value].relation == Relation::kCompoundPrt) head += "+" + lemma(each);
  }
  out.push_back(std::move(head));
  static constexpr std::array<std::string_view, 3> kSlots = {"subj", "obj", "comp"};
  for (const std::string_view slot : kSlots) {
    for (const TokenIndex each : arguments.in(slot_hash(slot))) {
      if (slot != "subj") out.push_back(std::string(slot) + ":" + lemma(each));
      add_actor(document, slot, each, out);
    }
  }
  std::string word;
  for (const Argument& argument : arguments.all) {
    if (!is_preposition_slot(document, children, argument.token, word)) continue;
    out.push_back("prep:" + word);
    out.push_back(word + ":" + lemma(argument.token));
    add_actor(document, word, argument.token, out);
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Result<CategoryModel> CategoryModel::open(const PackedFile& lexicon) {
  CategoryModel model;
  auto features = lexicon.array<FeatureRecord>("event.model.features");
  if (!features) return std::unexpected(features.error());
  auto weights = lexicon.array<WeightRecord>("event.model.weights");
  if (!weights) return std::unexpected(weights.error());
  bool sound = true;
  for (const FeatureRecord& f : *features) sound = sound && f.first <= weights->size() && f.count <= weights->size() - f.first;
  for (const WeightRecord& w : *weights) sound = sound && w.category < kCategories.size() && std::isfinite(w.weight);
  if (!sound) return fail(ErrorCode::kFormat, "has a classifier that points outside itself", lexicon.name());
  model.features_ = *features;
  model.weights_ = *weights;
  return model;
}

std::vector<float> CategoryModel::probabilities(std::span<const std::string> features) const {
  std::vector<float> scores(kCategories.size(), 0);
  const auto add = [&](std::string_view feature) {
    const std::uint64_t hash = hash_feature(feature);
    const auto found = std::ranges::lower_bound(features_, hash, {}, &FeatureRecord::hash);
    if (found == features_.end() || found->hash != hash) return;
    for (const WeightRecord& weight : weights_.subspan(found->first, found->count)) scores[weight.category] += weight.weight;
  };
  add("bias");
  for (const std::string& feature : features) add(feature);
  const float top = *std::ranges::max_element(scores);
  float sum = 0;
  for (float& score : scores) sum += score = std::exp(score - top);
  for (float& score : scores) score /= sum;
  return scores;
}

CategoryModel::Guess CategoryModel::best(std::span<const std::string> features) const {
  const std::vector<float> scores = probabilities(features);
  const auto top = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
  return {kCategories[top], scores[top]};
}

float CategoryModel::probability(std::span<const std::string> features, std::string_view category) const {
  const auto known = std::ranges::find(kCategories, category);
  return known == kCategories.end() ? 0.0F : probabilities(features)[static_cast<std::size_t>(known - kCategories.begin())];
}

// "obj:embassy | ASSAULT 0.42; PROTEST 0.31"
void compile_category_model(LexiconSource& source) {
  std::vector<std::pair<std::uint64_t, std::vector<CategoryModel::WeightRecord>>> rows;
  for (const std::string& name : source.list_optional(kFolder)) {
    const Table table = source.read_lexicon(name);
    table.expect_sorted(source.faults());
    for (const Row& row : table.rows()) {
      std::vector<CategoryModel::WeightRecord> weights;
      for (const Field& each : split_field(row.at(1), ';')) {
        const std::size_t blank = std::min(each.text.find(' '), each.text.size());
        const std::string_view category = each.text.substr(0, blank);
        const auto known = std::ranges::find(kCategories, category == "-" ? std::string_view{} : category);
        float weight = 0;
        const std::string_view number = blank < each.text.size() ? each.text.substr(blank + 1) : std::string_view{};
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), weight);
        if (known == kCategories.end() || error != std::errc{} || end != number.data() + number.size()) {
          table.fault(row, each, "expected a category and a weight, found '" + std::string(each.text) + "'", source.faults());
          continue;
        }
        weights.push_back({static_cast<std::uint32_t>(known - kCategories.begin()), weight});
      }
      rows.emplace_back(hash_feature(row.at(0).text), std::move(weights));
    }
  }
  std::ranges::stable_sort(rows, {}, &std::pair<std::uint64_t, std::vector<CategoryModel::WeightRecord>>::first);
  std::vector<CategoryModel::FeatureRecord> features;
  std::vector<CategoryModel::WeightRecord> weights;
  for (const auto& [hash, of_feature] : rows) {
    if (!features.empty() && features.back().hash == hash) continue;
    features.push_back({hash, static_cast<std::uint32_t>(weights.size()), static_cast<std::uint32_t>(of_feature.size())});
    weights.insert(weights.end(), of_feature.begin(), of_feature.end());
  }
  source.out().add("event.model.features", features);
  source.out().add("event.model.weights", weights);
}

}  // namespace bayhaqi
