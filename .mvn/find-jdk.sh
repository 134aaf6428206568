# Sourced by ./mvnw and ./optimizer: finds a JDK of at least the given feature release and exports JAVA_HOME.
# Looks, in this order, at JAVA_HOME, the usual install folders and PATH; the newest suitable JDK of a folder wins.

jdk_feature() { # prints the feature release (25) of the JDK at $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_suits() { # $1 folder, $2 least feature release
  _feature=$(jdk_feature "$1")
  [ -n "$_feature" ] && [ "$_feature" -ge "$2" ]
}

jdk_on_path() {
  _javac=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$_javac" ]; do
    _link=$(readlink "$_javac")
    case "$_link" in /*) _javac=$_link ;; *) _javac=$(dirname "$_javac")/$_link ;; esac
  done
  dirname "$(dirname "$_javac")"
}

find_jdk() { # $1 least feature release
  if [ -n "${JAVA_HOME-}" ] && jdk_suits "$JAVA_HOME" "$1"; then
    export JAVA_HOME
    return 0
  fi
  _best='' _best_feature=0
  for _candidate in "$(jdk_on_path)" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$_candidate" ] && jdk_suits "$_candidate" "$1" && [ "$_feature" -gt "$_best_feature" ]; then
      _best=$_candidate _best_feature=$_feature
    fi
  done
  if [ -z "$_best" ]; then
    echo "No JDK $1 or newer found in JAVA_HOME, the usual install folders or PATH." >&2
    if [ -n "${JAVA_HOME-}" ]; then echo "JAVA_HOME is $JAVA_HOME (feature release '$(jdk_feature "$JAVA_HOME")')." >&2; fi
    echo "Install one, for example Eclipse Temurin $1 (package temurin-$1-jdk or openjdk-$1-jdk), or point JAVA_HOME at it." >&2
    return 1
  fi
  JAVA_HOME=$_best
  export JAVA_HOME
}
