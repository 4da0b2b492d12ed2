#include "import/json/json_tree.h"

#include <utility>

#include "import/json/json_fields.h"
#include "import/merge/row.h"

namespace aliprotect {

bool TreeMaker::key(string_t& name) {
  key_ = std::move(name);
  return wants_more();
}

bool TreeMaker::start_array(std::size_t) {
  if (!parts_arrays_ || depth_ > 0) return enter(Json::array());
  depth_ = depth_of_trees_ = 1;
  return true;
}

bool TreeMaker::put(Json value) {
  count();
  place(std::move(value));
  return end_value();
}

bool TreeMaker::enter(Json container) {
  count();
  if (depth_ == deepest) leave_out("it is nested too deeply");
  ++depth_;
  if (Json* const placed = place(std::move(container))) open_.push_back(placed);
  return wants_more();
}

bool TreeMaker::leave() {
  --depth_;
  if (!open_.empty()) open_.pop_back();
  return depth_ < depth_of_trees_ || end_value();  // the elements of this array were separate trees
}

bool TreeMaker::parse_error(std::size_t, const std::string&, const Json::exception& error) {
  trouble_ = reason_of(error);
  return false;
}

void TreeMaker::count() {
  if (++count_ > limit_.most) leave_out(limit_.excess);
}

/// Discards the tree and its remaining values.
void TreeMaker::leave_out(const char* reason) {
  if (skipped_values_.empty()) skipped_values_ = reason;
  open_.clear();
  tree_ = nullptr;
}

/// Null if the tree is discarded.
TreeMaker::Json* TreeMaker::place(Json value) {
  if (!skipped_values_.empty()) return nullptr;
  if (open_.empty()) return &(tree_ = std::move(value));
  Json& parent = *open_.back();
  if (parent.is_object()) return &(parent[key_] = std::move(value));
  parent.push_back(std::move(value));
  return &parent.back();
}

bool TreeMaker::end_value() {
  if (take_ && depth_ == depth_of_trees_) {
    take_(tree_, skipped_values_);
    tree_ = nullptr;
    skipped_values_.clear();
    count_ = 0;
  }
  return wants_more();
}

nlohmann::json tree_of(const std::string& text, const TreeLimit& limit) {
  // The parser treats a NUL as the end of the text.
  if (text.find('\0') != std::string::npos) throw RowError(nul_in_row);
  TreeMaker maker(limit);
  nlohmann::json::sax_parse(text, &maker);
  if (!maker.skipped_values().empty()) throw RowError(maker.skipped_values());
  if (!maker.trouble().empty()) throw RowError(maker.trouble());
  return std::move(maker.tree());
}

}  // namespace aliprotect
