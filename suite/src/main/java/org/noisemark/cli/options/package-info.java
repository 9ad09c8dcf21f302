/** Options that several commands take, read once. Knows no command. */
package org.noisemark.cli.options;
