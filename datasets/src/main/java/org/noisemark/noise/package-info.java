/**
 * What is done to labels: noise specifications, each with a version, and drawing labels by them.
 * The same specification and seed give the same labels on every machine; test labels never enter.
 */
package org.noisemark.noise;
