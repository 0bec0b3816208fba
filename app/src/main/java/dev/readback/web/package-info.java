/**
 * HTTP: the routes of {@code openapi.yaml}, server-sent events, who may come in, problems in plain words, and the page. Enter at
 * {@link dev.readback.web.WebServer}. Stands on top of everything and is the only place that knows Javalin.
 */
@NullMarked
package dev.readback.web;

import org.jspecify.annotations.NullMarked;
