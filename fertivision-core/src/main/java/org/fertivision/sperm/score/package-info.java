/** What the WHO manuals say of a semen analysis, in the only words that its intervals allow. */
@NullMarked
package org.fertivision.sperm.score;

import org.jspecify.annotations.NullMarked;
