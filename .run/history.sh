# Five weeks of a small company before the demo, made once by the simulator through public interfaces; sourced by demo.sh.
# shellcheck shell=bash disable=SC2154

days_before() { date -u -d "$1 -$2 days" +%F 2>/dev/null || date -u -j -f %F -v-"$2"d "$1" +%F; }

make_history() {
    local begun=$SECONDS line='' until
    mkdir -p "$data/korea"
    [ -s "$data/korea/until" ] || echo "$now" >"$data/korea/until" # one that was interrupted goes on to the same end
    until=$(cat "$data/korea/until")
    echo "데모의 지난 5주를 만들어요. 처음 한 번만 해요. (making five weeks of history, once)"
    # what a power cut takes of these weeks is lived again, so no commit waits for the disk; the stop at the end writes all
    start_server --dochak.clock.mode=DRIVEN --dochak.clock.start="$(days_before "${until%T*}" 35)T${until#*T}" \
        "--spring.datasource.hikari.connection-init-sql=set synchronous_commit = off" \
        --dochak.limits.address.logins=2000 --dochak.limits.address.requests=2000 # five weeks of everybody from one address
    start_simulator DOCHAK_SIM_HISTORY_UNTIL="$until"
    while kill -0 "$korea" 2>/dev/null; do
        line=$(grep '^@history [0-9]' "$data/simulator.log" 2>/dev/null | tail -n 1 || true)
        # shellcheck disable=SC2086
        set -- ${line:-@history 0 1}
        printf '\r지난 5주를 만들고 있어요 … %d주째, %d %% (%ds)   ' "$(($3 > 5 ? 5 : $3))" "$2" $((SECONDS - begun))
        sleep 0.5
    done
    if wait "$korea"; then
        date -u +%FT%TZ >"$data/korea/history"
        printf '\r지난 5주가 다 됐어요 — %d초                    \n' $((SECONDS - begun))
    else
        printf '\n'
        tail -n 5 "$data/simulator.log" >&2
        echo "지난 5주를 다 만들지 못했어요. 다시 실행하면 이어서 만들어요. (not finished; run again to go on)" >&2
        exit 1
    fi
    kill -TERM "$server"
    wait "$server" || true
    children=()
}

if [ "${DOCHAK_SIM_HISTORY:-true}" = true ] && [ ! -f "$data/korea/history" ]; then
    if [ -d "$data/postgres/base" ] && [ ! -s "$data/korea/until" ]; then
        echo "예전 버전이 만든 데모라 지난 5주가 없어요. 새로 만들려면: ./run --fresh (made by an earlier version: without history)"
    else
        make_history
    fi
fi
