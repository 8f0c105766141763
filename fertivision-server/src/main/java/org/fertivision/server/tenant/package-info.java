/** Who may: tenants, their tokens, and the first administrator. */
@NullMarked
package org.fertivision.server.tenant;

import org.jspecify.annotations.NullMarked;
