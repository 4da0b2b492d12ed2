"""Random command lines, most of them at the edge of a window, and what becomes of them.

    words      a command as it is typed
    edges      the instants of an order at which an answer turns
    steps      the table of commands that a walk may take
    walk       takes them: the program on one side, the second reading on the other
"""
