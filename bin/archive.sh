# shellcheck shell=sh
# Keeps an archive of the command line's loaded classes beside its jar, which shortens every start of the JVM.
# Sourced by ./diorama after jdk.sh and build.sh, which set what it uses.
#
# Not -XX:+AutoCreateSharedArchive: killed while it writes, it leaves a file that it neither uses nor replaces.

: "${root:?}" "${program:?}"
# An archive is used with the garbage collector that it was made with, or it is of less use.
quick_flags='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'

ensure_archive() {
  archive=$root/${program%.jar}-${java_version:?}.jsa
  write_archive=-XX:ArchiveClassesAtExit=
  use_archive=-XX:SharedArchiveFile=$archive
  # From 25 on it also holds classes linked and lambdas made, which takes a twentieth off a sample of 18 million rows.
  if [ "${java_major:?}" -ge 25 ]; then
    write_archive=-XX:AOTCacheOutput=
    use_archive=-XX:AOTCache=$archive
  fi
  # shellcheck disable=SC3013 # -nt is POSIX since 2024, and was in every shell before
  [ "$archive" -nt "$root/$program" ] && return
  [ -w "${archive%/*}" ] || return
  # shellcheck disable=SC2086 # a list of words
  "$JAVA_HOME/bin/java" $quick_flags -Xlog:disable "$write_archive$archive.$$" \
    --enable-native-access=ALL-UNNAMED "-Ddiorama.home=$root" -cp "$root/$program" \
    dev.diorama.provisioner.command.Rehearsal >/dev/null 2>&1 </dev/null
  mv -f "$archive.$$" "$archive" 2>/dev/null
}
