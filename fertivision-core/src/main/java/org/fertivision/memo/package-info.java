/** What is remembered: the one cache, between the bytes of a field and what was seen in it. */
@NullMarked
package org.fertivision.memo;

import org.jspecify.annotations.NullMarked;
