/**
 * How a plan comes along, for a terminal, a pipe or a log. Is told by the harness and changes
 * nothing.
 */
package org.noisemark.suite.progress;
