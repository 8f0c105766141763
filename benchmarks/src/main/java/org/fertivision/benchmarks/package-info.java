/**
 * Speed as a ratio: to decode, to ImageJ and to BoofCV, each measured by turns with ours. On the class path, so that kernels
 * which no module exports can be timed by themselves.
 */
@NullMarked
package org.fertivision.benchmarks;

import org.jspecify.annotations.NullMarked;
