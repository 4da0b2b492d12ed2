#include "import/json/detail_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/scanner.h"
#include "import/json/json_fields.h"
#include "import/json/json_tree.h"
#include "import/merge/row.h"
#include "import/text/folded_name.h"
#include "import/text/page_label.h"

namespace aliprotect {
namespace {

using nlohmann::json;

struct Key {
  std::string_view name;  ///< bare
  Role role;
};

constexpr Key keys[] = {
    {"tradeorderid", Role::number},
    {"ordercreattime", Role::ordered},
    {"ordershiptime", Role::shipped},
    {"orderendtime", Role::ended},
};

/// Only these labels count in running text, because the page's texts can mention all others.
bool is_fact(Role role) {
  return role == Role::shipped || role == Role::closes || role == Role::deadline;
}

class Walk {
 public:
  void visit(const json& value) {
    if (value.is_string()) return read_text(value.get_ref<const std::string&>());
    if (!value.is_structured()) return;
    for (const auto& [key, member] : value.items()) {
      if (!read_key(bare_name(key), member)) visit(member);
    }
  }
  std::vector<DetailCell> cells() && { return std::move(cells_); }

 private:
  /// If a role has several values, the first counts.
  void add(Role role, std::string text) {
    const bool is_known = std::any_of(cells_.begin(), cells_.end(),
                                      [&](const DetailCell& cell) { return cell.role == role; });
    if (!is_known && !trimmed(text).empty()) cells_.push_back({role, std::move(text)});
  }

  bool read_key(const std::string& name, const json& value) {
    for (const Key& key : keys) {
      if (key.name != name) continue;
      if (value.is_string()) add(key.role, value.get<std::string>());
      if (value.is_number_integer()) add(key.role, value.dump());
      return true;
    }
    return false;
  }

  /// `Apply for … if delayed by Oct 30, 2026 · Refund if no delivery before Nov 30, 2026 · …`
  void read_text(std::string_view text) {
    constexpr std::string_view dot = "\u00B7";
    while (!text.empty()) {
      const auto end = std::min(text.find(dot), text.size());
      const std::string_view line = trimmed(text.substr(0, end));
      const auto label = read_label(line);
      if (label && is_fact(label->role)) add(label->role, label->value);
      if (label && is_coupon_promise(*label)) add(Role::late_credit, std::string(line));
      text.remove_prefix(std::min(end + dot.size(), text.size()));
    }
  }

  std::vector<DetailCell> cells_;
};

}  // namespace

std::vector<DetailCell> read_detail_json(std::string_view cell) {
  try {
    Walk walk;
    walk.visit(tree_of(std::string(cell), largest_order));
    return std::move(walk).cells();
  } catch (const json::exception& error) {
    throw RowError(reason_of(error));
  }
}

}  // namespace aliprotect
