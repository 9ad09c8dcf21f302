// A CUDA runtime without a GPU, for dry_run.sh: memory is the host's, kernels do nothing, captures and
// waits are counted. It says nothing about numbers or speed. Where libtorch asks for what is not here,
// dry_run.sh adds a function that returns 0, success.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <set>

namespace {
using Code = int;
using Handle = void*;
constexpr Code kSuccess = 0, kCaptureInvalidated = 901;

struct Size3 { unsigned x, y, z; };
struct Launch { Size3 grid, block; size_t sharedMemory; Handle stream; };
thread_local Launch pushed;

std::atomic<long> launches, copies, streamWaits, deviceWaits, eventWaits, graphs, faults;
std::mutex mutex;
std::set<Handle> capturing;
thread_local Handle ownCapture;
thread_local long nodes;

bool captures(Handle stream) {
  std::lock_guard<std::mutex> lock(mutex);
  return capturing.count(stream) > 0;
}

// What a capture of this thread forbids it, or would leave out of the graph.
void fault(const char* what) {
  if (ownCapture) {
    faults++;
    fprintf(stderr, "fake GPU: %s within a capture\n", what);
  }
}

// Whether the work goes into a graph instead of being done.
bool recorded(Handle stream, const char* what) {
  if (captures(stream)) {
    nodes++;
    return true;
  }
  fault(what);
  return false;
}

Code launch(Handle stream) {
  launches++;
  recorded(stream, "a launch on another stream");
  return kSuccess;
}

Code allocate(void** memory, size_t bytes) {
  *memory = aligned_alloc(512, (bytes + 511) / 512 * 512);
  memset(*memory, 0, bytes);
  return kSuccess;
}

Code handle(Handle* made) { return allocate(made, 1); }

template <typename T>
void put(void* at, size_t offset, T value) { memcpy(static_cast<char*>(at) + offset, &value, sizeof value); }

long nothing() { return 0; }

struct Account {
  ~Account() {
    if (launches) {
      fprintf(stderr,
              "fake GPU: %ld launches, %ld graphs launched, %ld copies, %ld waits for a stream, %ld for the "
              "device, %ld for an event, %ld faults\n",
              launches.load(), graphs.load(), copies.load(), streamWaits.load(), deviceWaits.load(),
              eventWaits.load(), faults.load());
    }
  }
} account;
}  // namespace

