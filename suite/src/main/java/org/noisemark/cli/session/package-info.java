/**
 * What every command works with: streams, data home, failures as one line and an exit code. Knows
 * no command.
 */
package org.noisemark.cli.session;
