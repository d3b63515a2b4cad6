# shellcheck shell=sh
# Lets one build run at a time, whoever starts it. Sourced by build.sh.
#
# .build/lock is a symbolic link to the numbers of the processes that build: it is made in one step, and tells whether
# they still live.

: "${root:?}" "${build_folder:?}"

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
