#!/usr/bin/env bash
# Checks and measures noisemark on a GPU machine, from what pack.sh packed. Each part takes minutes and can
# be run by itself; what is measured goes to OUT, for reports/published/gpu/.
#
# usage: run.sh [--out OUT] [--data FOLDER] PART…
#
#   contract   the engine contract on the GPU and on the CPU, against the float64 reference engine
#   doctor     which GPU, which engines it suits
#   peers      steps of resnet18 at 3x32x32 beside Python's PyTorch, in turns; PRECISIONS="tf32" for one only
#   small      the same of resnet20, cnn and mlp at 1x28x28, float32; NETWORKS="cnn" for one only
#   board      the presets quick and standard, with energy
#   full       the preset full, ResNet-18 for 200 epochs, with the four files of Fashion-MNIST in FOLDER: hours, and
#              only if named; cells that have a record in OUT are kept
#   side       cells side by side on one GPU: 1, 2, 4, 8 workers
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$PWD/gpu
data=
while [ $# -gt 0 ]; do
  case $1 in
    --out) out=$2; shift 2 ;;
    --data) data=$2; shift 2 ;;
    -*) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || set -- contract doctor peers small board side
mkdir -p "$out"
noisemark=$here/noisemark
python=${PYTHON:-python3}
failed=

contract() {
  local classes=(-c org.noisemark.engine.libtorch.LibtorchEngineTest)
  local kind
  for kind in Cuda CudaGraphs CudaTf32 CudaBfloat16; do
    [ -n "${NOISEMARK_CPU:-}" ] || classes+=(-c "org.noisemark.engine.libtorch.${kind}Contract")
  done
  "$noisemark" --main org.junit.platform.console.ConsoleLauncher execute --disable-banner \
    --details=summary "${classes[@]}" | tee "$out/contract.txt"
}

doctor() {
  "$noisemark" doctor | tee "$out/doctor.txt"
}

compare() {
  "$python" "$here/peers/compare.py" --noisemark "$noisemark" --device cuda --python "$python" \
    --engines libtorch,libtorch-graphs "$@"
}

modes=eager,channels-last,compiled+channels-last,graphs+channels-last

peers() {
  local precision
  for precision in ${PRECISIONS:-float32 tf32 bfloat16}; do
    compare --shape 3x32x32 --networks resnet18 --precisions "$precision" --modes "$modes" \
      --rounds 5 --seconds 0.5 --out "$out/peers-resnet18-$precision" || return
  done
}

small() {
  compare --shape 1x28x28 --networks "${NETWORKS:-resnet20,cnn,mlp}" --modes "$modes" \
    --rounds 5 --seconds 0.3 --out "$out/peers-small"
}

board() {
  "$noisemark" run quick --engine libtorch --device cuda --out "$out/quick" || return
  "$noisemark" run standard --engine libtorch --device cuda --out "$out/standard"
}

full() {
  [ -n "$data" ] || { echo "full needs --data FOLDER with the four files of Fashion-MNIST" >&2; return 2; }
  NOISEMARK_DATA=$data "$noisemark" run full --out "$out/full"
}

side() {
  local workers start
  echo workers,cells_total,wall_time_seconds >"$out/side-by-side.csv"
  for workers in 1 2 4 8; do
    rm -rf "$out/side"
    start=$(date +%s.%N)
    "$noisemark" run quick --seeds 1 --engine libtorch --device cuda --workers "$workers" --quiet \
      --out "$out/side" >/dev/null || return
    "$python" -c 'import os, sys, time; print(sys.argv[1], len(os.listdir(sys.argv[2])), time.time() - float(sys.argv[3]), sep=",")' \
      "$workers" "$out/side/cells" "$start" | tee -a "$out/side-by-side.csv"
  done
  rm -rf "$out/side"
}

for part in "$@"; do
  case $part in
    contract | doctor | peers | small | board | full | side)
      echo "== $part"
      "$part" || { echo "run: $part failed" >&2; failed=yes; } ;;
    *) echo "run: unknown part '$part', expected contract, doctor, peers, small, board, full or side" >&2; exit 2 ;;
  esac
done
[ -z "$failed" ]
