#include "lexicon_tools/look_up.h"

#include <algorithm>

#include "lexicon/phrase_table.h"

namespace bayhaqi {

namespace {

constexpr std::size_t kCountryLength = 3;

class LookUp {
 public:
  LookUp(const ActorLexicon& lexicon, std::int32_t day) : lexicon_(lexicon), day_(day) {}

  std::vector<FoundWords> run(std::string_view text) const {
    const std::vector<std::string> words = phrase_words(text);
    std::vector<FoundWords> found;
    bool open = false;  // the last part holds unknown words and may grow
    for (std::size_t i = 0; i < words.size();) {
      std::size_t length = 1;
      FoundWords part{{}, longest(words, i, length)};
      const bool known = !part.candidates.empty();
      for (std::size_t w = i; w < i + length; ++w) part.words += (w == i ? "" : " ") + words[w];
      if (!known && open) found.back().words += " " + part.words;
      else found.push_back(std::move(part));
      open = !known;
      i += length;
    }
    return found;
  }

 private:
  std::vector<Candidate> longest(const std::vector<std::string>& words, std::size_t begin, std::size_t& length) const {
    std::vector<Candidate> best;
    std::uint32_t state = PhraseTable::kStart;
    for (std::size_t i = begin; i < words.size(); ++i) {
      state = lexicon_.words().next(state, hash_folded_word(words[i]));
      if (state == PhraseTable::kDead) break;
      const auto values = lexicon_.words().values(state);
      if (values.empty()) continue;
      best.clear();
      for (const std::uint32_t index : values) best.push_back(candidate(lexicon_.lexeme(index)));
      length = i + 1 - begin;
    }
    const auto rank = [](const Candidate& each) { return static_cast<int>(each.type) * 2 + (each.needs_support ? 20 : 0) + (each.holds ? 0 : 100); };
    std::ranges::stable_sort(best, {}, rank);
    return best;
  }

  Candidate candidate(const LexemeRecord& lexeme) const {
    Candidate out;
    out.type = lexeme.type;
    out.needs_support = lexeme.needs_support;
    out.all_caps = lexeme.all_caps;
    out.plural = lexeme.plural;
    out.from = lexeme.from;
    out.to = lexeme.to;
    out.holds = lexeme.from <= day_ && day_ <= lexeme.to;
    if (lexeme.type == LexemeType::kAgent) fill_agent(out, lexicon_.agent(lexeme.target));
    else if (lexeme.type == LexemeType::kModifier || lexeme.type == LexemeType::kReference) fill_modifier(out, lexicon_.modifier(lexeme.target));
    else fill_entry(out, lexicon_.entry(lexeme.target));
    return out;
  }

  void fill_agent(Candidate& out, const AgentRecord& agent) const {
    out.name = lexicon_.string(agent.phrase);
    out.code = std::string(lexicon_.string(agent.country)) + std::string(lexicon_.string(agent.sector));
    out.rule = {agent.file, agent.line};
  }

  void fill_modifier(Candidate& out, const ModifierRecord& modifier) const {
    out.name = lexicon_.string(modifier.word);
    out.code = lexicon_.string(modifier.effect);
    out.rule = {static_cast<std::uint16_t>(modifier.file), modifier.line};
  }

  void fill_entry(Candidate& out, const EntryRecord& entry) const {
    out.kind = entry.kind;
    out.name = lexicon_.string(entry.name);
    out.key = lexicon_.string(entry.key);
    out.rule = {entry.file, entry.line};
    const OfficeOnDate office = lexicon_.office_on(entry, day_);
    out.code = office.code;
    out.former = office.former;
    const bool has_sector = out.code.size() > kCountryLength && !out.code.starts_with("IGO");
    if (out.former && has_sector) out.code.replace(kCountryLength, std::string::npos, "ELI");
    bool decided = false;
    for (const OfficeRecord& each : lexicon_.offices(entry)) {
      OfficeLine line{std::string(lexicon_.string(each.code)), std::string(lexicon_.string(each.role)), each.from, each.to, each.dated != 0, false};
      const bool there = !line.dated || (line.from <= day_ && day_ <= line.to);
      line.decides = !decided && (there || office.former) && line.code == office.code && line.role == office.role;
      decided = decided || line.decides;
      out.offices.push_back(std::move(line));
    }
  }

  const ActorLexicon& lexicon_;
  std::int32_t day_;
};

}  // namespace

std::vector<FoundWords> look_up(const ActorLexicon& lexicon, std::string_view words, std::int32_t day) { return LookUp(lexicon, day).run(words); }

}  // namespace bayhaqi
