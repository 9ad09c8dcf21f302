/**
 * The engine "dl4j": a network is bound once to memory and to a list of native calls ({@link
 * org.noisemark.engine.dl4j.Tape}), which each pass then runs.
 */
package org.noisemark.engine.dl4j;
