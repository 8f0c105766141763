package org.fertivision.catalog;

import org.fertivision.spi.Descriptor;
import org.fertivision.spi.Plugin;

/**
 * A plug-in that can be chosen.
 *
 * @param plugin the plug-in
 * @param descriptor what it is
 * @param provider where it comes from: {@code built-in}, or the module or jar of a stranger
 */
record Present<P extends Plugin>(P plugin, Descriptor descriptor, String provider) {}
