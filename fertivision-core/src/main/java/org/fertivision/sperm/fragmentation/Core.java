package org.fertivision.sperm.fragmentation;

import org.fertivision.pixel.Blob;

/**
 * The core of a cell: what is left of the nucleus in the middle of its halo.
 *
 * @param blob its pixels
 * @param contrast how far its plateau stands out from the ground, levels
 */
record Core(Blob blob, double contrast) {}
