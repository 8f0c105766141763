/** Sperm morphology: heads found by themselves, outlined half-way up their edge, measured and sorted. */
@NullMarked
package org.fertivision.sperm.morphology;

import org.jspecify.annotations.NullMarked;
