/** How often a caller may call: quotas that refill evenly, counted here or together with other instances. */
@NullMarked
package org.fertivision.server.limit;

import org.jspecify.annotations.NullMarked;
