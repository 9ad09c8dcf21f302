/**
 * The command line. Commands parse, check, call plain methods elsewhere, and print: results to
 * standard output, progress and messages to standard error. A bad argument is found before anything
 * is written.
 */
package org.noisemark.cli;
