#include "lexicon_import/agent_dictionary.h"

#include <algorithm>

namespace bayhaqi {

std::string made_plural(std::string_view words) {
  std::string plural(words);
  if (words.ends_with('Y')) plural.replace(plural.size() - 1, 1, "IES");
  else plural += words.ends_with('S') ? "ES" : "S";
  return plural;
}

class AgentDictionary::Reader {
 public:
  Reader(AgentDictionary& out, const std::string& file, DictionaryFamily family, ImportReport& report) : out_(out), file_(file), family_(family), report_(report) {}

  void read(std::string_view text) {
    const auto lines = dictionary_lines(file_, text, {.semicolons = family_ == DictionaryFamily::kTabari}, report_);
    for (const DictionaryLine& line : lines) {
      line_ = &line;
      ++((is_set(line.text) ? read_set() : read_agent()) ? report_.imported : report_.skipped);
    }
  }

 private:
  // Pieces of an agent line: NAME {PLURAL} [CODE].
  struct Pieces {
    std::string_view name, plural, code;
    bool has_plural = false;
  };

  static bool is_set(std::string_view text) { return text.find('!') != std::string_view::npos && text.find('=') != std::string_view::npos; }

  bool fault(std::string_view at, std::string message) {
    report_.add(file_, line_->number, line_->column(static_cast<std::size_t>(at.data() - line_->text.data())), std::move(message));
    return false;
  }

  bool read_set() {
    const std::string_view text = line_->text;
    const std::size_t equals = text.find('=');
    const std::string name = uppered(without_blanks(text.substr(0, equals)));
    if (name.size() < 3 || name.front() != '!' || name.back() != '!') return fault(text, "expected a set '!NAME! = WORD, WORD', found '" + std::string(text) + "'");
    std::vector<std::string> members;
    for (std::size_t begin = equals + 1; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      bool gap = false;
      std::string member = phrase_of(text.substr(begin, end - begin), gap);
      if (member.empty()) fault(text.substr(std::min(begin, text.size() - 1)), "expected a word of the set, found nothing");
      else members.push_back(std::move(member));
      begin = end + 1;
    }
    if (members.empty()) return false;
    out_.sets_[name] = std::move(members);
    return true;
  }

  bool cut(Pieces& pieces) {
    const std::string_view text = line_->text;
    const std::size_t open = text.find('[');
    if (open == std::string_view::npos) return fault(text.substr(text.find_first_not_of(" \t")), "expected '[~CODE]' or '[CODE~]' behind the name, found no '['");
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) return fault(text.substr(open), "expected ']' after '[', found the end of the line");
    if (const auto rest = without_blanks(text.substr(close + 1)); !rest.empty()) fault(rest, "expected the end of the line, found '" + std::string(rest) + "', which is left out");
    pieces.code = without_blanks(text.substr(open + 1, close - open - 1));
    pieces.name = text.substr(0, open);
    const std::size_t brace = pieces.name.find('{');
    if (brace == std::string_view::npos) return true;
    const std::size_t end = pieces.name.find('}', brace);
    if (end == std::string_view::npos) return fault(text.substr(brace), "expected '}' after '{', found the code");
    pieces.has_plural = true;
    pieces.plural = pieces.name.substr(brace + 1, end - brace - 1);
    if (const auto rest = without_blanks(pieces.name.substr(end + 1)); !rest.empty()) fault(rest, "expected the code behind the plural, found '" + std::string(rest) + "', which is left out");
    pieces.name = pieces.name.substr(0, brace);
    return true;
  }

