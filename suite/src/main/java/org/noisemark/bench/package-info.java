/**
 * JMH benchmarks of what training spends its time on, and the same networks in stock
 * Deeplearning4j. Run by {@code noisemark bench}; nothing else depends on them.
 */
package org.noisemark.bench;
