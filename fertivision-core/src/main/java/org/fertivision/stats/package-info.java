/**
 * Numbers from numbers: distributions, intervals, robust summaries and linear assignment. Pure functions of their
 * arguments, thread-safe, no randomness, and only {@link java.lang.StrictMath} for transcendental functions, so that
 * the same input gives the same bits on any machine.
 */
@NullMarked
package org.fertivision.stats;

import org.jspecify.annotations.NullMarked;