  bool read_agent() {
    Pieces pieces;
    if (!cut(pieces)) return false;
    ImportedAgent agent;
    if (!read_code(pieces.code, agent)) return false;
    agent.file = file_;
    agent.line = line_->number;
    const std::size_t mark = pieces.name.find('!');
    if (mark != std::string_view::npos) return add_members(pieces, mark, agent);
    agent.words = phrase_at(pieces.name);
    if (agent.words.empty()) return false;
    bool gap = false;
    agent.plural = pieces.has_plural ? phrase_of(pieces.plural, gap) : made_plural(agent.words);
    if (agent.plural.find_first_of("|;*") != std::string::npos) return fault(pieces.plural, "expected a plural without '|', ';' and '*', found '" + agent.plural + "'");
    add(std::move(agent));
    return true;
  }

  bool read_code(std::string_view written, ImportedAgent& agent) {
    std::string code = uppered(written);
    agent.prefix = code.ends_with('~') && !code.starts_with('~');
    if (!agent.prefix && !code.starts_with('~')) return fault(written, "expected '~' before or behind the code, found '" + code + "'");
    agent.code = agent.prefix ? code.substr(0, code.size() - 1) : code.substr(1);
    const bool letters = agent.code.size() >= 3 && agent.code.size() <= 12 && agent.code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
    return letters || fault(written, "expected a code of 3 to 12 letters with '~', found '" + code + "'");
  }

  // The name of an agent line; empty, with a fault, if it can't be one.
  std::string phrase_at(std::string_view written) {
    bool gap = false;
    std::string words = phrase_of(written, gap);
    const std::string_view at = line_->text;
    if (words.empty()) fault(at, "expected a name, found nothing");
    if (words.find_first_of("|;*") != std::string::npos) {
      fault(at, "expected a name without '|', ';' and '*', found '" + words + "'");
      return {};
    }
    if (gap && family_ == DictionaryFamily::kPetrarch) fault(at, "'" + words + "' lets other words stand between its own; taken as words side by side");
    return words;
  }

  bool add_members(const Pieces& pieces, std::size_t mark, const ImportedAgent& agent) {
    const std::size_t end = pieces.name.find('!', mark + 1);
    if (end == std::string_view::npos) return fault(pieces.name.substr(mark), "expected '!' at the end of the set's name, found the end of the phrase");
    const std::string name = uppered(pieces.name.substr(mark, end - mark + 1));
    const auto set = out_.sets_.find(name);
    if (set == out_.sets_.end()) return fault(pieces.name.substr(mark), "expected a set that is given above, found '" + name + "'");
    if (pieces.has_plural) fault(pieces.plural, "expected no plural beside a set, found '{" + std::string(pieces.plural) + "}', which is left out");
    bool any = false;
    for (const std::string& member : set->second) {
      ImportedAgent one = agent;
      one.words = phrase_at(std::string(pieces.name.substr(0, mark)) + member + std::string(pieces.name.substr(end + 1)));
      if (one.words.empty()) continue;
      add(std::move(one));
      any = true;
    }
    return any;
  }

  void add(ImportedAgent agent) {
    const auto [place, fresh] = out_.by_words_.try_emplace(agent.words, static_cast<std::uint32_t>(out_.agents_.size()));
    if (fresh) {
      out_.agents_.push_back(std::move(agent));
      return;
    }
    ImportedAgent& before = out_.agents_[place->second];
    const bool same = before.code == agent.code && before.prefix == agent.prefix && before.plural == agent.plural;
    if (!same) fault(line_->text, "'" + agent.words + "' replaces that of " + before.file + ":" + std::to_string(before.line));
    before = std::move(agent);
  }

  AgentDictionary& out_;
  const std::string& file_;
  DictionaryFamily family_;
  ImportReport& report_;
  const DictionaryLine* line_ = nullptr;
};

void AgentDictionary::read(const std::string& file, std::string_view text, DictionaryFamily family, ImportReport& report) {
  Reader(*this, file, family, report).read(text);
}

const ImportedAgent* AgentDictionary::find(std::string_view words) const {
  const auto found = by_words_.find(std::string(words));
  return found == by_words_.end() ? nullptr : &agents_[found->second];
}

}  // namespace bayhaqi
