# How the command's Java starts fastest; sourced with `home`, `java_home`, `library`, `archive`, `image`, `interpreter_archive` and
# `interpret` set. Sets `java` and `java_options`.
jars=("$library"/*.jar)
java=$java_home/bin/java
java_options=(
    -XX:+UseSerialGC -XX:-UsePerfData -Xss4m
    -Xlog:disable "-XX:ErrorFile=$home/cli/target/crash-%p.log"
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    "-Dbluescript.home=$home"
    -cp "$(IFS=:; printf %s "${jars[*]}")"
)
if [[ -z $interpret ]]; then
    # A program that runs for the length of a compiler run spends its life starting: the simple compiler and the simple
    # collector win, and the archive brings the classes already loaded and linked.
    java_options+=(-XX:TieredStopAtLevel=1)
    [[ -s $archive ]] && java_options+=("-XX:AOTCache=$archive")
else
    # Interpreted programs are compiled where they are hot. Without the image they still run, only slower.
    if [[ -x $image/bin/java ]]; then
        java=$image/bin/java
        java_options+=(-XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI -p "$home/cli/target/compiler" --add-modules jdk.graal.compiler)
        [[ -s $interpreter_archive ]] && java_options+=("-XX:AOTCache=$interpreter_archive")
    fi
fi
