/** Batches that outgrow one machine, on Apache Beam: the same words and the same files as {@code fertivision batch}. */
@NullMarked
package org.fertivision.beam;

import org.jspecify.annotations.NullMarked;
