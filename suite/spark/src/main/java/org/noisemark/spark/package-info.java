/**
 * Trains cells on Apache Spark: one task a cell, which goes out as JSON and comes back as a record.
 * Only this package knows Spark.
 */
package org.noisemark.spark;
