#include "ingest/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace bayhaqi {
namespace {

struct Case {
  const char* text;
  const char* place;
  const char* agency;
  const char* rest;
};

TEST(Dateline, Forms) {
  const Case cases[] = {
      {"ISTANBUL (Dispatches) -- \nRussia said no.", "ISTANBUL", "Dispatches", "Russia said no."},
      {"WASHINGTON, Oct. 8 (Reuters) - The White House said no.", "WASHINGTON", "Reuters", "The White House said no."},
      {"MOSCOW, October 8. /TASS/. Russia said no.", "MOSCOW", "TASS", "Russia said no."},
      {"KABUL \xE2\x80\x94 Talks went on.", "KABUL", "", "Talks went on."},
      {"KABUL, Afghanistan \xE2\x80\x94 Talks went on.", "KABUL, Afghanistan", "", "Talks went on."},
      {"Kyiv (Interfax) \xE2\x80\x93 Talks went on.", "Kyiv", "Interfax", "Talks went on."},
      {"NEW DELHI: The minister left.", "NEW DELHI", "", "The minister left."},
      {"TEHRAN, Oct. 08, IRNA \xE2\x80\x93 Iran said no.", "TEHRAN", "IRNA", "Iran said no."},
      {"BEIJING, Oct. 8 (Xinhua) -- China said no.", "BEIJING", "Xinhua", "China said no."},
      {"UNITED NATIONS (AP) _ The council met.", "UNITED NATIONS", "AP", "The council met."},
      {"GAZA/RAMALLAH (Wire) \xE2\x80\x93 Talks went on.", "GAZA/RAMALLAH", "Wire", "Talks went on."},
      {"DUBAI, United Arab Emirates (AP/Wire) \xE2\x80\x94 Talks went on.", "DUBAI, United Arab Emirates", "AP/Wire", "Talks went on."},
      {"(CNN) -- Israel said no.", "", "CNN", "Israel said no."},
      {"PORT-AU-PRINCE, Haiti (AP) - The capital was calm.", "PORT-AU-PRINCE, Haiti", "AP", "The capital was calm."},
  };
  for (const Case& c : cases) {
    const auto found = find_dateline(c.text);
    ASSERT_TRUE(found) << c.text;
    EXPECT_EQ(found->dateline.place, c.place);
    EXPECT_EQ(found->dateline.agency, c.agency);
    EXPECT_EQ(std::string(c.text).substr(found->end), c.rest);
  }
}

TEST(Dateline, FullDateIsKept) {
  EXPECT_EQ(find_dateline("LONDON, Nov. 7, 1956 (Gazette) - Britain said no.")->date, "1956-11-07");
  EXPECT_EQ(find_dateline("BANGKOK, Feb 19 1979 (Gazette) - Troops moved.")->date, "1979-02-19");
  EXPECT_EQ(find_dateline("WASHINGTON, Oct. 8 (Reuters) - It did.")->date, "");
}

TEST(Dateline, SentencesAreLeftAlone) {
  for (const char* text :
       {"Russia said - and meant it - that it would go.", "Iran's minister: we will not go.", "The U.S. (and others) - said no.",
        "He left.", "", "BREAKING: Troops cross the border.", "President Aoun \xE2\x80\x94 elected in 2016 \xE2\x80\x94 left.",
        "IT WAS A DARK AND LONG NIGHT IN TOWN \xE2\x80\x94 so he said.", "--", "/a/ b", "()-", "1990: a year"}) {
    EXPECT_FALSE(find_dateline(text)) << text;
  }
}

}  // namespace
}  // namespace bayhaqi
