/** Functions with known gradients, descended in float64 by the optimizers that train networks. */
package org.noisemark.study.theory;
