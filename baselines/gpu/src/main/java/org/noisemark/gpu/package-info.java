/**
 * The NVIDIA GPUs of this machine, the build of an engine that fits them, the libraries of CUDA and
 * the counters of energy. What is known of a GPU or a build is known here alone, and nothing here
 * knows an engine or needs a GPU, a driver or CUDA.
 */
package org.noisemark.gpu;
