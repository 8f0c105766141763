/** The end of what is kept. */
@NullMarked
package org.fertivision.server.retention;

import org.jspecify.annotations.NullMarked;
