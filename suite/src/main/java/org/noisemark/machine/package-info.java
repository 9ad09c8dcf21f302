/**
 * The circumstances of a run: processor, memory, software, threads, energy. Nothing it returns
 * names a host, a user or a folder, because run records are published.
 */
package org.noisemark.machine;
