#include "store/database.h"

namespace aliprotect::store {

DbError damaged_value(std::string_view column, std::string_view value) {
  return {DbError::Kind::damaged,
          "invalid " + std::string(column) + " '" + std::string(value.substr(0, 40)) + "'"};
}

}  // namespace aliprotect::store
