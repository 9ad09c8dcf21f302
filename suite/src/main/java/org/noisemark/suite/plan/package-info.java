/**
 * The cells of a suite in the order in which they are trained. A cell is trained from its
 * description alone.
 */
package org.noisemark.suite.plan;
