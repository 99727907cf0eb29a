#include "actor/entities.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace bayhaqi {

namespace {

constexpr double kDecayPerSentence = 0.75;
constexpr double kHomeWeight = 5;        // of the publisher's country: like a few mentions far away
constexpr double kSameSentence = 3;      // what a country named in the sentence itself weighs
constexpr double kArticleShare = 0.6;  // of a mention's weight that counts however far away it is
constexpr double kRivalInAll = 0.5;    // the same of the whole article
constexpr double kRivalShare = 0.3;      // of the weight of the first that makes another country worth thinking of

}  // namespace

std::string surname_of(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return folded(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

ActorIndex Entities::intern(const std::string& key, Actor actor, Entity entity) {
  const auto [place, fresh] = by_key_.try_emplace(key, ActorIndex(document_.actors.size()));
  if (fresh) {
    if (actor.person && entity.surname.empty()) entity.surname = surname_of(actor.name);
    document_.actors.push_back(std::move(actor));
    entities_.push_back(std::move(entity));
  }
  return place->second;
}

void Entities::mention(ActorIndex actor, TokenIndex first, TokenIndex last, TokenIndex head, MentionKind kind, RuleRef rule, bool subject) {
  ActorMention mention;
  mention.span = {document_.tokens[first.value].span.begin, document_.tokens[last.value - 1].span.end};
  mention.first = first;
  mention.last = last;
  mention.head = head;
  mention.actor = actor;
  mention.kind = kind;
  mention.rule = rule;
  document_.mentions.push_back(mention);
  const SentenceIndex sentence = document_.tokens[head.value].sentence;
  if (!actor_at_[head.value]) actor_at_[head.value] = actor;
  seen_.push_back({actor, head, sentence, subject, kind == MentionKind::kPronoun});
}

void Entities::add_role(ActorIndex actor, std::string_view role) {
  auto& roles = document_.actors[actor.value].roles;
  const std::string lower = lowered(role);
  if (!lower.empty() && std::find(roles.begin(), roles.end(), lower) == roles.end()) roles.push_back(lower);
}

void Entities::learn_name(ActorIndex actor, std::string_view name) {
  document_.actors[actor.value].name = std::string(name);
  document_.actors[actor.value].person = true;
  entities_[actor.value].person = true;
  entities_[actor.value].surname = surname_of(name);
}

void Entities::note_country(std::string_view code, SentenceIndex sentence, double weight) {
  if (code.size() == 3) countries_.push_back({std::string(code), sentence, weight});
}

bool Entities::tells_of(std::string_view country) const { return std::ranges::find(countries_, country, &CountryNote::code) != countries_.end(); }

const std::map<std::string, double>& Entities::weights_at(SentenceIndex sentence) const {
  if (weighed_notes_ == countries_.size() && weighed_at_ == sentence && weighed_notes_ != 0) return weights_;
  weights_.clear();
  weighed_notes_ = countries_.size();
  weighed_at_ = sentence;
  if (!home_.empty()) weights_[home_] = kHomeWeight;
  for (const CountryNote& note : countries_) {
    const std::uint32_t distance = note.sentence.value > sentence.value ? note.sentence.value - sentence.value + 2 : sentence.value - note.sentence.value;
    double decay = distance == 0 ? kSameSentence : 1;
    for (std::uint32_t i = 0; i < std::min(distance, 30U); ++i) decay *= kDecayPerSentence;
    weights_[note.code] += note.weight * (kArticleShare + decay);
  }
  return weights_;
}

std::string Entities::focus_country(SentenceIndex sentence, std::string_view not_this) const {
  const std::map<std::string, double>& weights = weights_at(sentence);
  std::string best;
  double most = 0;
  for (const auto& [code, weight] : weights) {
    if (weight > most) {
      most = weight;
      best = code;
    }
  }
  if (best != not_this || not_this.empty()) return best;
  std::map<std::string, double> in_all;
  for (const CountryNote& note : countries_) in_all[note.code] += note.weight;
  std::string second;
  double most_of_others = 0;
  for (const auto& [code, weight] : weights) {
    if (code != not_this && weight > most_of_others && in_all[code] >= kRivalInAll * in_all[std::string(not_this)]) {
      most_of_others = weight;
      second = code;
    }
  }
  return most_of_others >= kRivalShare * most ? second : best;
}

}  // namespace bayhaqi
