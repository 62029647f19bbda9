# shellcheck shell=sh
# Sourced by the start scripts, with $home set to the distribution's folder: finds Java 25 or newer and a folder for
# unpacked libraries, or says what is missing and ends. Then `launch ARGUMENT …` starts it.

least=25

# The feature number of the Java in folder $1, from its `release` file; 0 where there is none.
feature_of() {
  version=0
  if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  elif [ -x "$1/bin/java" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

# Takes the Java in folder $1 if it is new enough.
take() {
  [ -n "$1" ] && [ "$(feature_of "$1")" -ge $least ] && java=$1/bin/java
}

# The home of the `java` on the PATH, links followed.
java_on_path() {
  found=$(command -v java) || return 0
  while [ -L "$found" ]; do
    next=$(readlink "$found")
    case $next in
      /*) found=$next ;;
      *) found=$(dirname "$found")/$next ;;
    esac
  done
  dirname "$(dirname "$found")"
}

find_java() {
  # a package brings its own, on macOS where applications have it
  take "$home/runtime" && return
  take "$home/../runtime/Contents/Home" && return
  case ${BROKERSCOPE_JAVA-} in
    */bin/java) take "${BROKERSCOPE_JAVA%/bin/java}" && return ;;
    ?*) take "$BROKERSCOPE_JAVA" && return ;;
  esac
  if [ -n "${BROKERSCOPE_JAVA-}" ]; then
    echo "BROKERSCOPE_JAVA is $BROKERSCOPE_JAVA, which is no Java $least or newer; another one is looked for." >&2
  fi
  take "${JAVA_HOME-}" && return
  take "$(java_on_path)" && return
  for folder in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME-/nowhere}"/.jdks/* \
      "${HOME-/nowhere}"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    take "$folder" && return
  done
  echo "Brokerscope needs Java $least or newer and found none: install one (for example from https://adoptium.net)," \
    "or set BROKERSCOPE_JAVA to its folder." >&2
  exit 1
}

# Where unpacked native libraries and the archive of loaded classes go: the user's cache, or the temporary folder
# where the home cannot be written.
find_cache() {
  case $(uname -s) in
    Darwin) base=${HOME-}/Library/Caches ;;
    *) base=${XDG_CACHE_HOME:-${HOME-}/.cache} ;;
  esac
  cache=$base/brokerscope
  natives=$cache/natives
  # without a home there is no cache of the user's either
  [ "$base" != /.cache ] && [ "$base" != /Library/Caches ] &&
    mkdir -p "$natives" 2>/dev/null && [ -w "$natives" ] && return
  cache=${TMPDIR:-/tmp}/brokerscope-$(id -u)
  natives=$cache/natives
  (umask 077 && mkdir -p "$natives") && [ -O "$cache" ] && return
  echo "Brokerscope needs a folder for unpacked libraries: neither $base nor ${TMPDIR:-/tmp} can be written." \
    "Set XDG_CACHE_HOME to one that can." >&2
  exit 1
}

# All jars, always in the same order: what was recorded of the command line counts on it.
class_path() (
  LC_ALL=C
  jars=
  for jar in "$home"/lib/*.jar; do
    jars=$jars${jars:+:}$jar
  done
  printf %s "$jars"
)

# Whether a record of the start, made while the program was packed, is there for this Java: lib/$1.aot.
recorded() {
  [ -r "$home/lib/$1.aot" ] && cmp -s "$home/lib/$1.aot.release" "${java%/bin/java}/release"
}

# Replaces the shell by a JVM with the options that every front end needs, and the arguments given.
launch() {
  # shellcheck disable=SC2086 # $collector is one word or none
  exec "$java" $collector -XX:-UsePerfData --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    "-Dbrokerscope.home=$home" "-Dorg.sqlite.tmpdir=$natives" "-DZstdTempFolder=$natives" \
    "-Dorg.xerial.snappy.tempdir=$natives" "$@"
}

# The user's own JVM options, words apart by spaces, stand behind ours and win.
user_options="${JAVA_OPTS-} ${BROKERSCOPE_OPTS-}"
case $user_options in
  *-XX:+Use*GC*) collector= ;;
  *) collector=-XX:+UseSerialGC ;;
esac
find_java
find_cache
