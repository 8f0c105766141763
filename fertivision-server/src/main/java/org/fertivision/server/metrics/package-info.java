/** What the server counts and measures of itself, in the text that Prometheus reads: numbers only, no ids, no names. */
@NullMarked
package org.fertivision.server.metrics;

import org.jspecify.annotations.NullMarked;
