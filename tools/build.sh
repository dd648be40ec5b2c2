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
    [[ -z $needs_board ]] || make_archive
    [[ -z $interpret ]] || make_interpreter
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

# Runs a program once, as the command is about to run one, while the JDK records what it loads; without the archive all works, later.
make_archive() {
    record_archive "$archive" "${training[@]}" < /dev/null
}

# The Java for the interpreter: the JDK's modules that it needs, without the JDK's empty stub of the compiler, in whose place ours
# can then stand on the plain module path; a JDK that has the stub must upgrade it, and then refuses archives.
make_interpreter() {
    [[ $library -nt $interpreter_archive ]] || return 0
    if [[ ! -x $image/bin/java || $library -nt $image ]]; then
        rm -rf "$image" "$image.new"
        "$java_home/bin/jlink" --output "$image.new" --strip-debug --no-header-files --no-man-pages \
            --add-modules java.base,java.logging,java.management,java.sql,jdk.internal.vm.ci,jdk.management,jdk.unsupported \
            > "$home/cli/target/image.log" 2>&1 && mv "$image.new" "$image" || rm -rf "$image.new"
    fi
    if [[ $interpreter_archive == "$session_archive" ]]; then
        typed_lines | record_archive "$session_archive"
    else
        record_archive "$interpreter_archive" run --interpret "$home/tools/training.bs" < /dev/null
    fi
}

# What somebody might enter at the prompt, so often that the JDK also records which code is hot there, and how it ran.
typed_lines() {
    local i
    for ((i = 0; i < 60; i++)); do
        cat "$home/tools/training-lines.bs"
    done
}

# record_archive ARCHIVE ARGUMENT…: an archive from a run of the command on standard input, if none of this build is there.
record_archive() {
    local made=$1
    shift
    [[ $library -nt $made ]] || return 0
    rm -f "$made"
    source "$home/tools/java-options.sh"
    # Ctrl-C would reach the JVM while it writes, and a JVM crashes on an archive that is not whole.
    trap '' INT
    "$java" "${java_options[@]}" "-XX:AOTCacheOutput=$made.new" org.bluescript.cli.Main "$@" \
        > "$home/cli/target/archive.log" 2>&1 9>&-
    if [[ -s $made.new ]] && archive_works "$made.new"; then
        mv -f "$made.new" "$made"
    else
        : > "$made"
    fi
    trap - INT
    rm -f "$made".new*
}

# Whether a JVM can start from the archive.
archive_works() {
    "$java" "${java_options[@]}" "-XX:AOTCache=$1" org.bluescript.cli.Main --version \
        > /dev/null 2>> "$home/cli/target/archive.log" < /dev/null 9>&-
}
