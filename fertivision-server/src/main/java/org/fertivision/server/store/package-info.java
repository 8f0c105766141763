/** The database: who may see which rows, in which transaction. */
@NullMarked
package org.fertivision.server.store;

import org.jspecify.annotations.NullMarked;
