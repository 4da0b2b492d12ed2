"""Random command lines, most of them at the edge of a window, and their expected results.

    words      formats a command as typed
    edges      the instants at which the state of an order changes
    steps      the commands of a walk, and their arguments
    walk       runs them in the program and in the reference implementation, and compares
"""
