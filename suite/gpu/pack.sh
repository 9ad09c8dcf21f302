#!/usr/bin/env bash
# Packs noisemark for an NVIDIA GPU machine that has neither Java nor a package registry, but Python with
# PyTorch for CUDA 13 (whose packages bring CUDA's libraries) and a driver, 580 or newer.
#
# usage: suite/gpu/pack.sh [--capability 90] [--with-cpu] [OUT]
#
#   --capability 90   keeps the device code of compute capability 9.0 (Hopper) only; 80,90 keeps two
#   --with-cpu        adds libtorch for the CPU (90 MB), to check what is packed where there is no GPU
#   OUT               folder for the parts, .gpu; to be unpacked with: cat OUT/part-* | tar xz
#
# The parts are of at most 48 MiB. What is unpacked, bundle/run.sh runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
capability=90
cpu=
out=.gpu
while [ $# -gt 0 ]; do
  case $1 in
    --capability) capability=$2; shift ;;
    --with-cpu) cpu=yes ;;
    -*) sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
    *) out=$1 ;;
  esac
  shift
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bundle=$work/bundle
mkdir -p "$bundle"/{jars,lib,tests,peers} "$work/natives"
maven() { ./mvnw -q -B -DskipTests -Dspotless.check.skip=true "$@"; }
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" pom.xml | head -n 1; }

# What a default build holds of libtorch, before the build for CUDA replaces it.
if [ -n "$cpu" ]; then
  mkdir "$bundle/cpu"
  maven -pl baselines/libtorch -am package
  cp baselines/libtorch/target/noisemark-baselines-libtorch-*.jar "$bundle/cpu/"
fi

maven -Pcuda13 -pl suite -am package
read -r build _ <suite/target/launcher/current
cp "suite/target/launcher/$build"/*.jar "$bundle/jars/"
{
  cat "suite/target/launcher/$build/THIRD-PARTY.txt"
  printf '\nBeside them, of which nd4j, deeplearning4j and fastutil are left out here:\n\n'
  printf '     (%s) %s\n' 'GPL-2.0 with Classpath exception' 'the Java runtime in jre, whose texts are in jre/legal' \
    'EPL-2.0' 'the JUnit console in tests'
} >"$bundle/THIRD-PARTY.txt"
cp LICENSE "$bundle/"
IFS=: read -r -a libraries <<<"$(cat "suite/target/launcher/$build/libraries")"
gpu=
for library in "${libraries[@]}"; do
  case $library in
    */org/nd4j/* | */org/deeplearning4j/* | */fastutil-*) ;; # has no code for these GPUs
    */pytorch-*-gpu.jar) gpu=$library ;;      # unpacked below
    *) cp "$library" "$bundle/jars/" ;;
  esac
done
rm -f "$bundle"/jars/noisemark-baselines-dl4j-*.jar
[ -n "$gpu" ] || { echo "pack: the build with -Pcuda13 has no libtorch for a GPU" >&2; exit 1; }
[ -z "$cpu" ] || cp "${gpu%-gpu.jar}.jar" "$bundle/cpu/"

# Libtorch, with the device code of all other architectures zeroed, so that it travels small.
unzip -oqj "$gpu" 'org/bytedeco/pytorch/linux-x86_64-gpu/*' -d "$work/natives"
for name in libc10.so libc10_cuda.so libtorch.so libtorch_cpu.so libtorch_cuda_linalg.so libjnitorch.so \
  libjnitorch_cuda.so libgomp.so.1; do
  cp "$work/natives/$name" "$bundle/lib/"
done
python3 suite/gpu/slim_fatbin.py "$work/natives/libtorch_cuda.so" "$bundle/lib/libtorch_cuda.so" "$capability"

# The contract that every engine is held to, and what runs it.
(cd baselines/core/target/test-classes && jar cf "$bundle/tests/core.jar" .)
(cd baselines/libtorch/target/test-classes && jar cf "$bundle/tests/libtorch.jar" .)
maven org.apache.maven.plugins:maven-dependency-plugin:copy -pl . -DoutputDirectory="$bundle/tests" \
  -Dartifact=org.junit.platform:junit-platform-console-standalone:"$(property junit.version)"

cp suite/peers/*.py suite/peers/*.cpp suite/peers/*.h "$bundle/peers/"
cp suite/gpu/noisemark suite/gpu/run.sh "$bundle/"
jlink --add-modules java.se,jdk.unsupported,jdk.management,jdk.zipfs --strip-debug --no-man-pages \
  --no-header-files --compress=2 --output "$bundle/jre"
mkdir -p "$out"
rm -f "$out"/part-*
tar -C "$work" -cf - bundle | gzip -9 | split -b 48m -d - "$out/part-"
ls -l "$out"
