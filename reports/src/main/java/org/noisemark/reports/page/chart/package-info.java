/**
 * Charts as SVG, drawn when the page is built. Scales, ticks and axes know nothing of what is
 * plotted; colours, light and dark, come from the page's style sheet.
 */
package org.noisemark.reports.page.chart;
