/** The description of all routes for programs. */
@NullMarked
package org.fertivision.server.openapi;

import org.jspecify.annotations.NullMarked;
