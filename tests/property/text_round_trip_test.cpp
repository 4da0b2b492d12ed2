// Formatting and parsing returns the same value.
#include <rapidcheck.h>

#include "aliprotect/error.h"
#include "aliprotect/money.h"
#include "aliprotect/order.h"
#include "aliprotect/time.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

rc::Gen<Instant> instants() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(first_instant.time_since_epoch().count(),
                                                     last_instant.time_since_epoch().count() + 1),
                      [](std::int64_t seconds) { return Instant{Seconds{seconds}}; });
}

/// Instants around the clock changes of many zones, including bounds of days.
rc::Gen<Instant> instants_of_our_days() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 30 * 366 * 48),
                                    rc::gen::element<std::int64_t>(-1, 0, 1, 59, 754)),
                      [](const std::pair<std::int64_t, std::int64_t>& pick) {
                        const Instant base{std::chrono::hours{30 * 366 * 24}};
                        return base + Seconds{1800 * pick.first + pick.second};
                      });
}

rc::Gen<std::string> zone_names() {
  return rc::gen::element<std::string>(
      "UTC", "Europe/Berlin", "America/Los_Angeles", "America/Sao_Paulo", "America/Havana",
      "America/Nuuk", "Pacific/Apia", "Pacific/Chatham", "Australia/Lord_Howe", "Asia/Kathmandu",
      "Africa/Casablanca", "Europe/Dublin", "CET-1CEST,M3.5.0,M10.5.0/3",
      "NZST-12NZDT,M9.5.0,M4.1.0/3", "<-03>3");
}

rc::Gen<Bound> bounds() { return rc::gen::element(Bound::begin, Bound::end); }

rc::Gen<Currency> currencies() {
  return rc::gen::map(
      rc::gen::element<std::string>("USD", "EUR", "JPY", "KWD", "KRW", "PLN", "BHD"),
      [](const std::string& code) { return *Currency::from_code(code); });
}

/// Mostly typical input, with a few characters changed.
rc::Gen<std::string> nearly_right_texts() {
  const auto right = rc::gen::element<std::string>(
      "2026-12-15", "2026-12-15 08:30", "2026-12-15T08:30:00+02:00", "15 Dec 2026", "Dec 15, 2026",
      "tomorrow", "+3d", "-1d12h", "3 days ago", "in 2 weeks", "12d 3h 4m 5s", "US $1,234.56",
      "1.234,56 €", "3051000000421234", "3.05861E+15", "CET-1CEST,M3.5.0,M10.5.0/3");
  const auto changes = rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
      rc::gen::pair(rc::gen::inRange<std::size_t>(0, 30), rc::gen::arbitrary<char>()));
  return rc::gen::map(rc::gen::pair(right, changes), [](const auto& pick) {
    std::string text = pick.first;
    for (const auto& [place, character] : pick.second) {
      if (place < text.size()) text[place] = character;
      if (place == text.size()) text += character;
    }
    return text;
  });
}

template <typename Read>
void expect_value_or_one_line(Read read) {
  try {
    read();
  } catch (const UserError& error) {
    RC_ASSERT(error.code() == ExitCode::usage);
    RC_ASSERT(std::string(error.what()).find('\n') == std::string::npos);
  }
}

}  // namespace

TEST_CASE("round trip: RFC 3339") {
  CHECK(rc::check("an instant", [] {
    const Instant at = *instants();
    RC_ASSERT(from_rfc3339(to_rfc3339(at)) == at);
  }));
  CHECK(rc::check("WHEN accepts it too, with any zone and bound", [] {
    const Instant at = *instants();
    const Zone zone = Zone::named(*zone_names());
    RC_ASSERT(read_when(to_rfc3339(at), *bounds(), first_instant, zone).at == at);
  }));
}

