/** Fragmented DNA of sperm by the halos that their loops of DNA make (sperm chromatin dispersion test). */
@NullMarked
package org.fertivision.sperm.fragmentation;

import org.jspecify.annotations.NullMarked;
