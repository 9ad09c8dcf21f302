#!/usr/bin/env bash
# Does to running programs and to their folders what happens on real machines, and checks that nothing is lost and
# nothing torn, that no stack trace is shown, and that what went wrong is one line:
# kills (-9) at random, a full disk, a limit on files, a folder that becomes read-only, records cut short, a clock
# set back, two runs in one folder.
#
#   suite/campaign/processes.sh [--kills N] [--seed N] NOISEMARK
#
#   --kills 200     how many programs are killed; 3 if not set. From 100 on the whole campaign, which takes 20
#                   minutes on two busy cores; else the form for CI, a minute
#   --seed 1        of the times of the kills
#   NOISEMARK       the launcher of a release, or suite/bin/noisemark
#
# Needs faketime; where it may mount small file systems, as root, it fills a disk and makes one read-only.
set -euo pipefail
kills=3
RANDOM=1
while [ $# -gt 1 ]; do
  case $1 in
    --kills) kills=$2; shift 2 ;;
    --seed) RANDOM=$2; shift 2 ;;
    *) break ;;
  esac
done
[ $# -eq 1 ] || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
noisemark=$(realpath "$1")
whole=
[ "$kills" -lt 100 ] || whole=yes
work=$(mktemp -d)
disk=$work/disk
finish() {
  mountpoint -q "$disk" && umount "$disk"
  rm -rf "$work"
}
trap finish EXIT
cd "$work"

fail() {
  echo "campaign: $1" >&2
  shift
  for file; do
    echo "== $file" >&2
    head -c 2000 "$file" >&2
  done
  exit 1
}

suite() { # NAME SEEDS
  cat >"$1.yaml" <<END
name: $1
version: 1.0.0
summary: cells of a tenth of a second each
datasets: [fashion-mnist-mini]
noises:
  - kind: clean
  - kind: symmetric-exclusive@1
    rate: 0.4
networks: [mlp]
optimizers:
  - name: sgd
  - name: sam
  - name: fsam
training:
  epochs: 2
  batch_size: 64
  learning_rate: 0.05
  examples: 640
evaluation:
  every_epochs: 1
seeds: $2
END
}
suite campaign 5 # 30 cells

# What records say that does not depend on time and machine.
results() { # DIR
  (cd "$1/cells" && for record in r*.json; do
    echo "$record"
    grep -E '"(best|last|selected|train_loss|test_accuracy|validation_accuracy|[a-z_]*sha256|gradient_evaluations)"' "$record"
  done)
}

# No trace, and nothing of Java's.
clean() { # FILE
  ! grep -qE '^\s+at |Exception|Error:|internal error' "$1" || fail "a stack trace or the name of an exception" "$1"
}

refused() { # EXIT-CODE TEXT command...
  local expected=$1 text=$2 code=0
  shift 2
  "$@" >out 2>err </dev/null || code=$?
  [ "$code" -eq "$expected" ] || fail "exit code $code, expected $expected: $*" err
  clean err
  [ "$(wc -l <err)" -eq 1 ] || fail "expected one line: $*" err
  grep -qiE "$text" err || fail "expected a line with '$text': $*" err
}

# Every record is whole, and those of an earlier time are there, byte for byte.
intact() { # DIR
  local record
  for record in "$1"/cells/r*.json; do
    [ -e "$record" ] || return 0
    [ "$(tail -c 2 "$record")" = "}" ] || fail "torn: $record" "$record"
  done
  if [ -s seen ]; then
    sha256sum --quiet -c seen >lost 2>&1 || fail "a record was lost or changed" lost
  fi
  sha256sum "$1"/cells/r*.json >seen
}

same() { # DIR
  results "$1" >"$1.results"
  cmp -s undisturbed.results "$1.results" || fail "other results than undisturbed in $1"
}

complete() { # DIR
  "$noisemark" run campaign.yaml --out "$1" --quiet >out 2>err </dev/null || fail "does not end well in $1" err
  [ -z "$whole" ] || "$noisemark" verify "$1" --suite campaign.yaml >out 2>err </dev/null || fail "verify finds in $1" out
  same "$1"
}

"$noisemark" run campaign.yaml --out undisturbed --quiet >out 2>err </dev/null || fail "undisturbed" err
results undisturbed >undisturbed.results
[ "$(grep -c '^r' undisturbed.results)" -eq 30 ] || fail "30 cells were expected"

# Kills: at a random time from the start of the program to the writing of its reports.
folder=0
: >seen
kept=()
for ((kill = 1; kill <= kills; kill++)); do
  "$noisemark" run campaign.yaml --out "killed-$folder" --quiet --workers 2 >out 2>err </dev/null &
  victim=$!
  if [ -n "$whole" ]; then sleep "$((RANDOM % 6)).$((RANDOM % 10))"; else sleep "$((1 + RANDOM % 3)).$((RANDOM % 10))"; fi
  kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  clean err
  intact "killed-$folder"
  kept+=("$(wc -l <seen)")
  if [ "$(wc -l <seen)" -eq 30 ] && [ $((RANDOM % 3)) -eq 0 ]; then
    complete "killed-$folder"
    folder=$((folder + 1))
    : >seen
  fi
done
complete "killed-$folder"
echo "campaign: $kills kills in $((folder + 1)) folders, records at each: ${kept[*]}; none lost, results as undisturbed"

# Two runs in one folder: each cell is trained once.
"$noisemark" run campaign.yaml --out both >out.1 2>err.1 </dev/null &
first=$!
"$noisemark" run campaign.yaml --out both >out.2 2>err.2 </dev/null &
second=$!
wait "$first" || fail "the first of two runs" err.1
wait "$second" || fail "the second of two runs" err.2
trained=0
for out in out.1 out.2; do
  trained=$((trained + $(sed -n 's/^\([0-9]*\) cells trained.*/\1/p' $out)))
done
[ "$trained" -eq 30 ] || fail "two runs trained $trained cells of 30"
same both
# One of them killed: the other trains the rest.
if [ -n "$whole" ]; then
  "$noisemark" run campaign.yaml --out half --quiet >out.1 2>err.1 </dev/null &
  first=$!
  "$noisemark" run campaign.yaml --out half --quiet >out.2 2>err.2 </dev/null &
  second=$!
  sleep 3
  kill -9 "$first" 2>/dev/null || true
  wait "$first" 2>/dev/null || true
  wait "$second" || fail "the one that was left of two" err.2
  complete half
fi
echo "campaign: two runs in one folder trained each cell once${whole:+; where one was killed, the other trained the rest}"

# A limit on the size of files, which stops a write in the middle. Records are smaller, reports are not.
(ulimit -f 16 && refused 2 'file too large' env NOISEMARK_ARCHIVE=no "$noisemark" run campaign.yaml --out limited --quiet)
: >seen
intact limited
[ -z "$whole" ] || complete limited
echo "campaign: a file that cannot be written whole is one line"

# A record cut short; bits are flipped in tests, in one process.
cp -r undisturbed cut
record=$(find cut/cells -name 'r*.json' | sort | head -n 1)
size=$(stat -c %s "$record")
for tenth in ${whole:+0 9} 3; do
  head -c $((size * tenth / 10)) "undisturbed/cells/$(basename "$record")" >"$record"
  refused 2 "$(basename "$record")" "$noisemark" report cut
  complete cut
done
echo "campaign: a record cut short is named, and trained again by the next run"

# A disk that is full, and one that becomes read-only, in the middle of a run.
mkdir -p "$disk"
if mount -t tmpfs -o size=200k tmpfs "$disk" 2>/dev/null; then
  refused 2 'no space left' "$noisemark" run campaign.yaml --out "$disk/full" --quiet
  : >seen
  intact "$disk/full"
  mount -o remount,size=50m "$disk"
  complete "$disk/full"
  if [ -n "$whole" ]; then
    mount -o remount,size=200m "$disk"
    for engine in dl4j libtorch; do
      refused 2 'too little space|no space left' \
        env NOISEMARK_CACHE="$disk/cache" "$noisemark" run campaign.yaml --out nowhere --engine $engine --quiet
    done
    mount -o remount,size=1g "$disk"
    NOISEMARK_CACHE=$disk/cache "$noisemark" run campaign.yaml --out cache --quiet >out 2>err </dev/null || fail "unpacked again" err
    rm -rf "${disk:?}"/*
    "$noisemark" run campaign.yaml --out "$disk/ro" --quiet >out 2>err </dev/null &
    victim=$!
    for _ in $(seq 300); do
      [ -z "$(find "$disk/ro/cells" -name 'r*.json' 2>/dev/null | head -n 3 | tail -n 1)" ] || break
      sleep 0.1
    done
    code=0
    until mount -o remount,ro "$disk" 2>/dev/null; do sleep 0.01; done # not while a file is open for writing
    wait "$victim" || code=$?
    [ "$code" -eq 2 ] || fail "exit code $code on a disk that became read-only" err
    clean err
    [ "$(wc -l <err)" -eq 1 ] && grep -qi 'read-only' err || fail "expected one line of a read-only disk" err
    : >seen
    intact "$disk/ro"
    refused 2 'read-only|no permission' "$noisemark" run campaign.yaml --out "$disk/ro" --quiet
    mount -o remount,rw "$disk"
    complete "$disk/ro"
  fi
  umount "$disk"
  echo "campaign: a disk that is full${whole:+ or becomes read-only} is one line; with room, the run goes on"
else
  echo "campaign: a small file system cannot be mounted here: no disk is filled, and none made read-only" >&2
fi

# A clock set back by a year in the middle of a run, and to 1970.
command -v faketime >/dev/null || fail "no faketime; install it"
echo '+0' >clock.rc
library=$(faketime -f '+0d' sh -c 'echo "$LD_PRELOAD"')
env LD_PRELOAD="$library" FAKETIME_TIMESTAMP_FILE="$work/clock.rc" FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1 \
  NOISEMARK_ARCHIVE=no "$noisemark" run campaign.yaml --out clock --quiet >out 2>err </dev/null &
victim=$!
sleep 3
echo '-1y' >clock.rc
wait "$victim" || fail "with the clock set back in the middle" err
clean err
same clock
if [ -n "$whole" ]; then
  complete clock
  faketime -f '@1970-01-02 00:00:00' env NOISEMARK_ARCHIVE=no "$noisemark" run campaign.yaml --out epoch --quiet >out 2>err </dev/null \
    || fail "in 1970" err
  complete epoch
fi
echo "campaign: a clock set back changes no result"
