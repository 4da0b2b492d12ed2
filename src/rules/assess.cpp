#include "aliprotect/protection.h"

namespace aliprotect {

Protection assess(const Order& order, const Policy& policy, Instant now) {
  Protection protection;
  protection.clocks = clocks_of(order, policy);
  protection.status = status_of(order, protection.clocks, now);
  protection.deadlines = deadlines_of(order, protection.clocks, protection.status, now);
  protection.next_step = next_step(order, policy, protection.clocks, protection.status, now);
  protection.at_risk = is_at_risk(order, protection.clocks, protection.status, now);
  return protection;
}

}  // namespace aliprotect
