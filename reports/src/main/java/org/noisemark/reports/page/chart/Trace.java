package org.noisemark.reports.page.chart;

import java.util.List;

/**
 * One quantity over epochs.
 *
 * @param style class in the style sheet that sets colour and dash
 * @param points epoch and value each, ascending in epoch
 */
public record Trace(String style, List<double[]> points) {}
