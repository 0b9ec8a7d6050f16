#!/usr/bin/env bash
#
# The one way to build, serve, test and measure Twin Neurons; ./build.sh --help lists the commands. It owns what must be there
# before anything runs (compiler, Node, packages) and which program does what; what is built, and with which flags, is in tools/build.js.
# Works from any directory.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export LC_ALL=C

readonly NODE_MAJOR=20
readonly CACHE=.cache

usage() {
  cat <<'HELP'
Usage: ./build.sh [command]

  (none)            set up what is missing and build the page and the package into dist/
  build [steps...]  the same, or only the steps named (engine, types, page, browser, one-file) and what they need
  dev               serve the page while you work on it: a change of web/ or src/ builds it again, and an open page loads itself anew
  serve             build, serve the page on 127.0.0.1 and print its address (port: $PORT, else 8080, else the next free one)
  test [files...]   build and run the tests, all of tests/ or the ones named
  soak [files...]   the same with the long modes of the tests (TWIN_SOAK=1)
  bench [--quick]   build and print the benchmark table; --quick: only whether it works
  bench --page      the same for the page in Chromium: what it loads, how soon it is there, how smoothly it trains;
                    --beside FOLDER: and how another page opens, such as TensorFlow Playground's built files
  bench --sweep     the same for many seeds, beside a NumPy program (Debian: python3-numpy) and the same C as a native program
  course            build, and make the packages for learning platforms in dist/course/; COURSE=course.json names chapters, tasks, language, theme
  site              build, and put every version that a release has frozen (the tags v1, v2, ...) beside the newest page: what is published
  clean             remove all that these commands made: dist/, .cache/, node_modules/

SITE_URL=https://example.org/twin-neurons/ ./build.sh tells the page its address, for pictures and frames of its links elsewhere.
Set-up installs Debian packages (as root or with sudo that asks no password) and npm packages, and nothing else.
HELP
}

main() {
  local command=${1-build}
  [ $# -gt 0 ] && shift
  case $command in
    build) build "$@" ;;
    dev) develop ;;
    serve) serve ;;
    test) run_tests "$@" ;;
    soak)
      export TWIN_SOAK=1 TWIN_CHROMIUM=chromium
      run_tests "$@"
      ;;
    bench) run_benchmarks "$@" ;;
    course) build && node tools/course/make.js ;;
    site) assemble_site ;;
    clean) rm -rf dist "$CACHE" node_modules tests/{bench,bundlers,course,mutation/javascript}/node_modules ;;
    -h | --help | help) usage ;;
    *)
      usage >&2
      fail "there is no command \"$command\"."
      ;;
  esac
}

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

note() {
  echo "build.sh: $*"
}

# ---- set-up ----

missing() {
  ! command -v "$1" >/dev/null 2>&1
}

# Runs a command as root: directly, or by a sudo that asks nothing. Fails where neither is possible.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif ! missing sudo && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

can_install_debian_packages() {
  ! missing apt-get && as_root true
}

# Installs Debian packages, or ends with the one sentence that says what to install. $1: what for; the rest: packages.
install_debian_packages() {
  local purpose=$1 log=$CACHE/apt-get.log
  shift
  can_install_debian_packages ||
    fail "please install $* (Debian's package names), needed $purpose; apt-get and root or a passwordless sudo would let me do it."
  note "installing from Debian, $purpose: $*"
  {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update &&
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
  } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    fail "please install $* (Debian's package names), needed $purpose; apt-get could not (see above, all of it in $log)."
  }
}

# emcc: from the PATH, from an activated or named emsdk, or Debian's package.
set_up_emcc() {
  if missing emcc && [ -x "${EMSDK:-}/upstream/emscripten/emcc" ]; then
    PATH="$EMSDK/upstream/emscripten:$PATH"
  fi
  if missing emcc; then
    can_install_debian_packages || fail "please install Emscripten $(cat emsdk-version.txt): Debian's package emscripten, or an emsdk that EMSDK names."
    install_debian_packages "to compile the engine" emscripten
  fi
  local pinned
  pinned=$(cat emsdk-version.txt)
  EMCC_VERSION=$(emcc --version | sed -n '1s/.* \([0-9][0-9.]*[0-9]\).*/\1/p')
  [ "$EMCC_VERSION" = "$pinned" ] || note "emcc is $EMCC_VERSION; the project is built with $pinned, and newer ones should do."
}

node_is_usable() {
  ! missing node && [ "$(node -p 'parseInt(process.versions.node)')" -ge "$NODE_MAJOR" ]
}

