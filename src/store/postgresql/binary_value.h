#pragma once

#include <libpq-fe.h>

#include <vector>

namespace aliprotect::store {

/// A value in PostgreSQL's binary format.
struct BinaryValue {
  Oid type = 0;                 ///< as a statement expects it
  const char* bytes = nullptr;  ///< null for NULL
  int size = 0;
};

/// The parameters of a statement, as libpq takes them. The bytes are not copied.
struct BinaryParameters {
  std::vector<Oid> types;
  std::vector<const char*> values;
  std::vector<int> sizes;
  std::vector<int> formats;

  void add(const BinaryValue& value) {
    types.push_back(value.type);
    values.push_back(value.bytes);
    sizes.push_back(value.size);
    formats.push_back(1);
  }
  int count() const { return static_cast<int>(values.size()); }
};

}  // namespace aliprotect::store
