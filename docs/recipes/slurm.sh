#!/usr/bin/env bash
#
# A sweep as a Slurm array, a shard a task. The array counts from 1 to the number of shards; --array=17,203 computes two of them again.
# Usage: sbatch --array=1-400 slurm.sh experiment.json 0:99999 400 [steps]
#
#SBATCH --job-name=twin-neurons
#SBATCH --cpus-per-task=4
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=shard-%a.log

set -euo pipefail

# exec: the signals of Slurm reach the command itself, which then ends with whole lines.
exec twin-neurons sweep "$1" --seeds "$2" --steps "${4:-2000}" --workers "${SLURM_CPUS_PER_TASK:-1}" \
  --shard "$SLURM_ARRAY_TASK_ID/$3" --out "shard-$SLURM_ARRAY_TASK_ID.jsonl"
