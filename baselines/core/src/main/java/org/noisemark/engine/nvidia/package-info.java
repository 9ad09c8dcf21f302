/**
 * NVIDIA cards, the CUDA builds of the engines, and which goes with which. What is known of a card
 * or a build is known here alone; nothing here needs a card, a driver or CUDA.
 */
package org.noisemark.engine.nvidia;
