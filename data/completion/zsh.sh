_aliprotect_describe() {
  local -a lines
  local number
  for ((number = 1; number <= ${#names}; number++)); do
    lines+=("${names[number]}:${about[number]}")
  done
  _describe -t "$1" "$1" lines
}

# Shows titles next to the ids. Titles are never expanded.
_aliprotect_add_orders() {
  local -a lines
  local number
  _aliprotect_orders
  for ((number = 1; number <= ${#names}; number++)); do
    lines+=("${names[number]}${about[number]:+  ${about[number]}}")
  done
  compadd -V orders -l -d lines -a names
}

_aliprotect() {
  local place option ended helping store count kind
  local -a names about values before
  before=("${(@Q)words[2,CURRENT-1]}")
  _aliprotect_follow "${before[@]}"
  if [[ -z $option && -z $ended && $PREFIX == --*=* ]]; then
    option=${PREFIX%%=*}
    compset -P 1 '*='
  fi
  _aliprotect_expect "$PREFIX"
  case $kind in
    options | commands) _aliprotect_describe $kind ;;
    words) compadd -a values ;;
    list)
      compset -P '*,'
      compadd -S ',' -q -a values
      ;;
    fields) compadd -S '=' -q -a values ;;
    orders) _aliprotect_add_orders ;;
    rule_sets)
      _aliprotect_rule_sets
      compadd -a values
      ;;
    sources)
      _aliprotect_sources
      compadd -a values
      ;;
    files) _files ;;
    *) return 1 ;;
  esac
}

if [[ ${funcstack[1]} == _aliprotect ]]; then
  _aliprotect "$@"
else
  compdef _aliprotect aliprotect
fi
