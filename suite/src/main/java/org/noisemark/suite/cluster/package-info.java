/**
 * What a cluster must offer to train cells. Clusters are modules of their own, found by {@code
 * ServiceLoader}: on the class path only where one is asked for.
 */
package org.noisemark.suite.cluster;
