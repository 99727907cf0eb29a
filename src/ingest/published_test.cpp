#include "ingest/published.h"

#include <gtest/gtest.h>

#include <utility>

namespace bayhaqi {
namespace {

TEST(Published, ManyForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"2025-10-08", "2025-10-08"},
      {"2025-10-08T21:09", "2025-10-08T21:09"},
      {"2025-10-08T21:09:55.123Z", "2025-10-08T21:09"},
      {"2025-10-08 21:09:55+03:30", "2025-10-08T21:09"},
      {"2025-10-08T21:09:55-0400", "2025-10-08T21:09"},
      {"2025/10/08 9:05", "2025-10-08T09:05"},
      {"20251008", "2025-10-08"},
      {"20251008T210900Z", "2025-10-08T21:09"},
      {"20251008210900", "2025-10-08T21:09"},
      {"Wed, 8 Oct 2025 21:09", "2025-10-08T21:09"},
      {"Wed, 08 Oct 2025 21:09:55 GMT", "2025-10-08T21:09"},
      {"Wed, 08 Oct 25 21:09:55 +0200", "2025-10-08T21:09"},
      {"Wed Oct  8 21:09:55 2025", "2025-10-08T21:09"},
      {"08 October 2025 - 21:09", "2025-10-08T21:09"},
      {"October 8, 2025", "2025-10-08"},
      {"Oct. 8, 2025 at 9:09 p.m. ET", "2025-10-08T21:09"},
      {"Sept. 8, 2025 12:05 AM", "2025-09-08T00:05"},
      {"8th of October 2025", "2025-10-08"},
      {"Published: Wednesday, October 8th, 2025, 12:30 PM", "2025-10-08T12:30"},
      {"08/10/2025", "2025-10-08"},
      {"10/28/2025", "2025-10-28"},
      {"08.10.2025 07:15", "2025-10-08T07:15"},
      {"1759957740", "2025-10-08T21:09"},
      {"1759957740000", "2025-10-08T21:09"},
      {"1956-11-07", "1956-11-07"},
  };
  for (const auto& [given, expected] : cases) EXPECT_EQ(iso_published(given), expected) << given;
}

TEST(Published, WhatIsNoDateGivesNothing) {
  for (const char* given : {"", "yesterday", "21:09", "October", "October 2025", "2025", "2025-13-08", "31/02/2025", "May 5", "99999999",
                            "5 minutes ago", "12345"}) {
    EXPECT_EQ(iso_published(given), "") << given;
  }
}

TEST(Published, MonthNames) {
  EXPECT_EQ(month_of_name("Sept."), 9);
  EXPECT_EQ(month_of_name("OCT"), 10);
  EXPECT_EQ(month_of_name("may"), 5);
  EXPECT_EQ(month_of_name("Mayor"), 0);
  EXPECT_EQ(month_of_name("Ma"), 0);
}

TEST(Published, AddressesThatTellTheDay) {
  EXPECT_EQ(date_of_address("https://gazette.example/2025/10/08/envoys-meet"), "2025-10-08");
  EXPECT_EQ(date_of_address("https://gazette.example/world/2025/oct/8/envoys-meet"), "2025-10-08");
  EXPECT_EQ(date_of_address("https://gazette.example/2025-10-08-envoys"), "2025-10-08");
  EXPECT_EQ(date_of_address("https://gazette.example/2025/10/8"), "2025-10-08");
  EXPECT_EQ(date_of_address("https://gazette.example/2025/13/08/x"), "");
  EXPECT_EQ(date_of_address("https://gazette.example/2025/10/081/x"), "");
  EXPECT_EQ(date_of_address("https://gazette.example/08/10/2025/x"), "");
  EXPECT_EQ(date_of_address("https://gazette.example/2025/envoys/10"), "");
  EXPECT_EQ(date_of_address("/2025/"), "");
  EXPECT_EQ(date_of_address(""), "");
}

}  // namespace
}  // namespace bayhaqi
