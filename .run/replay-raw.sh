# Reads carriers' kept answers again with today's tables: shows what would differ, takes in what is missing with --apply.
# shellcheck shell=bash

from='' to='' apply=false url=http://localhost:8080
while [ $# -gt 0 ]; do
    case "$1" in
        --from) from=$(need_value "$@"); shift ;;
        --to) to=$(need_value "$@"); shift ;;
        --url) url=$(need_value "$@"); shift ;;
        --apply) apply=true ;;
        *) echo "모르는 옵션이에요 (unknown option): $1" >&2; exit 2 ;;
    esac
    shift
done
[ -n "$from" ] && [ -n "$to" ] || { echo "--from과 --to에 시각을 써 주세요 (moments, like 2026-11-23T00:00:00+09:00)" >&2; exit 2; }
[ -n "${DOCHAK_ADMIN_KEY:-}" ] || { echo "DOCHAK_ADMIN_KEY를 설정해 주세요 (set DOCHAK_ADMIN_KEY)" >&2; exit 2; }
exec curl --silent --show-error --fail-with-body --get --request POST "$url/internal/raw-answers/replays" \
    --header "Authorization: Bearer $DOCHAK_ADMIN_KEY" \
    --data-urlencode "from=$from" --data-urlencode "to=$to" --data-urlencode "apply=$apply"
