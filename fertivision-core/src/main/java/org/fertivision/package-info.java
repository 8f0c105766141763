/** The front door: {@link org.fertivision.FertiVision} takes a request and answers with a report or a rejection. */
@NullMarked
package org.fertivision;

import org.jspecify.annotations.NullMarked;
