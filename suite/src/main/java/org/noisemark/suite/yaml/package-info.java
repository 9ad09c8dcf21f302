/**
 * YAML read strictly: an unknown key, a wrong type or a value out of range is one line with file,
 * line and key.
 */
package org.noisemark.suite.yaml;
