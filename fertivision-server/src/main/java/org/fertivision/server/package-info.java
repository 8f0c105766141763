/** The engine behind HTTP. */
@NullMarked
package org.fertivision.server;

import org.jspecify.annotations.NullMarked;
