// Which readings of words are no events of their own: what is told of a work of art, what is only asked, epithets, the toll of
// another assault; and, once the parties are known, acts of private people and acts in an article that is not about politics.
// For one document, one thread.
#pragma once

#include <string>

#include "bayhaqi/document.h"
#include "document/children.h"
#include "event/frames.h"
#include "event/readings.h"
#include "event/topic.h"

namespace bayhaqi {

class EventFilter {
 public:
  struct Refusal {
    std::string code;  // of the note: "fiction", "question", "topic" …; empty: let through
    std::string detail;
    explicit operator bool() const { return !code.empty(); }
  };

  EventFilter(const Document& document, const Children& children, const EventLexicon& lexicon, Readings& readings)
      : document_(document), children_(children), lexicon_(lexicon), readings_(readings) {}

  // What the article is about; read once, before anything is asked.
  void read_article();

  // By the words alone.
  [[nodiscard]] Refusal of_reading(TokenIndex token, const Reading& reading);
  // By the parties that the words themselves give.
  [[nodiscard]] Refusal of_topic(const Event& event) const;
  // By all parties, implied ones too.
  [[nodiscard]] Refusal of_parties(const Event& event) const;

 private:
  [[nodiscard]] bool tells_fiction(TokenIndex token) const;
  [[nodiscard]] bool is_asked_about(TokenIndex token) const;
  [[nodiscard]] bool is_epithet(TokenIndex token, const Reading& reading) const;
  [[nodiscard]] bool is_toll(TokenIndex token, const Reading& reading);
  [[nodiscard]] static bool is_private(const Event& event);
  [[nodiscard]] bool is_politics(const Event& event) const;

  const Document& document_;
  const Children& children_;
  const EventLexicon& lexicon_;
  Readings& readings_;
  ArticleTopic topic_;
};

}  // namespace bayhaqi
