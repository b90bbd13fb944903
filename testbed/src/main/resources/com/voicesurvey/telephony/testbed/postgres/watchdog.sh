# $1 PostgreSQL's data directory, $2 a directory to delete in the end or nothing.
# Standard input tells what the server does, line by line, and ends when the JVM does.
trap '' HUP INT TERM

state=stopped
pid=
while read -r word number; do
    state=$word
    pid=$number
done

program() {
    if [ -d /proc/self ]; then
        readlink "/proc/$1/exe"
    else
        ps -p "$1" -o comm=
    fi
}

is_postgres() {
    case $(program "$1" 2>/dev/null) in
        */postgres* | postgres*) return 0 ;;
    esac
    return 1
}

# The JVM ended while the server was starting: it may show itself in a moment.
tries=0
while [ "$state" = starting ] && [ "$tries" -lt 50 ]; do
    pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
    [ -n "$pid" ] && is_postgres "$pid" && break
    sleep 0.1
    tries=$((tries + 1))
done

if [ "$state" != stopped ] && [ -n "$pid" ]; then
    # PostgreSQL's fast and immediate shutdown, then the hard way; 5 seconds for each
    for signal in INT QUIT KILL; do
        is_postgres "$pid" && kill -s "$signal" "$pid"
        tries=0
        while is_postgres "$pid" && [ "$tries" -lt 50 ]; do
            sleep 0.1
            tries=$((tries + 1))
        done
    done
fi

if [ -n "$2" ]; then
    rm -rf "$2"
fi