# Node: from the PATH, or, where that one is missing or too old (Debian 12 has 18), a copy in .cache/ whose binary comes from npm.
set_up_node() {
  [ -d "$CACHE/node" ] && PATH="$PWD/$CACHE/node/node_modules/.bin:$PATH"
  node_is_usable && ! missing npm && return
  local architecture
  case $(uname -sm) in
    "Linux x86_64") architecture=linux-x64 ;;
    "Linux aarch64") architecture=linux-arm64 ;;
    *) fail "please install Node.js $NODE_MAJOR or newer, with npm." ;;
  esac
  if missing npm || missing node; then
    can_install_debian_packages || fail "please install Node.js $NODE_MAJOR or newer, with npm."
    install_debian_packages "to build the page" nodejs npm
  fi
  node_is_usable && return
  note "Node.js $(node --version) is too old; putting Node.js $NODE_MAJOR into $CACHE/node"
  npm install --prefix "$CACHE/node" --no-save --no-audit --no-fund --loglevel=error "node-$architecture@$NODE_MAJOR"
  mkdir -p "$CACHE/node/node_modules/.bin"
  ln -sf "../node-$architecture/bin/node" "$CACHE/node/node_modules/.bin/node"
  PATH="$PWD/$CACHE/node/node_modules/.bin:$PATH"
  hash -r
  node_is_usable || fail "please install Node.js $NODE_MAJOR or newer; the copy from npm does not run here."
}

# npm ci in a folder, when its lock file is not the one installed last. No package's install script runs: none of ours needs one.
set_up_npm_packages() {
  local folder=$1 key
  key=$(contents "$folder/package-lock.json" "$folder/package.json")
  [ "$(cat "$folder/node_modules/.installed" 2>/dev/null)" = "$key" ] && return
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  echo "$key" >"$folder/node_modules/.installed"
}

