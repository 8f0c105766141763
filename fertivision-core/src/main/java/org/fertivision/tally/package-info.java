/** Sums up items over fields into readings with intervals: counts, shares and means, cells clustered in fields or not. */
@NullMarked
package org.fertivision.tally;

import org.jspecify.annotations.NullMarked;
