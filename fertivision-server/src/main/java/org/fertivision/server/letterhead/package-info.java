/** What a clinic puts at the head of its reports. */
@NullMarked
package org.fertivision.server.letterhead;

import org.jspecify.annotations.NullMarked;
