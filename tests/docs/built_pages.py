"""Builds pages with scdoc and checks them with mandoc."""

import re
import subprocess

# Warnings that scdoc's output always causes: empty paragraphs next to headings and lists,
# lower-case titles, and lines that its escapes make longer than in the source.
FROM_SCDOC = [
    r"WARNING: skipping paragraph macro: PP (empty|after S[HS])$",
    r"STYLE: lower case character in document title: TH aliprotect",
    r"STYLE: input text line longer than 80 bytes: ",
]


def build(text):
    """Returns (roff, errors); scdoc's errors name the line."""
    answer = subprocess.run(["scdoc"], input=text.encode(), capture_output=True, check=False)
    return answer.stdout, answer.stderr.decode()


def lint(roff):
    answer = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "style"], input=roff, capture_output=True, check=False
    )
    said = (answer.stdout + answer.stderr).decode().splitlines()
    remarks = [re.sub(r"^mandoc: [^:]*:", "line ", line) for line in said]
    return [remark for remark in remarks if not any(re.search(p, remark) for p in FROM_SCDOC)]
