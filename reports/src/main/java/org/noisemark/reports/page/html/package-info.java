/**
 * HTML and SVG as a tree of elements. Whatever comes from outside goes through one function that
 * escapes it.
 */
package org.noisemark.reports.page.html;
