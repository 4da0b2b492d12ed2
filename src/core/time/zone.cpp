// date 3.0.3 asserts of its own answers what does not hold at the turn of a year; `by_trying`
// knows.
#ifndef NDEBUG
#define NDEBUG
#endif

#include <date/tz.h>

// In C++20, date 3.0.1's ptz.h cannot tell this name from that of std::chrono.
namespace Posix {
using date::hh_mm_ss;
}
#include <date/ptz.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <utility>
#include <variant>
#include <vector>

#include "aliprotect/error.h"
#include "aliprotect/time.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/time/posix_rule.h"
#include "core/time/zone_file.h"

namespace aliprotect {

struct Zone::Rules {
  std::string name;
  std::variant<const date::time_zone*, Posix::time_zone> clock;

  template <typename Time>
  auto info(Time at) const {
    return std::visit([at](const auto& zone) { return zone->get_info(at); }, clock);
  }

  /// What a wall clock means, found by the offsets around it: date 3.0 errs in reading one by a
  /// rule that changes the clocks within an hour of the new year.
  Reading by_trying(date::local_seconds local) const;
};

namespace {

constexpr std::string_view utc_names[] = {"", "UTC", "Etc/UTC"};
constexpr std::string_view zone_folder = "/usr/share/zoneinfo/";
constexpr std::string_view system_zone_file = "/etc/localtime";

/// As POSIX and the C library take TZ: a leading ':' and the folder of the database may stand
/// before.
std::string_view bare_name(std::string_view name) {
  if (name.substr(0, 1) == ":") name.remove_prefix(1);
  if (name.size() > zone_folder.size() && name.starts_with(zone_folder))
    name.remove_prefix(zone_folder.size());
  return name;
}

/// The library takes a folder for which there was not the memory for one without zones.
void expect_memory_for_zones() {
  std::error_code trouble;
  std::filesystem::directory_iterator(std::filesystem::path(zone_folder), trouble);
  if (trouble == std::errc::not_enough_memory) throw std::bad_alloc();
}

const std::vector<date::time_zone>& known_zones() {
  try {
    const auto& zones = date::get_tzdb().zones;
    if (!zones.empty()) return zones;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // No folder of zones at all: the way out is the same.
  }
  expect_memory_for_zones();
  throw usage_error(
      "the time zones of this system cannot be read; install the package tzdata, or set TZ or "
      "--tz to UTC or to a POSIX rule such as CET-1CEST,M3.5.0,M10.5.0/3");
}

/// `berlin` and `europe/berlin` mean Europe/Berlin, but it is for the person to say so.
std::string suggestion(std::string_view name) {
  for (const date::time_zone& zone : known_zones()) {
    const std::string_view full = zone.name();
    const std::string_view city = full.substr(full.rfind('/') + 1);
    if (same_word(full, name) || same_word(city, name)) {
      return "; did you mean " + std::string(full) + "?";
    }
  }
  return "; give one such as Europe/Berlin, or a POSIX rule such as CET-1CEST,M3.5.0,M10.5.0/3";
}

const date::time_zone* find_zone(std::string_view name) {
  const auto& zones = known_zones();
  const auto found = std::find_if(zones.begin(), zones.end(), [name](const date::time_zone& zone) {
    return zone.name() == name;
  });
  return found == zones.end() ? nullptr : &*found;
}

std::string file_of(const date::time_zone& zone) {
  return zone_file_text(std::string(zone_folder) + zone.name());
}

/// Null where nothing tells.
const date::time_zone* zone_by_name_of_system() {
  try {
    return date::current_zone();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return nullptr;
  }
}

/// The machine's zone; null where it cannot be told. The file of its clock goes before the names
/// that stand beside it: into a container it is often copied alone.
const date::time_zone* zone_of_system() {
  const date::time_zone* named = zone_by_name_of_system();
  std::error_code unknown;
  if (!std::filesystem::exists(system_zone_file, unknown)) return named;
  const std::string file = zone_file_text(std::string(system_zone_file));
  if (!is_zone_file(file)) return nullptr;
  if (named && file_of(*named) == file) return named;
  for (const date::time_zone& zone : known_zones()) {
    if (file_of(zone) == file) return &zone;
  }
  return nullptr;
}

/// Reads the zone's file now, so that a damaged one is not found out later.
const date::time_zone* loaded(const date::time_zone* zone) {
  try {
    if (!is_zone_file(file_of(*zone))) throw std::runtime_error("damaged");
    zone->get_info(first_instant);
    return zone;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    throw usage_error("the time zone " + in_quotes(zone->name()) +
                      " cannot be read: install the package tzdata anew, or set TZ or --tz to "
                      "another one");
  }
}

Posix::time_zone posix_zone(const std::string& rule, std::string_view name) {
  try {
    return Posix::time_zone(rule);
  } catch (const std::exception&) {
    throw usage_error("the time zone rule " + in_quotes(name) +
                      " cannot be followed; give an IANA " + "name such as Europe/Berlin");
  }
}

Instant at_offset(date::local_seconds local, Seconds offset) {
  return Instant{local.time_since_epoch() - offset};
}

}  // namespace

Zone::Reading Zone::Rules::by_trying(date::local_seconds local) const {
  constexpr std::chrono::hours beyond_any_offset{26};
  const Instant near = at_offset(local, Seconds{0});
  const date::sys_info around = info(near);  // summer time may be an hour long, just beside it
  Reading reading;
  const Instant first = near - beyond_any_offset;
  const Instant last = near + beyond_any_offset;
  for (const Instant probe : {first, std::max(first, Instant{around.begin} - Seconds{1}), near,
                              std::min(last, Instant{around.end}), last}) {
    const Instant at = at_offset(local, info(probe).offset);
    if (at_offset(local, info(at).offset) != at) continue;
    reading = {std::min(at, reading.earlier.value_or(at)),
               std::max(at, reading.later.value_or(at))};
  }
  return reading;
}

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
  // EST5EDT is a zone of the database as well as a rule; the database knows its history.
  if (const auto* zone = find_zone(bare)) return made(bare, loaded(zone));
  if (rule) return made(bare, posix_zone(*rule, bare));
  throw usage_error("there is no time zone " + in_quotes(name) + suggestion(bare));
}

Zone Zone::system() {
  known_zones();
  if (const date::time_zone* zone = zone_of_system())
    return Zone(std::make_shared<const Rules>(Rules{zone->name(), loaded(zone)}));
  throw usage_error(
      "the time zone of this system cannot be told; set TZ or --tz, for example --tz "
      "Europe/Berlin");
}

const std::string& Zone::name() const { return rules_->name; }

date::local_seconds Zone::to_local(Instant at) const {
  return date::local_seconds{(at + rules_->info(at).offset).time_since_epoch()};
}

Zone::Reading Zone::to_instants(date::local_seconds local) const {
  if (std::holds_alternative<Posix::time_zone>(rules_->clock)) return rules_->by_trying(local);
  const date::local_info info = rules_->info(local);
  if (info.result == date::local_info::nonexistent) return {};
  const Instant first = at_offset(local, info.first.offset);
  if (info.result == date::local_info::unique) return {first, first};
  const Instant second = at_offset(local, info.second.offset);
  return {std::min(first, second), std::max(first, second)};
}

}  // namespace aliprotect
