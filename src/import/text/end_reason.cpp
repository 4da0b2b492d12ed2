#include "import/text/end_reason.h"

#include "import/text/page_text.h"

namespace aliprotect {
namespace {

struct Row {
  std::string_view code;
  EndReason meaning;
};

constexpr Row reasons[] = {
    {"buyer_accept_goods", EndReason::confirmed},
    {"buyer_confirm_goods", EndReason::confirmed},
    {"buyer_accept_goods_timeout", EndReason::closed_by_itself},
    {"buyer_confirm_goods_timeout", EndReason::closed_by_itself},
    {"buyer_confirm_timeout", EndReason::closed_by_itself},
    {"pay_timeout", EndReason::cancelled},
    {"buyer_pay_timeout", EndReason::cancelled},
    {"confirm_payamount_timeout", EndReason::cancelled},
    {"reject_payamount", EndReason::cancelled},
    {"buyer_cancel_notpay_order", EndReason::cancelled},
    {"send_goods_timeout", EndReason::cancelled},
    {"seller_send_goods_timeout", EndReason::cancelled},
    {"risk_closed", EndReason::cancelled},
    {"risk_reject_closed", EndReason::cancelled},
    {"security_close", EndReason::cancelled},
    {"suspicious_trade", EndReason::cancelled},
    {"seller_response_issue_timeout", EndReason::refunded},
};

/// Prefixes of related codes.
constexpr Row families[] = {
    {"buyer_cancel_order", EndReason::cancelled},
    {"cancel_order", EndReason::cancelled},
    {"seller_accept_issue", EndReason::refunded},
};

}  // namespace

std::optional<EndReason> end_reason(std::string_view code) {
  const std::string word = folded(code);
  for (const Row& row : reasons) {
    if (word == row.code) return row.meaning;
  }
  for (const Row& row : families) {
    if (word.starts_with(row.code)) return row.meaning;
  }
  return std::nullopt;
}

}  // namespace aliprotect
