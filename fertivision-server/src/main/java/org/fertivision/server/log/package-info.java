/** What the server tells its operator: JSON lines that hold no personal data. */
@NullMarked
package org.fertivision.server.log;

import org.jspecify.annotations.NullMarked;
