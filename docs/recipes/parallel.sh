#!/usr/bin/env bash
#
# A sweep by GNU parallel: on all cores of this machine, or of those in the file that HOSTS names, which share this folder.
# Usage: [SEEDS=0:9999] [SHARDS=100] [STEPS=2000] [JOBS=100%] [HOSTS=hosts.txt] parallel.sh experiment.json
# Leaves shard-1.jsonl … and results.jsonl in this folder. Called again, it computes only what is missing.

set -euo pipefail

experiment=${1:?parallel.sh needs an experiment}
seeds=${SEEDS:-0:9999}
shards=${SHARDS:-100}
steps=${STEPS:-2000}

where=()
[ -z "${HOSTS-}" ] || where=(--sshloginfile "$HOSTS" --workdir "$PWD")

seq "$shards" | parallel --jobs "${JOBS:-100%}" --retries 3 --halt soon,fail=20% ${where[@]+"${where[@]}"} \
  twin-neurons sweep "${experiment@Q}" --seeds "$seeds" --steps "$steps" --shard "{}/$shards" --workers 1 --out "shard-{}.jsonl"

# By standard input, since a command line has no room for the names of many thousand shards.
seq --format 'shard-%.0f.jsonl' "$shards" | xargs cat -- | twin-neurons merge --seeds "$seeds" --out results.jsonl -
