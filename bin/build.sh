# shellcheck shell=sh
# Builds the program when it is missing or older than its sources. Sourced by ./diorama and ./verify.
# In: root, the repository.
#
# target/program.stamp is as old as the start of the last complete build: a source that is newer was not in it.
#
# .build/lock is a symbolic link to the numbers of the processes that build: it is made in one step, and tells whether
# they still live. .build/started is there while a build runs; one that finds it there was preceded by a killed one.

: "${root:?}"
build_folder=$root/.build
build_log=$root/target/build.log
stamp=$root/target/program.stamp
modules='subsetter provisioner github-app templates'
program=provisioner/target/diorama.jar
server=github-app/target/quarkus-app/quarkus-run.jar

say() {
  printf 'diorama: %s\n' "$*" >&2
}

ensure_built() {
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
    sources="$sources $module/pom.xml $module/src/main"
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

# --- one build at a time ----------------------------------------------------------------------------------------------

lock_build() {
  mkdir -p "$build_folder" "$root/target" || return 1
  announced=
  unexplained=0
  until ln -s "$$" "$build_folder/lock" 2>/dev/null; do
    holders=$(readlink "$build_folder/lock")
    if [ -z "$holders" ]; then
      unexplained=$((unexplained + 1))
      if [ "$unexplained" -ge 10 ]; then
        say "cannot make $build_folder/lock: is the folder writable?"
        return 1
      fi
    elif ! any_alive "$holders"; then
      break_lock "$holders"
      continue
    elif [ -z "$announced" ]; then
      say "process ${holders%%-*} is building here; waiting for it"
      announced=yes
      unexplained=0
    fi
    sleep 0.2
  done
  trap 'abandon_build; exit 129' HUP
  trap 'abandon_build; exit 130' INT
  trap 'abandon_build; exit 143' TERM
}

unlock_build() {
  trap - HUP INT TERM
  rm -f "$build_folder/lock"
}

abandon_build() {
  if [ -n "${maven_pid:-}" ]; then
    kill "$maven_pid" 2>/dev/null
    wait "$maven_pid" 2>/dev/null
  fi
  end_progress
  unlock_build
}

# While Maven runs, the lock names it too: it may survive the launcher.
name_in_lock() {
  ln -s "$$-$1" "$build_folder/lock.$$" && mv -f "$build_folder/lock.$$" "$build_folder/lock"
}

any_alive() {
  kill -0 "${1%%-*}" 2>/dev/null || kill -0 "${1#*-}" 2>/dev/null
}

# Two that wait may see the same dead holder; only one of them may remove the lock, and only that holder's.
break_lock() {
  if mkdir "$build_folder/breaking" 2>/dev/null; then
    [ "$(readlink "$build_folder/lock")" = "$1" ] && rm -f "$build_folder/lock"
  else
    # Held for longer than a moment, it was left by a process killed in between.
    sleep 1
  fi
  rmdir "$build_folder/breaking" 2>/dev/null
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

# --- its progress -----------------------------------------------------------------------------------------------------

start_progress() {
  build_began=$(date +%s)
  rm -f "$build_folder/ended"
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    columns=$(stty size <&2 2>/dev/null)
    columns=${columns#* }
    show_live_line "$$" "${columns:-80}" &
  else
    show_modules "$$" &
  fi
  progress_pid=$!
}

end_progress() {
  [ -n "${progress_pid:-}" ] || return 0
  : >"$build_folder/ended"
  wait "$progress_pid" 2>/dev/null
  rm -f "$build_folder/ended"
  progress_pid=
}

# $1 is the launcher: a killed one must not leave its progress running.
building() {
  [ ! -e "$build_folder/ended" ] && kill -0 "$1" 2>/dev/null
}

show_live_line() {
  trap '' INT
  while building "$1"; do
    line=$(awk -v mode=now -f "$root/bin/build-progress.awk" "$build_log")
    printf '\r\033[K%.*s' "$(($2 - 1))" "diorama: $(seconds_since "$build_began") $line" >&2
    sleep 0.3
  done
  printf '\r\033[K' >&2
}

show_modules() {
  trap '' INT
  shown=0
  while building "$1"; do
    show_new_modules
    sleep 0.3
  done
  show_new_modules
}

show_new_modules() {
  new_modules=$(awk -v mode=modules -v shown="$shown" -f "$root/bin/build-progress.awk" "$build_log")
  [ -n "$new_modules" ] || return 0
  while IFS= read -r line; do
    say "$line"
    shown=$((shown + 1))
  done <<MODULES
$new_modules
MODULES
}

seconds_since() {
  echo "$(($(date +%s) - $1)) s"
}
