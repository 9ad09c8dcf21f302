/** Another commit of the Git checkout that a command is given in, trained beside this one. */
package org.noisemark.cli.checkout;
