/**
 * From the bytes of an image file to frames.
 *
 * <p>The structure of a file is walked and held against the limits before anything large is allocated. JPEG is decoded by
 * the JDK's own reader on a file stripped of all that is not picture; the other formats are read here. Nothing is
 * measured in part: a file that ends early or is damaged is rejected.
 */
@NullMarked
package org.fertivision.decode;

import org.jspecify.annotations.NullMarked;
