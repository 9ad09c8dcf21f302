/** Hyper-parameters chosen by the noisy validation split from the records of a tuning suite. */
package org.noisemark.suite.tuning;
