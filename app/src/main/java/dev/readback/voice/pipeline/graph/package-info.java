/**
 * Models in another form: what a graph of ONNX computes is computed with other nodes, faster on this machine. Enter at {@link
 * dev.readback.voice.pipeline.graph.Rewriting}. Reads and writes the wire format of Protocol Buffers itself, as far as is needed; uses nothing of ours.
 */
@NullMarked
package dev.readback.voice.pipeline.graph;

import org.jspecify.annotations.NullMarked;
