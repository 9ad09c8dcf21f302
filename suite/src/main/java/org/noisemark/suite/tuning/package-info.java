/**
 * Hyper-parameters chosen by the noisy validation split: which candidates are tried for how long,
 * and the suite file that what they gave makes.
 */
package org.noisemark.suite.tuning;
