/**
 * What an engine must offer, and nothing more: a network whose parameters are one vector, its
 * gradient, and a little arithmetic. Engines are asked for by name and never substituted.
 */
package org.noisemark.engine;
