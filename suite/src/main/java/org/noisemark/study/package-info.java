/**
 * Studies: experiments that test one claim of a paper each, with the optimizers of the
 * leaderboards, and end in a verdict. A study is one class: what is trained or computed, and how it
 * is judged; what it is in words stands beside it as a resource.
 */
package org.noisemark.study;
