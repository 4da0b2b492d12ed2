// Message templates written by users.
#include "aliprotect/error.h"
#include "fuzz/target.h"
#include "render/draft_fields.h"
#include "render/template_text.h"
#include "render/text.h"
#include "support/order_builder.h"

namespace aliprotect::fuzz {
namespace {

const FieldValues& values() {
  using namespace testing;
  static const Order order = testing::order()
                                 .ordered("2026-10-01")
                                 .shipped("2026-10-03")
                                 .shipped("2026-10-05")
                                 .days(45)
                                 .requested("2026-11-01", 10)
                                 .declined("2026-11-03")
                                 .requested("2026-11-05", 5);
  static const Policy policy = policy_2016();
  static const FieldValues values =
      draft_values({order, policy, at("2026-11-10T12:00:00Z")}, Zone::utc());
  return values;
}

}  // namespace

void try_input(std::string_view input) {
  static const std::vector<Field> fields = draft_fields();
  Bytes bytes(input.substr(0, 1));
  const std::size_t width = bytes.coin() ? 72 : 1;
  const std::string text(input.substr(input.empty() ? 0 : 1));
  try {
    const std::string message = fill_template({"own.txt", text}, fields, values(), width);
    for (std::size_t at = 0, end = 0; at < message.size(); at = end + 1) {
      end = std::min(message.find('\n', at), message.size());
      const std::string line = message.substr(at, end - at);
      expect(printable(line) == line, "a message is safe on a terminal");
    }
    expect(message.size() <= 64 * 1024 + 1000 * text.size(), "a message has a bounded size");
  } catch (const UserError& error) {
    expect(!std::string_view(error.what()).empty(), "an error has a message");
  }
}

}  // namespace aliprotect::fuzz
