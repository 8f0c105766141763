/** Embryos over time: curves of area, zona and motion, what may have happened when, collapses, and how fast they expand. */
@NullMarked
package org.fertivision.embryo.timelapse;

import org.jspecify.annotations.NullMarked;
