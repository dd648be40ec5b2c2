# Shared by the launcher `bluescript` and by `check`: finds or installs what they stand on.
# Sourced by bash, with `home` set to the root of this repository. All it says goes to stderr.

say() {
    printf 'bluescript: %s\n' "$*" >&2
}

# Ends the launcher: the world is not as it must be (exit status 3, see docs/cli.md).
give_up() {
    local line
    for line; do say "$line"; done
    exit 3
}

# Sets java_home to a JDK of version 25, or to nothing. Starts no process.
find_jdk() {
    local candidate line
    java_home=
    for candidate in /usr/lib/jvm/*/ ${JAVA_HOME:+"$JAVA_HOME/"}; do
        [[ -r ${candidate}release && -x ${candidate}bin/javac ]] || continue
        while IFS= read -r line; do
            if [[ $line == JAVA_VERSION=\"25* ]]; then
                java_home=${candidate%/}
                return 0
            fi
        done < "${candidate}release"
    done
    return 1
}

require_jdk() {
    find_jdk || give_up \
        "a JDK of version 25 is missing: looked at /usr/lib/jvm/*/release${JAVA_HOME:+ and at JAVA_HOME=$JAVA_HOME}" \
        "get one from https://adoptium.net/installation/linux (package temurin-25-jdk), or unpack one under /usr/lib/jvm" \
        "or set JAVA_HOME to where it is"
}

# need_package PACKAGE COMMAND: remembers the package if the command is not on the PATH.
need_package() {
    command -v "$2" > /dev/null 2>&1 || missing_packages+=("$1")
}

# Sets missing_packages to what building and running programs on an emulated board still lacks.
find_missing_packages() {
    missing_packages=()
    need_package maven mvn
    need_package make make
    need_package gcc-arm-none-eabi arm-none-eabi-gcc
    need_package binutils-arm-none-eabi arm-none-eabi-as
    need_package qemu-system-arm qemu-system-arm
    local headers=(/usr/lib/arm-none-eabi/include/string.h /usr/arm-none-eabi/include/string.h
        /usr/include/newlib/string.h)
    local header
    for header in "${headers[@]}"; do
        [[ -e $header ]] && return
    done
    missing_packages+=(libnewlib-arm-none-eabi)
}

# Adds what only the tests need: a C compiler for this machine; npm, which fetches TypeScript; Python, and a MicroPython to talk to.
find_missing_test_packages() {
    find_missing_packages
    need_package gcc gcc
    need_package npm npm
    need_package python3 python3
    [[ -e /usr/share/firmware-microbit-micropython/firmware.hex ]] || missing_packages+=(firmware-microbit-micropython)
    [[ -e /usr/include/stdio.h ]] || missing_packages+=(libc6-dev)
}

# Installs the packages named in missing_packages by apt, saying so, or says how to.
install_missing_packages() {
    ((${#missing_packages[@]})) || return 0
    local command="apt-get install -y --no-install-recommends ${missing_packages[*]}"
    command -v apt-get > /dev/null 2>&1 || give_up \
        "missing: ${missing_packages[*]} (names as in Debian), and there is no apt-get here to install them"
    local privilege=()
    if ((EUID != 0)); then
        if ! command -v sudo > /dev/null 2>&1 || { [[ ! -t 0 ]] && ! sudo -n true 2> /dev/null; }; then
            give_up "missing: ${missing_packages[*]}" "as root, run: $command"
        fi
        privilege=(sudo)
    fi
    say "installing ${missing_packages[*]} (${privilege[*]}${privilege:+ }$command)"
    local log
    log=$(mktemp)
    privilege+=(env DEBIAN_FRONTEND=noninteractive)
    if ! { "${privilege[@]}" apt-get update; "${privilege[@]}" $command; } > "$log" 2>&1 < /dev/null; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        give_up "apt could not install ${missing_packages[*]}; the lines above say why" "as root, try: apt-get update && $command"
    fi
    rm -f "$log"
}

require_maven() {
    command -v mvn > /dev/null 2>&1 && return
    missing_packages=(maven)
    install_missing_packages
}

# maven LOG ARGUMENT…: runs Maven in the repository, quietly; shows the end of its output if it fails.
maven() {
    local log=$1
    shift
    mkdir -p "${log%/*}"
    (cd "$home" && exec mvn --batch-mode --no-transfer-progress "$@") > "$log" 2>&1 < /dev/null && return
    sed -n -e '/^\[ERROR\] Failed to execute goal/q' -e 's/^\[ERROR\] //p' "$log" | head -n 15 >&2
    give_up "the build failed; all Maven said is in $log"
}
