# shellcheck shell=sh
# Finds a JDK that can build and run Diorama. Sourced by ./diorama and ./verify.
#
# In:  JAVA_HOME, PATH, HOME; DIORAMA_JDK_ROOTS, folders separated by colons, whose children are searched instead of
#      the folders where systems keep their JDKs.
# Out: find_jdk exports JAVA_HOME and sets java_version, or says on stderr what it found instead and returns 1.
#
# A JDK tells its version in its `release` file, so that no JVM is started to ask; only a `java` in PATH without such a
# file beside it (the shim of a version manager) is run.

oldest_java=21
newest_tested_java=25

find_jdk() {
  javas_seen=
  if [ -n "${JAVA_HOME:-}" ]; then
    consider_home "$JAVA_HOME" JAVA_HOME && use_jdk "$java_home" && return
  fi
  find_jdk_in_path && use_jdk "$java_home" && return
  best_rank=0
  consider_known_folders
  [ "$best_rank" -gt 0 ] || consider_macos_choice
  [ "$best_rank" -gt 0 ] && use_jdk "$best_home" && return
  explain_missing_jdk >&2
  return 1
}

use_jdk() {
  JAVA_HOME=$(CDPATH='' cd -- "$1" && pwd -P) && export JAVA_HOME
  read_release "$JAVA_HOME" || ask_java "$JAVA_HOME/bin/java"
}

# --- where JDKs are ---------------------------------------------------------------------------------------------------

find_jdk_in_path() {
  path_left=${PATH:-}:
  while [ -n "$path_left" ]; do
    folder=${path_left%%:*}
    path_left=${path_left#*:}
    if [ -f "$folder/java" ] && [ -x "$folder/java" ]; then
      consider_command "$folder/java" && return
    fi
  done
  return 1
}

consider_known_folders() {
  if [ -n "${DIORAMA_JDK_ROOTS:-}" ]; then
    roots_left=$DIORAMA_JDK_ROOTS:
    while [ -n "$roots_left" ]; do
      root_folder=${roots_left%%:*}
      roots_left=${roots_left#*:}
      keep_best "$root_folder"/*
    done
  else
    keep_best /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/*jdk* /opt/*jdk* /opt/*java* /opt/java/* /opt/jvm/*
    keep_best /Library/Java/JavaVirtualMachines/*
    keep_best /opt/homebrew/opt/openjdk* /usr/local/opt/openjdk* /home/linuxbrew/.linuxbrew/opt/openjdk*
  fi
  [ -n "${HOME:-}" ] || return 0
  keep_best "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/*
  keep_best "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/*
  keep_best "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/mise}"/installs/java/*
  keep_best "${JENV_ROOT:-$HOME/.jenv}"/versions/* "${JABBA_HOME:-$HOME/.jabba}"/jdk/*
  keep_best "$HOME"/.jdks/* "$HOME"/Library/Java/JavaVirtualMachines/*
}

consider_macos_choice() {
  [ -x /usr/libexec/java_home ] && [ -z "${DIORAMA_JDK_ROOTS:-}" ] || return 0
  macos_home=$(/usr/libexec/java_home -v "$oldest_java+" 2>/dev/null) && keep_best "$macos_home"
}

# The newest wins, but one that Diorama was tested with goes before a newer one.
keep_best() {
  for candidate in "$@"; do
    consider_home "$candidate" '' || continue
    rank=$((1000 + java_major))
    [ "$java_major" -le "$newest_tested_java" ] || rank=$((1000 - java_major))
    if [ "$rank" -gt "$best_rank" ]; then
      best_rank=$rank
      best_home=$java_home
    fi
  done
}

# --- what a folder holds ----------------------------------------------------------------------------------------------

# Sets java_home, java_version and java_major; succeeds for a JDK that is new enough, and remembers every other.
consider_home() {
  for java_home in "$1" "$1/Contents/Home" "$1/libexec/openjdk.jdk/Contents/Home"; do
    [ -x "$java_home/bin/java" ] || continue
    if read_release "$java_home" || ask_java "$java_home/bin/java"; then
      judge_java "$2"
      return
    fi
  done
  [ -z "$2" ] || remember_java "-" "$1" "$2: not a JDK"
  return 1
}

consider_command() {
  real=$1
  while [ -h "$real" ]; do
    link=$(readlink "$real") || break
    case $link in
      /*) real=$link ;;
      *) real=${real%/*}/$link ;;
    esac
  done
  case $real in
    */bin/java)
      java_home=${real%/bin/java}
      if read_release "$java_home"; then
        judge_java PATH
        return
      fi
      ;;
  esac
  # On macOS this one only stands in for the JDK that /usr/libexec/java_home names.
  [ "$1" = /usr/bin/java ] && [ -x /usr/libexec/java_home ] && return 1
  ask_java "$1" && judge_java PATH
}

read_release() {
  java_version=
  [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        java_version=${line#*=}
        java_version=${java_version#\"}
        java_version=${java_version%%\"*}
        break
        ;;
    esac
  done <"$1/release"
  [ -n "$java_version" ]
}

# A shim knows neither home nor version; the program behind it does.
ask_java() {
  java_version=
  properties=$("$1" -XshowSettings:properties -version 2>&1 </dev/null) || return 1
  while read -r property _ value; do
    case $property in
      java.home) java_home=$value ;;
      java.version) java_version=$value ;;
    esac
  done <<PROPERTIES
$properties
PROPERTIES
  [ -n "$java_version" ]
}

judge_java() {
  java_major=${java_version#1.}
  java_major=${java_major%%[!0-9]*}
  if [ "${java_major:-0}" -lt "$oldest_java" ]; then
    remember_java "$java_version" "$java_home" "${1:+$1: }older than $oldest_java"
    return 1
  fi
  if ! [ -x "$java_home/bin/javac" ]; then
    remember_java "$java_version" "$java_home" "${1:+$1: }a runtime without the compiler, bin/javac"
    return 1
  fi
}

# --- when there is none -----------------------------------------------------------------------------------------------

remember_java() {
  javas_seen="$javas_seen$1|$2|$3
"
}

explain_missing_jdk() {
  echo "diorama: no JDK $oldest_java or later found."
  if [ -n "$javas_seen" ]; then
    echo
    echo "Found, and not usable:"
    homes_shown='|'
    while IFS='|' read -r version home reason; do
      [ -n "$home" ] || continue
      real_home=$(CDPATH='' cd -- "$home" 2>/dev/null && pwd -P) || real_home=$home
      case $homes_shown in *"|$real_home|"*) continue ;; esac
      homes_shown="$homes_shown$real_home|"
      printf '  %-10s %s  (%s)\n' "$version" "$real_home" "$reason"
    done <<SEEN
$javas_seen
SEEN
  fi
  cat <<HELP

Install one:
  Debian, Ubuntu      apt install openjdk-21-jdk-headless   (Debian 13 or Ubuntu 22.04, or later)
  Fedora, RHEL        dnf install java-21-openjdk-devel
  macOS               brew install openjdk@21
  any, with SDKMAN    sdk install java                      (https://sdkman.io)
or set JAVA_HOME to the folder of one that is installed already.
HELP
}
