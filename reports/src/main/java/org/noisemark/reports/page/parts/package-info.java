/**
 * What the sections of the page have in common: how numbers are written, how tables are made, how
 * methods look, and the numbers by which the page knows its runs.
 */
package org.noisemark.reports.page.parts;
