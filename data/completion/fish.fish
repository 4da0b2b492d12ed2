# Prints the command before the cursor, and the number of arguments after it.
function __aliprotect_follow
    set -l place ''
    set -l count 0
    set -l waits no
    set -l ended no
    set -l helping no
    for word in (commandline -opc)[2..-1]
        if test $waits = yes
            set waits no
        else if test $ended = no; and string match -rq -- '^-.' $word
            if test $word = --
                set ended yes
            else if contains -- "$place $word" $__aliprotect_valued; or contains -- " $word" $__aliprotect_valued
                set waits yes
            end
        else if test "$place$helping$count" = no0; and test $word = help
            set helping yes
        else if test $ended = no; and test $count = 0; and contains -- (string trim -- "$place $word") $__aliprotect_places
            set place (string trim -- "$place $word")
        else
            set count (math $count + 1)
        end
    end
    # Only commands can follow help.
    if test $helping = yes; and not string match -q -- (string trim -- "$place *") $__aliprotect_places
        set place help
        set count 1
    end
    printf '%s\n' "$place" $count
end

# Tests whether the cursor is at PLACE, with FROM to TO arguments before it.
function __aliprotect_at -a place from to
    set -l found (__aliprotect_follow)
    test "$found[1]" = "$place"; or return 1
    test -z "$from"; and return 0
    test "$found[2]" -ge "$from"; or return 1
    test -z "$to"; or test "$found[2]" -le "$to"
end

# Prints the store that the command line names.
function __aliprotect_store
    set -l words (commandline -opc)
    for number in (seq (count $words))
        set -l value (string replace -rf -- '^--db=' '' $words[$number])
        if test "$words[$number]" = --db; and test $number -lt (count $words)
            set value $words[(math $number + 1)]
        end
        test -z "$value"; or printf '%s\n' --db (string replace -r -- '^~/' "$HOME/" $value)
    end
end

# Runs the program without error messages. This never creates a store.
function __aliprotect_ask
    command aliprotect (__aliprotect_store) --color never $argv 2>/dev/null </dev/null
end

# Prints ids, and titles as shown in tables, without control characters.
function __aliprotect_read_orders
    __aliprotect_ask list $argv --limit 200 --format table --columns id,title |
        string replace -rf -- '^ *([0-9]+)(?:  (.*))?$' '$1\t$2'
end

# Open orders, soonest to close first; if they are few, followed by the newest of all orders.
function __aliprotect_orders
    set -l open (__aliprotect_read_orders)
    for order in $open
        printf '%s\n' $order
    end
    test (count $open) -lt 200; or return
    for order in (__aliprotect_read_orders --all --sort id --reverse)
        contains -- $order $open; or printf '%s\n' $order
    end
end

function __aliprotect_rule_sets
    __aliprotect_ask rules list --format ids
end

# The names of the sections of the config file such as [sources.mail].
function __aliprotect_sources
    set -l folder $XDG_CONFIG_HOME
    test -n "$folder"; or set folder $HOME/.config
    command sed -n 's/^ *\[ *sources *\. *\([A-Za-z0-9_-]*\) *\].*/\1/p' $folder/aliprotect/config.toml 2>/dev/null
end

# Values after the last comma, each with the text before it.
function __aliprotect_list
    set -l typed (string replace -r -- '^--[a-z-]+=' '' (commandline -ct))
    set -l before (string replace -rf -- '^(.*,).*$' '$1' $typed)
    printf '%s\n' "$before"$argv
end
