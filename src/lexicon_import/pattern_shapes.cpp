#include "lexicon_import/pattern_shapes.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lexicon_import/pattern_phrases.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kMostShapes = 4;  // more ways to read a pattern than these are not followed

// A shape while its pattern is being read, from the left of the verb to the right.
struct Draft {
  FrameShape shape;
  std::string object;   // "": none yet, "*": a placeholder stands there, "=": words do
  char pending = 0;     // the placeholder that stands as object
  std::string outer;    // "comp" behind an infinitive, or the preposition whose noun the next phrase hangs on
};

using Drafts = std::vector<Draft>;

void add_once(std::vector<std::string>& list, std::string item) {
  if (std::ranges::find(list, item) == list.end()) list.push_back(std::move(item));
}

class Shaper {
 public:
  explicit Shaper(const PatternWords& words) : words_(words), drafts_(1) {}

  ShapedPattern shape(const std::vector<PatternPhrase>& left, const std::vector<PatternPhrase>& right, bool linear) {
    passive_ = linear && has_agent(right);
    read_left(left, linear && (passive_ || has_be(left)));
    for (std::size_t i = 0; i < right.size(); ++i) {
      Drafts next;
      for (const Draft& draft : drafts_) read_right(right[i], i + 1 == right.size(), draft, next);
      if (next.size() > kMostShapes) {
        lose("some of the ways in which its words can be meant are left out");
        next.resize(kMostShapes);
      }
      drafts_ = std::move(next);
    }
    ShapedPattern result;
    for (Draft& draft : drafts_) {
      if (!draft.shape.governor.empty()) hang_below(draft.shape);
      drop_idle_stars(draft.shape.constraints);
      const bool known = std::ranges::any_of(result.shapes, [&](const FrameShape& each) { return each.constraints == draft.shape.constraints && each.particle == draft.shape.particle; });
      if (!known) result.shapes.push_back(std::move(draft.shape));
    }
    result.losses = std::move(losses_);
    return result;
  }

 private:
  void lose(std::string what) { add_once(losses_, std::move(what)); }

  static bool has_agent(const std::vector<PatternPhrase>& right) {
    return std::ranges::any_of(right, [](const PatternPhrase& each) { return each.preposition == "by" && each.placeholder != 0; });
  }
  static bool has_be(const std::vector<PatternPhrase>& left) {
    return std::ranges::any_of(left, [](const PatternPhrase& each) { return each.kind == WordClass::kBe; });
  }

  // The noun with its modifiers: "treaty~old".
  [[nodiscard]] std::string noun(const std::vector<std::string>& phrase) const {
    return constraint_value(phrase.back(), words_);
  }

  void constrain_noun(Draft& draft, const std::string& slot, const std::vector<std::string>& phrase) const {
    if (phrase.size() == 1) return draft.shape.constraints.push_back(slot + "=" + noun(phrase));
    for (std::size_t i = 0; i + 1 < phrase.size(); ++i) {
      std::string values;
      const std::string heads = noun(phrase);
      const std::string modifiers = constraint_value(phrase[i], words_);
      for (const Field& head : split_field({heads, 1}, ',')) {
        for (const Field& modifier : split_field({modifiers, 1}, ',')) {
          values += (values.empty() ? "" : ",") + std::string(head.text) + "~" + std::string(modifier.text);
        }
      }
      draft.shape.constraints.push_back(slot + "=" + values);
    }
  }

  void look_anywhere(Draft& draft, const std::vector<std::string>& phrase) {
    for (const std::string& word : phrase) draft.shape.constraints.push_back("text=" + constraint_value(word, words_));
    lose("a word is looked for anywhere in the sentence");
  }

  static void assign(Draft& draft, char placeholder, const std::string& slot) {
    if (placeholder == '+' || placeholder == '%') add_once(draft.shape.targets, slot);
    if (placeholder == '$' || placeholder == '%') add_once(draft.shape.sources, slot);
    if (placeholder == '%') draft.shape.symmetric = true;
  }

  // What stands before the verb is its subject ("the surface object", as our slots have it, if the verb is passive).
  void read_left(const std::vector<PatternPhrase>& left, bool passive) {
    Draft& draft = drafts_.front();
    const std::string subject = passive ? "obj" : "subj";
    if (passive) draft.shape.constraints.emplace_back("passive=*");
    std::vector<std::string> head;
    for (std::size_t i = 0; i < left.size(); ++i) {
      const PatternPhrase& phrase = left[i];
      if (phrase.kind == WordClass::kBe) continue;
      if (phrase.kind == WordClass::kAuxiliary) draft.shape.constraints.push_back("aux=" + (phrase.words.front().starts_with('&') ? constraint_value(phrase.words.front(), words_) : phrase.words.front()));
      else if (phrase.kind == WordClass::kNegation) draft.shape.constraints.push_back("adv=" + phrase.words.front());
      else if (i + 1 == left.size() && phrase.preposition == "to" && phrase.words.empty() && phrase.placeholder == 0) take_governor(draft, head);
      else if (phrase.placeholder != 0) read_left_placeholder(draft, phrase, subject);
      else read_left_words(draft, phrase, head);
    }
    if (!head.empty()) {
      if (head.size() > 1) lose("words before the verb are taken as its subject and what belongs to that");
      constrain_noun(draft, subject, head);
    }
  }

