/**
 * What an engine must offer, and nothing more: a network whose parameters are one vector, its loss
 * and gradient, and a few vector operations. Engines are requested by name and never substituted.
 */
package org.noisemark.engine;
