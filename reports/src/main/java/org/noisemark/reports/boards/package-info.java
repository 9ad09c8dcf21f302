/**
 * What is worked out of runs, once: ranks, differences, aggregates. Every row hands out the runs it
 * is made of; how it is shown is not known here.
 */
package org.noisemark.reports.boards;
