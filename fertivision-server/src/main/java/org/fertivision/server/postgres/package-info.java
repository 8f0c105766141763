/** A PostgreSQL of the server's own, in a folder of the user's. */
@NullMarked
package org.fertivision.server.postgres;

import org.jspecify.annotations.NullMarked;
