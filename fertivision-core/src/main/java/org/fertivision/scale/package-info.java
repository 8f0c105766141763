/** How large a pixel is, from a picture of a stage micrometer, a ruler or the ruling of a counting chamber. */
@NullMarked
package org.fertivision.scale;

import org.jspecify.annotations.NullMarked;
