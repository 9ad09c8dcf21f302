/**
 * The engine "dl4j": ND4J's arrays and oneDNN's kernels, without Deeplearning4j's layer classes. A
 * network is bound once to memory and to a list of native calls ({@link
 * org.noisemark.engine.dl4j.Tape}), which each pass then runs.
 */
package org.noisemark.engine.dl4j;
