# Offers the words that begin with the word at the cursor. Text from the store is never expanded.
_aliprotect_offer() {
  local value
  for value; do
    [[ $value == "$cur"* ]] && COMPREPLY+=("$lead$value")
  done
}

# Shows titles while there are several candidates; only the id is inserted.
_aliprotect_offer_orders() {
  local number
  local -a shown
  _aliprotect_orders
  for ((number = 0; number < ${#names[@]}; number++)); do
    [[ ${names[number]} == "$cur"* ]] || continue
    COMPREPLY+=("$lead${names[number]}")
    shown+=("${names[number]}${about[number]:+  ${about[number]}}")
  done
  compopt -o nosort 2>/dev/null
  [[ ${#shown[@]} -gt 1 && -z $lead && ${COMP_TYPE:-9} != 37 && ${COMP_TYPE:-9} != 42 ]] &&
    COMPREPLY=("${shown[@]}")
}

_aliprotect() {
  local cur=${COMP_WORDS[COMP_CWORD]} lead=''
  local place option ended helping store count kind
  local -a names about values
  COMPREPLY=()
  _aliprotect_follow "${COMP_WORDS[@]:1:COMP_CWORD-1}"
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ -z $option && -z $ended && $cur == --*=* ]]; then
    option=${cur%%=*} lead=${cur%%=*}= cur=${cur#*=}
  fi
  _aliprotect_expect "$cur"
  case $kind in
    options | commands) _aliprotect_offer "${names[@]}" ;;
    words) _aliprotect_offer "${values[@]}" ;;
    list)
      lead+=${cur%"${cur##*,}"} cur=${cur##*,}
      _aliprotect_offer "${values[@]}"
      compopt -o nospace 2>/dev/null
      ;;
    fields)
      _aliprotect_offer "${values[@]/%/=}"
      compopt -o nospace 2>/dev/null
      ;;
    orders) _aliprotect_offer_orders ;;
    rule_sets)
      _aliprotect_rule_sets
      _aliprotect_offer "${values[@]}"
      ;;
    sources)
      _aliprotect_sources
      _aliprotect_offer "${values[@]}"
      ;;
    files) compopt -o default 2>/dev/null ;;
  esac
  return 0
}
complete -F _aliprotect aliprotect
