/**
 * Suites, training, evaluation and prices as a user writes them. Names are looked up while a file
 * is read; nothing is trained or planned here.
 */
package org.noisemark.suite.definition;
