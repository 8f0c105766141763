/** All that is kept, in a folder apart and back again, and whether it is whole. */
@NullMarked
package org.fertivision.server.backup;

import org.jspecify.annotations.NullMarked;
