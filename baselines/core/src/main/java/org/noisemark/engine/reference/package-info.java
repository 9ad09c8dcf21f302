/**
 * The float64 engine in plain Java that others are held against: every layer is written as its
 * definition reads, none for speed. Also runs the optimizers on analytic functions.
 */
package org.noisemark.engine.reference;