# What tests need beyond the build: three browsers, and native compilers with sanitizers, coverage and layout. Each line: a command, its package.
set_up_test_tools() {
  local tool package packages=()
  while read -r tool package; do
    missing "$tool" && packages+=("$package")
  done <<'TOOLS'
chromium-headless-shell chromium-headless-shell
firefox-esr firefox-esr
WebKitWebDriver webkit2gtk-driver
Xvfb xvfb
gcc gcc
clang clang
llvm-cov llvm
clang-format clang-format
parallel parallel
xmllint libxml2-utils
aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
i686-linux-gnu-gcc gcc-i686-linux-gnu
qemu-aarch64 qemu-user
TOOLS
  # The cross compilers only recommend the C library that they build with.
  [ -d /usr/aarch64-linux-gnu/include ] || packages+=(libc6-dev-arm64-cross)
  [ -d /usr/i686-linux-gnu/include ] || packages+=(libc6-dev-i386-cross)
  has_sanitizers || packages+=(libclang-rt-dev libc6-dev)
  # Debian's own Python runs the programs that the page writes. PyTorch and Jupyter are large, so only the soak runs wait for them.
  has_python_module numpy || packages+=(python3-numpy)
  [ -z "${TWIN_CHROMIUM-}" ] || ! missing "$TWIN_CHROMIUM" || packages+=("$TWIN_CHROMIUM")
  if [ -n "${TWIN_SOAK-}" ]; then
    has_python_module torch || packages+=(python3-torch)
    ! missing jupyter-notebook || packages+=(jupyter-notebook)
    # The recipes for many machines on a Slurm and an ssh server of their own. Daemons are not on everybody's PATH.
    while read -r tool package; do
      [ -x "/usr/sbin/$tool" ] || ! missing "$tool" || packages+=("$package")
    done <<'CLUSTER'
munged munge
slurmctld slurmctld
slurmd slurmd
sbatch slurm-client
sshd openssh-server
ssh openssh-client
CLUSTER
  fi
  [ ${#packages[@]} = 0 ] || install_debian_packages "to run the tests" "${packages[@]}"
}

has_sanitizers() {
  ! missing clang && compgen -G "$(dirname "$(clang -print-file-name=include)")/lib/*/libclang_rt.asan*" >/dev/null
}

has_python_module() {
  /usr/bin/python3 -c "import $1" >/dev/null 2>&1
}

# ---- build ----

# A hash over the contents of files; of a missing one, that it is missing.
contents() {
  sha256sum "$@" 2>&1 | sha256sum
}

# Runs the steps of the build that are not up to date: all, or the ones named. Two builds at once wait for each other, where the system has flock.
build() {
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock"
  missing flock || flock 9
  set_up_emcc
  set_up_node
  set_up_npm_packages .
  node tools/build.js "$EMCC_VERSION" "$@"
  exec 9>&-
}

# ---- commands on top of the build ----

port_is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# The port to serve on is $PORT, else 8080, else the next free one.
check_port() {
  PORT=${PORT:-8080}
  [[ $PORT =~ ^[0-9]{1,5}$ && $PORT -ge 1 && $PORT -le 65535 ]] || fail "PORT must be a number from 1 to 65535, not \"$PORT\"."
}

next_free_port() {
  until port_is_free "$PORT"; do PORT=$((PORT + 1)); done
}

serve() {
  check_port
  build
  next_free_port
  echo "Twin Neurons: http://127.0.0.1:$PORT/ (Ctrl+C ends)"
  # The program itself: the package's own bin/esbuild is a wrapper. --watch=forever: without it, esbuild ends when there is no standard
  # input, as in a background job.
  exec node_modules/@esbuild/*/bin/esbuild --servedir=dist --serve="127.0.0.1:$PORT" --watch=forever --log-level=warning
}

develop() {
  check_port
  build engine
  next_free_port
  exec node tools/dev.js "$EMCC_VERSION" "$PORT"
}

# A version that is frozen by a tag is built from what the tag names, in a checkout of its own, and its folder takes the place of today's.
assemble_site() {
  build
  local tag checkout=$CACHE/frozen
  for tag in $(git tag --list | grep -E '^v[0-9]+$'); do
    rm -rf "$checkout"
    git worktree prune
    git worktree add --quiet --detach "$checkout" "$tag"
    env -u SITE_URL "$checkout/build.sh"
    # The sums that were taken when it was frozen, if they are kept here: the same files for ever, or none.
    [ ! -f "frozen/$tag.SHA256SUMS" ] || cmp "frozen/$tag.SHA256SUMS" "$checkout/dist/$tag/SHA256SUMS" ||
      fail "$tag does not build to the files that were published as it; build it with the compiler and the Node.js of its time."
    rm -rf "dist/$tag"
    mv "$checkout/dist/$tag" dist/
    git worktree remove --force "$checkout"
    note "dist/$tag is as the tag $tag has frozen it"
  done
  node tools/build.js --sums
}

# Tests of time: they are run alone, when the others are done. The others share the machine.
readonly MEASURING=(
  tests/page/reliability.test.js
)

# Runs test files, so many at a time. $1: how many; the rest: files.
run_test_files() {
  local limits=(--test-timeout=1800000) # ms a file: far more than any needs, so that a hang ends
  [ -z "${TWIN_SOAK-}" ] || limits=()
  # By itself Node leaves one processor free, which is half of two. The first releases of Node.js 20 cannot be told.
  [[ $(node --help) != *--test-concurrency* ]] || limits+=("--test-concurrency=$1")
  shift
  # The browsers are started once and lent to the files, one after the other.
  node tests/support/browsers/lend.js node --test --test-reporter=spec "${limits[@]}" "$@"
}

# Packages and tools for these test files. Some have lock files of their own, so that nobody else waits for them.
set_up_tests() {
  set_up_test_tools
  [[ $* != *bundlers.test.js* ]] || set_up_npm_packages tests/bundlers
  [[ $* != *mutation/javascript.test.js* ]] || set_up_npm_packages tests/mutation/javascript
  [[ $* != *tests/course/* ]] || set_up_npm_packages tests/course
}

run_tests() {
  local files=("$@") failed=0 tools
  [ $# != 0 ] ||
    mapfile -t files < <(find tests -name node_modules -prune -o -name '*.test.js' -print | grep -vxF "$(printf '%s\n' "${MEASURING[@]}")" | sort)
  # What the tests need comes while the page is built; what the build needs of Debian has come by then, since only one can install at a time.
  mkdir -p "$CACHE"
  set_up_emcc
  set_up_node
  set_up_tests "${files[@]}" &
  tools=$!
  build
  wait "$tools"
  rm -f "$CACHE/axe-incompletes.txt"
  run_test_files "$(nproc 2>/dev/null || echo 1)" "${files[@]}" || failed=1
  if [ $# = 0 ]; then
    note "and the tests that measure, one after the other"
    run_test_files 1 "${MEASURING[@]}" || failed=1
    [ $failed = 0 ] || note "there are failures; each is listed at the end of its part, above"
  fi
  return $failed
}

# The libraries that the benchmark compares with have a lock file of their own, so that nobody else waits for them.
run_benchmarks() {
  build
  if [ "${1-}" = --page ]; then
    export TWIN_CHROMIUM=chromium
    set_up_test_tools
    node tests/bench/page.js "$@"
    return
  fi
  if [ "${1-}" = --sweep ]; then
    node tests/bench/sweep.js "$@"
    return
  fi
  set_up_npm_packages tests/bench
  node tests/bench/run.js "$@"
}

main "$@"
