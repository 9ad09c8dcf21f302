/**
 * The optimizers, one file each, over a flat parameter vector of any engine. Settings are
 * immutable; state lives in one training and is never shared.
 */
package org.noisemark.optim;
