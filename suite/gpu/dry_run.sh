#!/usr/bin/env bash
# Runs noisemark's CUDA path without a GPU, from what pack.sh packed, unpacked: libtorch for CUDA on a
# runtime whose kernels do nothing (fake_gpu.cpp). It shows whether every call is bound, whether graphs are
# captured and launched, and how often the host waits; accuracies and times mean nothing. Networks that need
# cuDNN end in an error, so take mlp. Needs g++ and nm.
#
# usage: suite/gpu/dry_run.sh BUNDLE VERB …
#        suite/gpu/dry_run.sh bundle run quick --seeds 1 --engine libtorch-graphs --device cuda --out dry
set -euo pipefail
[ $# -ge 2 ] || { sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
bundle=$(cd "$1" && pwd)
shift
fake=$(mktemp -d)
trap 'rm -rf "$fake"' EXIT

# All that libtorch asks of CUDA's libraries and fake_gpu.cpp has not: a function that returns 0.
library() { g++ -O1 -w -fPIC -shared -Wl,-soname,"$1" -o "$fake/$1" "${@:2}"; }
g++ -O1 -w -fPIC -c -o "$fake/gpu.o" "$here/fake_gpu.cpp"
nm --defined-only "$fake/gpu.o" | awk '{ print $3 }' | sort >"$fake/answered"
{
  nm -D --undefined-only "$bundle"/lib/*.so
  printf ' U %s\n' cuCtxSetCurrent cuDevicePrimaryCtxRetain cuFuncGetAttribute cuFuncSetAttribute cuGetErrorString \
    cuGetProcAddress cuInit cuLaunchCooperativeKernel cuLaunchKernel cuLaunchKernelEx cuLinkAddData cuLinkComplete \
    cuLinkCreate cuModuleGetFunction cuModuleLoad cuModuleLoadData cuModuleUnload \
    cuOccupancyMaxActiveBlocksPerMultiprocessor cuOccupancyMaxActiveClusters cuPointerGetAttribute \
    cuTensorMapEncodeTiled cuTensorMapReplaceAddress
} | awk '$1 == "U" { sub(/@.*/, "", $2); print $2 }' |
  grep -E '^(_*cuda|cu[A-Z]|cublas|cudnn|cufft|curand|cusparse|cusolver|cuFile|cupti|nccl|nvrtc|nvJit)' |
  sort -u | comm -23 - "$fake/answered" | awk '{ print "long " $1 "(void) { return 0; }" }' >"$fake/rest.c"
gcc -w -fPIC -c -o "$fake/rest.o" "$fake/rest.c"
library libcudart.so.13 "$fake/gpu.o" "$fake/rest.o"
library libcuda.so.1 "$fake/gpu.o" "$fake/rest.o"
: >"$fake/none.c"
for name in libcublas.so.13 libcublasLt.so.13 libcudnn.so.9 libcudnn_adv.so.9 libcudnn_cnn.so.9 libcudnn_graph.so.9 \
  libcudnn_ops.so.9 libcudnn_engines_precompiled.so.9 libcudnn_engines_runtime_compiled.so.9 libcudnn_heuristic.so.9 \
  libcufft.so.12 libcufile.so.0 libcupti.so.13 libcurand.so.10 libcusolver.so.12 libcusolverMg.so.12 \
  libcusparse.so.12 libnccl.so.2 libnvJitLink.so.13 libnvrtc.so.13; do
  library "$name" "$fake/none.c"
done

# A driver's tool that knows one H100, whatever it is asked.
cat >"$fake/nvidia-smi" <<'SMI'
#!/bin/sh
line=
for field in $(printf %s "${1#--query-gpu=}" | tr , ' '); do
  case $field in
    name) value='no GPU' ;;
    compute_cap) value=9.0 ;;
    driver_version) value=580.65.06 ;;
    memory.total) value=81559 ;;
    *) value=0 ;;
  esac
  line="$line${line:+, }$value"
done
echo "$line"
SMI
chmod +x "$fake/nvidia-smi"
PATH=$fake:$PATH LD_LIBRARY_PATH=$fake LD_PRELOAD=$fake/libcudart.so.13 \
  "$bundle/noisemark" "$@" --cuda-libs "$fake" 2> >(grep -v 'no version information available' >&2)
