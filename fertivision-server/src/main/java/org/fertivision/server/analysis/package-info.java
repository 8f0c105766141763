/** Analyses: what was asked, the work on it, and what came of it. */
@NullMarked
package org.fertivision.server.analysis;

import org.jspecify.annotations.NullMarked;
