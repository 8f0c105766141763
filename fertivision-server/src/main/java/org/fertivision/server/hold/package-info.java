/** What must not go, whatever else is due. */
@NullMarked
package org.fertivision.server.hold;

import org.jspecify.annotations.NullMarked;
