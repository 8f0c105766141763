/**
 * The sockets where others plug in. Implement {@link org.fertivision.spi.Analyzer} (pixels to findings),
 * {@link org.fertivision.spi.Scorer} (findings to a score) or {@link org.fertivision.spi.FrameReader} (bytes to frames),
 * declare it with {@code provides} in the module and in {@code META-INF/services}, and put the jar beside the
 * application. Every plug-in is one object for many threads: keep no state.
 */
@NullMarked
package org.fertivision.spi;

import org.jspecify.annotations.NullMarked;
