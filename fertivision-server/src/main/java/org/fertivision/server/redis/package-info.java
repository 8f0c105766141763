/** A memory that instances share and that none of them needs: what it does not answer at once is done without it. */
@NullMarked
package org.fertivision.server.redis;

import org.jspecify.annotations.NullMarked;
