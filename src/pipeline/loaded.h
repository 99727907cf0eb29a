// The inside of Resources: the mapped files and a view of each layer's part of them. Immutable.
#pragma once

#include "actor/actor_lexicon.h"
#include "base/packed_file.h"
#include "event/frames.h"
#include "lexicon/source.h"
#include "place/gazetteer.h"
#include "segment/segment.h"
#include "statement/speech_rules.h"
#include "syntax/mend_lemmas.h"
#include "syntax/parser.h"
#include "time/time_rules.h"

namespace bayhaqi {

struct Loaded {
  PackedFile model_file;
  PackedFile lexicon_file;
  FileNames files;
  SegmentRules segment;
  Parser parser;
  KnownLemmas lemmas;
  TimeRules times;
  Gazetteer places;
  ActorLexicon actors;
  SpeechRules speech;
  EventLexicon events;
};

}  // namespace bayhaqi
