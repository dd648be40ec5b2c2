# The launcher's slow path: sourced by `bluescript` when something is missing or out of date.

build() {
    require_jdk
    if [[ -n $needs_board ]]; then
        find_missing_packages
        install_missing_packages
    fi
    [[ $modules == none ]] || require_maven
    if ! mkdir -p "$home/cli/target" "$home/mcu-runtime/target" 2> /dev/null || [[ ! -w $home/cli/target ]]; then
        give_up "this folder is not built, or older than its sources, and cannot be written: $home"
    fi
    # One build at a time; who waited finds everything done.
    exec 9> "$home/cli/target/.lock"
    flock 9
    [[ $modules == none ]] || build_modules
    make_archive
    exec 9>&-
}

build_modules() {
    local outdated=() started
    stale "$built" "${java_sources[@]}" && outdated+=(cli)
    [[ -n $needs_board ]] && stale "$firmware_built" "${firmware_sources[@]}" && outdated+=(mcu-runtime)
    ((${#outdated[@]})) || return 0
    local list
    list=$(IFS=,; printf %s "${outdated[*]}")
    if [[ -d ${MAVEN_REPOSITORY:-$HOME/.m2/repository}/info/picocli ]]; then
        say "building"
    else
        say "building (the first time Maven fetches what it needs: a minute or two)"
    fi
    started=$home/cli/target/.started
    : > "$started"
    export JAVA_HOME=${JAVA_HOME:-}
    [[ -n $JAVA_HOME ]] || unset JAVA_HOME
    maven "$home/cli/target/build.log" -pl "$list" -am package -Dmaven.test.skip=true -DskipTests
    local module
    for module in "${outdated[@]}"; do
        printf '%s\n' "$java_home" > "$home/$module/target/built"
        touch -r "$started" "$home/$module/target/built"
    done
}

# Runs a program once while the JDK records what it loads; without the archive all works, later.
make_archive() {
    [[ -n $needs_board && $library -nt $archive ]] || return 0
    rm -f "$archive"
    source "$home/tools/java-options.sh"
    # Ctrl-C would reach the JVM while it writes, and a JVM crashes on an archive that is not whole.
    trap '' INT
    "$java_home/bin/java" "${java_options[@]}" "-XX:AOTCacheOutput=$archive.new" \
        org.bluescript.cli.Main run "$home/tools/training.bs" > "$home/cli/target/archive.log" 2>&1 < /dev/null 9>&-
    if [[ -s $archive.new ]] && archive_works "$archive.new"; then
        mv -f "$archive.new" "$archive"
    else
        : > "$archive"
    fi
    trap - INT
    rm -f "$archive".new*
}

# Whether a JVM can start from the archive.
archive_works() {
    "$java_home/bin/java" "${java_options[@]}" "-XX:AOTCache=$1" org.bluescript.cli.Main --version \
        > /dev/null 2>> "$home/cli/target/archive.log" < /dev/null 9>&-
}
