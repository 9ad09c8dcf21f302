/**
 * The float64 engine in plain Java that other engines are tested against: every layer is written as
 * its definition reads, none for speed. It also runs the optimizers on analytic functions.
 */
package org.noisemark.engine.reference;
