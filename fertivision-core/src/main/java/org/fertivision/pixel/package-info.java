/**
 * Shapes in pixels, and nothing about biology: histograms and thresholds, the noise floor, the background, connected
 * components with their moments, sub-pixel contours, perimeters, Feret diameters, splitting of touching objects, focus and
 * exposure. Lengths are pixels, areas square pixels, angles radians from the x axis towards the y axis (which points down).
 * The first pixel's center lies at (0.5, 0.5). Everything here is immutable or used by one thread, and gives the same
 * bits on every machine.
 */
@NullMarked
package org.fertivision.pixel;

import org.jspecify.annotations.NullMarked;
