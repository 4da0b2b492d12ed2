#include <string>
#include <utility>
#include <vector>

#include "aliprotect/store.h"
#include "support/catch.h"

namespace aliprotect::testing {

TEST_CASE("addresses of servers are distinguished from files") {
  CHECK(Store::is_on_server("postgresql://host/orders"));
  CHECK(Store::is_on_server("postgres://"));
  CHECK_FALSE(Store::is_on_server("./postgresql://host"));
  CHECK_FALSE(Store::is_on_server("orders.db"));
}

TEST_CASE("the name of a store has no password") {
  const std::vector<std::pair<std::string, std::string>> names{
      {"orders:1@home.db", "orders:1@home.db"},
      {"postgresql://host:5432/orders?sslmode=require",
       "postgresql://host:5432/orders?sslmode=require"},
      {"postgresql://ann@host/orders", "postgresql://ann@host/orders"},
      {"postgresql://ann:secret@host:5432/orders", "postgresql://ann@host:5432/orders"},
      {"postgres://ann:secret@a,b:5433/orders?target_session_attrs=read-write",
       "postgres://ann@a,b:5433/orders?target_session_attrs=read-write"},
      {"postgresql://ann:se@cr/et?@host/orders", "postgresql://ann@host/orders"},
      {"postgresql:///orders?user=ann&password=secret&host=a",
       "postgresql:///orders?user=ann&host=a"},
      {"postgresql:///orders?PassWord=secret", "postgresql:///orders"},
      {"PostgreSQL://ann:secret@host/orders", "PostgreSQL://ann@host/orders"},
      {"postgresql:///orders?p%61ssword=secret", "postgresql:///orders"},
      {"postgresql:///orders?sslpassword=secret&p%61ssword=secret", "postgresql:///orders"},
  };
  for (const auto& [address, name] : names) CHECK(Store::name_of(address) == name);
}

}  // namespace aliprotect::testing
