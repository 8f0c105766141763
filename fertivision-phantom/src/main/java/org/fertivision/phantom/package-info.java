/**
 * Phantoms: microscope images drawn from numbers, so that every count, length and area in them is known exactly. One
 * seed draws the same pixels on every machine. Start at {@link org.fertivision.phantom.Phantoms}.
 */
@NullMarked
package org.fertivision.phantom;

import org.jspecify.annotations.NullMarked;
