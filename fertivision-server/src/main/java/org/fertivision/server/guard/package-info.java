/** Keeps connections that are slow, half open or left alone from binding the server. */
@NullMarked
package org.fertivision.server.guard;

import org.jspecify.annotations.NullMarked;
