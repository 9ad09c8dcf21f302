/**
 * Programs of the user's that train in place of an engine: the protocol over their standard input
 * and output, and the process. Knows nothing of how a cell is trained or recorded.
 */
package org.noisemark.suite.external;
