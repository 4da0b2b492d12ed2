#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/written_order.h"

namespace aliprotect {

/// The maximum size of a JSON tree.
struct TreeLimit {
  std::size_t most;    ///< scalars and containers together
  const char* excess;  ///< the reason to refuse a larger one
};

/// The limit of a line, of an element of an array and of a cell.
inline constexpr TreeLimit largest_order{most_values_of_order, "it has more than 2,000,000 values"};

/// Builds trees from the events of the JSON parser. Discards trees that are deeper or larger than
/// any response with orders, because walking a very deep tree would overflow the stack. The
/// library's own builders cannot do this: the one that can be stopped searches all siblings at each
/// value.
class TreeMaker : public nlohmann::json_sax<nlohmann::json> {
 public:
  using Json = nlohmann::json;
  /// Called with each tree. The text says why it was discarded; empty if it was not.
  using Take = std::function<void(Json& tree, const std::string& skipped_values)>;

  /// The maximum depth of nested containers.
  static constexpr int deepest = 32;

  /// Builds one tree.
  explicit TreeMaker(const TreeLimit& limit) : limit_(limit) {}
  /// Builds one tree per element of an array, or one tree of any other value.
  TreeMaker(const TreeLimit& limit, Take take)
      : limit_(limit), parts_arrays_(true), take_(std::move(take)) {}

  /// Why the text is not valid JSON; empty if it is.
  const std::string& trouble() const { return trouble_; }
  /// Why the tree was discarded; empty if it was not.
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
  std::vector<Json*> open_;  ///< the open containers of the tree, outermost first
  std::string key_;          ///< the key of the next value
  int depth_ = 0;            ///< the number of open containers, in the tree or not
  int depth_of_trees_ = 0;   ///< 1 within an array whose elements are separate trees
  std::size_t count_ = 0;
  std::string skipped_values_;
  std::string trouble_;
};

/// Returns the tree of a text with one value. Throws RowError if it is not JSON or too large.
nlohmann::json tree_of(const std::string& text, const TreeLimit& limit);

}  // namespace aliprotect
