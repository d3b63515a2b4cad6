#!/bin/sh
# What the image does when it starts, as the official one does: the command that it is given, or else a server with a
# database. POSTGRES_PASSWORD is needed; POSTGRES_USER and POSTGRES_DB are "postgres" where nobody says.
set -eu

case ${1:-} in
  '' | -*) set -- postgres "$@" ;;
esac
[ "$1" = postgres ] || exec "$@"

: "${PGDATA:?}"
if [ "$(id -u)" -eq 0 ]; then
  mkdir -p "$PGDATA"
  chown postgres: "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi

if ! [ -s "$PGDATA/PG_VERSION" ]; then
  password_file=$(mktemp)
  printf '%s\n' "${POSTGRES_PASSWORD:?}" >"$password_file"
  initdb --no-sync --username="${POSTGRES_USER:-postgres}" --pwfile="$password_file" --encoding=UTF8 --locale=C.UTF-8 \
    --auth-local=trust --auth-host=scram-sha-256
  rm "$password_file"
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
  if [ "${POSTGRES_DB:-postgres}" != postgres ]; then
    printf 'CREATE DATABASE "%s"\n' "$POSTGRES_DB" | postgres --single -F -D "$PGDATA" postgres
  fi
fi
exec "$@"
