/** Sperm counting: which objects are heads, which are round cells, and how many there are in a volume. */
@NullMarked
package org.fertivision.sperm.count;

import org.jspecify.annotations.NullMarked;