extern "C" {
// One H100: attributes and properties by their numbers and offsets in CUDA 13's headers.
Code cudaGetDeviceCount(int* count) { *count = 1; return kSuccess; }
Code cudaGetDevice(int* device) { *device = 0; return kSuccess; }
Code cudaDriverGetVersion(int* version) { *version = 13000; return kSuccess; }
Code cudaRuntimeGetVersion(int* version) { *version = 13000; return kSuccess; }
Code cudaDeviceCanAccessPeer(int* can, int, int) { *can = 0; return kSuccess; }
Code cudaDeviceGetDefaultMemPool(Handle* pool, int) { return handle(pool); }
Code cudaDeviceGetStreamPriorityRange(int* least, int* most) { *least = 0; *most = -5; return kSuccess; }
Code cudaDeviceGetPCIBusId(char* id, int length, int) { snprintf(id, length, "0000:00:00.0"); return kSuccess; }
Code cudaMemGetInfo(size_t* free, size_t* total) { *free = *total = size_t{80} << 30; return kSuccess; }

Code cudaDeviceGetAttribute(int* value, int attribute, int) {
  switch (attribute) {
    case 1: *value = 1024; break;   // threads a block
    case 10: *value = 32; break;    // threads a warp
    case 16: *value = 132; break;   // multiprocessors
    case 75: *value = 9; break;     // compute capability
    case 76: *value = 0; break;
    default: *value = 1 << 16;
  }
  return kSuccess;
}

Code cudaGetDeviceProperties(void* properties, int) {
  memset(properties, 0, 1008);
  strcpy(static_cast<char*>(properties), "no GPU");
  put(properties, 288, size_t{80} << 30);  // totalGlobalMem
  put(properties, 296, size_t{49152});     // sharedMemPerBlock
  put(properties, 304, 65536);             // regsPerBlock
  put(properties, 308, 32);                // warpSize
  put(properties, 320, 1024);              // maxThreadsPerBlock
  put(properties, 324, Size3{1024, 1024, 64});
  put(properties, 336, Size3{2147483647, 65535, 65535});
  put(properties, 360, 9);                 // major
  put(properties, 384, 132);               // multiProcessorCount
  put(properties, 596, 50 << 20);          // l2CacheSize
  put(properties, 604, 2048);              // maxThreadsPerMultiProcessor
  put(properties, 624, size_t{233472});    // sharedMemPerMultiprocessor
  put(properties, 632, 65536);             // regsPerMultiprocessor
  put(properties, 672, size_t{232448});    // sharedMemPerBlockOptin
  return kSuccess;
}

const char* cudaGetErrorName(Code) { return "fake"; }
const char* cudaGetErrorString(Code code) { return code == kSuccess ? "no error" : "refused by the fake GPU"; }

// Memory.
Code cudaMalloc(void** memory, size_t bytes) { return allocate(memory, bytes); }
Code cudaFree(void* memory) { free(memory); return kSuccess; }
Code cudaHostAlloc(void** memory, size_t bytes, unsigned) { fault("page-locked memory"); return allocate(memory, bytes); }
Code cudaFreeHost(void* memory) { free(memory); return kSuccess; }
Code cudaGetSymbolAddress(void** address, const void*) { return allocate(address, 4096); }

Code cudaPointerGetAttributes(int* attributes, const void*) {
  memset(attributes, 0, 24);
  attributes[0] = 2;  // memory of the device
  return kSuccess;
}

Code cudaMemcpy(void* to, const void* from, size_t bytes, int) {
  fault("a copy that waits");
  copies++;
  memcpy(to, from, bytes);
  return kSuccess;
}

Code cudaMemcpyAsync(void* to, const void* from, size_t bytes, int, Handle stream) {
  copies++;
  if (!recorded(stream, "a copy on another stream")) memcpy(to, from, bytes);
  return kSuccess;
}

Code cudaMemset(void* memory, int value, size_t bytes) { memset(memory, value, bytes); return kSuccess; }

Code cudaMemsetAsync(void* memory, int value, size_t bytes, Handle stream) {
  if (!recorded(stream, "a fill on another stream")) memset(memory, value, bytes);
  return kSuccess;
}

// Kernels.
void** __cudaRegisterFatBinary(void*) { static void* binary[4]; return binary; }
Code __cudaGetKernel(Handle* kernel, const void* function) { *kernel = const_cast<void*>(function); return kSuccess; }
Code __cudaLaunchKernel(Handle, Size3, Size3, void**, size_t, Handle stream) { return launch(stream); }
Code cudaLaunchKernel(const void*, Size3, Size3, void**, size_t, Handle stream) { return launch(stream); }
Code cudaLaunchKernelExC(const Launch* configuration, const void*, void**) { return launch(configuration->stream); }
Code __cudaPushCallConfiguration(Size3 grid, Size3 block, size_t sharedMemory, Handle stream) {
  pushed = {grid, block, sharedMemory, stream};
  return kSuccess;
}
Code __cudaPopCallConfiguration(Size3* grid, Size3* block, size_t* sharedMemory, Handle* stream) {
  *grid = pushed.grid, *block = pushed.block, *sharedMemory = pushed.sharedMemory, *stream = pushed.stream;
  return kSuccess;
}
Code cudaFuncGetAttributes(int* attributes, const void*) {
  memset(attributes, 0, 96);
  attributes[6] = 1024;  // maxThreadsPerBlock
  return kSuccess;
}
Code cudaOccupancyMaxActiveBlocksPerMultiprocessorWithFlags(int* blocks, const void*, int, size_t, unsigned) {
  *blocks = 2;
  return kSuccess;
}
Code cudaGetDriverEntryPointByVersion(const char*, void** function, unsigned, unsigned long long, int* found) {
  *function = reinterpret_cast<void*>(nothing);
  if (found) *found = 0;
  return kSuccess;
}

// Streams, events and graphs.
Code cudaStreamCreateWithPriority(Handle* stream, unsigned, int) { return handle(stream); }
Code cudaStreamSynchronize(Handle) { fault("a wait for a stream"); streamWaits++; return kSuccess; }
Code cudaDeviceSynchronize() { fault("a wait for the device"); deviceWaits++; return kSuccess; }
Code cudaEventCreate(Handle* event) { return handle(event); }
Code cudaEventCreateWithFlags(Handle* event, unsigned) { return handle(event); }
Code cudaEventSynchronize(Handle) { fault("a wait for an event"); eventWaits++; return kSuccess; }
Code cudaEventElapsedTime(float* milliseconds, Handle, Handle) { *milliseconds = 1; return kSuccess; }

Code cudaStreamIsCapturing(Handle stream, int* status) { *status = captures(stream); return kSuccess; }
Code cudaStreamGetCaptureInfo(Handle stream, int* status) { *status = captures(stream); return kSuccess; }

Code cudaStreamBeginCapture(Handle stream, int) {
  std::lock_guard<std::mutex> lock(mutex);
  capturing.insert(stream);
  ownCapture = stream;
  nodes = 0;
  return kSuccess;
}

Code cudaStreamEndCapture(Handle stream, Handle* graph) {
  std::lock_guard<std::mutex> lock(mutex);
  if (ownCapture != stream) return kCaptureInvalidated;
  capturing.erase(stream);
  ownCapture = nullptr;
  return handle(graph);
}

Code cudaGraphInstantiate(Handle* executable, Handle graph, unsigned long long) {
  return graph ? handle(executable) : kCaptureInvalidated;
}
Code cudaGraphLaunch(Handle executable, Handle) { graphs++; return executable ? kSuccess : kCaptureInvalidated; }
Code cudaGraphDestroy(Handle graph) { free(graph); return kSuccess; }
Code cudaGraphExecDestroy(Handle executable) { free(executable); return kSuccess; }

// The driver and the libraries, as far as an answer matters.
Code cuDevicePrimaryCtxGetState(int, unsigned*, int* active) { *active = 1; return kSuccess; }
Code cuCtxGetCurrent(Handle* context) { return handle(context); }
Code cublasCreate_v2(Handle* made) { return handle(made); }
Code cublasLtCreate(Handle* made) { return handle(made); }
Code cublasLtMatmulAlgoGetHeuristic(Handle, Handle, Handle, Handle, Handle, Handle, Handle, int, void* algorithms, int* found) {
  memset(algorithms, 0, 96);
  *found = 1;
  return kSuccess;
}
Code cublasLtMatmul(Handle, Handle, const void*, const void*, Handle, const void*, Handle, const void*, const void*,
                    Handle, void*, Handle, const void*, void*, size_t, Handle stream) {
  return launch(stream);
}
}