  static void read_left_placeholder(Draft& draft, const PatternPhrase& phrase, const std::string& subject) {
    if (phrase.placeholder == '%' && phrase.preposition.empty()) draft.shape.constraints.push_back(subject + what_stands(phrase));
    assign(draft, phrase.placeholder, phrase.preposition.empty() ? subject : subject + "." + phrase.preposition);
  }

  // "%" is a compound: several actors.
  static std::string what_stands(const PatternPhrase& phrase) { return phrase.placeholder == '%' ? "=$several" : "=*"; }

  void read_left_words(Draft& draft, const PatternPhrase& phrase, std::vector<std::string>& head) {
    if (phrase.words.empty()) return;
    if (phrase.words.size() == 1 && phrase.words.front().ends_with("LY") && phrase.preposition.empty()) {
      draft.shape.constraints.push_back("adv=" + folded(phrase.words.front()));
    } else if (head.empty()) {
      head = phrase.words;
    } else {
      head.insert(head.begin(), phrase.words.begin(), phrase.words.end());  // "port of sea": the sea belongs to the port
    }
  }

  void take_governor(Draft& draft, std::vector<std::string>& head) {
    if (head.size() != 1) {
      lose("'to' before the verb is not looked for");
      return;
    }
    draft.shape.governor = folded(head.front());
    head.clear();
  }

  void read_right(const PatternPhrase& phrase, bool last, const Draft& draft, Drafts& out) {
    switch (phrase.kind) {
      case WordClass::kParticle: return read_particle(phrase, draft, out);
      case WordClass::kEither: {
        PatternPhrase plain = phrase;
        plain.kind = WordClass::kContent;
        read_preposition(plain, draft, out);
        plain.preposition.clear();
        Draft with = draft;
        with.shape.particle = phrase.preposition;
        return read_bare(plain, with, out);
      }
      case WordClass::kNegation: case WordClass::kAuxiliary: case WordClass::kBe: {
        Draft next = draft;
        look_anywhere(next, phrase.words);
        return out.push_back(std::move(next));
      }
      default: break;
    }
    if (!phrase.preposition.empty() && phrase.preposition == "to" && !(phrase.placeholder != 0)) return read_to(phrase, last, draft, out);
    if (!phrase.preposition.empty()) return read_preposition(phrase, draft, out);
    read_bare(phrase, draft, out);
  }

  void read_particle(const PatternPhrase& phrase, const Draft& draft, Drafts& out) {
    Draft next = draft;
    if (next.shape.particle.empty()) next.shape.particle = phrase.words.front();
    else look_anywhere(next, phrase.words);
    out.push_back(std::move(next));
  }

  // "to attack" is an infinitive or a place; both are tried.
  void read_to(const PatternPhrase& phrase, bool last, const Draft& draft, Drafts& out) {
    Draft verb = draft;
    if (phrase.words.empty()) {
      if (!last) lose("'to' is not looked for");
      else verb.shape.constraints.emplace_back("comp=*");
    } else {
      verb.shape.constraints.push_back("comp=" + (phrase.words.front().starts_with('&') ? constraint_value(phrase.words.front(), words_) : folded(phrase.words.front())));
      const std::vector<std::string> rest(phrase.words.begin() + 1, phrase.words.end());
      if (!rest.empty()) look_anywhere(verb, rest);
    }
    verb.outer = "comp";
    read_preposition(phrase, draft, out);
    out.push_back(std::move(verb));
  }

  void read_preposition(const PatternPhrase& phrase, const Draft& draft, Drafts& out) {
    Draft next = draft;
    std::string slot = phrase.preposition;
    if (passive_ && slot == "by" && phrase.placeholder != 0) slot = "subj";
    const bool nested = !next.outer.empty();
    if (!phrase.words.empty()) {
      if (nested) look_anywhere(next, phrase.words);
      else constrain_noun(next, slot, phrase.words);
    } else if (!nested) {
      next.shape.constraints.push_back(slot + what_stands(phrase));
    } else if (phrase.placeholder == 0) {
      look_anywhere(next, {slot});
    }
    if (phrase.placeholder != 0) {
      if (nested) assign(next, phrase.placeholder, next.outer + "." + slot);
      assign(next, phrase.placeholder, slot);
      if (!nested && next.object == "=" && slot != "subj") assign(next, phrase.placeholder, "obj." + slot);
    } else if (next.outer != "comp" && !phrase.words.empty()) {
      next.outer = slot;
    }
    out.push_back(std::move(next));
  }

