# Sourced by run.sh and test.sh: installs what is missing where it may, else says what to install.

need_sdk() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "Install the .NET 10 SDK first (package dotnet-sdk-10.0), then run this again." >&2
    exit 1
  fi
}

# need COMMAND PACKAGE...: COMMAND is a name on PATH or a path that must exist.
need() {
  local command=$1
  shift
  if command -v "$command" >/dev/null || [ -e "$command" ]; then return; fi
  local apt=(apt-get)
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "Install $* first (apt-get install $*), then run this again." >&2
      exit 1
    fi
    apt=(sudo -n apt-get)
  fi
  if [ -z "${apt_updated:-}" ]; then
    "${apt[@]}" update -qq >/dev/null
    apt_updated=1
  fi
  echo "Installing $*"
  DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y -qq --no-install-recommends "$@" >/dev/null
}

need_node() {
  need node nodejs
  need npm npm
}
