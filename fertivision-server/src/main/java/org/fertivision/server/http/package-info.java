/** Requests and answers: the routes, the problems, and what every answer has in common. */
@NullMarked
package org.fertivision.server.http;

import org.jspecify.annotations.NullMarked;
