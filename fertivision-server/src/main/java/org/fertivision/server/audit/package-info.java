/** Who did what, in a chain that shows what was changed or left out. */
@NullMarked
package org.fertivision.server.audit;

import org.jspecify.annotations.NullMarked;
