/**
 * What is looked at: frames of pixel planes with their calibration and timing. Origin at the top left corner, x to the
 * right, y down; the first pixel's center lies at (0.5, 0.5).
 */
@NullMarked
package org.fertivision.image;

import org.jspecify.annotations.NullMarked;
