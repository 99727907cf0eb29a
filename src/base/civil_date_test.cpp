#include "base/civil_date.h"

#include <gtest/gtest.h>

namespace bayhaqi {
namespace {

TEST(CivilDate, SerialNumbersGoThereAndBack) {
  EXPECT_EQ(days_from_civil({1970, 1, 1}), 0);
  EXPECT_EQ(days_from_civil({2000, 3, 1}), 11017);
  CivilDate before = civil_from_days(-800000);
  for (std::int32_t day = -799999; day < 800000; day += 1) {
    const CivilDate date = civil_from_days(day);
    ASSERT_TRUE(is_valid(date) && before < date);
    ASSERT_EQ(days_from_civil(date), day);
    before = date;
  }
}

TEST(CivilDate, KnowsMonthsAndWeekdays) {
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(weekday(days_from_civil({2025, 10, 8})), 2);   // a Wednesday
  EXPECT_EQ(weekday(days_from_civil({1914, 6, 28})), 6);   // a Sunday
  EXPECT_EQ(to_iso(add_months({2025, 1, 31}, 1)), "2025-02-28");
  EXPECT_EQ(to_iso(add_months({2025, 1, 31}, -2)), "2024-11-30");
  EXPECT_EQ(to_iso(add_months({2024, 2, 29}, 12)), "2025-02-28");
}

// Around the turn of the year the week belongs to the year of its Thursday.
TEST(CivilDate, IsoWeeks) {
  const auto week = [](CivilDate date) { return iso_week(days_from_civil(date)); };
  EXPECT_EQ(week({2021, 1, 3}).year, 2020);
  EXPECT_EQ(week({2021, 1, 3}).week, 53);
  EXPECT_EQ(week({2024, 12, 30}).year, 2025);
  EXPECT_EQ(week({2024, 12, 30}).week, 1);
  EXPECT_EQ(to_iso(civil_from_days(first_day_of_iso_week({2025, 41}))), "2025-10-06");
}

TEST(CivilDate, ReadsDatesAndPartsOfDates) {
  EXPECT_EQ(to_iso(*parse_iso_date("2025-10-08T21:09")), "2025-10-08");
  for (const char* wrong : {"", "2025", "2025-13-01", "2025-02-29", "2025-1-001", "2025/10/08", "20x5-10-08"}) EXPECT_FALSE(parse_iso_date(wrong)) << wrong;
  EXPECT_EQ(to_iso(civil_from_days(*first_day_of("2024-02"))), "2024-02-01");
  EXPECT_EQ(to_iso(civil_from_days(*last_day_of("2024-02"))), "2024-02-29");
  EXPECT_EQ(to_iso(civil_from_days(*last_day_of("1999"))), "1999-12-31");
  EXPECT_FALSE(first_day_of("99") || first_day_of("1999-00") || last_day_of("1999-02-30"));
}

}  // namespace
}  // namespace bayhaqi
