/**
 * How what users ask for by name is found: definitions, their hyper-parameters, and the jar files
 * that add to what ships. Knows no data set, noise, network, optimizer or engine.
 */
package org.noisemark.plugin;
