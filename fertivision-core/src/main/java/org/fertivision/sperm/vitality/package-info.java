/** Sperm vitality by two fluorescent stains: which cells are green, which are red, which are both. */
@NullMarked
package org.fertivision.sperm.vitality;

import org.jspecify.annotations.NullMarked;
