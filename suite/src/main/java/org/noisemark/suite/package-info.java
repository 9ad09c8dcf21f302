/**
 * From a suite file to run records: the plan is a list of cells made once, and one loop trains what
 * is missing of it. A cell is trained from its description alone.
 */
package org.noisemark.suite;
