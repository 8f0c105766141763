/** Ovarian follicles in ultrasound stills: found as regions without echoes, outlined, measured and sorted. */
@NullMarked
package org.fertivision.follicle;

import org.jspecify.annotations.NullMarked;
