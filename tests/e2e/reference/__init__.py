"""A second implementation of the rules, written from their text without looking at the program.

    instants, rule_sets   time formats, the day counts
    clocks, disputes      the instants of one order
    next_step             the status, and the table of next steps
    answers               the assessment of an order; which orders are due or late
    order_parts           random parts of orders
    order_timing          when they must have been shipped
    order_maker           random orders, most of them with a clock within a second of an edge
    comparison            compares the program's answers with these
    call, record          a typed command; the facts of an order
    time_order            finds times in the wrong order
    order_commands, extension_commands, dispute_commands, commands
                          apply each command to the facts of an order, or refuse it
    stores                all orders, and how changes are undone
    case_orders, cases    orders with answers worked out by hand, to check this package
    command_orders, command_cases
                          the same for commands
"""
