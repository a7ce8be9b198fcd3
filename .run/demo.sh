# Starts the server, and for the demo the simulator; sourced by ./run.
# shellcheck shell=bash disable=SC2154

management=$((port + 1)) database=$((port + 2)) simulator=$((port + 3)) mail=$((port + 4))
if [ "$fresh" = true ] && [ -d "$data" ]; then
    [ "$empty" = false ] && { [ -d "$data/korea" ] || grep -q DOCHAK_CARRIER_KEY "$data/keys.env" 2>/dev/null; } || {
        echo "$data 는 데모의 폴더가 아니라서 그대로 두었어요. (not a demo's folder: left alone)" >&2; exit 2; }
    put_aside=${data%/}.before-$(date +%Y%m%d-%H%M%S)
    mv "$data" "$put_aside"
    echo "지금까지의 데모는 $put_aside 에 두고 새로 만들어요. (the demo so far is kept there; a new one is made)"
fi
umask 077 # before the first folder: nobody else reads what is kept here
mkdir -p "$data"
data=$(cd "$data" && pwd)
chmod 700 "$data" # one of before was open to all
secrets=$data/keys.env
first=$data/first-start.txt
if [ ! -f "$secrets" ]; then
    cat >"$secrets" <<TEXT
: "\${DOCHAK_KEYS:=rainbow=$(random_key),hangang=$(random_key)}"
: "\${DOCHAK_CARRIER_KEY:=$(random_key)}"
: "\${DOCHAK_ADMIN_KEY:=$(random_key)}"
: "\${DOCHAK_WEBHOOK_SIGNATURE:=$(random_key)}"
TEXT
fi
bind=${bind:-${DOCHAK_BIND:-}}
clock=()
settings=(--dochak.data="$data" --dochak.database.port="$database" --server.port="$port"
    --management.server.port="$management" --logging.file.name="$data/server.log")
[ -z "$database_url" ] || settings+=(--dochak.database.url="$database_url"
    --dochak.database.user="${DOCHAK_DATABASE_USER:-dochak}")
export DOCHAK_PUBLIC_URL=${DOCHAK_PUBLIC_URL:-http://localhost:$port}
export DOCHAK_FIRST_SHOWN_IN=$first
if [ "$empty" = false ]; then
    . "$secrets"
    if [ -n "$database_url" ]; then # the server itself makes a vault key only beside its own database
        [ -f "$data/vault.key" ] || head -c 32 /dev/urandom | base64 >"$data/vault.key"
        export DOCHAK_VAULT_KEY=${DOCHAK_VAULT_KEY:-$(cat "$data/vault.key")}
    fi
    bind=${bind:-127.0.0.1}
    case "$bind" in
        127.* | ::1 | localhost) ;;
        *) # others can come: neither the password that everybody knows nor the name of this machine alone will do
            DOCHAK_DEMO_PASSWORD=${DOCHAK_DEMO_PASSWORD:-$(random_key | cut -c1-16)}
            export DOCHAK_HOSTS=${DOCHAK_HOSTS:-$({ hostname; hostname -I; } 2>/dev/null | tr -s ' \n' ',' | sed 's/,$//')}
            ;;
    esac
    case "$bind" in
        127.* | ::1 | localhost | 0.0.0.0 | ::) reach=localhost ;;
        *) reach=$bind DOCHAK_PUBLIC_URL=$([ "$DOCHAK_PUBLIC_URL" = "http://localhost:$port" ] && echo "http://$bind:$port" || echo "$DOCHAK_PUBLIC_URL") ;;
    esac
    export DOCHAK_DEMO=true DOCHAK_DEMO_PASSWORD=${DOCHAK_DEMO_PASSWORD:-dochak-demo}
    # one carrier comes with a key of its own, the others with the one for all
    export DOCHAK_CARRIER_KEYS=${DOCHAK_CARRIER_KEYS-kr.lotte=$(printf 'lotte %s' "$DOCHAK_CARRIER_KEY" | sha256sum | cut -c1-40)}
    export DOCHAK_KEYS DOCHAK_CARRIER_KEY DOCHAK_ADMIN_KEY DOCHAK_WEBHOOK_SIGNATURE
    export DOCHAK_NHN_URL=http://$reach:$simulator DOCHAK_NHN_APPKEY=demo DOCHAK_NHN_SECRET=demo
    export DOCHAK_NHN_SENDER_KEY=demo DOCHAK_SMS_SENDER=15880000 DOCHAK_NHN_FULL_TEXT=true
    export DOCHAK_NHN_WEBHOOK_SIGNATURE=$DOCHAK_WEBHOOK_SIGNATURE
    export DOCHAK_KMA_KEY=demo DOCHAK_KMA_URL=http://$reach:$simulator/public/1360000/WthrWrnInfoService
    export DOCHAK_ITS_KEY=demo DOCHAK_ITS_URL=http://$reach:$simulator/public/its
    export DOCHAK_SIM_STORMS=${DOCHAK_SIM_STORMS:-0.05} # of the provinces each day
    export DOCHAK_SMTP_HOST=localhost DOCHAK_SMTP_PORT=$mail DOCHAK_MAIL_FROM=no-reply@dochak.example
    export DOCHAK_SMTP_STARTTLS=false # the simulator's mail, on this machine
    if [ "$speed" != 1 ]; then
        # A demo begins on Tuesday at nine in Seoul, when last night's parcels go out; later starts go on where it was.
        now=$(date -u -d "$((2 - $(date -u +%u))) days" +%F 2>/dev/null || date -u +%F)T00:00:00Z
        clock=(--dochak.clock.mode=SPEED --dochak.clock.speed="$speed" --dochak.clock.start="$now")
    else
        now=$(date -u +%FT%H:%M:00Z)
    fi
    export DOCHAK_SIM_DATA=$data/korea DOCHAK_SIM_ORDERS_PER_DAY=${DOCHAK_SIM_ORDERS_PER_DAY:-20} DOCHAK_SIM_STAFF=${DOCHAK_SIM_STAFF:-true}
    export DOCHAK_SIM_QUIET_DAYS=${DOCHAK_SIM_QUIET_DAYS:-21} # young malls sell less
    export DOCHAK_WEBHOOKS_REACH=${DOCHAK_WEBHOOKS_REACH:-LOOPBACK} # the shop's systems of the small Korea are on this machine
