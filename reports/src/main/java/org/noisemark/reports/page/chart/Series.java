package org.noisemark.reports.page.chart;

import java.util.List;

/**
 * The points of one method.
 *
 * @param points ascending in x
 */
public record Series(Look look, List<Point> points) {}
