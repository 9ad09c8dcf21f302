package org.noisemark.spark;

import java.io.Serializable;
import java.net.URI;
import java.util.List;

/**
 * What holds for all tasks of a run. Goes to executors once a job.
 *
 * @param records URI of the folder that holds {@code cells}
 * @param marker name of a file there by which an executor sees that it is the driver's folder
 * @param areRecordsHere whether that folder is the one that the driver writes to
 * @param areRecordsRequired whether an executor that does not see it may not train
 * @param workers cells side by side in one executor
 * @param attempts after how many lost attempts a cell is given up
 * @param timeoutMillis for each cell; 0 for none
 * @param retryFailed whether a record whose status is not ok counts as none
 * @param plugins names of the jar files of plug-ins, which Spark has brought
 */
record TaskSettings(
    URI records,
    String marker,
    boolean areRecordsHere,
    boolean areRecordsRequired,
    int workers,
    int attempts,
    long timeoutMillis,
    boolean retryFailed,
    List<String> plugins)
    implements Serializable {}
