#include "import/merge/mail_fact_text.h"

#include <nlohmann/json.hpp>

namespace aliprotect {
namespace {

using nlohmann::json;

void put(json& object, const char* key, const std::optional<Instant>& at) {
  if (at) object[key] = to_rfc3339(*at);
}

std::optional<std::string> text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<Instant> instant_at(const json& object, const char* key) {
  return from_rfc3339(text_at(object, key).value_or(""));
}

std::optional<Money> money_at(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_object()) return std::nullopt;
  const auto minor = found->find("minor");
  const auto currency = Currency::from_code(text_at(*found, "currency").value_or(""));
  if (!currency || minor == found->end() || !minor->is_number_integer()) return std::nullopt;
  return Money{minor->get<std::int64_t>(), *currency};
}

}  // namespace

std::string to_text(const MailFact& fact) {
  json object = json::object();
  if (fact.kind) object["kind"] = to_string(*fact.kind);
  put(object, "at", fact.at);
  if (!fact.tracking.empty()) object["tracking"] = fact.tracking;
  if (fact.dispute) {
    object["want"] = to_string(fact.dispute->want);
    put(object, "opened_at", fact.dispute->opened_at);
  }
  if (fact.title) object["title"] = *fact.title;
  if (fact.price)
    object["price"] = {{"minor", fact.price->minor}, {"currency", fact.price->currency.code()}};
  put(object, "ordered_at", fact.ordered_at);
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

MailFact mail_fact_from_text(std::string_view text) {
  MailFact fact;
  const json object = json::parse(text, nullptr, false);
  if (!object.is_object()) return fact;
  fact.kind = mail_kind_from_string(text_at(object, "kind").value_or(""));
  fact.at = instant_at(object, "at");
  for (const json& each : object.value("tracking", json::array())) {
    if (each.is_string()) fact.tracking.push_back(each.get<std::string>());
  }
  const auto want = from_string<Want>(text_at(object, "want").value_or(""));
  const auto opened_at = instant_at(object, "opened_at");
  if (want && opened_at) fact.dispute = MailedDispute{*opened_at, *want};
  fact.title = text_at(object, "title");
  fact.price = money_at(object, "price");
  fact.ordered_at = instant_at(object, "ordered_at");
  return fact;
}

}  // namespace aliprotect