fi

[ -z "$bind" ] || export DOCHAK_BIND=$bind

children=()
stop() {
    trap '' INT TERM EXIT
    echo
    echo "끄고 있어요. (stopping)"
    local child
    for ((i = ${#children[@]} - 1; i >= 0; i--)); do
        child=${children[i]}
        kill -TERM "$child" 2>/dev/null || true
        wait "$child" 2>/dev/null || true
    done
    echo "모두 껐어요. 데이터는 $data 에 있어요. (stopped; data is kept)"
}
trap 'stop; exit 0' INT TERM
trap stop EXIT

for needed in "$port" "$management" $([ "$empty" = true ] || echo "$simulator"); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$needed") 2>/dev/null; then
        echo "포트 $needed 를 다른 프로그램이 쓰고 있어요. ./run --port 로 다른 포트를 골라 주세요. (port in use)" >&2
        trap - EXIT; exit 1
    fi
done

# What Spring Boot says of a setting it knows to be wrong, else the end of the log.
why_it_failed() { grep -q '^  | APPLICATION FAILED' "$1" && sed -n '/^  | Description:/,$p' "$1" | sed 's/^  | //' || tail -n 30 "$1"; }

# First passwords and keys: on the terminal, and nowhere afterwards.
show_first() {
    [ -s "$first" ] || return 0
    cat "$first"
    rm -f "$first"
}

# Starts the server with the settings given besides those of all, and comes back when it is ready.
start_server() {
    local started=$SECONDS
    "${START[@]}" "${settings[@]}" "$@" >"$data/console.log" 2>&1 &
    server=$!
    children=("$server" ${children[@]+"${children[@]}"}) # the last one is stopped first
    until (exec 3<>"/dev/tcp/127.0.0.1/$management") 2>/dev/null \
        && exec 3<>"/dev/tcp/127.0.0.1/$management" \
        && printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3 && grep -q '"UP"' <&3; do
        kill -0 "$server" 2>/dev/null || { echo; why_it_failed "$data/console.log" >&2; echo "서버가 시작하지 못했어요. 위와 $data/console.log 를 봐 주세요. (server failed to start)" >&2; trap - EXIT; exit 1; }
        printf '\r서버를 켜고 있어요 (starting) … %ds' $((SECONDS - started))
        sleep 0.5
    done
    exec 3>&- || true
    show_first
    printf '\r서버가 준비됐어요 (ready) — %d초            \n' $((SECONDS - started))
}

start_simulator() {
    DOCHAK_URL=http://$reach:$port DOCHAK_SIM_BIND=$bind DOCHAK_SIM_PORT=$simulator DOCHAK_SIM_SMTP_PORT=$mail DOCHAK_SIM_SEED=$seed \
        "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m -jar "$SIMULATOR_JAR" "$@" >"$data/simulator.log" 2>&1 &
    korea=$!
    children+=("$korea")
}

[ "$empty" = true ] || SERVER_FLAGS+=(-XX:TieredStopAtLevel=1) # a demo starts often and works little
server_command
if [ "$empty" = false ]; then
    . ./.run/history.sh
    # from now on one carrier is asked besides, and answers with a code now and then that nobody knows
    export DOCHAK_LOTTE_ON=${DOCHAK_LOTTE_ON:-true}
    export DOCHAK_LOTTE_URL=${DOCHAK_LOTTE_URL:-http://$reach:$simulator/carriers/kr.lotte}
fi
[ "$empty" = true ] || start_simulator # it waits for the server, which then finds carriers and vendors in their places
start_server ${clock[@]+"${clock[@]}"}

if [ "$empty" = true ]; then
    echo "  고객 화면   http://localhost:$port"
    echo "  직원 화면   http://localhost:$port/console"
    echo "  API        curl -H 'Authorization: Bearer <key>' http://localhost:$port/api/v1/openapi.json"
    wait "$server"
    exit
fi

rainbow=${DOCHAK_KEYS#*rainbow=}
cat <<TEXT

  고객 화면   http://localhost:$port            (portal; 시뮬레이터의 휴대폰에서 코드를 확인해요)
  직원 화면   http://localhost:$port/console    (admin@dochak.example, agent@…, lead@…, operator@… / $DOCHAK_DEMO_PASSWORD)
  작은 한국   http://localhost:$simulator            (simulator: place orders, jam a hub, see phones and mail)
  API        http://localhost:$port/api/v1/docs   key of the mall rainbow: ${rainbow%%,*}
  상태       http://localhost:$management/actuator/health

  시간은 실제의 ${speed}배로 흘러요. Ctrl-C로 모두 꺼요. (time runs ${speed}×; Ctrl-C stops everything)
TEXT
wait "$server"
