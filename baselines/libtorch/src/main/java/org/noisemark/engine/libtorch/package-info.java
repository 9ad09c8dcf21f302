/**
 * The libtorch engine: PyTorch's C++ library through JavaCPP. Parameters and gradients are views of
 * flat tensors; every pass frees what it allocates before it returns.
 */
package org.noisemark.engine.libtorch;
