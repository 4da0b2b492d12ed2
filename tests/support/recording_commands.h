#pragma once

#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

/// Random commands that change a few orders; many of them fail.
namespace aliprotect::testing {

/// A command template. Each `<word>` is replaced by a value.
struct Template {
  const char* words;
  const char* input = "";
};

// clang-format off
inline constexpr Template templates[] = {
    {"add <number> --title '<text>' --price <money>"},
    {"add <number> --shipped <past> --days <days> --tracking '<text>' --rules <rules>"},
    {"add <number> --deadline <when> --closes <when> --tag '<text>' --force"},
    {"edit <order> <order> --title '<text>'"},
    {"edit <order> --clear price --note '<text>' --add-tag '<text>'"},
    {"edit <order> --rules <rules> --sale-price <money>"},
    {"edit <order> --closes <when> --force"},
    {"ship <order> --at <past> --days <days> --tracking '<text>'"},
    {"ship <order> <order> --protection-days <days>"},
    {"pickup <order> --by <when>"},
    {"deliver <order> --at <past> --force"},
    {"inspect <order> --good"},
    {"inspect <order> <order> --bad --note '<text>' --force"},
    {"confirm <order>"},
    {"confirm <order> <order> --force"},
    {"cancel <order>"},
    {"extend request <order> <order> --days <days> --at <past> --channel button"},
    {"extend grant <order> --days <days> --force"},
    {"extend grant <order> --closes <when>"},
    {"extend decline <order>"},
    {"dispute open <order> --reason not-received --at <past> --note '<text>' --force"},
    {"dispute open <order> <order> --reason not-as-described --want partial --amount <money> --force"},
    {"dispute amend <order> --reason not-as-described --want return"},
    {"dispute answer <order> --seller offered --amount <money> --note '<text>'"},
    {"dispute evidence <order> <file> --note '<text>'"},
    {"dispute escalate <order> --evidence-due <when> --force"},
    {"dispute resolve <order> --outcome refunded --return-by <when>"},
    {"dispute returned <order> --tracking '<text>'"},
    {"dispute cancel <order> --force"},
    {"remove <order>"},
    {"remove <order> <order> <order>"},
    {"import -", "{\"number\":\"<number>\",\"title\":\"<text>\",\"rules\":\"<rules>\"}\n"
                 "{\"number\":\"<number>\",\"days\":<days>,\"parcels\":[{\"tracking\":\"<text>\"}]}\n"
                 "{\"number\":\"<number>\",\"id\":<order>}\n"},
    {"import - --strict", "{\"number\":\"<number>\"}\n{\"number\":\"<number>\",\"days\":-1}\n"},
    {"rules add -", "{\"name\":\"<own>\",\"era\":\"<text>\",\"source\":\"test\",\"dispute_opens_days\":<days>,"
                    "\"short_promise_days\":5,\"dispute_grace_days\":<days>,\"auto_escalates_days\":15,"
                    "\"reminder_from_days\":4,\"reminder_until_days\":3,\"extension_from_days\":3,"
                    "\"extension_until_days\":2,\"longest_protection_days\":60}"},
    {"rules remove <rules>"},
};
// clang-format on

/// Returns a random number below `count`.
using Choice = std::function<std::size_t(std::size_t count)>;

inline std::string any_value(const std::string& word, const Choice& choose) {
  using Values = std::vector<std::string>;
  static const std::map<std::string, Values> all_values = {
      {"number", {"3051000000411234", "3051000000421234", "3051000000431234", "3051000000441234"}},
      {"order", {"1", "2", "3", "4", "5"}},
      {"text", {"one", "two words", "naïve 日本"}},
      {"money", {"1.00", "99.99"}},
      {"past", {"2026-10-01", "2026-11-10", "now"}},
      {"when", {"2026-11-15", "2026-12-20", "now"}},
      {"days", {"1", "15", "60"}},
      {"rules", {"aliexpress-2016", "aliexpress-2023", "mine", "other", "mine"}},
      {"file", {SOURCE_FOLDER "/LICENSE", SOURCE_FOLDER "/README.md", SOURCE_FOLDER "/absent"}},
      {"own", {"mine", "other", "aliexpress-2016"}},
  };
  const Values& values = all_values.at(word);
  return values[choose(values.size())];
}

inline std::string filled(std::string text, const Choice& choose) {
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos;) {
    const std::size_t end = text.find('>', at);
    const std::string value = any_value(text.substr(at + 1, end - at - 1), choose);
    text.replace(at, end + 1 - at, value);
    at += value.size();
  }
  return text;
}

struct Command {
  std::string words;
  std::string input;
};

inline Command command_by(const Choice& choose) {
  const Template& chosen = templates[choose(std::size(templates))];
  const std::string words = filled(chosen.words, choose);
  return {words, filled(chosen.input, choose)};
}

}  // namespace aliprotect::testing
