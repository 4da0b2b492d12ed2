#include "store/sqlite/deferred_indexes.h"

#include "store/sqlite/statement.h"

namespace aliprotect::store {

void DeferredIndexes::drop_all() {
  std::vector<std::string> names;
  Statement indexes(db_, R"(
    SELECT name, sql
    FROM sqlite_schema
    WHERE type = 'index' AND name IN ('orders_by_seller', 'orders_by_client', 'tags_by_tag')
  )");
  while (indexes.step()) {
    names.emplace_back(indexes.text(0));
    sql_.emplace_back(indexes.text(1));
  }
  for (const std::string& name : names) db_.exec("DROP INDEX " + name);
}

void DeferredIndexes::rebuild() {
  for (const std::string& sql : sql_) db_.exec(sql);
  sql_.clear();
}

}  // namespace aliprotect::store
