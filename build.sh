#!/usr/bin/env bash
#
# The one way to build, serve, test and measure Twin Neurons; ./build.sh --help lists the commands. It owns how things are called
# and with which flags, and knows nothing of what they compute. Works from any directory. Every build step is skipped while its
# inputs, its outputs and this file are what they were, judged by their content.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export LC_ALL=C

readonly NODE_MAJOR=20
readonly CACHE=.cache

# -ffp-contract=off and the absence of fast-math keep results the same bits on every platform; the fixed memory keeps views valid,
# and has room for three runs at every limit at once: the one shown, the one being made, and one gone back to.
# What must be inlined says so; inlining more would make the module a tenth larger and no faster, and so would unrolling loops that run
# a number of times unknown here: V8, at least, does that itself.
readonly ENGINE_FLAGS=(
  -std=c11 -Wall -Wextra -Wshadow -Wconversion
  -O3 -ffp-contract=off -fno-math-errno -finline-hint-functions -mllvm -unroll-runtime=false
  --no-entry -sALLOW_MEMORY_GROWTH=0 -sABORTING_MALLOC=0 -sMALLOC=emmalloc -sINITIAL_MEMORY=134217728
)
# One set for the page, the package and the workers: the package is the same file in Node and in browsers, so Node's own modules
# stay imports, and every module finds its neighbors by import.meta.url.
readonly BUNDLE_FLAGS=(
  --bundle --minify --preserve-symlinks --format=esm --entry-names=[name] --target=es2022 --platform=neutral "--main-fields=module,main" --external:node:*
  --legal-comments=eof --charset=utf8 --log-level=warning
)
readonly BUNDLE_ENTRIES=(
  web/twin-neurons.js web/command.js web/element.js sweep-worker=web/engine/sweep-worker.js offline=web/site/offline.js
  styles=web/page/styles/first-screen.css later=web/page/styles/after-first-screen.css
)
# The page alone is split: what its first screen needs is loaded at once, each panel of the lab when it is unfolded.
readonly PAGE_FLAGS=(--splitting --chunk-names=parts/[name]-[hash])
# What is put into the page of one file: all code as one script, and the script that unpacks it. There is nothing beside it to be found
# by import.meta.url; without that its workers can run the same script, which they do not as a module (web/site/one-file.js says why).
readonly ONE_FILE_ENTRIES=(web/site/one-file.js web/site/one-file-loader.js)
readonly ONE_FILE_FLAGS=(--define:import.meta.url=null)
# What in dist/ is made by other steps than the page's.
readonly NOT_PAGE=(engine.wasm engine-scalar.wasm types browser twin-neurons.html service-worker.js SHA256SUMS 'v[0-9]*')

