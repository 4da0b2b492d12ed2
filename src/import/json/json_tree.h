#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/written_order.h"

namespace aliprotect {

/// How large a tree of JSON may grow.
struct TreeLimit {
  std::size_t most;    ///< scalars and containers together
  const char* excess;  ///< the reason given for a larger one
};

/// The limit of a line, of an element of an array and of a cell.
inline constexpr TreeLimit largest_order{most_values_of_order, "it has more than 2,000,000 values"};

/// Makes trees of what the parser of JSON goes through, but none that is deeper or larger than any
/// answer with orders: trees of any depth are not safe to walk. nlohmann's own makers cannot be
/// used for that, as one that can be held back goes through all siblings at each value.
class TreeMaker : public nlohmann::json_sax<nlohmann::json> {
 public:
  using Json = nlohmann::json;
  /// Called with each tree; `skipped values` says why it could not be made whole, or is empty.
  using Take = std::function<void(Json& tree, const std::string& skipped_values)>;

  /// Containers stand in one another so deep at most.
  static constexpr int deepest = 32;

  /// One tree of all that is read.
  explicit TreeMaker(const TreeLimit& limit) : limit_(limit) {}
  /// A tree of each element, where all that is read is an array, else one of all.
  TreeMaker(const TreeLimit& limit, Take take)
      : limit_(limit), parts_arrays_(true), take_(std::move(take)) {}

  /// Why the text is no JSON; empty where it is.
  const std::string& trouble() const { return trouble_; }
  /// Why the tree is not whole; empty where it is.
  const std::string& skipped_values() const { return skipped_values_; }
  Json& tree() { return tree_; }

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t& value) override { return put(std::move(value)); }
  bool key(string_t& name) override;
  bool start_object(std::size_t) override { return enter(Json::object()); }
  bool end_object() override { return leave(); }
  bool start_array(std::size_t) override;
  bool end_array() override { return leave(); }
  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override;

 private:
  bool put(Json value);
  bool enter(Json container);
  bool leave();
  void count();
  void leave_out(const char* reason);
  Json* place(Json value);
  bool end_value();
  bool wants_more() const { return parts_arrays_ || skipped_values_.empty(); }

  const TreeLimit limit_;
  const bool parts_arrays_ = false;
  const Take take_;
  Json tree_;
  std::vector<Json*> open_;  ///< the containers within the tree, from the outermost
  std::string key_;          ///< of the value to come
  int depth_ = 0;            ///< containers that are open, be they in the tree or not
  int depth_of_trees_ = 0;   ///< 1 within an array that is parted
  std::size_t count_ = 0;
  std::string skipped_values_;
  std::string trouble_;
};

/// The tree of a text that is one value. Throws RowError where it is no JSON, or none is made of
/// it.
nlohmann::json tree_of(const std::string& text, const TreeLimit& limit);

}  // namespace aliprotect
