/** How well tracks keep to their objects: a linker's tracks compared with the true ones. */
@NullMarked
package org.fertivision.tracking;

import org.jspecify.annotations.NullMarked;
