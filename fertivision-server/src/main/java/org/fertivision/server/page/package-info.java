/** The page: files for a browser, which then works with the same routes as every other client. */
@NullMarked
package org.fertivision.server.page;

import org.jspecify.annotations.NullMarked;
