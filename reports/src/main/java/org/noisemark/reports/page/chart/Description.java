package org.noisemark.reports.page.chart;

/**
 * What a chart is to someone who cannot see it.
 *
 * @param id unique on the page
 * @param title what is plotted
 * @param text what the plot shows, one or two sentences
 */
public record Description(String id, String title, String text) {}
