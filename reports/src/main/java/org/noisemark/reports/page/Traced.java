package org.noisemark.reports.page;

import org.noisemark.reports.statistics.Estimate;

/**
 * A mean or a mean difference, and where it comes from.
 *
 * @param estimate of ratios
 * @param runs of a difference, both methods'
 */
public record Traced(Estimate estimate, PageContent.Runs runs) {}