TEST_CASE("round trip: the clocks of a zone") {
  CHECK(rc::check("an instant is one of those of its local time", [] {
    const Zone zone = Zone::named(*zone_names());
    const Instant at = *instants_of_our_days();
    const Zone::Reading reading = zone.to_instants(zone.to_local(at));
    RC_ASSERT((reading.earlier == at || reading.later == at));
    RC_ASSERT(*reading.earlier <= *reading.later);
  }));
  CHECK(rc::check("the table format without the weekday is a valid WHEN, to the minute", [] {
    const Zone zone = Zone::named(*zone_names());
    const Instant at = *instants_of_our_days();
    const Bound bound = *bounds();
    const std::string text = to_text(at, bound, zone).substr(4);
    const bool date_alone = text.size() == 10;
    const auto local = zone.to_local(at);
    const auto shown = date_alone ? local : std::chrono::floor<std::chrono::minutes>(local);
    const Zone::Reading reading = zone.to_instants(shown);
    RC_PRE(reading.earlier && reading.earlier == reading.later);
    RC_ASSERT(read_when(text, bound, first_instant, zone).at == at - (local - shown));
  }));
  CHECK(rc::check("the bounds of a day follow each other by a second", [] {
    const Zone zone = Zone::named(*zone_names());
    const Instant at = *instants_of_our_days();
    const Instant last = read_when("today", Bound::end, at, zone).at;
    RC_ASSERT(read_when("today", Bound::begin, at, zone).at <= at);
    RC_ASSERT(at <= last);
    RC_ASSERT(read_when("today", Bound::begin, last + Seconds{1}, zone).at == last + Seconds{1});
  }));
}

TEST_CASE("round trip: distances") {
  CHECK(rc::check("the distance is a valid WHEN, except for rounding", [] {
    const Instant now = *instants_of_our_days();
    const Instant at = *instants_of_our_days();
    const Instant read = read_when(to_distance(at, now), Bound::begin, now, Zone::utc()).at;
    const Seconds skipped_values = at >= now ? at - read : read - at;
    RC_ASSERT(skipped_values >= Seconds{0});
    RC_ASSERT(skipped_values < std::chrono::hours{1});
  }));
  CHECK(rc::check("days left are rounded down", [] {
    const Instant now = *instants();
    const Instant at = *instants();
    const Days days{days_left(at, now)};
    RC_ASSERT(now + days <= at);
    RC_ASSERT(at < now + days + Days{1});
  }));
}

TEST_CASE("round trip: money") {
  CHECK(rc::check("an amount without a currency", [] {
    const Money money{*rc::gen::arbitrary<std::int64_t>(), *currencies()};
    RC_ASSERT(from_amount(amount_text(money), money.currency) == money);
  }));
  CHECK(rc::check("an amount with its code is a valid MONEY with any fallback", [] {
    const Money money{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000), *currencies()};
    RC_ASSERT(read_money(to_text(money), *currencies()) == money);
  }));
}

TEST_CASE("round trip: order numbers") {
  CHECK(rc::check("blanks between digits are removed", [] {
    const auto size = *rc::gen::inRange<std::size_t>(10, 28);
    auto digits = *rc::gen::container<std::string>(size, rc::gen::inRange<char>('0', '9' + 1));
    digits.back() = '4';  // a number with many trailing zeros is rejected as rounded
    const auto place = *rc::gen::inRange<std::size_t>(0, size);
    RC_PRE(place < 10 || size - place < 10);  // otherwise they could be two numbers
    std::string typed = digits;
    typed.insert(place, " ");
    RC_ASSERT(OrderNumber::read(typed).text() == digits);
    RC_ASSERT(OrderNumber::read(OrderNumber::read(typed).text()) == OrderNumber::read(digits));
  }));
}

TEST_CASE("any text is parsed or rejected with a message of one line") {
  CHECK(rc::check("WHEN, MONEY, ORDER, lengths and zones", [] {
    const std::string text =
        *rc::gen::oneOf(nearly_right_texts(), rc::gen::arbitrary<std::string>());
    const Instant now = *instants();
    const Bound bound = *bounds();
    expect_value_or_one_line([&] {
      const Instant at = read_when(text, bound, now, Zone::named("Europe/Berlin")).at;
      RC_ASSERT((first_instant <= at && at <= last_instant));
    });
    expect_value_or_one_line([&] { RC_ASSERT(read_duration(text) >= Seconds{0}); });
    expect_value_or_one_line([&] { RC_ASSERT(read_money(text, *currencies()).minor >= 0); });
    expect_value_or_one_line([&] { OrderNumber::read(text); });
    expect_value_or_one_line([&] { Zone::named(text).to_local(now); });
    from_rfc3339(text);
    needs_zone(text);
  }));
}
