/**
 * Network descriptions as plain data: layers, shapes, parameter layout, initial parameters, FLOPs.
 * An engine builds from them; nothing here computes.
 */
package org.noisemark.nn;
