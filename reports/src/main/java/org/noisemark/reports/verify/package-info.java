/**
 * Holds a directory of results against itself: what its run records say, and every file derived
 * from them. Reads only; whatever it finds is a {@link org.noisemark.reports.verify.Finding}.
 */
package org.noisemark.reports.verify;
