/** Who is present: the built-in analyzers and scorers, strangers' plug-ins, and the choice that a request makes among them. */
@NullMarked
package org.fertivision.catalog;

import org.jspecify.annotations.NullMarked;