  void read_bare(const PatternPhrase& phrase, const Draft& draft, Drafts& out) {
    if (phrase.placeholder != 0) return out.push_back(with_placeholder(phrase, draft));
    if (phrase.words.empty()) return out.push_back(draft);
    Draft next = draft;
    if (!next.outer.empty() || next.object == "=") {
      look_anywhere(next, phrase.words);
      return out.push_back(std::move(next));
    }
    if (next.object == "*") give_to(next);
    next.object = "=";
    Draft first = next;
    constrain_noun(next, "obj", phrase.words);
    out.push_back(std::move(next));
    const std::string word = folded(phrase.words.front());
    if (word.size() > 5 && word.ends_with("ing")) {
      Draft gerund = first;
      gerund.shape.constraints.push_back("comp=" + word);
      gerund.outer = "comp";
      if (phrase.words.size() > 1) look_anywhere(gerund, {phrase.words.begin() + 1, phrase.words.end()});
      out.push_back(std::move(gerund));
    } else if (phrase.open && phrase.words.size() > 1) {  // "troops … border": not one noun phrase
      constrain_noun(first, "obj", {phrase.words.front()});
      look_anywhere(first, {phrase.words.begin() + 1, phrase.words.end()});
      out.push_back(std::move(first));
    }
  }

  // "* + WEAPONS": who is given them.
  static void give_to(Draft& draft) {
    const auto rename = [](std::vector<std::string>& slots) { std::ranges::replace(slots, std::string("obj"), std::string("iobj")); };
    rename(draft.shape.sources);
    rename(draft.shape.targets);
  }

  Draft with_placeholder(const PatternPhrase& phrase, const Draft& draft) {
    Draft next = draft;
    if (next.outer == "comp") {
      assign(next, phrase.placeholder, "comp.obj");
    } else if (phrase.clause) {
      next.shape.constraints.emplace_back("comp=*");
      next.outer = "comp";
      assign(next, phrase.placeholder, "comp.subj");
    } else if (!next.outer.empty()) {
      assign(next, phrase.placeholder, next.outer + ".mod");
      lose("a second noun phrase without a preposition is looked for in its usual places only");
    } else if (next.object.empty()) {
      next.object = "*";
      next.shape.constraints.push_back("obj" + what_stands(phrase));
      assign(next, phrase.placeholder, "obj");
    } else {
      for (const char* slot : {"obj.mod", "obj.poss", "to", "with"}) assign(next, phrase.placeholder, slot);
      lose("a second noun phrase without a preposition is looked for in its usual places only");
    }
    return next;
  }

  // The verb is the complement of another: what stood in its slots stands below the complement.
  void hang_below(FrameShape& shape) {
    std::vector<std::string> kept;
    for (const std::string& each : shape.constraints) {
      const std::size_t equals = each.find('=');
      const std::string slot = each.substr(0, equals);
      if (slot == "subj" || slot == "aux" || slot == "adv" || slot == "text") {
        kept.push_back(each);
      } else if (each.substr(equals) != "=*" && each.substr(equals) != "=$several") {
        kept.push_back("text" + each.substr(equals, each.find('~') - equals));
        lose("a word is looked for anywhere in the sentence");
      }
    }
    shape.constraints = std::move(kept);
    for (std::vector<std::string>* roles : {&shape.sources, &shape.targets}) {
      for (std::string& slot : *roles) {
        if (!slot.starts_with("subj") && !slot.starts_with("comp")) slot = "comp." + slot.substr(0, slot.find('.'));
      }
    }
  }

  static void drop_idle_stars(std::vector<std::string>& constraints) {
    const std::vector<std::string> all = constraints;
    std::erase_if(constraints, [&](const std::string& each) {
      if (!each.ends_with("=*")) return false;
      const std::string slot = each.substr(0, each.size() - 1);
      return std::ranges::any_of(all, [&](const std::string& other) { return other != each && other.starts_with(slot); });
    });
    std::vector<std::string> once;
    for (std::string& each : constraints) add_once(once, std::move(each));
    constraints = std::move(once);
  }

  const PatternWords& words_;
  Drafts drafts_;
  std::vector<std::string> losses_;
  bool passive_ = false;
};

}  // namespace

std::string constraint_value(std::string_view word, const PatternWords& words) {
  if (word.starts_with('&')) return words.set_prefix + folded(word.substr(1));
  std::string plain = folded(word);
  if (plain.size() < 4 || !plain.ends_with('s') || plain.ends_with("ss")) return plain;
  std::string singular = plain.substr(0, plain.size() - 1);
  if (singular.ends_with("ie")) singular = singular.substr(0, singular.size() - 2) + "y";
  return plain + "," + singular;
}

ShapedPattern shape_pattern(VerbDialect dialect, const PatternText& text, const PatternWords& words) {
  const bool linear = dialect == VerbDialect::kLinear;
  const auto read = linear ? read_linear_phrases : read_tree_phrases;
  PatternPhrases left = read(text.left, false, words);
  PatternPhrases right = read_linear_phrases(text.after, true, words);
  const PatternPhrases before = read_linear_phrases(text.before, false, words);
  const PatternPhrases further = read(text.right, true, words);
  for (const PatternPhrases& each : {left, before, right, further}) {
    if (!each) return {{}, {}, each.error()};
  }
  left->insert(left->end(), before->begin(), before->end());
  right->insert(right->end(), further->begin(), further->end());
  return Shaper(words).shape(*left, *right, linear);
}

}  // namespace bayhaqi
