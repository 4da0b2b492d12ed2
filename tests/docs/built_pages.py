"""Pages built by scdoc, and what mandoc finds in them."""

import re
import subprocess

# What scdoc writes whatever its source says: an empty line beside each heading and list, names in
# lower case, lines longer than those of the source, which have no escapes.
FROM_SCDOC = [
    r"WARNING: skipping paragraph macro: PP (empty|after S[HS])$",
    r"STYLE: lower case character in document title: TH aliprotect",
    r"STYLE: input text line longer than 80 bytes: ",
]


def build(text):
    """(roff, complaint); scdoc names the line."""
    answer = subprocess.run(["scdoc"], input=text.encode(), capture_output=True, check=False)
    return answer.stdout, answer.stderr.decode()


def lint(roff):
    answer = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "style"], input=roff, capture_output=True, check=False
    )
    said = (answer.stdout + answer.stderr).decode().splitlines()
    remarks = [re.sub(r"^mandoc: [^:]*:", "line ", line) for line in said]
    return [remark for remark in remarks if not any(re.search(p, remark) for p in FROM_SCDOC)]
