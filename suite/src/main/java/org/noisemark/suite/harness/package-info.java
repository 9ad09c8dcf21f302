/**
 * Takes the cells of a plan to whoever trains them, side by side, and their records to a folder.
 */
package org.noisemark.suite.harness;
