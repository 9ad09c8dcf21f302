package org.noisemark.gpu;

import java.util.List;

/**
 * A shared library of CUDA.
 *
 * @param file its name, version included: what the loader of Linux looks for
 * @param pythonPackage that brings it
 */
public record CudaLibrary(String file, String pythonPackage) {
  /** What libtorch for CUDA 13 needs, each after those that it needs itself. */
  static final List<CudaLibrary> CUDA_13 =
      List.of(
          new CudaLibrary("libcudart.so.13", "nvidia-cuda-runtime"),
          new CudaLibrary("libnvrtc.so.13", "nvidia-cuda-nvrtc"),
          new CudaLibrary("libnvJitLink.so.13", "nvidia-nvjitlink"),
          new CudaLibrary("libcublasLt.so.13", "nvidia-cublas"),
          new CudaLibrary("libcublas.so.13", "nvidia-cublas"),
          new CudaLibrary("libcufft.so.12", "nvidia-cufft"),
          new CudaLibrary("libcurand.so.10", "nvidia-curand"),
          new CudaLibrary("libcusparse.so.12", "nvidia-cusparse"),
          new CudaLibrary("libcusolver.so.12", "nvidia-cusolver"),
          new CudaLibrary("libcusolverMg.so.12", "nvidia-cusolver"),
          new CudaLibrary("libcupti.so.13", "nvidia-cuda-cupti"),
          new CudaLibrary("libcufile.so.0", "nvidia-cufile"),
          new CudaLibrary("libcudnn_graph.so.9", "nvidia-cudnn-cu13"),
          new CudaLibrary("libcudnn_ops.so.9", "nvidia-cudnn-cu13"),
          new CudaLibrary("libcudnn_cnn.so.9", "nvidia-cudnn-cu13"),
          new CudaLibrary("libcudnn_adv.so.9", "nvidia-cudnn-cu13"),
          new CudaLibrary("libcudnn.so.9", "nvidia-cudnn-cu13"),
          new CudaLibrary("libnccl.so.2", "nvidia-nccl-cu13"));
}
