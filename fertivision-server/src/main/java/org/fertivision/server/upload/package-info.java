/** Files that come in pieces, over as many requests as it takes, and are then used as if they had come in one. */
@NullMarked
package org.fertivision.server.upload;

import org.jspecify.annotations.NullMarked;
