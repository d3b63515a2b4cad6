# shellcheck shell=sh
# Tells on stderr how far a build is: one live line on a terminal, else one line for each module. Sourced by build.sh.

: "${root:?}" "${build_folder:?}" "${build_log:?}"

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
