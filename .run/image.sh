# ./run image FILE.tar [--base IMAGE]: the server as a container image, made without a daemon (docs/operating.md).
# shellcheck shell=bash

# What the JVM and PostgreSQL's programs need of a Debian; sh and coreutils are what initdb calls.
IMAGE_PACKAGES=(base-files libc6 libc-bin libgcc-s1 libstdc++6 libgomp1 zlib1g dash coreutils
    libacl1 libattr1 libgmp10 libselinux1 libpcre2-8-0 tzdata)
# Without a compiler, and with what security, Korean dates and figures of the JVM need.
IMAGE_MODULES=java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent
IMAGE_MODULES+=,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.security.auth,jdk.unsupported,jdk.xml.dom,jdk.zipfs
IMAGE_USER=10001

# Sets BASE to a base image in a file, made of this machine's JDK and of packages of the Debian that it is.
own_base() {
    local work=server/target/image root file
    if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
        echo "이 컴퓨터는 데비안이 아니에요. --base로 자바 25가 든 이미지를 알려 주세요. (no Debian here; name an image with Java 25 by --base)" >&2
        return 1
    fi
    rm -rf "$work" && mkdir -p "$work/debs" "$work/root" && root=$PWD/$work/root
    (cd "$work/debs" && apt-get download -qq "${IMAGE_PACKAGES[@]}" 2>apt.log) || {
        echo "데비안 꾸러미를 받지 못했어요. 네트워크를 확인하거나 --base를 써 주세요. (packages could not be got)" >&2
        tail -n 3 "$work/debs/apt.log" >&2
        return 1
    }
    mkdir -p "$root"/usr/{bin,sbin,lib,lib64} "$root"/{etc,tmp,data,proc,sys,dev}
    for file in bin sbin lib lib64; do ln -s "usr/$file" "$root/$file"; done
    for file in "$work"/debs/*.deb; do
        dpkg-deb --fsys-tarfile "$file" | tar -x --keep-directory-symlink --no-same-owner -C "$root"
        basename "$file" .deb
    done >"$work/packages"
    cp "$work/packages" "$root/etc/dochak-packages"
    ln -sf dash "$root/usr/bin/sh"
    rm -rf "$root"/usr/share/{doc,man,locale,lintian,bug} "$root"/var
    mkdir -p "$root/var/tmp"
    printf 'root:x:0:0:root:/root:/usr/sbin/nologin\ndochak:x:%s:%s:Dochak:/data:/usr/sbin/nologin\n' $IMAGE_USER $IMAGE_USER >"$root/etc/passwd"
    printf 'root:x:0:\ndochak:x:%s:\n' $IMAGE_USER >"$root/etc/group"
    printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$root/etc/hosts"
    "$JAVA_HOME/bin/jlink" --ignore-modified-runtime --add-modules "$IMAGE_MODULES" --strip-native-debug-symbols=exclude-debuginfo-files \
        --no-header-files --no-man-pages --compress=zip-6 --output "$root/opt/java" >"$work/jlink.log" 2>&1 \
        || "$JAVA_HOME/bin/jlink" --ignore-modified-runtime --add-modules "$IMAGE_MODULES" \
            --no-header-files --no-man-pages --compress=zip-6 --output "$root/opt/java" >"$work/jlink.log" 2>&1 \
        || { tail -n 5 "$work/jlink.log" >&2; return 1; }
    cp -fL "$JAVA_HOME/lib/security/cacerts" "$root/opt/java/lib/security/cacerts"
    chmod -R u+rwX,go+rX,go-w "$root"
    chmod 1777 "$root/tmp" "$root/var/tmp"
    base_tar "$work" "$root"
    BASE=tar://$PWD/$work/base.tar
}

# One layer and its description, the same bytes each time: names in order, no time of today, owners by number.
base_tar() {
    local work=$1 root=$2 same=(--sort=name --mtime=@1 --numeric-owner --format=gnu) digest
    tar "${same[@]}" --owner=0 --group=0 -C "$root" --exclude=./data -cf "$work/layer.tar" .
    chmod 700 "$root/data"
    tar "${same[@]}" --owner=$IMAGE_USER --group=$IMAGE_USER -C "$root" -rf "$work/layer.tar" ./data
    digest=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
    cat >"$work/config.json" <<JSON
{"architecture":"$(image_architecture)","os":"linux","created":"1970-01-01T00:00:01Z",
 "config":{"Env":["PATH=/opt/java/bin:/usr/bin:/bin","JAVA_HOME=/opt/java","LANG=C.UTF-8"],
  "Healthcheck":{"Test":["CMD","java","-Xmx32m","-XX:TieredStopAtLevel=1","-cp","/app/classes","kr.dochak.HealthCheck"],
   "Interval":30000000000,"Timeout":10000000000,"StartPeriod":180000000000,"Retries":3}},
 "rootfs":{"type":"layers","diff_ids":["sha256:$digest"]},
 "history":[{"created":"1970-01-01T00:00:01Z","created_by":"Debian packages and a JVM"}]}
JSON
    printf '[{"Config":"config.json","RepoTags":null,"Layers":["layer.tar"]}]' >"$work/manifest.json"
    tar "${same[@]}" --owner=0 --group=0 -C "$work" -cf "$work/base.tar" config.json layer.tar manifest.json
    rm -rf "$work/layer.tar" "$work/root" "$work/debs"
}

image_architecture() { case "$(uname -m)" in aarch64) echo arm64 ;; *) echo amd64 ;; esac; }

# Makes the image in the file "$1", of the base "$2" or of one that is made here.
make_image() {
    local file=$1 target BASE=${2:-}
    if [ -e "$file" ]; then
        echo "$file 파일이 이미 있어요. 다른 이름을 써 주세요. (the file is there already)" >&2
        return 1
    fi
    target=$(realpath -m "$file")
    [ -d "$(dirname "$target")" ] || { echo "$(dirname "$target") 폴더가 없어요. (no such folder)" >&2; return 1; }
    [ -n "$BASE" ] || { echo "바탕을 만들고 있어요. (making the base)"; own_base || return 1; }
    echo "이미지를 만들고 있어요. (making the image)"
    if ! ./mvnw -B -ntp -q -P image -pl server -DskipTests -Dspotless.skip compile com.google.cloud.tools:jib-maven-plugin:buildTar \
        -Djib.from.image="$BASE" -Djib.outputPaths.tar="$target.part" >.run/image.log 2>&1; then
        rm -f "$target.part"
        if grep -qiE 'UnknownHost|Connect|timed out|Unauthorized|unreachable|RegistryException|Could not resolve' .run/image.log; then
            echo "$BASE 이미지나 빌드에 필요한 것을 받지 못했어요. 네트워크를 확인하거나 --base 없이 만들어 주세요. (the base or a part of the build could not be reached)" >&2
        fi
        grep -aE 'ERROR' .run/image.log | head -n 3 >&2
        return 1
    fi
    mv "$target.part" "$target"
    echo "만들었어요: $file ($(du -h "$target" | cut -f1), $(cat server/target/jib-image.digest)). docker load -i $file"
}
