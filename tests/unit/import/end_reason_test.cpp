// AliExpress's codes for the end of a trade.
#include "import/text/end_reason.h"

#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("end reasons: known codes") {
  struct Row {
    const char* code;
    EndReason meaning;
  };
  const Row rows[] = {
      {"buyer_accept_goods", EndReason::confirmed},
      {"buyer_confirm_goods", EndReason::confirmed},
      {"BUYER_ACCEPT_GOODS", EndReason::confirmed},
      {" buyer_accept_goods\r\n", EndReason::confirmed},
      {"buyer_accept_goods_timeout", EndReason::closed_by_itself},
      {"buyer_confirm_goods_timeout", EndReason::closed_by_itself},
      {"buyer_confirm_timeout", EndReason::closed_by_itself},
      {"pay_timeout", EndReason::cancelled},
      {"buyer_pay_timeout", EndReason::cancelled},
      {"confirm_payamount_timeout", EndReason::cancelled},
      {"reject_payamount", EndReason::cancelled},
      {"send_goods_timeout", EndReason::cancelled},
      {"seller_send_goods_timeout", EndReason::cancelled},
      {"cancel_order_close_trade", EndReason::cancelled},
      {"buyer_cancel_order", EndReason::cancelled},
      {"buyer_cancel_notpay_order", EndReason::cancelled},
      {"buyer_cancel_order_in_risk", EndReason::cancelled},
      {"risk_closed", EndReason::cancelled},
      {"risk_reject_closed", EndReason::cancelled},
      {"security_close", EndReason::cancelled},
      {"suspicious_trade", EndReason::cancelled},
      {"seller_accept_issue", EndReason::refunded},
      {"seller_accept_issue_no_goods_return", EndReason::refunded},
      {"seller_accept_issue_with_goods_return", EndReason::refunded},
      {"seller_response_issue_timeout", EndReason::refunded},
  };
  for (const Row& row : rows) {
    INFO(row.code);
    CHECK(end_reason(row.code) == row.meaning);
  }
}

TEST_CASE("end reasons: vague and unknown codes") {
  for (const char* code : {"",
                           " ",
                           "null",
                           "trade_close",
                           "end_issue",
                           "buyer_accept",
                           "buyer_accept_goods_",
                           "buyer_accept_goods_timeout_2",
                           "accept_goods",
                           "buyer accept goods",
                           "timeout",
                           "order_pay_timeout",
                           "pay_timeout_retry",
                           "buyer_send_goods_timeout",
                           "not_risk_closed",
                           "buyer_cancel",
                           "buyer_cancels_order",
                           "recancel_order",
                           "cancel",
                           "buyer_cancel_issue",
                           "seller_refuse_issue",
                           "seller_accept",
                           "reseller_accept_issue",
                           "seller_response_timeout",
                           "confirmed",
                           "FINISH"}) {
    INFO(code);
    CHECK_FALSE(end_reason(code).has_value());
  }
}
