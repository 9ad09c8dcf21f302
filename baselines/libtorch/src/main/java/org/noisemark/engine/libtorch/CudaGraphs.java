package org.noisemark.engine.libtorch;

import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.cuda.cudart.CUgraphExec_st;
import org.bytedeco.cuda.cudart.CUgraph_st;
import org.bytedeco.cuda.cudart.CUstream_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.cuda.CUDAAllocator;
import org.bytedeco.pytorch.cuda.DeviceAssertionsDataVectorCUDAKernelLaunchInfoVectorPair;
import org.bytedeco.pytorch.cuda.StreamFilter;
import org.bytedeco.pytorch.global.torch_cuda;

/**
 * CUDA graphs of what one model launches, as at::cuda::CUDAGraph captures them, which JavaCPP's
 * presets leave out: while the stream captures, what libtorch allocates on it comes from a pool of
 * memory that nothing else uses, so that the memory of a graph stays its own.
 */
final class CudaGraphs implements Capture {
  /** Above the numbers of libtorch's own pools. */
  private static final AtomicLong POOLS = new AtomicLong(1L << 32);

  private final long pool = POOLS.getAndIncrement();

  @Override
  public Runnable record(Runnable launches, Ownership owner) {
    var stream = torch_cuda.getCurrentCUDAStream();
    byte device = stream.device_index();
    CUgraph_st graph = captured(launches, stream.stream(), device);
    owner.atClose(() -> torch_cuda.getAllocator().releasePool(device, id()));
    var executable = owner.keep(new CUgraphExec_st());
    check("instantiate", cudart.cudaGraphInstantiate(executable, graph, 0));
    check("destroy", cudart.cudaGraphDestroy(graph));
    owner.atClose(() -> cudart.cudaGraphExecDestroy(executable));
    return () ->
        check(
            "launch",
            cudart.cudaGraphLaunch(executable, torch_cuda.getCurrentCUDAStream().stream()));
  }

  private CUgraph_st captured(Runnable launches, CUstream_st stream, byte device) {
    CUDAAllocator allocator = torch_cuda.getAllocator();
    var filter = new OfStream(stream.address());
    var graph = new CUgraph_st();
    allocator.beginAllocateToPool(device, id(), filter);
    try {
      // Other threads, which train other cells, may do what a capture forbids.
      check(
          "begin", cudart.cudaStreamBeginCapture(stream, cudart.cudaStreamCaptureModeThreadLocal));
      int ended;
      try {
        launches.run();
      } finally {
        ended = cudart.cudaStreamEndCapture(stream, graph);
      }
      check("end", ended);
    } finally {
      allocator.endAllocateToPool(device, id());
      filter.close();
    }
    return graph;
  }

  /** A c10::MempoolId_t, a pair of integers, in the class that the presets declare for it. */
  private DeviceAssertionsDataVectorCUDAKernelLaunchInfoVectorPair id() {
    return new DeviceAssertionsDataVectorCUDAKernelLaunchInfoVectorPair(new LongPointer(pool, 0));
  }

  private static void check(String step, int code) {
    if (code != cudart.cudaSuccess) {
      throw new IllegalStateException(
          "CUDA graph, " + step + ": " + cudart.cudaGetErrorString(code).getString());
    }
  }

  /** Whether memory is asked for on that stream. */
  private static final class OfStream extends StreamFilter {
    private final long stream;

    private OfStream(long stream) {
      this.stream = stream;
    }

    @Override
    public boolean call(Pointer other) {
      return (other == null ? 0 : other.address()) == stream;
    }
  }
}
