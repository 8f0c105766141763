/** Work in processes of their own, which may end at any moment without harm to this one: their start, talk and end. */
@NullMarked
package org.fertivision.server.child;

import org.jspecify.annotations.NullMarked;
