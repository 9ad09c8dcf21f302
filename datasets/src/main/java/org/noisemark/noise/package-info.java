/**
 * What is done to labels: versioned noise specifications and the injector. The same specification
 * and seed give the same labels on every machine; test labels never come here.
 */
package org.noisemark.noise;
