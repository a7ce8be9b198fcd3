package kr.dochak.webhooks;

import java.util.Set;

/** What a mall wants of an endpoint, after it was checked. */
record EndpointRequest(String url, String description, Set<EventType> events) {}
