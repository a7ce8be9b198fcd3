# Puts a new master key before the one in the data folder, or with --finish takes the older one away. See docs/keys.md.
# shellcheck shell=bash

file=$data/vault.key
[ -f "$file" ] || {
    echo "$file 파일이 없어요. DOCHAK_VAULT_KEY를 쓰면 그 값을 DOCHAK_VAULT_KEY_BEFORE로 옮기고 새 값을 넣어 주세요." >&2
    echo "There is no $file. Where DOCHAK_VAULT_KEY is used: move it to DOCHAK_VAULT_KEY_BEFORE and give a new one." >&2
    exit 2
}
lines=$(grep -c . "$file")
if [ "$finish" = true ]; then
    [ "$lines" -ge 2 ] || { echo "예전 열쇠가 없어요. (there is no older key)"; exit 0; }
    next=$(head -n 1 "$file")
    echo "예전 열쇠를 지워요. 아직 필요하면 서버가 시작을 거절하니, 그때까지 복사본을 두세요."
    echo "The older key is taken away. If it is still needed the server refuses to start: keep a copy until it has started."
else
    [ "$lines" -le 1 ] || { echo "앞선 교체가 아직 끝나지 않았어요: --finish (the change before is not finished)" >&2; exit 2; }
    next=$(head -c 32 /dev/urandom | base64; cat "$file")
    echo "새 열쇠를 앞에 두었어요. 서버를 다시 시작하면 모든 고객의 열쇠를 새로 감싸고, 끝나면 로그로 알려요."
    echo "A new key stands before the old one. Restart the server: it wraps every person's key anew and says in the log when it is done."
fi
(umask 077 && printf '%s\n' "$next" >"$file.new") && mv "$file.new" "$file"
exit 0
