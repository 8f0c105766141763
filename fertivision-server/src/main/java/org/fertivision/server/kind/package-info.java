/** What can be measured, and what can be set for it. */
@NullMarked
package org.fertivision.server.kind;

import org.jspecify.annotations.NullMarked;
