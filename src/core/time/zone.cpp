// Disables wrong assertions of date 3.0.3, which fail near the new year; see `find_reading`.
#ifndef NDEBUG
#define NDEBUG
#endif

#include <absl/time/time.h>
#include <date/tz.h>

// In C++20, this name is ambiguous with std::chrono in ptz.h of date 3.0.1.
namespace Posix {
using date::hh_mm_ss;
}
#include <date/ptz.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>
#include <utility>
#include <variant>

#include "aliprotect/error.h"
#include "aliprotect/time.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/time/posix_rule.h"
#include "core/time/zone_file.h"

namespace aliprotect {

struct Zone::Rules {
  std::string name;
  std::variant<absl::TimeZone, Posix::time_zone> clock;
};

namespace {

constexpr std::string_view utc_names[] = {"", "UTC", "Etc/UTC"};
constexpr std::string_view system_zone_file = "/etc/localtime";

/// Removes a leading ':' and the folder of the database, which POSIX and the C library allow in TZ.
std::string_view bare_name(std::string_view name) {
  if (name.substr(0, 1) == ":") name.remove_prefix(1);
  if (name.size() > zone_folder.size() && name.starts_with(zone_folder))
    name.remove_prefix(zone_folder.size());
  return name;
}

std::vector<std::string> known_zones() {
  std::vector<std::string> names = zone_names();
  if (!names.empty()) return names;
  throw usage_error(
      "cannot read the time zones of this system; install the package tzdata, or set TZ or --tz "
      "to UTC or to a POSIX rule such as CET-1CEST,M3.5.0,M10.5.0/3");
}

/// Suggests Europe/Berlin for `berlin` and `europe/berlin`.
std::string suggestion(std::string_view name) {
  for (const std::string& full : known_zones()) {
    const std::string_view city = std::string_view(full).substr(full.rfind('/') + 1);
    if (same_word(full, name) || same_word(city, name)) return "; did you mean " + full + "?";
  }
  return "; use a name such as Europe/Berlin, or a POSIX rule such as CET-1CEST,M3.5.0,M10.5.0/3";
}

/// Returns nullopt if the database does not contain the zone.
std::optional<absl::TimeZone> zone_of_database(std::string_view name) {
  if (!is_zone_name(name)) return std::nullopt;
  const std::string file = std::string(zone_folder) + std::string(name);
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return std::nullopt;
  if (const auto zone = load_zone_file(file)) return zone;
  throw usage_error("cannot read the time zone " + in_quotes(name) +
                    "; reinstall the package tzdata, or set TZ or --tz to another zone");
}

/// Returns the name of the zone that /etc/localtime links to, or its own path if it is a copy.
/// Empty if it links to another file.
std::string name_of_system_zone() {
  std::error_code unknown;
  const std::string file = std::filesystem::canonical(system_zone_file, unknown).string();
  if (!file.starts_with(zone_folder)) return std::string(system_zone_file);
  const std::string name = file.substr(zone_folder.size());
  return is_zone_name(name) ? name : std::string();
}

Posix::time_zone posix_zone(const std::string& rule, std::string_view name) {
  try {
    return Posix::time_zone(rule);
  } catch (const std::exception&) {
    throw usage_error("cannot use the time zone rule " + in_quotes(name) +
                      "; use a name such as Europe/Berlin");
  }
}

Seconds offset_at(Instant at, const absl::TimeZone& zone) {
  return Seconds{zone.At(absl::FromUnixSeconds(at.time_since_epoch().count())).offset};
}

Seconds offset_at(Instant at, const Posix::time_zone& zone) { return zone.get_info(at).offset; }

Instant at_offset(std::chrono::local_seconds local, Seconds offset) {
  return Instant{local.time_since_epoch() - offset};
}

Instant to_instant(absl::Time time) { return Instant{Seconds{absl::ToUnixSeconds(time)}}; }

absl::CivilSecond to_civil(std::chrono::local_seconds local) {
  const auto day = std::chrono::floor<Days>(local);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss<Seconds> time(local - day);
  return absl::CivilSecond(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                           static_cast<unsigned>(date.day()), time.hours().count(),
                           time.minutes().count(), time.seconds().count());
}

Zone::Reading find_reading(std::chrono::local_seconds local, const absl::TimeZone& zone) {
  const absl::TimeZone::TimeInfo info = zone.At(to_civil(local));
  if (info.kind == absl::TimeZone::TimeInfo::SKIPPED) return {};
  return {to_instant(info.pre), to_instant(info.post)};
}

/// Tries the offsets around `local`, because date 3.0 fails for rules that change the clocks within
/// an hour of the new year.
Zone::Reading find_reading(std::chrono::local_seconds local, const Posix::time_zone& zone) {
  constexpr std::chrono::hours beyond_any_offset{26};
  const Instant near = at_offset(local, Seconds{0});
  const date::sys_info around = zone.get_info(near);  // daylight saving time may be an hour long
  Zone::Reading reading;
  const Instant first = near - beyond_any_offset;
  const Instant last = near + beyond_any_offset;
  for (const Instant probe : {first, std::max(first, Instant{around.begin} - Seconds{1}), near,
                              std::min(last, Instant{around.end}), last}) {
    const Instant at = at_offset(local, offset_at(probe, zone));
    if (at_offset(local, offset_at(at, zone)) != at) continue;
    reading = {std::min(at, reading.earlier.value_or(at)),
               std::max(at, reading.later.value_or(at))};
  }
  return reading;
}

}  // namespace

Zone::Zone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}

Zone Zone::utc() { return named("UTC"); }

Zone Zone::named(std::string_view name) {
  const std::string_view bare = bare_name(name);
  if (bare == system_zone_file) return system();

  const auto made = [](std::string_view title, auto clock) {
    return Zone(std::make_shared<const Rules>(Rules{std::string(title), std::move(clock)}));
  };
  if (std::find(std::begin(utc_names), std::end(utc_names), bare) != std::end(utc_names)) {
    return made(bare.empty() ? "UTC" : bare, posix_zone("UTC0", bare));
  }
  const auto rule = complete_posix_rule(bare);
  if (rule && *rule == bare) return made(bare, posix_zone(*rule, bare));
  // EST5EDT is both a rule and a zone of the database, which contains its history.
  if (const auto zone = zone_of_database(bare)) return made(bare, *zone);
  if (rule) return made(bare, posix_zone(*rule, bare));
  throw usage_error("unknown time zone " + in_quotes(name) + suggestion(bare));
}

Zone Zone::system() {
  const std::string name = name_of_system_zone();
  if (const auto zone = load_zone_file(std::string(system_zone_file)); zone && !name.empty())
    return Zone(std::make_shared<const Rules>(Rules{name, *zone}));
  known_zones();  // a link into a missing database has its own error message
  throw usage_error(
      "cannot determine the time zone of this system; set TZ or --tz, for example --tz "
      "Europe/Berlin");
}

const std::string& Zone::name() const { return rules_->name; }

std::chrono::local_seconds Zone::to_local(Instant at) const {
  const Seconds offset =
      std::visit([at](const auto& zone) { return offset_at(at, zone); }, rules_->clock);
  return std::chrono::local_seconds{(at + offset).time_since_epoch()};
}

Zone::Reading Zone::to_instants(std::chrono::local_seconds local) const {
  return std::visit([local](const auto& zone) { return find_reading(local, zone); }, rules_->clock);
}

}  // namespace aliprotect
