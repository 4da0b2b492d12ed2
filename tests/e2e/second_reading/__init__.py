"""A second reading of the rules, written from their text without looking at the program.

    instants, rule_sets   the words of time, the day counts
    clocks, disputes      the instants of one order
    next_step             status, and the ladder of what to do
    answers               what is said of an order; which orders are due, which are late
    order_parts           random pieces of orders
    order_timing          where their shipment has to lie
    order_maker           random orders, most of them with a clock within a second of an edge
    comparison            the program's answers held against these
    call, record          a command as it was typed; the facts of an order
    time_order            which times of a record stand in the wrong order
    order_commands, extension_commands, dispute_commands, commands
                          what each command makes of the facts of an order, or why it does not
    stores                all orders, and how changes are taken back
    case_orders, cases    orders whose answers were worked out by hand, for the reading itself
    command_orders, command_cases
                          the same for commands
"""
