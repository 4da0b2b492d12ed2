// Typed times, durations and zones.
#include "aliprotect/error.h"
#include "aliprotect/time.h"
#include "core/time/local_day.h"
#include "fuzz/target.h"

namespace aliprotect::fuzz {
namespace {

const Zone& zone(bool by_rule) {
  static const Zone zones[] = {Zone::named("Europe/Berlin"),
                               Zone::named("NZST-12NZDT,M9.5.0,M4.1.0/3")};
  return zones[by_rule ? 1 : 0];
}

template <typename Read>
void value_or_sentence(const Read& read) {
  try {
    read();
  } catch (const UserError& error) {
    expect(error.code() == ExitCode::usage, "invalid text is a usage error");
    expect_sentence(error.what());
  }
}

}  // namespace

void try_input(std::string_view input) {
  Bytes bytes(input.substr(0, 1));
  const Bound bound = bytes.below(2) == 0 ? Bound::begin : Bound::end;
  const bool by_rule = (input.size() & 1U) != 0;
  const std::string_view text = input.substr(input.empty() ? 0 : 1);
  const Instant now = *from_rfc3339("2028-02-29T12:34:56Z");
  value_or_sentence([&] {
    const Instant at = read_when(text, bound, now, zone(by_rule)).at;
    expect(first_instant <= at && at <= last_instant, "an instant is in range");
    expect(from_rfc3339(to_rfc3339(at)) == at, "an instant is read back from RFC 3339");
    to_text(at, bound, zone(by_rule));
  });
  value_or_sentence([&] {
    const Seconds length = read_duration(text);
    expect(length >= Seconds{0}, "no duration is negative");
    if (length > Seconds{0})
      expect(read_duration(to_duration(length)) == length, "a duration is read back");
  });
  value_or_sentence([&] {
    const Zone named = Zone::named(text);
    for (const Instant at : {first_instant, now, last_instant}) {
      const Zone::Reading reading = named.to_instants(named.to_local(at));
      expect(reading.earlier == at || reading.later == at, "a local time includes its instant");
      bound_of_day(std::chrono::floor<std::chrono::days>(named.to_local(now)), bound, named);
    }
  });
  if (const auto at = from_rfc3339(text))
    expect(from_rfc3339(to_rfc3339(*at)) == *at, "RFC 3339 is read back");
  needs_zone(text);
}

}  // namespace aliprotect::fuzz
