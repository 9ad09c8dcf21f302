/**
 * JMH benchmarks of what training spends its time on. Run by {@code noisemark bench}; nothing else
 * depends on them.
 */
package org.noisemark.bench;
