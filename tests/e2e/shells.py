"""Asks bash, zsh and fish what they offer for a command line.

Each answers many lines in one process: for each line the candidates, as (value, description).
"""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time

WAIT = 120  # seconds after which a shell is stuck

# Calls the completion function as readline does: with the words of the line, and `=` as a word.
BASH = r"""
source "$SCRIPT"
while IFS= read -r line; do
  COMP_LINE=$line COMP_POINT=${#line} COMP_TYPE=${TYPE:-9} COMP_WORDS=()
  for word in $line; do
    while [[ $word == *=* && $SPLIT ]]; do
      [[ ${word%%=*} ]] && COMP_WORDS+=("${word%%=*}")
      COMP_WORDS+=(=) word=${word#*=}
    done
    [[ $word ]] && COMP_WORDS+=("$word")
  done
  [[ $line == *' ' ]] && COMP_WORDS+=('')
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMPREPLY=()
  _aliprotect aliprotect "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
  for reply in "${COMPREPLY[@]}"; do printf '%s\0' "$reply"; done
  printf '\f\0'
done <"$LINES_FILE" >"$ANSWER"
"""

# Runs in the line editor, with compadd intercepted.
ZSHRC = r"""
LISTMAX=9999
fpath=("$FOLDER" $fpath)
autoload -Uz compinit && compinit -u -D
compadd() {
  if [[ ${(j: :)@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return
  fi
  local -a found said
  local place=${@[(i)-d]} number
  (( place <= $# )) && said=("${(@P)@[place+1]}")
  builtin compadd -A found -D said "$@"
  for ((number = 1; number <= $#found; number++)); do
    print -rN -- "$found[number]"$'\v'"$said[number]" >>"$ANSWER"
  done
  builtin compadd "$@"
}
ask() {
  local line
  local -a lines
  lines=("${(@f)$(<$LINES_FILE)}")
  for line in "${lines[@]}"; do
    BUFFER=${line%%$} CURSOR=${#line%%$}
    zle list-choices
    print -rN -- $'\f' >>"$ANSWER"
  done
  exit
}
zle -N zle-line-init ask
"""

# Types at a bash prompt.
TYPIST = r"""
import os, pty, sys
sent = []
def read(terminal):
    said = os.read(terminal, 4096)
    if b"> " in said and not sent:
        sent.append(os.write(terminal, sys.argv[1].encode()))
    return said
pty.spawn(["bash", "--noprofile", "--rcfile", sys.argv[2], "-i"], read)
"""

# Prints the words with which the program would be run.
RC = r"""
PS1='> '
%s
source %s
aliprotect() { printf 'got:%%s;' "$@"; exit; }
"""

FISH = r"""
source $SCRIPT
while read -l line
    complete -C (string replace -r '\$$' '' -- $line)
    printf '\f\n'
end <$LINES_FILE >$ANSWER
"""


class Shell:
    """`world` is a test with a folder, an environment and the program in PATH."""

    def __init__(self, world):
        self.world = world
        self.folder = world.path(self.name + "-files")
        os.makedirs(self.folder, exist_ok=True)
        script = world.do("completion", self.name).out
        self.script = self.write("_aliprotect" if self.name == "zsh" else "script", script)

    @classmethod
    def is_there(cls):
        return shutil.which(cls.name) is not None

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def environment(self, lines, mark=""):
        text = "".join(line + mark + "\n" for line in lines)
        answer = os.path.join(self.folder, "answer")
        if os.path.exists(answer):
            os.remove(answer)
        return self.world.shell_environment(
            SCRIPT=self.script,
            FOLDER=self.folder,
            LINES_FILE=self.write("lines", text.encode()),
            ANSWER=answer,
        )

    def answer(self, env):
        with open(env["ANSWER"], "rb") as file:
            return file.read().decode()


class Bash(Shell):
    name = "bash"
    splits = True  # at `=`, like readline by default

    def offers(self, lines, kind_of_completion="9"):
        env = self.environment(lines)
        env["TYPE"] = kind_of_completion
        env["SPLIT"] = "1" if self.splits else ""
        self.said = self.run(env)
        groups = self.answer(env).split("\f\0")[:-1]
        return [[pair(reply, "  ") for reply in group.split("\0")[:-1]] for group in groups]

    def run(self, env):
        words = ["bash", "--norc", "--noprofile", "-c", BASH]
        answer = subprocess.run(
            words,
            env=env,
            cwd=self.world.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=WAIT,
            check=False,
        )
        return answer.stdout + answer.stderr


    def type(self, keys, before=""):
        """Returns what is shown when these keys are typed, and the words with which the program would run."""
        rc = self.write("rc", (RC % (before, self.script)).encode())
        env = self.world.shell_environment(INPUTRC="/dev/null")
        words = [sys.executable, "-c", TYPIST, keys, rc]
        return on_terminal(words, env, self.world.home).decode()


class Zsh(Shell):
    name = "zsh"

    def offers(self, lines):
        env = self.environment(lines, mark="$")
        self.write(".zshrc", ZSHRC.encode())
        env["ZDOTDIR"] = self.folder
        self.said = on_terminal(["zsh", "-d", "-i"], env, self.world.home)
        groups = self.answer(env).split("\f\0")[:-1]
        return [[label_of(reply) for reply in group.split("\0")[:-1]] for group in groups]


class Fish(Shell):
    name = "fish"

    def offers(self, lines):
        env = self.environment(lines, mark="$")
        answer = subprocess.run(
            ["fish", "--no-config", "-c", FISH],
            env=env,
            cwd=self.world.home,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=WAIT,
            check=False,
        )
        self.said = answer.stdout + answer.stderr
        groups = self.answer(env).split("\f\n")[:-1]
        return [[pair(line, "\t") for line in group.split("\n")[:-1]] for group in groups]


def pair(text, between):
    value, _, description = text.partition(between)
    return value, description


def label_of(text):
    """In zsh, the shown text begins with the value."""
    value, _, shown = text.partition("\v")
    return value, re.sub(r"^ *(-- |  )?", "", shown[len(value) :])


def on_terminal(words, env, folder):
    """Returns what the command writes to its terminal until it ends."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(words[0], words, {**env, "TERM": "xterm"})
    said = b""
    limit = time.monotonic() + WAIT
    while time.monotonic() < limit:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            said += os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
    else:
        os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return said