usage() {
  cat <<'HELP'
Usage: ./build.sh [command]

  (none)            set up what is missing and build the page and the package into dist/
  serve             build, serve the page on 127.0.0.1 and print its address (port: $PORT, else 8080, else the next free one)
  test [files...]   build and run the tests, all of tests/ or the ones named
  soak [files...]   the same with the long modes of the tests (TWIN_SOAK=1)
  bench [--quick]   build and print the benchmark table; --quick: only whether it works
  bench --page      the same for the page in Chromium: what it loads, how soon it is there, how smoothly it trains
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
    build) build ;;
    serve) serve ;;
    test) run_tests "$@" ;;
    soak)
      export TWIN_SOAK=1
      run_tests "$@"
      ;;
    bench) run_benchmarks "$@" ;;
    site) assemble_site ;;
    clean) rm -rf dist "$CACHE" node_modules tests/bench/node_modules ;;
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
  key=$(contents "$folder/package.json" "$folder/package-lock.json")
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
chromium chromium
firefox-esr firefox-esr
WebKitWebDriver webkit2gtk-driver
Xvfb xvfb
gcc gcc
clang clang
llvm-cov llvm
clang-format clang-format
parallel parallel
aarch64-linux-gnu-gcc gcc-aarch64-linux-gnu
i686-linux-gnu-gcc gcc-i686-linux-gnu
qemu-aarch64 qemu-user
TOOLS
  # The cross compilers only recommend the C library that they build with.
  [ -d /usr/aarch64-linux-gnu/include ] || packages+=(libc6-dev-arm64-cross)
  [ -d /usr/i686-linux-gnu/include ] || packages+=(libc6-dev-i386-cross)
  has_sanitizers || packages+=(libclang-rt-dev libc6-dev)
  # Debian's own Python runs the programs that the page writes. PyTorch is large, so only the soak runs wait for it.
  has_python_module numpy || packages+=(python3-numpy)
  [ -z "${TWIN_SOAK-}" ] || has_python_module torch || packages+=(python3-torch)
  [ ${#packages[@]} = 0 ] || install_debian_packages "to run the tests" "${packages[@]}"
}

has_sanitizers() {
  ! missing clang && compgen -G "$(dirname "$(clang -print-file-name=include)")/lib/*/libclang_rt.asan*" >/dev/null
}

has_python_module() {
  /usr/bin/python3 -c "import $1" >/dev/null 2>&1
}

# ---- build ----

# A hash over the names and contents of all files in the given files and folders; of a missing one, that it is missing.
contents() {
  find "$@" -name node_modules -prune -o -type f -print0 2>/dev/null | sort -z | xargs -0r sha256sum | sha256sum
}

# Runs build step $1 (a function) unless its inputs $2 (a hash) and its outputs are what they were when it last succeeded.
step() {
  local name=$1 inputs=$2 stamp=$CACHE/stamps/$1
  [ "$(cat "$stamp" 2>/dev/null)" = "$inputs $("$name"_outputs)" ] && return
  note "$name"
  "$name"
  echo "$inputs $("$name"_outputs)" >"$stamp"
}

# A warning is an error, but only to the pinned compiler: newer ones invent new warnings.
engine() {
  local flags=("${ENGINE_FLAGS[@]}")
  [ "$EMCC_VERSION" != "$(cat emsdk-version.txt)" ] || flags+=(-Werror)
  emcc "${flags[@]}" -msimd128 src/*.c -o "$CACHE/engine.wasm"
  emcc "${flags[@]}" src/*.c -o "$CACHE/engine-scalar.wasm"
  mv "$CACHE/engine.wasm" "$CACHE/engine-scalar.wasm" dist/
}

engine_outputs() {
  contents dist/engine.wasm dist/engine-scalar.wasm
}

# The path of esbuild itself: the package's own bin/esbuild is a wrapper that answers an error with a stack trace of its own.
esbuild_program() {
  echo node_modules/@esbuild/*/bin/esbuild
}

# The page and the package: entries bundled, the static files of web/site/ copied as they are, and the licenses of what is inside.
page() {
  rm -rf "$CACHE/page"
  "$(esbuild_program)" "${BUNDLE_ENTRIES[@]}" "${BUNDLE_FLAGS[@]}" --sourcemap --outdir="$CACHE/page"
  "$(esbuild_program)" web/main.js "${BUNDLE_FLAGS[@]}" "${PAGE_FLAGS[@]}" --sourcemap --outdir="$CACHE/page"
  node tools/minify.js "$CACHE/page/main.js" "$CACHE"/page/parts/*.js
  # The script for old browsers is no module, and must not be made newer than it is.
  "$(esbuild_program)" web/site/old-browser.js --minify --target=es5 --log-level=warning --outfile="$CACHE/page/old-browser.js"
  cp -R web/site/static/. "$CACHE/page"
  {
    cat LICENSE
    for package in chart.js @kurkle/color; do
      printf '\n---- %s ----\n\n' "$package"
      cat "node_modules/$package/LICENSE.md"
    done
  } >"$CACHE/page/LICENSES.txt"
  [ -z "${SITE_URL-}" ] || node tools/set-address.js "$CACHE/page" "$SITE_URL"
  page_files | xargs -r -d '\n' rm -rf
  cp -R "$CACHE/page/." dist/
}

page_outputs() {
  local files
  mapfile -t files < <(page_files)
  contents dist/index.html "${files[@]}"
}

# The files and folders right in dist/ that are the page's.
page_files() {
  local name not=()
  for name in "${NOT_PAGE[@]}"; do not+=(! -name "$name"); done
  find dist -mindepth 1 -maxdepth 1 "${not[@]}"
}

# The page as one file.
one_file() {
  rm -rf "$CACHE/one-file"
  "$(esbuild_program)" "${ONE_FILE_ENTRIES[@]}" "${BUNDLE_FLAGS[@]}" "${ONE_FILE_FLAGS[@]}" --outdir="$CACHE/one-file"
  node tools/make-one-file.js dist "$CACHE/one-file"
}

one_file_outputs() {
  contents dist/twin-neurons.html
}

# The package for programs that a bundler makes for browsers: the same without anything of Node, and all its files in one folder.
browser() {
  rm -rf "$CACHE/browser"
  "$(esbuild_program)" web/twin-neurons.js sweep-worker=web/engine/sweep-worker.js "${BUNDLE_FLAGS[@]}" --define:process=undefined --outdir="$CACHE/browser"
  cp dist/engine.wasm dist/engine-scalar.wasm "$CACHE/browser"
  rm -rf dist/browser
  mv "$CACHE/browser" dist/
}

browser_outputs() {
  contents dist/browser
}

# What makes dist/ a site when all else is in it: the service worker with its list of files, the versioned folder, the checksums.
site_files() {
  "$(esbuild_program)" web/site/service-worker.js --minify --format=iife --target=es2022 --log-level=warning --outfile=dist/service-worker.js --allow-overwrite
  node tools/make-site.js dist
}

site_files_outputs() {
  contents dist
}

# The package's declarations. That the types of everything else fit is for tests/project/types.test.js to say.
types() {
  rm -rf "$CACHE/types"
  node_modules/.bin/tsc -p tsconfig.types.json --outDir "$CACHE/types"
  rm -rf dist/types
  mv "$CACHE/types" dist/
}

types_outputs() {
  contents dist/types
}

# Two builds at once wait for each other, where the system has flock.
build() {
  mkdir -p "$CACHE/stamps" dist
  exec 9>"$CACHE/lock"
  missing flock || flock 9
  set_up_emcc
  set_up_node
  set_up_npm_packages .
  local common
  common="$(contents build.sh package.json package-lock.json) ${SITE_URL-}"
  step page "$common $(contents web LICENSE)"
  step engine "$common $EMCC_VERSION $(contents src emsdk-version.txt)"
  step browser "$common $EMCC_VERSION $(contents web src emsdk-version.txt)"
  step types "$common $(contents web tsconfig.json tsconfig.types.json)"
  step one_file "$common $(contents web tools) $(page_outputs) $(engine_outputs)"
  step site_files "$common $(contents web/site/service-worker.js tools) $(page_outputs) $(engine_outputs) $(types_outputs) $(browser_outputs) $(one_file_outputs)"
  exec 9>&-
}

# ---- commands on top of the build ----

port_is_free() {
  ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

serve() {
  local port=${PORT:-8080}
  [[ $port =~ ^[0-9]{1,5}$ && $port -ge 1 && $port -le 65535 ]] || fail "PORT must be a number from 1 to 65535, not \"$port\"."
  build
  until port_is_free "$port"; do port=$((port + 1)); done
  echo "Twin Neurons: http://127.0.0.1:$port/ (Ctrl+C ends)"
  # --watch=forever: without it, esbuild ends when there is no standard input, as in a background job.
  exec "$(esbuild_program)" --servedir=dist --serve="127.0.0.1:$port" --watch=forever --log-level=warning
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
  node tools/make-site.js dist --sums
}

run_tests() {
  build
  set_up_test_tools
  if [ $# = 0 ]; then
    local files
    mapfile -t files < <(find tests -name node_modules -prune -o -name '*.test.js' -print | sort)
    set -- "${files[@]}"
  fi
  local limits=(--test-timeout=900000) # ms a file: far more than any needs, so that a hang ends
  [ -z "${TWIN_SOAK-}" ] || limits=()
  rm -f "$CACHE/axe-incompletes.txt"
  node --test --test-reporter=spec "${limits[@]}" "$@"
}

# The libraries that the benchmark compares with have a lock file of their own, so that nobody else waits for them.
run_benchmarks() {
  build
  if [ "${1-}" = --page ]; then
    set_up_test_tools
    node tests/bench/page.js "$@"
    return
  fi
  set_up_npm_packages tests/bench
  node tests/bench/run.js "$@"
}

main "$@"
