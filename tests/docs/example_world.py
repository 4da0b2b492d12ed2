"""The orders and files that the manual's examples use."""

import os
import stat

# Recorded before the examples run: command lines, in the order of the ids.
RECORD = """
add 3051000000011234 --title 'USB hub' --seller 'Example Store' --client 'Client A' --price '12.34 USD' \
  --sale-price '20 USD' --ordered 2026-10-01 --shipped 2026-10-08 --days 45 --tracking EX000000101
add 3051000000021234 --title Kettle --price '30 USD' --shipped 2026-10-05 --days 50 --tracking EX000000102
extend request 2 --days 10 --channel button --at 2026-11-19
add 3051000000031234 --title Lamp --price '21 EUR' --shipped 2026-10-02 --days 60 --tracking EX000000103
dispute open 3 --reason not-received --at 2026-11-14
dispute answer 3 --seller refused --at 2026-11-15
add 3051000000041234 --title Scarf --price '4 USD' --ordered 2026-11-15 --tag test
add 3051000000051234 --title Cap --shipped 2026-10-20 --days 60 --tracking EX000000105
deliver 5 --at 2026-11-18
add 3051000000061234 --title Camera --price '80 USD' --shipped 2026-10-01 --days 60
deliver 6 --at 2026-10-20
inspect 6 --bad
dispute open 6 --reason not-as-described --want return --at 2026-10-21
dispute resolve 6 --outcome refunded --return-by 2026-12-01 --at 2026-11-10
add 3051000000071234 --title Umbrella --shipped 2026-09-20 --days 40 --protection-days 70 --rules aliexpress-2023 \
  --seller 'Example Store' --tracking EX000000107
"""

FILES = {
    "photo.jpg": "not really a picture\n",
    "orders.csv": "Order ID,Order Date,Status,Product Title,Price,Store\n"
    '3051000000811234,"Oct 12, 2026",Awaiting delivery,Umbrella,"US $9.90",Example Store\n',
    "sheet.csv": "My order,Paid\n3051000000821234,9.90 EUR\n",
    ".config/aliprotect/config.toml": '[sources.mail]\npath = "~/orders.csv"\n',
}

# Replacements for programs that a test must not run.
STAND_INS = {"mail": "#!/bin/sh\ncat >/dev/null\n", "notify-send": "#!/bin/sh\n"}


def make_files(folder):
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def make_programs(folder, program):
    """Fills a folder for PATH with the program and the replacements."""
    os.mkdir(folder)
    os.symlink(program, os.path.join(folder, "aliprotect"))
    for name, text in STAND_INS.items():
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)


def recording_script():
    lines = RECORD.replace("\\\n", "").strip().split("\n")
    return "\n".join("aliprotect --quiet " + line for line in lines)
