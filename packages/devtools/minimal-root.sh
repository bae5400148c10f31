#!/usr/bin/env bash
# Proves the README's two commands on a machine that has nothing: Debian minbase, git, Node and npm.
# A developer's machine has fonts, browsers and libraries lying about, and proves nothing of the kind.
#
#   sudo packages/devtools/minimal-root.sh [-d DIRECTORY] [-n NPM_VERSION] [COMMAND…]
#
# Node 20 comes with npm 10, so try -n 10 besides the npm that is here.
# Each COMMAND runs in a clone of its own with an empty npm cache. The directory is kept if given, and used again
# with the Debian that it holds; without one a temporary directory is made and removed.
set -euo pipefail

repository="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
commands=("npm ci && npm run demo" "npm ci && npm test")
root=""
npm_version=""
while getopts "d:n:" option; do
  case "$option" in d) root="$OPTARG" ;; n) npm_version="$OPTARG" ;; *) exit 64 ;; esac
done
shift $((OPTIND - 1))
if [ $# -gt 0 ]; then commands=("$@"); fi

if [ "$(id -u)" != 0 ]; then echo "minimal-root: needs root for debootstrap and chroot" >&2; exit 64; fi
for program in debootstrap unshare git node npm; do
  command -v "$program" >/dev/null || { echo "minimal-root: $program is missing" >&2; exit 64; }
done

# Mounts made below live in a mount namespace of this process, and go with it whatever happens.
if [ -z "${MINIMAL_ROOT_UNSHARED:-}" ]; then
  if [ -z "$root" ]; then root="$(mktemp -d)"; trap 'rm -rf --one-file-system "$root"' EXIT; fi
  mkdir -p "$root"
  MINIMAL_ROOT_UNSHARED=1 unshare --mount --propagation private bash "${BASH_SOURCE[0]}" -d "$root" -n "$npm_version" "${commands[@]}"
  exit
fi

say() { printf '\n══ %s\n' "$*"; }

codename="$(. /etc/os-release && echo "$VERSION_CODENAME")"
mirror="$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v codename="$codename" '$2 == codename && $3 == "main" { print $1; exit }')"

if [ ! -x "$root/usr/bin/git" ]; then
  say "debootstrap $codename (minbase)"
  debootstrap --variant=minbase --include=ca-certificates,git "$codename" "$root" "${mirror:-http://deb.debian.org/debian}" >"$root.log" 2>&1 ||
    { tail -20 "$root.log" >&2; exit 2; }
  rm -f "$root.log"
fi

# Node and npm laid out as in the tarball that nodejs.org gives.
node_home="$root/opt/node"
rm -rf "$node_home"
mkdir -p "$node_home/bin" "$node_home/lib/node_modules"
cp "$(readlink -f "$(command -v node)")" "$node_home/bin/node"
cp -R "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$node_home/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$node_home/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$node_home/bin/npx"

# The network is the host's: its names, its certificates, its npm configuration; nothing else of the host goes in.
cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
environment=(PATH=/opt/node/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb)
for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
  [ -z "${!name:-}" ] || environment+=("$name=${!name}")
done
certificates="$(cd / && npm config get cafile 2>/dev/null || true)"
case "$certificates" in "" | null | undefined) certificates="${NODE_EXTRA_CA_CERTS:-}" ;; esac
if [ -n "$certificates" ] && [ -f "$certificates" ]; then
  cp -L "$certificates" "$root/etc/host-certificates.pem"
  environment+=(NODE_EXTRA_CA_CERTS=/etc/host-certificates.pem npm_config_cafile=/etc/host-certificates.pem)
fi
environment+=("npm_config_registry=$(cd / && npm config get registry 2>/dev/null)")
[ ! -f "$HOME/.npmrc" ] || cp "$HOME/.npmrc" "$root/root/.npmrc"

mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"

rm -rf "$root/srv/clone.bundle" "$root"/srv/run-*
git -C "$repository" bundle create --quiet "$root/srv/clone.bundle" HEAD

inside() { chroot "$root" env -i "${environment[@]}" bash -c "$1"; }

[ -z "$npm_version" ] || inside "npm install --global --silent npm@$npm_version"

say "Debian $(cat "$root/etc/debian_version"), node $(inside 'node --version'), npm $(inside 'npm --version'), $(inside 'git --version'), commit $(git -C "$repository" rev-parse --short HEAD)"

status=0
report=()
for index in "${!commands[@]}"; do
  command="${commands[$index]}"
  place="/srv/run-$index"
  inside "git -c advice.detachedHead=false clone --quiet /srv/clone.bundle $place && rm -rf ~/.npm ~/.cache /tmp/*"
  say "$command"
  started=$SECONDS
  outcome=0
  inside "cd $place && $command" </dev/null || outcome=$?
  [ "$outcome" = 0 ] || status=1
  report+=("exit $outcome after $((SECONDS - started)) s: $command")
done

say "in a minimal root"
printf '%s\n' "${report[@]}"
exit "$status"
