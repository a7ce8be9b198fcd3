# Shared by ./run and ./check: finding or getting a JDK 25, building what changed.
# shellcheck shell=bash

JAVA_FLAGS=(--enable-native-access=ALL-UNNAMED)
# Classes take 150 MB: without the size, each new high of theirs stops everything for a collection of the whole heap.
SERVER_FLAGS=(-XX:+UseSerialGC -XX:MetaspaceSize=256m "-Xmx${DOCHAK_MEMORY:-1g}")

need_value() {
    [ $# -ge 2 ] || { echo "$1 뒤에 값이 필요해요 (needs a value)" >&2; exit 2; }
    printf '%s' "$2"
}

is_number() { [[ "$1" =~ ^[0-9]+$ ]]; }

is_jdk_25() { [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | grep -q '"25\.'; }

# Sets JAVA and JAVA_HOME to a JDK 25: one of the usual places, else one that is got now.
find_jdk() {
    look_for_jdk && return
    echo "JDK 25가 없어서 받아 올게요. (no JDK 25 here; getting one)"
    { jdk_package || jdk_archive; } && look_for_jdk && return
    cat >&2 <<'TEXT'
JDK 25를 찾지도 받지도 못했어요. Temurin 25를 설치하거나 JAVA_HOME으로 알려 주고 다시 실행해 주세요.
No JDK 25 was found or could be got. Install Temurin 25 or point JAVA_HOME at one, then run this again.
TEXT
    exit 1
}

look_for_jdk() {
    local home candidates=("${JAVA_HOME:-}")
    if command -v java >/dev/null; then
        candidates+=("$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")")
    fi
    candidates+=(/usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$PWD"/.run/jdk)
    for home in "${candidates[@]}"; do
        if [ -n "$home" ] && is_jdk_25 "$home"; then
            export JAVA_HOME=$home
            JAVA=$home/bin/java
            return
        fi
    done
    return 1
}

# The system's own package, where it has one and may be asked.
jdk_package() {
    command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
    apt-get -o DPkg::Lock::Timeout=240 update -qq >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=240 install -y -qq openjdk-25-jdk-headless >/dev/null 2>&1
}

# Temurin's archive, checked against the sum that stands here, unpacked into .run/jdk. DOCHAK_JDK_SOURCE is another place of the same.
JDK_RELEASE=25.0.4.1+1
jdk_archive() {
    local arch sum from file=.run/jdk.tar.gz
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) arch=x64 sum=dbb698396d478e7fa2b1e50f4103324b2a99b90569ee27c33f2261f9215cf41e ;;
        Linux-aarch64) arch=aarch64 sum=69df11a02cfa3ef7d7ca645e03edce6778ec090e100f6ae2b42097865730ac52 ;;
        *) return 1 ;;
    esac
    from=${DOCHAK_JDK_SOURCE:-https://github.com/adoptium/temurin25-binaries/releases/download/jdk-${JDK_RELEASE/+/%2B}}
    curl -fsSL --connect-timeout 10 -o "$file" "$from/OpenJDK25U-jdk_${arch}_linux_hotspot_${JDK_RELEASE/+/_}.tar.gz" || return 1
    if ! echo "$sum  $file" | sha256sum -c --status; then
        rm -f "$file"
        echo "받은 JDK가 우리가 아는 파일이 아니에요. 지웠어요. (the archive is not the one we know; it is deleted)" >&2
        return 1
    fi
    rm -rf .run/jdk && mkdir -p .run/jdk && tar -xzf "$file" -C .run/jdk --strip-components=1 && rm -f "$file"
}

# A digest of everything that goes into the jars, so that a second start builds nothing.
sources_digest() {
    { find pom.xml server/pom.xml simulator/pom.xml benchmarks/pom.xml server/src/main simulator/src/main benchmarks/src/main \
        -type f -print0 | LC_ALL=C sort -z | xargs -0 cat; } | cksum | tr -d ' '
}

build_if_needed() {
    local digest
    digest=$(sources_digest)
    if [ "$(cat .run/.built 2>/dev/null)" = "$digest" ] && ls "$SERVER_JAR" "$SIMULATOR_JAR" "$BENCHMARKS_JAR" >/dev/null 2>&1; then
        return
    fi
    echo "빌드하고 있어요. 처음에는 의존성을 받느라 몇 분 걸려요. (building; the first time takes some minutes)"
    local started=$SECONDS
    ./mvnw -B -DskipTests -Dspotless.skip package >.run/build.log 2>&1 &
    local maven=$!
    while kill -0 "$maven" 2>/dev/null; do
        printf '\r  %3ds  %s' $((SECONDS - started)) "$(grep -aoE '\[INFO\] --- [a-z:.-]+|Building [a-z-]+|Downloading from [a-z]+: .*/[^/ ]+' .run/build.log | tail -n 1 | sed -E 's#.*/##; s/\[INFO\] --- //' | cut -c1-60 | tr -d '\n')          "
        sleep 1
    done
    printf '\n'
    wait "$maven" || { tail -n 40 .run/build.log >&2; echo "빌드하지 못했어요. 위의 오류를 봐 주세요. (build failed)" >&2; exit 1; }
    remember_classes
    echo "$digest" >.run/.built
}

# Starts the server once into an empty folder and keeps what the JVM learned of its classes: later starts take a third of
# the work. Only a quicker start hangs on it, so a failure is no failure.
remember_classes() {
    local folder=server/target/app scratch started=$SECONDS
    scratch=$(mktemp -d)
    rm -rf "$folder"
    "$JAVA" -Djarmode=tools -jar "$SERVER_JAR" extract --destination "$folder" >/dev/null 2>&1 || return 0
    printf '다음부터 빨리 켜지게 준비하고 있어요. (preparing quicker starts)'
    DOCHAK_DEMO=true DOCHAK_KEYS=rainbow=$(random_key) DOCHAK_CARRIER_KEY=$(random_key) DOCHAK_ADMIN_KEY=$(random_key) \
        "$JAVA" "${JAVA_FLAGS[@]}" "${SERVER_FLAGS[@]}" -XX:AOTCacheOutput="$folder/classes.aot" -Dspring.context.exit=onRefresh \
        -jar "$folder/$(basename "$SERVER_JAR")" --dochak.data="$scratch" --dochak.database.port="$(free_port)" \
        --server.port="$(free_port)" --management.server.port=0 >.run/classes.log 2>&1 || rm -f "$folder/classes.aot"
    rm -rf "$scratch"
    printf ' %ds\n' $((SECONDS - started))
}

# A port nobody listens on, above those of ./run.
free_port() {
    local port=$((20000 + RANDOM % 20000))
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    printf '%s' "$port"
}

# Sets START to the command line of the server's JVM: with the remembered classes when there are any.
server_command() {
    local folder=server/target/app
    START=("$JAVA" "${JAVA_FLAGS[@]}" "${SERVER_FLAGS[@]}")
    if [ "$folder/classes.aot" -nt "$SERVER_JAR" ]; then # not those of a jar that was built over since
        START+=(-XX:AOTCache="$folder/classes.aot" -jar "$folder/$(basename "$SERVER_JAR")")
    else
        START+=(-jar "$SERVER_JAR")
    fi
}

SERVER_JAR=server/target/dochak-server-0.1.0-exec.jar
SIMULATOR_JAR=simulator/target/dochak-simulator-0.1.0.jar

random_key() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
BENCHMARKS_JAR=benchmarks/target/dochak-benchmarks-0.1.0.jar
