# shellcheck shell=sh
# Builds the program when it is missing or older than its sources. Sourced by ./diorama and ./verify.
# In: root, the repository.
#
# target/program.stamp is as old as the start of the last complete build: a source that is newer was not in it.
# .build/started is there while a build runs: one that finds it there was preceded by a killed one.

: "${root:?}"
build_folder=$root/.build
build_log=$root/target/build.log
stamp=$root/target/program.stamp
modules='subsetter provisioner github-app templates'
program=provisioner/target/diorama.jar
server=github-app/target/quarkus-app/quarkus-run.jar

# shellcheck source=bin/build-lock.sh
. "$root/bin/build-lock.sh"
# shellcheck source=bin/build-progress.sh
. "$root/bin/build-progress.sh"

say() {
  printf 'diorama: %s\n' "$*" >&2
}

# DIORAMA_NO_BUILD=1 runs what is there: for tests, which run inside a build.
ensure_built() {
  [ "${DIORAMA_NO_BUILD:-}" != 1 ] || return 0
  find_build_reason
  [ -n "$build_reason" ] || return 0
  lock_build || return
  find_build_reason
  build_status=0
  [ -z "$build_reason" ] || build_program || build_status=$?
  unlock_build
  return "$build_status"
}

# --- is a build needed? -----------------------------------------------------------------------------------------------

# Sets build_reason; to nothing when the program is up to date.
find_build_reason() {
  build_reason=
  for artifact in "$program" "$server"; do
    if ! [ -f "$root/$artifact" ]; then
      build_reason="$artifact is missing"
      return
    fi
  done
  if ! [ -f "$stamp" ]; then
    build_reason="the last build did not come to its end"
    return
  fi
  newer=$(newer_sources)
  [ -z "$newer" ] || build_reason=$(describe_newer)
}

newer_sources() {
  cd "$root" || return
  sources='pom.xml mvnw .mvn'
  for module in $modules; do
    sources="$sources $module/pom.xml $module/src/main $module/src/codegen"
  done
  # A folder is newer when a file in it was removed or renamed.
  # shellcheck disable=SC2086 # a list of words
  find $sources -newer "$stamp" 2>/dev/null
}

describe_newer() {
  while IFS= read -r path; do
    if [ -f "$root/$path" ]; then
      echo "$path is newer than the program"
      return
    fi
  done <<NEWER
$newer
NEWER
  echo "files in ${newer%%"
"*} were removed or renamed"
}

# --- the build --------------------------------------------------------------------------------------------------------

begin_build() {
  if [ -e "$build_folder/started" ]; then
    # What a killed build left may be half a jar with a good date.
    for module in $modules; do
      rm -rf "${root:?}/$module/target"
    done
  fi
  rm -f "$stamp"
  : >"$build_folder/started"
}

# $1 is the exit code of the build.
end_build() {
  if [ "$1" -eq 0 ]; then
    mkdir -p "$root/target" && cp -p "$build_folder/started" "$stamp"
  fi
  rm -f "$build_folder/started"
}

# In the background, so that a signal reaches the launcher at once, which then ends Maven.
run_maven() {
  (cd "$root" && exec ./mvnw "$@") </dev/null &
  maven_pid=$!
  name_in_lock "$maven_pid"
  run_status=0
  wait "$maven_pid" || run_status=$?
  maven_pid=
  return "$run_status"
}

build_program() {
  say "building, because $build_reason"
  begin_build
  : >"$build_log"
  start_progress
  maven_status=0
  # Not quiet about downloads (-ntp): the progress tells of them.
  run_maven -B -Dprogram -Pprogram -pl provisioner,github-app -am package >"$build_log" 2>&1 || maven_status=$?
  end_progress
  for artifact in "$program" "$server"; do
    if [ "$maven_status" -eq 0 ] && ! [ -f "$root/$artifact" ]; then
      echo "[ERROR] The build passed, but made no $artifact" >>"$build_log"
      maven_status=1
    fi
  done
  end_build "$maven_status"
  if [ "$maven_status" -ne 0 ]; then
    say "the build failed (exit code $maven_status):"
    awk -f "$root/bin/build-failure.awk" "$build_log" >&2
    say "the whole log is in $build_log"
    return 1
  fi
  say "built in $(seconds_since "$build_began")"
}
