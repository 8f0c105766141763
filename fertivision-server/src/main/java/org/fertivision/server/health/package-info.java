/** Whether the server lives and can do its work. */
@NullMarked
package org.fertivision.server.health;

import org.jspecify.annotations.NullMarked;
