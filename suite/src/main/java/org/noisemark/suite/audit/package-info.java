/**
 * Records held to what their cells give: trained again, recomputed without training, or counted
 * against the plan.
 */
package org.noisemark.suite.audit;
