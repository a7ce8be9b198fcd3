package kr.dochak.orders;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keepIdempotencyKeys how long an {@code Idempotency-Key} stands for one request; longer than any client repeats one
 */
@ConfigurationProperties("dochak.orders")
record OrdersSettings(@DefaultValue("30d") Duration keepIdempotencyKeys) {}
