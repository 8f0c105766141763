/** How well two readers or methods agree on the same specimens. */
@NullMarked
package org.fertivision.agreement;

import org.jspecify.annotations.NullMarked;
