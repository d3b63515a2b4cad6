# shellcheck shell=sh
# Provides PostgreSQL of other versions for the tests: a Docker Engine with the images local/postgres:17 and :18.
# Sourced by ./verify after test-needs.sh.
#
# Root on a machine with apt-get gets an engine where there is none, unless DIORAMA_NO_INSTALL=1. An image is pulled, or,
# where no registry can be reached, made from Debian's packages. Both stay in the engine, so that it happens once.

: "${root:?}"
image_majors='17 18'

provide_postgres_images() {
  if ! engine_answers; then
    may_install && install_engine
    if ! engine_answers; then
      explain_missing_engine
      return 0
    fi
  fi
  for major in $image_majors; do
    has_image "$major" || pull_image "$major" || make_image "$major" || explain_missing_image "$major"
  done
}

# Some machines have no timeout(1); there, patience is unlimited.
within() {
  if command -v timeout >/dev/null; then
    timeout "$@"
  else
    shift
    "$@"
  fi
}

# --- the engine -------------------------------------------------------------------------------------------------------

engine_answers() {
  within 20 docker version --format '{{.Server.Version}}' >/dev/null 2>&1 </dev/null
}

install_engine() {
  command -v dockerd >/dev/null || install_packages docker.io iptables
  command -v dockerd >/dev/null || return
  engine_answers && return
  start_engine
  # It is started before it listens.
  tries=0
  until engine_answers || [ "$tries" -ge 60 ]; do
    tries=$((tries + 1))
    sleep 0.5
  done
}

# As a service, which it stays. In a container that may not raise limits its script fails, and the program works.
start_engine() {
  if service docker start >/dev/null 2>&1 </dev/null; then
    echo "verify: started the Docker Engine (service docker stop ends it)"
  else
    echo "verify: started the Docker Engine (kill \$(cat /var/run/docker.pid) ends it)"
    setsid dockerd >/var/log/docker.log 2>&1 </dev/null &
  fi
}

explain_missing_engine() {
  echo "verify: no Docker Engine answers: tests on other versions of PostgreSQL will be skipped." >&2
  echo "        To run them: apt install docker.io, dnf install moby-engine, or start Docker Desktop" >&2
}

# --- images -----------------------------------------------------------------------------------------------------------

has_image() {
  within 20 docker image inspect "local/postgres:$1" >/dev/null 2>&1 </dev/null
}

pull_image() {
  echo "verify: pulling the image postgres:$1"
  within 120 docker pull --quiet "postgres:$1" >/dev/null 2>&1 </dev/null &&
    docker tag "postgres:$1" "local/postgres:$1" </dev/null
}

make_image() {
  may_install && [ "$(uname -s)" = Linux ] || return
  suite=$(suite_with "$1")
  echo "verify: it cannot be pulled: making local/postgres:$1 from Debian $suite, which takes a minute"
  command -v debootstrap >/dev/null || install_packages debootstrap
  image_folder=$(mktemp -d "${TMPDIR:-/tmp}/diorama-image-XXXXXX") || return
  image_status=0
  image_log=$( (make_image_in "$image_folder" "$1" "$suite") 2>&1 </dev/null) || image_status=$?
  rm -rf "$image_folder"
  [ "$image_status" -eq 0 ] || printf '%s\n' "$image_log" | tail -n 10 >&2
  return "$image_status"
}

# In a mount namespace of its own, since debootstrap mounts /proc inside of a folder that will be removed.
make_image_in() {
  within 300 unshare --mount --propagation private \
    debootstrap --variant=minbase "--include=postgresql-$2" "$3" "$1" "$(debian_mirror)" || return
  mkdir -p "$1/usr/local/bin"
  cp "$root/bin/postgres-entrypoint.sh" "$1/usr/local/bin/" || return
  tar -C "$1" -c --exclude=./var/cache/apt/archives/*.deb --exclude=./usr/share/doc --exclude=./usr/share/locale . |
    within 120 docker import \
      --change "ENV PATH=/usr/local/bin:/usr/lib/postgresql/$2/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
      --change 'ENV PGDATA=/var/lib/postgresql/data' \
      --change 'ENTRYPOINT ["postgres-entrypoint.sh"]' \
      --change 'EXPOSE 5432' \
      - "local/postgres:$2"
}

suite_with() {
  case $1 in
    15) echo bookworm ;;
    17) echo trixie ;;
    *) echo sid ;;
  esac
}

# A machine that has its packages from a mirror has these from there too.
debian_mirror() {
  # shellcheck disable=SC2016 # apt-get's placeholders
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(ORIGIN) $(LABEL)' 2>/dev/null |
    awk '$2 == "Debian" && $3 == "Debian" { print $1; exit }')
  echo "${mirror:-http://deb.debian.org/debian}"
}

explain_missing_image() {
  echo "verify: no image local/postgres:$1: tests on PostgreSQL $1 will be skipped." >&2
  echo "        To run them: docker pull postgres:$1 && docker tag postgres:$1 local/postgres:$1" >&2
}
