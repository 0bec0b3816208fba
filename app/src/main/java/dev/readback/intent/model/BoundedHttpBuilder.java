package dev.readback.intent.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands our client to langchain4j; the limits are ours and not to be set from there. */
final class BoundedHttpBuilder implements HttpClientBuilder {

    private final BoundedHttp client;
    private final Limits limits;

    BoundedHttpBuilder(BoundedHttp client, Limits limits) {
        this.client = client;
        this.limits = limits;
    }

    @Override
    public Duration connectTimeout() {
        return limits.connect();
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return limits.whole();
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
