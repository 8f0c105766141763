/** What published rules say of oocytes and embryos, of values measured or given by a person. */
@NullMarked
package org.fertivision.embryo.score;

import org.jspecify.annotations.NullMarked;
