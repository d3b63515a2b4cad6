# shellcheck shell=sh
# Provides what the tests need beyond a JDK: PostgreSQL's client programs, pgbouncer and a browser. Sourced by ./verify.
#
# Root on a machine with apt-get gets what is missing, unless DIORAMA_NO_INSTALL=1; anyone else is told what to install.

provide_test_needs() {
  missing=
  has_postgresql_client || missing="$missing postgresql-client"
  has_pgbouncer || missing="$missing pgbouncer"
  has_browser || missing="$missing chromium"
  [ -n "$missing" ] || return 0
  if may_install; then
    # shellcheck disable=SC2086 # a list of words
    install_packages $missing
  else
    explain_missing_needs
  fi
}

# In PATH, or where distributions put the versions that are not.
has_postgresql_client() {
  command -v pg_dump >/dev/null && command -v pg_restore >/dev/null && return
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/libpq/bin /usr/local/opt/libpq/bin; do
    [ -x "$folder/pg_dump" ] && [ -x "$folder/pg_restore" ] && return
  done
  return 1
}

# Debian puts it where only root's PATH leads.
has_pgbouncer() {
  command -v pgbouncer >/dev/null || [ -x /usr/sbin/pgbouncer ]
}

has_browser() {
  for browser in chromium chromium-browser google-chrome; do
    command -v "$browser" >/dev/null && return
  done
  [ -d '/Applications/Chromium.app' ] || [ -d '/Applications/Google Chrome.app' ]
}

may_install() {
  [ "${DIORAMA_NO_INSTALL:-}" != 1 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

install_packages() {
  echo "verify: installing what the tests need: $* (DIORAMA_NO_INSTALL=1 prevents this)"
  quiet_apt_get update
  # One by one: a package that this distribution does not have must not keep the others away.
  for package in "$@"; do
    quiet_apt_get install -y --no-install-recommends "$package" ||
      echo "verify: could not install $package; tests that need it will be skipped" >&2
  done
}

quiet_apt_get() {
  apt_log=$(DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" 2>&1 </dev/null) && return
  printf '%s\n' "$apt_log" | tail -n 10 >&2
  return 1
}

explain_missing_needs() {
  for need in $missing; do
    case $need in
      postgresql-client) echo "verify: no pg_dump and pg_restore: tests that move a schema will be skipped." ;;
      pgbouncer) echo "verify: no pgbouncer: tests with a pooler before the database will be skipped." ;;
      chromium) echo "verify: no Chromium: tests in a browser will be skipped." ;;
    esac
    echo "        To run them: apt install $need, dnf install $(dnf_name "$need"), or brew install $(brew_name "$need")"
  done >&2
}

dnf_name() {
  case $1 in postgresql-client) echo postgresql ;; *) echo "$1" ;; esac
}

brew_name() {
  case $1 in postgresql-client) echo libpq ;; *) echo "--cask $1" ;; esac
}
