/** Studies: what was measured to test claims, and what that says of them. Trains nothing. */
package org.noisemark.reports.study;
