# Reads the words before the cursor: the command, an option without its value, and the number of arguments. Array indexes differ between bash and zsh, so none are used.
_aliprotect_follow() {
  local word
  place='' option='' ended='' helping='' store='' count=0
  for word; do
    if [[ -n $option ]]; then
      [[ $word == '=' ]] && continue
      [[ $option == --db ]] && store=$word
      option=''
    elif [[ $word == '=' ]]; then
      option='='
    elif [[ -z $ended && $word == -?* ]]; then
      case $word in
        --) ended=1 ;;
        --db=*) store=${word#--db=} ;;
        --*=*) ;;
        *)
          _aliprotect_value "$place" "$word"
          [[ -n $kind ]] && option=$word
          ;;
      esac
    elif [[ -z $ended && $count == 0 ]] && _aliprotect_has "$place" "$word"; then
      place=${place:+$place }$word
      [[ $place == help ]] && helping=1 place=''
    elif [[ -n $word ]]; then
      count=$((count + 1))
    fi
  done
}

_aliprotect_has() {
  local name
  local -a names about
  _aliprotect_commands "$1"
  for name in "${names[@]}"; do
    [[ $name == "$2" ]] && return 0
  done
  return 1
}

# Sets what can be completed at the cursor: `kind`, and `values` or `names`.
_aliprotect_expect() {
  kind='' values=() names=() about=()
  if [[ -n $option ]]; then
    _aliprotect_value "$place" "$option"
  elif [[ -z $ended && $1 == -* ]]; then
    kind=options
    _aliprotect_options "$place"
  else
    [[ $count == 0 ]] && _aliprotect_commands "$place"
    if [[ ${#names[@]} -gt 0 ]]; then
      kind=commands
    elif [[ -z $helping ]]; then
      _aliprotect_argument "$place" "$count"
    fi
  fi
}

# Runs the program without error messages. This never creates a store.
_aliprotect_ask() {
  local -a from
  from=()
  case $store in
    '') ;;
    '~/'*) from=(--db "$HOME/${store#??}") ;;
    *) from=(--db "$store") ;;
  esac
  command aliprotect "${from[@]}" --color never "$@" 2>/dev/null </dev/null
}

# Reads ids, and titles as shown in tables, without control characters. Titles are never evaluated.
_aliprotect_read_orders() {
  local line id
  while IFS= read -r line; do
    line=${line#"${line%%[! ]*}"}
    id=${line%%[!0-9]*}
    [[ -n $id && " ${names[*]} " != *" $id "* ]] || continue
    case ${line#"$id"} in
      '') names+=("$id") about+=('') ;;
      '  '*) names+=("$id") about+=("${line#"$id  "}") ;;
    esac
  done < <(_aliprotect_ask list "$@" --limit 200 --format table --columns id,title)
}

# Open orders, soonest to close first; if they are few, followed by the newest of all orders.
_aliprotect_orders() {
  names=() about=()
  _aliprotect_read_orders
  [[ ${#names[@]} -lt 200 ]] && _aliprotect_read_orders --all --sort id --reverse
}

_aliprotect_rule_sets() {
  local line
  values=()
  while IFS= read -r line; do
    values+=("$line")
  done < <(_aliprotect_ask rules list --format ids)
}

# The names of the sections of the config file such as [sources.mail].
_aliprotect_sources() {
  local line config=${XDG_CONFIG_HOME:-$HOME/.config}/aliprotect/config.toml
  values=()
  while IFS= read -r line; do
    values+=("$line")
  done < <(command sed -n 's/^ *\[ *sources *\. *\([A-Za-z0-9_-]*\) *\].*/\1/p' "$config" 2>/dev/null)
}
