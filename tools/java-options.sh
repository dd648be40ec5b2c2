# How the command's Java starts fastest; sourced with `home`, `library` and `archive` set.
# A program that runs for the length of a compiler run spends its life starting: the simple compiler
# and the simple collector win, and the archive brings the classes already loaded and linked.
jars=("$library"/*.jar)
java_options=(
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xss4m
    -Xlog:disable "-XX:ErrorFile=$home/cli/target/crash-%p.log"
    --enable-native-access=ALL-UNNAMED
    "-Dbluescript.home=$home"
    -cp "$(IFS=:; printf %s "${jars[*]}")"
)
[[ -s $archive ]] && java_options+=("-XX:AOTCache=$archive")
