/** What a run takes: time by activity, passes, steps, energy. Measures; decides nothing. */
package org.noisemark.suite.meters;
